"""Putting a question, finding better words for it, and what becomes of it before anybody votes."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Self

from domain.act import Act
from domain.errors import Malformed, NotEligible, NotFound, NotOpen
from domain.events import (
    ProposalAmended,
    ProposalDeclined,
    ProposalDeferred,
    ProposalMade,
    ProposalReferred,
    ProposalWithdrawn,
    ReferralAnswered,
    StakeJudged,
)
from domain.ids import CommitteeId, MandateId, PersonId, ProposalId
from domain.kinds import Domain, Promise, Stake
from domain.proposal.electing import Electing, check_election
from domain.proposal.state import NOT_OPEN, Stage
from domain.sealed import Sealed
from domain.values import (
    ENDS_NO_OTHER,
    Election,
    EventId,
    Money,
    NewMandate,
    Option,
    RuleFor,
    place_of,
)
from domain.voting.rule import Rule


class Asking(Electing):
    """A question until voting opens."""

    @classmethod
    def make(  # noqa: PLR0913 -- a proposal is told with all of this
        cls,
        act: Act,
        committee: CommitteeId,
        title: Sealed,
        *,
        text: Sealed | None = None,
        options: Sequence[Option] = (),
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
    ) -> Self:
        """Put a question to the committee."""
        _check_options(options, election, first=not act.is_import)
        _check_carried(new_rule, new_mandate, ends_mandate, options)
        _check_what_it_is_for(new_rule, new_rule_for)
        proposal = cls.begin(act)
        proposal.record(
            ProposalMade,
            act,
            committee=committee,
            title=title,
            text=text,
            options=tuple(options),
            stake=stake,
            domain=domain,
            amount=amount,
            promise=promise,
            idea_by=idea_by,
            drafted_by=drafted_by,
            part_of=part_of,
            replaces=replaces,
            ratifies=ratifies,
            new_rule=new_rule,
            new_rule_for=new_rule_for,
            because_of=tuple(because_of),
            election=election,
            new_mandate=new_mandate,
            ends_mandate=ends_mandate,
        )
        return proposal

    def withdraw(self, act: Act) -> None:
        """Take the question back, before it is decided."""
        self._must_be_at(Stage.MADE, Stage.OPEN, Stage.CLOSED)
        if act.actor != self.made_by and not act.is_import:
            raise NotEligible("Only the person whose idea this is can take it back.")
        self.record(ProposalWithdrawn, act)

    def amend(  # noqa: PLR0913 -- any of these may be new
        self,
        act: Act,
        *,
        title: Sealed | None = None,
        text: Sealed | None = None,
        options: Sequence[Option] | None = None,
        because_of: Collection[EventId] = (),
        ballots_stand: bool | None = None,
        as_chair: bool = False,
    ) -> None:
        """Find better words. From the opening of the vote on they are fixed.

        A source may tell that they were changed all the same, and whether the votes stand.
        """
        may_be_open = self.stage is Stage.OPEN and act.is_import
        if self.stage is not Stage.MADE and not may_be_open:
            raise NotOpen(_TOO_LATE.get(self.stage, NOT_OPEN[self.stage]))
        if not (act.is_import or as_chair or act.actor in (self.made_by, self.idea_by)):
            raise NotEligible("Only the person whose idea this is can change it, or the chair.")
        if title is None and text is None and options is None:
            raise Malformed("Say what is new: the title, the text or the answers to choose from.")
        if options is not None:
            if may_be_open:
                raise Malformed("The answers to choose from cannot change while people vote.")
            _check_options(options, self.election)
            _check_carried(self.new_rule, self.new_mandate, self.ends_mandate, options)
        self._must_be_ours(because_of)
        self.record(
            ProposalAmended,
            act,
            title=title,
            text=text,
            options=None if options is None else tuple(options),
            because_of=tuple(because_of),
            ballots_stand=ballots_stand,
        )

    def judge_stake(self, act: Act, stake: Stake, domain: Domain = Domain.NOT_STATED) -> None:
        """Say how much hangs on it, before voting opens. The same twice adds nothing.

        Where the domain is not given, it stays as it is.
        """
        if self.stage is not Stage.MADE:
            raise NotOpen(_TOO_LATE.get(self.stage, NOT_OPEN[self.stage]))
        about = self.domain if domain is Domain.NOT_STATED else domain
        if (stake, about) != (self.stake, self.domain):
            self.record(StakeJudged, act, stake=stake, domain=about)

    def refer(self, act: Act, to: CommitteeId, answer_by: date | None = None) -> None:
        """Ask another committee what it thinks."""
        self._must_be_at(Stage.MADE)
        if to == self.committee:
            raise Malformed("This idea is with this committee already.")
        if self.referred_to is not None:
            raise NotOpen("Another committee is being asked already. Wait for its answer.")
        _must_lie_ahead(act, answer_by)
        self.record(ProposalReferred, act, to=to, answer_by=answer_by)

    def answer_referral(self, act: Act, answer: Sealed) -> None:
        """Answer, as the other committee that was asked."""
        if self.referred_to is None:
            raise NotFound("No other committee was asked about this, or it has answered.")
        self.record(ReferralAnswered, act, answer=answer)

    def decline(self, act: Act) -> None:
        """Keep a question off the list, and say why."""
        self._must_be_at(Stage.MADE)
        _must_say_why(act)
        self.record(ProposalDeclined, act)

    def defer(self, act: Act, until: date | None = None) -> None:
        """Put a question off, and say why. A vote that was planned, and has not begun, is off."""
        if not self._is_only_planned(act):
            self._must_be_at(Stage.MADE)
        _must_say_why(act)
        _must_lie_ahead(act, until)
        self.record(ProposalDeferred, act, until=until)

    def _is_only_planned(self, act: Act) -> bool:
        """Whether its vote was planned ahead, has not begun, and nobody has voted too soon."""
        if self.stage is not Stage.OPEN or self.begins_at is None:
            return False
        nobody_voted = not self.ballots and self.hands is None
        return nobody_voted and act.counts_from < self.begins_at

    def _must_be_ours(self, events: Collection[EventId]) -> None:
        """What a change answers to has happened here: a worry, a question, what somebody wanted."""
        for event in events:
            stream, version = place_of(event)
            if stream != self.id or version > self.version:
                raise NotFound("What this change answers to is not part of this idea.")


_TOO_LATE = dict.fromkeys(
    (Stage.OPEN, Stage.CLOSED, Stage.DECIDED),
    "From the opening of the vote on this cannot change. Make a new idea.",
)


def _check_options(
    options: Sequence[Option], election: Election | None, *, first: bool = False
) -> None:
    if election is not None:
        check_election(election, options, first=first)
        return
    if len(options) == 1:
        raise Malformed("A choice needs two answers or more. Leave them out for yes or no.")
    if len({option.option for option in options}) < len(options):
        raise Malformed("An answer to choose from is there twice.")


def _check_carried(
    new_rule: Rule | None,
    new_mandate: NewMandate | None,
    ends_mandate: MandateId | None,
    options: Sequence[Option],
) -> None:
    """What is carried stands as it is: people say yes or no to it, and to one thing at a time."""
    asked = {
        "A new rule": new_rule,
        "What somebody does alone": new_mandate,
        "The end of that": ends_mandate,
    }
    found = [what for what, carried in asked.items() if carried is not None]
    if len(found) > 1:
        raise Malformed(
            "A new rule, what somebody does alone, and the end of that are an idea each."
        )
    if found and options:
        raise Malformed(f"{found[0]} is a question of yes or no. Leave the answers out.")
    if new_rule is not None:
        new_rule.check()


def _check_what_it_is_for(new_rule: Rule | None, asked: RuleFor | None) -> None:
    """A new rule is for all questions, or for some that everybody can tell from others."""
    if asked is None:
        return
    if new_rule is None:
        raise Malformed("Say by which rule we decide these questions.")
    if Domain.NOT_STATED in asked.domains:
        raise Malformed("Say what the rule is for. Nobody knows which questions these are.")
    for named in (asked.domains, asked.stakes):
        if len(set(named)) < len(named):
            raise Malformed("What the rule is for is there twice.")
    is_for_some = bool(asked.domains or asked.stakes)
    if is_for_some and asked.ends:
        raise Malformed(ENDS_NO_OTHER)
    if not is_for_some and not asked.ends:
        raise Malformed("Name the questions that the rule is for, or leave that out for all.")


def _must_say_why(act: Act) -> None:
    if act.reason is None and not act.is_import:
        raise Malformed("Say why. Whoever had the idea will want to know.")


def _must_lie_ahead(act: Act, day: date | None) -> None:
    if day is not None and not act.is_import and day < act.counts_from.date():
        raise Malformed("This day has passed. Pick one that lies ahead.")
