"""What things and people are called. Names lie in ``private.db``; here are only their seals."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from pydantic import ValidationError

from domain.details import Details
from domain.events import (
    CommitteeFounded,
    DetailsGiven,
    Event,
    PersonRegistered,
    PlanMade,
    ProposalAmended,
    ProposalMade,
    RoleNamed,
    TaskAdded,
    TaskAmended,
)
from domain.kinds import NotAPerson
from domain.values import Option
from projections.read_model import ReadModel, Rows, moment, on, question
from projections.stops import Stop

NOBODY: dict[UUID | NotAPerson, str] = {
    NotAPerson.COMMITTEE: "The committee",
    NotAPerson.PROGRAM: "The program",
    NotAPerson.UNKNOWN: "Somebody",
}
UNKNOWN, AT_ONCE = ("title", None), 500
STANDS = "stands"
"""The kind of name of an option that is a person: in place of a seal stands who it is."""
Found = dict[bytes, tuple[str, str | None]]
UNNAMED_PERSON, UNNAMED = "somebody without a name", "something without a name"
ERASED_PERSON, ERASED = "somebody whose name was erased", "something whose name was erased"


class Naming(ReadModel):
    """The names of every stream, and of what lives inside one; the latest holds.

    A person's ``details`` come before the ``ref`` that an imported file has for them. Of people
    only the latest name is told, whatever time is asked about; of all else the title of that time.
    """

    NAME = "naming"
    VERSION = 4
    TABLES: ClassVar[dict[str, str]] = {
        "called": (
            "(thing BLOB, kind TEXT, position INTEGER, seal TEXT, at INTEGER, "
            "PRIMARY KEY (thing, kind, position)) WITHOUT ROWID"
        )
    }
    INDEXES = ("called_stands ON called (position) WHERE kind = 'stands'",)

    @on(PersonRegistered)
    def registered(self, event: PersonRegistered, position: int, rows: Rows) -> None:
        _call(rows, event, position, event.originator_id, "ref", event.ref)
        if event.details:
            _call(rows, event, position, event.originator_id, "details", event.details)

    @on(DetailsGiven)
    def details(self, event: DetailsGiven, position: int, rows: Rows) -> None:
        _call(rows, event, position, event.originator_id, "details", event.details)

    @on(CommitteeFounded)
    def founded(self, event: CommitteeFounded, position: int, rows: Rows) -> None:
        _call(rows, event, position, event.originator_id, "title", event.name)

    @on(ProposalMade, TaskAdded, TaskAmended, PlanMade)
    def titled(
        self,
        event: ProposalMade | TaskAdded | TaskAmended | PlanMade,
        position: int,
        rows: Rows,
    ) -> None:
        _call(rows, event, position, event.originator_id, "title", event.title)
        if isinstance(event, ProposalMade):
            for option in event.options:
                _call_option(rows, event, position, option)

    @on(ProposalAmended)
    def amended(self, event: ProposalAmended, position: int, rows: Rows) -> None:
        if event.title:
            _call(rows, event, position, event.originator_id, "title", event.title)
        for option in event.options or ():
            _call_option(rows, event, position, option)

    @on(RoleNamed)
    def role(self, event: RoleNamed, position: int, rows: Rows) -> None:
        _call(rows, event, position, event.role, "title", event.label)

    @question
    def names(
        self,
        things: Iterable[UUID | NotAPerson | None],
        at: datetime | None = None,
        known: int | None = None,
    ) -> dict[UUID | NotAPerson, str]:
        """What people are called now, and all else at this stop.

        Where the words of the latest name were erased, no older name comes up in their place.
        """
        wanted = {thing.bytes: thing for thing in things if isinstance(thing, UUID)}
        found = self._latest(list(wanted), Stop(at, known))
        stand = {key: UUID(who) for key, (kind, who) in found.items() if who and kind == STANDS}
        found |= self._latest([who.bytes for who in stand.values()], Stop(at, known))
        words = self.words(seal for _, seal in found.values())
        told: dict[UUID | NotAPerson, str] = {}
        return (
            told
            | NOBODY
            | {
                thing: self._told(thing, found, stand.get(key), words)
                for key, thing in wanted.items()
            }
        )

    def _told(
        self, thing: UUID, found: Found, stands: UUID | None, words: Mapping[str, str]
    ) -> str:
        """Its own name; an option that is a person is called what they are called."""
        if stands is None:
            return self.called(thing, *found.get(thing.bytes, UNKNOWN), words)
        told = self.candidate(stands, *found.get(stands.bytes, UNKNOWN), words)
        return self.told_apart(thing, told)

    def candidate(self, who: UUID, kind: str, seal: str | None, words: Mapping[str, str]) -> str:
        """What somebody is called who can be chosen."""
        return self.called(who, kind, seal, words)

    def told_apart(self, option: UUID, told: str) -> str:
        """The same, so that nobody takes one of those who can be chosen for another."""
        del option
        return told

    def stands_with(self, option: UUID) -> dict[UUID, UUID]:
        """Who stands on the latest list on which this option stands, by option, in no order."""
        found = self.rows(
            "SELECT thing, seal FROM called WHERE kind = 'stands' AND position = "
            "(SELECT MAX(position) FROM called WHERE thing = ? AND kind = 'stands') ORDER BY thing",
            option.bytes,
        )
        return {UUID(bytes=thing): UUID(who) for thing, who in found}

    def called(self, thing: UUID, kind: str, seal: str | None, words: Mapping[str, str]) -> str:
        """What this one is called, by the words behind the latest name of its kind."""
        del thing
        return _name(kind, seal, words)

    def name(
        self, thing: UUID | NotAPerson, at: datetime | None = None, known: int | None = None
    ) -> str:
        """What this one is called."""
        return self.names([thing], at, known)[thing]

    def _latest(self, keys: Sequence[bytes], stop: Stop) -> Found:
        """The last name of the first kind that each of these has."""
        found: Found = {}
        for start in range(0, len(keys), AT_ONCE):
            some = keys[start : start + AT_ONCE]
            marks = ",".join("?" * len(some))
            for key, kind, seal in self.rows(
                f"SELECT thing, kind, seal FROM called WHERE thing IN ({marks}) "  # noqa: S608
                "AND (kind <> 'title' OR (at <= ? AND position <= ?)) "
                "ORDER BY thing, kind, position",
                *some,
                *stop.bounds,
            ):
                if key not in found or found[key][0] == kind:
                    found[key] = (kind, seal)
        return found


def _call_option(rows: Rows, event: Event, position: int, option: Option) -> None:
    """An option has words of its own, or is a person and has none."""
    if option.candidate is None:
        _call(rows, event, position, option.option, "title", option.title)
    else:
        _call(rows, event, position, option.option, STANDS, option.candidate.hex)


def _call(  # noqa: PLR0913 -- one row, told whole
    rows: Rows, event: Event, position: int, thing: UUID, kind: str, seal: str | None
) -> None:
    rows["called"].append((thing.bytes, kind, position, seal, moment(event)))


def _name(kind: str, seal: str | None, words: Mapping[str, str]) -> str:
    if seal is None:
        return UNNAMED if kind == "title" else UNNAMED_PERSON
    if seal not in words:
        return ERASED if kind == "title" else ERASED_PERSON
    if kind != "details":
        return words[seal]
    try:
        return Details.model_validate_json(words[seal]).name
    except ValidationError:
        return UNNAMED_PERSON
