"""What is written down of a committee: who sits there, who has which role, how it decides."""

from typing import Any, ClassVar
from uuid import UUID

from domain.events import (
    CommitteeClosed,
    CommitteeFounded,
    PersonLeft,
    PersonRemoved,
    PersonSeated,
    RoleHandoverAccepted,
    RoleHandoverDeclined,
    RoleHandoverOffered,
    RoleHandoverReported,
    RoleHandoverWithdrawn,
    RoleLaidDown,
    RoleNamed,
    RoleShadowed,
    RoleTaken,
    RoleTakenAway,
    RotationJoined,
    RotationLeft,
    RuleAdopted,
    SeatNamed,
    TermFixed,
)
from domain.ids import PersonId, RoleId
from projections.read_model import ReadModel, Rows, moment, on, seconds


class CommitteeSteps(ReadModel):
    """Seats, roles and rules: each step of each, with the right that it cites."""

    NAME = "directory"
    VERSION = 3
    TABLES: ClassVar[dict[str, str]] = {
        "committee": (
            "(position INTEGER PRIMARY KEY, committee BLOB, step TEXT, event TEXT, "
            "authority TEXT, at INTEGER)"
        ),
        "seating": (
            "(committee BLOB, position INTEGER, person BLOB, step TEXT, seat TEXT, "
            "voting INTEGER, term_ends TEXT, event TEXT, authority TEXT, at INTEGER, "
            "PRIMARY KEY (committee, position)) WITHOUT ROWID"
        ),
        "role_step": (
            "(committee BLOB, position INTEGER, turn INTEGER, role BLOB, step TEXT, giver BLOB, "
            "taker BLOB, term_ends TEXT, share INTEGER, answer_by INTEGER, event TEXT, "
            "authority TEXT, at INTEGER, PRIMARY KEY (committee, position, turn)) WITHOUT ROWID"
        ),
        "rule_adopted": (
            "(committee BLOB, position INTEGER, rule BLOB, replaces BLOB, terms TEXT, event TEXT, "
            "authority TEXT, at INTEGER, PRIMARY KEY (committee, position)) WITHOUT ROWID"
        ),
        "seat_label": (
            "(committee BLOB, position INTEGER, seat TEXT, label TEXT, at INTEGER, "
            "PRIMARY KEY (committee, position)) WITHOUT ROWID"
        ),
    }
    INDEXES = (
        "committee_id ON committee (committee)",
        "seating_person ON seating (person, committee, position)",
    )

    @on(CommitteeFounded, CommitteeClosed)
    def existed(self, event: CommitteeFounded | CommitteeClosed, position: int, rows: Rows) -> None:
        key = event.originator_id.bytes
        step = "founded" if isinstance(event, CommitteeFounded) else "closed"
        rows["committee"].append(
            (position, key, step, event.event_id, event.authority, moment(event))
        )

    @on(PersonSeated)
    def seated(self, event: PersonSeated, position: int, rows: Rows) -> None:
        ends = event.term_ends and event.term_ends.isoformat()
        cited = (event.event_id, event.authority, moment(event))
        held = (event.person.bytes, "seated", event.seat, event.voting, ends)
        rows["seating"].append((event.originator_id.bytes, position, *held, *cited))

    @on(PersonLeft, PersonRemoved)
    def unseated(self, event: PersonLeft | PersonRemoved, position: int, rows: Rows) -> None:
        cited = (event.event_id, getattr(event, "authority", None), moment(event))
        gone = (event.person.bytes, "gone", "", 0, None)
        rows["seating"].append((event.originator_id.bytes, position, *gone, *cited))
        _step(rows, event, position, RoleId(UUID(int=0)), "left", giver=event.person)

    @on(TermFixed)
    def term_fixed(self, event: TermFixed, position: int, rows: Rows) -> None:
        ends = event.ends.isoformat()
        if event.role is not None:
            _step(rows, event, position, event.role, "term", taker=event.person, ends=ends)
            return
        fixed = (event.person.bytes, "term", "", 0, ends)
        cited = (event.event_id, event.authority, moment(event))
        rows["seating"].append((event.originator_id.bytes, position, *fixed, *cited))

    @on(RoleNamed)
    def role_named(self, event: RoleNamed, position: int, rows: Rows) -> None:
        _step(rows, event, position, event.role, "named")

    @on(RoleTaken)
    def role_taken(self, event: RoleTaken, position: int, rows: Rows) -> None:
        ends = event.term_ends.isoformat() if event.term_ends else None
        _step(rows, event, position, event.role, "taken", taker=event.person, ends=ends)

    @on(RoleLaidDown, RoleTakenAway)
    def role_given_up(self, event: RoleLaidDown | RoleTakenAway, position: int, rows: Rows) -> None:
        step = "laid down" if isinstance(event, RoleLaidDown) else "taken away"
        _step(rows, event, position, event.role, step, giver=event.person)

    @on(RoleShadowed)
    def role_shadowed(self, event: RoleShadowed, position: int, rows: Rows) -> None:
        _step(rows, event, position, event.role, "shadowed", taker=event.person)

    @on(RotationJoined, RotationLeft)
    def turn_wanted(self, event: RotationJoined | RotationLeft, position: int, rows: Rows) -> None:
        step = "joined" if isinstance(event, RotationJoined) else "no turn"
        _step(rows, event, position, event.role, step, taker=event.person)

    @on(RoleHandoverOffered)
    def role_offered(self, event: RoleHandoverOffered, position: int, rows: Rows) -> None:
        answer_by = seconds(event.answer_by) if event.answer_by else None
        _step(
            rows,
            event,
            position,
            event.role,
            "offered",
            giver=event.giver,
            taker=event.taker,
            share=event.share,
            answer_by=answer_by,
        )

    @on(RoleHandoverAccepted)
    def role_accepted(self, event: RoleHandoverAccepted, position: int, rows: Rows) -> None:
        both = event.giver, event.taker
        _step(rows, event, position, event.role, "accepted", giver=both[0], taker=both[1])

    @on(RoleHandoverDeclined, RoleHandoverWithdrawn)
    def role_not_accepted(
        self, event: RoleHandoverDeclined | RoleHandoverWithdrawn, position: int, rows: Rows
    ) -> None:
        _step(rows, event, position, event.role, "answered", taker=event.taker)

    @on(RoleHandoverReported)
    def role_passed(self, event: RoleHandoverReported, position: int, rows: Rows) -> None:
        for turn, giver in enumerate(event.givers):
            _step(rows, event, position, event.role, "given", giver=giver, turn=turn)
        for turn, taker in enumerate(event.takers, len(event.givers)):
            _step(rows, event, position, event.role, "reported", taker=taker, turn=turn)

    @on(RuleAdopted)
    def rule_adopted(self, event: RuleAdopted, position: int, rows: Rows) -> None:
        """A rule for every question; one for some domains or stakes is in ``Mandates``."""
        if event.domains or event.stakes:
            return
        key, terms = event.originator_id.bytes, event.terms.model_dump_json()
        cited = (event.event_id, event.authority, moment(event))
        ids = (event.rule.bytes, event.replaces.bytes if event.replaces else None)
        rows["rule_adopted"].append((key, position, *ids, terms, *cited))

    @on(SeatNamed)
    def seat_named(self, event: SeatNamed, position: int, rows: Rows) -> None:
        key, at = event.originator_id.bytes, moment(event)
        rows["seat_label"].append((key, position, event.seat, event.label, at))


def _step(  # noqa: PLR0913 -- one row, told whole
    rows: Rows,
    event: Any,
    position: int,
    role: RoleId,
    step: str,
    *,
    giver: PersonId | None = None,
    taker: PersonId | None = None,
    ends: str | None = None,
    share: bool = False,
    answer_by: int | None = None,
    turn: int = 0,
) -> None:
    key, people = event.originator_id.bytes, (giver and giver.bytes, taker and taker.bytes)
    cited = (event.event_id, getattr(event, "authority", None), moment(event))
    said = (role.bytes, step, *people, ends, share, answer_by)
    rows["role_step"].append((key, position, turn, *said, *cited))
