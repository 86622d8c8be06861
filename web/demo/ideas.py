"""What there is to say of an idea: who had it, who worried, who voted, what holds by it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.kinds import Domain, ObjectionGround, Resolution, Stake, Support
from web.demo.club import Line
from web.demo.dates import NIGHTS, TODAY, Day


@dataclass(frozen=True)
class Worry:
    """Why somebody was not sure that it was safe enough to try, and what became of that."""

    by: str
    words: str
    ground: ObjectionGround
    answered_by: str = ""
    answer: str = ""
    end: Resolution | None = None
    hour: int = 10
    better: str = ""
    """The idea in better words, where the worry came before the vote and they were found."""


@dataclass(frozen=True)
class Choice:
    """One of several answers, with its picture and what it costs."""

    words: str
    picture: str
    pounds: int | None = None


@dataclass(frozen=True)
class Helped:
    """Somebody was helped to vote, by whom they chose."""

    voter: str
    by: str
    how: Support
    on_their_screen: bool = False


@dataclass(frozen=True)
class Errand:
    """Something to do once because of a decision."""

    title: str
    by: str
    helper: str = ""


@dataclass(frozen=True)
class Lets:
    """What somebody does alone after a yes, each month up to so much, for so many days."""

    who: str
    words: str
    about: Domain
    pounds: int
    days: int


@dataclass(frozen=True)
class Idea:
    """One idea, from the day on which somebody had it."""

    key: str
    by: str
    day: Day
    title: str
    text: str = ""
    votes: str = ""
    about: Domain = Domain.NOT_STATED
    stake: Stake | None = None
    pounds: int | None = None
    choices: tuple[Choice, ...] = ()
    orders: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Who put which of the choices first, second …"""
    worry: Worry | None = None
    question: tuple[str, str, str, str] | None = None
    """Who asked what, and who said what to that."""
    picture: str = ""
    helped: tuple[Helped, ...] = ()
    lines: tuple[Line, ...] = ()
    errand: Errand | None = None
    lets: Lets | None = None
    lasts: int | None = 5
    """How many days after it was made the vote ends; none where no end was promised."""

    @property
    def is_decided(self) -> bool:
        """Whether the end of the vote has passed."""
        return self.lasts is not None and (self.day.night != TODAY or self.day.before > self.lasts)

    @property
    def ends(self) -> Day:
        """The day on which the vote ends."""
        return self.day.later(self.lasts or 0)

    @property
    def night(self) -> int:
        """The night that it is for."""
        return self.day.night or NIGHTS
