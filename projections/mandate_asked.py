"""A mandate that an idea carries: what somebody may do alone, once people have said yes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.ids import MandateId
from domain.values import DomainSay, Limit, MandateHolder, NewMandate


@dataclass(frozen=True, slots=True)
class MandateAsked:
    """All that the mandate would say. What ``renews`` another is its next version."""

    holder: MandateHolder
    holder_name: str
    words: str
    says: tuple[DomainSay, ...]
    limit: Limit | None
    starts: date | None
    expires: date | None
    renews: MandateId | None


def id_of(holder: MandateHolder) -> Any:
    """Whoever it is of the three who may hold one."""
    return holder.person or holder.role or holder.committee


def mandate_asked(
    new: NewMandate, said: Mapping[str, str], names: Mapping[Any, str]
) -> MandateAsked:
    """The mandate in an idea; its words may have been erased."""
    return MandateAsked(
        holder=new.holder,
        holder_name=names[id_of(new.holder)],
        words=said.get(new.words, "…"),
        says=new.says,
        limit=new.limit,
        starts=new.starts,
        expires=new.expires,
        renews=new.renews,
    )
