"""A native line, read: the event that it says, and what of it the line leaves open."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast
from uuid import UUID, uuid4

from pydantic import ConfigDict
from pydantic_core import to_json

from domain import events
from domain.details import OBJECTS
from domain.events import EVENTS, Authorised, Event
from domain.ids import PersonId
from domain.kinds import NotAPerson, Precision, Shown
from domain.sealed import Sealed
from domain.values import EventId, Source, place_of
from projections.export.keys import BRINGS, DURING, stream_of
from web.history import lines, names
from web.history.lines import Name, Names, When
from web.history.names import BadLine
from web.history.native.values import ANYTHING, KINDS, readers
from web.history.native.whose import OWN_WORD
from web.history.roles import WELL_KNOWN
from web.history.taking import NOT_PEOPLE, Taking

_ID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_EVENT = re.compile(r"[0-9a-f]{32}@[1-9][0-9]{0,17}")

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

TOP = (names.PERSON, names.COMMITTEE)
EVERYWHERE = (*TOP, names.PROPOSAL, names.PLAN, names.TASK, "meeting")
"""Streams: those of the whole organisation, and those of a committee."""


class NativeLine(lines.Line):
    """What every native line may say; its event's own fields are beside that."""

    model_config = ConfigDict(extra="allow")
    precision: Precision | None = None
    called: Names | None = None
    during: Name | None = None
    recorded_at: When | None = None
    source: Any = None
    reason: Any = None


@dataclass(slots=True)
class Said:
    """A line, and the event that it says."""

    line: NativeLine
    number: int
    event: Event
    named: frozenset[str] | None
    """The fields that a line written by hand names; ``None`` for an event that was written out."""

    names: list[tuple[str, str, str, UUID]] = field(default_factory=list)
    """What the line calls what begins with it: kind, scope, name and id."""

    @property
    def is_by_hand(self) -> bool:
        """Whether somebody wrote this line; else a log wrote it out, ids and all."""
        return self.named is not None


def read(taking: Taking, said: Mapping[str, Any], number: int) -> Said:
    """The event that a line says, with its words sealed and its names turned into ids.

    What one act brought about keeps one source: the line that is under way.
    """
    line = NativeLine.model_validate(said)
    kind = EVENTS[line.kind]
    own: dict[str, Any] = dict(line.model_extra or {})
    stream = stream_of(line.kind)
    for key in {"committee", "meeting", "note"} & (readers(kind).keys() | {stream}):
        if (value := getattr(line, key)) is not None:
            own[key] = value
    about = own.pop(stream, None)
    return _Reading(taking, line, number, kind).read(about, own)


class _Reading:
    """One line under way."""

    def __init__(self, taking: Taking, line: NativeLine, number: int, kind: type[Event]) -> None:
        self.taking = taking
        self.line = line
        self.number = number
        self.kind = kind
        self.about = stream_of(kind.TOPIC)
        self.is_event = bool(line.id and _EVENT.fullmatch(line.id))
        self.names: list[tuple[str, str, str, UUID]] = []
        self.brings = BRINGS.get(kind)
        self.stream, self.version = UUID(int=0), 0

    def read(self, about: Any, own: dict[str, Any]) -> Said:
        """The event, once it is clear which stream it belongs to."""
        if self.is_event:
            self.stream, self.version = place_of(cast("Any", self.line.id))
            if about is not None and self._id_in(about) != self.stream:
                raise BadLine(f"“{self.about}” and “id” name two different things.")
        else:
            self.stream = self._stream_named(about)
        fields = self._fields(own)
        named = None if self.is_event else frozenset(fields)
        if named is not None:
            named |= {"authority"} if self.line.authority else set()
            fields = self._left_open(about) | fields
        event = self.kind.model_validate(
            {
                **fields,
                **self._of_every_event(fields),
                "originator_id": self.stream,
                "originator_version": self.version,
            }
        )
        self._call(event)
        return Said(self.line, self.number, event, named, self.names)

    # ---- What every event has

    def _of_every_event(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        line, taking = self.line, self.taking
        noted = line.noted or (line.recorded_at if self.is_event else None)
        said: dict[str, Any] = {
            "recorded_at": taking.now,
            "occurred_at": line.at.at,
            "occurred_to": line.precision or line.at.to,
            "noted_at": noted and noted.at,
            "actor": self._actor(fields),
            "recorded_by": self._person(line.recorded_by),
            "through": line.through,
            "witness": self._person(line.witness),
            "meeting": self._meeting(),
            "source": Source(run=taking.run, line=taking.number),
            "reason": None if line.reason is None else self.seal(line.reason),
        }
        if line.authority is not None and (self.is_event or issubclass(self.kind, Authorised)):
            said["authority"] = self._authority(line.authority)
        return said

    def _actor(self, fields: Mapping[str, Any]) -> object:
        said = self.line.actor
        if said is not None:
            return NOT_PEOPLE.get(said) or self._person(said)
        own = None if self.is_event else OWN_WORD.get(self.kind)
        if own == "originator_id":
            return self.stream
        return (fields.get(own) if own else None) or NotAPerson.UNKNOWN

    def _person(self, name: str | None) -> UUID | None:
        return None if name is None else self.thing(names.PERSON, name)

    def _meeting(self) -> UUID | None:
        name = self.line.during if self.about == "meeting" else self.line.meeting
        if self.about != "meeting" and self.line.during is not None:
            raise BadLine(f"There is no key “{DURING}” for this kind of line.")
        return None if name is None else self.thing("meeting", name)

    def _authority(self, name: str) -> str:
        self.taking.cites()
        if _EVENT.fullmatch(name):
            return name
        if (earlier := self.taking.event_of(name)) is not None:
            return earlier
        return cast("str", self.taking.authority(self.line))

    # ---- What only this kind of event has

    def _fields(self, own: dict[str, Any]) -> dict[str, Any]:
        known = readers(self.kind)
        fields: dict[str, Any] = {}
        for key, given in own.items():
            if key not in known:
                raise BadLine(f"There is no key “{key}” for this kind of line.")
            name, read = known[key]
            if name in OBJECTS:
                fields[name] = self._object(name, given)
            elif name == "seen_to":
                fields[name] = self._position(given)
            else:
                value = self._options(given) if name == "options" else given
                fields[name] = value if read is None else read(self, value)
        return fields

    def _position(self, given: object) -> object:
        """Where an event stands in this log, which may be elsewhere than in another one."""
        if not isinstance(given, str):
            return given
        position = self.taking.governance.position_of(EventId(self.event(given)))
        if position is None:
            raise BadLine("There is no such entry in the log.")
        return position

    def _left_open(self, about: object) -> dict[str, Any]:
        """What a line written by hand need not say, as it stands until the rules have said it."""
        open_: dict[str, Any] = {
            "named": True,
            "available_from": self.line.at.at,
            "opens_at": self.line.at.at,
            "shown": Shown.AS_CAST,
        }
        if self.brings is not None:
            open_[self.brings] = uuid4()
        if self.kind is events.PersonRegistered and isinstance(about, str):
            open_["ref"] = Sealed.of(about)
        if self.kind is events.MeetingOpened:
            open_["committee"] = self._home(self.stream)
        return {name: value for name, value in open_.items() if name in self.kind.model_fields}

    def _home(self, stream: UUID) -> UUID:
        return self.taking.home(stream)

    def _options(self, given: Any) -> Any:
        """The options of a proposal, without what the file calls them; that is kept aside."""
        if not isinstance(given, list):
            return given
        return [self._option(one) if isinstance(one, dict) else one for one in given]

    def _option(self, said: dict[str, Any]) -> dict[str, Any]:
        called = said.get("called")
        if called is None:
            return said
        option = self._id_in(said.get("option"))
        if option is not None:
            self._name(names.OPTION, self.stream.hex, called, option)
        return {key: value for key, value in said.items() if key != "called"}

    # ---- Meaning

    def seal(self, words: object) -> object:
        """These words, sealed; or the seal of words that are no longer there."""
        if isinstance(words, str):
            return Sealed.of(words)
        if isinstance(words, dict) and words.keys() == {"seal"}:
            return _a_seal(words["seal"])
        raise BadLine("Words are written as text, in quotation marks.")

    def _object(self, name: str, given: object) -> object:
        """Words that are an object themselves, such as somebody's details."""
        if isinstance(given, dict) and given.keys() != {"seal"}:
            OBJECTS[name].model_validate(given)
            return Sealed.of(to_json(given).decode())
        if isinstance(given, str):
            raise BadLine(f"{name}: it has to be an object, in curly brackets.")
        return self.seal(given)

    def event(self, name: str) -> str:
        """An event by its own name, or by the ``id`` of the line that told it."""
        if _EVENT.fullmatch(name):
            return name
        earlier = self.taking.event_of(name)
        if earlier is None:
            raise BadLine(f"There is no earlier line with the id “{name}”.")
        return earlier

    def thing(self, kind: str, name: str) -> UUID:
        """What is called so, by its id or by the name that files have for it."""
        if _ID.fullmatch(name):
            thing = UUID(name)
            if kind == names.PERSON and not self.taking.is_known(PersonId(thing)):
                raise BadLine(f"There is no person “{name}” in this log.")
            return thing
        if kind == names.PERSON:
            return self.taking.person(self.line, name)
        if kind == ANYTHING:
            return self._anything(name)
        return self._stream(kind, name) if kind in EVERYWHERE else self._part(kind, name)

    def _anything(self, name: str) -> UUID:
        kinds = [k for k in EVERYWHERE if k not in TOP]
        found = {self._stream(k, name) for k in kinds if self.taking.names.has(k, name)}
        if len(found) != 1:
            few = "nothing that" if not found else "more than one thing that"
            raise BadLine(f"There is {few} is called “{name}”.")
        return found.pop()

    def _stream(self, kind: str, name: str) -> UUID:
        if kind == names.COMMITTEE:
            return self.taking.committee(name)
        return self.taking.thing(self.line, kind, name)

    def _part(self, kind: str, name: str) -> UUID:
        """What lives inside the stream: known there, or beginning with this line."""
        scope = self.stream.hex
        known = WELL_KNOWN.get(name) if kind == names.ROLE else None
        if found := known or self.taking.names.get(kind, scope, name):
            return found
        for begun_kind, begun_scope, begun_name, thing in self.names:
            if (begun_kind, begun_scope, begun_name) == (kind, scope, name):
                return thing
        if kind not in self._begin_here():
            raise BadLine(f"There is no {kind} “{name}” here.")
        thing = uuid4()
        self.names.append((kind, scope, name, thing))
        return thing

    def _begin_here(self) -> set[str]:
        """What may begin inside a stream with such an event."""
        may = set()
        if self.brings is not None:
            may.add(KINDS[self.kind.model_fields[self.brings].annotation])
        if issubclass(self.kind, events.ProposalMade | events.ProposalAmended):
            may.add(names.OPTION)
        return may | ({names.ROLE} if self.kind is events.RoleTaken else set())

    # ---- Which stream it is about

    def _stream_named(self, about: Any) -> UUID:
        if about is None:
            raise BadLine(f"The key “{self.about}” is missing.")
        if not isinstance(about, str) or not about.strip():
            raise BadLine(f"{self.about}: it has to be text, in quotation marks.")
        is_new_meeting = self.kind is events.MeetingOpened and not self.taking.names.has(
            "meeting", about
        )
        if self.kind in BEGINS or is_new_meeting:
            return self._new_stream(about)
        return self.thing(self.about, about)

    def _new_stream(self, name: str) -> UUID:
        if _ID.fullmatch(name):
            raise BadLine(f"“{name}” looks like an id. Give what begins here a name of its own.")
        scope = names.ORGANISATION
        if self.about not in TOP:
            if self.line.committee is None:
                raise BadLine("The key “committee” is missing.")
            scope = self.taking.committee(self.line.committee).hex
        stream = uuid4()
        self.version = 1
        self.taking.new(self.about, scope, name)
        self.names.append((self.about, scope, name, stream))
        return stream

    def _id_in(self, given: object) -> UUID | None:
        return UUID(given) if isinstance(given, str) and _ID.fullmatch(given) else None

    # ---- What a file calls what begins here

    def _call(self, event: Event) -> None:
        """Take down the names of what begins, for whoever asks for it by them."""
        if self.line.called is None:
            return
        if event.originator_version == 1:
            home = getattr(event, "committee", None)
            scope = home.hex if home is not None else names.ORGANISATION
            self._name(self.about, scope, self.line.called, event.originator_id)
        elif self.brings is not None:
            kind = KINDS[self.kind.model_fields[self.brings].annotation]
            thing = getattr(event, self.brings)
            self._name(kind, self.stream.hex, self.line.called, thing)
        else:
            raise BadLine("Nothing begins with this line, so it cannot be “called” anything.")

    def _name(self, kind: str, scope: str, called: Any, thing: UUID) -> None:
        given = [called] if isinstance(called, str) else called
        if not isinstance(given, list) or not all(isinstance(one, str) and one for one in given):
            raise BadLine("called: it has to be text, in quotation marks, or a list of such.")
        self.names += [(kind, scope, name, thing) for name in given]


def _a_seal(digest: object) -> Sealed:
    if not isinstance(digest, str) or not re.fullmatch(r"[0-9a-f]{64}", digest):
        raise BadLine("seal: it has to be 64 digits and letters from a to f.")
    return Sealed(digest)


def is_written_out(said: Mapping[str, Any]) -> bool:
    """Whether a log wrote this line out: an event, under the id that it has there."""
    name = said.get("id")
    return said.get("kind") in EVENTS and isinstance(name, str) and bool(_EVENT.fullmatch(name))
