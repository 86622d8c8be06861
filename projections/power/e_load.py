"""E2, E7 and E9: with how many people the work lies, who has a say in it, and who grows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from fractions import Fraction

from domain.events import HelpGiven, TaskAdded, TaskDone
from domain.ids import PersonId
from domain.kinds import Seat
from projections.power.decisions import ever
from projections.power.evidence import Evidence, Fact, Stream
from projections.power.jobs import Job, held_by, jobs
from projections.power.judging import Needed, judge
from projections.power.measure import Card, Measure, Tier
from projections.power.rights import Rights
from projections.power.settings import Settings
from projections.power.spread import as_if_shared_by

PEOPLE_FROM, JOBS_FROM = 4, 12
ABLE = frozenset(Seat) - {Seat.OBSERVER}
OF_SAY = {Needed.ROUTE, Needed.RIGHT, Needed.NOT_STAFF_ALONE}

E2 = Card(
    "E2",
    Tier.CORE,
    "Are the jobs shared out, or all with one person?",
    "As if so many people held them all: one divided by the sum of the squares of each share. "
    "From four people and twelve jobs on.",
    "Laakso and Taagepera 1979",
)
E7 = Card(
    "E7",
    Tier.CORE,
    "If it is your job, is it also your choice?",
    "We look at all jobs that members had. Those count that come of a decision made together.",
    "TLAP: influence and seeing it through",
)
E9 = Card(
    "E9",
    Tier.CONTEXT,
    "Who has learned a job and helps others now?",
    "We look at all who were helped with a job. Those count who later helped somebody. Only how "
    "many, never who.",
)


def spread(evidence: Evidence, settings: Settings) -> Measure:
    """E2, the effective number of people who hold the jobs."""
    del settings
    every = jobs(evidence)
    load = defaultdict[PersonId, Fraction](Fraction)
    for one in every:
        for who in one.holders:
            load[who] += Fraction(1, len(one.holders))
    at = every[-1].at if every else None
    seats = evidence.seats
    able = {who for seat in ABLE for who in seats.sat(seat, at)} if at else ()
    behind = [fact for one in every for fact in one.around()]
    among = [one.added for one in every]
    if len(able) < PEOPLE_FROM or len(every) < JOBS_FROM:
        return E2.cannot("There are too few jobs to say.", [*among, *behind, *seats.all])
    held = as_if_shared_by(load.values())
    sentence = f"It is as if {round(float(held or 0), 1):g} people held all the jobs."
    return E2.number(held, "people", among, sentence, [*behind, *seats.all])


def own_choice(evidence: Evidence, settings: Settings) -> Measure:
    """E7, jobs of members that come of what was decided together."""
    rights, by = evidence.once(Rights), judge(evidence, settings)
    by_event = {one.taken.event_id: one for one in ever(evidence)}
    every = [one for one in jobs(evidence) if Seat.MEMBER in one.seats]
    so, behind = [], list[Fact](evidence.seats.all)
    for one in every:
        behind += [*one.around(), *rights.whole(one.added)]
        decided = by_event.get(one.added.authority) if one.added.authority else None
        if decided:
            behind += by.behind([decided])
            if not OF_SAY & {*by.failed(decided)}:
                so.append(one.added)
    sentence = f"Members also chose {len(so)} of the {len(every)} jobs that they had."
    return E7.share(so, [one.added for one in every], sentence, behind)


def growth(evidence: Evidence, settings: Settings) -> Measure:
    """E9, people who were helped, then did it alone, then helped others."""
    del settings
    streams = [it for it, _ in evidence.begun_by(TaskAdded) if any(_given(evidence, it))]
    since = _first_helped(evidence, streams)
    givers = {one.by: one for stream in streams for one in stream.only(HelpGiven)}
    now = [who for who in since if who in givers and givers[who].occurred_at > since[who]]
    every = jobs(evidence)
    alone = {w for one in every for w in _did_alone(one) if w in since and one.at > since[w]}
    facts = [fact for stream in streams for fact in stream.facts]
    facts += [fact for one in every for fact in one.around()]
    sentence = f"{len(now)} of {len(since)} people who were helped help others now."
    parts = [
        ("were helped", len(since)),
        ("did it alone later", len(alone)),
        ("help now", len(now)),
    ]
    return E9.counted_in(len(now), len(since), sentence, facts, (), parts)


def _given(evidence: Evidence, stream: Stream) -> Iterator[HelpGiven]:
    """The help with a job that was given in the window."""
    holds = evidence.window.holds
    return (one for one in stream.only(HelpGiven) if holds(one.occurred_at))


def _first_helped(evidence: Evidence, streams: Iterable[Stream]) -> dict[PersonId, datetime]:
    """Since when somebody has been helped: whoever had the job then."""
    since: dict[PersonId, datetime] = {}
    for stream in streams:
        for one in _given(evidence, stream):
            for who in held_by(stream, before=one):
                since[who] = min(since.get(who, one.occurred_at), one.occurred_at)
    return since


def _did_alone(one: Job) -> list[PersonId]:
    done = one.stream.last(TaskDone)
    return list(done.by) if done and not one.stream.only(HelpGiven) else []


MEASURES = (spread, own_choice, growth)
