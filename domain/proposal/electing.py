"""Choosing people: who stands, by whose word, and for how many places."""

from collections.abc import Sequence
from dataclasses import replace

from domain.act import Act
from domain.authority import RuleInForce
from domain.errors import Malformed, NotEligible, NotFound, NotOpen, RuleBroken
from domain.events import PositionVoiced, ProposalAmended
from domain.ids import OptionId, PersonId
from domain.kinds import Position
from domain.proposal.state import NOT_OPEN, ProposalState, Stage
from domain.sealed import Sealed
from domain.values import Election, Option
from domain.voting.rule import Method, Rule

A_PERSON = "A person"
"""What stands in an option for a person: their name lies with them alone, and goes with them."""


def person_option(act: Act, person: PersonId) -> Option:
    """An option that is a person."""
    name = OptionId(act.fresh())
    return Option(option=name, title=Sealed.of(A_PERSON), candidate=person)


class Electing(ProposalState):
    """A question whose answers are people."""

    def stand(self, act: Act, person: PersonId) -> None:
        """Say that one wants to be chosen, asked or not. The same twice adds nothing."""
        self._must_be_an_election()
        if self.stands(person):
            return
        option = self.option_of(person)
        if option is None:
            new = person_option(act, person)
            self.record(ProposalAmended, act, options=(*self.offered, new))
            option = new.option
        voiced = {"person": person, "position": Position.FOR, "option": option}
        self.record(PositionVoiced, act, **voiced)

    def stand_down(self, act: Act, person: PersonId, *, as_chair: bool = False) -> None:
        """Take somebody off the list: oneself, or as the one whose idea it is, or the chair."""
        self._must_be_an_election()
        if not (as_chair or act.actor in (person, self.made_by, self.idea_by)):
            raise NotEligible("Only they can say this, or whose idea it is, or the chair.")
        if self.option_of(person) is not None:
            left = tuple(one for one in self.offered if one.candidate != person)
            self.record(ProposalAmended, act, options=left)

    def stands(self, person: PersonId) -> bool:
        """Whether somebody is on the list by their own word."""
        option = self.option_of(person)
        return option is not None and (
            person == self.made_by or self.positions.get(person) == (Position.FOR, option)
        )

    def option_of(self, person: PersonId) -> OptionId | None:
        """The answer that is this person, if they are one."""
        found = (one.option for one in self.offered if one.candidate == person)
        return next(found, None)

    @property
    def answers(self) -> int:
        """How many answers there are to choose from, for whoever looks for a rule.

        An election asks for a rule that chooses, also where nobody stands any more.
        """
        return max(len(self.options), 1) if self.election else len(self.options)

    @property
    def elected(self) -> tuple[PersonId, ...]:
        """The people who were chosen, if this is decided."""
        chosen = self.decision.chosen if self.decision else ()
        by = {one.option: one.candidate for one in self.offered}
        return tuple(person for option in chosen if (person := by.get(option)))

    def for_places(self, by: RuleInForce) -> RuleInForce:
        """The committee's rule, as it counts for so many places."""
        if self.election is None:
            return by
        places = {"seats_to_fill": self.election.places}
        return replace(by, terms=by.terms.model_copy(update=places))

    def _must_be_an_election(self) -> None:
        if self.election is None:
            raise NotFound("This idea is not about choosing people.")
        if self.stage is not Stage.MADE:
            raise NotOpen(NOT_OPEN[self.stage])

    def _must_stand(self, act: Act, terms: Rule) -> None:
        """Refuse a vote on people who did not say that they want to be chosen."""
        if self.election is None or act.is_import:
            return
        if terms.method is Method.DEBIAN:
            raise Malformed(NOT_FOR_PEOPLE)
        if len(self.offered) < self.election.places:
            raise Malformed(too_few(self.election.places, len(self.offered)))
        if not all(one.candidate and self.stands(one.candidate) for one in self.offered):
            raise RuleBroken(NOT_ASKED)


NOT_FOR_PEOPLE = (
    "By this rule one answer is to leave it as it is, and here all answers are people. "
    "Agree on another way to pick people first."
)
NOT_ASKED = (
    "Somebody on the list has not said yet that they want this. "
    "Wait for their answer, or take them off the list."
)


def too_few(places: int, people: int) -> str:
    """Why there is nothing to choose."""
    there = "nobody wants" if not people else f"only {people} can be chosen for"
    some = "1 place" if places == 1 else f"{places} places"
    return f"There {'is' if places == 1 else 'are'} {some}, and {there} it. Find more people."


def check_election(election: Election, options: Sequence[Option], *, first: bool) -> None:
    """Refuse what is no election: for nothing, of no people, or the same ones twice."""
    if (election.role is None) == (election.seat is None):
        raise Malformed("Say what people are chosen for: a job, or a seat.")
    people = [one.candidate for one in options]
    if None in people:
        raise Malformed("Only people can be chosen here. Leave the other answers out.")
    if len(set(people)) < len(people):
        raise Malformed("Somebody is on the list twice.")
    if first and len(people) < election.places:
        raise Malformed(too_few(election.places, len(people)))
