"""What can be told of one night: what was decided and how, who ran it, who had which job."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from domain.kinds import Domain, Finding, LineKind, Resolution, Route, Stake


class What(StrEnum):
    """What is decided before a night: the first three every month, one of the rest every third."""

    THEME = "theme"
    ROTA = "rota"
    SPEND = "spend"
    SAFETY = "safety"
    RULES = "rules"
    PLACE = "place"


@dataclass(frozen=True)
class About:
    """What such a choice is about, how much hangs on it, and where the plan has it."""

    domain: Domain
    stake: Stake
    label: str
    kind: LineKind


ABOUT = {
    What.THEME: About(Domain.PROGRAMME, Stake.SMALL, "Theme", LineKind.OTHER),
    What.ROTA: About(Domain.PEOPLE, Stake.MONEY_PEOPLE_TIME, "Jobs", LineKind.PEOPLE),
    What.SPEND: About(Domain.MONEY, Stake.MONEY_PEOPLE_TIME, "Money", LineKind.MONEY),
    What.SAFETY: About(Domain.SAFETY, Stake.SAFETY_RULES_MEMBERSHIP_PLACE, "Safe", LineKind.SAFETY),
    What.RULES: About(Domain.RULES, Stake.SAFETY_RULES_MEMBERSHIP_PLACE, "Rule", LineKind.OTHER),
    What.PLACE: About(Domain.PLACE, Stake.SAFETY_RULES_MEMBERSHIP_PLACE, "Where", LineKind.WHERE),
}


@dataclass(frozen=True)
class Worry:
    """Why somebody was not sure that it was safe enough to try, and what became of that."""

    by: str
    words: str
    end: Resolution | None = None
    better: str = ""
    """The idea in better words, where they were found because of the worry."""


@dataclass(frozen=True)
class How:
    """How one of the choices came about: whose idea, by which route, who said what."""

    by: str
    votes: str = ""
    """One letter for each person in the order in which they sit; none where nobody voted."""
    route: Route = Route.VOTE
    worry: Worry | None = None
    asks: str = ""
    answers: str = ""
    """Who asked about it, and who answered, if anybody did."""
    wants: str = ""
    """What each of them said they want, without a vote: Y or N, one letter for each person."""
    title: str = ""
    """Where it is not the one of the calendar."""
    options: Sequence[tuple[str, str]] = ()
    """Where there was a choice: each answer with who thought of it. The first was picked."""


@dataclass(frozen=True)
class Move:
    """A job of the night that passed on, or did not."""

    job: str
    giver: str
    taker: str


@dataclass(frozen=True)
class Offer(Move):
    """Somebody was asked to take it, or half of it, and said yes or no thank you."""

    yes: bool = True
    share: bool = False


@dataclass(frozen=True)
class TakeOver(Move):
    """Somebody did it instead: after being asked for help, or not; and gave it back, or not."""

    asked: bool = False
    back: bool = False


@dataclass(frozen=True)
class Showing(Move):
    """Whoever has it asked somebody how to do it, and was shown. It stays theirs."""


@dataclass(frozen=True)
class StepIn:
    """Staff acted without the committee on that night; what they changed, and who looked at it."""

    label: str
    words: str
    why: str = ""
    reviewed: int | None = None
    """So many days later, by others and somebody from outside."""
    finding: Finding = Finding.PARTLY


@dataclass(frozen=True)
class Night:
    """One night: the choices before it, the meeting that made them, and the jobs on the evening."""

    number: int
    chair: str
    minutes: str
    theme: How
    rota: How
    spend: How
    jobs: str
    big: How | None = None
    moves: Sequence[Move] = ()
    away: str = ""
    step_in: StepIn | None = None
    looks_back_to: int = 0
    """The night whose large decision was looked at again."""
    ends: int = 0
    """The night whose large decision no longer holds, because of this one's."""
    refuses: int = 0
    """The night whose spend staff made in a hurry, and the others do not agree to afterwards."""
    silent: str = ""
    """Somebody's idea of which nobody ever heard again."""
    grants: bool = False
    """Whether staff may spend on the nights to come, as was decided on this night."""
    by_staff: bool = False
    """Staff had the papers a week before the others, and wrote everything down five days later."""

    @property
    def choices(self) -> list[tuple[What, How]]:
        """What was decided, in order."""
        told = [(What.THEME, self.theme), (What.ROTA, self.rota), (What.SPEND, self.spend)]
        return [*told, (BIG[self.number][0], self.big)] if self.big else told

    def other(self, **fields: object) -> "Night":
        """The same night, told otherwise."""
        return replace(self, **fields)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Story:
    """Twelve nights, and what was said about the record at the end."""

    name: str
    nights: Sequence[Night]
    said: str
    """One letter for each member: C complete, M something missing, S not sure, - nothing."""
    found: str
    """One letter for each receipt: Y it was in the record, N it was not."""
    asked: str
    """Of the six members so many said yes to each of five questions, in private."""
    scores: tuple[str, str]
    """How members, and how staff, score their own way of working: a number for each question."""
    asked_again: bool = True
    """Whether what Cara asked for the second time was made."""


THEMES = (
    *("Pirates", "Film stars", "All in green", "The seventies"),
    *("Beach", "Superheroes", "Our favorite songs", "Country and western"),
    *("The jungle", "Ghosts", "Fireworks", "Winter lights"),
)
SPENDS = (
    *(("Fruit and crisps", 30), ("DJ Kim", 60), ("Paint for the bar", 25), ("A popcorn maker", 40)),
    *(("A singing machine", 45), ("New speakers", 60), ("A low table", 35), ("DJ Sam", 60)),
    *(("A minibus", 60), ("Lights for the floor", 30), ("T-shirts for us", 55), ("A cake", 15)),
)
BIG = {
    3: (What.SAFETY, "Two people tell everybody how to be safe"),
    6: (What.RULES, "At least four of us have to vote"),
    9: (What.SAFETY, "Who comes in late rings at the side door"),
    12: (What.PLACE, "We stay in the hall on Mill Road"),
}
