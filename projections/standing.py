"""How a job stands after its steps: who has it, who learns it, who was asked, who took it over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from domain.kinds import Help, TakeoverAnswer

Step = tuple[Any, ...]
"""What was done, by or to whom, from whom, a yes or no, words or a choice, and when."""


@dataclass(frozen=True, slots=True)
class Takeover:
    """Somebody did what another one had; ``is_told`` where they said so themselves."""

    giver: bytes
    taker: bytes
    at: int
    is_told: bool
    asked: bool | None = None
    answer: TakeoverAnswer | None = None
    is_returned: bool = False


@dataclass(frozen=True, slots=True)
class HelpStep:
    """Help that somebody asked for, or gave."""

    person: bytes
    kind: Help
    at: int


@dataclass(slots=True)
class Standing:
    """What holds once all steps are taken, and what is worth knowing of how it came to that."""

    holding: dict[bytes, None] = field(default_factory=dict)
    learning: dict[bytes, None] = field(default_factory=dict)
    offers: dict[bytes, Step] = field(default_factory=dict)
    takeovers: list[Takeover] = field(default_factory=list)
    help_wanted: list[HelpStep] = field(default_factory=list)
    help_given: list[HelpStep] = field(default_factory=list)
    ended: str | None = None
    _did: list[tuple[bytes, int]] = field(default_factory=list)

    def people(self) -> Iterator[bytes]:
        """Everybody who is spoken of."""
        yield from (*self.holding, *self.learning, *self.offers)
        yield from (row[2] for row in self.offers.values())
        yield from (person for it in self.takeovers for person in (it.giver, it.taker))
        yield from (step.person for step in (*self.help_wanted, *self.help_given))

    def take(self, row: Step) -> None:
        """One step further."""
        step, person, giver, is_so, note, at = row
        if step != "done":
            self.settle()
        match step:
            case "taken":
                self._move(None, person)
            case "laid down":
                self._move(person, None)
            case "learning":
                self.learning[person] = None
            case "offered":
                self.offers[person] = row
            case "accepted":
                offer = self.offers.pop(person, None)
                self._move(None if offer and offer[3] else giver, person)
            case "declined" | "withdrawn":
                self.offers.pop(person, None)
            case "passed on":
                self._move(giver, person)
                self._forget_offers_overtaken()
            case "taken over":
                self._move(giver, person)
                asked = None if is_so is None else bool(is_so)
                self.takeovers.append(Takeover(giver, person, at, is_told=True, asked=asked))
            case "answered":
                self._mend(giver, person, answer=TakeoverAnswer(note))
            case "returned":
                self._move(giver, person)
                self._mend(person, giver, is_returned=True)
            case "help wanted":
                self.help_wanted.append(HelpStep(person, Help(note), at))
            case "help given":
                self._helped(HelpStep(person, Help(note), at))
            case "done":
                self.ended = step
                self._did += [(person, at)] if person else []
            case "reopened":
                self.ended = None
            case _:
                self.ended = step

    def settle(self) -> None:
        """Where others did it and none of the holders, each holder may say what that was."""
        doers, self._did = self._did, []
        if not {person for person, _ in doers} & self.holding.keys():
            self.takeovers += [
                Takeover(holder, person, at, is_told=False)
                for holder in self.holding
                for person, at in doers
            ]

    def _move(self, giver: bytes | None, taker: bytes | None) -> None:
        if giver:
            self.holding.pop(giver, None)
            self.help_wanted = [step for step in self.help_wanted if step.person != giver]
        if taker:
            self.holding[taker] = None
            self.learning.pop(taker, None)

    def _forget_offers_overtaken(self) -> None:
        self.offers = {
            taker: row
            for taker, row in self.offers.items()
            if taker not in self.holding and row[2] in self.holding
        }

    def _helped(self, step: HelpStep) -> None:
        self.help_given.append(step)
        kinds = set(Help) if step.kind is Help.NOT_STATED else {step.kind}
        self.help_wanted = [wanted for wanted in self.help_wanted if wanted.kind not in kinds]

    def _mend(self, giver: bytes, taker: bytes, **said: Any) -> None:
        for place in reversed(range(len(self.takeovers))):
            it = self.takeovers[place]
            if (it.giver, it.taker) == (giver, taker):
                self.takeovers[place] = replace(it, **said)
                return


def standing(steps: Iterable[Step]) -> Standing:
    """How a job stands after these steps."""
    now = Standing()
    for step in steps:
        now.take(step)
    now.settle()
    return now
