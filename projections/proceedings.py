"""What is written down of every question: ballots, worries, its end and what was decided."""

from typing import ClassVar

from domain.events import (
    BallotCast,
    BallotWithdrawn,
    CastingVoteGiven,
    DecisionReversed,
    DecisionTaken,
    Event,
    HandsCounted,
    ObjectionAnswered,
    ObjectionRaised,
    ObjectionResolved,
    PersonRecused,
    PositionVoiced,
    ProposalAmended,
    ProposalDeclined,
    ProposalDeferred,
    ProposalMade,
    ProposalWithdrawn,
    StakeJudged,
    VoterAdded,
    VoterDropped,
    VotingClosed,
    VotingExtended,
    VotingOpened,
)
from domain.voting.answers import Choice
from projections.read_model import ReadModel, Rows, moment, on, raw, seconds


class Proceedings(ReadModel):
    """Every question, from idea to decision, with every ballot that was ever cast.

    ``undecided`` and ``running`` list what is open now; ``settled`` when each question was decided
    or given up, beside when it was ``begun`` and its place in the log when ``made``. ``beside``
    keeps what changes a question or its vote and happens seldom: other words, another stake, more
    time, more voters, hands, who wants which answer, that it was put off.
    ``counted`` is how many decisions of each kind there are, so that no page has to count them.
    """

    NAME = "decisions"
    VERSION = 11
    TABLES: ClassVar[dict[str, str]] = {
        "proposal": (
            "(proposal BLOB PRIMARY KEY, committee BLOB, state TEXT, at INTEGER, position INTEGER) "
            "WITHOUT ROWID"
        ),
        "because": "(position INTEGER, event TEXT, proposal BLOB, at INTEGER)",
        "voting": (
            "(proposal BLOB, position INTEGER, event TEXT, terms TEXT, at INTEGER, "
            "PRIMARY KEY (proposal, position)) WITHOUT ROWID"
        ),
        "ballot": (
            "(proposal BLOB, position INTEGER, voter BLOB, answer TEXT, reason TEXT, "
            "recorded_by BLOB, through TEXT, recorded_at INTEGER, slip BLOB, at INTEGER, "
            "PRIMARY KEY (proposal, position)) WITHOUT ROWID"
        ),
        "stood_out": (
            "(proposal BLOB, position INTEGER, person BLOB, how TEXT, at INTEGER, "
            "PRIMARY KEY (proposal, position)) WITHOUT ROWID"
        ),
        "objection": (
            "(proposal BLOB, position INTEGER, objection BLOB, step TEXT, person BLOB, "
            "ground TEXT, words TEXT, named INTEGER, event TEXT, at INTEGER, "
            "PRIMARY KEY (proposal, position)) WITHOUT ROWID"
        ),
        "ending": (
            "(proposal BLOB, position INTEGER, how TEXT, at INTEGER, "
            "PRIMARY KEY (proposal, position)) WITHOUT ROWID"
        ),
        "beside": (
            "(proposal BLOB, position INTEGER, topic TEXT, title TEXT, told TEXT, at INTEGER, "
            "PRIMARY KEY (proposal, position)) WITHOUT ROWID"
        ),
        "decision": (
            "(position INTEGER PRIMARY KEY, proposal BLOB, committee BLOB, result TEXT, "
            "domain TEXT, state TEXT, at INTEGER)"
        ),
        "counted": (
            "(committee BLOB, result TEXT, domain TEXT, number INTEGER, "
            "PRIMARY KEY (committee, result, domain)) WITHOUT ROWID"
        ),
        "reversal": (
            "(proposal BLOB, position INTEGER, event TEXT, at INTEGER, "
            "PRIMARY KEY (proposal, position)) WITHOUT ROWID"
        ),
        "settled": (
            "(position INTEGER PRIMARY KEY, proposal BLOB, committee BLOB, at INTEGER, "
            "begun INTEGER, made INTEGER)"
        ),
        "undecided": ("(position INTEGER PRIMARY KEY, proposal BLOB, committee BLOB, at INTEGER)"),
        "running": "(position INTEGER PRIMARY KEY, proposal BLOB, closes_at INTEGER)",
    }
    INDEXES = (
        "because_event ON because (event)",
        "proposal_committee ON proposal (committee, position, at)",
        "decision_proposal ON decision (proposal, position)",
        "decision_committee ON decision (committee, position, at)",
        "decision_result ON decision (committee, result, position, at)",
        "decision_domain ON decision (committee, domain, result, position, at)",
        "decision_at ON decision (committee, at, position, result, domain)",
        "settled_proposal ON settled (proposal, position, at)",
        "settled_at ON settled (committee, at, begun, made, proposal)",
        "settled_position ON settled (committee, position, begun, made, proposal)",
        "undecided_proposal ON undecided (proposal)",
        "undecided_committee ON undecided (committee, position)",
        "running_proposal ON running (proposal)",
        "objection_ended ON objection (at) WHERE step NOT IN ('raised', 'answered')",
        "ending_declined ON ending (at) WHERE how = 'declined'",
        "running_until ON running (closes_at)",
    )
    STATEMENTS: ClassVar[dict[str, str]] = {
        "decision": (
            "INSERT INTO decision SELECT ?1, ?2, committee, ?3, ?4, ?5, ?6 "
            "FROM proposal WHERE proposal = ?2"
        ),
        "counted": (
            "INSERT INTO counted SELECT committee, ?2, ?3, 1 FROM proposal WHERE proposal = ?1 "
            "ON CONFLICT DO UPDATE SET number = number + 1"
        ),
        "settled": (
            "INSERT INTO settled SELECT ?1, proposal, committee, ?2, at, position "
            "FROM proposal WHERE proposal = ?3"
        ),
        "running until": "UPDATE running SET closes_at = ? WHERE proposal = ? AND position < ?",
        "undecided no more": "DELETE FROM undecided WHERE proposal = ? AND position < ?",
        "running no more": "DELETE FROM running WHERE proposal = ? AND position < ?",
    }

    @on(ProposalMade)
    def made(self, event: ProposalMade, position: int, rows: Rows) -> None:
        key, committee = event.originator_id.bytes, event.committee.bytes
        state = event.model_dump_json(exclude_none=True)
        rows["proposal"].append((key, committee, state, moment(event), position))
        rows["undecided"].append((position, key, committee, moment(event)))
        if event.because_of:
            told = key, moment(event)
            rows["because"] += [(position, cause, *told) for cause in event.because_of]

    @on(VotingOpened)
    def opened(self, event: VotingOpened, position: int, rows: Rows) -> None:
        key, terms = event.originator_id.bytes, event.terms.model_dump_json()
        closes = seconds(event.closes_at) if event.closes_at else None
        rows["voting"].append((key, position, event.event_id, terms, moment(event)))
        rows["running"].append((position, key, closes))

    @on(BallotCast)
    def cast(self, event: BallotCast, position: int, rows: Rows) -> None:
        """The row that there is most of: plain values, which are quicker to write and to forget."""
        answer = event.answer
        rows["ballot"].append(
            (
                event.originator_id.bytes,
                position,
                event.voter.bytes,
                str(answer) if isinstance(answer, Choice) else answer.model_dump_json(),
                event.reason,
                raw(event.recorded_by),
                str(event.through),
                seconds(event.recorded_at),
                event.slip.bytes if event.slip else None,
                moment(event),
            )
        )

    @on(BallotWithdrawn)
    def withdrawn_ballot(self, event: BallotWithdrawn, position: int, rows: Rows) -> None:
        key, voter, at = event.originator_id.bytes, event.voter.bytes, moment(event)
        recorded = seconds(event.recorded_at)
        none = (None, None, None)
        rows["ballot"].append((key, position, voter, *none, event.through, recorded, None, at))

    @on(PersonRecused)
    def recused(self, event: PersonRecused, position: int, rows: Rows) -> None:
        key, person = event.originator_id.bytes, event.person.bytes
        rows["stood_out"].append((key, position, person, "recused", moment(event)))

    @on(VoterDropped)
    def dropped(self, event: VoterDropped, position: int, rows: Rows) -> None:
        key, person = event.originator_id.bytes, event.voter.bytes
        rows["stood_out"].append((key, position, person, "left", moment(event)))

    @on(ObjectionRaised)
    def raised(self, event: ObjectionRaised, position: int, rows: Rows) -> None:
        key, worry, who = event.originator_id.bytes, event.objection.bytes, event.person.bytes
        said = (who, event.ground, event.words, event.named, event.event_id, moment(event))
        rows["objection"].append((key, position, worry, "raised", *said))

    @on(ObjectionAnswered)
    def answered(self, event: ObjectionAnswered, position: int, rows: Rows) -> None:
        key, worry, who = event.originator_id.bytes, event.objection.bytes, raw(event.actor)
        said = (who, None, event.words, None, event.event_id, moment(event))
        rows["objection"].append((key, position, worry, "answered", *said))

    @on(ObjectionResolved)
    def resolved(self, event: ObjectionResolved, position: int, rows: Rows) -> None:
        key, worry, who = event.originator_id.bytes, event.objection.bytes, raw(event.actor)
        said = (who, None, event.reason, None, event.event_id, moment(event))
        rows["objection"].append((key, position, worry, event.how, *said))

    @on(VotingClosed)
    def closed(self, event: VotingClosed, position: int, rows: Rows) -> None:
        key = event.originator_id.bytes
        rows["ending"].append((key, position, "closed", moment(event)))
        rows["running no more"].append((key, position))

    @on(ProposalDeclined)
    def declined(self, event: ProposalDeclined, position: int, rows: Rows) -> None:
        key = event.originator_id.bytes
        rows["ending"].append((key, position, "declined", moment(event)))
        _settled(rows, event, position)

    @on(ProposalWithdrawn)
    def withdrawn(self, event: ProposalWithdrawn, position: int, rows: Rows) -> None:
        key = event.originator_id.bytes
        rows["ending"].append((key, position, "withdrawn", moment(event)))
        rows["running no more"].append((key, position))
        _settled(rows, event, position)

    @on(DecisionTaken)
    def decided(self, event: DecisionTaken, position: int, rows: Rows) -> None:
        key, state = event.originator_id.bytes, event.model_dump_json(exclude_none=True)
        result, domain = event.outcome.result, event.domain
        rows["decision"].append((position, key, result, domain, state, moment(event)))
        rows["counted"].append((key, result, domain))
        rows["running no more"].append((key, position))
        _settled(rows, event, position)

    @on(DecisionReversed)
    def reversed(self, event: DecisionReversed, position: int, rows: Rows) -> None:
        key = event.originator_id.bytes
        rows["reversal"].append((key, position, event.event_id, moment(event)))

    @on(ProposalAmended, StakeJudged, VotingExtended, VoterAdded, HandsCounted, CastingVoteGiven)
    def beside(self, event: Event, position: int, rows: Rows) -> None:
        key, told = event.originator_id.bytes, event.model_dump_json(exclude_none=True)
        title = event.title if isinstance(event, ProposalAmended) else None
        rows["beside"].append((key, position, event.TOPIC, title, told, moment(event)))
        if isinstance(event, VotingExtended):
            rows["running until"].append((seconds(event.closes_at), key, position))

    @on(ProposalDeferred)
    def put_off(self, event: ProposalDeferred, position: int, rows: Rows) -> None:
        """A vote that was planned by then is off."""
        self.beside(event, position, rows)
        rows["running no more"].append((event.originator_id.bytes, position))

    @on(PositionVoiced)
    def voiced(self, event: PositionVoiced, position: int, rows: Rows) -> None:
        """Whoever wants one of the answers may be that answer themselves, and stand for it."""
        if event.option is not None:
            self.beside(event, position, rows)


def _settled(rows: Rows, event: Event, position: int) -> None:
    """It was decided or given up, so it is not open any more."""
    key = event.originator_id.bytes
    rows["settled"].append((position, moment(event), key))
    rows["undecided no more"].append((key, position))
