"""Short ways to say who voted and how."""

from collections.abc import Sequence
from uuid import UUID

from domain.ids import OptionId, PersonId
from domain.kinds import Seat
from domain.voting.answers import Answer, Choice, Ranking, Unlisted
from domain.voting.count import Count, count
from domain.voting.electorate import Voter
from domain.voting.rule import Rule


def person(number: int) -> PersonId:
    """The nth person."""
    return PersonId(UUID(int=number))


def option(name: str) -> OptionId:
    """The option of this one-letter name."""
    return OptionId(UUID(int=ord(name)))


def options(names: str) -> tuple[OptionId, ...]:
    """The options of these one-letter names, in order."""
    return tuple(option(name) for name in names)


def electorate(members: int, staff: int = 0, weights: Sequence[int] = ()) -> list[Voter]:
    """Members first, then staff; a vote weighs one unless said otherwise."""
    seats = [Seat.MEMBER] * members + [Seat.STAFF] * staff
    each = [*weights, *[1] * (len(seats) - len(weights))]
    return [Voter(person=person(n), seat=seat, weight=each[n]) for n, seat in enumerate(seats)]


def said(words: str) -> dict[PersonId, Answer]:
    """What the first, second, third… person said; "-" is silence."""
    return {person(n): Choice(word) for n, word in enumerate(words.split()) if word != "-"}


def ranked(*ballots: str, unlisted: Unlisted = Unlisted.LAST) -> dict[PersonId, Answer]:
    """One ballot a person, such as "a bc d": best first, options that share a place together."""
    return {
        person(n): Ranking(
            places=tuple(options(place) for place in ballot.split()), unlisted=unlisted
        )
        for n, ballot in enumerate(ballots)
    }


def vote(rule: Rule, words: str, silent: int = 0) -> Count:
    """A yes-or-no vote of members who all say something, and some who do not."""
    ballots = said(words)
    return count(rule, electorate=electorate(len(words.split()) + silent), ballots=ballots)
