"""Questions on which each person puts the options in order, counted by pairs of options."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from domain.ids import OptionId
from domain.voting.answers import Ranking, Unlisted
from domain.voting.debian import Terms, from_pairs
from domain.voting.pairs import Matrix, Ranked, pairwise
from domain.voting.places import chosen
from domain.voting.poll import Count, Explanation, Poll
from domain.voting.quorum import OverDefault
from domain.voting.ranked_pairs import pair_order
from domain.voting.rule import Method, Rule
from domain.voting.schulze import places, strongest_paths
from domain.voting.tally import Outcome, RankedTally, Result
from domain.voting.ties import Places

_ORDER: Mapping[Method, Callable[[Matrix[OptionId], Rule], Places]] = {
    Method.SCHULZE: lambda votes, _: places(strongest_paths(votes)),
    Method.RANKED_PAIRS: lambda votes, _: pair_order(votes),
    Method.DEBIAN: lambda votes, rule: from_pairs(votes, debian_terms(rule, votes)).order,
}


def count_pairs(poll: Poll) -> Count:
    """The best places by the pairs of options, as many as there are to fill."""
    votes = pairwise(poll.options, ballots(poll))
    order = _ORDER[poll.rule.method](votes, poll.rule)
    tally = tally_ranked(poll, votes, order)
    outcome = chosen(poll, order) if tally.ballots else Outcome(result=Result.UNDECIDED)
    return ranked_count(poll, outcome, tally)


def debian_terms(rule: Rule, votes: Matrix[OptionId]) -> Terms[OptionId]:
    """What the rule asks of an option. Without a default option, the last one is it."""
    over = [Fraction(q.at_least) for q in rule.quorum if isinstance(q, OverDefault)]
    default = rule.default_option or list(votes)[-1]
    ratios = dict.fromkeys(votes, rule.over_default or Fraction(1)) | dict(rule.majority)
    return Terms(default, ratios, max(over, default=Fraction(-1)))


def tally_ranked(poll: Poll, votes: Matrix[OptionId], order: Places) -> RankedTally:
    """What was counted, without the rounds."""
    return RankedTally(
        ballots=poll.entitled - poll.silent,
        pairwise=votes,
        order=order,
        silent=poll.silent,
        recused=poll.stood_back,
    )


def ranked_count(poll: Poll, outcome: Outcome, tally: RankedTally) -> Count:
    """A ranked vote counted, with the ballots of all who may vote to explain it."""
    return Count(outcome, tally, poll.entitled, Explanation(tally.ballots, poll.entitled, 1))


def ballots(poll: Poll) -> list[Ranked[OptionId]]:
    """The orders that people gave."""
    return [
        Ranked(answer.places, voter.weight, answer.unlisted is Unlisted.LAST)
        for voter in poll.voters
        if isinstance(answer := poll.ballots.get(voter.person), Ranking)
    ]
