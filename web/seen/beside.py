"""What stands beside an idea that is not decided: what it changes, why it waits, who was asked."""

from dataclasses import dataclass, field

from flask import g, url_for

from domain.ids import ProposalId
from domain.values import EventId, place_of
from projections.seen import ProposalSeen, Stage
from web.access import may
from web.seen.deciding import above
from web.seen.plans import Pick
from web.seen.putting_off import Others, Waits, others, waits
from web.seen.sizes import may_size, size_of
from web.seen.things import Named
from web.services import services


@dataclass(frozen=True, slots=True)
class Beside:
    """What ``vote.html`` says beside the question itself."""

    replaces: Named | None
    ratifies: Named | None
    waits: Waits | None
    others: list[Others]
    may_decide: bool
    may_put_off: bool
    may_ask_others: bool
    may_call_off: bool = False
    because_of: list[Named] = field(default_factory=list)
    size: Pick | None = None
    may_size: bool = False


def beside(idea: ProposalSeen) -> Beside:
    """What whoever looks may know and do about an idea that is not voted on."""
    waiting = idea.stage is Stage.MADE
    asked = others(idea.proposal)
    open_question = any(not one.words for one in asked)
    return Beside(
        replaces=_named(idea.replaces),
        ratifies=_named(idea.ratifies),
        waits=waits(idea.proposal) if idea.stage in (Stage.MADE, Stage.DECLINED) else None,
        others=asked,
        may_decide=waiting and not idea.ratifies and may("deciding.new"),
        may_put_off=waiting and may("putting_off.not_now"),
        may_call_off=idea.stage is Stage.PLANNED and may("putting_off.not_now"),
        may_ask_others=waiting
        and not open_question
        and may("putting_off.asking")
        and above(idea.committee) is not None,
        because_of=_causes(idea),
        size=size_of(idea),
        may_size=may_size(idea),
    )


def _causes(idea: ProposalSeen) -> list[Named]:
    """The times when staff stepped in, of which the idea came."""
    if not idea.because_of:
        return []
    every = services().mandates.step_ins(idea.committee, g.clock.now)
    return [
        Named(f"{one.name} stepped in", "safety", url_for("step_ins.show", step_in=one.step_in))
        for one in every
        if one.event in idea.because_of
    ]


def _named(event: EventId | None) -> Named | None:
    if event is None:
        return None
    stream, _ = place_of(event)
    title = services().naming.name(stream)
    return Named(title, "decided", url_for("proposals.show", proposal=ProposalId(stream)))
