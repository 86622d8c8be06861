"""What people may do alone: the committee lets them, sees what they did, and ends it again."""

from datetime import date, timedelta

import pytest

from domain.events import MandateGranted, MandateRevoked
from domain.ids import CHAIR
from domain.kinds import Domain, Per, Route, Say, Seat
from domain.values import DomainSay, Limit, MandateHolder, Money
from domain.voting.tally import Outcome, Result
from tests.web.club import Club, words

TAPE = "Buy tape and batteries"


@pytest.fixture
def jo(club: Club) -> Club:
    """The club with Jo as its member of staff, Tess as a trustee, and Ola, who looks on."""
    for name, seat in (("Jo", Seat.STAFF), ("Tess", Seat.TRUSTEE), ("Ola", Seat.OBSERVER)):
        club.people[name] = club.does.register_person(club.act("Asha"), name)
        club.does.seat_person(club.act("Asha"), club.here, club.people[name], seat, voting=False)
    return club


def said(club: Club, **more: str) -> dict[str, str]:
    return {
        "holder": str(club.people["Jo"]),
        "words": TAPE,
        "about": "money",
        "money": "20",
        "per": "month",
        "expires": "2026-12-31",
        "decision": club.reason("Jo may buy tape", Domain.RULES),
        **more,
    }


def granted(club: Club, **more: str) -> str:
    return str(club.enter("Asha").post("/alone/", **said(club, **more)).location)


def test_a_mandate_is_granted_because_it_was_decided(jo: Club) -> None:
    form, ben = said(jo), jo.enter("Ben")
    (fact,) = jo.written(lambda: ben.press("/alone/", **form))
    assert isinstance(fact, MandateGranted)
    assert fact.holder == MandateHolder(person=jo.people["Jo"])
    assert fact.says == (DomainSay(domain=Domain.MONEY, say=Say.ALONE),)
    assert fact.limit == Limit(money=Money(amount=2000, currency="GBP"), per=Per.MONTH)
    assert fact.expires == date(2026, 12, 31)
    assert fact.authority == form["decision"]
    page = words(ben.get(f"/alone/{fact.mandate}"))
    assert f"Jo may do this alone {TAPE} Up to £20 each month. Until Thursday 31 December." in page
    assert "What it is about Money" in page


def test_whoever_holds_it_reads_that_they_may_do_this_alone(jo: Club) -> None:
    here, holder = granted(jo), jo.enter("Jo")
    assert "You may do this alone" in words(holder.get("/"))
    assert f"You may do this alone J {TAPE}" in words(holder.get("/alone/"))
    assert f"You may do this alone {TAPE}" in words(holder.get(here))
    ben = jo.enter("Ben")
    assert "You may do this alone" not in words(ben.get("/"))
    page = words(ben.get("/alone/"))
    assert "They may do this alone" in page
    assert f"Jo {TAPE}" in page


def test_a_role_may_hold_it_and_then_whoever_has_the_role(jo: Club) -> None:
    granted(jo, holder=str(CHAIR))
    assert f"You may do this alone {TAPE}" in words(jo.enter("Asha").get("/alone/"))
    assert f"Whoever runs the meeting {TAPE}" in words(jo.enter("Jo").get("/alone/"))


@pytest.mark.parametrize("name", ["Tess", "Ola"])
def test_who_has_no_vote_sees_who_may_do_what(jo: Club, name: str) -> None:
    here, visitor = granted(jo), jo.enter(name)
    assert TAPE in words(visitor.get("/alone/"))
    page = words(visitor.get(here))
    assert "Who decided this?" in page
    assert ("End this" in page) is (name == "Tess")
    assert visitor.get("/alone/new").status_code == 403, "it asks who, and they read no names"


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("holder", "Pick who may do this."),
        ("words", "Write what they may do."),
        ("about", "Pick what it is about."),
        ("decision", "Pick what we decided. Nothing changes without it."),
    ],
)
def test_a_mandate_says_who_may_do_what_and_why(jo: Club, field: str, sentence: str) -> None:
    asha, form = jo.enter("Asha"), said(jo, **{field: ""})
    answer = asha.post("/alone/", **form)
    assert answer.status_code == 400
    assert f"There is a problem {sentence}" in words(answer)
    assert jo.written(lambda: asha.post("/alone/", **form)) == []


@pytest.mark.parametrize("given", ["twenty", "-5", "20.123", "1e3"])
def test_money_is_a_number(jo: Club, given: str) -> None:
    answer = jo.enter("Asha").post("/alone/", **said(jo, money=given))
    assert answer.status_code == 400
    assert "Write the money as a number, like 80 or 8.50." in words(answer)
    assert f'value="{given}"' in answer.text


def test_its_money_is_what_people_here_pay_with(jo: Club) -> None:
    jo.app.config["CURRENCY"] = "EUR"
    form, ben = said(jo, money="8.50"), jo.enter("Ben")
    (fact,) = jo.written(lambda: ben.press("/alone/", **form))
    assert isinstance(fact, MandateGranted)
    assert fact.limit == Limit(money=Money(amount=850, currency="EUR"), per=Per.MONTH)


def test_without_money_there_is_no_limit(jo: Club) -> None:
    page = words(jo.enter("Ben").get(granted(jo, money="", about="safety", expires="")))
    assert f"{TAPE} Until we end it." in page
    assert "Up to" not in page


def test_what_the_rules_refuse_is_said(jo: Club) -> None:
    asha = jo.enter("Asha")
    answer = asha.post("/alone/", **said(jo, expires="2026-03-01"))
    assert answer.status_code == 400
    assert "A mandate ends after it begins, on a day that lies ahead." in words(answer)
    answer = asha.post("/alone/", **said(jo, holder=str(jo.people["Eve"])))
    assert answer.status_code == 403
    answer = asha.post("/alone/", **said(jo, money="0"))
    assert "The limit of a mandate is more than nothing." in words(answer)


def test_nobody_makes_themselves_powerful_by_a_mandate(jo: Club) -> None:
    """Whoever may do something alone cannot give that on."""
    granted(jo)
    mine = jo.services.mandates.mandates(jo.here, jo.clock.now)[-1].event
    answer = jo.enter("Jo").post("/alone/", **said(jo, decision=mine))
    assert answer.status_code == 409
    assert "The committee itself has to decide this first." in words(answer)


def test_a_sum_needs_money_among_what_they_may_decide(jo: Club) -> None:
    answer = jo.enter("Asha").post("/alone/", **said(jo, about="programme"))
    assert answer.status_code == 400
    assert "Pick money above too, or leave the sum out." in words(answer)


def test_a_mandate_says_what_they_ask_us_first_and_what_the_trustees_decide(jo: Club) -> None:
    form = said(jo, agree="place", refer="safety")
    (fact,) = jo.written(lambda: jo.enter("Asha").press("/alone/", **form))
    assert isinstance(fact, MandateGranted)
    assert {(one.domain, one.say) for one in fact.says} == {
        (Domain.MONEY, Say.ALONE),
        (Domain.PLACE, Say.AGREE),
        (Domain.SAFETY, Say.REFER),
    }
    page = words(jo.enter("Ben").get(f"/alone/{fact.mandate}"))
    assert "They must ask us first Places" in page
    assert "The trustees decide this Being safe" in page
    twice = jo.enter("Asha").post("/alone/", **{**form, "agree": "money"})
    assert twice.status_code == 400
    assert "Pick each thing only once." in words(twice)


# ---- Going on


def test_before_it_ends_now_asks_whether_it_goes_on(jo: Club) -> None:
    here = granted(jo, expires="2026-03-20")
    page = words(jo.enter("Ben").get("/"))
    assert f"It ends in 17 days. {TAPE} Does it go on?" in page
    assert "Does it go on?" not in words(jo.enter("Ola").get("/"))
    assert "It ends in 17 days." in words(jo.enter("Ola").get(here))
    granted(jo, expires="2026-12-31", words="Buy pens")
    assert "Buy pens" not in words(jo.enter("Ben").get("/"))


def test_a_newer_one_takes_its_place_because_it_was_decided(jo: Club) -> None:
    here, asha = granted(jo, expires="2026-03-20"), jo.enter("Asha")
    form = asha.get(f"{here}/renew")
    assert "Does this go on?" in words(form)
    assert 'name="starts" type="date" value="2026-03-21"' in form.text
    more = said(jo, words="Buy tape and pens", starts="2026-03-21", money="30")
    (fact,) = jo.written(lambda: asha.press(f"{here}/renew", **more))
    assert isinstance(fact, MandateGranted)
    assert here.endswith(str(fact.renews))
    new = words(asha.get(f"/alone/{fact.mandate}"))
    assert "It begins on Saturday 21 March." in new
    assert f"The one before {TAPE}" in new
    assert "The newer one Buy tape and pens" in words(asha.get(here))
    assert "Does it go on?" not in words(asha.get("/"))
    jo.clock.now += timedelta(minutes=5)
    again = jo.enter("Asha").post(f"{here}/renew", **more)
    assert again.status_code == 409
    assert "This mandate was renewed already." in words(again)


def test_going_on_needs_a_decision_and_an_end_after_its_beginning(jo: Club) -> None:
    here, asha = granted(jo, expires="2026-03-20"), jo.enter("Asha")
    answer = asha.post(f"{here}/renew", **said(jo, decision=""))
    assert answer.status_code == 400
    assert "Pick what we decided." in words(answer)
    answer = asha.post(f"{here}/renew", **said(jo, starts="2026-05-01", expires="2026-04-01"))
    assert answer.status_code == 400
    assert "It ends after it begins." in words(answer)


# ---- What is done by it


def test_what_was_done_by_it_stands_on_its_page(jo: Club) -> None:
    here, plan = granted(jo, about="programme", money=""), jo.plan()
    holder, ben = jo.enter("Jo"), jo.enter("Ben")
    assert f"{TAPE} I may do this alone." in words(holder.get(f"/plan/{plan}/lines/new"))
    assert "I may do this alone" not in words(ben.get(f"/plan/{plan}/lines/new"))
    mine = jo.services.mandates.mandates(jo.here, jo.clock.now)[-1].event
    line = {"label": "Music", "kind": "music", "words": "DJ Kim", "decision": mine}
    holder.press(f"/plan/{plan}/lines", **line)
    page = words(ben.get(here))
    assert "What was done by it Tuesday 3 March" in page
    assert "DJ Kim" in page
    answer = ben.post(f"/plan/{plan}/lines", **line)
    assert answer.status_code == 409
    assert "Somebody else holds this mandate." in words(answer)
    beyond = {**line, "kind": "safety"}
    answer = holder.post(f"/plan/{plan}/lines", **beyond)
    assert "The mandate does not cover this." in words(answer)


def test_a_decision_that_was_taken_by_it_is_linked(jo: Club) -> None:
    here, title = granted(jo), "Two rolls of tape"
    idea = jo.does.make_proposal(jo.act("Jo"), jo.here, title, domain=Domain.MONEY)
    mine = jo.services.mandates.mandates(jo.here, jo.clock.now)[-1].event
    outcome = Outcome(result=Result.ADOPTED)
    act = jo.act("Jo")
    jo.does.record_decision(act, idea, Route.DELEGATED_STAFF, outcome, authority=mine)
    answer = jo.enter("Ben").get(here)
    assert "Two rolls of tape" in words(answer)
    assert f'href="/ideas/{idea}"' in answer.text


# ---- The end of it


def test_a_mandate_ends_because_it_was_decided(jo: Club) -> None:
    here, asha = granted(jo), jo.enter("Asha")
    assert "Does Jo not do this alone any more?" in words(asha.get(f"{here}/end"))
    answer = asha.post(f"{here}/end")
    assert answer.status_code == 400
    assert "Pick what we decided. Nothing changes without it." in words(answer)
    cited = jo.reason("Jo buys no tape")
    (fact,) = jo.written(lambda: asha.press(f"{here}/end", decision=cited))
    assert isinstance(fact, MandateRevoked)
    page = words(asha.get(here))
    assert f"Jo could do this alone {TAPE}" in page
    assert "We ended it on Tuesday 3 March." in page
    assert "End this" not in page
    assert "Nothing now All of us decide together. What people could do alone before" in words(
        jo.enter("Jo").get("/alone/")
    )


def test_a_mandate_ends_with_its_last_day(jo: Club) -> None:
    here = granted(jo, expires="2026-03-04")
    jo.clock.on(days=2)
    assert "It ended on Wednesday 4 March." in words(jo.enter("Ben").get(here))
    assert "You may do this alone" not in words(jo.enter("Jo").get("/"))


def test_who_we_are_leads_there(jo: Club) -> None:
    assert 'href="/alone/"' in jo.enter("Ben").get("/people/").text
    assert "Nothing now All of us decide together." in words(jo.enter("Ben").get("/alone/"))
    assert jo.enter("Ben").get(f"/alone/{jo.people['Ben']}").status_code == 404


def test_a_yes_to_an_idea_that_does_not_say_what_it_is_about_lets_nobody_do_more(jo: Club) -> None:
    ben, old = jo.enter("Ben"), jo.reason("DJ Sam plays")
    assert "DJ Sam plays" not in words(ben.get("/alone/new"))
    answer = ben.post("/alone/", **said(jo, decision=old))
    assert answer.status_code == 400
    assert "That idea did not say what it is about." in words(answer)
    assert "Jo may buy tape" in words(ben.get("/alone/new"))
