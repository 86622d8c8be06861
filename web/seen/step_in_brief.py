"""A step-in in short: who, why, how it stands, and what came of it."""

from dataclasses import dataclass
from datetime import datetime

from flask import g

from domain.kinds import Audience, Finding, StepInGround
from projections.agreed_seen import CameOf, StepInSeen, came_of
from web.clock import Moment
from web.seen.discreetly import standing_alone
from web.services import services

GROUNDS = {
    StepInGround.HARM: ("Somebody could get hurt", "problem"),
    StepInGround.LAW: ("The law says so", "rule"),
    StepInGround.SAFEGUARDING: ("Somebody must be kept safe from others", "secret"),
    StepInGround.NOT_STATED: ("Nobody wrote down why", "unsure"),
}
FOUND = {
    Finding.UPHELD: ("It was right", "yes"),
    Finding.PARTLY: ("Some of it was right", "unsure"),
    Finding.NOT_UPHELD: ("It was not right", "no"),
    Finding.NOT_STATED: ("Nobody wrote down what we found", "unsure"),
}
KIND = {Finding.UPHELD: "yes", Finding.PARTLY: "abstain", Finding.NOT_UPHELD: "no"}


@dataclass(frozen=True, slots=True)
class Brief:
    """One step-in in a list, or as a card."""

    id: str
    name: str
    why: str
    picture: str
    on: Moment
    kind: str
    word: str


def brief(seen: StepInSeen) -> Brief:
    """Who stepped in, why, and how it stands."""
    why, picture = GROUNDS[seen.grounds]
    kind, word = _standing(seen)
    on = g.clock.tell(seen.began)
    name = standing_alone(seen.name)
    return Brief(str(seen.step_in), name, why, picture, on, kind, word)


def heard_of(seen: StepInSeen) -> datetime | None:
    """When the committee first heard of it."""
    return min((one.at for one in seen.told if one.to is Audience.COMMITTEE), default=None)


def told(seen: StepInSeen) -> str:
    """Whether the committee heard of it."""
    heard = heard_of(seen)
    return f"We heard of it on {g.clock.tell(heard).words}." if heard else "Nobody told us yet."


def in_short(seen: StepInSeen) -> str:
    """What came of it: whether we heard of it and looked at it."""
    if not seen.reviews:
        return f"Staff may step in to keep people safe. {told(seen)} We must still look at it."
    found = f"{told(seen)} We found: {_found(seen)}. {_changed(seen)}"
    return f"Staff may step in to keep people safe. {found}"


def what_came_of(seen: StepInSeen) -> CameOf:
    """What changed because of it, and the ideas that may still change something."""
    return came_of(seen, services().decisions.because_of(seen.event, g.clock.now))


def _changed(seen: StepInSeen) -> str:
    came = what_came_of(seen)
    if came.changes:
        return "Then we changed something because of it."
    return "There is an idea because of it." if came.ideas else "So far nothing changed."


def _found(seen: StepInSeen) -> str:
    words = FOUND[seen.reviews[-1].finding][0]
    return words[0].lower() + words[1:]


def _standing(seen: StepInSeen) -> tuple[str, str]:
    if seen.reviews:
        last = seen.reviews[-1].finding
        return KIND.get(last, "none"), FOUND[last][0]
    return ("objection", "It goes on now") if seen.in_force else ("none", "We must look at it")
