"""What NOW tells people that others did or that waits for them; and how each of it ends."""

import re
from datetime import timedelta

import pytest

from domain.act import Act
from domain.ids import ObjectionId, PersonId, ProposalId
from domain.kinds import Domain, Resolution, Say, Seat
from domain.sealed import Sealed
from domain.values import DomainSay, MandateHolder
from domain.voting.rule import Method, Rule, Tie
from tests.web.club import NO, YES, Club, Visitor, words

NOTHING = "Nothing to do. Well done."


def now(club: Club, name: str) -> str:
    return words(club.enter(name).get("/"))


def because(club: Club, name: str, why: str) -> Act:
    return Act.now(club.people[name], club.clock.now, Sealed.of(why))


def knows(club: Club, name: str) -> Visitor:
    """Whoever presses “I know” on the first news there is."""
    visitor = club.enter(name)
    news = re.search(r'name="what" value="([^"]+)"', visitor.get("/").text)
    assert news
    assert club.written(lambda: visitor.press("/known", what=news[1])) == []
    return visitor


# ---- Votes for others, and ties


def test_who_is_asked_to_vote_for_another_finds_it_until_there_is_a_vote(club: Club) -> None:
    rule = Rule(method=Method.MAJORITY, proxies=True)
    club.does.adopt_rule(club.act("Asha"), club.here, rule, club.agreed("We may ask"))
    vote, ben = club.vote(days=None), club.people["Ben"]
    club.cast(vote, Cara=YES)
    assert NOTHING in now(club, "Cara")
    club.does.give_proxy(club.act("Ben"), vote, club.people["Cara"])
    card = "Ben asks you Will you vote for them? DJ Sam You can vote until we close it."
    assert card in now(club, "Cara")
    assert f'href="/ideas/{vote}/for/{ben}"' in club.enter("Cara").get("/").text
    assert "asks you Will you vote" not in now(club, "Asha")
    club.enter("Cara").press(f"/ideas/{vote}/for/{ben}", answer="no")
    assert NOTHING in now(club, "Cara")


def test_what_is_asked_ends_where_somebody_votes_for_themselves(club: Club) -> None:
    rule = Rule(method=Method.MAJORITY, proxies=True)
    club.does.adopt_rule(club.act("Asha"), club.here, rule, club.agreed("We may ask"))
    vote = club.vote(days=None)
    club.does.give_proxy(club.act("Ben"), vote, club.people["Cara"])
    assert "Ben asks you" in now(club, "Cara")
    club.cast(vote, Ben=YES)
    assert "Ben asks you" not in now(club, "Cara")


def test_a_tie_waits_for_whoever_runs_the_meeting(club: Club) -> None:
    rule = Rule(method=Method.MAJORITY, tie=Tie.CHAIR)
    club.does.adopt_rule(club.act("Asha"), club.here, rule, club.agreed("How we decide"))
    idea = club.vote(days=None)
    club.cast(idea, Ben=YES, Cara=NO)
    club.does.close_voting(club.act("Asha"), idea)
    assert "It is a tie DJ Sam You run the meeting. So you decide." in now(club, "Asha")
    assert "It is a tie" not in now(club, "Ben")
    club.enter("Asha").press(f"/ideas/{idea}/tie", answer="yes")
    assert "It is a tie" not in now(club, "Asha")


# ---- Worries and ideas that others ended


@pytest.fixture
def worry(club: Club) -> tuple[ProposalId, ObjectionId]:
    """Cara has a worry about Ben's idea."""
    idea = club.idea("DJ Sam", by="Ben")
    return idea, club.does.raise_objection(club.act("Cara"), idea, "Too loud")


def test_whose_worry_was_ended_by_another_hears_of_it(
    club: Club, worry: tuple[ProposalId, ObjectionId]
) -> None:
    club.does.resolve_objection(because(club, "Asha", "We go on"), *worry, Resolution.OVERRULED)
    assert "Your worry DJ Sam Most of us want to go on." in now(club, "Cara")
    owner = "Your idea DJ Sam A worry about it is over. Most of us want to go on."
    assert owner in now(club, "Ben")
    for name in ("Asha", "Eve"):
        assert "DJ Sam Most of us" not in now(club, name)
    assert NOTHING in words(knows(club, "Cara").get("/"))
    assert owner in now(club, "Ben"), "each says so for themselves"
    club.clock.on(days=15)
    assert "A worry about it is over" not in now(club, "Ben")


def test_who_takes_their_own_worry_back_is_told_nothing(
    club: Club, worry: tuple[ProposalId, ObjectionId]
) -> None:
    club.does.resolve_objection(club.act("Cara"), *worry, Resolution.WITHDRAWN)
    assert NOTHING in now(club, "Cara")


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (None, "It is not on our list."),
        (30, "We put it off until Thursday 2 April."),
    ],
)
def test_whose_idea_the_chair_put_off_hears_of_it(club: Club, until: int | None, said: str) -> None:
    idea, act = club.idea("DJ Sam", by="Ben"), because(club, "Asha", "No money")
    if until is None:
        club.does.decline_proposal(act, idea)
    else:
        day = (club.clock.now + timedelta(days=until)).date()
        club.does.defer_proposal(act, idea, until=day)
    assert f"Your idea DJ Sam {said}" in now(club, "Ben")
    assert "Your idea" not in now(club, "Cara")
    assert NOTHING in words(knows(club, "Ben").get("/"))


def test_the_chair_is_told_nothing_of_what_they_did_themselves(club: Club) -> None:
    idea = club.idea("DJ Sam", by="Asha")
    club.does.decline_proposal(because(club, "Asha", "No"), idea)
    assert "Your idea" not in now(club, "Asha")


# ---- Mandates


def test_who_may_do_something_alone_hears_when_it_is_new_or_over(club: Club) -> None:
    ben = MandateHolder(person=club.people["Ben"])
    says = [DomainSay(domain=Domain.MONEY, say=Say.ALONE)]
    right = club.agreed("Ben may buy tape")
    does, asha = club.does, club.act("Asha")
    first = does.grant_mandate(asha, club.here, ben, "Buy tape", says=says, authority=right)
    assert "You may do this alone now. Buy tape" in now(club, "Ben")
    assert "Buy tape" not in now(club, "Cara")
    assert "Buy tape" not in words(knows(club, "Ben").get("/"))
    second = does.grant_mandate(
        asha, club.here, ben, "Buy pens", says=says, renews=first, authority=right
    )
    assert "What you may do alone is new. Buy pens" in now(club, "Ben")
    knows(club, "Ben")
    does.revoke_mandate(asha, club.here, second, authority=right)
    assert "You may not do this alone any more. Buy pens" in now(club, "Ben")
    assert NOTHING in words(knows(club, "Ben").get("/"))


def test_what_ends_soon_is_asked_of_its_holder_too(club: Club) -> None:
    ben = MandateHolder(person=club.people["Ben"])
    ends = (club.clock.now + timedelta(days=20)).date()
    club.does.grant_mandate(
        club.act("Asha"),
        club.here,
        ben,
        "Buy tape",
        says=[DomainSay(domain=Domain.MONEY, say=Say.ALONE)],
        expires=ends,
        authority=club.agreed("Ben may buy tape"),
    )
    for name in ("Ben", "Asha"):
        assert "Buy tape Does it go on?" in now(club, name)


# ---- Who is told nothing


def test_whoever_looks_on_is_told_no_news_and_says_none(
    club: Club, worry: tuple[ProposalId, ObjectionId]
) -> None:
    club.people["Ola"] = club.does.register_person(club.act("Asha"), "Ola")
    seat: PersonId = club.people["Ola"]
    club.does.seat_person(club.act("Asha"), club.here, seat, Seat.OBSERVER, voting=False)
    club.does.resolve_objection(because(club, "Asha", "We go on"), *worry, Resolution.OVERRULED)
    ola = club.enter("Ola")
    assert "Your" not in words(ola.get("/"))
    assert ola.post("/known", what=f"news {'0' * 32}").status_code == 403


@pytest.mark.parametrize("what", ["", "practice", "news", "news ;" + "0" * 32, "news " + "0" * 99])
def test_what_is_no_news_is_not_understood(club: Club, what: str) -> None:
    assert club.enter("Ben").post("/known", what=what).status_code == 400
