"""Ranked ballots over options of one letter, told in short, made up, or all there can be."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from hypothesis import strategies as st

from domain.voting.pairs import Ranked, pairwise

OPTIONS = "abcde"

Ballots = Sequence[Ranked[str]]


def ballots(text: str) -> list[Ranked[str]]:
    """Such as "8 a c d b, 2 b ad c": so many ballots of this order, equals without a space."""
    rows = (row.split() for row in text.split(","))
    return [Ranked(tuple(places), int(times)) for times, *places in rows]


def every_order(options: str) -> Iterator[tuple[str, ...]]:
    """Every way to rank the options, with equal places, none left out."""
    for given_places in product(range(len(options)), repeat=len(options)):
        if set(given_places) == set(range(max(given_places) + 1)):
            yield tuple(
                "".join(o for o, at in zip(options, given_places, strict=True) if at == place)
                for place in range(max(given_places) + 1)
            )


def renamed(cast: Ballots, names: Mapping[str, str]) -> Ballots:
    """The same ballots, with the options under other names."""
    return [
        Ranked([[names[o] for o in place] for place in b.places], b.times, b.unlisted_last)
        for b in cast
    ]


def beating_all_others(cast: Ballots) -> list[str]:
    """The option that more ballots put above each other one than below it, if there is one."""
    votes = pairwise(OPTIONS, cast)
    return [
        one
        for one in OPTIONS
        if all(votes[one][other] > votes[other][one] for other in OPTIONS if other != one)
    ]


def raised(ballot: Ranked[str], option: str) -> Ranked[str]:
    """The same ballots with one option put first."""
    below = [[o for o in place if o != option] for place in ballot.places]
    return Ranked([[option], *(p for p in below if p)], ballot.times, ballot.unlisted_last)


@st.composite
def _ballot(draw: st.DrawFn) -> Ranked[str]:
    points = draw(st.dictionaries(st.sampled_from(OPTIONS), st.integers(0, 4)))
    order = [[o for o in points if points[o] == p] for p in sorted(set(points.values()))]
    return Ranked(order, draw(st.integers(1, 9)), draw(st.booleans()))


@st.composite
def _strict_ballot(draw: st.DrawFn) -> Ranked[str]:
    order = draw(st.lists(st.sampled_from(OPTIONS), unique=True))
    return Ranked([[one] for one in order], draw(st.integers(1, 9)))


CAST = st.lists(_ballot(), max_size=8)
STRICT = st.lists(_strict_ballot(), max_size=8)
