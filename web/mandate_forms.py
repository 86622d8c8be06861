"""What is asked of whoever wants somebody to do something alone."""

from dataclasses import dataclass
from datetime import date
from typing import Self
from uuid import UUID

from flask import g, request
from pydantic import BaseModel

from domain.ids import MandateId
from domain.kinds import Domain, Per, Say
from domain.sealed import Sealed
from domain.values import DomainSay, Limit, MandateHolder, NewMandate
from projections.agreed_seen import MandateSeen
from web.forms import Maybe, Text, missing
from web.money import NOT_MONEY, Amount, is_amount, parse


@dataclass(frozen=True, slots=True)
class Ways:
    """What they may do alone, what they ask us about first, and what the trustees decide."""

    alone: list[Domain]
    agree: list[Domain]
    refer: list[Domain]

    @classmethod
    def ticked(cls) -> Self:
        """As it was ticked now."""
        return cls(_ticked("about"), _ticked("agree"), _ticked("refer"))

    @classmethod
    def of(cls, seen: MandateSeen) -> Self:
        """As it stands in a mandate."""
        found = {say: [one.domain for one in seen.says if one.say is say] for say in Say}
        return cls(found[Say.ALONE], found[Say.AGREE], found[Say.REFER])

    @property
    def twice(self) -> bool:
        """Whether something was ticked in two ways."""
        every = [*self.alone, *self.agree, *self.refer]
        return len(set(every)) < len(every)

    @property
    def says(self) -> list[DomainSay]:
        """What the mandate says of each thing."""
        by = ((Say.ALONE, self.alone), (Say.AGREE, self.agree), (Say.REFER, self.refer))
        return [DomainSay(domain=one, say=say) for say, some in by for one in some]


def _ticked(name: str) -> list[Domain]:
    given = request.form.getlist(name)
    return [one for one in Domain if one in given and one is not Domain.NOT_STATED]


class Wanted(BaseModel):
    """What somebody should do alone, and what not."""

    holder: Maybe[UUID] = None
    words: Text = ""
    money: Amount = ""
    per: Per = Per.DECISION
    starts: Maybe[date] = None
    expires: Maybe[date] = None
    why: Text = ""

    def wrong_with(self, ways: Ways) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing(
            (self.holder, "holder", "Pick who may do this."),
            (self.words, "words", "Write what they may do."),
            (ways.alone, "about", "Pick what it is about."),
            (not ways.twice, "agree", "Pick each thing only once."),
            (is_amount(self.money), "money", NOT_MONEY),
            (self._fits(ways), "money", "Pick money above too, or leave the sum out."),
            (self._in_order, "expires", "It ends after it begins. Pick a later day."),
            (self._lies_ahead, "expires", "This day has passed. Pick a later one."),
        )

    def _fits(self, ways: Ways) -> bool:
        """A sum is for those who may decide about money."""
        return not is_amount(self.money) or not self.money or Domain.MONEY in ways.alone

    @property
    def _in_order(self) -> bool:
        return not (self.starts and self.expires) or self.starts <= self.expires

    @property
    def _lies_ahead(self) -> bool:
        return not self.expires or self.expires >= g.clock.today

    @property
    def limit(self) -> Limit | None:
        """How much money, if it is about a sum."""
        return Limit(money=money, per=self.per) if (money := parse(self.money)) else None

    def terms(
        self, ways: Ways, holder: MandateHolder, renews: MandateId | None = None
    ) -> NewMandate:
        """The mandate, as people are asked about it."""
        return NewMandate(
            holder=holder,
            words=Sealed.of(self.words),
            says=tuple(ways.says),
            limit=self.limit,
            starts=self.starts,
            expires=self.expires,
            renews=renews,
        )
