"""W7 and W8: who knew first, and who writes things down."""

from collections.abc import Iterator
from statistics import median

from domain.kinds import Seat
from projections.power.a_record import is_late
from projections.power.ballots import Ballot
from projections.power.by_meeting import by_meeting
from projections.power.decisions import Decision
from projections.power.evidence import Evidence, Fact
from projections.power.f_knowing import DAY, staff_lead
from projections.power.gatherings import meetings, moments
from projections.power.settings import Settings
from projections.power.warnings.warning import PowerWarning

MEETINGS, TOO_EARLY, TOO_MANY = 3, 2, 0.25


def knew_first(evidence: Evidence, settings: Settings) -> Iterator[PowerWarning]:
    """W7: staff knew more than two days before the members, at three meetings in a row."""
    del settings
    run: list[list[Decision]] = []
    met = moments(evidence)
    for number, taken in by_meeting(evidence):
        leads = [lead / DAY for one in taken if (lead := staff_lead(one)) is not None]
        if not leads or number == len(met):
            continue
        run = [*run, taken] if median(leads) > TOO_EARLY else []
        if len(run) == MEETINGS:
            sentence = "Staff knew days before us, three meetings in a row."
            facts = [fact for some in run for one in some for fact in one.around()]
            yield PowerWarning("W7", met[number], sentence, (*facts, *meetings(evidence)))


def late_or_by_others(evidence: Evidence, settings: Settings) -> Iterator[PowerWarning]:
    """W8: of the entries of three meetings, more than a quarter late or by somebody else’s hand."""
    met, held = moments(evidence), False
    every = sorted(
        (fact for stream in evidence.streams.values() for fact in stream.facts),
        key=lambda fact: fact.occurred_at,
    )
    for before, day in zip(met, met[MEETINGS:], strict=False):
        entries = [one for one in every if before < one.occurred_at <= day]
        doubtful = [one for one in entries if _is_doubtful(one, evidence, settings)]
        is_much = len(doubtful) > TOO_MANY * len(entries)
        if is_much and not held:
            sentence = "Much was written down late, or by somebody else."
            behind = (
                *evidence.beginnings(entries),
                *entries,
                *meetings(evidence),
                *evidence.seats.all,
            )
            yield PowerWarning("W8", day, sentence, behind)
        held = is_much


def _is_doubtful(fact: Fact, evidence: Evidence, settings: Settings) -> bool:
    if is_late(fact, settings):
        return True
    who = fact.voter if isinstance(fact, Ballot) else fact.actor
    if evidence.seats.seat(who, fact.occurred_at) is not Seat.MEMBER:
        return False
    return fact.recorded_by not in (None, who) and fact.witness is None
