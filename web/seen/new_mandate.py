"""An idea that lets somebody decide alone, or ends that: what it says, and whether it is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from flask import g

from domain.ids import CHAIR
from domain.kinds import Say
from domain.voting.tally import Result
from projections.agreed_seen import MandateSeen
from projections.mandate_asked import MandateAsked
from projections.seen import ProposalSeen
from web.seen.abouts import Topic
from web.seen.one_mandate import Mandate, brief, called, find, picks, up_to
from web.seen.people import Person
from web.services import services


@dataclass(frozen=True, slots=True)
class MandateWanted:
    """What ``may_do.html`` shows of a mandate that an idea carries."""

    who: str
    person: Person | None
    words: str
    about: list[Topic]
    ask_us: list[Topic]
    not_theirs: list[Topic]
    limit: str
    until: str
    old: Mandate | None
    """The mandate whose next version it is."""
    waits: bool
    """Whether we said yes to it, and they may not do it yet."""
    too_late: str
    """Why it cannot begin any more, though we said yes; or nothing."""


@dataclass(frozen=True, slots=True)
class EndWanted:
    """The mandate that an idea ends."""

    it: Mandate
    waits: bool


def new_mandate(idea: ProposalSeen) -> MandateWanted | None:
    """What somebody may do alone if people say yes to this idea; none for other ideas."""
    new = idea.new_mandate
    if new is None:
        return None
    who, today = new.holder.person, g.clock.today
    name = called(new.holder.role == CHAIR, new.holder_name)
    old = _older(idea, new)
    waits = _said_yes(idea) and granted(idea) is None
    return MandateWanted(
        who=name,
        person=Person(str(who), name) if who else None,
        words=new.words,
        about=picks(new.says, Say.ALONE),
        ask_us=picks(new.says, Say.AGREE),
        not_theirs=picks(new.says, Say.REFER),
        limit=up_to(new.limit),
        until=_from_to(new, today),
        old=brief(old) if old else None,
        waits=waits,
        too_late=_too_late(new, old, today) if waits else "",
    )


def end_of_mandate(idea: ProposalSeen) -> EndWanted | None:
    """The mandate that ends if people say yes to this idea; none for other ideas."""
    seen = find(idea.committee, idea.ends_mandate) if idea.ends_mandate else None
    if seen is None:
        return None
    return EndWanted(brief(seen), _said_yes(idea) and seen.revoked_at is None)


def granted(idea: ProposalSeen) -> MandateSeen | None:
    """The mandate that was granted because of this decision, wherever it stands."""
    decided = idea.decision
    if decided is None or idea.new_mandate is None:
        return None
    every = _of_both(idea, idea.new_mandate)
    return next((one for one in every if one.authority == decided.event), None)


def _older(idea: ProposalSeen, new: MandateAsked) -> MandateSeen | None:
    return next((one for one in _of_both(idea, new) if one.mandate == new.renews), None)


def _of_both(idea: ProposalSeen, new: MandateAsked) -> Iterator[MandateSeen]:
    """All mandates of the committee that is asked, and of the one that will hold this one."""
    for at in dict.fromkeys((idea.committee, new.holder.committee)):
        if at is not None:
            yield from services().mandates.mandates(at, g.clock.now)


def _said_yes(idea: ProposalSeen) -> bool:
    decided = idea.decision
    return decided is not None and decided.outcome.result is Result.ADOPTED and not decided.reversed


def _from_to(new: MandateAsked, today: date) -> str:
    """From which day to which."""
    until = f"Until {g.clock.tell_day(new.expires).words}." if new.expires else "Until we end it."
    if new.starts is None or new.starts <= today:
        return until
    return f"From {g.clock.tell_day(new.starts).words}. {until}"


def _too_late(new: MandateAsked, old: MandateSeen | None, today: date) -> str:
    if new.expires and new.expires < today:
        return "The last day for this has passed. Make it an idea again."
    if old and old.revoked_at:
        return "We ended the old one. Make a new one."
    if old and old.renewed_on:
        return "A newer one took its place already."
    return ""
