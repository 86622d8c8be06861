"""What becomes of a decision: why it was taken, who was told, whether it still holds."""

from collections.abc import Collection
from datetime import date

from domain.act import Act
from domain.authority import Authority, Ground, Within
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen
from domain.events import (
    DecisionConfirmed,
    DecisionRatified,
    DecisionReversed,
    DecisionReviewed,
    OutcomeTold,
    RatificationRefused,
    ReasonGiven,
)
from domain.ids import CommitteeId, ObjectionId, PersonId
from domain.kinds import Audience, Capacity, Domain, Format, NotAPerson, Per, Review, Route
from domain.proposal.state import Decided
from domain.proposal.undoing import height_of, must_reach
from domain.proposal.without_vote import DELEGATED, WITHOUT_RIGHT, WithoutVote
from domain.sealed import Sealed
from domain.values import Limit
from domain.voting.tally import Result

DECIDE_IT_ANEW = "Make it an idea again, and the committee decides."


class Afterwards(WithoutVote):
    """A decision from the moment in which it was taken."""

    def give_reason(self, act: Act, words: Sealed, review_on: date | None = None) -> None:
        """Say why it was decided so, in the committee's words."""
        self._must_be_decided()
        _must_lie_ahead(act, review_on)
        self.record(ReasonGiven, act, words=words, review_on=review_on)

    def confirm_decision(self, act: Act, person: PersonId, capacity: Capacity) -> None:
        """Confirm that this is what was decided. Twice adds nothing."""
        decided = self._must_be_decided()
        self._must_be_own(act, person)
        if (person, capacity) not in decided.confirmed:
            self.record(DecisionConfirmed, act, person=person, capacity=capacity)

    def tell_outcome(self, act: Act, to: Audience, how: Format = Format.NOT_STATED) -> None:
        """Note that people were told what was decided. The same twice adds nothing."""
        decided = self._must_be_decided()
        if (to, how) not in decided.told:
            self.record(OutcomeTold, act, to=to, format=how)

    def ratify_decision(
        self,
        act: Act,
        authority: Authority,
        above: CommitteeId | None = None,
        met_on: date | None = None,
    ) -> None:
        """Agree afterwards to what had to be decided at once, while it has not lapsed."""
        self.must_wait_for_ratification(act, met_on)
        cited = authority.to_settle(self.committee, above)
        self._must_be_another(authority)
        self.record(DecisionRatified, act, authority=cited)

    def refuse_ratification(self, act: Act, met_on: date | None = None) -> None:
        """Do not agree to it afterwards: from now on it allows nothing."""
        self.must_wait_for_ratification(act, met_on)
        self.record(RatificationRefused, act)

    def review_decision(
        self,
        act: Act,
        finding: Review,
        come_true: Collection[ObjectionId] = (),
        review_on: date | None = None,
    ) -> None:
        """Look at a decision again: keep it or not, and say which worries have come true."""
        self._must_be_decided()
        if not set(come_true) <= self.objections.keys():
            raise NotFound("There is no such worry.")
        if finding is Review.NOT_STATED and not act.is_import:
            raise Malformed("Say what you found: keep it, change it, or end it.")
        _must_lie_ahead(act, review_on)
        self.record(
            DecisionReviewed,
            act,
            finding=finding,
            come_true=tuple(come_true),
            review_on=review_on,
        )

    def reverse_decision(
        self, act: Act, authority: Authority, above: CommitteeId | None = None
    ) -> None:
        """End a decision, by another one that was made in the same way or a higher one.

        Twice adds nothing. What was done by it until now stands.
        """
        decided = self._must_be_decided()
        if decided.is_reversed:
            return
        if act.reason is None and not act.is_import:
            raise Malformed("Say why this no longer holds. Those who decided it will ask.")
        if authority.committee not in (self.committee, above):
            raise NoAuthority("Another committee decided this. It does not count here.")
        height = height_of(decided.route, is_ratified=decided.is_ratified)
        must_reach(authority, decided.route, height, self.committee)
        if authority.within is not None and authority.ground is not Ground.DECISION:
            authority.within.must_hold(self.change())
        self._must_be_another(authority)
        self.record(DecisionReversed, act, authority=authority.event)

    def authority(self, act: Act | None = None, met_on: date | None = None) -> Authority:
        """The right that this decision gives to whoever acts, if it said yes and still holds.

        What some decided alone for the committee allows less than what it decided itself. A history
        kept elsewhere tells what happened, within a right or beyond it. ``met_on`` is the day on
        which the committee met next.
        """
        decided = self.decision
        if decided is None:
            raise NoAuthority("This is not decided yet.")
        if decided.result not in (Result.ADOPTED, Result.CHOSEN):
            raise NoAuthority("The committee did not say yes to this.")
        if decided.is_reversed:
            raise NoAuthority(f"This decision no longer holds. {DECIDE_IT_ANEW}")
        if decided.is_ratified is False:
            raise NoAuthority(f"The committee did not agree to this. {DECIDE_IT_ANEW}")
        if act is None or act.is_import:
            return Authority(self.committee, Ground.DECISION, decided.event, route=decided.route)
        if _has_lapsed(decided, act, met_on):
            raise NoAuthority(f"Nobody agreed to this in time, so it lapsed. {DECIDE_IT_ANEW}")
        if decided.route is Route.STEP_IN:
            raise NoAuthority("Staff stepped in here. Name the step-in: it says how far it goes.")
        ground = Ground.ALONE if _is_alone(decided) else Ground.DECISION
        within = self._delegated() if decided.route in DELEGATED else self._priced()
        return Authority(self.committee, ground, decided.event, within, decided.route)

    def _priced(self) -> Within | None:
        """What all of us decided costs no more on one occasion than the idea said, if it said so.

        Where people picked from answers, each may have had its own cost, and none of them binds.
        """
        if self.amount is None or self.options:
            return None
        limit = Limit(money=self.amount, per=Per.OCCASION)
        return Within(DECIDE_IT_ANEW, limit=limit, what="what we decided allows")

    def _delegated(self) -> Within:
        """Whoever decides for the committee can allow no more than what was put to them."""
        about = {self.domain, Domain.MONEY} if self.amount else {self.domain}
        limit = Limit(money=self.amount, per=Per.OCCASION) if self.amount else None
        domains = None if self.domain is Domain.NOT_STATED else frozenset(about)
        return Within(DECIDE_IT_ANEW, domains=domains, limit=limit)

    def must_be_the_committees(self, act: Act) -> None:
        """Refuse what some decided alone, where only all of them can speak."""
        decided = self._must_be_decided()
        if not act.is_import and _is_alone(decided):
            raise NoAuthority("The committee itself has to decide this first.")

    # Rules

    def _must_be_decided(self) -> Decided:
        if self.decision is None:
            raise NotOpen("This is not decided yet.")
        return self.decision

    def must_wait_for_ratification(self, act: Act, met_on: date | None = None) -> None:
        """Refuse where nobody has to agree, or somebody has answered, or it is too late."""
        decided = self._must_be_decided()
        if decided.route is not Route.URGENT or decided.ratify_by is None:
            raise NotEligible("Only what was decided in a hurry has to be agreed to afterwards.")
        if decided.is_ratified is not None:
            raise NotOpen("The committee has answered this already.")
        if decided.is_reversed:
            raise NotOpen("This decision no longer holds.")
        if not act.is_import and _has_lapsed(decided, act, met_on):
            raise NotOpen(f"Nobody agreed to this in time, so it lapsed. {DECIDE_IT_ANEW}")

    def _must_be_another(self, authority: Authority) -> None:
        if authority.event == self._must_be_decided().event:
            raise NoAuthority("A decision cannot speak about itself. Name another one.")


def _is_alone(decided: Decided) -> bool:
    some = decided.route in DELEGATED | WITHOUT_RIGHT
    return some or (decided.route is Route.URGENT and decided.is_ratified is not True)


def _has_lapsed(decided: Decided, act: Act, met_on: date | None) -> bool:
    """What was decided in a hurry, and nobody agreed to in time.

    That is until the end of the day named, or of the day on which the committee met next. What the
    committee decides when a vote ends, counts from then, whenever it is written down.
    """
    if decided.ratify_by is None or decided.is_ratified is not None:
        return False
    by_vote = act.actor is NotAPerson.COMMITTEE
    day = (act.happened_at if by_vote else act.counts_from).date()
    return day > min(decided.ratify_by, met_on or decided.ratify_by)


def _must_lie_ahead(act: Act, day: date | None) -> None:
    if day is not None and not act.is_import and day <= act.counts_from.date():
        raise Malformed("The day to look at it again lies ahead.")
