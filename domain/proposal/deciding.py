"""The end of a vote, and what it comes to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from domain.act import Act
from domain.errors import Malformed, NotEligible, NotFound, RuleBroken
from domain.events import CastingVoteGiven, DecisionTaken, VotingClosed
from domain.ids import PersonId
from domain.kinds import Closing, NotAPerson, Route
from domain.proposal.on_paper import OnPaper
from domain.proposal.state import Stage
from domain.sealed import Sealed
from domain.values import EventId
from domain.voting.answers import Answer, check_answer
from domain.voting.count import Count, count
from domain.voting.hands import as_ballots, hands_problems
from domain.voting.rule import Method, Rule, Tie
from domain.voting.tally import Outcome, Result, Tally


@dataclass(frozen=True, slots=True)
class Weighed:
    """What was on the table when something was decided, and when it is looked at again."""

    considered: tuple[Sealed, ...] = ()
    left_out: tuple[Sealed, ...] = ()
    risks: tuple[Sealed, ...] = ()
    papers: tuple[EventId, ...] = ()
    review_on: date | None = None
    replaces: EventId | None = None

    def fields(self) -> dict[str, Any]:
        """What a decision keeps of it."""
        return {name: getattr(self, name) for name in self.__slots__}


NOTHING_WEIGHED = Weighed()
TOGETHER = {Method.CONSENT: Route.CONSENT, Method.CONSENSUS: Route.CONSENSUS}


class Deciding(OnPaper):
    """Closing, counting, deciding."""

    def settle(self, now: datetime, act: Act | None = None) -> None:
        """At the deadline: voting closes and the decision stands, as the committee's own act.

        ``act`` is how a history tells of it.
        """
        if self.closes_at is not None and self.is_due(now):
            then = max(self.closes_at, self.last_occurred_at or self.closes_at)
            self._conclude(act or Act(NotAPerson.COMMITTEE, now, then), Closing.DEADLINE)

    def close(self, act: Act, weighed: Weighed = NOTHING_WEIGHED) -> None:
        """End the vote by hand and record what was decided."""
        self._must_be_at(Stage.OPEN)
        self._must_have_begun(act)
        how = self._ending(act)
        self._must_know(act, weighed)
        self._must_have_an_answer(act)
        self._conclude(act, how, weighed)

    def give_casting_vote(
        self, act: Act, person: PersonId, answer: Answer, weighed: Weighed = NOTHING_WEIGHED
    ) -> None:
        """Break a tie, as the rule had named beforehand; with it the committee has decided."""
        self._must_be_at(Stage.CLOSED)
        self._must_be_own(act, person)
        if person in self.recused:
            raise NotEligible("You are staying out of this one. So you cannot vote.")
        if not self._waits_for_chair(self.counted()):
            raise RuleBroken("Nobody has to break a tie here. The votes decide, or the rule does.")
        check_answer(answer, self.terms, self.options)
        self._must_know(act, weighed)
        if self.counted(chair_says=answer).outcome.result is Result.UNDECIDED:
            raise Malformed(
                "This does not break the tie. Pick one of those that came out the same."
            )
        self.record(CastingVoteGiven, act, person=person, answer=answer)
        if not act.is_import:
            self.decide(act, _route(self.terms), **weighed.fields())

    def _conclude(self, act: Act, how: Closing, weighed: Weighed = NOTHING_WEIGHED) -> None:
        """A tie that the chair has to break is not decided before the chair has spoken."""
        self.record(VotingClosed, act, how=how)
        counted = self.counted()
        if not self._waits_for_chair(counted):
            self.decide(act, _route(self.terms), None, counted, **weighed.fields())

    def close_and_decide(  # noqa: PLR0913 -- a source may state all of this
        self,
        act: Act,
        *,
        route: Route | None = None,
        outcome: Outcome | None = None,
        tally: Tally | None = None,
        words: Sealed | None = None,
        review_on: date | None = None,
        deciders: Collection[PersonId] = (),
        authority: EventId | None = None,
    ) -> None:
        """What a history kept elsewhere tells: the end of a vote, and what its source states.

        The ballots are counted by the rule in force when voting opened, and that is the outcome.
        What the source states is kept beside it. Only without ballots does its word stand alone.
        """
        self._must_be_at(Stage.MADE, Stage.OPEN, Stage.CLOSED)
        if self.stage is Stage.OPEN:
            self.record(VotingClosed, act, how=Closing.NOT_STATED)
        stated: dict[str, Any] = {
            "deciders": tuple(deciders),
            "review_on": review_on,
            "stated_outcome": outcome,
            "stated_tally": tally,
            "stated_words": words,
        }
        if self._answers():
            self.decide(act, route or Route.VOTE, authority, **stated)
        elif outcome is None:
            raise Malformed("There are no ballots to count, and no outcome is stated.")
        else:
            self.record(
                DecisionTaken,
                act,
                outcome=outcome,
                tally=tally,
                route=route or Route.UNDOCUMENTED,
                stake=self.stake,
                domain=self.domain,
                authority=authority,
                **stated,
            )

    def decide(
        self,
        act: Act,
        route: Route,
        authority: EventId | None = None,
        counted: Count | None = None,
        **more: Any,
    ) -> None:
        """Count by the rule in force when voting opened, and record outcome and ground.

        Whoever pressed, it is the committee that decides.
        """
        counted = counted or self.counted()
        if not act.is_import:
            act = replace(act, actor=NotAPerson.COMMITTEE)
        self.record(
            DecisionTaken,
            act,
            outcome=counted.outcome,
            route=route,
            rule=self.rule,
            tally=counted.tally,
            entitled=counted.entitled,
            recused=tuple(sorted(self.recused, key=str)),
            stake=self.stake,
            domain=self.domain,
            amount=self.amount,
            authority=authority or self.voting_authority,
            **self._in_place_of(counted.outcome, more),
        )

    def _in_place_of(self, outcome: Outcome, more: dict[str, Any]) -> dict[str, Any]:
        """With the decision that it replaces, where the idea named one and people said yes."""
        said_yes = outcome.result in (Result.ADOPTED, Result.CHOSEN)
        if self.replaces is None or not said_yes or more.get("replaces"):
            return more
        return {**more, "replaces": self.replaces}

    def counted(self, chair_says: Answer | None = None) -> Count:
        """The ballots as they lie, counted by the rule of this vote.

        Whoever is recused stays out of it, also with a worry that they have.
        """
        answers = self._answers()
        worries = sum(self.objections[one] not in self.recused for one in self.open_objections)
        if not self.ballots:  # hands keep no list of worries
            worries = max(worries, sum(said == "objection" for said in answers.values()))
        return count(
            self.terms,
            electorate=self._counted_voters(),
            ballots=answers,
            options=self.options,
            open_objections=worries,
            recused=self.recused,
            chair_says=chair_says or self.chair_says,
        )

    def _answers(self) -> Mapping[PersonId, Answer]:
        """The ballots; where there are none, the hands that were counted, if they can be."""
        if self.ballots or self.hands is None:
            return self.ballots
        voters = self._who_may_raise_a_hand()
        if any(hands_problems(self.terms, voters, self.hands)):
            return {}
        return as_ballots(voters, self.hands)

    def _must_have_an_answer(self, act: Act) -> None:
        """Nobody closes a vote in which nothing was said; at its deadline it ends all the same."""
        if not act.is_import and not self._answers().keys() - self.recused:
            raise RuleBroken("Nobody has voted yet. Wait for votes, or take the idea back.")

    def _waits_for_chair(self, counted: Count) -> bool:
        outcome = counted.outcome
        return (
            self.terms.tie is Tie.CHAIR
            and outcome.result is Result.UNDECIDED
            and bool(outcome.ties)
        )

    def _must_know(self, act: Act, weighed: Weighed) -> None:
        """What was read stands here, and a day to look again lies ahead."""
        if act.is_import:
            return
        if not {*weighed.papers} <= {event for forms in self.papers.values() for event in forms}:
            raise NotFound("One of these papers was not given to people for this idea.")
        if weighed.review_on and weighed.review_on <= act.counts_from.date():
            raise Malformed("The day to look at it again lies ahead.")


def _route(terms: Rule) -> Route:
    return TOGETHER.get(terms.method, Route.VOTE)
