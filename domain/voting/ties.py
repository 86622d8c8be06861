"""What happens when the count itself cannot tell."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from domain.ids import OptionId
from domain.voting.answers import Answer, Ranking
from domain.voting.poll import Poll
from domain.voting.rule import Tie

T = TypeVar("T")

Places = tuple[tuple[OptionId, ...], ...]


def by_lot(seed: int | None, tied: Iterable[T], names: Mapping[UUID, str] | None = None) -> list[T]:
    """The tied in the order of SHA-256 over "seed:name", smallest first.

    Anybody can draw the lot again: the seed is written as a decimal number, the name is the id of
    an option, or yes or no. `names` are what options are called where not by an id.
    """

    def drawn(one: T) -> bytes:
        name = (names or {}).get(one) if isinstance(one, UUID) else None
        return hashlib.sha256(f"{seed}:{name or one}".encode()).digest()

    return sorted(tied, key=drawn)


def broken(poll: Poll, tied: Sequence[OptionId]) -> Places:
    """The tied options in the places that the rule's way with ties gives them."""
    match poll.rule.tie:
        case Tie.LOT:
            return tuple((option,) for option in by_lot(poll.rule.seed, tied, poll.names))
        case Tie.CHAIR:
            return _as_ranked(poll.chair_says, tied)
        case _:
            return (tuple(tied),)


def _as_ranked(answer: Answer | None, tied: Sequence[OptionId]) -> Places:
    """The tied options as one ballot ranks them; those it leaves out share the last place."""
    places = answer.places if isinstance(answer, Ranking) else ()
    listed = tuple(tuple(option for option in place if option in tied) for place in places)
    rest = tuple(option for option in tied if not any(option in place for place in listed))
    return tuple(place for place in (*listed, rest) if place)
