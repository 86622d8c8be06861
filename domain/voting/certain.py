"""Whether votes still to come could change what comes of a vote."""

from collections.abc import Mapping, Sequence

from domain.ids import PersonId
from domain.voting.answers import Answer, Choice
from domain.voting.count import count
from domain.voting.electorate import Voter
from domain.voting.poll import Count
from domain.voting.quorum import MoreThan
from domain.voting.rule import USUAL_THRESHOLD, Rule
from domain.voting.tally import Result


def is_certain(rule: Rule, voters: Sequence[Voter], ballots: Mapping[PersonId, Answer]) -> bool:
    """Whether it would come out the same whatever those who are silent may say.

    ``voters`` leaves out who is recused. Where a share has to say yes, more of yes never makes it
    less likely to pass: so what all the silent make of it with yes, and with no, tells. Where more
    of one seat must take part than of another, one person more may undo what was enough; and by
    any other way of counting, each vote may. There it is certain once all have voted.
    """
    silent = [voter.person for voter in voters if voter.person not in ballots]
    if not silent:
        return True
    if rule.method not in USUAL_THRESHOLD or any(isinstance(q, MoreThan) for q in rule.quorum):
        return False
    as_it_is = count(rule, electorate=voters, ballots=ballots)
    ends = {_if_all_say(rule, voters, ballots, silent, said) for said in (Choice.YES, Choice.NO)}
    return ends == {as_it_is.outcome.result} and as_it_is.outcome.result is not Result.NO_QUORUM


def _if_all_say(
    rule: Rule,
    voters: Sequence[Voter],
    ballots: Mapping[PersonId, Answer],
    silent: Sequence[PersonId],
    said: Choice,
) -> Result:
    counted: Count = count(
        rule, electorate=voters, ballots={**dict.fromkeys(silent, said), **ballots}
    )
    return counted.outcome.result
