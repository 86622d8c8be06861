"""A decision left to some by a mandate: they decide for all, as far as the mandate goes."""

from domain.voting.choices import tally_choices
from domain.voting.poll import Count, Explanation, Poll
from domain.voting.tally import ChoiceTally, Outcome, Result


def count_delegated(poll: Poll) -> Count:
    """Adopted where all to whom it is left say yes, and the mandate covers it.

    Those are the voters of the poll. While one of them has not spoken it is undecided; where one
    says no, objects or abstains, they have not decided it together.
    """
    tally = tally_choices(poll)
    result = Result.REJECTED if poll.beyond else _together(tally, poll.entitled)
    explanation = Explanation(tally.yes, poll.entitled, poll.entitled, beyond=poll.beyond)
    return Count(Outcome(result=result), tally, poll.entitled, explanation)


def _together(tally: ChoiceTally, entitled: int) -> Result:
    if tally.yes + tally.silent < entitled:
        return Result.REJECTED
    return Result.UNDECIDED if tally.silent or not entitled else Result.ADOPTED
