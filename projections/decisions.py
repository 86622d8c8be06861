"""Ideas, ballots, worries and decisions: what pages and the register ask."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, ClassVar

from domain.events import (
    BallotCast,
    BallotWithdrawn,
    DecisionTaken,
    Event,
    ObjectionAnswered,
    ObjectionRaised,
    ObjectionResolved,
    PersonRecused,
    ProposalMade,
    ProposalWithdrawn,
    VoterDropped,
    VotingClosed,
    VotingOpened,
)
from domain.ids import CommitteeId, PersonId, ProposalId
from domain.voting.tally import Result
from projections.naming import Naming
from projections.read_model import ReadModel, Rows, moment, on, question, raw, uid
from projections.seen import DecisionSeen, ProposalSeen, Stage
from projections.telling import Reader, Told, decision_seen, explanation, proposal_seen

_DECISIONS = (
    "SELECT p.state, v.state, d.state, d.position FROM decision AS d "
    "JOIN proposal AS p USING (proposal) LEFT JOIN voting AS v USING (proposal) "
)

_LAST = 2**63 - 1


class Decisions(ReadModel):
    """Every question, from idea to decision, with every ballot that was ever cast."""

    NAME = "decisions"
    TABLES: ClassVar[dict[str, str]] = {
        "proposal": "proposal BLOB, committee BLOB, state TEXT, at INTEGER, position INTEGER",
        "voting": "proposal BLOB, closes_at INTEGER, state TEXT, at INTEGER, position INTEGER",
        "ballot": (
            "proposal BLOB, voter BLOB, answer TEXT, reason TEXT, recorded_by BLOB, through TEXT, "
            "recorded_at INTEGER, at INTEGER, position INTEGER"
        ),
        "stood_out": "proposal BLOB, person BLOB, how TEXT, at INTEGER, position INTEGER",
        "objection": (
            "proposal BLOB, objection BLOB, step TEXT, person BLOB, ground TEXT, words TEXT, "
            "at INTEGER, position INTEGER"
        ),
        "ending": "proposal BLOB, how TEXT, at INTEGER, position INTEGER",
        "decision": "proposal BLOB, state TEXT, at INTEGER, position INTEGER",
    }
    INDEXES = (
        "proposal_id ON proposal (proposal)",
        "proposal_committee ON proposal (committee, position)",
        "voting_proposal ON voting (proposal, position)",
        "ballot_proposal ON ballot (proposal, position)",
        "ballot_voter ON ballot (voter, position)",
        "stood_out_proposal ON stood_out (proposal)",
        "objection_proposal ON objection (proposal, position)",
        "ending_proposal ON ending (proposal, position)",
        "decision_proposal ON decision (proposal, position)",
    )

    @on(ProposalMade)
    def made(self, event: ProposalMade, position: int, rows: Rows) -> None:
        key, committee = event.originator_id.bytes, event.committee.bytes
        rows["proposal"].append((key, committee, _state(event), moment(event), position))

    @on(VotingOpened)
    def opened(self, event: VotingOpened, position: int, rows: Rows) -> None:
        closes = int(event.closes_at.timestamp()) if event.closes_at else None
        key = event.originator_id.bytes
        rows["voting"].append((key, closes, _state(event), moment(event), position))

    @on(BallotCast)
    def cast(self, event: BallotCast, position: int, rows: Rows) -> None:
        answer = event.answer
        rows["ballot"].append(
            (
                event.originator_id.bytes,
                event.voter.bytes,
                answer if isinstance(answer, str) else answer.model_dump_json(),
                event.reason,
                raw(event.recorded_by),
                event.through,
                int(event.recorded_at.timestamp()),
                moment(event),
                position,
            )
        )

    @on(BallotWithdrawn)
    def withdrawn_ballot(self, event: BallotWithdrawn, position: int, rows: Rows) -> None:
        key, voter, at = event.originator_id.bytes, event.voter.bytes, moment(event)
        recorded = int(event.recorded_at.timestamp())
        rows["ballot"].append((key, voter, None, None, None, event.through, recorded, at, position))

    @on(PersonRecused)
    def recused(self, event: PersonRecused, position: int, rows: Rows) -> None:
        key, person = event.originator_id.bytes, event.person.bytes
        rows["stood_out"].append((key, person, "recused", moment(event), position))

    @on(VoterDropped)
    def dropped(self, event: VoterDropped, position: int, rows: Rows) -> None:
        key, person = event.originator_id.bytes, event.voter.bytes
        rows["stood_out"].append((key, person, "left", moment(event), position))

    @on(ObjectionRaised)
    def raised(self, event: ObjectionRaised, position: int, rows: Rows) -> None:
        self._objection(event, "raised", event.words, position, rows)

    @on(ObjectionAnswered)
    def answered(self, event: ObjectionAnswered, position: int, rows: Rows) -> None:
        self._objection(event, "answered", event.words, position, rows)

    @on(ObjectionResolved)
    def resolved(self, event: ObjectionResolved, position: int, rows: Rows) -> None:
        self._objection(event, event.how, event.reason, position, rows)

    def _objection(
        self,
        event: ObjectionRaised | ObjectionAnswered | ObjectionResolved,
        step: str,
        words: str | None,
        position: int,
        rows: Rows,
    ) -> None:
        raised = event if isinstance(event, ObjectionRaised) else None
        rows["objection"].append(
            (
                event.originator_id.bytes,
                event.objection.bytes,
                step,
                raw(raised.person if raised else event.actor),
                raised and raised.ground,
                words,
                moment(event),
                position,
            )
        )

    @on(VotingClosed)
    def closed(self, event: VotingClosed, position: int, rows: Rows) -> None:
        rows["ending"].append((event.originator_id.bytes, "closed", moment(event), position))

    @on(ProposalWithdrawn)
    def withdrawn(self, event: ProposalWithdrawn, position: int, rows: Rows) -> None:
        rows["ending"].append((event.originator_id.bytes, "withdrawn", moment(event), position))

    @on(DecisionTaken)
    def decided(self, event: DecisionTaken, position: int, rows: Rows) -> None:
        key = event.originator_id.bytes
        rows["decision"].append((key, _state(event), moment(event), position))

    # ---- Questions

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

    def _all_told(self, key: bytes) -> Told | None:
        made = self.row("SELECT state FROM proposal WHERE proposal = ?", key)
        if made is None:
            return None
        return Told(
            made=ProposalMade.model_validate_json(made[0]),
            opened=self._last(VotingOpened, "voting", key),
            decided=self._last(DecisionTaken, "decision", key),
            decided_position=self._decided_position(key),
            ballots=self.rows("SELECT * FROM ballot WHERE proposal = ? ORDER BY position", key),
            stood_out=self.rows("SELECT person, how FROM stood_out WHERE proposal = ?", key),
            objections=self.rows(
                "SELECT * FROM objection WHERE proposal = ? ORDER BY position", key
            ),
            endings=self.rows(
                "SELECT how, at, position FROM ending WHERE proposal = ? ORDER BY position", key
            ),
        )

    @question
    def register(self, committee: CommitteeId | None = None) -> list[DecisionSeen]:
        """What was decided, oldest first; of one committee or of all."""
        found = self.rows(
            f"{_DECISIONS} WHERE ? IS NULL OR p.committee = ? ORDER BY d.position",
            raw(committee),
            raw(committee),
        )
        reader = self._reader()
        return [decision_seen(*_told(row), row[3], reader) for row in found]

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
        marks = ",".join("?" * len(results))
        found = self.rows(
            f"{_DECISIONS} WHERE p.committee = ? AND d.position < ? "
            f"AND json_extract(d.state, '$.outcome.result') IN ({marks}) "
            "ORDER BY d.position DESC LIMIT ?",
            committee.bytes,
            _LAST if before is None else before,
            *results,
            limit,
        )
        reader = self._reader()
        return [decision_seen(*_told(row), row[3], reader) for row in found]

    @question
    def results(self, committee: CommitteeId) -> dict[Result, int]:
        """How many questions came to which result."""
        found = self.rows(
            "SELECT json_extract(d.state, '$.outcome.result'), COUNT(*) FROM decision AS d "
            "JOIN proposal AS p USING (proposal) WHERE p.committee = ? GROUP BY 1",
            committee.bytes,
        )
        return {Result(result): number for result, number in found}

    @question
    def undecided(self, committee: CommitteeId, now: datetime) -> list[ProposalSeen]:
        """Ideas that are neither decided nor taken back, the oldest first."""
        found = self.rows(
            "SELECT proposal FROM proposal AS p WHERE committee = ? "
            "AND NOT EXISTS (SELECT 1 FROM decision AS d WHERE d.proposal = p.proposal) "
            "AND NOT EXISTS (SELECT 1 FROM ending AS e WHERE e.proposal = p.proposal "
            "AND e.how = 'withdrawn') ORDER BY position",
            committee.bytes,
        )
        seen = (self.proposal(ProposalId(uid(key)), now) for (key,) in found)
        return [proposal for proposal in seen if proposal is not None]

    @question
    def open_for(
        self, committee: CommitteeId, person: PersonId, now: datetime
    ) -> list[ProposalSeen]:
        """The votes that are open to this person, the one that ends first coming first."""
        mine = [idea for idea in self.undecided(committee, now) if idea.may_vote(person)]
        return sorted(mine, key=lambda idea: (idea.closes_at is None, idea.closes_at or now))

    @question
    def open_with(
        self, committee: CommitteeId, person: PersonId, now: datetime
    ) -> list[ProposalId]:
        """The open votes in whose electorate this person is."""
        undecided = self.undecided(committee, now)
        return [i.proposal for i in undecided if i.stage is Stage.OPEN and person in i.electorate]

    @question
    def due(self, now: datetime) -> list[ProposalId]:
        """Open votes whose time is up and whose end nobody has written down yet."""
        found = self.rows(
            "SELECT proposal FROM voting AS v WHERE closes_at <= ? AND NOT EXISTS "
            "(SELECT 1 FROM ending AS e WHERE e.proposal = v.proposal)",
            int(now.timestamp()),
        )
        return [ProposalId(uid(key)) for (key,) in found]

    def _reader(self) -> Reader:
        return Reader(self.views.of(Naming), self.words)

    def _last(self, kind: type[Any], table: str, key: bytes) -> Any:
        found = self.row(
            f"SELECT state FROM {table} WHERE proposal = ? ORDER BY position DESC LIMIT 1",  # noqa: S608
            key,
        )
        return kind.model_validate_json(found[0]) if found else None

    def _decided_position(self, key: bytes) -> int:
        found = self.row("SELECT MAX(position) FROM decision WHERE proposal = ?", key)
        return (found and found[0]) or 0


def _state(event: Event) -> str:
    return event.model_dump_json(exclude_none=True)


def _told(row: Sequence[Any]) -> tuple[ProposalMade, VotingOpened | None, DecisionTaken]:
    made, opened, decided = row[:3]
    return (
        ProposalMade.model_validate_json(made),
        VotingOpened.model_validate_json(opened) if opened else None,
        DecisionTaken.model_validate_json(decided),
    )
