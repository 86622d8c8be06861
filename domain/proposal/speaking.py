"""Whose turn it is to say what they want, while a question is still talked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.act import Act
from domain.errors import NotEligible, NotOpen
from domain.ids import PersonId
from domain.kinds import Seat
from domain.proposal.holding import Holding
from domain.proposal.state import Stage
from domain.voting.electorate import Voter
from domain.voting.rule import Rule
from domain.voting.say_terms import days, groups
from domain.voting.turns import read_by, still_to_speak

THEIR_OWN_WORD = "They have said it themselves. So only they can say something else."
WAITS_ITSELF = "They speak last here. So somebody else writes down what others say."


@dataclass(frozen=True, slots=True)
class Floor:
    """The rule by which a vote would be held now, and who sits where, with a vote or without."""

    terms: Rule
    voters: Sequence[Voter]
    seats: dict[PersonId, Seat]


class Speaking(Holding):
    """Those who vote last say last what they want, from the first day on."""

    @property
    def spoken(self) -> set[PersonId]:
        """Who has said what they want, has a worry under their name, or whose idea it is.

        A question is no side. A worry without a name does not count, or who is left would tell
        whose it is. With several answers, having asked is not yet wanting one of them.
        """
        worried = {who for it, who in self.objections.items() if it not in self.unnamed}
        theirs = {self.idea_by} if self.idea_by and not self.options else set()
        return {*self.positions, *worried, *theirs}

    @property
    def can_vote(self) -> list[Voter]:
        """Those who may vote in a vote that is planned, or on."""
        return list(self._who_can_vote())

    def left_to_speak(self, person: PersonId, floor: Floor, now: datetime) -> list[PersonId]:
        """For whom this person waits before they say what they want; nobody, where they need not.

        Nobody waits any more once the time to read is over.
        """
        over = read_by(floor.terms, self.readable_since)
        if over is not None and now >= over:
            return []
        voters = [one for one in floor.voters if one.person not in self.recused]
        return still_to_speak(floor.terms, voters, floor.seats.get(person), self.spoken)

    def _must_be_their_turn(self, act: Act, person: PersonId, floor: Floor | None) -> None:
        """A history tells of who spoke too soon; whoever speaks here waits for their turn."""
        if act.is_import:
            return
        if self._is_voted_on(act):
            self._must_not_wait(act, person)
        elif self.stage in (Stage.MADE, Stage.OPEN) and floor:
            self._must_wait_for_nobody(act, person, floor)

    def _must_wait_for_nobody(self, act: Act, person: PersonId, floor: Floor) -> None:
        if left := self.left_to_speak(person, floor, act.counts_from):
            raise NotOpen(why_they_wait(floor.terms, len(left)))

    def _must_be_passed_on(self, act: Act, person: PersonId, floor: Floor | None) -> None:
        """Somebody else wrote it down: nobody who waits themselves, and over nobody's own word."""
        noted_by = act.recorded_by
        if act.is_import or noted_by is None or noted_by == person:
            return
        if person in self.own_word:
            raise NotEligible(THEIR_OWN_WORD)
        if floor and floor.seats.get(noted_by) in floor.terms.last:
            raise NotEligible(WAITS_ITSELF)

    def _is_voted_on(self, act: Act) -> bool:
        """Whether people vote now; a vote that is planned has not begun."""
        planned = self.begins_at is not None and act.counts_from < self.begins_at
        return self.stage is Stage.OPEN and not planned


def why_they_wait(terms: Rule, left: int) -> str:
    """For how many people, and until when, those who speak last have to wait."""
    who = groups(terms.last).capitalize()
    many = "1 person has" if left == 1 else f"{left} people have"
    reading = f", or after the {days(terms.days_to_read)} to read" if terms.days_to_read else ""
    then = f"They can speak when all have{reading}. A worry can be said at any time."
    return f"{who} speak last here. {many} not said yet what they want. {then}"
