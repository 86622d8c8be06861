"""How seats and roles stand after some steps: who sits, who holds, learns, waits or was asked."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class SeatStep(NamedTuple):
    """A seat taken, given up, or the end of its term, as it lies in its table."""

    person: bytes
    step: str
    seat: str
    voting: int
    term_ends: str | None
    event: str
    authority: str | None
    at: int


class RoleStep(NamedTuple):
    """A step in the life of a role; whoever leaves the committee takes a step in all roles."""

    role: bytes
    step: str
    giver: bytes | None
    taker: bytes | None
    term_ends: str | None
    share: int
    answer_by: int | None
    event: str
    authority: str | None
    at: int


@dataclass(slots=True)
class RoleStanding:
    """What holds for one role once its steps are taken; each person with the step that did it."""

    holding: dict[bytes, RoleStep] = field(default_factory=dict)
    learning: dict[bytes, None] = field(default_factory=dict)
    rotation: dict[bytes, None] = field(default_factory=dict)
    offers: dict[bytes, RoleStep] = field(default_factory=dict)

    def take(self, step: RoleStep) -> None:
        """One step further."""
        giver, taker = step.giver, step.taker
        match step.step:
            case "taken" | "reported" if taker:
                self._hold(taker, step)
            case "given" | "laid down" | "taken away" if giver:
                self.holding.pop(giver, None)
            case "accepted" if taker and giver:
                self._accept(giver, taker, step)
            case "offered" if taker:
                self.offers[taker] = step
            case "answered" if taker:
                self.offers.pop(taker, None)
            case "term" if taker in self.holding:
                held = self.holding[taker]
                self.holding[taker] = held._replace(term_ends=step.term_ends)
            case "shadowed" if taker:
                self.learning[taker] = None
            case "joined" if taker:
                self.rotation[taker] = None
            case "no turn" if taker:
                self.rotation.pop(taker, None)
            case "left" if giver:
                self.learning.pop(giver, None)
                self.rotation.pop(giver, None)

    def _accept(self, giver: bytes, taker: bytes, step: RoleStep) -> None:
        offer = self.offers.pop(taker, None)
        if offer is None or not offer.share:
            self.holding.pop(giver, None)
        self._hold(taker, step)

    def _hold(self, taker: bytes, step: RoleStep) -> None:
        self.holding[taker] = step
        self.learning.pop(taker, None)


def seats(steps: Iterable[SeatStep]) -> dict[bytes, SeatStep | None]:
    """Everybody who ever sat, in the order of their first seat; None who sits there no more."""
    found: dict[bytes, SeatStep | None] = {}
    for step in steps:
        held = found.get(step.person)
        match step.step:
            case "seated":
                found[step.person] = step
            case "term" if held:
                found[step.person] = held._replace(term_ends=step.term_ends)
            case "gone":
                found[step.person] = None
    return found


def roles(steps: Iterable[RoleStep]) -> dict[bytes, RoleStanding]:
    """Every role that was ever spoken of, as it stands after these steps."""
    found: dict[bytes, RoleStanding] = {}
    for step in steps:
        if step.step == "left":
            for standing in found.values():
                standing.take(step)
        else:
            found.setdefault(step.role, RoleStanding()).take(step)
    return found
