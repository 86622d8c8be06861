"""W: what the committee should talk about. Ten rules that were written down beforehand.

A warning goes to the whole committee first, in neutral words: what was seen, that it may be fine,
and that it is worth talking about. It never says why something happened, nor who is to blame.
"""

from collections.abc import Sequence
from dataclasses import replace

from projections.power.evidence import Evidence
from projections.power.settings import Settings, times_of
from projections.power.warnings import deciding, recording, stepping_in, waiting
from projections.power.warnings.warning import PowerWarning, Rule

__all__ = ["RULES", "PowerWarning", "warnings"]

RULES: Sequence[Rule] = (
    deciding.run_by_staff,
    deciding.many_by_staff,
    stepping_in.alone,
    deciding.beyond_mandates,
    waiting.left_open,
    stepping_in.takeovers,
    recording.knew_first,
    recording.late_or_by_others,
    deciding.all_quiet,
    waiting.silent_ideas,
)
"""W1 to W10."""


def warnings(evidence: Evidence, settings: Settings) -> list[PowerWarning]:
    """All that hold of what happened in the window, in the order in which they came up."""
    counted = [one for rule in RULES for one in rule(evidence, settings)]
    found = [replace(one, rests_on=(*one.rests_on, *times_of(one.id, evidence))) for one in counted]
    holds = evidence.window.holds
    return sorted((one for one in found if holds(one.since)), key=lambda one: one.since)
