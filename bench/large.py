"""Pages and memory of a committee with a million events, beside the same with a thousand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

from flask.testing import FlaskClient

from bench.committee import NOW, TURNS
from bench.measure import Block, Row, cost_row, in_turn
from bench.years import FEW, MANY, Years
from domain.act import Act
from web.services import Services

LOOKS = 5
"""So often a page is looked at in one block: in a short one, less other work gets in the way."""


def pages(folder: Path, rounds: int) -> list[Row]:
    """Every page, made anew each time: none is answered from what was shown before."""
    few, many = Years.of(folder / "few", FEW), Years.of(folder / "many", MANY)
    with _open(few) as at_few, _open(many) as at_many:
        rows = [
            _beside(name, 1.2, in_turn(_looks(at_few, before), _looks(at_many, after), rounds * 12))
            for (name, before), after in zip(few.pages.items(), many.pages.values(), strict=True)
        ]
        voted = _votes(few, at_few), _votes(many, at_many)
        rows.append(_beside("a vote, and PLAN after it,", 1.2, in_turn(*voted, rounds * 12)))
    started = in_turn(_starts(few), _starts(many), rounds)
    held = [(_held(few), _held(many)) for _ in range(max(2, rounds // 3))]
    return [
        *rows,
        _beside("from the start of the server to its first page", 1.2, started),
        replace(_beside("memory of the server after every page", 1.5, held), unit="MB"),
    ]


def _beside(what: str, at_most: float, pairs: list[tuple[float, float]]) -> Row:
    return cost_row(f"{what} at {MANY:,} events", f"the same at {FEW:,}", pairs, at_most=at_most)


@contextmanager
def _open(years: Years) -> Iterator[FlaskClient]:
    services = Services.open(years.folder)
    services.views.catch_up()
    yield years.browser(services)
    services.close()


def _looks(client: FlaskClient, page: str) -> Block:
    def block() -> int:
        for _ in range(LOOKS):
            answer = client.get(page)
            if answer.status_code != 200:
                raise RuntimeError(f"{page} was answered with {answer.status_code}.")
        return LOOKS

    return block


def _votes(years: Years, client: FlaskClient) -> Block:
    governance, turns = client.application.extensions["services"].governance, count()

    def block() -> int:
        for _ in range(LOOKS):
            turn = next(turns)
            voter = years.people[turn % len(years.people)]
            answer = TURNS[turn // len(years.people) % len(TURNS)]
            governance.cast_ballot(Act.now(voter, NOW), years.vote, answer)
            client.get(years.pages["PLAN"])
        return LOOKS

    return block


# ---- A server of its own


def _starts(years: Years) -> Block:
    def block() -> int:
        with years.served() as screen:
            screen.get(years.pages["PLAN"])
        return 1

    return block


def _held(years: Years) -> float:
    with years.served() as screen:
        for page in [*years.pages.values()] * 5:
            screen.get(page)
        return screen.memory()
