"""How a job passes from one person to another by two acts of two people."""

from collections.abc import Collection
from datetime import datetime

from domain.act import Act
from domain.errors import Malformed, NotEligible, NotOpen
from domain.events import (
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverReported,
    HandoverWithdrawn,
)
from domain.ids import PersonId
from domain.sealed import Sealed
from domain.task.state import TaskState


class HandingOver(TaskState):
    """Asking somebody to take a job, and their answer."""

    def offer(  # noqa: PLR0913 -- an offer is told with all of this
        self,
        act: Act,
        giver: PersonId,
        taker: PersonId,
        *,
        share: bool = False,
        note: Sealed | None = None,
        answer_by: datetime | None = None,
    ) -> None:
        """Ask somebody to take the job over. It stays the giver's until they say yes."""
        self._must_go_on()
        self._must_be_own(act, giver)
        self._must_hold(giver)
        if taker in self.holders:
            raise Malformed("They have this job already.")
        if taker in self.offers:
            if self.offers[taker] == giver:
                return
            raise NotOpen("Somebody else has asked them already. Wait for their answer.")
        self.record(
            HandoverOffered,
            act,
            giver=giver,
            taker=taker,
            share=share,
            note=note,
            answer_by=answer_by,
        )

    def accept(self, act: Act, taker: PersonId, asked_by: PersonId | None = None) -> None:
        """Say yes to an offer: the job is theirs now, and nobody else is asked for it any more."""
        self._must_go_on()
        giver = self._offer_to(act, taker, asked_by)
        self.record(HandoverAccepted, act, giver=giver, taker=taker)
        if giver not in self.holders:
            self._end_offers(act, of=giver)

    def decline(self, act: Act, taker: PersonId, asked_by: PersonId | None = None) -> None:
        """Say no thank you to an offer. No reason is needed."""
        giver = self._offer_to(act, taker, asked_by)
        self.record(HandoverDeclined, act, giver=giver, taker=taker)

    def withdraw_offer(self, act: Act, giver: PersonId, taker: PersonId) -> None:
        """Take an offer back before it is answered."""
        self._must_be_own(act, giver)
        if self.offers.get(taker) != giver:
            raise NotOpen("This was answered already, or never asked.")
        self.record(HandoverWithdrawn, act, giver=giver, taker=taker)

    def report_handover(
        self, act: Act, givers: Collection[PersonId], takers: Collection[PersonId]
    ) -> None:
        """A history kept elsewhere tells only that the job passed on, and not who asked whom."""
        self._must_go_on()
        if not act.is_import:
            raise NotEligible("One person gives a job and another says yes. Each does so here.")
        if not givers or not takers:
            raise Malformed("A job passes from somebody to somebody.")
        for giver in givers:
            self._must_hold(giver)
        self.record(HandoverReported, act, givers=tuple(givers), takers=tuple(takers))

    def _offer_to(self, act: Act, taker: PersonId, asked_by: PersonId | None) -> PersonId:
        self._must_be_own(act, taker)
        if taker not in self.offers:
            raise NotEligible("Only the person who was asked can answer, and only once.")
        if asked_by is not None and self.offers[taker] != asked_by:
            raise NotEligible("Somebody else has asked them.")
        return self.offers[taker]
