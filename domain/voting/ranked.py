"""Questions on which each person puts the options in order."""

from domain.ids import OptionId
from domain.voting.answers import Ranking, Unlisted
from domain.voting.poll import Count, Explanation, Poll
from domain.voting.rule import Tie
from domain.voting.schulze import Ranked, schulze
from domain.voting.tally import Outcome, RankedTally, Result
from domain.voting.ties import Places, broken


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


def chosen(poll: Poll, order: Places) -> Outcome:
    """Fills the places from the top; more options in one place than there is room for are a tie."""
    sure, tied, left = _fill(order, poll.rule.seats_to_fill)
    if not tied:
        return _outcome(sure, ())
    if poll.rule.tie is Tie.DEFAULT_OPTION and poll.rule.default_option is not None:
        return _outcome((poll.rule.default_option,), (tied,))
    more, still_tied, _ = _fill(broken(poll, tied), left)
    if still_tied:
        return Outcome(result=Result.UNDECIDED, options=sure + more, ties=(tied,))
    return _outcome(sure + more, (tied,))


def _outcome(options: tuple[OptionId, ...], ties: Places) -> Outcome:
    result = Result.CHOSEN if options else Result.UNDECIDED
    return Outcome(result=result, options=options, ties=ties)


def _fill(order: Places, seats: int) -> tuple[tuple[OptionId, ...], tuple[OptionId, ...], int]:
    """Those who are sure of a place, those who tie for what is left, and how much is left."""
    sure: tuple[OptionId, ...] = ()
    for place in order:
        left = seats - len(sure)
        if len(place) > left:
            return sure, (place if left else ()), left
        sure += place
    return sure, (), seats - len(sure)
