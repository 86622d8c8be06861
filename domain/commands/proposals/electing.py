"""Choosing people: who stands, and what they get once they are chosen."""

from collections.abc import Sequence
from dataclasses import replace

from domain.act import Act
from domain.authority import Authority
from domain.commands.common import Commands, who_acts
from domain.committee import Committee
from domain.errors import Malformed, NotEligible, NotOpen
from domain.ids import PersonId, ProposalId
from domain.kinds import Through
from domain.ledger import Desk
from domain.person import Person
from domain.proposal import Proposal
from domain.proposal.electing import person_option
from domain.values import Election, Option

SITS_ALREADY = "Somebody on the list has this seat already. Take them off."


class ElectingCommands(Commands):
    """What is done about an election beside the vote."""

    def stand(self, act: Act, proposal: ProposalId, person: PersonId | None = None) -> None:
        """Say that one wants to be chosen.

        Whoever sits on the committee says so for themselves. Somebody there may pass on the word of
        a person who does not: it is recorded as what that person said, and who told it.
        """
        who = person or who_acts(act)

        def stand(desk: Desk, it: Proposal) -> None:
            self._must_sit(desk, act, it.committee)
            desk.get(Person, who)
            group = desk.get(Committee, it.committee)
            said = act if act.actor == who else _passed_on(act, who, group)
            _must_be_able(group, it.election, who)
            it.stand(said, who)

        self._on_proposal(act, proposal, stand)

    def name_people(self, act: Act, proposal: ProposalId, people: Sequence[PersonId]) -> None:
        """Put more people on the list, who are then asked whether they want it."""

        def name(desk: Desk, it: Proposal) -> None:
            group = desk.get(Committee, it.committee)
            self._must_sit(desk, act, it.committee)
            new = [who for who in dict.fromkeys(people) if it.option_of(who) is None]
            for who in new:
                desk.get(Person, who)
                _must_be_able(group, it.election, who)
            if new:
                options = (*it.offered, *(person_option(act, who) for who in new))
                it.amend(act, options=options, as_chair=group.is_chair(act.actor))

        self._on_proposal(act, proposal, name)

    def stand_down(self, act: Act, proposal: ProposalId, person: PersonId | None = None) -> None:
        """Take somebody off the list before the vote: oneself, or whom one had put there."""
        who = person or who_acts(act)

        def stand_down(desk: Desk, it: Proposal) -> None:
            self._must_sit(desk, act, it.committee)
            as_chair = desk.get(Committee, it.committee).is_chair(act.actor)
            it.stand_down(act, who, as_chair=as_chair)

        self._on_proposal(act, proposal, stand_down)

    def fill_places(self, act: Act, proposal: ProposalId) -> None:
        """Give the people who were chosen what they were chosen for, by right of that decision.

        Whoever has it already, or has left since, is passed over.
        """

        def fill(desk: Desk, it: Proposal) -> None:
            if it.election is None or it.decision is None:
                raise NotOpen("Nobody was chosen here yet.")
            right = self._right(desk, act, it.decision.event)
            group = desk.get(Committee, it.committee)
            for person in it.elected:
                _place(act, group, it, person, right)

        self._on_proposal(act, proposal, fill)


def _place(act: Act, group: Committee, it: Proposal, person: PersonId, right: Authority) -> None:
    election = it.election
    if election is None:
        return
    if election.seat is not None:
        group.seat(act, person, election.seat, right)
    elif election.role is not None and person in group.seats:
        if election.called is not None:
            group.name_role(act, election.role, election.called)
        group.take_role(act, election.role, person, right)


def _passed_on(act: Act, who: PersonId, group: Committee) -> Act:
    """The word of somebody who cannot press here themselves, as another tells it."""
    if act.is_import:
        return act
    if who in group.seats:
        raise NotEligible("People say this for themselves. Nobody can say it for them.")
    return replace(act, actor=who, recorded_by=who_acts(act), through=Through.TOLD)


def must_fit(group: Committee, election: Election, options: Sequence[Option]) -> None:
    """Refuse people who could never get what they would be chosen for."""
    known = election.role in group.roles
    if election.role is not None and not known and election.called is None:
        raise Malformed("Say what the job is called.")
    for one in options:
        if one.candidate is not None:
            _must_be_able(group, election, one.candidate)


def _must_be_able(group: Committee, election: Election | None, who: PersonId) -> None:
    if election is None or election.seat is None:
        group.must_have_seat(who)
    elif group.sits_as(who, election.seat):
        raise NotEligible(SITS_ALREADY)
