"""Step-ins as the pages show them: why, until when, who heard of it, and what others found."""

from dataclasses import dataclass, replace

from flask import g

from domain.events import StepInApplied, StepInReviewed
from domain.ids import CommitteeId, StepInId
from domain.kinds import Audience, Format, Seat
from domain.values import EventId
from projections.agreed_seen import StepInSeen
from projections.audit import Entry
from projections.directory_seen import Member
from projections.mandates import REVIEW_WITHIN, TELL_WITHIN
from web.access import may
from web.seen.people import takes_part
from web.seen.plans import Pick
from web.seen.results import Row, rows
from web.seen.step_in_brief import KIND, Brief, brief, heard_of, what_came_of
from web.seen.steps import Step, step
from web.seen.things import Named, idea_named, thing
from web.services import services
from web.stops import AskedStop

HEARD = [
    Pick(Audience.COMMITTEE, "The committee", "people"),
    Pick(Audience.TRUSTEES, "The trustees", "paper"),
]
HOW = [
    Pick(Format.SPOKEN, "I said it to them", "talk"),
    Pick(Format.MESSAGE, "I sent a message", "card"),
    Pick(Format.LETTER, "I wrote a letter", "write"),
    Pick(Format.EASY_READ, "They got it in easy words", "paper"),
]
STAFF = (Seat.STAFF, Seat.TRUSTEE)


@dataclass(frozen=True, slots=True)
class StepInsPage:
    """What ``step_ins.html`` shows."""

    step_ins: list[Brief]
    may: bool


@dataclass(frozen=True, slots=True)
class StepInPage:
    """What ``step_in.html`` shows."""

    it: Brief
    ends: str
    look_by: str
    about: list[Named]
    smaller: str
    lacks: list[str]
    steps: list[Step]
    did: list[Step]
    changes: list[Step]
    ideas: list[Named]
    nothing: str
    event: EventId
    may_tell: bool
    may_lift: bool
    may_review: bool
    is_reviewed: bool
    is_heard: bool
    heard: list[Pick]
    how: list[Pick]
    record: list[Row]


def find(committee: CommitteeId, step_in: StepInId) -> StepInSeen | None:
    """One step-in of this committee."""
    every = services().mandates.step_ins(committee, g.clock.now)
    return next((seen for seen in every if seen.step_in == step_in), None)


def may_step_in(committee: CommitteeId) -> bool:
    """Whether whoever looks sits here as staff or as a trustee."""
    me = services().directory.standing(committee, g.viewer.person)
    return me is not None and me.seat in STAFF


def may_review(committee: CommitteeId) -> bool:
    """Whether whoever looks takes part here, and does not only look on."""
    me = services().directory.standing(committee, g.viewer.person)
    return me is not None and takes_part(me) and may("step_ins.reviewing")


def step_ins_page(committee: CommitteeId, asked: AskedStop) -> StepInsPage:
    """All of them, the newest first."""
    every = services().mandates.step_ins(committee, asked.moment, asked.stop.known)
    return StepInsPage([brief(seen) for seen in reversed(every)], may_step_in(committee))


def step_in_page(committee: CommitteeId, seen: StepInSeen) -> StepInPage:
    """One step-in, from beginning to end."""
    applied, me = _applied(seen), _me(committee)
    steps, entries = _steps(committee, seen)
    did = services().audit.changed_by(seen.event)
    came = what_came_of(seen)
    changed = services().audit.told(map(services().governance.placed_event, came.changes))
    mine = seen.person == g.viewer.person
    part = may_review(committee)
    return StepInPage(
        it=brief(seen),
        ends=_until(seen),
        look_by=_look_by(seen),
        about=[it for stream in applied.touches if (it := thing(stream))],
        smaller=_smaller(seen.less_restrictive_tried),
        lacks=_lacks(seen),
        steps=steps,
        did=[step(entry) for entry in did],
        changes=[step(entry) for entry in changed],
        ideas=[idea_named(idea) for idea in came.ideas],
        nothing="" if came.changes or not seen.reviews else "So far nothing changed.",
        event=seen.event,
        may_tell=part and me is not None and (mine or me.seat in STAFF),
        may_lift=seen.in_force and me is not None and (mine or me.is_chair),
        may_review=part and not mine,
        is_reviewed=bool(seen.reviews),
        is_heard=heard_of(seen) is not None,
        heard=HEARD,
        how=HOW,
        record=rows([*entries, *did, *changed]),
    )


def _until(seen: StepInSeen) -> str:
    if seen.lifted_at:
        return f"It ended on {g.clock.tell(seen.lifted_at).words}."
    if seen.ends is None:
        return "Nobody wrote down when it ends."
    return f"It {'ends' if seen.in_force else 'ended'} on {g.clock.tell(seen.ends).words}."


def _smaller(tried: bool | None) -> str:  # noqa: FBT001 -- yes, no, or nobody said
    if tried is None:
        return "Nobody wrote down if something smaller was tried."
    return "Something smaller was tried first." if tried else "Nothing smaller was tried first."


def _look_by(seen: StepInSeen) -> str:
    """Until when a review is due; empty once it came, or when it is late."""
    if seen.reviews or seen.review_late:
        return ""
    return f"We look at it by {g.clock.tell(seen.began + REVIEW_WITHIN, to_the_day=True).words}."


def _lacks(seen: StepInSeen) -> list[str]:
    """What did not come so far, with its day, or came late."""
    lacks = []
    if not heard_of(seen):
        lacks.append("Nobody wrote down that we heard of it.")
        if not seen.told_late:
            last = g.clock.tell(seen.began + TELL_WITHIN).words
            lacks.append(f"We must hear of it by {last}.")
    if seen.told_late:
        lacks.append("We should hear of it in 2 days. That was too late.")
    if seen.review_late:
        lacks.append("We should look at it in 2 weeks. That was too late.")
    return lacks


def _steps(committee: CommitteeId, seen: StepInSeen) -> tuple[list[Step], list[Entry]]:
    """Each thing that happened to it, with what was said; the reason stands in the first."""
    course = services().mandates.course(committee, seen.step_in)
    placed = [services().governance.placed_event(one.event) for one in course]
    entries = services().audit.told(placed)
    steps = [
        replace(step(entry), more=_words(event, one.words), kind=_kind(event))
        for entry, one, (_, event) in zip(entries, course, placed, strict=True)
    ]
    return steps, entries


def _words(event: object, words: str | None) -> str:
    return "" if isinstance(event, StepInApplied) or words is None else f"“{words}”"


def _kind(event: object) -> str:
    return KIND.get(event.finding, "") if isinstance(event, StepInReviewed) else ""


def _applied(seen: StepInSeen) -> StepInApplied:
    _, event = services().governance.placed_event(seen.event)
    if not isinstance(event, StepInApplied):
        raise TypeError(event)
    return event


def _me(committee: CommitteeId) -> Member | None:
    members = services().directory.members(committee)
    return next((one for one in members if one.person == g.viewer.person), None)
