"""The terms on which a vote is held: time to read it, its length, who votes last, its end."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from domain.act import Act
from domain.authority import RuleInForce
from domain.errors import Malformed, NotOpen, RuleBroken
from domain.ids import PersonId
from domain.kinds import Closing
from domain.proposal.objections import Objections
from domain.voting.certain import is_certain
from domain.voting.electorate import Voter
from domain.voting.fits import problems_with
from domain.voting.rule import Rule
from domain.voting.say_terms import days, groups
from domain.voting.terms import Early
from domain.voting.turns import last_part_begins, those_before

NOBODY_LEFT = (
    "Everybody who may vote stays out of this one. So nobody here can decide it. "
    "Let somebody else vote, or ask another committee."
)


class Holding(Objections):
    """What a rule asks of a vote beside how it is counted."""

    def _beginning(
        self, act: Act, opens_at: datetime | None, closes_at: datetime | None
    ) -> datetime:
        """When a vote begins, which is now where nothing is said; refused where it cannot be."""
        now = act.counts_from
        if opens_at is not None and opens_at <= now and not act.is_import:
            raise Malformed("The beginning of a vote must lie ahead. Or let it begin now.")
        if closes_at is not None and closes_at <= now:
            raise Malformed("The end of a vote must lie ahead. Pick a later day or time.")
        if opens_at is not None and closes_at is not None and closes_at <= opens_at:
            raise Malformed("A vote ends after it has begun. Pick a later end.")
        return opens_at or now

    def _must_have_begun(self, act: Act) -> None:
        """Refuse what belongs to a vote before the time for which it is planned."""
        if not act.is_import and self.begins_at is not None and act.counts_from < self.begins_at:
            raise NotOpen("This vote has not begun yet. Its page says when it begins.")

    def _must_suit(
        self,
        act: Act,
        electorate: Sequence[Voter],
        by: RuleInForce,
        begins: datetime,
        closes_at: datetime | None,
    ) -> None:
        """Refuse a vote that the rule does not let begin like this; a history tells that it did."""
        if act.is_import:
            return
        if problems := list(problems_with(by.terms, electorate)):
            raise Malformed(" ".join(problems))
        if all(voter.person in self.recused for voter in electorate):
            raise RuleBroken(NOBODY_LEFT)
        self._must_have_been_read(begins, by.terms)
        self._must_last(by.terms, begins, closes_at)

    def _must_have_been_read(self, begins: datetime, terms: Rule) -> None:
        asked = terms.days_to_read or 0
        if asked and begins < self.readable_since + timedelta(days=asked):
            raise NotOpen(
                f"First, people have {days(asked)} to read this. "
                "The days begin with the last new words or paper."
            )

    def _must_last(self, terms: Rule, opens_at: datetime, closes_at: datetime | None) -> None:
        least, most = terms.least_days, terms.most_days
        if closes_at is None:
            if most is not None:
                raise Malformed(f"This vote needs an end, after {days(most)} at most. Pick one.")
            return
        if least is not None and closes_at < opens_at + timedelta(days=least):
            raise Malformed(f"This vote is open for {days(least)} at least. Pick a later end.")
        if most is not None and closes_at > opens_at + timedelta(days=most):
            raise Malformed(f"This vote is open for {days(most)} at most. Pick an earlier end.")

    # Who votes last

    def _must_not_wait(self, act: Act, voter: PersonId) -> None:
        """Refuse whoever speaks and votes last, while others may still be on their way."""
        if not act.is_import and self.waits(voter, act.counts_from):
            last = groups(self.terms.last).capitalize()
            raise NotOpen(f"{last} vote last here. First all others vote, or their time is over.")

    def waits(self, voter: PersonId, now: datetime) -> bool:
        """Whether this voter has to let others vote first."""
        if not self.terms.last or voter not in self.electorate:
            return False
        if self.electorate[voter].seat not in self.terms.last:
            return False
        begins = last_part_begins(self.terms, self.opened_at, self.closes_at)
        if begins is not None and now >= begins:
            return False
        before = those_before(self.terms, self._who_can_vote())
        return any(one.person not in self.ballots for one in before)

    def _who_can_vote(self) -> Iterator[Voter]:
        """Those who may vote now, or have voted before they left."""
        for person, voter in self.electorate.items():
            if person not in self.recused and (
                person not in self.dropped or person in self.ballots
            ):
                yield voter

    # The end

    def _ending(self, act: Act) -> Closing:
        """How a vote ends that is ended now; refused where it may not be."""
        voters = list(self._who_can_vote())
        if not voters and not act.is_import:
            raise RuleBroken(NOBODY_LEFT)
        if act.counts_from >= self._stays_open_until():
            return Closing.BY_HAND
        if not self._may_end_early(voters):
            raise NotOpen(self._why_not_early())
        return Closing.EARLY

    def _stays_open_until(self) -> datetime:
        """The end that was promised; without one, the end of the time that the rule asks for."""
        if self.closes_at is not None:
            return self.closes_at
        return self.opened_at + timedelta(days=self.terms.least_days or 0)

    def _may_end_early(self, voters: Sequence[Voter]) -> bool:
        early = self.terms.early
        if Early.ALL_VOTED in early and all(one.person in self.ballots for one in voters):
            return True
        return Early.CERTAIN in early and is_certain(self.terms, voters, self.ballots)

    def _why_not_early(self) -> str:
        match self.terms.early:
            case ():
                why = "until the end that was promised"
            case (Early.ALL_VOTED,):
                why = "until the promised end, or until all have voted"
            case _:
                why = "until the promised end, or until nothing can change what comes of it"
        if self.closes_at is None:
            why = f"for {days(self.terms.least_days or 0)} at least"
        return f"People can vote and change their vote {why}."
