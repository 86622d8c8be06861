"""What was counted and what came of it, as a decision keeps it."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from pydantic import Field

from domain.ids import OptionId
from domain.kinds import Seat
from domain.voting.answers import Choice
from domain.voting.stored import Exact, Stored, WholeNumber, unsaid


class SeatTally(Stored):
    """The votes on a yes-or-no question: one a person, or as many as the rule gives that person.

    `silent` may vote and did not. `recused` took no part by their own word and are in no other
    number.
    """

    yes: WholeNumber
    no: WholeNumber
    abstain: WholeNumber
    objection: WholeNumber
    stand_aside: WholeNumber
    silent: WholeNumber
    recused: WholeNumber


class ChoiceTally(SeatTally):
    """The votes of all. `within` are those of single seats that have to agree as well."""

    within: Mapping[Seat, SeatTally] = Field(default={}, exclude_if=unsaid)


class RoundTally(Stored):
    """One round of a count in which votes move from option to option.

    `votes` are those of each option that is chosen or still in it, `resting` those that are with
    none any more, and `needed` what is enough to be chosen; where that is half of them, more.
    `chosen` were chosen now, `by_default` those of them who had too few, but as many were left as
    places. Then `passed_on` gave on what was more than enough, or `out` went out; `tied` are all
    who came out the same when one of them had to be picked for it.
    """

    votes: Mapping[OptionId, Exact]
    resting: Exact = 0
    needed: Exact
    chosen: tuple[OptionId, ...] = Field(default=(), exclude_if=unsaid)
    by_default: tuple[OptionId, ...] = Field(default=(), exclude_if=unsaid)
    passed_on: OptionId | None = Field(default=None, exclude_if=unsaid)
    out: tuple[OptionId, ...] = Field(default=(), exclude_if=unsaid)
    tied: tuple[OptionId, ...] = Field(default=(), exclude_if=unsaid)


class RankedTally(Stored):
    """The votes on a ranked question.

    `pairwise` gives, for one option and another, the votes that put the first above the second.
    `order` goes from the best place to the last; options in one place came out the same.
    `rounds` are those of a count in rounds.
    """

    ballots: WholeNumber
    pairwise: Mapping[OptionId, Mapping[OptionId, WholeNumber]]
    order: tuple[tuple[OptionId, ...], ...]
    silent: WholeNumber
    recused: WholeNumber
    rounds: tuple[RoundTally, ...] = Field(default=(), exclude_if=unsaid)


class OptionTally(Stored):
    """What each option was given, added up: choices, points or dots."""

    ballots: WholeNumber
    votes: Mapping[OptionId, Exact]
    silent: WholeNumber
    recused: WholeNumber

    @property
    def in_order(self) -> list[tuple[OptionId, int | Fraction]]:
        """Each option with what it was given, the most first."""
        return sorted(self.votes.items(), key=lambda given: -given[1])

    @property
    def order(self) -> tuple[tuple[OptionId, ...], ...]:
        """From the best place to the last; options with as much share a place."""
        levels = sorted(set(self.votes.values()), reverse=True)
        return tuple(
            tuple(option for option, votes in self.votes.items() if votes == level)
            for level in levels
        )


class StatedTally(Stored):
    """What a source says was counted, of its own ballots or of none that are known; and no more."""

    said: Mapping[Choice | Literal["silent", "recused"] | OptionId, WholeNumber]


Tally = ChoiceTally | OptionTally | RankedTally | StatedTally


def nobody_voted(tally: Tally) -> bool:
    """Whether a count was one of no votes at all."""
    match tally:
        case ChoiceTally():
            answers = (tally.yes, tally.no, tally.abstain, tally.objection, tally.stand_aside)
            return not any(answers)
        case StatedTally():
            return False
        case _:
            return not tally.ballots


class Result(StrEnum):
    """What a vote came to. Undecided is a question still open: a tie not broken, or no votes."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    NO_QUORUM = "no_quorum"
    CHOSEN = "chosen"
    UNDECIDED = "undecided"


class Outcome(Stored):
    """What a vote came to.

    `options` are those chosen, best first; in an undecided vote for several places, those that
    are sure.
    `ties` are the answers that came out the same where the result hung on it, broken or not.
    """

    result: Result
    options: tuple[OptionId, ...] = Field(default=(), exclude_if=unsaid)
    ties: tuple[tuple[OptionId | Choice, ...], ...] = Field(default=(), exclude_if=unsaid)
