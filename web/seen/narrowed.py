"""The register narrowed down: how it was decided, how big it was, and what became of it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator

from domain.ids import CommitteeId
from domain.kinds import Route, Stake
from projections.narrowing import Narrow, narrowed
from projections.stops import Stop
from web.forms import Maybe
from web.seen.lists import Chip
from web.services import services

Way = Literal["vote", "agreed", "some", "staff", "alone", "urgent", "trustees", "unknown"]
Still = Literal["holds", "over"]
WAYS: Mapping[Way, tuple[str, str, frozenset[Route]]] = {
    "vote": ("We voted", "vote", frozenset({Route.VOTE})),
    "agreed": ("We all agreed", "people", frozenset({Route.CONSENT, Route.CONSENSUS})),
    "some": (
        "Some of us",
        "hand",
        frozenset({Route.DELEGATED_MEMBER, Route.DELEGATED_JOINT}),
    ),
    "staff": ("Staff, as we agreed", "give", frozenset({Route.DELEGATED_STAFF})),
    "alone": ("Staff alone", "person", frozenset({Route.STAFF_ALONE})),
    "urgent": ("In a hurry", "clock", frozenset({Route.URGENT})),
    "trustees": ("The trustees", "chair", frozenset({Route.TRUSTEES})),
    "unknown": ("Nobody wrote how", "ask", frozenset({Route.UNDOCUMENTED})),
}
BIG: Mapping[Stake, tuple[str, str]] = {
    Stake.SMALL: ("Small", "first"),
    Stake.MONEY_PEOPLE_TIME: ("Bigger", "money"),
    Stake.SAFETY_RULES_MEMBERSHIP_PLACE: ("Biggest", "safety"),
}
STILL: Mapping[Still, tuple[str, str]] = {
    "holds": ("It still holds", "done"),
    "over": ("Not any more", "take-back"),
}
STEPPED_IN = ("Staff stepped in", "safety")
WORRIED = ("There was a worry", "worry")
To = Callable[..., str]
"""The address of the list with something else asked for."""


def _number(given: object) -> object:
    return int(given) if isinstance(given, str) and given.isascii() and given.isdigit() else given


class Narrowing(BaseModel):
    """What is asked for besides."""

    way: Maybe[Way] = None
    size: Annotated[Maybe[Stake], BeforeValidator(_number)] = None
    still: Maybe[Still] = None
    step_in: Maybe[Literal["yes"]] = None
    worry: Maybe[Literal["yes"]] = None

    @property
    def narrow(self) -> Narrow:
        """The same as the register knows it."""
        return Narrow(
            WAYS[self.way][2] if self.way else frozenset(),
            self.size,
            None if self.still is None else self.still == "holds",
            True if self.step_in else None,
            True if self.worry else None,
        )

    @property
    def narrow_kept(self) -> dict[str, str | None]:
        """What an address keeps of it."""
        size = None if self.size is None else str(int(self.size))
        besides = {"step_in": self.step_in, "worry": self.worry}
        return {"way": self.way, "size": size, "still": self.still, **besides}

    @property
    def narrow_chosen(self) -> list[str]:
        """What is shown alone, in words."""
        found = [
            WAYS[self.way][0] if self.way else "",
            BIG[self.size][0] if self.size else "",
            STILL[self.still][0] if self.still else "",
            STEPPED_IN[0] if self.step_in else "",
            WORRIED[0] if self.worry else "",
        ]
        return [one for one in found if one]


NOTHING = dict.fromkeys(("way", "size", "still", "step_in", "worry"))
"""All of it taken away from an address."""


def among(
    committee: CommitteeId, which: Narrowing, moment: datetime, stop: Stop
) -> frozenset[int] | None:
    """Where the decisions stand that are wanted; none where all of them are."""
    if not which.narrow:
        return None
    briefs = services().decisions.briefs(committee, *stop)
    return narrowed(services().views, committee, briefs, which.narrow, moment, *stop)


def narrowing_lists(which: Narrowing, to: To) -> list[tuple[str, list[Chip]]]:
    """Chips of each kind, under their question. Whoever presses what is chosen takes it away."""
    ways = [_chip(which.way, key, one[:2], to, "way") for key, one in WAYS.items()]
    sizes = [_chip(which.size, key, one, to, "size") for key, one in BIG.items()]
    still = [_chip(which.still, key, one, to, "still") for key, one in STILL.items()]
    step_in = [_chip(which.step_in, "yes", STEPPED_IN, to, "step_in")]
    return [
        ("How did we decide?", ways),
        ("How big was it?", sizes),
        ("Does it still hold?", still),
        ("Did staff step in?", step_in),
        ("Did somebody worry?", [_chip(which.worry, "yes", WORRIED, to, "worry")]),
    ]


def _chip(
    chosen: object, key: Way | Still | Stake | str, said: tuple[str, str], to: To, name: str
) -> Chip:
    value = str(int(key)) if isinstance(key, Stake) else key
    is_chosen = chosen == key
    return Chip(*said, to(**{name: None if is_chosen else value}), None, is_chosen)
