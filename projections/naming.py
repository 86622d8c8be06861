"""What things and people are called. Names lie in ``private.db``; here are only their seals."""

from collections.abc import Iterable
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
ERASED = "somebody whose name was erased"
UNNAMED = "without a name"


class Naming(ReadModel):
    """The latest name of every stream, and of what lives inside one."""

    NAME = "naming"
    TABLES: ClassVar[dict[str, str]] = {
        "called": "thing BLOB, seal TEXT, is_details INTEGER, position INTEGER"
    }
    INDEXES = ("called_thing ON called (thing, position)",)

    @on(PersonRegistered)
    def registered(self, event: PersonRegistered, position: int, rows: Rows) -> None:
        if event.ref:
            rows["called"].append((event.originator_id.bytes, event.ref, 0, position))
        if event.details:
            rows["called"].append((event.originator_id.bytes, event.details, 1, position))

    @on(DetailsGiven)
    def details(self, event: DetailsGiven, position: int, rows: Rows) -> None:
        rows["called"].append((event.originator_id.bytes, event.details, 1, position))

    @on(CommitteeFounded)
    def founded(self, event: CommitteeFounded, position: int, rows: Rows) -> None:
        rows["called"].append((event.originator_id.bytes, event.name, 0, position))

    @on(ProposalMade, TaskAdded, TaskAmended, PlanMade)
    def titled(
        self,
        event: ProposalMade | TaskAdded | TaskAmended | PlanMade,
        position: int,
        rows: Rows,
    ) -> None:
        rows["called"].append((event.originator_id.bytes, event.title, 0, position))
        if isinstance(event, ProposalMade):
            for option in event.options:
                rows["called"].append((option.option.bytes, option.title, 0, position))

    @on(ProposalAmended)
    def amended(self, event: ProposalAmended, position: int, rows: Rows) -> None:
        if event.title:
            rows["called"].append((event.originator_id.bytes, event.title, 0, position))
        for option in event.options or ():
            rows["called"].append((option.option.bytes, option.title, 0, position))

    @on(RoleNamed)
    def role(self, event: RoleNamed, position: int, rows: Rows) -> None:
        rows["called"].append((event.role.bytes, event.label, 0, position))

    @question
    def names(self, things: Iterable[UUID | NotAPerson | None]) -> dict[UUID | NotAPerson, str]:
        """What these are called now; a person counts as erased when the words are gone."""
        wanted = {thing for thing in things if isinstance(thing, UUID)}
        found: dict[UUID | NotAPerson, str] = {}
        found |= NOBODY
        seals = {thing: self._seals(thing) for thing in wanted}
        words = self.words(seal for some in seals.values() for seal, _ in some)
        for thing, some in seals.items():
            known = [(words[seal], is_details) for seal, is_details in some if seal in words]
            found[thing] = _name(known) if known else (ERASED if some else UNNAMED)
        return found

    def name(self, thing: UUID | NotAPerson) -> str:
        """What this one is called now."""
        return self.names([thing])[thing]

    def _seals(self, thing: UUID) -> list[tuple[str, int]]:
        """Its seals, the latest details first and what an imported file calls it last."""
        return [
            (seal, is_details)
            for seal, is_details in self.rows(
                "SELECT seal, is_details FROM called WHERE thing = ? "
                "ORDER BY is_details DESC, position DESC",
                thing.bytes,
            )
            if seal
        ]


def _name(known: list[tuple[str, int]]) -> str:
    words, is_details = known[0]
    if not is_details:
        return words
    try:
        return Details.model_validate_json(words).name
    except ValidationError:
        return UNNAMED
