"""Rules and counts of ranked questions, in short words."""

from collections.abc import Iterator

from domain.ids import OptionId
from domain.voting.debian import from_pairs
from domain.voting.pairs import Matrix
from domain.voting.poll import Count
from domain.voting.quorum import OverDefault
from domain.voting.ranked import debian_terms
from domain.voting.rule import Method, Rule
from domain.voting.say_weights import turnout_in_words
from domain.voting.tally import RankedTally, Result

IN_ORDER = "Everyone puts the ideas in order, best first."
_TWO_AT_A_TIME = "We compare the ideas two at a time."
_WON = "The best one won against each other idea."
_DID_BEST = "No idea won against all others. This one did best."
_MOVES = "Votes for ideas that go out move to the next idea on each list."


def ranked_rule(rule: Rule) -> Iterator[str]:
    """How ideas in order come to be chosen."""
    yield IN_ORDER
    best = "one" if rule.seats_to_fill == 1 else str(rule.seats_to_fill)
    match rule.method:
        case Method.IRV:
            yield f"Again and again the idea with the fewest first places goes out. {_MOVES}"
            yield "We stop when one idea has more than half."
        case Method.STV_SCOTTISH | Method.STV_MEEK:
            yield f"An idea with enough votes is chosen. Its spare votes move on too. {_MOVES}"
            yield f"We stop when {best} {'is' if rule.seats_to_fill == 1 else 'are'} chosen."
            yield f"We count by {_BOOK[rule.method]}."
        case _:
            yield _TWO_AT_A_TIME
            yield from _by_pairs(rule, best)


_BOOK = {Method.STV_SCOTTISH: "the Scottish rules", Method.STV_MEEK: "the rules of Meek"}


def _by_pairs(rule: Rule, best: str) -> Iterator[str]:
    if rule.method is Method.DEBIAN:
        yield "One idea is there to fall back on. Most people must like another one better."
        if rule.over_default and rule.over_default > 1:
            whose = "vote that" if rule.weighs else "person who"
            yield f"For each {whose} does not, more than {rule.over_default} must."
        if any(ratio > 1 for ratio in rule.majority.values()):
            yield "Some ideas need even more people."
        if any(ratio < 1 for ratio in rule.majority.values()):
            yield "Some ideas need fewer people."
        if needed := _over_default(rule):
            yield f"At least {needed} {'votes' if rule.weighs else 'people'} must like it better."
    if rule.method is Method.RANKED_PAIRS:
        yield "The clearest wins count first."
    yield f"We choose the {best} that did best."


def _over_default(rule: Rule) -> int:
    """The fewest votes that are more than the quorum over the default option."""
    asked = (int(q.at_least) + 1 for q in rule.quorum if isinstance(q, OverDefault))
    return max(asked, default=0)


def ranked_count(rule: Rule, counted: Count) -> Iterator[str]:
    """How many ranked, and in what way the best came out first."""
    why, tally = counted.explanation, counted.tally
    yield turnout_in_words(rule, why, "put the ideas in order")
    if not isinstance(tally, RankedTally) or counted.outcome.result is Result.UNDECIDED:
        return
    if tally.rounds:
        number = len(tally.rounds)
        yield f"We counted {number} {'time' if number == 1 else 'times'}."
    else:
        yield from _pairs_told(rule, tally)


def _pairs_told(rule: Rule, tally: RankedTally) -> Iterator[str]:
    votes = tally.pairwise
    if rule.method is Method.DEBIAN:
        found = from_pairs(votes, debian_terms(rule, votes))
        if gone := len(found.too_few) + len(found.outvoted):
            yield f"Not enough people wanted {gone} of the ideas."
    best = [option for place in tally.order[:1] for option in place]
    if len(best) == 1 and rule.seats_to_fill == 1 and len(votes) > 1:
        beats_all = _beats_all(best[0], votes)
        yield _WON if beats_all else _DID_BEST


def _beats_all(one: OptionId, votes: Matrix[OptionId]) -> bool:
    return all(votes[one][other] > votes[other][one] for other in votes[one])
