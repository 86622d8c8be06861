"""What a form sent, parsed; and the same form again where something in it has to be mended."""

import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

from flask import render_template, request
from pydantic import BaseModel, BeforeValidator, Field, StringConstraints

F = TypeVar("F", bound=BaseModel)
T = TypeVar("T")


def _nothing(given: object) -> object:
    return None if given == "" else given


Maybe = Annotated[T | None, BeforeValidator(_nothing)]
"""A field that may be left empty: then it says nothing."""

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
"""One line that a person writes."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=50_000)]
"""Several lines that a person writes: eight thousand words, say."""

Position = Annotated[int, Field(ge=0, le=2**63 - 1)]
"""A place in the log."""

Mend = tuple[str, int]
"""The page of a form that was sent with something missing."""


class SecondPress(BaseModel):
    """The second press of something that cannot be taken back."""

    sure: Literal["yes"]


@dataclass(frozen=True, slots=True)
class Sure:
    """What ``sure.html`` asks before something that cannot be taken back."""

    title: str
    text: list[str]
    picture: str
    yes: str
    action: str
    back: str


def form(kind: type[F]) -> F:
    """What was sent, if it has this shape; anything else is answered as not understood."""
    return kind.model_validate(request.form.to_dict())


def asked(kind: type[F]) -> F:
    """What the address asks for, behind its question mark."""
    return kind.model_validate(request.args.to_dict())


def ticked(name: str) -> list[UUID]:
    """The ids of those that were ticked; what is no id is no tick."""
    return [found for one in request.values.getlist(name) if (found := _id(one))]


def _id(given: str) -> UUID | None:
    try:
        return UUID(given)
    except ValueError:
        return None


def missing(*parts: tuple[object, str, str]) -> dict[str, str]:
    """A sentence for each field that was left empty, or that has nothing in it to be seen."""
    return {field: sentence for value, field, sentence in parts if not _is_seen(value)}


def _is_seen(value: object) -> bool:
    if not isinstance(value, str):
        return bool(value)
    return any(unicodedata.category(letter)[0] in "LNPS" for letter in value)


def mend(template: str, wrong: dict[str, str], **context: Any) -> Mend:
    """The form once more, saying what has to be mended. Nothing was written down."""
    return render_template(template, wrong=wrong, **context), 400


def short(given: object) -> object:
    """What somebody looks for, as long as one line may be: what is longer is cut off."""
    return " ".join(given[:200].split()) if isinstance(given, str) else given
