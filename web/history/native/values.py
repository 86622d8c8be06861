"""What stands in a line becomes what stands in an event: names become ids, words are sealed."""

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NewType, Protocol, Union, get_args, get_origin
from uuid import UUID

from pydantic import BaseModel

from domain import ids
from domain.events import Event
from domain.sealed import Sealed
from domain.values import EventId
from projections.export.keys import COMMON, key_of
from web.history import names

ANYTHING = "thing"
KINDS: Mapping[object, str] = {
    ids.PersonId: names.PERSON,
    ids.CommitteeId: names.COMMITTEE,
    ids.ProposalId: names.PROPOSAL,
    ids.PlanId: names.PLAN,
    ids.TaskId: names.TASK,
    ids.MeetingId: names.MEETING,
    ids.OptionId: names.OPTION,
    ids.ObjectionId: names.OBJECTION,
    ids.RoleId: names.ROLE,
    ids.RuleId: "rule",
    ids.LineId: names.LINE,
    ids.MandateId: names.MANDATE,
    ids.StepInId: names.STEP_IN,
    ids.DisputeId: "dispute",
    ids.AdjustmentId: "adjustment",
    ids.PaperId: "paper",
    ids.QuestionId: "question",
    ids.SlipId: "slip",
    ids.StreamId: ANYTHING,
}
"""What an id is an id of, in the words of people and of the names that files use."""


class Meaning(Protocol):
    """Knows what the words of a line mean."""

    def thing(self, kind: str, name: str) -> UUID:
        """The id of what is called so."""

    def event(self, name: str) -> str:
        """The event that is called so."""

    def seal(self, words: object) -> object:
        """These words, sealed."""


Reader = Callable[[Meaning, Any], Any]


@cache
def readers(kind: type[Event]) -> Mapping[str, tuple[str, Reader | None]]:
    """For each key that only this kind of event has, its field and how its value is read."""
    return {
        key_of(name): (name, reader(field.annotation))
        for name, field in kind.model_fields.items()
        if name not in COMMON
    }


def reader(shape: Any) -> Reader | None:
    """How a value of this shape is read; ``None`` where it is taken as it stands."""
    if shape is Sealed:
        return lambda it, given: it.seal(given)
    if shape is EventId:
        return lambda it, given: it.event(given) if isinstance(given, str) else given
    if isinstance(shape, NewType):
        kind = KINDS[shape]
        return lambda it, given: it.thing(kind, given) if isinstance(given, str) else given
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return _object(shape)
    parts = [part for part in get_args(shape) if part is not NoneType]
    origin = get_origin(shape)
    if origin is Annotated:
        return reader(parts[0])
    if origin is tuple:
        return _list(reader(parts[0]))
    if origin in (Union, UnionType):
        return reader(parts[0]) if len(parts) == 1 else _one_of(parts)
    return _dict(*map(reader, parts)) if origin is not None and parts[1:] else None


def _list(each: Reader | None) -> Reader | None:
    if each is None:
        return None

    def read(it: Meaning, given: Any) -> Any:
        return [each(it, one) for one in given] if isinstance(given, list) else given

    return read


def _dict(key: Reader | None, value: Reader | None) -> Reader | None:
    if key is None and value is None:
        return None

    def read(it: Meaning, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        return {_by(key, it, name): _by(value, it, one) for name, one in given.items()}

    return read


def _object(kind: type[BaseModel]) -> Reader | None:
    parts = _parts(kind)
    if not any(parts.values()):
        return None

    def read(it: Meaning, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        return {key: _by(parts.get(key), it, one) for key, one in given.items()}

    return read


def _parts(kind: type[BaseModel]) -> dict[str, Reader | None]:
    return {
        str(field.validation_alias or name): reader(field.annotation)
        for name, field in kind.model_fields.items()
    }


def _one_of(shapes: list[Any]) -> Reader | None:
    """One of several: a word of a closed list stands for itself, an object is told by its keys."""
    words = {word for shape in shapes for word in _words(shape)}
    objects = [(_parts(shape).keys(), reader(shape)) for shape in shapes if _is_object(shape)]
    named = next((reader(shape) for shape in shapes if isinstance(shape, NewType)), None)

    def read(it: Meaning, given: Any) -> Any:
        if isinstance(given, str) and given not in words:
            return _by(named, it, given)
        if isinstance(given, dict):
            fitting = (one for keys, one in objects if given.keys() <= keys)
            return _by(next(fitting, None), it, given)
        return given

    return read if named or any(one for _, one in objects) else None


def _is_object(shape: Any) -> bool:
    return isinstance(shape, type) and issubclass(shape, BaseModel)


def _words(shape: Any) -> list[str]:
    if isinstance(shape, type) and issubclass(shape, Enum):
        return [str(one.value) for one in shape]
    return list(get_args(shape)) if get_origin(shape) is Literal else []


def _by(read: Reader | None, it: Meaning, given: Any) -> Any:
    return given if read is None else read(it, given)
