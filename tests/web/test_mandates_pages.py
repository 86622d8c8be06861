"""What people may do alone: the committee lets them, sees what they did, and ends it again."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.events import MandateGranted, MandateRevoked, ProposalMade
from domain.ids import CHAIR, ProposalId
from domain.kinds import Domain, Per, Route, Say, Seat, Stake
from domain.values import DomainSay, Limit, MandateHolder, Money
from domain.voting.answers import Choice
from domain.voting.tally import Outcome, Result
from projections.agreed_seen import MandateSeen
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
        **more,
    }


def asked(club: Club, at: str = "/alone/", **more: str) -> str:
    """Ben makes it an idea; the address of that."""
    return str(club.enter("Ben").post(at, **said(club, **more)).location)


def agreed(club: Club, idea: str) -> str:
    """All of us say yes to it."""
    it = ProposalId(UUID(idea.rpartition("/")[2]))
    club.does.open_voting(club.act("Asha"), it)
    club.cast(it, Asha=Choice.YES, Ben=Choice.YES, Cara=Choice.YES)
    club.does.close_voting(club.act("Asha"), it)
    return str(it)


def granted(club: Club, **more: str) -> str:
    idea = agreed(club, asked(club, **more))
    return str(club.enter("Asha").post(f"/alone/asked/{idea}", sure="yes").location)


# ---- From the idea to the day on which it begins


def test_who_wants_somebody_to_do_more_alone_makes_it_an_idea(jo: Club) -> None:
    ben = jo.enter("Ben")
    (fact,) = jo.written(lambda: ben.press("/alone/", **said(jo, why="Tape is not worth a vote.")))
    assert isinstance(fact, ProposalMade)
    new = fact.new_mandate
    assert new
    assert new.holder == MandateHolder(person=jo.people["Jo"])
    assert new.says == (DomainSay(domain=Domain.MONEY, say=Say.ALONE),)
    assert new.limit == Limit(money=Money(amount=2000, currency="GBP"), per=Per.MONTH)
    assert new.expires == date(2026, 12, 31)
    assert (fact.domain, fact.stake) == (Domain.RULES, Stake.SAFETY_RULES_MEMBERSHIP_PLACE)
    page = words(jo.enter("Cara").get(f"/ideas/{fact.originator_id}"))
    assert f"Somebody does this alone: {TAPE} Tape is not worth a vote." in page
    assert f"Jo would do this alone {TAPE} Up to £20 each month. Until Thursday 31" in page
    assert "It is about: Money" in page
    assert "Nothing now" in words(ben.get("/alone/"))


def test_it_begins_by_a_press_once_we_said_yes(jo: Club) -> None:
    idea, dev = agreed(jo, asked(jo)), jo.enter("Dev")
    page = words(dev.get(f"/ideas/{idea}"))
    assert "We said yes. They may not do it yet. They may do this now" in page
    (fact,) = jo.written(lambda: dev.press(f"/alone/asked/{idea}", sure="yes"))
    assert isinstance(fact, MandateGranted)
    assert fact.authority == jo.does.authority_of(ProposalId(UUID(idea)))
    shown = words(dev.get(f"/alone/{fact.mandate}"))
    assert f"Jo may do this alone {TAPE} Up to £20 each month. Until Thursday 31 Dec" in shown
    assert "What it is about Money" in shown
    after = words(dev.get(f"/ideas/{idea}"))
    assert "They may not do it yet" not in after
    assert f"Jo may do this alone {TAPE}" in after
    assert "See what they did" in after


def test_a_second_press_gives_nothing_twice(jo: Club) -> None:
    idea = agreed(jo, asked(jo))
    assert len(jo.written(lambda: jo.enter("Dev").post(f"/alone/asked/{idea}", sure="yes"))) == 1
    jo.clock.now += timedelta(minutes=5)
    assert jo.written(lambda: jo.enter("Cara").post(f"/alone/asked/{idea}", sure="yes")) == []


def test_before_we_said_yes_nothing_begins(jo: Club) -> None:
    idea = asked(jo).rpartition("/")[2]
    answer = jo.enter("Ben").post(f"/alone/asked/{idea}", sure="yes")
    assert answer.status_code == 409
    assert "First we vote. Nothing changes before we said yes." in words(answer)
    answer = jo.enter("Ben").post(f"/alone/asked/{idea}/end", sure="yes")
    assert answer.status_code == 404
    other = jo.decided("DJ Sam plays")
    assert jo.enter("Ben").post(f"/alone/asked/{other}", sure="yes").status_code == 404


def test_what_we_said_yes_to_too_late_does_not_begin(jo: Club) -> None:
    idea = agreed(jo, asked(jo, expires="2026-03-04"))
    jo.clock.on(days=3)
    page = words(jo.enter("Ben").get(f"/ideas/{idea}"))
    assert "The last day for this has passed. Make it an idea again." in page
    assert "They may do this now" not in page
    answer = jo.enter("Ben").post(f"/alone/asked/{idea}", sure="yes")
    assert answer.status_code == 400
    assert "and lies ahead" in words(answer)


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
    assert isinstance(fact, ProposalMade)
    assert fact.new_mandate
    assert fact.new_mandate.limit == Limit(money=Money(amount=850, currency="EUR"), per=Per.MONTH)


def test_without_money_there_is_no_limit(jo: Club) -> None:
    page = words(jo.enter("Ben").get(granted(jo, money="", about="safety", expires="")))
    assert f"{TAPE} Until we end it." in page
    assert "Up to" not in page


def test_what_the_rules_refuse_is_said(jo: Club) -> None:
    asha = jo.enter("Asha")
    answer = asha.post("/alone/", **said(jo, expires="2026-03-01"))
    assert answer.status_code == 400
    assert "This day has passed. Pick a later one." in words(answer)
    answer = asha.post("/alone/", **said(jo, holder=str(jo.people["Eve"])))
    assert answer.status_code == 403
    answer = asha.post("/alone/", **said(jo, money="0"))
    assert "The limit is more than nothing." in words(answer)


def test_a_sum_needs_money_among_what_they_may_decide(jo: Club) -> None:
    answer = jo.enter("Asha").post("/alone/", **said(jo, about="programme"))
    assert answer.status_code == 400
    assert "Pick money above too, or leave the sum out." in words(answer)


def _all(club: Club, here: str) -> list[MandateSeen]:
    every = club.services.mandates.mandates(club.here, club.clock.now)
    return [one for one in every if here.endswith(str(one.mandate))]


def test_a_mandate_says_what_they_ask_us_first_and_what_the_trustees_decide(jo: Club) -> None:
    form = said(jo, agree="place", refer="safety")
    (seen,) = _all(jo, granted(jo, agree="place", refer="safety"))
    assert {(one.domain, one.say) for one in seen.says} == {
        (Domain.MONEY, Say.ALONE),
        (Domain.PLACE, Say.AGREE),
        (Domain.SAFETY, Say.REFER),
    }
    page = words(jo.enter("Ben").get(f"/alone/{seen.mandate}"))
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
    assert "Does this go on? " in words(form)
    assert 'name="starts" type="date" value="2026-03-21"' in form.text
    more = {"words": "Buy tape and pens", "starts": "2026-03-21", "money": "30"}
    idea = asked(jo, f"{here}/renew", **more)
    page = words(asha.get(idea))
    assert "This goes on: Buy tape and pens" in page
    assert "Up to £30 each month. From Saturday 21 March. Until Thursday 31" in page
    assert f"It takes the place of this: “{TAPE}” Up to £20 each month." in page
    new = asha.post(f"/alone/asked/{agreed(jo, idea)}", sure="yes").location
    (seen,) = _all(jo, str(new))
    assert here.endswith(str(seen.renews))
    shown = words(asha.get(str(new)))
    assert "It begins on Saturday 21 March." in shown
    assert f"The one before {TAPE}" in shown
    assert "The newer one Buy tape and pens" in words(asha.get(here))
    assert "Does it go on?" not in words(asha.get("/"))
    jo.clock.now += timedelta(minutes=5)
    again = jo.enter("Asha").post(f"{here}/renew", **said(jo, **more))
    assert again.status_code == 409
    assert "A newer one took its place." in words(again)


def test_two_ideas_for_the_same_next_version_are_one_too_many(jo: Club) -> None:
    here = granted(jo, expires="2026-03-20")
    first, second = (asked(jo, f"{here}/renew", words=w, starts="2026-03-21") for w in ("A", "B"))
    one, other = agreed(jo, first), agreed(jo, second)
    assert jo.enter("Asha").post(f"/alone/asked/{one}", sure="yes").status_code == 303
    page = words(jo.enter("Ben").get(f"/ideas/{other}"))
    assert "A newer one took its place already." in page
    assert "They may do this now" not in page
    assert jo.enter("Asha").post(f"/alone/asked/{other}", sure="yes").status_code == 409


def test_going_on_needs_an_end_after_its_beginning(jo: Club) -> None:
    here, asha = granted(jo, expires="2026-03-20"), jo.enter("Asha")
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
    assert "It is somebody else who may do this alone." in words(answer)
    beyond = {**line, "kind": "safety"}
    answer = holder.post(f"/plan/{plan}/lines", **beyond)
    assert "We did not agree that this is decided alone." in words(answer)


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
    assert f"Should Jo not do this alone any more? {TAPE}" in words(asha.get(f"{here}/end"))
    (made,) = jo.written(lambda: asha.press(f"{here}/end", sure="yes"))
    assert isinstance(made, ProposalMade)
    assert here.endswith(str(made.ends_mandate))
    idea = f"/ideas/{made.originator_id}"
    page = words(asha.get(idea))
    assert f"Nobody does this alone any more: {TAPE}" in page
    assert f"Jo may do this alone {TAPE} Up to £20 each month." in page
    assert asha.post(f"/alone/asked/{made.originator_id}/end", sure="yes").status_code == 409
    end = f"/alone/asked/{agreed(jo, idea)}/end"
    assert "We said this ends. It has not ended yet. End it now" in words(asha.get(idea))
    (fact,) = jo.written(lambda: asha.press(end, sure="yes"))
    assert isinstance(fact, MandateRevoked)
    jo.clock.now += timedelta(minutes=5)
    assert jo.written(lambda: jo.enter("Ben").post(end, sure="yes")) == []
    page = words(asha.get(here))
    assert f"Jo could do this alone {TAPE}" in page
    assert "We ended it on Tuesday 3 March." in page
    assert "End this" not in page
    assert "End it now" not in words(asha.get(idea))
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


def test_trustees_read_no_name_in_an_idea_about_somebody(jo: Club) -> None:
    idea = asked(jo)
    page = words(jo.enter("Tess").get(idea))
    assert f"Staff would do this alone {TAPE}" in page
    assert " Jo " not in page
