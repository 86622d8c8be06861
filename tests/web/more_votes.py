"""Votes that the demonstration does not hold: by other rules, on paper, for another, not yet over.

What waits for the chair or for other people to vote is here, and what was asked of one person; a
question between several ideas, in each way of counting, is in :mod:`tests.web.more_choices`.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from domain.act import Act
from domain.application import Governance
from domain.ids import CommitteeId, PersonId, ProposalId, SlipId
from domain.kinds import Domain, ObjectionGround, Position
from domain.values import EventId
from domain.voting.answers import Choice
from domain.voting.rule import Method, Rule
from domain.voting.tally import StatedTally

RULES: dict[Domain, dict[str, Any]] = {
    Domain.SAFETY: {"method": "majority", "tie": "chair"},
    Domain.PLACE: {
        "method": "majority",
        "last": ["staff"],
        "last_part": "1/4",
        "most_days": 7,
        "early": ["all_voted", "certain"],
        "quorum": [{"more": "member", "than": "staff"}],
    },
    Domain.PROGRAMME: {"method": "majority", "days_to_read": 3, "least_days": 2},
    Domain.MEMBERSHIP: {"method": "majority", "proxies": True},
    Domain.PEOPLE: {"method": "consent", "early": ["all_voted"]},
}
"""How the club decides from then on, by what a question is about."""

YES, NO = Choice.YES, Choice.NO


@dataclass(frozen=True)
class There:
    """A committee with its people; who runs it, and a decision that its rules can rest on."""

    does: Governance
    chair: Act
    here: CommitteeId
    people: dict[str, PersonId]
    authority: EventId

    def act(self, name: str) -> Act:
        """What one of them does now."""
        return Act.now(self.people[name], self.chair.recorded_at)

    def rule(self, domain: Domain, **terms: Any) -> None:
        """Questions of this kind are decided so from now on."""
        it = Rule.model_validate(terms)
        self.does.adopt_rule(self.chair, self.here, it, self.authority, domains=[domain])

    def ask(self, title: str, domain: Domain, days: int = 4, **more: Any) -> ProposalId:
        """A question that everybody can vote on for so many days; for 0, until it is closed."""
        it = self.does.make_proposal(self.chair, self.here, title, domain=domain, **more)
        closes = self.chair.recorded_at + timedelta(days) if days else None
        self.does.open_voting(self.chair, it, closes_at=closes)
        return it

    def vote(self, proposal: ProposalId, **answers: Choice) -> None:
        """What each of them says."""
        for name, answer in answers.items():
            self.does.cast_ballot(self.act(name), proposal, answer)


def hold_votes(there: There) -> None:
    """All of them; each that is open waits for somebody to do something that others do not."""
    for domain, terms in RULES.items():
        there.rule(domain, **terms)
    _tie(there)
    _staff_wait(there)
    _staff_listen(there)
    there.does.make_proposal(there.chair, there.here, "We show a film", domain=Domain.PROGRAMME)
    _for_another(there)
    _on_paper(there)
    _by_hand(there)
    _by_consent(there)
    _new_rules(there)


def _tie(there: There) -> None:
    tied = there.ask("We lock the back door", Domain.SAFETY, days=0)
    there.vote(tied, Ben=YES, Cara=NO)
    there.does.close_voting(there.chair, tied)


def _staff_wait(there: There) -> None:
    """Those who sit on the seat of staff vote last; and it is Ben's garden."""
    waits, ben = there.ask("We meet in the garden", Domain.PLACE), there.act("Ben")
    there.does.declare_interest(ben, waits, "It is my garden.")
    there.does.recuse(ben, waits)


def _staff_listen(there: There) -> None:
    """Nobody votes yet: Dev has said it himself, Asha wrote it down for Cara, and staff wait."""
    paint = there.does.make_proposal(
        there.act("Ben"), there.here, "We paint the hall", domain=Domain.PLACE
    )
    there.does.voice_position(there.act("Dev"), paint, Position.AGAINST)
    there.does.voice_position(there.chair, paint, Position.WORRIED, person=there.people["Cara"])


def _for_another(there: There) -> None:
    """Cara asked Ben, who has not voted for her yet; Dev asked Jo, who has."""
    sea, people = there.ask("We go to the sea in August", Domain.MEMBERSHIP), there.people
    there.does.give_proxy(there.act("Cara"), sea, people["Ben"])
    there.does.give_proxy(there.act("Dev"), sea, people["Jo"])
    there.does.cast_ballot(there.act("Jo"), sea, YES, people["Dev"])


def _on_paper(there: There) -> None:
    """Ben's slip was read by two; of Cara's slip two read different things; Dev's was read once."""
    zoo = there.ask("We visit the zoo", Domain.MEMBERSHIP)
    for voter, *read in (("Ben", YES, YES), ("Cara", YES, NO), ("Dev", NO)):
        slip = SlipId(uuid4())
        for reader, answer in zip(("Asha", "Jo"), read, strict=False):
            there.does.read_paper_ballot(there.act(reader), zoo, slip, answer, there.people[voter])


def _by_hand(there: There) -> None:
    """Hands were counted in the room; the vote itself is still open."""
    raised = there.ask("We sing at the start", Domain.MEMBERSHIP)
    there.does.count_hands(there.chair, raised, StatedTally(said={YES: 5, NO: 1}))


def _by_consent(there: There) -> None:
    """Everybody has to be able to live with it: one cannot yet, one could not, one stood aside."""
    does, ella = there.does, there.act("Ella")
    ruth = there.ask("Ruth joins us", Domain.PEOPLE)
    there.vote(ruth, Dev=Choice.STAND_ASIDE, Femi=YES)
    does.raise_objection(ella, ruth, "I do not know her yet.", ObjectionGround.FAIRNESS)
    for title, said in (("Kim joins us", Choice.STAND_ASIDE), ("Lou joins us", Choice.OBJECTION)):
        over = there.ask(title, Domain.PEOPLE, days=0)
        there.vote(over, Asha=YES, Ben=YES, Cara=YES, Dev=said, Ella=YES, Femi=YES, Jo=YES)
        does.close_voting(there.chair, over)


def _new_rules(there: There) -> None:
    """An idea for a new rule that people vote on, and one that they said yes to."""
    rule = Rule(method=Method.SUPERMAJORITY)
    there.ask("Two of three have to say yes", Domain.RULES, new_rule=rule)
    agreed = there.ask("Nobody may say no", Domain.RULES, 0, new_rule=Rule(method=Method.CONSENT))
    there.vote(agreed, Asha=YES, Ben=YES, Cara=YES, Dev=YES, Ella=NO)
    there.does.close_voting(there.chair, agreed)
