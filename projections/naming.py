"""What things and people are called. Names lie in ``private.db``; here are only their seals."""

from collections.abc import Iterable, Mapping
from typing import ClassVar
from uuid import UUID

from pydantic import ValidationError

from domain.details import Details
from domain.events import (
    CommitteeFounded,
    DetailsGiven,
    PersonRegistered,
    PlanMade,
    ProposalAmended,
    ProposalMade,
    RoleNamed,
    TaskAdded,
    TaskAmended,
)
from domain.kinds import NotAPerson
from projections.read_model import ReadModel, Rows, on, question

NOBODY: dict[UUID | NotAPerson, str] = {
    NotAPerson.COMMITTEE: "The committee",
    NotAPerson.PROGRAM: "The program",
    NotAPerson.UNKNOWN: "Somebody",
}
UNNAMED_PERSON, UNNAMED = "somebody without a name", "something without a name"
ERASED_PERSON, ERASED = "somebody whose name was erased", "something whose name was erased"


class Naming(ReadModel):
    """The latest name of every stream, and of what lives inside one.

    A person's ``details`` come before the ``ref`` that an imported file has for them.
    """

    NAME = "naming"
    TABLES: ClassVar[dict[str, str]] = {
        "called": (
            "(thing BLOB, kind TEXT, position INTEGER, seal TEXT, "
            "PRIMARY KEY (thing, kind, position)) WITHOUT ROWID"
        )
    }

    @on(PersonRegistered)
    def registered(self, event: PersonRegistered, position: int, rows: Rows) -> None:
        key = event.originator_id.bytes
        rows["called"].append((key, "ref", position, event.ref))
        if event.details:
            rows["called"].append((key, "details", position, event.details))

    @on(DetailsGiven)
    def details(self, event: DetailsGiven, position: int, rows: Rows) -> None:
        rows["called"].append((event.originator_id.bytes, "details", position, event.details))

    @on(CommitteeFounded)
    def founded(self, event: CommitteeFounded, position: int, rows: Rows) -> None:
        rows["called"].append((event.originator_id.bytes, "title", position, event.name))

    @on(ProposalMade, TaskAdded, TaskAmended, PlanMade)
    def titled(
        self,
        event: ProposalMade | TaskAdded | TaskAmended | PlanMade,
        position: int,
        rows: Rows,
    ) -> None:
        rows["called"].append((event.originator_id.bytes, "title", position, event.title))
        if isinstance(event, ProposalMade):
            for option in event.options:
                rows["called"].append((option.option.bytes, "title", position, option.title))

    @on(ProposalAmended)
    def amended(self, event: ProposalAmended, position: int, rows: Rows) -> None:
        if event.title:
            rows["called"].append((event.originator_id.bytes, "title", position, event.title))
        for option in event.options or ():
            rows["called"].append((option.option.bytes, "title", position, option.title))

    @on(RoleNamed)
    def role(self, event: RoleNamed, position: int, rows: Rows) -> None:
        rows["called"].append((event.role.bytes, "title", position, event.label))

    @question
    def names(self, things: Iterable[UUID | NotAPerson | None]) -> dict[UUID | NotAPerson, str]:
        """What these are called now.

        Where the words of the latest name were erased, no older name comes up in their place.
        """
        wanted = {thing for thing in things if isinstance(thing, UUID)}
        found = {thing: self._latest(thing) for thing in wanted}
        words = self.words(seal for _, seal in found.values())
        told: dict[UUID | NotAPerson, str] = {}
        return told | NOBODY | {thing: _name(*called, words) for thing, called in found.items()}

    def name(self, thing: UUID | NotAPerson) -> str:
        """What this one is called now."""
        return self.names([thing])[thing]

    def _latest(self, thing: UUID) -> tuple[str, str | None]:
        found = self.row(
            "SELECT kind, seal FROM called WHERE thing = ? ORDER BY kind, position DESC LIMIT 1",
            thing.bytes,
        )
        return (found[0], found[1]) if found else ("title", None)


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
