"""A committee to measure with, and votes without end. The people are numbers."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from domain.act import Act
from domain.application import Governance
from domain.ids import CommitteeId, PersonId, ProposalId
from domain.kinds import NotAPerson, Seat
from domain.vault import Vault
from domain.voting.answers import Choice
from domain.voting.rule import Method, Rule

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
FOUNDER = Act(NotAPerson.PROGRAM, NOW)
TURNS = (Choice.YES, Choice.NO, Choice.ABSTAIN)


@dataclass(frozen=True)
class Club:
    """A committee of so many people, in a folder of its own."""

    governance: Governance
    committee: CommitteeId
    people: tuple[PersonId, ...]

    @classmethod
    def founded(cls, folder: Path, people: int) -> "Club":
        """Found it, and seat everybody."""
        folder.mkdir(parents=True)
        governance = Governance(str(folder / "log.db"), Vault(str(folder / "private.db")))
        with governance.batch():
            committee = governance.found_committee(FOUNDER, "Bench", Rule(method=Method.MAJORITY))
            known = tuple(governance.register_person(FOUNDER, f"P{n}") for n in range(people))
            for person in known:
                governance.seat_person(FOUNDER, committee, person, Seat.MEMBER)
        return cls(governance, committee, known)

    def question(self) -> ProposalId:
        """A new proposal, open for votes."""
        act = Act.now(self.people[0], NOW)
        proposal = self.governance.make_proposal(act, self.committee, "?")
        self.governance.open_voting(act, proposal)
        return proposal

    def votes(self, proposal: ProposalId, number: int, already: int = 0, at: datetime = NOW) -> int:
        """Cast so many ballots, each another answer than its voter's last."""
        for turn in range(already, already + number):
            voter = self.people[turn % len(self.people)]
            answer = TURNS[turn // len(self.people) % len(TURNS)]
            self.governance.cast_ballot(Act.now(voter, at), proposal, answer)
        return number

    def close(self) -> None:
        """Close the files."""
        self.governance.close()
        self.governance.vault.close()
