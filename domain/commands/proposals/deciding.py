"""The end of a vote, and what is decided without one."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from domain.act import Act
from domain.authority import Authority, RuleInForce
from domain.commands.common import Commands, who_acts
from domain.committee import Committee
from domain.errors import Malformed, NoAuthority, NotEligible, RuleBroken
from domain.ids import PersonId, ProposalId
from domain.kinds import Route, Seat
from domain.ledger import Desk
from domain.proposal import Proposal, Weighed
from domain.proposal.without_vote import TOGETHER
from domain.sealed import Sealed
from domain.values import EventId, place_of
from domain.voting.answers import Answer
from domain.voting.tally import Outcome, Tally


class DecidingCommands(Commands):
    """What is done to decide."""

    def close_voting(  # noqa: PLR0913 -- a decision is told with all of this
        self,
        act: Act,
        proposal: ProposalId,
        *,
        considered: Sequence[str] = (),
        left_out: Sequence[str] = (),
        risks: Sequence[str] = (),
        papers: Collection[EventId] = (),
        review_on: date | None = None,
        replaces: EventId | None = None,
    ) -> None:
        """End a vote by hand, and record what was decided."""

        def close(desk: Desk, it: Proposal) -> None:
            desk.get(Committee, it.committee).must_be_chair(act)
            self._must_be_of(desk, it, replaces)
            weighed = _weighed(considered, left_out, risks, papers, review_on, replaces)
            it.close(act, weighed)

        self._on_proposal(act, proposal, close)

    def settle_voting(self, proposal: ProposalId, now: datetime, told: Act | None = None) -> None:
        """Write down what the committee decided at a deadline that has passed."""
        self._do(lambda desk: self._settle(desk, desk.get(Proposal, proposal), now, told))

    def give_casting_vote(
        self,
        act: Act,
        proposal: ProposalId,
        answer: Answer,
        person: PersonId | None = None,
    ) -> None:
        """Break a tie, where the rule leaves it to the person who runs the meeting."""
        who = person or who_acts(act)

        def speak(desk: Desk, it: Proposal) -> None:
            if not act.is_import and not desk.get(Committee, it.committee).is_chair(act.actor):
                raise NotEligible("Only the person who runs the meeting can do this.")
            it.give_casting_vote(act, who, answer)

        self._on_proposal(act, proposal, speak)

    def close_and_decide(  # noqa: PLR0913 -- a source may state all of this
        self,
        act: Act,
        proposal: ProposalId,
        *,
        route: Route | None = None,
        outcome: Outcome | None = None,
        tally: Tally | None = None,
        words: str = "",
        review_on: date | None = None,
        deciders: Collection[PersonId] = (),
        authority: EventId | None = None,
    ) -> None:
        """The end of a vote as a history kept elsewhere tells it, beside our own count."""
        if not act.is_import:
            raise NoAuthority("Only an imported history can state an outcome.")

        def decide(desk: Desk) -> None:
            it = desk.get(Proposal, proposal)
            cited = None if authority in (None, it.voting_authority) else authority
            it.close_and_decide(
                act,
                route=route,
                outcome=outcome,
                tally=tally,
                words=Sealed.maybe(words),
                review_on=review_on,
                deciders=deciders,
                authority=self._right(desk, act, cited).event if cited else None,
            )

        self._do(decide)

    def record_decision(  # noqa: PLR0913 -- a decision is told with all of this
        self,
        act: Act,
        proposal: ProposalId,
        route: Route,
        outcome: Outcome,
        *,
        deciders: Collection[PersonId] | None = None,
        authority: EventId | None = None,
        present: int | None = None,
        ratify_by: date | None = None,
        considered: Sequence[str] = (),
        left_out: Sequence[str] = (),
        risks: Sequence[str] = (),
        papers: Collection[EventId] = (),
        review_on: date | None = None,
        replaces: EventId | None = None,
    ) -> None:
        """Record what was decided without a vote, how, by whom and by which right.

        Nobody named as decider is whoever acts; where the committee decided together it is nobody.
        """

        def decide(desk: Desk, it: Proposal) -> None:
            group = desk.get(Committee, it.committee)
            self._must_sit(desk, act, it.committee)
            if route in TOGETHER:
                group.must_be_chair(act)
                group.must_be_ours(act, it.lets(), others_answered=it.others_answered)
            self._must_be_of(desk, it, replaces)
            it.record_decision(
                act,
                route,
                outcome,
                self._decides_by(desk, act, it, authority),
                deciders=_seats(act, group, route, deciders),
                above=group.answers_to,
                present=present,
                ratify_by=ratify_by,
                weighed=_weighed(considered, left_out, risks, papers, review_on, replaces),
            )

        self._on_proposal(act, proposal, decide)

    def _decides_by(
        self, desk: Desk, act: Act, it: Proposal, event: EventId | None
    ) -> Authority | RuleInForce | None:
        """The right that a decision cites: the committee's rule for it, or any other."""
        if event is None:
            return None
        stream, _ = place_of(event)
        if stream == it.committee:
            group = desk.get(Committee, it.committee)
            if any(rule.adopted == event for rule in group.rules.values()):
                rule = it.for_places(group.rule_in_force(it.domain, it.stake, it.answers))
                if rule.adopted != event:
                    raise RuleBroken("Another rule is in force for this. Name that one.")
                return rule
        return self._right(desk, act, event)

    def _must_be_of(self, desk: Desk, it: Proposal, replaced: EventId | None) -> None:
        """What takes the place of a decision belongs to the same committee."""
        if replaced is None:
            return
        stream, _ = place_of(replaced)
        older = desk.get(Proposal, stream)
        if older.decision is None or older.decision.event != replaced or older.id == it.id:
            raise Malformed("What this takes the place of is not a decision.")
        if older.committee != it.committee:
            raise Malformed("Another committee decided that. It alone can put this in its place.")


def _seats(
    act: Act, group: Committee, route: Route, deciders: Collection[PersonId] | None
) -> dict[PersonId, Seat | None]:
    if deciders is None:
        by_one = route not in TOGETHER | {Route.TRUSTEES, Route.UNDOCUMENTED}
        deciders = [act.actor] if by_one and not isinstance(act.actor, str) else []
    if not act.is_import and route is not Route.TRUSTEES:
        for person in deciders:
            group.must_have_seat(person)
    held = {person: group.seats.get(person) for person in deciders}
    return {person: seat.seat if seat else None for person, seat in held.items()}


def _weighed(  # noqa: PLR0913 -- what was on the table
    considered: Sequence[str],
    left_out: Sequence[str],
    risks: Sequence[str],
    papers: Collection[EventId],
    review_on: date | None,
    replaces: EventId | None,
) -> Weighed:
    return Weighed(
        considered=tuple(map(Sealed.of, considered)),
        left_out=tuple(map(Sealed.of, left_out)),
        risks=tuple(map(Sealed.of, risks)),
        papers=tuple(papers),
        review_on=review_on,
        replaces=replaces,
    )
