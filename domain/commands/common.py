"""What several commands have in common: the right they cite, the deadline they meet first."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar, cast
from uuid import UUID

from domain.act import Act
from domain.authority import Authority
from domain.commands.following import Following
from domain.committee import Committee, Standing
from domain.errors import NoAuthority, NotEligible, NotFound
from domain.ids import CommitteeId, MandateId, PersonId, ProposalId, StepInId
from domain.ledger import Desk
from domain.meeting import Meeting
from domain.person import Person
from domain.plan import Plan
from domain.proposal import Proposal
from domain.task import Task
from domain.values import EventId, MandateHolder, place_of

T = TypeVar("T")


class Commands(Following):
    """A part of ``Governance``."""

    def committee_of(self, stream: UUID) -> CommitteeId | None:
        """The committee to which a stream belongs; a person's belongs to none."""
        return self._do(lambda desk: self._committee_of(desk, stream))

    def standing_of(self, committee: CommitteeId, person: PersonId) -> Standing | None:
        """What somebody is on a committee, as the next command will find it."""
        return self._do(lambda desk: desk.get(Committee, committee).standing(person))

    def authority_of(self, proposal: ProposalId) -> EventId:
        """The decision that a change may cite, if the committee said yes to this."""
        right = self._do(lambda desk: desk.get(Proposal, proposal).authority())
        return cast("EventId", right.event)

    def grant_of(self, committee: CommitteeId, given: MandateId | StepInId) -> EventId:
        """The event of a mandate or a step-in, for a change that cites it."""
        return self._do(lambda desk: desk.get(Committee, committee).grant_of(given))

    def _right(self, desk: Desk, act: Act, event: EventId) -> Authority:
        """The right that this event gives to whoever acts, as the stream it stands in tells it.

        A founding, a mandate or a step-in of a committee, or the decision on a proposal.
        """
        stream, _ = place_of(event)
        source = desk.first_of(Committee, Proposal, stream)
        if isinstance(source, Committee):
            return source.right_of(event, act)
        right = source.authority(act, None if act.is_import else self._met_on(desk, source))
        if right.event != event:
            raise NoAuthority("What was cited gives nobody a right. Name the decision itself.")
        return right

    def _arranging(
        self, desk: Desk, act: Act, committee: Committee, event: EventId | None
    ) -> Authority:
        if event is not None:
            return self._right(desk, act, event)
        if act.is_import:
            return Authority.none_stated(committee.name)
        return committee.authority()

    def _settling(
        self, desk: Desk, act: Act, committee: Committee, event: EventId | None
    ) -> Authority:
        """The same for what a committee itself decides, or the one that it answers to."""
        right = self._arranging(desk, act, committee, event)
        if right.committee != committee.name:
            self._must_sit(desk, act, right.committee)
        return right

    def _planning(
        self, desk: Desk, act: Act, committee: CommitteeId, event: EventId | None
    ) -> Authority:
        self._must_sit(desk, act, committee)
        if event is not None:
            return self._right(desk, act, event)
        if act.is_import:
            return Authority.none_stated(committee)
        raise NoAuthority(
            "Say which decision allows this. Nothing changes the plan without one. "
            + desk.get(Committee, committee).otherwise(act.actor)
        )

    def _committee_of(self, desk: Desk, stream: UUID) -> CommitteeId | None:
        """The committee to which a stream belongs; a person's belongs to none."""
        kinds: tuple[type[Proposal | Plan | Task], ...] = (Proposal, Plan, Task)
        with suppress(NotFound):
            return desk.get(Committee, stream).name
        for kind in kinds:
            with suppress(NotFound):
                return desk.get(kind, stream).committee
        with suppress(NotFound):
            return desk.get(Meeting, stream).committee
        desk.get(Person, stream)
        return None

    def _must_sit(self, desk: Desk, act: Act, committee: CommitteeId) -> None:
        """Refuse whoever acts without a seat; a history kept elsewhere need not tell of seats."""
        if not act.is_import:
            desk.get(Committee, committee).must_sit(act.actor)

    def _on_proposal(
        self, act: Act, proposal: ProposalId, work: Callable[[Desk, Proposal], T]
    ) -> T:
        """Do this to a proposal. If its time is up, its end is written down first."""

        def settle_or_work(desk: Desk) -> tuple[T, ...]:
            it = desk.get(Proposal, proposal)
            if not act.is_import and it.is_due(act.recorded_at):
                self._settle(desk, it, act.recorded_at)
                return ()
            waited = it.decision is None
            done = work(desk, it)
            if waited and it.decision is not None and not act.is_import:
                self._follow(desk, it, act.recorded_at, act)
            return (done,)

        return (self._do(settle_or_work) or self._do(settle_or_work))[0]

    def _as_chair(self, act: Act, proposal: ProposalId, work: Callable[[Proposal], T]) -> T:
        """Do this to a proposal as the person who runs the meetings of its committee."""

        def as_chair(desk: Desk, it: Proposal) -> T:
            desk.get(Committee, it.committee).must_be_chair(act)
            return work(it)

        return self._on_proposal(act, proposal, as_chair)


def home_of(desk: Desk, committee: CommitteeId, holder: MandateHolder) -> Committee:
    """Where a mandate stands that this committee grants: what others may do, with those others.

    That is, where its holder is a committee that answers to this one; else with this one.
    """
    if holder.committee is not None:
        held = desk.get(Committee, holder.committee)
        if held.answers_to == committee:
            return held
    return desk.get(Committee, committee)


def who_acts(act: Act) -> PersonId:
    """The person whose act this is; some acts need one."""
    if isinstance(act.actor, str):
        raise NotEligible("Only a person can do this.")
    return act.actor
