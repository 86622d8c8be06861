"""Who will look after the money: asked, voted on, and picked."""

from uuid import uuid4

from domain.ids import RoleId
from domain.kinds import Domain
from domain.proposal.electing import person_option
from domain.sealed import Sealed
from domain.values import Election
from domain.voting.answers import Approvals
from tests.web.more_votes import There


def hold_elections(there: There) -> None:
    """One in which some have not answered, one that people vote on, one that is over."""
    there.rule(Domain.PEOPLE, method="approval")
    election = Election(places=2, role=RoleId(uuid4()), called=Sealed.of("Looks after the money"))
    for title, is_open, is_over in (
        ("Who will look after the money?", False, False),
        ("Who will write down the money?", True, False),
        ("Who will count the money?", True, True),
    ):
        _elect(there, title, election, is_open=is_open, is_over=is_over)


def _elect(there: There, title: str, election: Election, *, is_open: bool, is_over: bool) -> None:
    does, chair, people = there.does, there.chair, there.people
    options = [person_option(chair, people[name]) for name in ("Ben", "Cara", "Dev")]
    made = does.make_proposal(
        chair, there.here, title, options=options, domain=Domain.PEOPLE, election=election
    )
    for name in ("Ben", "Cara", "Dev") if is_open else ("Ben",):
        does.stand(there.act(name), made)
    if is_open:
        does.open_voting(chair, made)
        picked = Approvals(options=tuple(one.option for one in options[:2]))
        does.cast_ballot(there.act("Cara"), made, picked)
    if is_over:
        does.close_voting(chair, made)
