"""What is decided without a vote, by every other way there is: recorded as what it is."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from domain.act import Act
from domain.authority import Authority, Change, Ground, RuleInForce
from domain.errors import Malformed, NoAuthority, NotEligible, NotOpen, RuleBroken
from domain.events import DecisionTaken
from domain.ids import CommitteeId, PersonId
from domain.kinds import NotAPerson, Route, Seat
from domain.proposal.deciding import NOTHING_WEIGHED, Deciding, Weighed
from domain.proposal.state import NOT_OPEN, Stage
from domain.values import EventId
from domain.voting.rule import Method
from domain.voting.tally import Outcome, Result

TOGETHER = frozenset({Route.CONSENT, Route.CONSENSUS})
BY_RULE = {Route.CONSENT: Method.CONSENT, Route.CONSENSUS: Method.CONSENSUS}
DELEGATED = frozenset({Route.DELEGATED_MEMBER, Route.DELEGATED_JOINT, Route.DELEGATED_STAFF})
BY_GROUND = dict.fromkeys(
    (*DELEGATED, Route.URGENT), frozenset({Ground.MANDATE, Ground.DECISION})
) | {Route.STEP_IN: frozenset({Ground.STEP_IN})}
WITHOUT_RIGHT = frozenset({Route.STAFF_ALONE, Route.UNDOCUMENTED})

TO_AGREE = timedelta(days=62)
"""Two months: so a committee that meets once a month has met, and none waits without an end."""

Right = Authority | RuleInForce


class WithoutVote(Deciding):
    """Decisions that no vote has made."""

    def record_decision(  # noqa: PLR0913 -- a decision is told with all of this
        self,
        act: Act,
        route: Route,
        outcome: Outcome,
        right: Right | None,
        *,
        deciders: Mapping[PersonId, Seat | None],
        above: CommitteeId | None = None,
        present: int | None = None,
        ratify_by: date | None = None,
        weighed: Weighed = NOTHING_WEIGHED,
    ) -> None:
        """Record what was decided without a vote, how, and by which right."""
        if self.stage is not Stage.MADE:
            raise NotOpen(NOT_OPEN[self.stage])
        self._check_outcome(outcome)
        cited = self._cited_for(act, route, right, above)
        if not act.is_import:
            self._must_be_deciders(route, deciders)
            self._must_be_settled(route, outcome)
            _check_ratification(act, route, ratify_by)
            self._must_know(act, weighed)
            if route in TOGETHER:
                act = replace(act, actor=NotAPerson.COMMITTEE)
        self.record(
            DecisionTaken,
            act,
            outcome=outcome,
            route=route,
            rule=right.rule if isinstance(right, RuleInForce) else None,
            present=present,
            recused=tuple(sorted(self.recused, key=str)),
            deciders=tuple(deciders),
            stake=self.stake,
            domain=self.domain,
            amount=self.amount,
            ratify_by=ratify_by,
            authority=cited,
            **self._in_place_of(outcome, weighed.fields()),
        )

    def _cited_for(
        self, act: Act, route: Route, right: Right | None, above: CommitteeId | None
    ) -> EventId | None:
        """The event to cite. Each way of deciding rests on a right of its own kind."""
        if act.is_import:
            return right.adopted if isinstance(right, RuleInForce) else _event(right)
        if route is Route.VOTE:
            raise RuleBroken("A vote is decided by its votes. Open it, and close it.")
        if route in WITHOUT_RIGHT:
            if right is not None:
                raise Malformed("Whoever has a right to name decided in another way. Say which.")
            return None
        if right is None:
            raise NoAuthority("Say by which right this was decided. If by none, record it so.")
        if route in TOGETHER:
            return _by_rule(route, right)
        if isinstance(right, RuleInForce):
            raise NoAuthority("A rule lets the committee decide together. Name another right.")
        if route is Route.TRUSTEES:
            if above is None or right.committee != above:
                raise NoAuthority("Name what the committee decided that this one answers to.")
            return right.to_settle(self.committee, above)
        if right.ground not in BY_GROUND[route]:
            raise NoAuthority(_OTHER_RIGHT[route is Route.STEP_IN])
        return right.to_plan(self.change())

    def change(self) -> Change:
        """What a yes to this would alter, as far as a right asks for it."""
        return Change(self.committee, frozenset([self.id]), frozenset([self.domain]), self.amount)

    def lets(self) -> Change:
        """The same, with what a yes lets somebody do alone: nobody gives what is not theirs."""
        change, new = self.change(), self.new_mandate
        if new is None:
            return change
        amount = new.limit.money if new.limit else change.amount
        return replace(change, about=change.about | new.alone, amount=amount)

    def _check_outcome(self, outcome: Outcome) -> None:
        if (outcome.result is Result.CHOSEN) != bool(outcome.options):
            raise Malformed("Say which answer was chosen, or yes or no.")
        if not set(outcome.options) <= set(self.options):
            raise Malformed("This answer is not part of the question.")

    def _must_be_deciders(self, route: Route, deciders: Mapping[PersonId, Seat | None]) -> None:
        if self.recused & deciders.keys():
            raise NotEligible("Who stays out of this one cannot decide it.")
        staff = [seat is Seat.STAFF for seat in deciders.values()]
        match route:
            case Route.DELEGATED_STAFF | Route.STAFF_ALONE if not (staff and all(staff)):
                raise Malformed("Say who of the staff decided this, and nobody else.")
            case Route.DELEGATED_MEMBER if not staff or any(staff):
                raise Malformed("Say who decided this. Staff among them decide in another way.")
            case Route.DELEGATED_JOINT if not any(staff) or all(staff):
                raise Malformed("Say who decided this together: somebody of the staff, and others.")

    def _must_be_settled(self, route: Route, outcome: Outcome) -> None:
        said_yes = outcome.result in (Result.ADOPTED, Result.CHOSEN)
        worries = [one for one in self.open_objections if self.objections[one] not in self.recused]
        if route in TOGETHER and said_yes and worries:
            raise RuleBroken("Somebody still has a worry. Deal with it first.")


_OTHER_RIGHT = {
    True: "Name the step-in that this belongs to.",
    False: "Say what lets you decide this.",
}


def _event(right: Authority | None) -> EventId | None:
    return right.event if right else None


def _by_rule(route: Route, right: Right) -> EventId | None:
    if not isinstance(right, RuleInForce) or right.terms.method is not BY_RULE[route]:
        raise NoAuthority("This is not how the committee agreed to decide. Hold a vote.")
    return right.adopted


def _check_ratification(act: Act, route: Route, ratify_by: date | None) -> None:
    if route is Route.URGENT and ratify_by is None:
        raise Malformed("Say until when the committee will agree to this, or it lapses.")
    if route is not Route.URGENT and ratify_by is not None:
        raise Malformed("Only what was decided in a hurry has to be agreed to afterwards.")
    if ratify_by is not None and ratify_by > act.counts_from.date() + TO_AGREE:
        raise Malformed("This is too far away. All of us answer within two months, or it lapses.")
    if ratify_by is not None and ratify_by < act.counts_from.date():
        raise Malformed("This day has passed. Pick one that lies ahead.")
