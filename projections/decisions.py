"""Ideas, ballots, worries and decisions: what pages and the register ask."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, cast

from domain.events import DecisionTaken, ProposalMade, VotingOpened
from domain.ids import CommitteeId, PersonId, ProposalId
from domain.values import EventId
from domain.voting.rule import Rule
from domain.voting.tally import Result
from projections.naming import Naming
from projections.proceedings import Proceedings
from projections.read_model import question, seconds, uid
from projections.seen import DecisionSeen, ProposalSeen, Stage
from projections.telling import Reader, decisions_seen, explanation, proposal_seen
from projections.told import BallotRow, EndingRow, ObjectionRow, StoodOutRow, Taken, Told

_DECISIONS = (
    "SELECT p.state, d.state, d.position, (SELECT terms FROM voting AS v "
    "WHERE v.proposal = d.proposal AND v.position < d.position ORDER BY v.position DESC LIMIT 1) "
    "FROM decision AS d JOIN proposal AS p USING (proposal)"
)
_UNDECIDED = "SELECT proposal FROM undecided WHERE committee = ? ORDER BY position"
_OPEN = (
    "SELECT proposal FROM undecided AS u WHERE committee = ? "
    "AND EXISTS (SELECT 1 FROM running AS r WHERE r.proposal = u.proposal) ORDER BY position"
)
_LAST = 2**63 - 1


class Decisions(Proceedings):
    """Every question, from idea to decision, and what became of it."""

    @question
    def proposal(self, proposal: ProposalId, now: datetime) -> ProposalSeen | None:
        """One idea, whole."""
        told = self._all_told(proposal.bytes)
        return proposal_seen(told, self._reader(), now) if told else None

    @question
    def explanation(self, proposal: ProposalId) -> str:
        """Why the vote on it came out as it did, in sentences; empty where nobody voted."""
        told = self._all_told(proposal.bytes)
        return explanation(told, self._reader()) if told else ""

    @question
    def register(self, committee: CommitteeId | None = None) -> list[DecisionSeen]:
        """What was decided, oldest first; of one committee or of all."""
        if committee is None:
            return self._decisions(self.rows(f"{_DECISIONS} ORDER BY d.position"))
        of_one = f"{_DECISIONS} WHERE d.committee = ? ORDER BY d.position"
        return self._decisions(self.rows(of_one, committee.bytes))

    @question
    def latest(
        self,
        committee: CommitteeId,
        limit: int,
        before: int | None = None,
        results: Collection[Result] = tuple(Result),
    ) -> list[DecisionSeen]:
        """The latest decisions of a committee before a position, newest first.

        Of all of them, or only of those that came to one of these results.
        """
        of_result = (
            f"{_DECISIONS} WHERE d.committee = ? AND d.result = ? AND d.position < ? "
            "ORDER BY d.position DESC LIMIT ?"
        )
        upto = _LAST if before is None else before
        found = [
            row
            for result in results
            for row in self.rows(of_result, committee.bytes, result, upto, limit)
        ]
        return self._decisions(sorted(found, key=_position, reverse=True)[:limit])

    @question
    def undecided(self, committee: CommitteeId, now: datetime) -> list[ProposalSeen]:
        """Ideas that are neither decided nor taken back, the oldest first."""
        return self._ideas(_UNDECIDED, committee, now)

    @question
    def open_for(
        self, committee: CommitteeId, person: PersonId, now: datetime
    ) -> list[ProposalSeen]:
        """The votes that are open to this person, the one that ends first coming first."""
        mine = [idea for idea in self._ideas(_OPEN, committee, now) if idea.may_vote(person)]
        return sorted(mine, key=lambda idea: (idea.closes_at is None, idea.closes_at or now))

    @question
    def open_with(
        self, committee: CommitteeId, person: PersonId, now: datetime
    ) -> list[ProposalId]:
        """The open votes in whose electorate this person is."""
        running = self._ideas(_OPEN, committee, now)
        return [i.proposal for i in running if i.stage is Stage.OPEN and person in i.electorate]

    @question
    def due(self, now: datetime) -> list[ProposalId]:
        """Open votes whose time is up and whose end nobody has written down yet."""
        found = self.rows(
            "SELECT proposal FROM running WHERE closes_at <= ? ORDER BY closes_at, position",
            seconds(now),
        )
        return [ProposalId(uid(key)) for (key,) in found]

    # ---- From rows to what is seen

    def _all_told(self, key: bytes) -> Told | None:
        made = self.row("SELECT state FROM proposal WHERE proposal = ?", key)
        if made is None:
            return None
        decided = self.row(f"{_DECISIONS} WHERE d.proposal = ? ORDER BY d.position DESC", key)
        return Told(
            made=ProposalMade.model_validate_json(made[0]),
            opened=self._opened(key),
            decided=_taken(decided) if decided else None,
            ballots=[BallotRow(*row) for row in self._of("ballot", key)],
            stood_out=[StoodOutRow(*row) for row in self._of("stood_out", key)],
            objections=[ObjectionRow(*row) for row in self._of("objection", key)],
            endings=[EndingRow(*row) for row in self._of("ending", key)],
        )

    def _of(self, table: str, key: bytes) -> Sequence[tuple[Any, ...]]:
        query = f"SELECT * FROM {table} WHERE proposal = ? ORDER BY position"  # noqa: S608
        return self.rows(query, key)

    def _opened(self, key: bytes) -> VotingOpened | None:
        """With its electorate, which is long, and is read where it lies: in the log."""
        found = self.row(
            "SELECT event FROM voting WHERE proposal = ? ORDER BY position DESC LIMIT 1", key
        )
        return cast("VotingOpened", self.views.ledger.event(EventId(found[0]))) if found else None

    def _ideas(self, query: str, committee: CommitteeId, now: datetime) -> list[ProposalSeen]:
        found = self.rows(query, committee.bytes)
        seen = (self.proposal(ProposalId(uid(key)), now) for (key,) in found)
        return [idea for idea in seen if idea is not None]

    def _decisions(self, found: Sequence[tuple[Any, ...]]) -> list[DecisionSeen]:
        return decisions_seen([_taken(row) for row in found], self._reader())

    def _reader(self) -> Reader:
        return Reader(self.views.of(Naming), self.words)


def _position(row: tuple[Any, ...]) -> int:
    return cast("int", row[2])


def _taken(row: tuple[Any, ...]) -> Taken:
    made, decided, position, terms = row
    return Taken(
        made=ProposalMade.model_validate_json(made),
        decided=DecisionTaken.model_validate_json(decided),
        position=position,
        terms=Rule.model_validate_json(terms) if terms else None,
    )
