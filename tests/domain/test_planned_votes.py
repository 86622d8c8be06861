"""The statutes of a vote that is planned ahead: it begins by itself, and all is fixed before."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.act import Act
from domain.application import Governance
from domain.errors import Malformed, NotOpen
from domain.proposal import Proposal
from domain.voting.rule import Method, Rule
from domain.voting.tally import StatedTally
from tests.facts import (
    ASHA,
    BEN,
    IDEA,
    MORNING,
    NO,
    NOON,
    SOME_WORDS,
    YES,
    a_club,
    by,
    cast,
    closed,
    decided,
    imported,
    made,
    opened,
)
from tests.proposal_facts import SLIP, amended, deferred
from tests.scenario import given

DAY = timedelta(days=1)
TOMORROW = NOON + DAY
PLANNED = given(*a_club(), made(), opened(opens_at=TOMORROW))
NOT_BEGUN = "This vote has not begun yet. Its page says when it begins."


def test_a_vote_may_be_planned_for_a_later_time() -> None:
    club = given(*a_club(), made())
    club.when(Governance.open_voting, by(ASHA), IDEA, opens_at=TOMORROW).then(
        opened(opens_at=TOMORROW)
    )


def test_a_vote_begins_ahead_and_ends_after_it_has_begun() -> None:
    club = given(*a_club(), made())
    club.when(Governance.open_voting, by(ASHA), IDEA, opens_at=NOON).then_refused(
        Malformed, saying="The beginning of a vote must lie ahead."
    )
    too_early = {"opens_at": TOMORROW, "closes_at": TOMORROW}
    club.when(Governance.open_voting, by(ASHA), IDEA, **too_early).then_refused(
        Malformed, saying="A vote ends after it has begun."
    )


def test_nobody_votes_before_it_begins_on_a_screen_on_paper_or_by_hands() -> None:
    hands = StatedTally(said={YES: 2, NO: 0})
    PLANNED.when(Proposal.cast_ballot, by(BEN), BEN, YES).then_refused(NotOpen, saying=NOT_BEGUN)
    PLANNED.when(Proposal.read_paper_ballot, by(ASHA), SLIP, ASHA, BEN, YES).then_refused(
        NotOpen, saying=NOT_BEGUN
    )
    PLANNED.when(Proposal.count_hands, by(ASHA), hands).then_refused(NotOpen, saying=NOT_BEGUN)


def test_it_begins_at_its_time_without_a_press() -> None:
    PLANNED.when(Proposal.cast_ballot, by(BEN, TOMORROW), BEN, YES).then(cast(BEN, YES, actor=BEN))


def test_nobody_ends_it_before_it_begins() -> None:
    PLANNED.when(Governance.close_voting, by(ASHA), IDEA).then_refused(NotOpen, saying=NOT_BEGUN)
    begun = given(*a_club(), made(), opened(opens_at=TOMORROW), cast(BEN, YES, at=TOMORROW))
    begun.when(Governance.close_voting, by(ASHA, TOMORROW + DAY), IDEA).then(closed(), decided())


def because(act: Act) -> Act:
    """The same press, with a reason."""
    return replace(act, reason=SOME_WORDS)


def test_whoever_runs_the_meetings_can_call_it_off_before_it_begins_and_says_why() -> None:
    PLANNED.when(Governance.defer_proposal, because(by(ASHA)), IDEA).then(deferred())
    PLANNED.when(Governance.defer_proposal, by(ASHA), IDEA).then_refused(
        Malformed, saying="Say why."
    )
    PLANNED.when(Governance.defer_proposal, because(by(ASHA, TOMORROW)), IDEA).then_refused(
        NotOpen, saying="Voting is open already."
    )
    told = given(*a_club(), made(), opened(opens_at=TOMORROW), cast(BEN, YES))
    told.when(Governance.defer_proposal, because(by(ASHA)), IDEA).then_refused(
        NotOpen, saying="Voting is open already."
    )


def test_a_vote_that_was_called_off_can_be_planned_anew() -> None:
    off = given(*a_club(), made(), opened(opens_at=TOMORROW), deferred())
    off.when(Proposal.cast_ballot, by(BEN, TOMORROW), BEN, YES).then_refused(
        NotOpen, saying="Voting has not opened yet."
    )
    off.when(Governance.open_voting, by(ASHA), IDEA, opens_at=TOMORROW + DAY).then(
        opened(opens_at=TOMORROW + DAY)
    )


def test_its_words_are_fixed_when_it_is_planned() -> None:
    title = amended().title
    PLANNED.when(Proposal.amend, by(ASHA), title=title, as_chair=True).then_refused(
        NotOpen, saying="cannot change"
    )


def test_the_days_to_read_and_the_days_to_vote_are_counted_to_and_from_its_beginning() -> None:
    rule = Rule(method=Method.MAJORITY, days_to_read=2, least_days=1)
    club = given(*a_club(rule=rule), made())
    club.when(Governance.open_voting, by(ASHA), IDEA, opens_at=MORNING + DAY).then_refused(
        NotOpen, saying="First, people have 2 days to read this."
    )
    when: dict[str, Any] = {"opens_at": MORNING + 2 * DAY, "closes_at": MORNING + 2.5 * DAY}
    club.when(Governance.open_voting, by(ASHA), IDEA, **when).then_refused(
        Malformed, saying="open for one day at least"
    )
    when["closes_at"] = MORNING + 3 * DAY
    club.when(Governance.open_voting, by(ASHA), IDEA, **when).then(opened(rule, **when))


def test_a_history_tells_of_votes_that_came_too_soon() -> None:
    PLANNED.when(Proposal.cast_ballot, imported(BEN), BEN, NO).then(cast(BEN, NO, actor=BEN))
