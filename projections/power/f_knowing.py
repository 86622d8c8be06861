"""F: who knows what, and when."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from statistics import median

from domain.events import OutcomeTold, QuestionAnswered, QuestionAsked, UnderstandingVoiced
from domain.kinds import Seat, Understanding
from projections.power.decisions import Decision, decisions
from projections.power.evidence import Evidence, Fact, Stream
from projections.power.heard import HEARS
from projections.power.knowing import first_had, in_time
from projections.power.measure import NOTHING_YET, Card, Measure, Tier
from projections.power.settings import Settings

DAY = timedelta(days=1)

F1 = Card(
    "F1",
    Tier.CORE,
    "Did staff know before us? How long?",
    "For each decision: when did half of the members have something about it? When did half of "
    "the staff? We count the days between, and take the middle of all decisions. More than 0: "
    "staff knew first. Only decisions for which something was handed out.",
)
F2 = Card(
    "F2",
    Tier.CORE,
    "Did we get time to read it?",
    "For each decision and each member with a vote: whether they had it early enough, in a form "
    "for everybody. Where nothing was handed out, the words of the idea count. They count from "
    "the day of the idea.",
    "My Life My Choice: easy read, sent before the meeting",
)
F3 = Card(
    "F3",
    Tier.CONTEXT,
    "Did we understand it?",
    "What members said of themselves: YES, of all who said something about a decision.",
)
F4 = Card(
    "F4",
    Tier.CORE,
    "Did we hear what happened next?",
    "Decisions of which the committee or everybody was told within the agreed time, of all.",
)
F5 = Card(
    "F5",
    Tier.CORE,
    "Were our questions answered?",
    "Questions of members that somebody answered, of all they asked.",
)


def gap(evidence: Evidence, settings: Settings) -> Measure:
    """F1, the information gap in days, signed: positive where staff knew first."""
    del settings
    found = [(one, lead) for one in decisions(evidence) if (lead := staff_lead(one)) is not None]
    among = [one.taken for one, _ in found]
    behind = [fact for one, _ in found for fact in one.around()]
    days = median(lead / DAY for _, lead in found) if found else None
    return F1.number(days, "days", among, _lead_in_words(days), behind)


def staff_lead(one: Decision) -> timedelta | None:
    """How much earlier staff had something about it than members; none where it cannot be said."""
    if not one.papers:
        return None
    members, staff = (_middle(one, seat) for seat in (Seat.MEMBER, Seat.STAFF))
    return members - staff if members and staff else None


def _middle(one: Decision, seat: Seat) -> datetime | None:
    """When half of a group had it; whoever never did had it at the decision."""
    at = one.taken.occurred_at
    group = one.evidence.seats.sat(seat, at)
    had = sorted(min(first_had(one, who) or at, at) for who in group)
    return had[(len(had) - 1) // 2] if had else None


def _lead_in_words(days: float | None) -> str:
    if days is None:
        return NOTHING_YET
    if days == 0:
        return "Staff and members knew at the same time."
    who = "Staff knew" if days > 0 else "Members knew"
    return f"{who} first, {abs(days):g} days before the others."


def notice(evidence: Evidence, settings: Settings) -> Measure:
    """F2, decisions times members with a vote who had it in time; counted in pairs."""
    taken = decisions(evidence)
    counts = [in_time(one, settings) for one in taken]
    k, n = sum(early for early, _ in counts), sum(members for _, members in counts)
    sentence = f"{k} of {n} times a member had enough time to read."
    behind = [fact for one in taken for fact in one.around()]
    return F2.counted_in(k, n, sentence, [one.taken for one in taken], behind)


def understood(evidence: Evidence, settings: Settings) -> Measure:
    """F3, by each person’s own word; the last word holds."""
    del settings
    said: list[UnderstandingVoiced] = []
    for stream in evidence.streams.values():
        last = {one.person: one for one in stream.only(UnderstandingVoiced)}
        said += [one for one in last.values() if _is_members(evidence, one)]
    said = [one for one in said if evidence.window.holds(one.occurred_at)]
    yes = [one for one in said if one.answer is Understanding.YES]
    sentence = f"{len(yes)} of {len(said)} times a member said: I understood."
    return F3.share(yes, said, sentence, _behind(evidence, said))


def told(evidence: Evidence, settings: Settings) -> Measure:
    """F4, decisions of which people heard in time."""
    taken = decisions(evidence)
    heard = [one.taken for one in taken if _was_told(one, settings)]
    sentence = f"We heard about {len(heard)} of {len(taken)} choices in time."
    behind = [fact for one in taken for fact in _tellings(one)]
    return F4.share(heard, [one.taken for one in taken], sentence, behind)


def _was_told(one: Decision, settings: Settings) -> bool:
    at = one.taken.occurred_at
    within = settings.time("F4", at)
    return any(
        telling.to in HEARS and timedelta(0) <= telling.occurred_at - at <= within
        for telling in one.stream.only(OutcomeTold)
    )


def _tellings(one: Decision) -> list[Fact]:
    return [one.stream.events[0], *one.stream.only(OutcomeTold)]


def answered(evidence: Evidence, settings: Settings) -> Measure:
    """F5, questions of members that were answered."""
    del settings
    asked: list[QuestionAsked] = []
    answers: list[QuestionAnswered] = []
    for stream, one in _questions(evidence):
        asked.append(one)
        answers += [a for a in stream.only(QuestionAnswered) if a.question == one.question]
    known = {answer.question for answer in answers}
    so = [one for one in asked if one.question in known]
    sentence = f"{len(so)} of {len(asked)} questions of members were answered."
    return F5.share(so, asked, sentence, [*_behind(evidence, asked), *answers])


def _questions(evidence: Evidence) -> Iterator[tuple[Stream, QuestionAsked]]:
    for stream in evidence.streams.values():
        for one in stream.only(QuestionAsked):
            if evidence.window.holds(one.occurred_at) and _is_members(evidence, one):
                yield stream, one


def _is_members(evidence: Evidence, said: UnderstandingVoiced | QuestionAsked) -> bool:
    return evidence.seats.is_member(said.person, said.occurred_at)


def _behind(
    evidence: Evidence, said: list[UnderstandingVoiced] | list[QuestionAsked]
) -> list[Fact]:
    """What tells where it was said, and where those sat who said it."""
    people = [one.person for one in said]
    return [*evidence.beginnings(said), *evidence.seats.behind(*people)]


MEASURES = (gap, notice, understood, told, answered)
