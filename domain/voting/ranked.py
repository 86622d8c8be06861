"""Questions on which each person puts the options in order."""

from domain.ids import OptionId
from domain.voting.answers import Ranking, Unlisted
from domain.voting.places import chosen
from domain.voting.poll import Count, Explanation, Poll
from domain.voting.schulze import Ranked, schulze
from domain.voting.tally import Outcome, RankedTally, Result


def count_schulze(poll: Poll) -> Count:
    """The best places by Schulze's method, as many as there are to fill."""
    contest = schulze(poll.options, _ballots(poll))
    cast = poll.entitled - poll.silent
    tally = RankedTally(
        ballots=cast,
        pairwise=contest.pairwise,
        order=contest.order,
        silent=poll.silent,
        recused=poll.stood_back,
    )
    outcome = chosen(poll, contest.order) if cast else Outcome(result=Result.UNDECIDED)
    return Count(outcome, tally, poll.entitled, Explanation(cast, poll.entitled, 1))


def _ballots(poll: Poll) -> list[Ranked[OptionId]]:
    return [
        Ranked(answer.places, voter.weight, answer.unlisted is Unlisted.LAST)
        for voter in poll.voters
        if isinstance(answer := poll.ballots.get(voter.person), Ranking)
    ]
