"""What is known of a person beyond their id: one sealed JSON object, which can be erased."""

from pydantic import BaseModel, ConfigDict

from domain.errors import Malformed
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
        if not name.strip():
            raise Malformed("A name is missing here. Please write it.")
        return Sealed.of(cls(name=readable(name)).model_dump_json())
