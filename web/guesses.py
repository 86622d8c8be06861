"""Whoever tries links that never were is told to wait; whoever has a good one always comes in.

A link holds 256 random bits, so nobody guesses one, and no limit has to stand in for that. This one
tells a guesser apart from a committee: a link that was used or is too old is no guess, so people
who share an address are never told to wait for each other's old links.
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

FREE = 30
"""So many wrong links are nothing yet: people mistype, and programs cut addresses short."""
SECONDS_EACH = 10
"""After them, one more in so many seconds."""
ADDRESSES = 10_000


@dataclass(slots=True)
class Left:
    """How many wrong links an address may still send, and when that was counted."""

    number: float
    at: float


class Guesses:
    """Wrong links by the address they came from, kept in memory and nowhere else."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._left: OrderedDict[str, Left] = OrderedDict()

    def is_one_too_many(self, address: str, now: float) -> bool:
        """Count a wrong link, and say whether its sender has to wait."""
        with self._lock:
            left = self._left.pop(address, Left(FREE, now))
            again = max(0.0, now - left.at) / SECONDS_EACH
            left.number, left.at = min(FREE, left.number + again), now
            too_many = left.number < 1
            left.number -= 0 if too_many else 1
            self._left[address] = left
            while len(self._left) > ADDRESSES:
                self._left.popitem(last=False)
        return too_many
