"""What the fields of an event are made of, found by walking through the types."""

from collections.abc import Iterator
from typing import Annotated, Any, NewType, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


def fields_of(kind: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    """Each field, and its type as it was written."""
    for name, field in kind.model_fields.items():
        yield name, whole(field)


def whole(field: FieldInfo) -> Any:
    """The type of a field with what is demanded of it, which pydantic keeps apart."""
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def leaves(shape: Any, path: str) -> Iterator[tuple[str, Any, tuple[Any, ...]]]:
    """Each plain type inside, where it stands, and what is demanded of it."""
    if isinstance(shape, NewType):
        shape = shape.__supertype__
    if get_origin(shape) is Annotated:
        inner, *demands = get_args(shape)
        if get_args(inner) or (isinstance(inner, type) and issubclass(inner, BaseModel)):
            yield from leaves(inner, path)
        else:
            inner = inner.__supertype__ if isinstance(inner, NewType) else inner
            yield path, inner, tuple(demands)
    elif isinstance(shape, type) and issubclass(shape, BaseModel):
        for name, inner in fields_of(shape):
            yield from leaves(inner, f"{path}.{name}")
    elif get_args(shape):
        for inner in get_args(shape):
            yield from leaves(inner, path)
    else:
        yield path, shape, ()
