"""How one rule goes, step by step: the way it is counted, with the terms that this rule has.

What is the same by every rule of a way stands in :mod:`web.seen.explained`. Examples are counted by
the rule itself, so that none of them can say what the rule does not do.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from uuid import UUID

from domain.ids import PersonId
from domain.kinds import Seat
from domain.voting.answers import Choice
from domain.voting.count import count
from domain.voting.electorate import a_voter
from domain.voting.majority import may_tie
from domain.voting.quorum import PEOPLE
from domain.voting.rule import USUAL_THRESHOLD, Base, Method, Rule, Tie
from domain.voting.say import how_much
from domain.voting.say_options import given_rule
from domain.voting.tally import Result
from web.seen.explained import BY_VOTES, EXPLAINED, PAIRS, Explained

HALF = Fraction(1, 2)
EXAMPLES = {Method.MAJORITY: ((4, 3),), Method.SUPERMAJORITY: ((4, 2), (4, 3))}
"""So many say yes, and so many no."""

_COUNTED = {
    Base.CAST: "We count the yes votes and the no votes.",
    Base.PRESENT: "We count all who take part. Only a yes is a yes.",
    Base.ENTITLED: "We count all who may vote. Only a yes is a yes.",
}
_MORE_VOTES = "Some of us have more votes. We count all their votes."
_NEEDS_ONE_VOTE_EACH = frozenset({Method.DOUBLE_MAJORITY, Method.SCORE, Method.DEBIAN})
"""The ways with an example that holds only where each person has one vote."""

_AT_A_TIE = {
    Tie.CHAIR: "the person who runs the meeting decides.",
    Tie.LOT: "we draw lots.",
}


def how_it_goes(rule: Rule) -> Explained:
    """The way of this rule, as it is by this rule."""
    way = EXPLAINED[rule.method]
    by_rule = _STEPS.get(rule.method)
    steps = [*by_rule(rule)] if by_rule else way.steps
    return replace(
        way,
        steps=[*_weighed(steps)] if rule.weighs else steps,
        looks_like=[*_looks_like(rule, way)],
    )


def _weighed(steps: list[str]) -> Iterator[str]:
    """The same steps, where not all of us have one vote."""
    first, *rest = steps
    yield from (first, _MORE_VOTES)
    for step in rest:
        told = BY_VOTES if step == PAIRS else step
        yield told.replace("We count all who", "We count the votes of all who")


def _shares(rule: Rule) -> Iterator[str]:
    yield "You say yes, no or not sure."
    seats = f"We count all {rule.seats} seats. Only a yes is a yes."
    yield _COUNTED.get(rule.base or Base.CAST, seats)
    yield f"If {_enough(rule)} say yes, we do it."
    if _is_far_over_half(rule):
        yield "Just over half is not enough."
    if may_tie(rule):
        yield f"If it is the same, {_AT_A_TIE.get(rule.tie, 'we do not do it.')}"


def _two_times(rule: Rule) -> Iterator[str]:
    yield "You say yes, no or not sure."
    yield f"First we count all the votes. {how_much(rule)} must say yes."
    for seat in rule.double:
        yield f"Then we count the {PEOPLE[seat]} by themselves."
        votes = "votes of " if rule.weighs else ""
        yield f"{how_much(rule)} of the {votes}{PEOPLE[seat]} must say yes too."
    if may_tie(rule) and rule.tie in _AT_A_TIE:
        yield f"Is it a tie of all of us? If each group says yes, {_AT_A_TIE[rule.tie]}"


def _given(rule: Rule) -> Iterator[str]:
    yield "You see a list of ideas."
    how, *rest = given_rule(rule)
    yield how
    if rule.method is Method.SCORE:
        yield "Many points mean: I like it a lot."
        yield "We add all the points."
    if rule.method is Method.DOTS and rule.dots_each > 1:
        yield "You can put more than one dot on one idea."
    yield from rest


def _pairs(rule: Rule) -> Iterator[str]:
    *first, win, other = EXPLAINED[rule.method].steps
    yield from first
    if rule.seats_to_fill == 1:
        yield from (win, other)
    elif rule.method is Method.SCHULZE:
        yield f"We pick the {rule.seats_to_fill} that did best. Big wins count more."
    else:
        yield from (win, f"At the end the first {rule.seats_to_fill} in the row are chosen.")


_STEPS: Mapping[Method, Callable[[Rule], Iterator[str]]] = {
    Method.MAJORITY: _shares,
    Method.SUPERMAJORITY: _shares,
    Method.DOUBLE_MAJORITY: _two_times,
    Method.APPROVAL: _given,
    Method.SCORE: _given,
    Method.DOTS: _given,
    Method.SCHULZE: _pairs,
    Method.RANKED_PAIRS: _pairs,
}


def _enough(rule: Rule) -> str:
    """The share, as it stands within a sentence."""
    told = how_much(rule)
    return told[0].lower() + told[1:]


def _is_far_over_half(rule: Rule) -> bool:
    """Whether a share is asked for that just over half does not reach."""
    return (rule.threshold or USUAL_THRESHOLD[rule.method]) >= Fraction(3, 5)


def _looks_like(rule: Rule, way: Explained) -> Iterator[str]:
    """Examples that come out so by this rule."""
    if rule.method in EXAMPLES:
        yield from _by_votes(rule) if rule.weighs else _counted(rule)
    elif rule.weighs and rule.method in _NEEDS_ONE_VOTE_EACH:
        return
    elif rule.method is Method.DOUBLE_MAJORITY:
        is_no = (rule.threshold or HALF) >= HALF and Seat.MEMBER in rule.double
        yield from way.looks_like if is_no else ()
    elif rule.method is Method.DOTS:
        yield from way.looks_like if rule.dots_each >= 3 else ()  # noqa: PLR2004 -- the example
    elif rule.seats_to_fill == 1 or rule.method in (Method.STV_SCOTTISH, Method.STV_MEEK):
        yield from way.looks_like


def _counted(rule: Rule) -> Iterator[str]:
    """What some votes come to, where all who may vote say yes or no."""
    if rule.base is Base.SEATS:
        return
    for yes, no in EXAMPLES[rule.method]:
        came = _comes_out(rule, {Seat.MEMBER: [Choice.YES] * yes + [Choice.NO] * no})
        yield f"{yes} say yes and {no} say no. {came}"


def _by_votes(rule: Rule) -> Iterator[str]:
    """What it comes to where fewer people have more votes: 2 members, and some staff."""
    each = rule.weights.get(Seat.MEMBER, 1)
    both_vote = rule.lets_vote(Seat.MEMBER) and rule.lets_vote(Seat.STAFF)
    if rule.base is Base.SEATS or each == 1 or Seat.STAFF in rule.weights or not both_vote:
        return
    yes, no = 2 * each, 2 * each - 1
    came = _comes_out(rule, {Seat.MEMBER: [Choice.YES] * 2, Seat.STAFF: [Choice.NO] * no})
    yield f"2 members say yes and {no} staff say no. That is {yes} votes to {no}. {came}"


def _comes_out(rule: Rule, said: Mapping[Seat, list[Choice]]) -> str:
    """What comes of these answers, where nobody else may vote and enough take part."""
    each = [(seat, answer) for seat, answers in said.items() for answer in answers]
    people = [PersonId(UUID(int=number)) for number in range(len(each))]
    voters = [
        a_voter(person, seat, rule.weight_of(person, seat))
        for person, (seat, _) in zip(people, each, strict=True)
    ]
    ballots = {person: answer for person, (_, answer) in zip(people, each, strict=True)}
    alone = rule.model_copy(update={"quorum": ()})
    came = count(alone, electorate=voters, ballots=ballots).outcome.result
    return "We do it." if came is Result.ADOPTED else "We do not do it."
