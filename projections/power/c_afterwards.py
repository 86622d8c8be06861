"""C8 to C10: step-ins, choices that were changed later, and what was decided in a hurry."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from domain.events import DecisionReversed, DecisionTaken
from domain.kinds import Finding, Route
from projections.power.deciders import By, decided_by
from projections.power.decisions import Decision, around, decision_of, decisions, ever
from projections.power.evidence import Evidence
from projections.power.exact import exact, times
from projections.power.measure import Card, Measure, Tier
from projections.power.ratification import Agreed, agreed, agreeing
from projections.power.rights import Rights
from projections.power.settings import Settings
from projections.power.spending import BY_ALL
from projections.power.stepping_in import StepIn, step_ins

C8 = Card(
    "C8",
    Tier.CORE,
    "When staff stepped in, did they say why? Did we look at it?",
    "We count each time that staff stepped in. It is well done if three things are so. They "
    "said why. It was about harm, the law or keeping people safe. Others looked at it in "
    "time. No step-ins at all is not the aim. Then nobody helps when it is not safe. Or "
    "nobody writes it down. Where it was not right, something should change.",
)
C9 = Card(
    "C9",
    Tier.CORE,
    "Were our decisions changed later? By who?",
    "We count choices that were ended. A new one may have come in their place. Did all of us "
    "decide that? Or was it staff alone, or somebody else?",
)
C10 = Card(
    "C10",
    Tier.CORE,
    "When there was no time, did we check it later?",
    "We count choices that were made in a hurry. Did we say yes to them later? It had to be "
    "by the day that was named. If we met before that day, it had to be by then. Where no day "
    "was named, we count each yes.",
)


def stepped_in(evidence: Evidence, settings: Settings) -> Measure:
    """C8: step-ins that were explained, grounded and looked at."""
    found = step_ins(evidence)
    in_time = [one for one in found if _is_in_time(one, settings)]
    well = [one.told for one in in_time if one.has_reason and one.has_ground]
    checks = {
        "with a reason": [one for one in found if one.has_reason],
        "with a ground": [one for one in found if one.has_ground],
        "looked at in time": in_time,
        "again on the same thing": [one for one in found if one.is_again],
    }
    findings = Counter(one.finding for one in found)
    faulty = [one for one in found if one.finding in NOT_ALL_RIGHT]
    parts = [(name, len(those)) for name, those in checks.items()]
    parts += [(f"found: {words}", findings[finding]) for finding, words in FOUND.items()]
    parts.append(("something changed", sum(one.led_to_something for one in found)))
    why, looked = (len(checks[name]) for name in ("with a reason", "looked at in time"))
    sentence = f"Staff stepped in {times(len(found))}: {why} with a reason, {looked} looked at."
    if idle := sum(not one.led_to_something for one in faulty):
        sentence += f" {times(idle).capitalize()} it was not all right, and nothing changed."
    behind = [fact for one in found for fact in one.facts()]
    return exact(C8, well, [one.told for one in found], sentence, behind, parts)


FOUND = {Finding.UPHELD: "right", Finding.PARTLY: "partly right", Finding.NOT_UPHELD: "not right"}


NOT_ALL_RIGHT = (Finding.PARTLY, Finding.NOT_UPHELD)


def _is_in_time(one: StepIn, settings: Settings) -> bool:
    return one.reviewed_within(settings.time("C8", one.told.occurred_at))


@dataclass(frozen=True)
class Change:
    """A decision that no longer holds, what ended it, and the decision behind that, if known."""

    undone: Decision
    event: DecisionReversed | DecisionTaken
    by: Decision | None

    @property
    def words(self) -> str:
        """Whose decision was changed by whom."""
        who = decided_by(self.by) if self.by else By.NOT_KNOWN
        return f"decided by {decided_by(self.undone)}, changed by {who}"

    @property
    def days(self) -> int:
        """How long it had held."""
        return (self.event.occurred_at - self.undone.taken.occurred_at).days


def changes(evidence: Evidence) -> list[Change]:
    """Every decision that was ended or replaced in the window."""
    holds = evidence.window.holds
    return [one for one in _changes(evidence) if holds(one.event.occurred_at)]


def _changes(evidence: Evidence) -> Iterator[Change]:
    rights = evidence.once(Rights)
    known = {one.taken.event_id: one for one in ever(evidence)}
    for one in known.values():
        for ended in one.stream.only(DecisionReversed):
            cited = rights.cited(ended)
            by = decision_of(evidence, cited) if isinstance(cited, DecisionTaken) else None
            if by is None or by.taken.replaces != one.taken.event_id:  # else told below
                yield Change(one, ended, by)
        old = known.get(one.taken.replaces) if one.taken.replaces else None
        if old and one.said_yes:
            yield Change(old, one.taken, one)


def reversed_later(evidence: Evidence, settings: Settings) -> Measure:
    """C9: decisions changed later, and whether all decided that."""
    del settings
    found = changes(evidence)
    together = [one.event for one in found if one.by and one.by.route in BY_ALL]
    parts = sorted(Counter(one.words for one in found).items())
    routes = Counter(one.by.route.value if one.by else "not known" for one in found)
    parts += [(f"by route: {route}", many) for route, many in sorted(routes.items())]
    parts += [("days after, half of them", int(median(o.days for o in found)))] if found else []
    sentence = f"{len(found)} choices were changed later, {len(together)} of them by all of us."
    behind = around([*(o.undone for o in found), *(o.by for o in found if o.by)])
    return exact(C9, together, [one.event for one in found], sentence, behind, parts)


def checked_later(evidence: Evidence, settings: Settings) -> Measure:
    """C10: decisions in a hurry to which the committee agreed in time."""
    del settings
    hurried = [one for one in decisions(evidence) if one.route is Route.URGENT]
    came = {one.taken.event_id: agreed(one) for one in hurried}
    so = [one.taken for one in hurried if came[one.taken.event_id] is Agreed.IN_TIME]
    counted = Counter(came.values())
    parts = [(what.value, counted[what]) for what in Agreed if counted[what]]
    unnamed = sum(one.taken.ratify_by is None for one in hurried)
    parts += [("no day was named", unnamed)] if unnamed else []
    sentence = f"We agreed in time to {len(so)} of {len(hurried)} quick choices."
    behind = around([*hurried, *(by for one in hurried if (by := agreeing(one)))])
    return exact(C10, so, [one.taken for one in hurried], sentence, behind, parts)


MEASURES = (stepped_in, reversed_later, checked_later)
