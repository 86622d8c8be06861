"""Native lines taken in: one command after the other, each with the lines that it brings about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from domain.errors import RuleBroken
from domain.events import Event
from domain.values import place_of
from projections.export.keys import stream_of
from web.history.names import BadLine
from web.history.native.commands import COMMANDS
from web.history.native.known import Known
from web.history.native.lines import NativeLine, Said, is_written_out
from web.history.native.reading import read
from web.history.native.same import is_same
from web.history.native.telling import NotSo, Telling
from web.history.sources import Lines
from web.history.taking import Taking
from web.history.why import why


@dataclass(slots=True)
class Taken:
    """What came of some lines in a row, by how many lines on from the first."""

    written: int = 0
    already: int = 0
    remarks: list[tuple[int, str]] = field(default_factory=list)
    bad: list[tuple[int, str]] = field(default_factory=list)


class Natives:
    """The native lines of one import."""

    def __init__(self, files: Lines, taking: Taking) -> None:
        self.files = files
        self.taking = taking
        self.known = Known(taking)
        self._turn, self._act = 0, _act_of({})
        self._ahead: dict[int, Said | None] = {}
        self._broken: dict[UUID, int] = {}
        """The streams about which a line was bad, and its number."""

    # ---- Lines that somebody wrote

    def take_by_hand(self, said: Mapping[str, Any]) -> NativeLine:
        """Bring about what a line says that somebody wrote; the program adds what it would add."""
        it = read(self.known, said, self.taking.number)
        telling = Telling(self.known, it, self._line_ahead)
        COMMANDS[type(it.event)](telling, it.event)
        for kind, scope, name, thing in it.names:
            self.taking.names.add(kind, scope, name, thing)
        self.known.follow(it.event)
        return it.line

    # ---- Lines that a log wrote out

    def take(self, turn: int, said: Mapping[str, Any]) -> Taken:
        """Bring about what a line says, and with it what the lines after it say of the same act."""
        self._turn, self._act, self._ahead = turn, _act_of(said), {}
        telling: Telling | None = None
        try:
            it = read(self.known, said, self.taking.number)
            if self._is_there(it):
                return Taken(already=1)
            telling = Telling(self.known, it, self._line_ahead)
            COMMANDS[type(it.event)](telling, it.event)
            telling.must_have_told()
        except NotSo as problem:
            return self._refused(said, problem.place, str(problem))
        except ValidationError as problem:
            return self._refused(said, 0, why(problem))
        except (BadLine, RuleBroken) as problem:
            place = max(0, telling.told - 1) if telling else 0
            return self._refused(said, place, str(problem))
        return self._stand(it, telling)

    def _stand(self, first: Said, telling: Telling) -> Taken:
        taken = Taken(written=telling.told)
        self.known.begun(telling.brought)
        for place in range(telling.told):
            said = self._line_ahead(place) if place else first
            if said is None:
                continue
            for kind, scope, name, thing in said.names:
                self._call(kind, scope, name, thing)
            self.known.follow(said.event)
            taken.remarks += [(place, one) for one in self.taking.stand_told(said.number)]
        return taken

    def _call(self, kind: str, scope: str, name: str, thing: UUID) -> None:
        """Keep what the file calls this, unless something else is called so here already."""
        other = self.taking.names.get(kind, scope, name)
        if other is None:
            self.taking.names.add(kind, scope, name, thing)
        elif other != thing:
            self.taking.warn(f"Another {kind} is called “{name}” here. This one goes by its id.")

    def _refused(self, said: Mapping[str, Any], place: int, sentence: str) -> Taken:
        number = self._number(place)
        with_it = f"This belongs together with line {number}, which is bad."
        stream, _ = place_of(said["id"])
        self._broken.setdefault(stream, number)
        return Taken(bad=[*((before, with_it) for before in range(place)), (place, sentence)])

    # ---- Lines further on

    def _line_ahead(self, places: int) -> Said | None:
        """The line so many places on, if the same act recorded it."""
        if places not in self._ahead:
            self._ahead[places] = self._read_ahead(places)
        return self._ahead[places]

    def _read_ahead(self, places: int) -> Said | None:
        order = self.files.order
        if self._turn + places >= len(order):
            return None
        try:
            said = self.files.read(order[self._turn + places])
            if not is_written_out(said) or _act_of(said) != self._act:
                return None
            return read(self.known, said, self._number(places))
        except ValidationError as problem:
            raise NotSo(places, why(problem)) from None
        except (BadLine, RuleBroken) as problem:
            raise NotSo(places, str(problem)) from None

    def _number(self, places: int) -> int:
        return self.files.where(self.files.order[self._turn + places])[1]

    # ---- What is there already

    def _is_there(self, said: Said) -> bool:
        """Whether the log has this event; what is missing before it, or in its place, is said."""
        event, does = said.event, self.taking.governance
        last = does.version_of(event.originator_id)
        if event.originator_version == last + 1:
            return False
        if event.originator_version > last:
            raise BadLine(self._missing(event, last + 1))
        if is_same(self._recorded(event), event, does.vault):
            return True
        raise BadLine("The log has something else in this place. Is this another log?")

    def _recorded(self, event: Event) -> Event:
        waiting = (one for one in self.taking.batch.events if one.event_id == event.event_id)
        return next(waiting, None) or self.taking.governance.event(event.event_id)

    def _missing(self, event: Event, number: int) -> str:
        what = stream_of(event.TOPIC)
        if broken := self._broken.get(event.originator_id):
            return f"Line {broken} about the same {what} is bad."
        return (
            f"This is number {event.originator_version} of what happened to this {what}, "
            f"and number {number} is missing."
        )


def _act_of(said: Mapping[str, Any]) -> object:
    """What tells the lines of one act: when it was recorded, and from which line of an import."""
    return said.get("recorded_at"), said.get("source")
