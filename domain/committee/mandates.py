"""What a committee, a role or a person may decide alone: granted, renewed, taken back."""

from collections.abc import Collection
from datetime import date

from domain.act import Act
from domain.authority import Authority, Ground
from domain.committee.rights import Rights
from domain.errors import Malformed, NoAuthority, NotFound, NotOpen
from domain.events import MandateGranted, MandateRevoked
from domain.ids import MandateId
from domain.kinds import Domain
from domain.sealed import Sealed
from domain.values import DomainSay, EventId, Limit, MandateHolder


class Mandates(Rights):
    """Who may do what alone, as those said who are entitled to say so."""

    def grant_mandate(  # noqa: PLR0913 -- a mandate has these terms
        self,
        act: Act,
        holder: MandateHolder,
        words: Sealed,
        authority: Authority,
        *,
        says: Collection[DomainSay] = (),
        limit: Limit | None = None,
        starts: date | None = None,
        expires: date | None = None,
        renews: MandateId | None = None,
    ) -> MandateId:
        """Let a committee, a role or a person decide some things alone, within limits.

        What renews another is its next version and takes its place on the day it starts.
        """
        if authority.ground is Ground.FOUNDING:
            self._must_be_founding_mandate(holder)
        _must_name_one(holder)
        if not act.is_import:
            self._must_make_sense(act, holder, says, limit, starts, expires)
            self._must_come_from_above(holder, authority)
        if renews is not None:
            self._must_be_renewable(act, renews, starts)
        cited = self._by_founding_or_decision(act, authority)
        mandate = MandateId(act.fresh(self.mandates))
        self.record(
            MandateGranted,
            act,
            mandate=mandate,
            holder=holder,
            words=words,
            says=tuple(says),
            limit=limit,
            starts=starts,
            expires=expires,
            renews=renews,
            authority=cited,
        )
        return mandate

    def revoke_mandate(self, act: Act, mandate: MandateId, authority: Authority) -> None:
        """Take a mandate back. What was done by it stands. Twice adds nothing."""
        if mandate not in self.mandates:
            raise NotFound("There is no such mandate.")
        known = self.mandates[mandate]
        if not known.is_revoked:
            if not act.is_import:
                self._must_come_from_above(known.holder, authority)
            cited = self._settled(act, authority)
            self.record(MandateRevoked, act, mandate=mandate, authority=cited)

    # Who may say so, and what makes sense

    def _by_founding_or_decision(self, act: Act, authority: Authority) -> EventId | None:
        if authority.ground is Ground.FOUNDING:
            return self._arranged(act, authority, Domain.RULES)
        return self._settled(act, authority)

    def _must_be_founding_mandate(self, holder: MandateHolder) -> None:
        if self.mandates:
            raise NoAuthority("The committee has a mandate. To change it, make it an idea.")
        if holder.committee != self.name:
            raise NoAuthority(
                "A founding says what the committee may do. "
                "What a person or a role may do alone, the committee decides."
            )

    def _must_come_from_above(self, holder: MandateHolder, authority: Authority) -> None:
        """Nobody widens what they may do themselves where others gave it to them."""
        is_own = holder.committee == self.name and authority.ground is not Ground.FOUNDING
        if is_own and self.answers_to is not None and authority.committee != self.answers_to:
            raise NoAuthority(
                "What this committee may decide is said by those it answers to. "
                "Name what they decided."
            )

    def _must_be_renewable(self, act: Act, mandate: MandateId, starts: date | None) -> None:
        """One that still stands, once, and not from a day before it began."""
        known = self.mandates.get(mandate)
        if known is None:
            raise NotFound("There is no such mandate.")
        if act.is_import:
            return
        if known.is_revoked:
            raise NotOpen("This mandate was taken back. Give a new one.")
        if known.renewed_on:
            raise NotOpen("This mandate was renewed already. Renew the newer one.")
        if known.starts and (starts or act.counts_from.date()) < known.starts:
            raise Malformed("The new mandate begins before the old one. Pick a later day.")

    def _must_make_sense(  # noqa: PLR0913 -- a mandate has these terms
        self,
        act: Act,
        holder: MandateHolder,
        says: Collection[DomainSay],
        limit: Limit | None,
        starts: date | None,
        expires: date | None,
    ) -> None:
        if holder.person is not None:
            self.must_have_seat(holder.person)
        if holder.role is not None and holder.role not in self.roles:
            raise Malformed("This role has no name yet. Give it one first.")
        named = [said.domain for said in says]
        if not named or Domain.NOT_STATED in named or len(set(named)) < len(named):
            raise Malformed("Say what the mandate is for, and of each thing only once.")
        if limit is not None and limit.money.amount <= 0:
            raise Malformed("The limit of a mandate is more than nothing.")
        if expires and expires < max(starts or date.min, act.counts_from.date()):
            raise Malformed("A mandate ends after it begins, on a day that lies ahead.")


def _must_name_one(holder: MandateHolder) -> None:
    if sum(one is not None for one in (holder.person, holder.role, holder.committee)) != 1:
        raise Malformed("A mandate is held by one committee, one role or one person.")
