"""What a decision does to an older one: it takes its place, or agrees to it afterwards."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime

from domain.act import Act
from domain.committee import Committee
from domain.errors import Malformed, NoAuthority, RuleBroken
from domain.events import MeetingOpened
from domain.ids import CommitteeId
from domain.kinds import NotAPerson
from domain.ledger import Desk, Ledger
from domain.meeting import Meeting
from domain.proposal import Proposal
from domain.proposal.undoing import TOO_LOW, Height, height_of
from domain.values import EventId, place_of
from domain.voting.tally import Result


class Following(Ledger):
    """A part of ``Governance``: two ideas, of which one is about the decision on the other."""

    def _settle(self, desk: Desk, it: Proposal, now: datetime, told: Act | None = None) -> None:
        """Write down what was decided at a deadline that has passed, and what follows from it."""
        waited = it.decision is None
        it.settle(now, told)
        if waited and it.decision is not None and told is None:
            with suppress(RuleBroken):  # the older decision may stand otherwise by now
                self._follow(desk, it, now)

    def _follow(self, desk: Desk, it: Proposal, now: datetime, act: Act | None = None) -> None:
        """What the decision on this idea does to the older one that the idea was about."""
        decided = it.decision
        if decided is None or (decided.replaces is None and it.ratifies is None):
            return
        press = act or Act(NotAPerson.COMMITTEE, now, it.last_occurred_at)
        together = replace(press, actor=NotAPerson.COMMITTEE)
        if it.ratifies is not None:
            self._answer(desk, it, together, decided.result)
        if decided.replaces is not None and decided.result in (Result.ADOPTED, Result.CHOSEN):
            older, right = self._about(desk, decided.replaces), it.authority(press)
            above = desk.get(Committee, it.committee).answers_to
            by = together if right.is_decided else press
            why = press.reason or it.said_first
            older.reverse_decision(replace(by, reason=why), right, above)

    def _answer(self, desk: Desk, it: Proposal, act: Act, result: Result) -> None:
        """Yes and no answer for the committee; anything else leaves it waiting."""
        older = self._about(desk, it.ratifies)
        met_on = self._met_on(desk, older)
        if older.committee != it.committee:
            return
        if result is Result.ADOPTED:
            older.ratify_decision(act, it.authority(act), met_on=met_on)
        elif result is Result.REJECTED:
            it.must_be_the_committees(act)
            older.refuse_ratification(act, met_on)

    def _must_be_about(
        self,
        desk: Desk,
        act: Act,
        committee: CommitteeId,
        replaces: EventId | None,
        ratifies: EventId | None,
    ) -> None:
        """An idea that is about an older decision names one that still stands, of its committee."""
        for named in (one for one in (replaces, ratifies) if one is not None):
            older = self._about(desk, named)
            if older.committee != committee:
                raise Malformed("Another committee decided that. It alone can change it.")
        if act.is_import:
            return
        if ratifies is not None:
            older = self._about(desk, ratifies)
            older.must_wait_for_ratification(act, self._met_on(desk, older))
        if replaces is not None:
            _must_be_changeable(self._about(desk, replaces))

    def _about(self, desk: Desk, event: EventId | None) -> Proposal:
        """The idea on which this was decided."""
        if event is None:
            raise Malformed("Say which decision this is about.")
        stream, _ = place_of(event)
        older = desk.get(Proposal, stream)
        if older.decision is None or older.decision.event != event:
            raise Malformed("What this is about is not a decision.")
        return older

    def _met_on(self, desk: Desk, it: Proposal) -> date | None:
        """The day on which the committee ended its next meeting after an urgent decision."""
        decided = it.decision
        if decided is None or decided.ratify_by is None or decided.is_ratified is not None:
            return None
        began = [
            event
            for event in self.told_since(MeetingOpened, decided.event)
            if event.committee == it.committee and event.occurred_at > decided.taken_at
        ]
        if not began:
            return None
        first = min(began, key=lambda event: event.occurred_at)
        ended = desk.get(Meeting, first.originator_id).closed_at
        return ended.date() if ended else None


def _must_be_changeable(older: Proposal) -> None:
    decided = older.decision
    if decided is None or decided.is_reversed:
        raise Malformed("This decision no longer holds. So there is nothing to change.")
    if height_of(decided.route, is_ratified=decided.is_ratified) is Height.ABOVE:
        raise NoAuthority(TOO_LOW[Height.ABOVE])
