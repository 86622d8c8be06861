"""The whole audit of one committee in one window: gates first, then measures, then warnings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from domain.events import BenchmarkAdopted
from projections.at_rest import collector_at_rest
from projections.power import (
    a_record,
    b_choice,
    b_gate,
    b_ideas,
    b_say,
    c_afterwards,
    c_limits,
    c_sharing,
    c_voices,
    c_votes,
    d_answers,
    d_taking_part,
    e_jobs,
    e_load,
    f_knowing,
    g_meetings,
    h_change,
    steps,
)
from projections.power.aims import agreed_beforehand, with_aims
from projections.power.evidence import Evidence
from projections.power.measure import Measure, Tier
from projections.power.nobody import where_members_sit
from projections.power.settings import Settings, adopted, times_of, with_times
from projections.power.warnings import PowerWarning, warnings

Counting = Callable[[Evidence, Settings], Measure]
"""How a measure is counted: a pure function of what happened and what was agreed beforehand."""

EVERY: Sequence[Counting] = (
    *a_record.MEASURES,
    *b_ideas.MEASURES,
    *b_gate.MEASURES,
    *b_choice.MEASURES,
    *b_say.MEASURES,
    *c_sharing.MEASURES,
    *c_votes.MEASURES,
    *c_voices.MEASURES,
    *c_afterwards.MEASURES,
    *c_limits.MEASURES,
    *d_taking_part.MEASURES,
    *d_answers.MEASURES,
    *e_jobs.MEASURES,
    *e_load.MEASURES,
    *f_knowing.MEASURES,
    *g_meetings.MEASURES,
    *h_change.MEASURES,
    *steps.MEASURES,
)
CANNOT_SAY = "We cannot say yet, and here is why."


@dataclass(frozen=True, slots=True)
class Report:
    """What the audit says. ``doubts`` are why there is no headline; mostly the record itself."""

    headline: str
    doubts: tuple[str, ...]
    gates: tuple[Measure, ...]
    measures: tuple[Measure, ...]
    warnings: tuple[PowerWarning, ...]


@collector_at_rest()
def report(evidence: Evidence, settings: Settings | None = None) -> Report:
    """Count everything once."""
    agreed = agreed_on(evidence, settings)
    found = [resting_on_times(counting(evidence, agreed), evidence) for counting in EVERY]
    counted = with_aims(where_members_sit(found, evidence), evidence)
    gates = tuple(one for one in counted if one.tier is Tier.GATE)
    doubts = tuple(doubts_about(gates, agreed))
    shared = next(one for one in counted if one.id == "C0")
    return Report(
        headline=CANNOT_SAY if doubts else shared.sentence,
        doubts=doubts,
        gates=gates,
        measures=tuple(one for one in counted if one.tier is not Tier.GATE),
        warnings=tuple(warnings(evidence, agreed)),
    )


def agreed_on(evidence: Evidence, settings: Settings | None = None) -> Settings:
    """The settings with all that the committee adopted: shares beforehand, times from then on."""
    shares = adopted(agreed_beforehand(evidence), settings)
    return with_times(evidence.ever(BenchmarkAdopted), shares)


def resting_on_times(measure: Measure, evidence: Evidence) -> Measure:
    """A measure that counts by times rests also on where the committee agreed on them."""
    times = [*times_of(measure.id, evidence)]
    if not times or not measure.rests_on:
        return measure
    return replace(measure, rests_on=(*measure.rests_on, *times))


def doubts_about(gates: Sequence[Measure], settings: Settings) -> list[str]:
    """Why the record itself cannot carry a headline: gates A6, A1 and A4, in this order."""
    by_id = {gate.id: gate for gate in gates}
    found = [by_id["A6"].why_not] if by_id["A6"].why_not else []
    for name, least in (("A1", settings.traced), ("A4", settings.attested)):
        gate = by_id[name]
        if gate.why_not:
            found.append(gate.why_not)
        elif gate.k is not None and gate.n and gate.k < least * gate.n:
            found.append(gate.sentence)
    return found
