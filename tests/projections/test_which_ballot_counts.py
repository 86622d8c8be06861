"""Which ballot counts: the last one before the end, of whoever could vote and did not stay out."""

from typing import Any

from domain.act import Act
from domain.ids import ProposalId
from domain.kinds import Through
from domain.sealed import Sealed
from domain.voting.answers import Ranking
from domain.voting.tally import Outcome, Result
from projections.seen import WhyNot
from tests.facts import NO, NOT_SURE, RANKED, YES
from tests.projections.club import Club

ADOPTED, REJECTED = Outcome(result=Result.ADOPTED), Outcome(result=Result.REJECTED)


def ballots(club: Club, idea: ProposalId) -> list[tuple[str, Any, WhyNot | None]]:
    return [(it.name, it.answer, it.why_not) for it in club.seen(idea).ballots]


def counted(club: Club, idea: ProposalId) -> list[tuple[str, Any]]:
    return [(it.name, it.answer) for it in club.seen(idea).counted_ballots]


def test_the_last_answer_before_the_end_counts(club: Club) -> None:
    idea = club.open()
    club.vote(idea, YES, NO, NOT_SURE)
    club.vote(idea, NO)
    assert ballots(club, idea) == [
        ("Asha", YES, WhyNot.CHANGED),
        ("Ben", NO, None),
        ("Cara", NOT_SURE, None),
        ("Asha", NO, None),
    ]
    assert counted(club, idea) == [("Asha", NO), ("Ben", NO), ("Cara", NOT_SURE)]


def test_an_answer_that_was_taken_back_does_not_count(club: Club) -> None:
    idea = club.open()
    club.vote(idea, YES, YES)
    club.governance.withdraw_ballot(club.by(club.asha), idea)
    club.governance.withdraw_ballot(club.by(club.ben), idea)
    club.vote(idea, NO)
    assert ballots(club, idea) == [
        ("Asha", YES, WhyNot.CHANGED),
        ("Ben", YES, WhyNot.WITHDRAWN),
        ("Asha", NO, None),
    ]
    assert club.seen(idea).ballot_of(club.ben) is None


def test_who_stays_out_of_it_has_no_answer_that_counts(club: Club) -> None:
    idea = club.open()
    club.vote(idea, NO, YES)
    club.governance.recuse(club.by(club.asha), idea)
    club.close(idea)
    assert ballots(club, idea) == [("Asha", NO, WhyNot.RECUSED), ("Ben", YES, None)]
    assert not club.seen(idea).may_vote(club.asha)
    assert (club.decision(idea).recused, club.decision(idea).entitled) == (1, 2)


def test_who_left_after_voting_keeps_their_answer(club: Club) -> None:
    idea = club.open()
    club.vote(idea, YES, NO)
    for person in (club.ben, club.cara):
        club.governance.leave_committee(club.by(person), club.committee, person, proposals=[idea])
    assert [club.seen(idea).may_vote(person) for person in club.people[:3]] == [True, False, False]
    assert counted(club, idea) == [("Asha", YES), ("Ben", NO)]
    club.close(idea)
    assert club.decision(idea).entitled == 2


def test_an_answer_told_after_the_end_never_counts(club: Club) -> None:
    idea = club.open()
    club.vote(idea, YES)
    club.close(idea)
    club.governance.cast_ballot(club.told(club.ben), idea, NO)
    club.governance.cast_ballot(club.told(club.asha), idea, NO)
    assert ballots(club, idea) == [
        ("Asha", YES, None),
        ("Ben", NO, WhyNot.LATE),
        ("Asha", NO, WhyNot.LATE),
    ]


def test_an_answer_told_after_the_idea_was_taken_back_never_counts(club: Club) -> None:
    idea = club.open()
    club.vote(idea, YES)
    club.governance.withdraw_proposal(club.by(club.ben), idea)
    club.governance.cast_ballot(club.told(club.cara), idea, NO)
    assert ballots(club, idea) == [("Asha", YES, None), ("Cara", NO, WhyNot.LATE)]


def test_an_answer_shows_who_wrote_it_down_and_why(club: Club) -> None:
    idea = club.open()
    act = Act(
        club.cara,
        club.now,
        recorded_by=club.asha,
        through=Through.PAPER,
        reason=Sealed.of("It is loud."),
    )
    club.governance.cast_ballot(act, idea, NO)
    (ballot,) = club.seen(idea).ballots
    assert (ballot.reason, ballot.through, ballot.recorded_by) == (
        "It is loud.",
        Through.PAPER,
        club.asha,
    )
    assert (ballot.at, ballot.recorded_at) == (club.now, club.now)


def test_a_ranked_answer_comes_back_as_it_was_given(strangers: Club) -> None:
    club = strangers.found(RANKED)
    idea = club.idea("Which film?", options=["Alien", "Brazil", "Casablanca"])
    alien, brazil, casablanca = (option.option for option in club.seen(idea).options)
    club.governance.open_voting(club.by(club.asha), idea)
    ranking = Ranking(places=((brazil,), (alien, casablanca)))
    club.vote(idea, ranking, ranking)
    club.close(idea)
    assert counted(club, idea) == [("Asha", ranking), ("Ben", ranking)]
    assert club.decision(idea).chosen == ("Brazil",)
