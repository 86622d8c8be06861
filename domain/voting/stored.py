"""What the shapes in this folder share: the log keeps them and gives them back unaltered."""

import re
from fractions import Fraction
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator

WRITE_A_FRACTION = 'Write a share as a fraction in text, such as "1/2" or "2/3".'

WholeNumber = Annotated[int, Field(strict=True)]


class Stored(BaseModel):
    """A part of an event: closed, and never altered once made."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )


def unsaid(value: object) -> bool:
    """Whether a value says nothing, so that a stored object can leave its key out."""
    return value is None or value in ((), {})


def _is_whole(given: object) -> bool:
    return isinstance(given, int) and not isinstance(given, bool)


def _share(given: object) -> Fraction:
    if isinstance(given, Fraction):
        return given
    written = re.fullmatch(r"([0-9]{1,9})/([0-9]{1,9})", given) if isinstance(given, str) else None
    if written is None or not int(written[2]):
        raise ValueError(WRITE_A_FRACTION)
    return Fraction(int(written[1]), int(written[2]))


def _exact(given: object) -> int | Fraction:
    if isinstance(given, Fraction):
        return given.numerator if given.denominator == 1 else given
    if isinstance(given, int) and _is_whole(given):
        return given
    written = re.fullmatch(r"(-?[0-9]+)/([0-9]+)", given) if isinstance(given, str) else None
    if written is None or not int(written[2]):
        raise ValueError("Write a number that is not whole as a fraction in text.")
    return _exact(Fraction(int(written[1]), int(written[2])))


def _number_or_share(given: object) -> int | Fraction:
    return given if isinstance(given, int) and _is_whole(given) else _share(given)


def _ratio(given: object) -> Fraction:
    return Fraction(given) if isinstance(given, int) and _is_whole(given) else _share(given)


def _text(number: int | Fraction) -> int | str:
    is_share = isinstance(number, Fraction)
    return f"{number.numerator}/{number.denominator}" if is_share else number.numerator


_as_text = PlainSerializer(_text)

Exact = Annotated[int | Fraction, PlainValidator(_exact), _as_text]
"""A number without rounding: 7 where it is whole, else "7/2"."""

Share = Annotated[Fraction, PlainValidator(_share), _as_text]
"""A share of a whole, exact: "2/3" in JSON, never 0.6667."""

NumberOrShare = Annotated[int | Fraction, PlainValidator(_number_or_share), _as_text]
"""A number of people (4), or a share of them ("1/2"); 1 is one person and "1/1" everybody."""

Ratio = Annotated[Fraction, PlainValidator(_ratio), _as_text]
"""So many for each one against: 3 or "3/1"."""
