"""What is known of a person beyond their id: one sealed JSON object, which can be erased."""

from pydantic import BaseModel, ConfigDict

from domain.sealed import Sealed


class Details(BaseModel):
    """A person's details, as they lie in ``private.db``."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    name: str

    @classmethod
    def maybe(cls, name: str | None) -> Sealed | None:
        """Sealed details with this name, or nothing where there is no name."""
        return cls(name=name).sealed() if name and name.strip() else None

    def sealed(self) -> Sealed:
        """The seal that stands for these details in the log."""
        return Sealed.of(self.model_dump_json())
