"""The votes on a yes-or-no question, added up."""

from collections import Counter

from domain.voting.answers import Choice
from domain.voting.poll import Poll
from domain.voting.tally import ChoiceTally


def tally_choices(poll: Poll) -> ChoiceTally:
    """How many votes each answer has."""
    votes: Counter[object] = Counter()
    for voter in poll.voters:
        votes[poll.ballots.get(voter.person)] += voter.weight
    return ChoiceTally(
        yes=votes[Choice.YES],
        no=votes[Choice.NO],
        abstain=votes[Choice.ABSTAIN],
        objection=votes[Choice.OBJECTION],
        stand_aside=votes[Choice.STAND_ASIDE],
        silent=poll.silent,
        recused=poll.stood_back,
    )
