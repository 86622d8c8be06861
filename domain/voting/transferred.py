"""Questions on which each person puts the options in order, counted in rounds."""

from dataclasses import replace
from functools import partial

from domain.ids import OptionId
from domain.voting.forks import Broken, Counting, by_rule
from domain.voting.irv import irv
from domain.voting.meek import meek
from domain.voting.pairs import Ranked, pairwise
from domain.voting.places import outcome_of
from domain.voting.poll import Count, Poll
from domain.voting.ranked import ballots, ranked_count, tally_ranked
from domain.voting.rounds import Round
from domain.voting.rule import Method, Tie
from domain.voting.say_rounds import rounds_told
from domain.voting.scottish import scottish
from domain.voting.tally import Outcome, Result, RoundTally
from domain.voting.ties import Places


def count_rounds(poll: Poll) -> Count:
    """Votes move from option to option, round by round, until as many are chosen as are to be."""
    cast = ballots(poll)
    votes = pairwise(poll.options, cast)
    if not any(one in poll.options for ballot in cast for place in ballot.places for one in place):
        nothing = tally_ranked(poll, votes, (poll.options,))
        return ranked_count(poll, Outcome(result=Result.UNDECIDED), nothing)
    counted = by_rule(poll, _counting(poll, cast))
    rounds = counted.found.rounds
    tally = tally_ranked(poll, votes, counted.found.order)
    tally = tally.model_copy(update={"rounds": tuple(map(_told, rounds))})
    told = ranked_count(poll, _outcome(poll, counted), tally)
    return replace(told, rounds=rounds_told(poll.rule, tally))


def _counting(poll: Poll, cast: list[Ranked[OptionId]]) -> Counting[OptionId]:
    seats = poll.rule.seats_to_fill
    match poll.rule.method:
        case Method.STV_SCOTTISH:
            return partial(scottish, poll.options, seats, cast)
        case Method.STV_MEEK:
            return partial(meek, poll.options, seats, cast)
        case _:
            return partial(irv, poll.options, cast)


def _outcome(poll: Poll, counted: Broken) -> Outcome:
    """Those chosen; or, where it stopped at a tie, the default option, or whoever is sure."""
    ties: Places = counted.ties
    if not counted.found.open:
        return outcome_of(counted.found.chosen, ties)
    if poll.rule.tie is Tie.DEFAULT_OPTION and poll.rule.default_option is not None:
        return outcome_of((poll.rule.default_option,), ties)
    sure = tuple(one for one in poll.options if one in counted.sure)
    return Outcome(result=Result.UNDECIDED, options=sure, ties=ties)


def _told(found: Round[OptionId]) -> RoundTally:
    return RoundTally(
        votes=found.votes,
        resting=found.resting,
        needed=found.needed,
        chosen=found.chosen,
        by_default=found.by_default,
        passed_on=found.passed_on,
        out=found.out,
        tied=found.tied,
    )
