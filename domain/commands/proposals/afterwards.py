"""What becomes of a decision."""

from collections.abc import Collection
from datetime import date

from domain.act import Act
from domain.commands.common import Commands, who_acts
from domain.committee import Committee
from domain.errors import Malformed, NotEligible
from domain.ids import ObjectionId, PersonId, ProposalId
from domain.kinds import Audience, Capacity, Format, Review
from domain.ledger import Desk
from domain.proposal import Proposal
from domain.sealed import Sealed
from domain.values import EventId


class AfterwardsCommands(Commands):
    """Reasons, reviews, ratification and reversal."""

    def give_reason(
        self, act: Act, proposal: ProposalId, words: str, review_on: date | None = None
    ) -> None:
        """Say why it was decided so, for the committee."""
        said = Sealed.of(words)
        self._as_chair(act, proposal, lambda it: it.give_reason(act, said, review_on))

    def confirm_decision(
        self,
        act: Act,
        proposal: ProposalId,
        person: PersonId | None = None,
        capacity: Capacity | None = None,
    ) -> None:
        """Confirm that this is what was decided: as the chair, or as anybody else there."""
        who = person or who_acts(act)

        def confirm(desk: Desk, it: Proposal) -> None:
            group = desk.get(Committee, it.committee)
            self._must_sit(desk, act, it.committee)
            held = Capacity.CHAIR if group.is_chair(who) else Capacity.OTHER
            if capacity is Capacity.CHAIR and held is not capacity and not act.is_import:
                raise NotEligible("Only the person who runs the meeting can do this.")
            it.confirm_decision(act, who, capacity or held)

        self._on_proposal(act, proposal, confirm)

    def tell_outcome(
        self, act: Act, proposal: ProposalId, to: Audience, how: Format = Format.NOT_STATED
    ) -> None:
        """Note that people were told what was decided."""

        def tell(desk: Desk, it: Proposal) -> None:
            self._must_sit(desk, act, it.committee)
            it.tell_outcome(act, to, how)

        self._on_proposal(act, proposal, tell)

    def ratify_decision(
        self, act: Act, proposal: ProposalId, *, authority: EventId | None = None
    ) -> None:
        """Agree afterwards, as the committee decided, to what had to be decided at once."""

        def ratify(desk: Desk, it: Proposal) -> None:
            group = desk.get(Committee, it.committee)
            right = self._settling(desk, act, group, authority)
            self._must_sit(desk, act, right.committee)
            it.ratify_decision(act, right, group.answers_to, self._met_on(desk, it))

        self._on_proposal(act, proposal, ratify)

    def refuse_ratification(self, act: Act, proposal: ProposalId) -> None:
        """Say for the committee that it does not agree to what was decided in a hurry."""

        def refuse(desk: Desk, it: Proposal) -> None:
            desk.get(Committee, it.committee).must_be_chair(act)
            it.refuse_ratification(act, self._met_on(desk, it))

        self._on_proposal(act, proposal, refuse)

    def review_decision(
        self,
        act: Act,
        proposal: ProposalId,
        finding: Review,
        *,
        come_true: Collection[ObjectionId] = (),
        review_on: date | None = None,
    ) -> None:
        """Look at a decision again, for the committee."""
        self._as_chair(
            act, proposal, lambda it: it.review_decision(act, finding, come_true, review_on)
        )

    def reverse_decision(
        self, act: Act, proposal: ProposalId, *, authority: EventId | None = None
    ) -> None:
        """End a decision, as the committee decided; the reason stands in the act."""

        def reverse(desk: Desk, it: Proposal) -> None:
            group = desk.get(Committee, it.committee)
            right = self._settling(desk, act, group, authority)
            self._must_sit(desk, act, right.committee)
            self._must_say_more(act, it)
            it.reverse_decision(act, right, group.answers_to)

        self._on_proposal(act, proposal, reverse)

    def _must_say_more(self, act: Act, it: Proposal) -> None:
        """What spoke for a decision is no reason to end it."""
        if it.decision is None or act.reason is None or act.is_import or not act.reason.is_fresh:
            return
        said = self.vault.words(it.decision.reasons).values()
        if _plain(act.reason.words) in map(_plain, said):
            raise Malformed("This was the reason for it. Say what is new.")


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
