"""Proposals: ideas, votes, worries and what is decided."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import uuid4

from domain.act import Act
from domain.authority import RuleInForce
from domain.commands.common import Commands, who_acts
from domain.committee import Committee
from domain.errors import NoAuthority
from domain.ids import CommitteeId, ObjectionId, OptionId, PersonId, ProposalId
from domain.kinds import Domain, ObjectionGround, Resolution, Route, Stake
from domain.ledger import Desk
from domain.proposal import Proposal
from domain.sealed import Sealed
from domain.values import Money, Option
from domain.voting.answers import Answer
from domain.voting.rule import Rule
from domain.voting.tally import Outcome, Tally


class ProposalCommands(Commands):
    """What is done about proposals."""

    def make_proposal(  # noqa: PLR0913 -- a proposal is told with all of this
        self,
        act: Act,
        committee: CommitteeId,
        title: str,
        *,
        text: str = "",
        options: Sequence[str] = (),
        stake: Stake | None = None,
        domain: Domain = Domain.NOT_STATED,
        amount: Money | None = None,
        idea_by: PersonId | None = None,
    ) -> ProposalId:
        """Put a question to the committee: yes or no, or a choice between options."""
        choices = [Option(option=OptionId(uuid4()), title=Sealed.of(words)) for words in options]

        def make(desk: Desk) -> Proposal:
            self._must_sit(desk, act, committee)
            proposal = Proposal.make(
                act,
                committee,
                Sealed.of(title),
                text=Sealed.maybe(text),
                options=choices,
                stake=stake,
                domain=domain,
                amount=amount,
                idea_by=idea_by or (None if isinstance(act.actor, str) else act.actor),
            )
            return desk.add(proposal)

        return ProposalId(self._do(make).id)

    def withdraw_proposal(self, act: Act, proposal: ProposalId) -> None:
        """Take an idea back."""
        self._on_proposal(act, proposal, lambda _, it: it.withdraw(act))

    def open_voting(
        self,
        act: Act,
        proposal: ProposalId,
        *,
        closes_at: datetime | None = None,
        terms: Rule | None = None,
        electorate: Collection[PersonId] | None = None,
    ) -> None:
        """Let the voting begin, by the committee's rule and with everybody who has a vote.

        Only a history kept elsewhere may bring a rule or an electorate for one vote.
        """
        if not act.is_import and (terms or electorate):
            raise NoAuthority("A vote is held by the committee's own rule, with all its voters.")

        def begin(desk: Desk) -> None:
            it = desk.get(Proposal, proposal)
            group = desk.get(Committee, it.committee)
            group.must_be_chair(act)
            by = RuleInForce(terms) if terms else group.rule_in_force()
            voters = group.voters_among(electorate, by.terms)
            it.open_voting(act, voters, by, closes_at=closes_at)

        self._do(begin)

    def cast_ballot(
        self, act: Act, proposal: ProposalId, answer: Answer, voter: PersonId | None = None
    ) -> None:
        """Answer, or answer anew while voting is open. One's own ballot, unless it is imported."""
        by = voter or who_acts(act)
        self._on_proposal(act, proposal, lambda _, it: it.cast_ballot(act, by, answer))

    def withdraw_ballot(
        self, act: Act, proposal: ProposalId, voter: PersonId | None = None
    ) -> None:
        """Take one's answer back."""
        by = voter or who_acts(act)
        self._on_proposal(act, proposal, lambda _, it: it.withdraw_ballot(act, by))

    def recuse(self, act: Act, proposal: ProposalId, person: PersonId | None = None) -> None:
        """Stay out of deciding something that one has a stake of one's own in."""
        who = person or who_acts(act)

        def stay_out(desk: Desk, it: Proposal) -> None:
            self._must_sit(desk, act, it.committee)
            it.recuse(act, who)

        self._on_proposal(act, proposal, stay_out)

    def raise_objection(
        self,
        act: Act,
        proposal: ProposalId,
        words: str = "",
        ground: ObjectionGround = ObjectionGround.NOT_STATED,
        *,
        person: PersonId | None = None,
    ) -> ObjectionId:
        """Say what one worries about."""
        who = person or who_acts(act)

        def worry(desk: Desk, it: Proposal) -> ObjectionId:
            self._must_sit(desk, act, it.committee)
            return it.raise_objection(act, who, ground, Sealed.maybe(words))

        return self._on_proposal(act, proposal, worry)

    def answer_objection(
        self, act: Act, proposal: ProposalId, objection: ObjectionId, words: str
    ) -> None:
        """Answer a worry."""

        def answer(desk: Desk, it: Proposal) -> None:
            self._must_sit(desk, act, it.committee)
            it.answer_objection(act, objection, Sealed.of(words))

        self._on_proposal(act, proposal, answer)

    def resolve_objection(
        self, act: Act, proposal: ProposalId, objection: ObjectionId, how: Resolution
    ) -> None:
        """Bring a worry to its end: by its owner, or by the chair for the committee."""

        def resolve(desk: Desk, it: Proposal) -> None:
            if how is not Resolution.WITHDRAWN:
                desk.get(Committee, it.committee).must_be_chair(act)
            it.resolve_objection(act, objection, how)

        self._on_proposal(act, proposal, resolve)

    def close_voting(self, act: Act, proposal: ProposalId) -> None:
        """End a vote by hand, and record what was decided."""

        def close(desk: Desk, it: Proposal) -> None:
            desk.get(Committee, it.committee).must_be_chair(act)
            it.close(act)

        self._on_proposal(act, proposal, close)

    def settle_voting(self, proposal: ProposalId, now: datetime) -> None:
        """Write down what the committee decided at a deadline that has passed."""
        self._do(lambda desk: desk.get(Proposal, proposal).settle(now))

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
    ) -> None:
        """The end of a vote as a history kept elsewhere tells it, beside our own count."""
        if not act.is_import:
            raise NoAuthority("Only an imported history can state an outcome.")
        self._do(
            lambda desk: desk.get(Proposal, proposal).close_and_decide(
                act,
                route=route,
                outcome=outcome,
                tally=tally,
                words=Sealed.maybe(words),
                review_on=review_on,
            )
        )
