"""A native line, read: the event that it says, and what of it the line leaves open."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from domain import events
from domain.details import OBJECTS
from domain.events import EVENTS, Authorised, Event
from domain.kinds import NotAPerson, Shown
from domain.sealed import Sealed
from domain.values import Source
from projections.export.keys import BRINGS, DURING, stream_of
from web.history import names
from web.history.names import BadLine
from web.history.native.known import Known
from web.history.native.lines import NativeLine, Said, id_in
from web.history.native.meaning import Meant
from web.history.native.values import readers
from web.history.native.whose import OWN_WORD, THEMSELVES
from web.history.taking import NOT_PEOPLE

Fields = dict[str, Any]


def read(known: Known, said: Mapping[str, Any], number: int) -> Said:
    """The event that a line says, with its words sealed and its names turned into ids.

    What one act brought about keeps one source: the line that is under way.
    """
    line = NativeLine.model_validate(said)
    kind = EVENTS[line.kind]
    meant = Meant(known, line, kind)
    own = _own(line, kind)
    about = own.pop(meant.about, None)
    if meant.is_written_out:
        return _written_out(meant, number, about, own)
    return _by_hand(meant, number, about, own)


def _own(line: NativeLine, kind: type[Event]) -> Fields:
    """What a line says beyond what every one may: of its stream, and of such an event."""
    own: Fields = dict(line.model_extra or {})
    for key in {"committee", "meeting", "note"} & (readers(kind).keys() | {stream_of(line.kind)}):
        if (value := getattr(line, key)) is not None:
            own[key] = value
    return own


def _written_out(it: Meant, number: int, about: object, own: Fields) -> Said:
    """An event as a log wrote it out: all of it has to hold."""
    name, _, version = str(it.line.id).partition("@")
    it.stream = id_in(name) or UUID(name)
    if about is not None and id_in(str(about)) != it.stream:
        raise BadLine(f"“{it.about}” and “id” name two different things.")
    fields = _fields(it, own)
    event = _event(it, int(version), fields)
    it.call(event)
    return Said(it.line, number, event, None, it.names)


def _by_hand(it: Meant, number: int, about: Any, own: Fields) -> Said:
    """An event as somebody wrote it: what the line does not name is for the rules to say."""
    if it.line.called is not None:
        raise BadLine("Only a line that a log wrote out can say what something is “called”.")
    it.stream = it.stream_named(about)
    begins = isinstance(about, str) and it.begins(about)
    fields = _fields(it, own)
    named = frozenset(fields) | ({"authority"} if it.line.authority else set())
    event = _event(it, int(begins), _left_open(it, about) | fields)
    return Said(it.line, number, event, named, it.names)


def _event(it: Meant, version: int, fields: Fields) -> Event:
    place = {"originator_id": it.stream, "originator_version": version}
    return it.kind.model_validate(fields | _of_every_event(it, fields) | place)


# ---- What every event has


def _of_every_event(it: Meant, fields: Fields) -> Fields:
    line, taking = it.line, it.taking
    noted = line.noted or (line.recorded_at if it.is_written_out else None)
    said: Fields = {
        "recorded_at": taking.now,
        "occurred_at": line.at.at,
        "occurred_to": line.precision or line.at.to,
        "noted_at": noted and noted.at,
        "actor": _actor(it, fields),
        "recorded_by": _person(it, line.recorded_by),
        "through": line.through,
        "witness": _person(it, line.witness),
        "meeting": _meeting(it),
        "source": Source(run=taking.run, line=taking.number),
        "reason": None if line.reason is None else it.seal(line.reason),
    }
    if line.authority is not None and (it.is_written_out or issubclass(it.kind, Authorised)):
        said["authority"] = it.authority(line.authority)
    return said


def _actor(it: Meant, fields: Fields) -> object:
    said = it.line.actor
    if said is not None:
        return NOT_PEOPLE.get(said) or _person(it, said)
    own = None if it.is_written_out else OWN_WORD.get(it.kind)
    if own == THEMSELVES:
        return it.stream
    return (fields.get(own) if own else None) or NotAPerson.UNKNOWN


def _person(it: Meant, name: str | None) -> UUID | None:
    return None if name is None else it.thing(names.PERSON, name)


def _meeting(it: Meant) -> UUID | None:
    """The meeting in which it happened; of a line about a meeting, another key says that."""
    if it.about != names.MEETING and it.line.during is not None:
        raise BadLine(f"There is no key “{DURING}” for this kind of line.")
    name = it.line.during if it.about == names.MEETING else it.line.meeting
    return None if name is None else it.thing(names.MEETING, name)


# ---- What only this kind of event has


def _fields(it: Meant, own: Fields) -> Fields:
    known = readers(it.kind)
    fields: Fields = {}
    for key, given in own.items():
        if key not in known:
            raise BadLine(f"There is no key “{key}” for this kind of line.")
        name, read = known[key]
        if name in OBJECTS:
            fields[name] = it.seal_object(name, given)
        elif name == "seen_to":
            fields[name] = it.position(given)
        else:
            value = it.options(given) if name == "options" else given
            fields[name] = value if read is None else read(it, value)
    return fields


def _left_open(it: Meant, about: object) -> Fields:
    """What a line written by hand need not say, as it stands until the rules have said it."""
    at = it.line.at.at
    left: Fields = {"named": True, "available_from": at, "opens_at": at, "shown": Shown.AS_CAST}
    if it.kind in BRINGS:
        left[BRINGS[it.kind]] = uuid4()
    if it.kind is events.PersonRegistered:
        left["ref"] = Sealed.of(str(about))
    if it.kind is events.MeetingOpened and it.line.committee is None:
        left["committee"] = it.taking.home(it.stream)
    return {name: value for name, value in left.items() if name in it.kind.model_fields}
