"""How a ranked vote was counted: round by round, or every option against every other."""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.table import Table

from domain.ids import OptionId
from domain.voting.rule import Rule
from domain.voting.say_options import amount
from domain.voting.say_people import of_people
from domain.voting.say_rounds import round_in_words
from domain.voting.tally import RankedTally, RoundTally
from projections.seen import ProposalSeen
from web.terminal.printing import heading, plain, row, table

Titles = Mapping[OptionId, str]


def how_counted(seen: ProposalSeen) -> Iterator[RenderableType]:
    """The rounds, each with its sentences; else the votes that put one option above another."""
    decided = seen.decision
    if decided is None or decided.terms is None or not isinstance(decided.tally, RankedTally):
        return
    titles = {option.option: option.title for option in seen.options}
    for number, one in enumerate(decided.tally.rounds, start=1):
        yield plain("")
        yield heading(f"Round {number}")
        yield from _round(decided.terms, one, titles, people=seen.is_of_people)
    if not decided.tally.rounds:
        yield from pairs(decided.tally, titles)


def _round(
    rule: Rule, one: RoundTally, titles: Titles, *, people: bool
) -> Iterator[RenderableType]:
    shown = table("Option", "Votes", "")
    for option, votes in sorted(one.votes.items(), key=lambda entry: -entry[1]):
        row(shown, titles[option], amount(votes), _became(option, one))
    if one.resting:
        row(shown, "nobody", amount(one.resting), "")
    yield shown
    words = " ".join([*round_in_words(rule, one), f"Enough: {amount(one.needed)}."])
    yield plain(of_people(words) if people else words)


def _became(option: OptionId, one: RoundTally) -> str:
    became = (
        (option in one.chosen, "chosen"),
        (option == one.passed_on, "passes votes on"),
        (option in one.out, "out"),
        (option in one.tied, "tied"),
    )
    return ", ".join(word for holds, word in became if holds)


def pairs(tally: RankedTally, titles: Titles) -> Iterator[RenderableType]:
    """Every option against every other, in the order in which they came out."""
    yield plain("")
    yield heading("Votes that put the option on the left above the one on top")
    yield _pairwise(tally, titles)


def _pairwise(tally: RankedTally, titles: Titles) -> Table:
    order = [option for place in tally.order for option in place]
    shown = table("", *(titles[option] for option in order))
    for one in order:
        votes = tally.pairwise[one]
        row(shown, titles[one], *(votes.get(other, "") for other in order))
    return shown
