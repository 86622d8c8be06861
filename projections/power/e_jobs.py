"""E1 and E3 to E6, E8: who does the jobs, which way they move, and who takes them over."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from fractions import Fraction

from domain.events import (
    HandoverAccepted,
    HandoverOffered,
    HandoverReported,
    TakeoverAnswered,
    TaskAdded,
    TaskReturned,
    TaskTakenOver,
)
from domain.ids import PersonId
from domain.kinds import Seat, TakeoverAnswer
from projections.power.evidence import Evidence, Fact, Stream
from projections.power.gatherings import meetings, moments, next_after
from projections.power.jobs import Job, jobs
from projections.power.measure import Card, Measure, Tier, things
from projections.power.settings import Settings

WORDS = {Seat.MEMBER: "members", Seat.STAFF: "staff"}
OTHERS = "others"
TWO_NIGHTS = timedelta(days=62)

E1 = Card(
    "E1",
    Tier.CONTEXT,
    "Who has the jobs?",
    "Of all jobs that somebody had, those that members had. A job that two share counts half "
    "for each. Jobs without a say are work and no power: look at it beside E7.",
)
E3 = Card(
    "E3",
    Tier.CORE,
    "Which way do jobs move?",
    "Jobs that passed from staff to members, of all that passed from one to another.",
)
E4 = Card(
    "E4",
    Tier.CONTEXT,
    "Could people say no?",
    "Offers of a job that were taken, of all offers. To say no is a right: if everybody always "
    "says yes, ask whether they could say no.",
)
E5 = Card(
    "E5",
    Tier.CORE,
    "Did staff step in before being asked?",
    "We look at all jobs of members that staff took over. Those count for which staff were asked. "
    "What the member says of it holds.",
)
E6 = Card(
    "E6",
    Tier.CONTEXT,
    "Were the jobs done?",
    "Jobs that were done, of all that came to an end. It looks the same whoever decides, and "
    "nobody dares anything where it is a target.",
)
E8 = Card(
    "E8",
    Tier.CORE,
    "Did the job come back?",
    "We look at all jobs that staff took over. Those count that came back within two nights.",
)


def held(evidence: Evidence, settings: Settings) -> Measure:
    """E1, jobs by group, a shared one in equal parts."""
    del settings
    every = jobs(evidence)
    parts = [(seat, Fraction(1, len(one.holders))) for one in every for seat in one.seats]
    members = sum((part for seat, part in parts if seat is Seat.MEMBER), Fraction(0))
    sentence = f"Members had {float(members):g} of {len(every)} jobs."
    return E1.weighed(members, len(every), sentence, *_rests_on(evidence, every))


def passed_on(evidence: Evidence, settings: Settings) -> Measure:
    """E3, handovers by direction; the parts are the whole matrix."""
    del settings
    moved = list(_handovers(evidence))
    ways = Counter(f"{_group(evidence, g, e)} to {_group(evidence, t, e)}" for e, g, t in moved)
    down = [e for e, g, t in moved if _way(evidence, e, g, t) == (Seat.STAFF, Seat.MEMBER)]
    sentence = f"{len(down)} of {len(moved)} jobs that moved went from staff to members."
    events = [event for event, _, _ in moved]
    behind = [*evidence.seats.all, *evidence.beginnings(events)]
    return E3.share(down, events, sentence, behind, sorted(ways.items()))


def _handovers(evidence: Evidence) -> Iterator[tuple[Fact, PersonId, PersonId]]:
    for event in evidence.of(HandoverAccepted):
        yield event, event.giver, event.taker
    for told in evidence.of(HandoverReported):
        if len(told.givers) == 1 and len(told.takers) == 1:
            yield told, told.givers[0], told.takers[0]


def _way(
    evidence: Evidence, event: Fact, giver: PersonId, taker: PersonId
) -> tuple[Seat | None, Seat | None]:
    seat, at = evidence.seats.seat, event.occurred_at
    return seat(giver, at), seat(taker, at)


def _group(evidence: Evidence, who: PersonId, event: Fact) -> str:
    return _word(evidence.seats.seat(who, event.occurred_at))


def _word(seat: Seat | None) -> str:
    return WORDS.get(seat, OTHERS) if seat else OTHERS


def accepted(evidence: Evidence, settings: Settings) -> Measure:
    """E4, offers that were taken."""
    del settings
    offers = list(evidence.of(HandoverOffered))
    said = {(e.originator_id, e.giver, e.taker): e for e in evidence.ever(HandoverAccepted)}
    taken = [one for one in offers if (one.originator_id, one.giver, one.taker) in said]
    sentence = f"People took {len(taken)} of {len(offers)} jobs that they were offered."
    return E4.share(taken, offers, sentence, [*evidence.beginnings(offers), *said.values()])


def taken_over(evidence: Evidence, settings: Settings) -> Measure:
    """E5, takeovers by staff of what members had, and whether they were asked."""
    del settings
    found = list(_takeovers(evidence))
    asked = [event for stream, event in found if was_asked(stream, event)]
    sentence = f"Staff took over {things(len(found), 'job')}, {len(asked)} of them when asked."
    behind = [fact for stream, _ in found for fact in stream.facts]
    among = [event for _, event in found]
    return E5.share(asked, among, sentence, [*behind, *evidence.seats.all])


def _takeovers(evidence: Evidence) -> Iterator[tuple[Stream, TaskTakenOver]]:
    for stream, _ in evidence.begun_by(TaskAdded):
        for event in stream.only(TaskTakenOver):
            way = _way(evidence, event, event.giver, event.taker)
            if way == (Seat.MEMBER, Seat.STAFF) and evidence.window.holds(event.occurred_at):
                yield stream, event


def was_asked(stream: Stream, event: TaskTakenOver) -> bool:
    """Whether whoever had the job wanted it taken over; their own word holds over any other."""
    said = [one for one in stream.only(TakeoverAnswered) if one.taker == event.taker]
    if said:
        return said[-1].answer is not TakeoverAnswer.TAKEN
    return event.asked is True


def done(evidence: Evidence, settings: Settings) -> Measure:
    """E6, jobs that were done, of those that came to an end."""
    del settings
    ended = [one for one in jobs(evidence) if one.done or one.not_done]
    so = [one.added for one in ended if one.done]
    sentence = f"{len(so)} of {len(ended)} jobs were done."
    behind = [fact for one in ended for fact in one.around()]
    return E6.share(so, [one.added for one in ended], sentence, behind)


def came_back(evidence: Evidence, settings: Settings) -> Measure:
    """E8, jobs that came back within two nights."""
    del settings
    found = list(_takeovers(evidence))
    met = moments(evidence)
    back = [event for stream, event in found if _returned(stream, event, met)]
    sentence = f"{len(back)} of {len(found)} jobs that staff took over came back."
    behind = [fact for stream, _ in found for fact in stream.facts]
    rest = [*behind, *evidence.seats.all, *meetings(evidence)]
    return E8.share(back, [event for _, event in found], sentence, rest)


def _returned(stream: Stream, event: TaskTakenOver, met: list[datetime]) -> bool:
    due = next_after(met, event.occurred_at, 2) or event.occurred_at + TWO_NIGHTS
    return any(
        one.giver == event.taker and one.taker == event.giver and one.occurred_at <= due
        for one in stream.only(TaskReturned)
    )


def _rests_on(evidence: Evidence, every: list[Job]) -> tuple[list[Fact], list[Fact]]:
    behind = [fact for one in every for fact in one.around()]
    return [one.added for one in every], [*behind, *evidence.seats.all]


MEASURES = (held, passed_on, accepted, taken_over, done, came_back)
