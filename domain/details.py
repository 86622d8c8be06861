"""What is kept of people beyond their ids: sealed JSON objects, which can be erased."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict

from domain.errors import Malformed
from domain.kinds import Seat
from domain.sealed import Sealed, readable


class Details(BaseModel):
    """A person's details, as they lie in ``private.db``."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    name: str

    @classmethod
    def maybe(cls, name: str | None) -> Sealed | None:
        """Sealed details with this name, or nothing where there is no name."""
        return cls.sealed(name) if name and name.strip() else None

    @classmethod
    def sealed(cls, name: str) -> Sealed:
        """The seal that stands in the log for details with this name."""
        if isinstance(name, Sealed):
            return name
        if not name.strip():
            raise Malformed("A name is missing here. Please write it.")
        return Sealed.of(cls(name=readable(name)).model_dump_json())


class Preferences(BaseModel):
    """How a person likes to take part: what about it, and how they want it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    wants: dict[str, str]

    @classmethod
    def sealed(cls, wants: Mapping[str, str] | Sealed) -> Sealed:
        """The seal that stands in the log for these preferences."""
        if isinstance(wants, Sealed):
            return wants
        said = {readable(what): readable(how) for what, how in wants.items()}
        return Sealed.of(cls(wants=said).model_dump_json())


Sums = Mapping[Seat, Mapping[str, int]]
"""How many of each seat said what."""


class Survey(BaseModel):
    """How many of each seat gave which answer; never who."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    answers: dict[Seat, dict[str, int]]

    @classmethod
    def sealed(cls, answers: Sums | Sealed) -> Sealed:
        """The seal that stands in the log for these sums."""
        if isinstance(answers, Sealed):
            return answers
        sums = {seat: dict(said) for seat, said in answers.items()}
        if any(many < 0 for said in sums.values() for many in said.values()):
            raise Malformed("A survey keeps how many people said something: 0 or more.")
        words = {readable(word): many for said in sums.values() for word, many in said.items()}
        if not words:
            raise Malformed("A survey without answers has nothing to keep.")
        return Sealed.of(cls(answers=sums).model_dump_json())


OBJECTS: Mapping[str, type[BaseModel]] = {
    "details": Details,
    "preferences": Preferences,
    "answers": Survey,
}
"""The sealed fields of events whose words are such an object."""
