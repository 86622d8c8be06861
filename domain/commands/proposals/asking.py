"""Putting a question, and what becomes of it before anybody votes."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import uuid4

from domain.act import Act
from domain.commands.common import Commands, home_of
from domain.commands.proposals.electing import must_fit
from domain.committee import Committee
from domain.errors import Malformed
from domain.ids import CommitteeId, MandateId, OptionId, PersonId, ProposalId
from domain.kinds import Domain, Promise, Stake
from domain.ledger import Desk
from domain.proposal import Proposal
from domain.sealed import Sealed
from domain.values import Election, EventId, Money, NewMandate, Option, RuleFor
from domain.voting.rule import Rule

Options = Sequence[str | Option] | Mapping[OptionId, str]
"""Words, words by ids that are fixed already, or all that there is to say of each option."""


class AskingCommands(Commands):
    """What is done about a question until voting opens."""

    def make_proposal(  # noqa: PLR0913 -- a proposal is told with all of this
        self,
        act: Act,
        committee: CommitteeId,
        title: str,
        *,
        text: str = "",
        options: Options = (),
        stake: Stake | None = None,
        domain: Domain = Domain.NOT_STATED,
        amount: Money | None = None,
        promise: Promise | None = None,
        idea_by: PersonId | None = None,
        drafted_by: PersonId | None = None,
        part_of: ProposalId | None = None,
        replaces: EventId | None = None,
        ratifies: EventId | None = None,
        new_rule: Rule | None = None,
        new_rule_for: RuleFor | None = None,
        because_of: Collection[EventId] = (),
        election: Election | None = None,
        new_mandate: NewMandate | None = None,
        ends_mandate: MandateId | None = None,
    ) -> ProposalId:
        """Put a question to the committee: yes or no, or a choice between options.

        A yes takes the place of an older decision, or agrees to one that was made in a hurry, where
        the idea names one; or to decide by a new rule, which is adopted afterwards, for all
        questions or only some; or to a new mandate, or the end of one, which follows by a command
        of its own. It may be because of a step-in. In an election the options are people.
        """
        offered = _options(options)

        def make(desk: Desk) -> Proposal:
            self._must_sit(desk, act, committee)
            if part_of and desk.get(Proposal, part_of).committee != committee:
                raise Malformed("What this is a part of belongs to another committee.")
            self._must_be_about(desk, act, committee, replaces, ratifies)
            if because_of:
                desk.get(Committee, committee).must_be_step_ins(because_of)
            if new_rule is not None and not act.is_import:
                new_rule.check()
                desk.get(Committee, committee).must_be_able_to_decide(new_rule)
                desk.get(Committee, committee).must_fit_our_rules(new_rule, new_rule_for)
            if new_mandate is not None and not act.is_import:
                home = home_of(desk, committee, new_mandate.holder)
                home.must_be_grantable(act, new_mandate, committee)
            if ends_mandate is not None and not act.is_import:
                desk.get(Committee, committee).must_be_revocable(ends_mandate)
            if election is not None and not act.is_import:
                must_fit(desk.get(Committee, committee), election, offered)
            proposal = Proposal.make(
                act,
                committee,
                Sealed.of(title),
                text=Sealed.maybe(text),
                options=offered,
                stake=stake,
                domain=domain,
                amount=amount,
                promise=promise,
                idea_by=idea_by or _own_idea(act),
                drafted_by=drafted_by,
                part_of=part_of,
                replaces=replaces,
                ratifies=ratifies,
                new_rule=new_rule,
                new_rule_for=new_rule_for,
                because_of=because_of,
                election=election,
                new_mandate=new_mandate,
                ends_mandate=ends_mandate,
            )
            return desk.add(proposal)

        return ProposalId(self._do(make).id)

    def withdraw_proposal(self, act: Act, proposal: ProposalId) -> None:
        """Take an idea back."""
        self._on_proposal(act, proposal, lambda _, it: it.withdraw(act))

    def amend_proposal(  # noqa: PLR0913 -- any of these may be new
        self,
        act: Act,
        proposal: ProposalId,
        *,
        title: str = "",
        text: str = "",
        options: Options | None = None,
        because_of: Collection[EventId] = (),
        ballots_stand: bool | None = None,
    ) -> None:
        """Find better words for an idea, before voting opens. What is not given stays."""

        def amend(desk: Desk, it: Proposal) -> None:
            group = desk.get(Committee, it.committee)
            self._must_sit(desk, act, it.committee)
            it.amend(
                act,
                title=Sealed.maybe(title),
                text=Sealed.maybe(text),
                options=None if options is None else _options(options),
                because_of=because_of,
                ballots_stand=ballots_stand,
                as_chair=group.is_chair(act.actor),
            )

        self._on_proposal(act, proposal, amend)

    def judge_stake(
        self, act: Act, proposal: ProposalId, stake: Stake, domain: Domain = Domain.NOT_STATED
    ) -> None:
        """Say how much hangs on an idea, and what it is about."""

        def judge(desk: Desk, it: Proposal) -> None:
            self._must_sit(desk, act, it.committee)
            it.judge_stake(act, stake, domain)

        self._on_proposal(act, proposal, judge)

    def refer_proposal(
        self, act: Act, proposal: ProposalId, to: CommitteeId, answer_by: date | None = None
    ) -> None:
        """Ask another committee about an idea."""

        def refer(desk: Desk, it: Proposal) -> None:
            desk.get(Committee, it.committee).must_be_chair(act)
            other = desk.get(Committee, to)
            if not act.is_import:
                other.must_go_on()
            it.refer(act, to, answer_by)

        self._on_proposal(act, proposal, refer)

    def answer_referral(self, act: Act, proposal: ProposalId, answer: str) -> None:
        """Answer about an idea, for the committee that was asked."""

        def say(desk: Desk, it: Proposal) -> None:
            if it.referred_to is not None:
                self._must_sit(desk, act, it.referred_to)
            it.answer_referral(act, Sealed.of(answer))

        self._on_proposal(act, proposal, say)

    def decline_proposal(self, act: Act, proposal: ProposalId) -> None:
        """Keep an idea off the list; the reason stands in the act."""
        self._as_chair(act, proposal, lambda it: it.decline(act))

    def defer_proposal(self, act: Act, proposal: ProposalId, until: date | None = None) -> None:
        """Put an idea off; the reason stands in the act."""
        self._as_chair(act, proposal, lambda it: it.defer(act, until))


def _options(options: Options) -> list[Option]:
    if isinstance(options, Mapping):
        return [Option(option=one, title=Sealed.of(words)) for one, words in options.items()]
    return [
        one if isinstance(one, Option) else Option(option=OptionId(uuid4()), title=Sealed.of(one))
        for one in options
    ]


def _own_idea(act: Act) -> PersonId | None:
    """Whoever puts a question here by themselves had the idea; a source says who had it."""
    return None if act.is_import or isinstance(act.actor, str) else act.actor
