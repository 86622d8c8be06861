"""Approval, score and dots: each option is given something, and what it was given is added up.

Approval: Steven J. Brams and Peter C. Fishburn, "Approval Voting", American Political Science
Review 72 (1978), 831-847. Score: Warren D. Smith, "Range voting" (2000). Dots: each person has so
many dots and may put several on one option ("cumulative voting").
"""

from collections.abc import Iterable
from fractions import Fraction

from domain.ids import OptionId
from domain.voting.answers import Answer, Approvals, Scores
from domain.voting.places import chosen
from domain.voting.poll import Count, Explanation, Poll, Round
from domain.voting.tally import OptionTally, Outcome, Result

Given = dict[OptionId, int | Fraction]

MOST, LEFT_EMPTY, NOBODY = (
    "Those with the most are chosen.",
    "Those with the most are chosen. A place stays empty: the others were given nothing.",
    "Nothing was given to any of them.",
)


def count_given(poll: Poll) -> Count:
    """Chosen is what was given the most; an option that was given nothing is never chosen."""
    cast = poll.entitled - poll.silent
    tally = OptionTally(
        ballots=cast, votes=_added_up(poll), silent=poll.silent, recused=poll.stood_back
    )
    wanted = tuple(place for place in tally.order if tally.votes[place[0]] > 0)
    outcome = chosen(poll, wanted) if wanted else Outcome(result=Result.UNDECIDED)
    return Count(
        outcome,
        tally,
        poll.entitled,
        Explanation(cast, poll.entitled, 1),
        (_the_round(poll, tally, outcome, sum(map(len, wanted))),) if cast else (),
    )


def _added_up(poll: Poll) -> Given:
    added: Given = dict.fromkeys(poll.options, 0)
    for voter in poll.voters:
        for option, number in given_by(poll.ballots.get(voter.person)):
            added[option] += voter.weight * number
    return {option: _whole(number) for option, number in added.items()}


def given_by(answer: Answer | None) -> Iterable[tuple[OptionId, int | Fraction]]:
    """What one ballot gives, exactly: 0.1 is one tenth, as it is written."""
    match answer:
        case Approvals(options=options):
            return ((option, 1) for option in options)
        case Scores(scores=scores):
            return ((option, exact(points)) for option, points in scores.items())
        case _:
            return ()


def exact(points: float) -> int | Fraction:
    """A number of points without rounding, so that the order of the ballots cannot matter."""
    return points if isinstance(points, int) else _whole(Fraction(repr(points)))


def _whole(number: int | Fraction) -> int | Fraction:
    return number.numerator if number.denominator == 1 else number


def _the_round(poll: Poll, tally: OptionTally, outcome: Outcome, wanted: int) -> Round:
    why = MOST if wanted >= poll.rule.seats_to_fill else LEFT_EMPTY
    return Round(
        votes=tally.votes,
        why=why if wanted else NOBODY,
        elected=outcome.options,
        tied=tuple(option for tie in outcome.ties for option in poll.options if option in tie),
    )
