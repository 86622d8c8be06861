"""The statutes of a log that was written out, and comes in again event by event."""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from domain.act import Act
from domain.application import Governance
from domain.committee import Committee
from domain.errors import Malformed, NotEligible, NotFound
from domain.events import Event
from domain.kinds import Attestation, Closing, Through
from domain.proposal import Proposal
from domain.values import Period
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    EVENING,
    IDEA,
    MORNING,
    NO,
    NOON,
    THE_COMMITTEE,
    WORRY,
    YES,
    a_club,
    cast,
    closed,
    decided,
    founded,
    imported,
    left,
    made,
    opened,
    seated,
    voter_dropped,
    worried,
)
from tests.proposal_facts import OTHER_SLIP, SLIP, slip_read
from tests.scenario import given

OLD = UUID(int=7)
LATE = EVENING + timedelta(days=1)


@dataclass
class Source:
    """What another log says of an event."""

    says: dict[str, Any]

    def fresh(self, taken: Container[object]) -> UUID:
        assert OLD not in taken
        return OLD

    def tell(self, made: Event) -> Event:
        return made.model_copy(update=self.says)


def told(**says: Any) -> Act:
    return replace(imported(ASHA), told=Source(says))


def test_what_begins_keeps_the_id_that_it_had() -> None:
    club = given().when(Committee.found, told(), None, None, None).then(founded())
    assert club.events[0].originator_id == OLD


def test_what_another_log_recorded_stands_as_it_was_recorded_there() -> None:
    act = told(through=Through.OWN_SCREEN, occurred_at=EVENING)
    said = given(made(), opened()).when(Proposal.cast_ballot, act, ASHA, YES)
    said.then(cast(ASHA, YES, through=Through.OWN_SCREEN)).at(EVENING)


def test_what_another_log_tells_has_to_fit_in_as_well() -> None:
    act = told(occurred_at=MORNING - timedelta(days=1))
    given(made(), opened()).when(Proposal.cast_ballot, act, ASHA, YES).then_refused(
        Malformed, saying="before the last thing"
    )


def test_a_moment_is_held_against_the_clock_of_the_log_that_recorded_it() -> None:
    """Asha said in the evening of a later day that the record of that day is complete."""
    day = Period(first=date(2026, 3, 3), last=LATE.date())
    club = given(founded(), seated(ASHA))
    act = replace(told(), occurred_at=NOON)
    club.when(Committee.attest, act, ASHA, day, Attestation.COMPLETE).then_refused(
        Malformed, saying="not over yet"
    )
    act = replace(act, noted_at=LATE)
    answer = club.when(Committee.attest, act, ASHA, day, Attestation.COMPLETE)
    assert not answer.refusal


def test_an_imported_slip_counts_when_two_people_have_read_the_same() -> None:
    read = [slip_read(ASHA), slip_read(BEN)]
    given(made(), opened(), *read).when(Proposal.cast_ballot, imported(CARA), CARA, YES, SLIP).then(
        cast(CARA, YES, slip=SLIP)
    )
    for past in (read[:1], [slip_read(ASHA), slip_read(BEN, CARA, NO)]):
        given(made(), opened(), *past).when(
            Proposal.cast_ballot, imported(CARA), CARA, YES, SLIP
        ).then_refused(NotEligible, saying="both read the same")


def test_the_same_answer_on_another_slip_is_another_ballot() -> None:
    read = [slip_read(who, slip=slip) for slip in (SLIP, OTHER_SLIP) for who in (ASHA, BEN)]
    vote = given(made(), opened(), *read, cast(CARA, YES, slip=SLIP))
    vote.when(Proposal.cast_ballot, imported(CARA), CARA, YES, SLIP).then_nothing()
    vote.when(Proposal.cast_ballot, imported(CARA), CARA, YES, OTHER_SLIP).then(
        cast(CARA, YES, slip=OTHER_SLIP)
    )


def test_only_who_left_drops_out_of_votes() -> None:
    club = [*a_club(), made(), opened()]
    given(*club, left(CARA)).when(Governance.drop_voter, imported(), IDEA, CARA).then(
        voter_dropped(CARA)
    )
    given(*club).when(Governance.drop_voter, imported(), IDEA, CARA).then_refused(
        NotEligible, saying="who left"
    )


def test_a_worry_that_was_found_words_for_is_its_owners_and_open() -> None:
    vote = [made(), opened(), worried(CARA)]
    given(*vote).when(Proposal.raise_objection, imported(CARA), CARA, objection=WORRY).then(
        worried(CARA)
    )
    given(*vote).when(Proposal.raise_objection, imported(BEN), BEN, objection=WORRY).then_refused(
        NotFound, saying="no such worry"
    )


def test_a_history_may_tell_how_a_deadline_ended_a_vote() -> None:
    vote = given(made(), opened(closes_at=NOON), cast(BEN))
    act = replace(imported(THE_COMMITTEE), told=Source({}))
    vote.when(Proposal.settle, NOON, act).then(
        closed(Closing.DEADLINE, source=act.source), decided(source=act.source)
    )
    vote.when(Proposal.settle, MORNING, act).then_nothing()


def test_an_imported_decision_may_name_the_rule_that_its_vote_rested_on() -> None:
    vote = given(*a_club(), made(), opened(), cast(BEN), cast(ASHA))
    right = opened().authority
    answer = vote.when(Governance.close_and_decide, imported(), IDEA, authority=right)
    answer.then(closed(Closing.NOT_STATED), decided(authority=right))


def test_an_imported_vote_may_name_the_rule_in_force() -> None:
    club = given(*a_club(), made())
    adopted = next(e for e in club.events if e.TOPIC == "committee.rule-adopted").event_id
    club.when(Governance.open_voting, imported(), IDEA, authority=adopted).then(
        opened(authority=adopted)
    )
