"""E2, E7 and E9: with how many people the work lies, who has a say in it, and who grows."""

from fractions import Fraction

from domain.events import HelpGiven, TaskAdded, TaskDone
from domain.ids import PersonId
from domain.kinds import Seat
from projections.power.decisions import ever
from projections.power.evidence import Evidence, Fact
from projections.power.jobs import Job, held_by, jobs
from projections.power.measure import Card, Measure, Tier
from projections.power.rights import Rights
from projections.power.settings import Settings
from projections.power.sharing import Needed, judge

PEOPLE_FROM, JOBS_FROM = 4, 12
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
    "Jobs of members that come of a decision made together, of all jobs that members had.",
    "TLAP: influence and seeing it through",
)
E9 = Card(
    "E9",
    Tier.CONTEXT,
    "Who has learned a job and helps others now?",
    "People who were helped with a job and later helped somebody, of all who were helped. Only "
    "how many, never who.",
)


def spread(evidence: Evidence, settings: Settings) -> Measure:
    """E2, the effective number of people who hold the jobs."""
    del settings
    every = jobs(evidence)
    load: dict[PersonId, Fraction] = {}
    for one in every:
        for who in one.holders:
            load[who] = load.get(who, Fraction(0)) + Fraction(1, len(one.holders))
    at = every[-1].at if every else None
    seats = evidence.seats
    able = {who for seat in (Seat.MEMBER, Seat.STAFF) for who in seats.sat(seat, at)} if at else ()
    behind = [fact for one in every for fact in one.around()]
    among = [one.added for one in every]
    if len(able) < PEOPLE_FROM or len(every) < JOBS_FROM:
        return E2.cannot("There are too few jobs to say.", [*among, *behind, *seats.all])
    total = sum(load.values())
    held = 1 / sum((part / total) ** 2 for part in load.values())
    number = round(float(held), 1)
    sentence = f"It is as if {number:g} people held all the jobs."
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
    helped = dict[PersonId, HelpGiven]()
    facts, streams = list[Fact](), []
    for stream, _ in evidence.begun_by(TaskAdded):
        given = [one for one in stream.only(HelpGiven) if evidence.window.holds(one.occurred_at)]
        for one in given:
            for who in held_by(stream, before=one):
                if who not in helped or one.occurred_at < helped[who].occurred_at:
                    helped[who] = one
        if given:
            streams.append(stream)
    givers = {one.by: one for stream in streams for one in stream.only(HelpGiven)}
    since = {who: one.occurred_at for who, one in helped.items()}
    alone = {
        w for one in jobs(evidence) for w in _did_alone(one) if w in since and one.at > since[w]
    }
    now = [who for who in helped if who in givers and givers[who].occurred_at > since[who]]
    facts += [fact for stream in streams for fact in stream.facts]
    facts += [fact for one in jobs(evidence) for fact in one.around()]
    sentence = f"{len(now)} of {len(helped)} people who were helped help others now."
    parts = [
        ("were helped", len(helped)),
        ("did it alone later", len(alone)),
        ("help now", len(now)),
    ]
    found = E9.counted_in(len(now), len(helped), sentence, facts)
    return found.with_parts(parts)


def _did_alone(one: Job) -> list[PersonId]:
    done = one.stream.last(TaskDone)
    return list(done.by) if done and not one.stream.only(HelpGiven) else []


MEASURES = (spread, own_choice, growth)
