"""Mandates: what somebody may do alone, as it was decided, and the end of it."""

from collections.abc import Callable, Collection
from datetime import date

from domain.act import Act
from domain.commands.committees.decided import wrong_with_end, wrong_with_mandate
from domain.commands.common import Commands, home_of
from domain.committee import Committee
from domain.errors import NoAuthority
from domain.ids import CommitteeId, MandateId, ProposalId
from domain.ledger import Desk
from domain.proposal import Proposal
from domain.sealed import Sealed
from domain.values import (
    DomainSay,
    EventId,
    Limit,
    MandateHolder,
    NewMandate,
    place_of,
)


class MandateCommands(Commands):
    """What is done about mandates."""

    def grant_mandate(  # noqa: PLR0913 -- a mandate has these terms
        self,
        act: Act,
        committee: CommitteeId,
        holder: MandateHolder,
        words: str,
        *,
        says: Collection[DomainSay] = (),
        limit: Limit | None = None,
        starts: date | None = None,
        expires: date | None = None,
        renews: MandateId | None = None,
        authority: EventId | None = None,
    ) -> MandateId:
        """Let a committee, a role or a person decide some things alone, within limits.

        As the committee decided, or the one it answers to; without another authority, the
        committee's own first mandate by its founding. Where the idea that was decided carries a
        mandate, it has to be that one, with its very words: see :meth:`grant_decided_mandate`.
        """
        terms = NewMandate(
            holder=holder,
            words=Sealed.of(words),
            says=tuple(says),
            limit=limit,
            starts=starts,
            expires=expires,
            renews=renews,
        )

        def grant(desk: Desk) -> MandateId:
            group = desk.get(Committee, committee)
            if holder.committee is not None:
                desk.get(Committee, holder.committee)
            if authority is not None and not act.is_import:
                _must_be(desk, authority, lambda idea: wrong_with_mandate(idea, terms))
            return group.grant_mandate(act, terms, self._settling(desk, act, group, authority))

        return self._do(grant)

    def grant_decided_mandate(self, act: Act, proposal: ProposalId) -> MandateId:
        """Grant the mandate that an idea carries, now that people said yes to it. Only once.

        It stands where its holder is: with a committee that answers to the one which decided.
        """

        def grant(desk: Desk) -> MandateId:
            idea = desk.get(Proposal, proposal)
            terms, decided = idea.new_mandate, idea.decision
            if terms is None or decided is None:
                raise NoAuthority("We have not said yes to this.")
            group = home_of(desk, idea.committee, terms.holder)
            granted = group.granted_by(decided.event)
            right = self._settling(desk, act, group, decided.event)
            return granted or group.grant_mandate(act, terms, right)

        return self._do(grant)

    def revoke_mandate(
        self,
        act: Act,
        committee: CommitteeId,
        mandate: MandateId,
        *,
        authority: EventId | None = None,
    ) -> None:
        """Take a mandate back, as the committee decided, or the one it answers to."""

        def revoke(desk: Desk) -> None:
            group = desk.get(Committee, committee)
            if authority is not None and not act.is_import:
                known = group.mandates.get(mandate)
                _must_be(
                    desk,
                    authority,
                    lambda it: wrong_with_end(it, known, is_asked=it.ends_mandate == mandate),
                )
            group.revoke_mandate(act, mandate, self._settling(desk, act, group, authority))

        self._do(revoke)


def _must_be(desk: Desk, cited: EventId, wrong: Callable[[Proposal], str]) -> None:
    """Refuse what a decision did not say; what else gives a right says itself how far it goes."""
    source = desk.first_of(Committee, Proposal, place_of(cited)[0])
    if isinstance(source, Proposal) and (sentence := wrong(source)):
        raise NoAuthority(sentence)
