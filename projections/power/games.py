"""What the rule lets a group do with the people who were there: exact, by counting such votes.

One group says yes, all others who are there say no, and the rule itself is asked what comes of it.
This is about the rule. Whether people use what it lets them do is another question.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple
from uuid import UUID

from domain.ids import CHAIR, OptionId, PersonId
from domain.kinds import Seat
from domain.values import EventId
from domain.voting.answers import Answer, Choice
from domain.voting.count import count
from domain.voting.electorate import Voter, a_voter
from domain.voting.rule import YES_OR_NO, Method, Rule, Tie
from projections.power.decisions import SAID_YES, Decision
from projections.power.evidence import Evidence, Fact
from projections.power.roles import roles
from projections.power.wanting import for_and_against


class Kind(NamedTuple):
    """What a rule asks of a voter: two of one kind count the same."""

    seat: Seat
    weight: int
    answer: Answer | None
    is_here: bool


class Asked(NamedTuple):
    """A vote to be counted: by which rule, how many of each kind, and what is asked of it."""

    rule: str
    crowd: tuple[tuple[Kind, int], ...]
    options: tuple[OptionId, ...] = ()
    chair: Answer | None = None
    wanted: OptionId | None = None


@dataclass(frozen=True)
class Game:
    """A rule, who may vote by it, who of them is there, and in which seats the chair sits."""

    terms: Rule
    voters: Mapping[PersonId, Voter]
    here: frozenset[PersonId]
    options: tuple[OptionId, ...] = ()
    chairs: frozenset[Seat] = frozenset()

    def can_pass(self, *seats: Seat) -> bool | None:
        """Whether these alone get what they want, all others there against it; none: unknown."""
        return self._passes(self._seats & set(seats))

    def can_block(self, *seats: Seat) -> bool | None:
        """Whether these alone stop what all others there want."""
        if not self._seats & set(seats):
            return False
        passes = self._passes(self._seats - set(seats))
        return None if passes is None else not passes

    def crowd(self, said: Mapping[PersonId, Answer]) -> Counter[Kind]:
        """All who may vote, as what they are and what they say."""
        all_here = len(self.here) == len(self.voters)
        told = Counter(
            (
                voter.seat,
                voter.weight,
                said.get(who) if said else None,
                all_here or who in self.here,
            )
            for who, voter in self.voters.items()
        )
        return Counter({Kind(*kind): many for kind, many in told.items()})

    def carries(
        self,
        crowd: Mapping[Kind, int],
        chair: Answer | None = None,
        wanted: OptionId | None = None,
    ) -> bool | None:
        """Whether they say yes, or choose what is wanted; none where this cannot be counted."""
        told = tuple(sorted(crowd.items(), key=repr))
        return _carried(Asked(self._rule, told, self.options, chair, wanted))

    @property
    def against(self) -> Choice:
        """How one says no by this rule: by consent a plain no stops nothing."""
        return Choice.OBJECTION if self.terms.method is Method.CONSENT else Choice.NO

    @cached_property
    def _seats(self) -> frozenset[Seat]:
        return frozenset(kind.seat for kind in self._silent if kind.is_here and kind.weight)

    @cached_property
    def _silent(self) -> Counter[Kind]:
        return self.crowd({})

    @cached_property
    def _rule(self) -> str:
        return self.terms.model_dump_json()

    def _passes(self, seats: frozenset[Seat]) -> bool | None:
        if not seats:
            return False
        if self.terms.method in YES_OR_NO:
            return self._all_say(seats, Choice.YES, self.against)
        ends = [
            self._all_say(seats, *for_and_against(self.terms, one, self.options), wanted=one)
            for one in self.options
        ]
        return None if None in ends else bool(ends) and all(ends)

    def _all_say(
        self, seats: frozenset[Seat], this: Answer, other: Answer, wanted: OptionId | None = None
    ) -> bool | None:
        crowd = {
            kind._replace(answer=this if kind.seat in seats else other) if kind.is_here else kind: n
            for kind, n in self._silent.items()
        }
        chair = (this if self.chairs <= seats else other) if self.chairs else None
        return self.carries(crowd, chair, wanted)


def game_of(one: Decision) -> Game | None:
    """The game in which this was decided; none where nobody voted on it."""
    kept, name = one.evidence.once(_games), one.taken.event_id
    if name not in kept:
        kept[name] = _game(one)
    return kept[name]


def _games(evidence: Evidence) -> dict[EventId, Game | None]:
    del evidence
    return {}


def _game(one: Decision) -> Game | None:
    if one.opened is None or not one.voters:
        return None
    return Game(one.opened.terms, one.voters, one.here, _options(one), _chairs(one))


def behind_chairs(taken: Iterable[Decision]) -> list[Fact]:
    """What tells who ran the meetings, where a rule lets the chair break a tie."""
    asked = [one for one in taken if one.opened and one.opened.terms.tie is Tie.CHAIR]
    return [*asked[0].evidence.once(roles).all] if asked else []


def _chairs(one: Decision) -> frozenset[Seat]:
    if one.opened is None or one.opened.terms.tie is not Tie.CHAIR:
        return frozenset()
    holders = one.evidence.once(roles).holders(CHAIR, one.taken.occurred_at)
    held = (one.seat(who) for who in holders)
    return frozenset(seat for seat in held if seat)


def _options(one: Decision) -> tuple[OptionId, ...]:
    told = [amended.options for amended in one.amendments if amended.options is not None]
    last = told[-1] if told else one.made.options if one.made else ()
    return tuple(option.option for option in last)


@lru_cache(maxsize=50_000)
def _carried(asked: Asked) -> bool:
    """Whether the vote says yes, or chooses what is wanted."""
    rule = _rule(asked.rule)
    voters, said = _people(asked.crowd if rule.quorum else _as_one(asked.crowd))
    found = count(
        rule,
        electorate=voters,
        ballots={who: answer for who, answer in said.items() if answer is not None},
        options=asked.options,
        present=list(said),
        chair_says=asked.chair,
    ).outcome
    return found.result in SAID_YES if asked.wanted is None else asked.wanted in found.options


def _as_one(crowd: Iterable[tuple[Kind, int]]) -> Iterator[tuple[Kind, int]]:
    """All of a kind as one voter with the votes of all: only a quorum counts heads."""
    for kind, many in crowd:
        yield kind._replace(weight=kind.weight * many), 1


def _people(
    crowd: Iterable[tuple[Kind, int]],
) -> tuple[list[Voter], dict[PersonId, Answer | None]]:
    """As many voters as are told, and what those say who are there."""
    voters: list[Voter] = []
    said: dict[PersonId, Answer | None] = {}
    for kind, many in crowd:
        for number in range(len(voters), len(voters) + many):
            voter = a_voter(_somebody(number), kind.seat, kind.weight)
            voters.append(voter)
            if kind.is_here:
                said[voter.person] = kind.answer
    return voters, said


@lru_cache(maxsize=10_000)
def _somebody(number: int) -> PersonId:
    return PersonId(UUID(int=number))


@lru_cache(maxsize=1_000)
def _rule(told: str) -> Rule:
    return Rule.model_validate_json(told)
