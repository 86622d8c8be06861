"""``hands count``: ballots counted by a rule, without a log."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from uuid import UUID

import click
from rich.console import RenderableType

from domain.ids import OptionId
from domain.voting.count import Count, count
from domain.voting.poll import Round
from domain.voting.rule import SCORED, Rule
from domain.voting.say import count_in_words, rule_in_words
from domain.voting.say_options import amount
from domain.voting.tally import ChoiceTally, RankedTally
from web.terminal import parts, words
from web.terminal.asked import data_option, json_option
from web.terminal.blt import read_blt
from web.terminal.count_ballots import Ballots, ballots_of, chair_says, read_ballots
from web.terminal.count_rule import Question, read_question
from web.terminal.counted import pairs
from web.terminal.parts import Facts
from web.terminal.printing import answer, filled, heading, plain, say_each

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("count")
@click.argument("rule", metavar="RULE.json", type=FILE)
@click.argument("ballots", metavar="BALLOTS.jsonl", type=FILE)
@json_option
@data_option
def count_command(rule: Path, ballots: Path, *, as_json: bool, data: Path | None) -> None:
    """Count ballots by a rule, without a log.

    RULE.json holds a rule as history files write it, with its “options” in order, and BALLOTS.jsonl
    one ballot a line. “times” says how many ballots were just the same. A file whose name ends with
    .blt is read as OpenSTV and others write it: it brings the options and the places.
    """
    del data
    blt = read_blt(ballots) if ballots.suffix.lower() == ".blt" else None
    question = read_question(rule, blt)
    counted = _count(
        question, ballots_of(blt, ballots, question) if blt else read_ballots(ballots, question)
    )
    if as_json:
        answer(_facts(question, counted))
    else:
        say_each(_told(question, counted))


def _count(question: Question, read: Ballots) -> Count:
    return count(
        question.rule,
        electorate=read.voters,
        ballots=read.answers,
        options=[*question.options.values()],
        chair_says=chair_says(question),
        folded=read.folded,
        names=question.names,
        beyond=question.beyond,
    )


class Named:
    """Calls options what the file of the rule calls them."""

    def __init__(self, question: Question) -> None:
        self._names = question.names

    def of(self, option: UUID) -> str:
        """The name of one."""
        return self._names[option]

    def every(self, options: Iterable[UUID]) -> list[str]:
        """The names of several."""
        return [self.of(option) for option in options]


def _facts(question: Question, counted: Count) -> Facts:
    name, came = Named(question), counted.outcome
    return {
        "outcome": parts.outcome(name, came),
        "order": [name.every(place) for place in _order(counted)],
        "elected": name.every(came.options),
        "rounds": [_round(name, one) for one in counted.rounds],
        "tally": parts.tally(name, counted.tally),
        "pairwise": _pairwise(name, counted),
        "ties": [[_called(name, one) for one in tie] for tie in came.ties],
        "entitled": counted.entitled,
        "needed": counted.explanation.needed,
        "why": count_in_words(question.rule, counted),
    }


def _called(name: Named, one: OptionId | str) -> str:
    return name.of(one) if isinstance(one, UUID) else str(one)


def _order(counted: Count) -> tuple[tuple[OptionId, ...], ...]:
    return () if isinstance(counted.tally, ChoiceTally) else counted.tally.order


def _pairwise(name: Named, counted: Count) -> Mapping[str, Mapping[str, int]]:
    if not isinstance(counted.tally, RankedTally):
        return {}
    rows = counted.tally.pairwise.items()
    return {name.of(a): {name.of(b): n for b, n in row.items()} for a, row in rows}


def _round(name: Named, one: Round) -> Facts:
    return {
        "votes": {name.of(option): parts.number(n) for option, n in one.votes.items()},
        "needed": None if one.needed is None else parts.number(one.needed),
        "elected": name.every(one.elected),
        "dropped": name.every(one.dropped),
        "tied": name.every(one.tied),
        "why": one.why,
    }


def _told(question: Question, counted: Count) -> Iterator[RenderableType]:
    name, came = Named(question), counted.outcome
    yield heading(words.OUTCOMES.get(came.result) or ", ".join(name.every(came.options)))
    if _is_all_said(question.rule):
        yield plain(rule_in_words(question.rule))
    yield plain(count_in_words(question.rule, counted))
    yield plain(words.tally(name, counted.tally))
    for tie in came.ties:
        yield plain(f"A tie: {', '.join(_called(name, one) for one in tie)}")
    for number, one in enumerate(counted.rounds, start=1):
        yield plain("")
        yield filled((f"Round {number}", "votes", ""), _rows(name, one))
        yield plain(one.why)
    if isinstance(counted.tally, RankedTally) and not counted.rounds:
        yield from pairs(counted.tally, {option: told for told, option in question.options.items()})


def _is_all_said(rule: Rule) -> bool:
    """Whether the rule leaves nothing open for which pages of ours have a usual number."""
    return rule.method not in SCORED or bool(rule.most_points or rule.dots)


def _rows(name: Named, one: Round) -> Iterator[tuple[str, str, str]]:
    for option, votes in sorted(one.votes.items(), key=lambda row: -row[1]):
        yield name.of(option), amount(votes), _became(option, one)


def _became(option: OptionId, one: Round) -> str:
    became = ((one.elected, "chosen"), (one.dropped, "out"), (one.tied, "tie"))
    return ", ".join(word for options, word in became if option in options)
