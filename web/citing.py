"""Forms that cite a decision: nothing changes a plan or a job without one."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator

from domain.values import EventRef
from web.forms import missing, nothing

NO_REASON = "Pick what we decided. Nothing changes without it."


class Citing(BaseModel):
    """The decision that allows a change."""

    decision: Annotated[EventRef | None, BeforeValidator(nothing)] = None


class OnlyCiting(Citing):
    """A change of which nothing needs to be said but the decision."""

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing((self.decision, "decision", NO_REASON))
