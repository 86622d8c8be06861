"""One choice as it is told: of which night, how it came about, and when each of it happens."""

from dataclasses import dataclass
from datetime import datetime

from domain.ids import ProposalId
from web.demo.stories.dates import at, meeting
from web.demo.stories.script import BIG, How, Night, What
from web.demo.stories.teller import Pen, Teller


@dataclass(frozen=True)
class Telling:
    """One choice of one night, and who tells it."""

    teller: Teller
    pen: Pen
    night: Night
    what: What
    how: How
    place: int
    """The first, second … of its meeting."""

    @property
    def is_large(self) -> bool:
        """Whether it is one of the four on which most hangs."""
        return self.what in {what for what, _ in BIG.values()}

    @property
    def idea(self) -> ProposalId:
        """The idea, once it is there."""
        return self.teller.choices[self.night.number, self.what]

    def at(self, clock: str, days: int = 0, minutes: int = 0) -> datetime:
        """A moment so many days after the meeting; one choice a little after the other."""
        day = meeting(self.night.number)
        return at(day, clock, days=days, minutes=minutes + 2 * self.place)

    @property
    def decided_at(self) -> datetime:
        """When the meeting comes to it."""
        return self.at("18:30", minutes=10 * self.place)
