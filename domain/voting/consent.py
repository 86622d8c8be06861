"""Consent and consensus: an idea stands since nobody has an objection left."""

from domain.ids import PersonId
from domain.voting.answers import Choice
from domain.voting.choices import tally_choices
from domain.voting.poll import Count, Explanation, Poll
from domain.voting.tally import ChoiceTally, Outcome, Result


def count_consent(poll: Poll) -> Count:
    """Adopted where somebody says yes and no objection is open. Standing aside blocks nothing.

    A plain no blocks nothing either: by consent, whoever cannot live with an idea objects.
    """
    tally = tally_choices(poll)
    return _counted(poll, tally, adopted=tally.yes > 0 and not _open_objections(poll))


def count_consensus(poll: Poll) -> Count:
    """Adopted where somebody says yes, nobody says no, and no objection is open.

    Everybody agrees, or stands aside and lets the others go ahead; a no that is left stands in the
    way, as it does not by consent. Whoever abstains or is silent stands in nobody's way.
    """
    tally = tally_choices(poll)
    blocked = tally.no or _open_objections(poll)
    return _counted(poll, tally, adopted=tally.yes > 0 and not blocked)


def _counted(poll: Poll, tally: ChoiceTally, *, adopted: bool) -> Count:
    explanation = Explanation(
        tally.yes,
        poll.entitled - tally.silent,
        1,
        open_objections=_open_objections(poll),
        stood_aside=_who(poll, Choice.STAND_ASIDE),
        objected=_who(poll, Choice.OBJECTION),
    )
    outcome = Outcome(result=Result.ADOPTED if adopted else Result.REJECTED)
    return Count(outcome, tally, poll.entitled, explanation)


def _who(poll: Poll, said: Choice) -> tuple[PersonId, ...]:
    ballots = poll.ballots
    return tuple(one.person for one in poll.voters if ballots.get(one.person) is said)


def _open_objections(poll: Poll) -> int:
    """Those raised and not resolved; where nobody kept a list, each ballot that objects is one."""
    if poll.open_objections is not None:
        return poll.open_objections
    objecting = (one for one in poll.voters if poll.ballots.get(one.person) is Choice.OBJECTION)
    return sum(map(poll.people, objecting))
