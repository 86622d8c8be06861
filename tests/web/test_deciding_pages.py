"""What was decided without a vote is written down as what it is, or goes to all of us."""

import pytest

from domain.events import DecisionTaken, ProposalMade
from domain.ids import CommitteeId
from domain.kinds import Domain, Per, Route, Say, Seat
from domain.values import DomainSay, EventId, Limit, LocalMoment, MandateHolder, Money
from domain.voting.rule import Method, Rule
from domain.voting.tally import Result
from tests.web.club import JULY, YES, Club, words

WHY = "The old one broke."


@pytest.fixture
def club_with_staff(club: Club) -> Club:
    """Jo is the member of staff here; Ben may decide alone what we play, up to £80."""
    club.people["Jo"] = club.does.register_person(club.act("Asha"), "Jo")
    club.does.seat_person(club.act("Asha"), club.here, club.people["Jo"], Seat.STAFF)
    return club


def may_alone(club: Club, name: str, *about: Domain) -> EventId:
    cited = club.agreed("Who may do what")
    mandate = club.does.grant_mandate(
        club.act("Asha"),
        club.here,
        MandateHolder(person=club.people[name]),
        "Pick the music",
        says=[DomainSay(domain=one, say=Say.ALONE) for one in (*about, Domain.MONEY)],
        limit=Limit(money=Money(amount=8000, currency="GBP"), per=Per.DECISION),
        authority=cited,
    )
    return club.does.grant_of(club.here, mandate)


def told(club: Club, how: str, *who: str, **more: str) -> dict[str, object]:
    usual = {"how": how, "title": "We rent a light", "answer": "yes", "why": WHY}
    return {**usual, "who": [str(club.people[name]) for name in who], **more}


def test_each_way_is_a_page_of_its_own(club_with_staff: Club) -> None:
    ben = club_with_staff.enter("Ben")
    page = words(ben.get("/decided/new"))
    for way in ("Some of us decided it alone", "It could not wait", "Staff decided it alone"):
        assert way in page
    for hidden in ("I stepped in", "The trustees decided it", "We talked until all were fine"):
        assert hidden not in page
    assert "Who decided it?" in words(ben.get("/decided/new?how=alone"))
    assert "Who decided it?" not in words(ben.get("/decided/new?how=nobody"))


def test_who_may_decide_alone_writes_it_down(club_with_staff: Club) -> None:
    club = club_with_staff
    right, ben = may_alone(club, "Ben", Domain.PROGRAMME), club.enter("Ben")
    form = told(club, "alone", "Ben", decision=right, about="programme", cost="60", knew="One shop")
    made, fact = club.written(lambda: ben.post("/decided/", **form))
    assert isinstance(made, ProposalMade)
    assert isinstance(fact, DecisionTaken)
    assert fact.route is Route.DELEGATED_MEMBER
    assert (fact.deciders, fact.authority) == ((club.people["Ben"],), right)
    page = words(ben.get(f"/ideas/{made.originator_id}"))
    assert "We decided YES" in page
    assert "A member decided this alone, as we had agreed. What allowed it?" in page
    assert f"“{WHY}”" in page
    whole = words(ben.get(f"/why/{made.originator_id}/whole"))
    assert "A member decided this alone, as we had agreed." in whole
    assert "What mattered? One shop" in whole


@pytest.mark.parametrize(
    ("who", "route"),
    [(("Jo",), Route.DELEGATED_STAFF), (("Jo", "Ben"), Route.DELEGATED_JOINT)],
)
def test_staff_and_both_together_are_told_apart(
    club_with_staff: Club, who: tuple[str, ...], route: Route
) -> None:
    club = club_with_staff
    right = club.reason("Jo may, or Jo and Ben")
    form = told(club, "alone", *who, decision=right)
    _, fact = club.written(lambda: club.enter("Jo").post("/decided/", **form))
    assert isinstance(fact, DecisionTaken)
    assert fact.route is route


def test_beyond_the_right_nothing_is_written_and_all_of_us_can_be_asked(
    club_with_staff: Club,
) -> None:
    club = club_with_staff
    right, ben = may_alone(club, "Ben", Domain.PROGRAMME), club.enter("Ben")
    form = told(club, "alone", "Ben", decision=right, about="programme", cost="200")
    answer = ben.post("/decided/", **form)
    assert answer.status_code == 400
    page = words(answer)
    assert "This was not allowed" in page
    assert "This is more money than they may spend alone." in page
    assert "Write: staff decided alone" not in page
    assert club.written(lambda: ben.post("/decided/", **form)) == []
    (made,) = club.written(lambda: ben.post("/decided/ask", **form))
    assert isinstance(made, ProposalMade)
    assert made.amount == Money(amount=20000, currency="GBP")
    assert "First we talk" in words(ben.get(f"/ideas/{made.originator_id}"))


def test_beyond_the_right_staff_may_say_that_they_decided_alone(club_with_staff: Club) -> None:
    club = club_with_staff
    right, jo = may_alone(club, "Jo", Domain.PROGRAMME), club.enter("Jo")
    form = told(club, "alone", "Jo", decision=right, about="safety")
    page = words(jo.post("/decided/", **form))
    assert "We did not agree that this is decided alone." in page
    assert "Write: staff decided alone" in page
    made, fact = club.written(lambda: jo.post("/decided/staff", **form))
    assert isinstance(fact, DecisionTaken)
    assert (fact.route, fact.authority) == (Route.STAFF_ALONE, None)
    assert "Staff decided this alone." in words(jo.get(f"/ideas/{made.originator_id}"))


def test_an_idea_that_is_there_is_decided_and_not_made_twice(club_with_staff: Club) -> None:
    club = club_with_staff
    idea, ben = club.idea("A quiet room"), club.enter("Ben")
    assert "We decided this without a vote" in words(ben.get(f"/ideas/{idea}"))
    form = told(club, "nobody", proposal=str(idea), why="", answer="no")
    (fact,) = club.written(lambda: ben.post("/decided/", **form))
    assert isinstance(fact, DecisionTaken)
    assert (fact.route, fact.outcome.result) == (Route.UNDOCUMENTED, Result.REJECTED)
    page = words(ben.get(f"/ideas/{idea}"))
    assert "Nobody wrote down how this was decided." in page


def test_what_people_vote_on_is_decided_by_the_vote(club_with_staff: Club) -> None:
    club = club_with_staff
    vote, ben = club.vote(), club.enter("Ben")
    answer = ben.get(f"/decided/new?proposal={vote}")
    assert answer.status_code == 409
    assert "So the vote decides." in words(answer)


@pytest.mark.parametrize(
    ("how", "more", "sentence"),
    [
        ("alone", {"title": ""}, "Write what was decided."),
        ("alone", {"answer": ""}, "Say what came of it."),
        ("alone", {"who": ""}, "Say who decided it."),
        ("alone", {"decision": ""}, "Pick what allowed it."),
        ("alone", {"why": " "}, "Write why."),
        ("alone", {"cost": "a lot"}, "Write the money as a number"),
        ("staff", {}, "Pick staff only."),
        ("hurry", {"ratify_by": "2026-03-01"}, "Pick a day that still comes"),
        ("hurry", {"ratify_by": "2026-05-05"}, "Pick a day that still comes"),
        ("hurry", {"ratify_by": ""}, "Pick a day that still comes"),
        ("alone", {"review_on": "2026-03-03"}, "Pick a day that comes later."),
    ],
)
def test_what_is_missing_is_said_before_anything_is_written(
    club_with_staff: Club, how: str, more: dict[str, str], sentence: str
) -> None:
    club = club_with_staff
    right, ben = club.reason("Go on"), club.enter("Ben")
    form = {**told(club, how, "Ben", decision=right, ratify_by="2026-03-09"), **more}
    answer = ben.post("/decided/", **form)
    assert answer.status_code == 400
    assert sentence in words(answer)
    assert club.written(lambda: ben.post("/decided/", **form)) == []


def test_by_consent_the_chair_writes_down_that_all_were_fine(club_with_staff: Club) -> None:
    club = club_with_staff
    cited = club.agreed("We decide by consent")
    club.does.adopt_rule(club.act("Asha"), club.here, Rule(method=Method.CONSENT), cited)
    assert "We talked until all were fine" not in words(club.enter("Ben").get("/decided/new"))
    asha = club.enter("Asha")
    assert "We talked until all were fine" in words(asha.get("/decided/new"))
    _, fact = club.written(lambda: asha.post("/decided/", **told(club, "together")))
    assert isinstance(fact, DecisionTaken)
    assert fact.route is Route.CONSENT


def test_what_the_trustees_decided_is_written_down_with_their_decision(club: Club) -> None:
    above, ours = trustees(club)
    act = club.act("Asha")
    idea = club.does.make_proposal(act, above, "A second night")
    club.does.open_voting(act, idea)
    club.does.cast_ballot(act, idea, YES)
    club.does.close_voting(act, idea)
    asha = club.enter("Asha")
    asha.post("/people/committees", committee=str(ours))
    page = words(asha.get("/decided/new?how=trustees"))
    assert "They decided this on" in page
    form = told(club, "trustees", decision=club.does.authority_of(idea))
    _, fact = club.written(lambda: asha.post("/decided/", **form))
    assert isinstance(fact, DecisionTaken)
    assert fact.route is Route.TRUSTEES
    assert "The trustees decided this." in words(asha.get(f"/ideas/{fact.originator_id}"))
    answer = asha.get(f"/ideas/{fact.originator_id}/change")
    assert answer.status_code == 200
    refused = asha.post(f"/ideas/{fact.originator_id}/change", why="It is new", title="No night")
    assert "Only they can change it." in words(refused)


def trustees(club: Club) -> tuple[CommitteeId, CommitteeId]:
    """A committee of trustees, and one that answers to it; Asha sits on both."""
    act, asha = club.act("Asha"), club.people["Asha"]
    rule = Rule(method=Method.MAJORITY)
    above = club.does.found_committee(act, "The trustees", rule)
    club.does.seat_person(act, above, asha, Seat.TRUSTEE)
    idea = club.does.make_proposal(act, above, "A new club")
    club.does.open_voting(act, idea)
    club.does.cast_ballot(act, idea, YES)
    club.does.close_voting(act, idea)
    ours = club.does.found_committee(act, "New club", rule, founded_by=club.does.authority_of(idea))
    club.does.seat_person(act, ours, asha, Seat.MEMBER)
    return above, ours


def meets_in_july(club: Club) -> None:
    on = LocalMoment(day=JULY, zone="Europe/London")
    club.does.call_meeting(club.act("Asha"), club.here, on)


def test_the_next_meeting_is_the_day_that_is_offered(club_with_staff: Club) -> None:
    meets_in_july(club_with_staff)
    page = club_with_staff.enter("Ben").get("/decided/new?how=hurry")
    assert f'value="{JULY}"' in page.text
    assert "We meet on Friday 3 July." in words(page)
