"""``hands power``: how strong a vote is by the rules alone, without a log."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import click
from rich.console import RenderableType

from domain.voting.say import rule_in_words
from domain.voting.strength import Strengths
from domain.voting.structure import RuleGame
from web.terminal.asked import data_option, json_option
from web.terminal.game_file import Told, read_game
from web.terminal.parts import Facts
from web.terminal.printing import answer, filled, heading, plain, say_each

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

NOT_BEHAVIOUR = "This is what the rule lets people do. What they do is another question."


class Game(Protocol):
    """Whatever tells what so many of each kind of player can do."""

    def can_pass(self, mine: Sequence[int]) -> bool:
        """Whether they get what they want against all others."""

    def can_block(self, mine: Sequence[int]) -> bool:
        """Whether they stop what all others want."""

    def strengths(self) -> Strengths:
        """How strong each one is."""


@dataclass(frozen=True)
class Can:
    """What a single player can do alone, and all who sit on one seat together."""

    one_can_pass: bool
    one_can_block: bool
    all_can_pass: bool
    all_can_block: bool


@click.command("power")
@click.argument("game", metavar="GAME.json", type=FILE)
@json_option
@data_option
def power_command(game: Path, *, as_json: bool, data: Path | None) -> None:
    """Say how strong one vote is by a rule or a quota, without a log.

    GAME.json holds “players”, each with “seat”, “n” and “weight”, and a “rule” as history files
    write it or a “quota” of weight to reach. Where several things are weighed, players have
    “weights”, and “quotas” are rows of which one has to be reached: [[15, 6500], [24, 0]].
    """
    del data
    told = read_game(game)
    found = told.game.strengths()
    if as_json:
        answer(_facts(told, found))
    else:
        say_each(_said(told, found))


def _facts(told: Told, found: Strengths) -> Facts:
    return {
        "players": [
            {
                "seat": seat,
                "n": one.number,
                **({} if votes is None else {"weight": votes}),
                "banzhaf": str(one.banzhaf),
                "banzhaf_share": str(found.share(one)),
                "shapley_shubik": str(one.shapley_shubik),
            }
            for seat, one, votes in zip(told.seats, found.each, _votes(told), strict=True)
        ],
        "can": {seat: vars(can(told, seat)) for seat in dict.fromkeys(told.seats)},
        "power_to_act": str(found.to_act),
    }


def _votes(told: Told) -> list[int | None]:
    """How many votes each one has, where a rule gives some more than others; else none."""
    each = [one.weight for one in told.game.players] if isinstance(told.game, RuleGame) else []
    return [*each] if any(votes != 1 for votes in each) else [None] * len(told.seats)


def can(told: Told, seat: str) -> Can:
    """What those on a seat can do, one of them and all of them."""
    game: Game = told.game
    places = [place for place, one in enumerate(told.seats) if one == seat]
    ones = [[int(place == this) for place in range(len(told.seats))] for this in places]
    whole = [n if place in places else 0 for place, n in enumerate(told.numbers)]
    return Can(
        any(map(game.can_pass, ones)),
        any(map(game.can_block, ones)),
        game.can_pass(whole),
        game.can_block(whole),
    )


def _said(told: Told, found: Strengths) -> Iterator[RenderableType]:
    if isinstance(told.game, RuleGame):
        yield heading(rule_in_words(told.game.rule))
    weighs = ("Votes each",) if None not in _votes(told) else ()
    yield filled(
        ("Seat", "How many", *weighs, "One of them turns it", "Its share", "Shapley-Shubik"),
        (
            (
                seat,
                str(one.number),
                *(() if votes is None else (str(votes),)),
                _percent(one.banzhaf),
                _percent(found.share(one)),
                _percent(one.shapley_shubik),
            )
            for seat, one, votes in zip(told.seats, found.each, _votes(told), strict=True)
        ),
    )
    yield plain("")
    for seat in dict.fromkeys(told.seats):
        yield plain(f"{seat}: {_what(can(told, seat), told.count(seat))}")
    yield plain(f"Something passes in {_percent(found.to_act)} of all ways to vote.")
    yield plain(NOT_BEHAVIOUR)


def _what(these: Can, number: int) -> str:
    """What they can do, in one sentence."""
    alone = _pass_and_stop(these.one_can_pass, these.one_can_block)
    if number == 1:
        return f"can {alone} alone."
    together = _pass_and_stop(these.all_can_pass, these.all_can_block)
    return f"one of them can {alone} alone; all of them together can {together}."


def _pass_and_stop(passes: bool, stops: bool) -> str:  # noqa: FBT001 -- two answers
    done = [word for word, so in (("decide", passes), ("stop things", stops)) if so]
    return " and ".join(done) or "neither decide nor stop things"


def _percent(share: object) -> str:
    return f"{float(share):.2%}"  # type: ignore[arg-type]
