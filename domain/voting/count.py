"""Counts a vote by its rule."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from domain.ids import OptionId, PersonId
from domain.voting.answers import Answer, check_kind
from domain.voting.consent import count_consensus, count_consent
from domain.voting.delegated import count_delegated
from domain.voting.double import count_double
from domain.voting.electorate import Voter
from domain.voting.given import count_given
from domain.voting.majority import count_majority
from domain.voting.poll import Count, Poll
from domain.voting.ranked import count_pairs
from domain.voting.rule import Method, Rule
from domain.voting.tally import Outcome, Result
from domain.voting.transferred import count_rounds
from domain.voting.turnout import missed_quorum

__all__ = ["Count", "count"]

_COUNTED_BY: Mapping[Method, Callable[[Poll], Count]] = {
    Method.MAJORITY: count_majority,
    Method.SUPERMAJORITY: count_majority,
    Method.DOUBLE_MAJORITY: count_double,
    Method.CONSENT: count_consent,
    Method.CONSENSUS: count_consensus,
    Method.APPROVAL: count_given,
    Method.SCORE: count_given,
    Method.DOTS: count_given,
    Method.SCHULZE: count_pairs,
    Method.RANKED_PAIRS: count_pairs,
    Method.DEBIAN: count_pairs,
    Method.IRV: count_rounds,
    Method.STV_SCOTTISH: count_rounds,
    Method.STV_MEEK: count_rounds,
    Method.DELEGATED: count_delegated,
}


def count(  # noqa: PLR0913 -- a vote is all of these
    rule: Rule,
    *,
    electorate: Sequence[Voter],
    ballots: Mapping[PersonId, Answer],
    options: Sequence[OptionId] = (),
    open_objections: int | None = None,
    present: Collection[PersonId] | None = None,
    recused: Collection[PersonId] = (),
    chair_says: Answer | None = None,
    folded: Mapping[PersonId, int] | None = None,
    names: Mapping[UUID, str] | None = None,
    beyond: str | None = None,
) -> Count:
    """What the ballots come to under the rule.

    Ballots of anybody outside the electorate, or recused, are left aside. `open_objections` are
    those raised and not resolved; without it each ballot that objects is one. `present` is who
    was there; without it, whoever voted. `chair_says` breaks a tie where the rule lets the chair.
    `folded` is how many equal people a voter stands for, `names` what a lot calls the options,
    `beyond` why the mandate of those who decide does not cover this.
    """
    voters = tuple(electorate)
    if recused:
        voters = tuple(voter for voter in voters if voter.person not in recused)
    people = {voter.person for voter in voters}
    counted = {person: answer for person, answer in ballots.items() if person in people}
    for answer in counted.values():
        check_kind(answer, rule)
    poll = Poll(
        rule=rule,
        voters=voters,
        ballots=counted,
        attended=frozenset(people & {*counted, *(present or ())}),
        recused=tuple(voter for voter in electorate if voter.person in recused),
        options=tuple(options),
        open_objections=open_objections,
        chair_says=chair_says,
        folded=folded or {},
        names=names or {},
        beyond=beyond,
    )
    return _with_quorum(poll, _COUNTED_BY[rule.method](poll))


def _with_quorum(poll: Poll, counted: Count) -> Count:
    """The same count; where nobody could vote, or did, or too few took part, nothing came of it."""
    if not poll.voters:
        return replace(counted, outcome=Outcome(result=Result.UNDECIDED))
    missed = missed_quorum(poll)
    if not missed:
        nothing = Outcome(result=Result.UNDECIDED)
        return counted if poll.ballots else replace(counted, outcome=nothing)
    explanation = replace(counted.explanation, missed=missed)
    return replace(counted, outcome=Outcome(result=Result.NO_QUORUM), explanation=explanation)
