"""What the words of a native line mean: whom and what it names, and what begins with it."""

import re
from typing import Any
from uuid import UUID, uuid4

from pydantic_core import to_json

from domain import events
from domain.details import OBJECTS
from domain.events import Event
from domain.ids import PersonId
from domain.sealed import Sealed
from domain.values import EventId
from projections.export.keys import BRINGS, stream_of
from web.history import names
from web.history.names import BadLine
from web.history.native.known import Known
from web.history.native.lines import AN_EVENT, Called, NativeLine, id_in
from web.history.native.values import ANYTHING, KINDS
from web.history.roles import WELL_KNOWN

BEGINS = frozenset(
    {
        events.PersonRegistered,
        events.CommitteeFounded,
        events.ProposalMade,
        events.PlanMade,
        events.TaskAdded,
        events.MeetingCalled,
    }
)
"""The events with which a stream begins. A meeting that nobody called begins when it opens."""

OF_ALL = (names.PERSON, names.COMMITTEE)
OF_COMMITTEES = (names.PROPOSAL, names.TASK, names.PLAN, names.MEETING)
"""Streams: those of the whole organisation, and those of a committee."""


class Meant:
    """One line under way."""

    def __init__(self, known: Known, line: NativeLine, kind: type[Event]) -> None:
        self.known = known
        self.taking = known.taking
        self.line = line
        self.kind = kind
        self.about = stream_of(kind.TOPIC)
        self.is_written_out = line.is_written_out
        self.stream = UUID(int=0)
        self.names: list[Called] = []
        """What begins with this line, and how the file calls it."""

    # ---- Words

    def seal(self, words: object) -> object:
        """These words, sealed; or the seal of words that are no longer there."""
        if isinstance(words, str):
            return Sealed.of(words)
        if isinstance(words, dict) and words.keys() == {"seal"}:
            return _a_seal(words["seal"])
        raise BadLine("Words are written as text, in quotation marks.")

    def seal_object(self, name: str, given: object) -> object:
        """Words that are an object themselves, such as somebody's details."""
        if isinstance(given, dict) and given.keys() != {"seal"}:
            OBJECTS[name].model_validate(given)
            return Sealed.of(to_json(given).decode())
        if isinstance(given, dict):
            return self.seal(given)
        raise BadLine(f"{name}: it has to be an object, in curly brackets.")

    # ---- Events

    def event(self, name: str) -> str:
        """An event by its own name, or by the ``id`` of the line that told it."""
        if AN_EVENT.fullmatch(name):
            return name
        earlier = self.known.event_of(name)
        if earlier is None:
            raise BadLine(f"There is no earlier line with the id “{name}”.")
        return earlier

    def position(self, given: object) -> object:
        """Where an event stands in this log, which may be elsewhere than in another one."""
        if not isinstance(given, str):
            return given
        position = self.taking.governance.position_of(EventId(self.event(given)))
        if position is None:
            raise BadLine("There is no such entry in the log.")
        return position

    def authority(self, name: str) -> EventId | None:
        """What a line rests on: an event, or what every line may name."""
        self.taking.cites()
        if AN_EVENT.fullmatch(name):
            return EventId(name)
        return self.known.event_of(name) or self.taking.authority(self.line)

    # ---- Things

    def thing(self, kind: str, name: str) -> UUID:
        """What is called so, by its id or by the name that files have for it."""
        thing = id_in(name)
        if thing is not None:
            if kind == names.PERSON and not self.known.person(PersonId(thing)):
                raise BadLine(f"There is no person “{name}” in this log.")
            return thing
        if kind == names.PERSON:
            return self.taking.person(self.line, name)
        if kind == names.COMMITTEE:
            return self.taking.committee(name)
        if kind == ANYTHING:
            return self._anything(name)
        if kind in OF_COMMITTEES:
            return self.taking.thing(self.line, kind, name)
        return self._part(kind, name)

    def _anything(self, name: str) -> UUID:
        kinds = [kind for kind in OF_COMMITTEES if self.taking.names.has(kind, name)]
        if len(kinds) != 1:
            found = "more than one thing" if kinds else "nothing"
            raise BadLine(f"There is {found} that is called “{name}”.")
        return self.taking.thing(self.line, kinds[0], name)

    def _part(self, kind: str, name: str) -> UUID:
        """What lives inside the stream: known there, or beginning with this line."""
        scope = self.stream.hex
        known = WELL_KNOWN.get(name) if kind == names.ROLE else None
        begun = {(k, s, n): thing for k, s, n, thing in self.names}
        found = known or self.taking.names.get(kind, scope, name) or begun.get((kind, scope, name))
        if found is not None:
            return found
        if kind not in self._begin_here():
            raise BadLine(f"There is no {kind} “{name}” here.")
        return self._begin(kind, scope, name)

    def _begin(self, kind: str, scope: str, name: str) -> UUID:
        thing = uuid4()
        self.names.append((kind, scope, name, thing))
        return thing

    def _begin_here(self) -> set[str]:
        """What may begin inside a stream with such an event."""
        if self.kind is events.RoleTaken:
            return {names.ROLE}
        if self.kind in (events.ProposalMade, events.ProposalAmended):
            return {names.OPTION}
        return {kind_of_part(self.kind)} if self.kind in BRINGS else set()

    # ---- What the line is about

    def begins(self, about: str) -> bool:
        """Whether what a line written by hand is about begins with it."""
        if self.kind is events.MeetingOpened:
            return not (id_in(about) or self.taking.names.has(names.MEETING, about))
        return self.kind in BEGINS

    def stream_named(self, about: Any) -> UUID:
        """The stream that a line written by hand is about, or one that begins with it."""
        if about is None:
            raise BadLine(f"The key “{self.about}” is missing.")
        if not isinstance(about, str) or not about.strip():
            raise BadLine(f"{self.about}: it has to be text, in quotation marks.")
        return self._new_stream(about) if self.begins(about) else self.thing(self.about, about)

    def _new_stream(self, name: str) -> UUID:
        if id_in(name) is not None:
            raise BadLine(f"“{name}” looks like an id. Give what begins here a name of its own.")
        scope = names.ORGANISATION
        if self.about not in OF_ALL:
            if self.line.committee is None:
                raise BadLine("The key “committee” is missing.")
            scope = self.taking.committee(self.line.committee).hex
        return self._begin(self.about, self.taking.new(self.about, scope, name), name)

    # ---- What a file calls what begins here

    def options(self, given: Any) -> Any:
        """The options of a proposal, without what the file calls them; that is kept aside."""
        if not isinstance(given, list):
            return given
        return [self._option(one) if isinstance(one, dict) else one for one in given]

    def _option(self, said: dict[str, Any]) -> dict[str, Any]:
        option, called = id_in(str(said.get("option"))), said.get("called")
        if option is not None and called is not None:
            self._call(names.OPTION, self.stream.hex, called, option)
        return {key: value for key, value in said.items() if key != "called"}

    def call(self, event: Event) -> None:
        """Take down what files call that which begins with an event that was written out."""
        if self.line.called is None:
            return
        if event.originator_version == 1:
            home = getattr(event, "committee", None)
            scope = names.ORGANISATION if home is None else home.hex
            self._call(self.about, scope, self.line.called, event.originator_id)
        elif self.kind in BRINGS:
            thing = getattr(event, BRINGS[self.kind])
            self._call(kind_of_part(self.kind), self.stream.hex, self.line.called, thing)
        else:
            raise BadLine("Nothing begins with this line, so it cannot be “called” anything.")

    def _call(self, kind: str, scope: str, called: Any, thing: UUID) -> None:
        given = [called] if isinstance(called, str) else called
        if not isinstance(given, list) or not all(isinstance(one, str) and one for one in given):
            raise BadLine("called: it has to be text, in quotation marks, or a list of such.")
        self.names += [(kind, scope, name, thing) for name in given]


def kind_of_part(kind: type[Event]) -> str:
    """What begins inside a stream with such an event, in the words that names are kept under."""
    return KINDS[kind.model_fields[BRINGS[kind]].annotation]


def _a_seal(digest: object) -> Sealed:
    if not isinstance(digest, str) or not re.fullmatch(r"[0-9a-f]{64}", digest):
        raise BadLine("seal: it has to be 64 digits and letters from a to f.")
    return Sealed(digest)
