"""A million ranked ballots on ten options, counted by Schulze's method, instant-runoff and STV."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from random import Random

from bench.measure import Block, Row, in_turn, plain_row
from domain.voting.irv import irv
from domain.voting.meek import meek
from domain.voting.pairs import Ranked, folded
from domain.voting.ranked_pairs import ranked_pairs
from domain.voting.schulze import schulze
from domain.voting.scottish import scottish

BALLOTS = 1_000_000
OPTIONS = "abcdefghij"
PLACES = 3

Ballot = tuple[str, ...]
Method = Callable[[list[Ranked[str]]], object]

METHODS: dict[str, Method] = {
    "Schulze's method": lambda cast: schulze(OPTIONS, cast).order,
    "ranked pairs": lambda cast: ranked_pairs(OPTIONS, cast).order,
    "instant-runoff": lambda cast: irv(OPTIONS, cast, _no_tie).order,
    "Scottish STV, 3 places": lambda cast: scottish(OPTIONS, PLACES, cast, _no_tie).order,
    "Meek's STV, 3 places": lambda cast: meek(OPTIONS, PLACES, cast, _no_tie).order,
}


def million(folder: Path, rounds: int) -> list[Row]:
    """Each method over the same ballots, folded first; its time, and what memory it comes to."""
    del folder
    ballots = made_up()
    folds = plain_row(
        f"folding equal ones of {BALLOTS:,} ballots, each",
        "reading every place once",
        in_turn(_reading(ballots), _folding(ballots), rounds),
    )
    return [folds, *(row for name in METHODS for row in _rows(name, ballots, rounds))]


def _rows(name: str, ballots: list[Ballot], rounds: int) -> list[Row]:
    what = f"{BALLOTS:,} ballots by {name}"
    pairs = in_turn(_reading(ballots), _counting(name, ballots), rounds)
    time = plain_row(f"{what}, each", "reading every place once", pairs)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        held = apart.submit(_memory, name).result()
    memory = plain_row(f"memory for {what}", "the same process with the ballots", [held])
    return [time, replace(memory, unit="MB")]


def made_up() -> list[Ballot]:
    """Orders of people who all have their own taste, some options dearer than others to most.

    Each lists as many as they like. Nearly all of those who list five or more are unlike any other.
    """
    chance = Random(2026)
    dear = [1.0 + 0.15 * at for at in range(len(OPTIONS))]
    return [_order(chance, dear) for _ in range(BALLOTS)]


def _order(chance: Random, dear: list[float]) -> Ballot:
    taste = {option: chance.random() ** worth for option, worth in zip(OPTIONS, dear, strict=True)}
    return tuple(sorted(OPTIONS, key=taste.__getitem__)[-chance.randint(1, len(OPTIONS)) :])


def _reading(ballots: list[Ballot]) -> Block:
    def block() -> int:
        points: Counter[str] = Counter()
        for ballot in ballots:
            for option in ballot:
                points[option] += 1
        return len(ballots)

    return block


def _folding(ballots: list[Ballot]) -> Block:
    def block() -> int:
        folded(ballots)
        return len(ballots)

    return block


def _counting(name: str, ballots: list[Ballot]) -> Block:
    def block() -> int:
        METHODS[name](folded(ballots))
        return len(ballots)

    return block


def _no_tie(tied: object, what: object) -> None:
    """A million ballots of these do not come out the same."""
    raise RuntimeError(f"A tie between {tied}: {what}.")


def _memory(name: str) -> tuple[float, float]:
    """The most MB that a process of its own held with the ballots alone, and after the count."""
    ballots = made_up()
    before = _peak()
    METHODS[name](folded(ballots))
    return before, _peak()


def _peak() -> float:
    """What Linux says was held at the most; a new process begins with nothing."""
    said = Path("/proc/self/status").read_text(encoding="ascii")
    return int(said.partition("VmHWM:")[2].split()[0]) / 1024
