"""Forms that cite a decision: nothing changes a plan or a job without one."""

from pydantic import BaseModel

from domain.values import EventRef
from web.forms import Maybe, missing

NO_REASON = "Pick what we decided. Nothing changes without it."


class Citing(BaseModel):
    """The decision that allows a change."""

    decision: Maybe[EventRef] = None


class OnlyCiting(Citing):
    """A change of which nothing needs to be said but the decision."""

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing((self.decision, "decision", NO_REASON))
