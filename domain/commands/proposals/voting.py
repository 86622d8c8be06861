"""Votes: who may, until when, and every answer, also on paper, by hand and with help."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from domain.act import Act
from domain.authority import RuleInForce
from domain.commands.common import Commands, who_acts
from domain.committee import Committee
from domain.errors import NoAuthority, NotEligible
from domain.ids import PersonId, ProposalId, SlipId
from domain.kinds import Support
from domain.ledger import Desk
from domain.person import Person
from domain.proposal import Proposal
from domain.sealed import Sealed
from domain.values import EventId
from domain.voting.answers import Answer
from domain.voting.electorate import Voter
from domain.voting.rule import Rule
from domain.voting.tally import StatedTally

MISREAD = "This is not what I said."
"""What stands in the record where somebody disputes a slip and writes no words of their own."""


class VotingCommands(Commands):
    """What is done about a vote."""

    def open_voting(  # noqa: PLR0913 -- a source may state all of this
        self,
        act: Act,
        proposal: ProposalId,
        *,
        closes_at: datetime | None = None,
        opens_at: datetime | None = None,
        terms: Rule | None = None,
        electorate: Collection[PersonId] | None = None,
        authority: EventId | None = None,
    ) -> None:
        """Let the voting begin, by the committee's rule and with everybody who has a vote.

        Where ``opens_at`` names a later time, the vote begins by itself then, and all is fixed now.
        Only a history kept elsewhere may bring a rule or an electorate for one vote.
        """
        if not act.is_import and (terms or electorate or authority):
            raise NoAuthority("A vote is held by the committee's own rule, with all its voters.")

        def begin(desk: Desk) -> None:
            it = desk.get(Proposal, proposal)
            group = desk.get(Committee, it.committee)
            group.must_be_chair(act)
            by = (
                RuleInForce(terms)
                if terms
                else it.for_places(group.rule_in_force(it.domain, it.stake, it.answers))
            )
            if authority not in (None, by.adopted):
                by = replace(by, adopted=self._right(desk, act, authority).event)
            group.must_be_ours(act, it.lets(), others_answered=it.others_answered)
            voters = group.voters_among(electorate, by.terms)
            it.open_voting(act, voters, by, closes_at=closes_at, opens_at=opens_at)

        self._do(begin)

    def extend_voting(self, act: Act, proposal: ProposalId, closes_at: datetime) -> None:
        """Give people more time to vote."""
        self._as_chair(act, proposal, lambda it: it.extend_voting(act, closes_at))

    def add_voter(
        self,
        act: Act,
        proposal: ProposalId,
        person: PersonId,
        *,
        authority: EventId | None = None,
    ) -> None:
        """Let somebody vote after all who was left out, as the committee decided."""

        def add(desk: Desk, it: Proposal) -> None:
            group = desk.get(Committee, it.committee)
            group.must_be_chair(act)
            group.must_have_seat(person)
            held = group.seats[person]
            if not held.voting and not act.is_import:
                raise NotEligible("Their seat on this committee has no vote.")
            if not act.is_import and it.electorate and not it.terms.lets_vote(held.seat):
                raise NotEligible("By the rule of this vote, people on their seat do not vote.")
            weight = it.terms.weight_of(person, held.seat) if it.electorate else 1
            voter = Voter(person=person, seat=held.seat, weight=weight)
            it.add_voter(act, voter, self._settling(desk, act, group, authority))

        self._on_proposal(act, proposal, add)

    def drop_voter(self, act: Act, proposal: ProposalId, voter: PersonId) -> None:
        """Take in from a history that somebody who left could no longer vote."""

        def drop(desk: Desk, it: Proposal) -> None:
            if not act.is_import or voter in desk.get(Committee, it.committee).seats:
                raise NotEligible("Only who left the committee drops out of its votes.")
            it.drop_voter(act, voter)

        self._on_proposal(act, proposal, drop)

    def cast_ballot(
        self,
        act: Act,
        proposal: ProposalId,
        answer: Answer,
        voter: PersonId | None = None,
        slip: SlipId | None = None,
    ) -> None:
        """Answer, or answer anew while voting is open. One's own ballot, unless it is imported.

        An import may name the slip of paper on which two people read it.
        """
        by = voter or who_acts(act)
        self._on_proposal(act, proposal, lambda _, it: it.cast_ballot(act, by, answer, slip))

    def withdraw_ballot(
        self, act: Act, proposal: ProposalId, voter: PersonId | None = None
    ) -> None:
        """Take one's answer back."""
        by = voter or who_acts(act)
        self._on_proposal(act, proposal, lambda _, it: it.withdraw_ballot(act, by))

    def give_proxy(
        self, act: Act, proposal: ProposalId, to: PersonId, voter: PersonId | None = None
    ) -> None:
        """Ask another voter to vote for one."""
        by = voter or who_acts(act)
        self._on_proposal(act, proposal, lambda _, it: it.give_proxy(act, by, to))

    def withdraw_proxy(self, act: Act, proposal: ProposalId, voter: PersonId | None = None) -> None:
        """Vote for oneself again."""
        by = voter or who_acts(act)
        self._on_proposal(act, proposal, lambda _, it: it.withdraw_proxy(act, by))

    def read_paper_ballot(  # noqa: PLR0913 -- a reading is told with all of this
        self,
        act: Act,
        proposal: ProposalId,
        slip: SlipId,
        answer: Answer,
        voter: PersonId | None,
        *,
        reader: PersonId | None = None,
    ) -> None:
        """Say what one reads on a slip of paper. A second person reads it as well."""
        who = reader or who_acts(act)

        def read(desk: Desk, it: Proposal) -> None:
            self._must_sit(desk, act, it.committee)
            it.read_paper_ballot(act, slip, who, voter, answer)

        self._on_proposal(act, proposal, read)

    def dispute_paper_ballot(self, act: Act, proposal: ProposalId, words: str = "") -> None:
        """Say that two people misread one's slip. All can see it, and one can vote anew.

        Once the vote is over the count stands as it was decided, and what was said stands beside.
        """
        voter = who_acts(act)

        def dispute(desk: Desk, it: Proposal) -> None:
            event, group = it.paper_ballot_of(voter), desk.get(Committee, it.committee)
            if not group.has_disputed(voter, event):
                group.dispute(act, event, Sealed.of(words or MISREAD))
            it.give_slip_up(act, voter)

        self._on_proposal(act, proposal, dispute)

    def count_hands(self, act: Act, proposal: ProposalId, counts: StatedTally) -> None:
        """Say how many hands went up for each answer."""
        self._as_chair(act, proposal, lambda it: it.count_hands(act, counts))

    def note_support(  # noqa: PLR0913 -- help is told with all of this
        self,
        act: Act,
        proposal: ProposalId,
        voter: PersonId,
        supporter: PersonId | None = None,
        kind: Support = Support.NOT_STATED,
        *,
        chosen_by_voter: bool | None = None,
        read_back: bool | None = None,
    ) -> None:
        """Say that a voter was helped, and how: by their own word, or by who helped them."""

        def note(desk: Desk, it: Proposal) -> None:
            if supporter is not None:
                desk.get(Person, supporter)
            it.note_support(
                act, voter, supporter, kind, chosen_by_voter=chosen_by_voter, read_back=read_back
            )

        self._on_proposal(act, proposal, note)
