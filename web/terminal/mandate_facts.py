"""Mandates for scripts: one that was granted, and one that an idea carries."""

from domain.values import Limit, MandateHolder
from projections.agreed_seen import MandateSeen
from projections.mandate_asked import MandateAsked
from web.terminal import parts
from web.terminal.parts import Facts
from web.terminal.refs import Refs


def mandate(refs: Refs, seen: MandateSeen) -> Facts:
    """What a holder may decide alone."""
    return {
        "mandate": refs.of(seen.mandate),
        **_terms(refs, seen),
        "version": seen.version,
        "renews": refs.maybe(seen.renews),
        "renewed_on": parts.day(seen.renewed_on),
        "revoked_at": parts.maybe_moment(seen.revoked_at),
        "in_force": seen.in_force,
        "event": seen.event,
        "authority": seen.authority,
    }


def mandate_asked(refs: Refs, asked: MandateAsked | None) -> Facts | None:
    """The same of what somebody may do alone once people have said yes."""
    return None if asked is None else _terms(refs, asked) | {"renews": refs.maybe(asked.renews)}


def _terms(refs: Refs, seen: MandateSeen | MandateAsked) -> Facts:
    return {
        "holder": _holder(refs, seen.holder, seen.holder_name),
        "words": seen.words,
        "says": [{"domain": one.domain.value, "say": one.say.value} for one in seen.says],
        "limit": _limit(seen.limit),
        "starts": parts.day(seen.starts),
        "expires": parts.day(seen.expires),
    }


def _holder(refs: Refs, holder: MandateHolder, name: str) -> Facts:
    """A person or a committee by its name in files, a role by what it is called."""
    if holder.person:
        return {"person": refs.of(holder.person), "name": name}
    if holder.committee:
        return {"committee": refs.of(holder.committee), "name": name}
    return {"role": name, "name": name}


def _limit(limit: Limit | None) -> Facts | None:
    if limit is None:
        return None
    money = limit.money
    return {"amount": money.amount, "currency": money.currency, "per": limit.per.value}
