"""C11 and C12: was it theirs to decide, and did we do what we promised."""

from collections import Counter
from enum import StrEnum

from domain.kinds import Promise, Route
from projections.power.beyond import whose
from projections.power.breaches import Breach, Breaches
from projections.power.deciders import By, decided_by
from projections.power.decisions import Decision, around, decisions
from projections.power.evidence import Evidence, Fact
from projections.power.exact import exact
from projections.power.games import behind_chairs
from projections.power.heard import changed_by_members, input_of_members, told_members
from projections.power.judging import TOGETHER, staff_could_alone
from projections.power.measure import Card, Measure, Tier
from projections.power.ratification import Agreed, agreed, agreeing
from projections.power.settings import Settings

C11 = Card(
    "C11",
    Tier.CORE,
    "Did everybody keep to what they may decide?",
    "We count the choices that kept to what people may decide. Some do not. Nobody had "
    "the right. Or the right was over. Or it was somebody else’s. Or it was for other things. "
    "Or it was too much money. We add the money up over the month or year. This goes for "
    "staff and for all of us. If a right does not say what for, we do not guess. If "
    "nobody wrote down how we decided, we leave it out.",
)
C12 = Card(
    "C12",
    Tier.CORE,
    "Did we do what we promised about your say?",
    "Some ideas come with a promise: what say will you have? We count how often you had that "
    "say, or more. We also count the promises. If you promise little, it is easy to keep.",
    "IAP2: promise to the public. These are levels, and no steps to climb.",
)


def kept_to_rights(evidence: Evidence, settings: Settings) -> Measure:
    """C11: what went beyond a right, by staff, by the committee, or by others."""
    del settings
    every, breaches = decisions(evidence), evidence.once(Breaches)
    taken = [one for one in every if one.route is not Route.UNDOCUMENTED]
    found = [(one, beyond) for one in taken if (beyond := breaches.of(one))]
    over = {one.taken.event_id for one, _ in found}
    kept = [one.taken for one in taken if one.taken.event_id not in over]
    who = Counter(whose(one) for one, _ in found)
    how = Counter(breach for _, beyond in found for breach in beyond)
    parts = [(f"beyond it: {name}", many) for name, many in sorted(who.items())]
    parts += [(breach.value, how[breach]) for breach in Breach if how[breach]]
    unknown = len(every) - len(taken)
    parts += [("nobody wrote down how", unknown)] if unknown else []
    sentence = f"{len(kept)} of {len(taken)} choices kept to what people may decide."
    behind = [*around(every), *breaches.behind(taken)]
    if every and not taken:
        return C11.cannot("Nobody wrote down how these were decided.", behind)
    return exact(C11, kept, [one.taken for one in taken], sentence, behind, parts)


class Level(StrEnum):
    """What say members had in a decision."""

    NONE = "none"
    INFORM = "inform"
    CONSULT = "consult"
    INVOLVE = "involve"
    DECIDE_TOGETHER = "decide together"
    MEMBERS_DECIDE = "members decide"


LEVELS = tuple(Level)


def level(one: Decision, settings: Settings) -> Level:
    """The highest say that the record shows."""
    if decided_by(one) is By.MEMBERS and one.route in TOGETHER:
        return Level.MEMBERS_DECIDE
    if _together(one):
        return Level.DECIDE_TOGETHER
    if changed_by_members(one):
        return Level.INVOLVE
    if input_of_members(one):
        return Level.CONSULT
    return Level.INFORM if told_members(one, settings) else Level.NONE


def _together(one: Decision) -> bool:
    if one.route is Route.URGENT:
        return agreed(one) is Agreed.IN_TIME and not staff_could_alone(one)
    with_members = decided_by(one) in (By.TOGETHER, By.MEMBERS)
    return one.route in TOGETHER and with_members and not staff_could_alone(one)


def promise_kept(evidence: Evidence, settings: Settings) -> Measure:
    """C12: promises about people’s say, and how many were kept."""
    promised = [(o, o.made.promise) for o in decisions(evidence) if o.made and o.made.promise]
    kept = [one.taken for one, promise in promised if _is_kept(one, promise, settings)]
    made = Counter(promise for _, promise in promised)
    parts = [(f"promised: {promise.value}", made[promise]) for promise in Promise if made[promise]]
    sentence = f"We kept {len(kept)} of {len(promised)} promises about your say."
    found = [one for one, _ in promised]
    agreed_by = [by for one in found if (by := agreeing(one))]
    behind: list[Fact] = [*around([*found, *agreed_by]), *behind_chairs([*found, *agreed_by])]
    return C12.share(kept, [one.taken for one in found], sentence, behind, parts)


def _is_kept(one: Decision, promise: Promise, settings: Settings) -> bool:
    return LEVELS.index(level(one, settings)) >= LEVELS.index(Level(promise.value))


MEASURES = (kept_to_rights, promise_kept)
