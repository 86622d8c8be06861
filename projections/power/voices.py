"""What people said they wanted before it was decided, by whatever way they said it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from domain.events import (
    BallotWithdrawn,
    HandsCounted,
    ObjectionRaised,
    ObjectionResolved,
    PositionVoiced,
)
from domain.ids import ObjectionId, OptionId, PersonId
from domain.kinds import Position, Resolution, Seat
from domain.voting.answers import Answer, Approvals, Choice, Ranking
from domain.voting.tally import ChoiceTally, Outcome, Result, StatedTally
from projections.power.ballots import Ballot
from projections.power.decisions import Decision
from projections.power.evidence import Fact

AGAINST = frozenset({Choice.NO, Choice.OBJECTION})
NOT_WITH_IT = AGAINST | {Choice.STAND_ASIDE}
"""Whoever stands aside lets it pass, and does not agree with it."""

AGAINST_IT = frozenset({Position.AGAINST, Position.WORRIED})
"""Whoever is not sure is on no side."""


class Side(NamedTuple):
    """For something or against it: the idea itself, or one of its options."""

    is_for: bool
    option: OptionId | None = None

    def was_done(self, outcome: Outcome) -> bool:
        """Whether it came out so."""
        if self.option is None:
            return (outcome.result is not Result.REJECTED) == self.is_for
        return (self.option in outcome.options) == self.is_for

    def is_against(self, other: "Side") -> bool:
        """Whether not both can be done."""
        if self.option == other.option:
            return self.is_for != other.is_for
        return self.is_for and other.is_for


FOR, NOT_FOR = Side(is_for=True), Side(is_for=False)


def side_of(answer: Answer) -> Side | None:
    """What an answer is for or against; none where it is for neither, or for several."""
    match answer:
        case Choice.YES:
            return FOR
        case Choice.NO | Choice.OBJECTION:
            return NOT_FOR
        case Ranking(places=((first,), *_)) | Approvals(options=(first,)):
            return Side(is_for=True, option=first)
    return None


def voiced(one: Decision) -> list[Fact]:
    """Everything that people said for or against it before it was decided, in the order of time."""
    said: list[Fact] = [*one.stream.only(PositionVoiced), *one.stream.only(ObjectionRaised)]
    said += [*one.stream.only(ObjectionResolved), *one.stream.only(BallotWithdrawn)]
    if not (one.opened and one.opened.secret):
        said += one.answered
    before = (o for o in said if o.originator_version < one.taken.originator_version)
    return sorted(before, key=lambda fact: fact.originator_version)


def sides(one: Decision) -> dict[PersonId, Side]:
    """On which side each was in the end; nobody who said nothing, or took it back."""
    found: dict[PersonId, Side] = {}
    worried: dict[ObjectionId, PersonId] = {}
    for fact in voiced(one):
        match fact:
            case ObjectionRaised(named=True):
                worried[fact.objection] = fact.person
                found[fact.person] = Side(is_for=False)
            case ObjectionResolved() if fact.how is not Resolution.OVERRULED:
                if who := worried.pop(fact.objection, None):
                    found.pop(who, None)
            case Ballot():
                _hold(found, fact.voter, side_of(fact.answer))
                worried = {o: who for o, who in worried.items() if who != fact.voter}
            case BallotWithdrawn():
                found.pop(fact.voter, None)
            case PositionVoiced(position=Position.NOT_SURE):
                found.pop(fact.person, None)
            case PositionVoiced():
                found[fact.person] = Side(fact.position is Position.FOR, fact.option)
    return found


def _hold(found: dict[PersonId, Side], who: PersonId, side: Side | None) -> None:
    if side is None:
        found.pop(who, None)
    else:
        found[who] = side


def side_of_most(told: Iterable[Side]) -> Side | None:
    """The side of more than half of those who took one."""
    counted = Counter(told)
    if not counted:
        return None
    side, many = counted.most_common(1)[0]
    return side if 2 * many > counted.total() else None


def sides_in(one: Decision, seat: Seat, told: dict[PersonId, Side]) -> list[Side]:
    """The sides of one group."""
    return [side for who, side in told.items() if one.seat(who) is seat]


def somebody_disagreed(one: Decision) -> bool:
    """Whether anybody said no, had a worry, or stood aside, at any time before the decision."""
    return any(_disagrees(fact) for fact in voiced(one)) or _counted_against(one)


def who_disagreed(one: Decision) -> set[PersonId]:
    """Everybody who did."""
    found = {by_whom(fact) for fact in voiced(one) if _disagrees(fact)}
    return {who for who in found if who is not None}


def _disagrees(fact: Fact) -> bool:
    match fact:
        case Ballot():
            return fact.answer in NOT_WITH_IT
        case PositionVoiced():
            return fact.position in AGAINST_IT
    return isinstance(fact, ObjectionRaised)


def _counted_against(one: Decision) -> bool:
    """Where only numbers are told: of hands, of a secret vote, of a source."""
    numbers: Iterator[object] = iter([one.taken.tally, one.taken.stated_tally])
    hands = (hand.counts for hand in one.stream.only(HandsCounted))
    return any(_has_no(tally) for tally in (*numbers, *hands))


def _has_no(tally: object) -> bool:
    match tally:
        case ChoiceTally():
            return tally.no + tally.objection + tally.stand_aside > 0
        case StatedTally():
            return any(tally.said.get(choice, 0) for choice in NOT_WITH_IT)
    return False


def by_whom(fact: Fact) -> PersonId | None:
    """Whose word it is."""
    who = getattr(fact, "voter", None) or getattr(fact, "person", None) or fact.actor
    return None if isinstance(who, str) else who
