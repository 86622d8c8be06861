"""The rounds of a count, each in a sentence or two that name no option."""

from collections.abc import Iterator

from domain.voting.poll import Round
from domain.voting.rule import Method, Rule
from domain.voting.tally import RankedTally, RoundTally


def rounds_told(rule: Rule, tally: RankedTally) -> tuple[Round, ...]:
    """Every round with its sentences."""
    return tuple(
        Round(
            votes=one.votes,
            why=" ".join(round_in_words(rule, one)),
            needed=one.needed,
            elected=one.chosen,
            dropped=one.out,
            tied=one.tied,
        )
        for one in tally.rounds
    )


def round_in_words(rule: Rule, one: RoundTally) -> Iterator[str]:
    """Who is chosen, and then what is passed on or who goes out."""
    yield from _chosen(rule, one)
    if one.passed_on:
        yield "Some votes are more than it needs. They go to the next idea on each list."
    elif one.out:
        yield from _out(one)
    elif one.tied:
        yield "It is a tie for the last place. The count stops here."


def _chosen(rule: Rule, one: RoundTally) -> Iterator[str]:
    enough = len(one.chosen) - len(one.by_default)
    much = "more than half of the votes" if rule.method is Method.IRV else "enough votes"
    if enough:
        yield f"{_ideas(enough)} {much}. {'It is' if enough == 1 else 'They are'} chosen."
    elif not one.chosen:
        yield f"No idea has {much}." if rule.method is Method.IRV else f"No new idea has {much}."
    if one.by_default:
        few = len(one.by_default)
        yield f"Only {few} {'is' if few == 1 else 'are'} left. So {_it(few)} chosen too."


def _ideas(number: int) -> str:
    return "One idea has" if number == 1 else f"{number} ideas have"


def _it(number: int) -> str:
    return "it is" if number == 1 else "they are"


def _out(one: RoundTally) -> Iterator[str]:
    if len(one.out) > 1:
        yield f"The {len(one.out)} ideas with the fewest votes go out."
        yield "Even together they have fewer votes than any other."
    elif one.tied:
        yield f"It is a tie for the last place between {len(one.tied)} ideas. One goes out."
    else:
        yield "The idea with the fewest votes goes out."
    yield "Its votes go to the next idea on each list."
