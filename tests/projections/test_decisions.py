"""Ideas, votes, worries and decisions: how far a question has come, and what came of it."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from domain.ids import ProposalId
from domain.kinds import ObjectionGround, Resolution, Route, Stake
from domain.voting.tally import ChoiceTally, Outcome, Result
from projections.seen import Stage
from tests.facts import A_WORRY, CONSENT, MAJORITY, NO, YES
from tests.projections.club import Club

ADOPTED, REJECTED = Outcome(result=Result.ADOPTED), Outcome(result=Result.REJECTED)


# ---- How far an idea has come


def test_an_idea_is_told_whole(club: Club) -> None:
    idea = club.governance.make_proposal(
        club.by(club.ben),
        club.committee,
        "A club night",
        text="With music.",
        options=["Friday", "Saturday"],
        stake=Stake.SMALL,
    )
    seen = club.seen(idea)
    assert (seen.title, seen.text, seen.idea_by_name) == ("A club night", "With music.", "Ben")
    assert [option.title for option in seen.options] == ["Friday", "Saturday"]
    assert (seen.stake, seen.stage, seen.made_at) == (Stake.SMALL, Stage.MADE, club.now)


def test_an_idea_goes_from_made_to_open_to_decided(club: Club) -> None:
    idea = club.idea()
    stages = [club.seen(idea).stage]
    opened = club.later(hours=1)
    club.governance.open_voting(club.by(club.asha), idea)
    stages.append(club.seen(idea).stage)
    club.vote(idea, YES)
    closed = club.later(hours=1)
    club.close(idea)
    seen = club.seen(idea)
    assert [*stages, seen.stage] == [Stage.MADE, Stage.OPEN, Stage.DECIDED]
    assert (seen.opened_at, seen.closed_at, seen.terms) == (opened, closed, MAJORITY)
    assert seen.electorate == (club.asha, club.ben, club.cara)


def test_an_idea_that_was_taken_back_is_open_no_more(club: Club) -> None:
    idea = club.open(closes_at=club.now + timedelta(days=1))
    club.governance.withdraw_proposal(club.by(club.ben), idea)
    assert club.seen(idea).stage is Stage.WITHDRAWN
    assert club.decisions.undecided(club.committee, club.now) == []
    assert club.decisions.due(club.later(days=2)) == []


def test_a_vote_is_over_at_its_deadline_to_the_second(club: Club) -> None:
    end = club.now + timedelta(hours=1, seconds=30)
    idea = club.open(closes_at=end)
    stages = {
        seconds: club.seen(idea, end + timedelta(seconds=seconds)).stage for seconds in (-1, 0, 1)
    }
    assert stages == {-1: Stage.OPEN, 0: Stage.OVER, 1: Stage.OVER}
    assert club.decisions.due(end - timedelta(seconds=1)) == []
    assert club.decisions.due(end) == [idea]


def test_a_deadline_within_a_second_is_never_missed(club: Club) -> None:
    end = club.now + timedelta(hours=1, microseconds=900_000)
    idea = club.open(closes_at=end)
    assert club.decisions.due(end) == [idea]


def test_a_vote_that_was_settled_is_due_no_more(club: Club) -> None:
    end = club.now + timedelta(hours=1)
    first = club.open("First", closes_at=end + timedelta(minutes=1))
    second = club.open("Second", closes_at=end)
    club.open("No end")
    now = club.later(days=1)
    assert club.decisions.due(now) == [second, first]
    for idea in club.decisions.due(now):
        club.governance.settle_voting(idea, now)
    assert club.decisions.due(now) == []
    assert (club.seen(second).closed_at, club.seen(second).stage) == (end, Stage.DECIDED)


def test_what_is_undecided_is_listed_the_oldest_first(club: Club) -> None:
    with club.governance.batch():
        first, second, third = club.open("First"), club.idea("Second"), club.idea("Third")
        club.governance.withdraw_proposal(club.by(club.ben), second)
        fourth = club.idea("Fourth")
        club.vote(first, YES)
        club.close(first)
    listed = club.decisions.undecided(club.committee, club.now)
    assert [idea.proposal for idea in listed] == [third, fourth]


def test_open_votes_are_shown_to_whoever_can_vote_the_first_to_end_first(club: Club) -> None:
    soon, late = club.now + timedelta(hours=1), club.now + timedelta(days=1)
    without, second = club.open("No end"), club.open("Late", closes_at=late)
    first, recused = club.open("Soon", closes_at=soon), club.open("Recused")
    club.idea("Not open")
    club.governance.recuse(club.by(club.ben), recused)
    open_for = {
        name: [idea.proposal for idea in club.decisions.open_for(club.committee, who, club.now)]
        for name, who in (("Ben", club.ben), ("Dev", club.dev))
    }
    assert open_for == {"Ben": [first, second, without], "Dev": []}
    assert club.decisions.open_for(club.committee, club.ben, soon)[0].proposal == second


def test_who_leaves_is_found_in_the_votes_that_are_open(club: Club) -> None:
    over, still = club.open(closes_at=club.now + timedelta(hours=1)), club.open("Open")
    club.decide("Decided")
    now = club.later(hours=2)
    assert club.decisions.open_with(club.committee, club.ben, now) == [still]
    assert club.seen(over).stage is Stage.OVER
    assert club.decisions.open_with(club.committee, club.dev, now) == []


# ---- Worries


def test_a_worry_is_told_with_its_answers_and_its_end(club: Club) -> None:
    idea = club.open()
    raised = club.now
    worry = club.governance.raise_objection(
        club.by(club.cara), idea, "Too loud", ObjectionGround.SAFETY
    )
    club.governance.answer_objection(club.by(club.ben), idea, worry, "Until ten")
    club.governance.answer_objection(club.by(club.asha), idea, worry, "With a limiter")
    (open_one,) = club.seen(idea).objections
    later = club.later(hours=1)
    club.governance.resolve_objection(club.by(club.cara), idea, worry, Resolution.WITHDRAWN)
    (ended,) = club.seen(idea).objections
    assert (open_one.name, open_one.words, open_one.ground, open_one.raised_at) == (
        "Cara",
        "Too loud",
        ObjectionGround.SAFETY,
        raised,
    )
    assert (open_one.answers, open_one.how) == (("Until ten", "With a limiter"), None)
    assert (ended.how, ended.resolved_at) == (Resolution.WITHDRAWN, later)


def test_a_worry_keeps_its_words_and_its_first_moment_when_it_is_raised_again(club: Club) -> None:
    idea = club.open()
    raised = club.now
    club.vote(idea, NO, NO, A_WORRY)
    club.governance.raise_objection(club.by(club.cara), idea, "Too loud")
    club.later(hours=1)
    club.governance.raise_objection(club.by(club.cara), idea)
    (worry,) = club.seen(idea).objections
    assert (worry.words, worry.raised_at, worry.how) == ("Too loud", raised, None)


def test_a_worry_that_is_raised_again_after_its_end_is_open_again(club: Club) -> None:
    idea = club.open()
    worry = club.governance.raise_objection(club.by(club.cara), idea, "Too loud")
    club.governance.answer_objection(club.by(club.asha), idea, worry, "We turn it down")
    club.governance.resolve_objection(club.by(club.asha), idea, worry, Resolution.EXPLAINED)
    again = club.seen(idea).objections
    assert [it.how for it in again] == [Resolution.EXPLAINED]
    club.governance.raise_objection(club.by(club.cara), idea, "Still too loud")
    assert [it.how for it in club.seen(idea).objections] == [Resolution.EXPLAINED, None]


# ---- What was decided


def test_a_decision_is_shown_with_rule_tally_and_right(club: Club) -> None:
    idea = club.open()
    club.vote(idea, YES, NO, YES)
    later = club.later(hours=1)
    club.close(idea)
    seen = club.decision(idea)
    assert (seen.title, seen.outcome, seen.route, seen.terms) == (
        "A club night",
        ADOPTED,
        Route.VOTE,
        MAJORITY,
    )
    assert seen.tally == ChoiceTally(
        yes=2, no=1, abstain=0, objection=0, stand_aside=0, silent=0, recused=0
    )
    assert (seen.decided_at, seen.entitled, seen.differs) == (later, 3, False)
    assert seen.authority == club.governance.events_of(club.committee)[1].event_id


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ((YES, YES, NO), "More than half had to say yes: 2 of the 3 who said yes or no did."),
        ((NO,), "More than half had to say yes: 0 of the 1 who said yes or no did."),
    ],
)
def test_why_a_vote_came_out_so_is_told_in_a_sentence(
    club: Club, answers: tuple[Any, ...], why: str
) -> None:
    idea = club.open()
    club.vote(idea, *answers)
    club.close(idea)
    assert club.decisions.explanation(idea) == why


def test_where_nobody_voted_until_the_end_there_is_nothing_to_tell(club: Club) -> None:
    idea = club.open(closes_at=club.now + timedelta(hours=1))
    club.governance.settle_voting(idea, club.later(hours=2))
    assert club.decisions.explanation(idea) == ""


def test_who_left_without_voting_or_stays_out_is_not_told_of(strangers: Club) -> None:
    club = strangers.found(CONSENT, chair=True)
    idea = club.open()
    club.vote(idea, YES, A_WORRY)
    club.governance.recuse(club.by(club.ben), idea)
    club.governance.leave_committee(club.by(club.cara), club.committee, club.cara, proposals=[idea])
    club.close(idea)
    assert club.decision(idea).outcome == ADOPTED
    assert club.decisions.explanation(idea) == "1 said yes, and no worry was left."


def test_an_undecided_idea_has_no_explanation(club: Club) -> None:
    assert club.decisions.explanation(club.open()) == ""


def test_the_register_lists_decisions_oldest_first(club: Club) -> None:
    club.decide("First")
    club.decide("Second", NO)
    other = club.governance.found_committee(club.by(club.asha), "Food Club", MAJORITY)
    assert [(it.title, it.outcome) for it in club.decisions.register(club.committee)] == [
        ("First", ADOPTED),
        ("Second", REJECTED),
    ]
    assert club.decisions.register() == club.decisions.register(club.committee)
    assert club.decisions.register(other) == []


def test_the_latest_decisions_come_a_few_at_a_time(club: Club) -> None:
    for number in range(6):
        club.decide(f"Number {number}", YES if number % 2 else NO)
    first = club.decisions.latest(club.committee, 2)
    then = club.decisions.latest(club.committee, 9, before=first[-1].position)
    yes = club.decisions.latest(club.committee, 2, results=[Result.ADOPTED])
    assert [[it.title[-1] for it in some] for some in (first, then, yes)] == [
        ["5", "4"],
        ["3", "2", "1", "0"],
        ["5", "3"],
    ]
    assert club.decisions.latest(club.committee, 9, before=0) == []


def test_an_idea_that_is_not_there_is_nothing(club: Club) -> None:
    nowhere = ProposalId(uuid4())
    assert club.decisions.proposal(nowhere, club.now) is None
    assert club.decisions.explanation(nowhere) == ""
