"""D4, D5 and D6: what happens when somebody says stop, asks something, or needs something."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from domain.events import (
    AdjustmentAsked,
    AdjustmentMade,
    Event,
    ObjectionRaised,
    ObjectionResolved,
)
from domain.ids import PersonId
from domain.kinds import Resolution, Seat
from projections.power.asked import Waiting, answers_to, first_told
from projections.power.evidence import Evidence, Stream
from projections.power.groups import people_behind
from projections.power.guards import LIST_BELOW
from projections.power.measure import Card, Measure, Tier
from projections.power.settings import Settings
from projections.power.waiting import typical, wait

D4 = Card(
    "D4",
    Tier.CORE,
    "When someone said “stop”, what happened?",
    "We count the worries that came to an end, of all. We show how each one ended. No worries at "
    "all is not always good. Is it OK to say no here?",
    "Sociocratic consent: worries make a plan better",
)
D5 = Card(
    "D5",
    Tier.CORE,
    "How long do we wait for an answer?",
    "We count the days until a first answer. We look at what members asked or were worried about. "
    "Half of them waited no longer than this. Some may wait still, and we show how many. From "
    "twenty on, we reckon with those too.",
)
D6 = Card(
    "D6",
    Tier.CORE,
    "Did we get the help we asked for?",
    "People here said what they need. We count what is there now, of all they need.",
    "Equality Act 2010, section 20",
)


def objections(evidence: Evidence, settings: Settings) -> Measure:
    """D4, worries and what became of them."""
    del settings
    raised = [one for one in _asked(evidence) if isinstance(one.asked, ObjectionRaised)]
    ended = [(one, how) for one in raised if (how := _resolved(one))]
    over, asked = [one.asked for one, _ in ended], [one.asked for one in raised]
    sentence = f"{len(over)} of {len(raised)} worries came to an end."
    behind = [*evidence.beginnings(asked), *(how for _, how in ended), *evidence.seats.all]
    measure = D4.share(over, asked, sentence, behind, _ends(evidence, raised, ended))
    people = people_behind((one.asked.person, _resolved(one) is not None) for one in raised)
    return replace(measure, people=people)


def _ends(
    evidence: Evidence, raised: list["Asked"], ended: list[tuple["Asked", ObjectionResolved]]
) -> Iterator[tuple[str, int]]:
    """How worries ended, and how many of members’ worries staff set aside."""
    how = Counter(told.how for _, told in ended)
    yield from ((way.value, how[way]) for way in Resolution if how[way])
    yield "open", len(raised) - len(ended)
    yield "raised by members", sum(one.seat is Seat.MEMBER for one in raised)
    overruled = [
        told for one, told in ended if one.seat is Seat.MEMBER and told.how is Resolution.OVERRULED
    ]
    seats = [evidence.seats.seat(told.actor, told.occurred_at) for told in overruled]
    yield "raised by members, overruled by staff", seats.count(Seat.STAFF)


def answers(evidence: Evidence, settings: Settings) -> Measure:
    """D5, how long members wait for an answer; beside it how long staff do."""
    del settings
    every = list(_asked(evidence))
    ours = [one for one in every if one.seat is Seat.MEMBER]
    told = [one.answer or _resolved(one) or one.asked for one in every]
    until = evidence.window.last or max((fact.occurred_at for fact in told), default=None)
    over = sum(one.answer is not None for one in ours)
    sentence = f"{over} of {len(ours)} questions and worries had an answer."
    asked, mine = [one.asked for one in every], [one.asked for one in ours]
    behind = [*evidence.beginnings(asked), *asked, *told, *evidence.seats.all]
    parts = [("answered", over), *_waiting(every, until)]
    measure = D5.number(_typical(ours, until), "days", mine, sentence, behind, parts)
    people = people_behind((one.asked.person, one.answer is not None) for one in ours)
    return replace(measure, people=people)


def adjustments(evidence: Evidence, settings: Settings) -> Measure:
    """D6, what people need to take part, and whether it is there."""
    del settings
    asked = [
        one
        for one in evidence.of(AdjustmentAsked)
        if evidence.seats.seat(PersonId(one.originator_id), one.occurred_at)
    ]
    there = [(one, made) for one in asked if (made := _made(evidence, one))]
    days = _until_there(evidence, asked)
    parts = [("waiting", len(asked) - len(there))]
    parts += [("days until it was there", round(days))] if days is not None else []
    sentence = f"{len(there)} of {len(asked)} things that people need are there."
    behind = [*(made for _, made in there), *evidence.seats.all]
    measure = D6.share([one for one, _ in there], asked, sentence, behind, parts)
    people = people_behind((one.originator_id, _made(evidence, one) is not None) for one in asked)
    return replace(measure, people=people)


@dataclass(frozen=True)
class Asked:
    """A question or a worry, the group it came from, and its first answer."""

    asked: Waiting
    seat: Seat | None
    stream: Stream
    answer: Event | None


def _asked(evidence: Evidence) -> Iterator[Asked]:
    """Every question and worry that was first told in the window."""
    for stream in evidence.streams.values():
        for one in first_told(stream):
            if evidence.window.holds(one.occurred_at):
                seat = evidence.seats.seat(one.person, one.occurred_at)
                yield Asked(one, seat, stream, _first_answer(stream, one))


def _first_answer(stream: Stream, one: Waiting) -> Event | None:
    """What answered it first. That somebody took a worry back themselves is no answer."""
    return min(
        (it for it in answers_to(stream, one) if not _takes_back(it)),
        key=lambda it: it.occurred_at,
        default=None,
    )


def _takes_back(event: Event) -> bool:
    return isinstance(event, ObjectionResolved) and event.how is Resolution.WITHDRAWN


def _resolved(one: Asked) -> ObjectionResolved | None:
    if not isinstance(one.asked, ObjectionRaised):
        return None
    name = one.asked.objection
    told = one.stream.only(ObjectionResolved)
    return next((found for found in reversed(told) if found.objection == name), None)


def _typical(some: list[Asked], until: datetime | None) -> float | None:
    if until is None or len(some) < LIST_BELOW:
        return None
    return typical(
        [wait(one.asked.occurred_at, one.answer, _seen_until(one, until)) for one in some]
    )


def _seen_until(one: Asked, until: datetime) -> datetime:
    """How far its waiting can be seen: whoever took a worry back waits no longer."""
    taken_back = _resolved(one)
    return taken_back.occurred_at if taken_back else until


def _waiting(every: list[Asked], until: datetime | None) -> Iterator[tuple[str, int]]:
    """How many of members wait still, the oldest for how long; and how long staff wait."""
    waiting = [one for one in every if one.seat is Seat.MEMBER and _is_waiting(one)]
    yield "waiting", len(waiting)
    if waiting and until is not None:
        yield "days that the oldest waits", (until - min(map(_since, waiting))).days
    theirs = _typical([one for one in every if one.seat is Seat.STAFF], until)
    if theirs is not None:
        yield "days, staff", round(theirs)


def _is_waiting(one: Asked) -> bool:
    """Whether nobody answered, and it was not taken back."""
    return one.answer is None and _resolved(one) is None


def _since(one: Asked) -> datetime:
    return one.asked.occurred_at


def _until_there(evidence: Evidence, asked: list[AdjustmentAsked]) -> float | None:
    """In how many days half of it was there; what is waited for still counts as far as we see."""
    made = [_made(evidence, one) for one in asked]
    seen = [*asked, *(one for one in made if one)]
    if len(asked) < LIST_BELOW:
        return None
    until = evidence.window.last or max(one.occurred_at for one in seen)
    pairs = zip(asked, made, strict=True)
    return typical([wait(one.occurred_at, it, until) for one, it in pairs])


def _made(evidence: Evidence, asked: AdjustmentAsked) -> AdjustmentMade | None:
    made = evidence.streams[asked.originator_id].only(AdjustmentMade)
    return next((one for one in made if one.adjustment == asked.adjustment), None)


MEASURES = (objections, answers, adjustments)
