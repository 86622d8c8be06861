"""What a committee, a role or a person may decide alone: granted, renewed, taken back."""

from datetime import date

from domain.act import Act
from domain.authority import Authority, Ground
from domain.committee.rights import Rights
from domain.errors import Malformed, NoAuthority, NotFound, NotOpen
from domain.events import MandateGranted, MandateRevoked
from domain.ids import CommitteeId, MandateId
from domain.kinds import Domain
from domain.values import EventId, MandateHolder, NewMandate


class Mandates(Rights):
    """Who may do what alone, as those said who are entitled to say so."""

    def grant_mandate(self, act: Act, new: NewMandate, authority: Authority) -> MandateId:
        """Let a committee, a role or a person decide some things alone, within limits.

        What renews another is its next version and takes its place on the day it starts.
        """
        if authority.ground is Ground.FOUNDING:
            self._must_be_founding_mandate(new.holder)
        _must_name_one(new.holder)
        if not act.is_import:
            self._must_make_sense(act, new)
            self._must_come_from_above(new.holder, authority)
        if new.renews is not None:
            self._must_be_renewable(act, new.renews, new.starts)
        cited = self._by_founding_or_decision(act, authority)
        mandate = MandateId(act.fresh(self.mandates))
        self.record(
            MandateGranted,
            act,
            mandate=mandate,
            holder=new.holder,
            words=new.words,
            says=new.says,
            limit=new.limit,
            starts=new.starts,
            expires=new.expires,
            renews=new.renews,
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

    def must_be_grantable(self, act: Act, new: NewMandate, by: CommitteeId) -> None:
        """Refuse an idea that could not be granted when the committee ``by`` had said yes to it."""
        _must_name_one(new.holder)
        self._must_make_sense(act, new)
        self._must_come_from_above(new.holder, Authority(by, Ground.DECISION, None))
        if new.renews is not None:
            self._must_be_renewable(act, new.renews, new.starts)
            if self.mandates[new.renews].holder != new.holder:
                raise Malformed("Somebody else may do this alone. Ask for a new one for them.")

    def must_be_revocable(self, mandate: MandateId) -> None:
        """Refuse an idea to end what is over, or what only those above can end."""
        if mandate not in self.mandates:
            raise NotFound("There is no such mandate.")
        if self.mandates[mandate].is_revoked:
            raise NotOpen("We have ended this already.")
        holder = self.mandates[mandate].holder
        self._must_come_from_above(holder, Authority(self.name, Ground.DECISION, None))

    def granted_by(self, decision: EventId) -> MandateId | None:
        """The mandate that was granted because of this decision, if one was."""
        found = (name for name, one in self.mandates.items() if one.authority == decision)
        return next(found, None)

    # Who may say so, and what makes sense

    def _by_founding_or_decision(self, act: Act, authority: Authority) -> EventId | None:
        if authority.ground is Ground.FOUNDING:
            return self._arranged(act, authority, Domain.RULES)
        return self._settled(act, authority)

    def _must_be_founding_mandate(self, holder: MandateHolder) -> None:
        if self.mandates:
            raise NoAuthority(
                "It is said already what the committee may decide. Make the change an idea."
            )
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
            raise NotOpen("We ended this. Ask for a new one.")
        if known.renewed_on:
            raise NotOpen("A newer one took its place. Renew that one.")
        if known.starts and (starts or act.counts_from.date()) < known.starts:
            raise Malformed("The new one begins before the old one. Pick a later day.")

    def _must_make_sense(self, act: Act, new: NewMandate) -> None:
        holder, limit, ends = new.holder, new.limit, new.expires
        if holder.person is not None:
            self.must_have_seat(holder.person)
        if holder.role is not None and holder.role not in self.roles:
            raise Malformed("This role has no name yet. Give it one first.")
        named = [said.domain for said in new.says]
        if not named or Domain.NOT_STATED in named or len(set(named)) < len(named):
            raise Malformed("Say what they may do, and of each thing only once.")
        if limit is not None and limit.money.amount <= 0:
            raise Malformed("The limit is more than nothing. Or leave it out.")
        if ends and ends < max(new.starts or date.min, act.counts_from.date()):
            raise Malformed("The last day comes after the first, and lies ahead.")


def _must_name_one(holder: MandateHolder) -> None:
    if sum(one is not None for one in (holder.person, holder.role, holder.committee)) != 1:
        raise Malformed("A mandate is held by one committee, one role or one person.")
