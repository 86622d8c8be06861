"""How a ranked vote was counted, as a page shows it: round by round, or two ideas at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from domain.ids import OptionId
from domain.voting.ranked_pairs import kept_and_left
from domain.voting.rule import Method, Rule
from domain.voting.say_people import of_people
from domain.voting.say_rounds import round_in_words
from domain.voting.tally import RankedTally, RoundTally, Tally


@dataclass(frozen=True, slots=True)
class Standing:
    """The votes of one idea in a round; ``became`` is "chosen", "out" or empty."""

    idea: str
    votes: str
    became: str = ""


@dataclass(frozen=True, slots=True)
class RoundShown:
    """One round: who had how many votes, and what came of it."""

    standings: list[Standing]
    words: list[str]


@dataclass(frozen=True, slots=True)
class PairShown:
    """Two ideas beside each other; ``left_out`` where this win closed a circle."""

    better: str
    votes: int
    other: str
    against: int
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Counting:
    """What stands below a ranked result: rounds, or pairs; in a yes-or-no vote neither."""

    rounds: list[RoundShown]
    pairs: list[PairShown]
    people: bool = False


def counting(
    rule: Rule | None,
    tally: Tally | None,
    names: Mapping[OptionId, str],
    *,
    people: bool = False,
) -> Counting:
    """How this was counted, with ideas, or people, by their names."""
    if rule is None or not isinstance(tally, RankedTally):
        return Counting([], [])
    if tally.rounds:
        rounds = [_round(rule, one, names, people=people) for one in tally.rounds]
        return Counting(rounds, [], people)
    return Counting([], list(_pairs(rule, tally, names)), people)


def _round(
    rule: Rule, one: RoundTally, names: Mapping[OptionId, str], *, people: bool
) -> RoundShown:
    standings = [
        Standing(names[option], votes_in_words(votes), _became(option, one))
        for option, votes in sorted(one.votes.items(), key=lambda row: -row[1])
    ]
    words = list(round_in_words(rule, one))
    if one.resting >= Fraction(1, 100):
        words.append(f"Some lists have no idea left. That is {votes_in_words(one.resting)}.")
    if people:
        words = [of_people(sentence) for sentence in words]
    return RoundShown(standings, words)


def _became(option: OptionId, one: RoundTally) -> str:
    return "chosen" if option in one.chosen else "out" if option in one.out else ""


def votes_in_words(exact: int | Fraction) -> str:
    """A number of votes, parts of them to two digits."""
    number = f"{float(exact):.2f}".rstrip("0").rstrip(".")
    return f"{number} {'vote' if number == '1' else 'votes'}"


def _pairs(rule: Rule, tally: RankedTally, names: Mapping[OptionId, str]) -> Iterator[PairShown]:
    """Each two ideas, in the order in which they came out."""
    votes = tally.pairwise
    left_out = set[tuple[OptionId, OptionId]]()
    if rule.method is Method.RANKED_PAIRS:
        wins = kept_and_left(votes, tally.order)
        left_out = {(win.winner, win.loser) for win in wins if not win.kept}
    options = [option for place in tally.order for option in place]
    for above, below in combinations(options, 2):
        won = votes[above][below] >= votes[below][above]
        a, b = (above, below) if won else (below, above)
        out = (a, b) in left_out
        yield PairShown(names[a], votes[a][b], names[b], votes[b][a], out)
