"""Votes that the demonstration does not hold: a tie, one in which staff wait, one still read."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from domain.act import Act
from domain.application import Governance
from domain.ids import CommitteeId, PersonId, RoleId
from domain.kinds import Domain
from domain.proposal.electing import person_option
from domain.sealed import Sealed
from domain.values import Election, EventId
from domain.voting.answers import Approvals, Choice
from domain.voting.rule import Method, Rule

RULES: dict[Domain, dict[str, Any]] = {
    Domain.SAFETY: {"tie": "chair"},
    Domain.PLACE: {
        "last": ["staff"],
        "last_part": "1/4",
        "most_days": 7,
        "early": ["all_voted", "certain"],
        "quorum": [{"more": "member", "than": "staff"}],
    },
    Domain.PROGRAMME: {"days_to_read": 3, "least_days": 2},
}
"""How the club decides from then on, by what a question is about."""


def hold_votes(
    does: Governance,
    chair: Act,
    here: CommitteeId,
    people: dict[str, PersonId],
    authority: EventId,
) -> None:
    """A tie that waits for the chair; a vote in which staff wait; and one still to be read."""
    for domain, terms in RULES.items():
        rule = Rule.model_validate({"method": "majority", **terms})
        does.adopt_rule(chair, here, rule, authority, domains=[domain])
    tied = does.make_proposal(chair, here, "We lock the back door", domain=Domain.SAFETY)
    does.open_voting(chair, tied)
    for name, answer in (("Ben", Choice.YES), ("Cara", Choice.NO)):
        does.cast_ballot(Act.now(people[name], chair.recorded_at), tied, answer)
    does.close_voting(chair, tied)
    waits = does.make_proposal(chair, here, "We meet in the garden", domain=Domain.PLACE)
    does.open_voting(chair, waits, closes_at=chair.recorded_at + timedelta(days=4))
    ben = Act.now(people["Ben"], chair.recorded_at)
    does.declare_interest(ben, waits, "It is my garden.")
    does.recuse(ben, waits)
    does.make_proposal(chair, here, "We show a film", domain=Domain.PROGRAMME)
    _elect(does, chair, here, people, authority)


def _elect(
    does: Governance,
    chair: Act,
    here: CommitteeId,
    people: dict[str, PersonId],
    authority: EventId,
) -> None:
    """Three who look after the money: asked, voted on, and picked."""
    does.adopt_rule(chair, here, Rule(method=Method.APPROVAL), authority, domains=[Domain.PEOPLE])
    election = Election(places=2, role=RoleId(uuid4()), called=Sealed.of("Looks after the money"))
    for title, is_open, is_over in (
        ("Who will look after the money?", False, False),
        ("Who will write down the money?", True, False),
        ("Who will count the money?", True, True),
    ):
        options = [person_option(chair, people[name]) for name in ("Ben", "Cara", "Dev")]
        made = does.make_proposal(
            chair, here, title, options=options, domain=Domain.PEOPLE, election=election
        )
        some = ("Ben", "Cara", "Dev") if is_open else ("Ben",)
        for name in some:
            does.stand(Act.now(people[name], chair.recorded_at), made)
        if is_open:
            does.open_voting(chair, made)
            picked = Approvals(options=tuple(one.option for one in options[:2]))
            does.cast_ballot(Act.now(people["Cara"], chair.recorded_at), made, picked)
        if is_over:
            does.close_voting(chair, made)
