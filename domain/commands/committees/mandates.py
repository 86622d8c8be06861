"""Mandates: what somebody may do alone, as it was decided, and the end of it."""

from collections.abc import Collection
from datetime import date

from domain.act import Act
from domain.authority import is_over
from domain.commands.common import Commands, home_of
from domain.committee import Committee
from domain.errors import NoAuthority
from domain.ids import CommitteeId, MandateId, ProposalId
from domain.kinds import Domain, Per
from domain.ledger import Desk
from domain.proposal import Proposal
from domain.sealed import Sealed
from domain.values import (
    DomainSay,
    EventId,
    Limit,
    MandateHolder,
    Money,
    NewMandate,
    place_of,
)

_SOMETHING_ELSE = "We said yes to something else there. Make this an idea."


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
                _must_be_what_was_decided(desk, authority, terms)
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
                raise NoAuthority("People have not said yes to a new mandate here.")
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
                _must_be_about(desk, authority, group, mandate)
            group.revoke_mandate(act, mandate, self._settling(desk, act, group, authority))

        self._do(revoke)


def _must_be_what_was_decided(desk: Desk, cited: EventId, terms: NewMandate) -> None:
    """A vote on one mandate lets nobody grant another; any other yes has to reach so far."""
    source = desk.first_of(Committee, Proposal, place_of(cited)[0])
    if not isinstance(source, Proposal) or source.new_mandate == terms:
        return
    if source.new_mandate is not None:
        raise NoAuthority("We said yes to another mandate than this. Take the one we decided.")
    _must_reach_so_far(source, terms)


def _must_reach_so_far(source: Proposal, terms: NewMandate) -> None:
    """Nobody may do more alone than what people said yes to: about other things, or more money.

    A yes about rules may be to anything that somebody does alone. Where an idea did not say what it
    costs, its words do.
    """
    if source.carries or source.domain is Domain.NOT_STATED:
        raise NoAuthority(_SOMETHING_ELSE)
    if source.domain is not Domain.RULES and terms.alone - source.change().domains:
        raise NoAuthority(_SOMETHING_ELSE)
    agreed, limit = source.amount, terms.limit
    if limit and agreed and is_over(_each_time(agreed), limit.money, 0):
        raise NoAuthority("We did not say yes to so much money there. Make this an idea.")


def _must_be_about(desk: Desk, cited: EventId, group: Committee, mandate: MandateId) -> None:
    """Nobody loses a mandate by a yes to something else."""
    source = desk.first_of(Committee, Proposal, place_of(cited)[0])
    if not isinstance(source, Proposal) or source.ends_mandate == mandate:
        return
    known = group.mandates.get(mandate)
    about = {Domain.RULES, *(known.says if known else ())}
    if source.carries or source.domain not in about:
        raise NoAuthority(_SOMETHING_ELSE)


def _each_time(agreed: Money) -> Limit:
    return Limit(money=agreed, per=Per.DECISION)
