"""Consent: good enough for now and safe enough to try, since nobody has an objection left."""

from domain.voting.answers import Choice
from domain.voting.choices import tally_choices
from domain.voting.poll import Count, Explanation, Poll
from domain.voting.tally import Outcome, Result


def count_consent(poll: Poll) -> Count:
    """Adopted where somebody says yes and no objection is open. Standing aside blocks nothing.

    A plain no blocks nothing either: by consent, whoever cannot live with an idea objects.
    """
    tally = tally_choices(poll)
    open_ones = _open_objections(poll)
    adopted = tally.yes > 0 and not open_ones
    return Count(
        Outcome(result=Result.ADOPTED if adopted else Result.REJECTED),
        tally,
        poll.entitled,
        Explanation(tally.yes, poll.entitled - tally.silent, 1, open_objections=open_ones),
    )


def _open_objections(poll: Poll) -> int:
    """Those raised and not resolved; where nobody kept a list, each ballot that objects is one."""
    if poll.open_objections is not None:
        return poll.open_objections
    return sum(answer is Choice.OBJECTION for answer in poll.ballots.values())
