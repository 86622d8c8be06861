"""Who is chosen, once the options are in order: from the top, as many as there are places."""

from domain.ids import OptionId
from domain.voting.poll import Poll
from domain.voting.rule import Tie
from domain.voting.tally import Outcome, Result
from domain.voting.ties import Places, broken


def chosen(poll: Poll, order: Places) -> Outcome:
    """Fills the places from the top; more options in one place than there is room for are a tie."""
    sure, tied, left = _fill(order, poll.rule.seats_to_fill)
    if not tied:
        return outcome_of(sure, ())
    if poll.rule.tie is Tie.DEFAULT_OPTION and poll.rule.default_option is not None:
        return outcome_of((poll.rule.default_option,), (tied,))
    more, still_tied, _ = _fill(broken(poll, tied), left)
    if still_tied:
        return Outcome(result=Result.UNDECIDED, options=sure + more, ties=(tied,))
    return outcome_of(sure + more, (tied,))


def outcome_of(options: tuple[OptionId, ...], ties: Places) -> Outcome:
    """These are chosen; where there are none, nothing is decided yet."""
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
