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
from web.seen.explained import EXPLAINED, Explained

HALF = Fraction(1, 2)
EXAMPLES = {Method.MAJORITY: ((4, 3),), Method.SUPERMAJORITY: ((4, 2), (4, 3))}
"""So many say yes, and so many no."""

_COUNTED = {
    Base.CAST: "We count the yes votes and the no votes.",
    Base.PRESENT: "We count all who take part. Only a yes is a yes.",
    Base.ENTITLED: "We count all who may vote. Only a yes is a yes.",
}
_AT_A_TIE = {
    Tie.CHAIR: "the person who runs the meeting decides.",
    Tie.LOT: "we draw lots.",
}


def how_it_goes(rule: Rule) -> Explained:
    """The way of this rule, as it is by this rule."""
    way = EXPLAINED[rule.method]
    steps = _STEPS.get(rule.method)
    return replace(
        way,
        steps=[*steps(rule)] if steps else way.steps,
        looks_like=[*_looks_like(rule, way)],
    )


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
        yield f"{how_much(rule)} of the {PEOPLE[seat]} must say yes too."
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
        yield from _counted(rule)
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
    alone = rule.model_copy(update={"quorum": ()})
    for yes, no in EXAMPLES[rule.method]:
        people = [PersonId(UUID(int=number)) for number in range(yes + no)]
        said = dict(zip(people, [*[Choice.YES] * yes, *[Choice.NO] * no], strict=True))
        voters = [a_voter(person, Seat.MEMBER, 1) for person in people]
        came = count(alone, electorate=voters, ballots=said).outcome.result
        did = "We do it." if came is Result.ADOPTED else "We do not do it."
        yield f"{yes} say yes and {no} say no. {did}"
