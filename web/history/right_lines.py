"""What a line about a mandate or a step-in may say."""

from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    Tag,
    model_validator,
)

from domain.kinds import Finding, StepInGround
from domain.values import Limit
from web.history.lines import Day, Line, Name, Names, OfCommittee, with_spaces
from web.history.moments import HOW_TO_WRITE, Moment, last_moment

HOW_TO_LIMIT = (
    'Write a limit as {"amount": 8000, "currency": "GBP", "per": "occasion"}: the amount in the '
    "smallest unit, per decision, occasion, month or year."
)


def _end(given: object) -> Moment:
    if not isinstance(given, str):
        raise ValueError(HOW_TO_WRITE)  # noqa: TRY004 -- pydantic tells these as problems
    return last_moment(given)


def _limit(given: object) -> Limit:
    """As an event has it, or with the amount and its currency beside what it is counted over."""
    try:
        said: dict[str, Any] = dict(given)  # type: ignore[call-overload]
        if "money" not in said:
            said["money"] = {key: said.pop(key) for key in ("amount", "currency")}
        return Limit.model_validate(said)
    except (KeyError, TypeError, ValueError):
        raise ValueError(HOW_TO_LIMIT) from None


class Holder(BaseModel):
    """Who holds a mandate. One of the three."""

    model_config = ConfigDict(extra="forbid")
    committee: Name | None = None
    role: Name | None = None
    person: Name | None = None

    @model_validator(mode="after")
    def _one(self) -> "Holder":
        if sum(one is not None for one in (self.committee, self.role, self.person)) != 1:
            raise ValueError("It has to be one of committee, role and person.")
        return self


def _shape(given: object) -> str:
    return "[name]" if isinstance(given, str) else "[holder]"


WhoHolds = Annotated[
    Annotated[Name, Tag("[name]")] | Annotated[Holder, Tag("[holder]")], Discriminator(_shape)
]
"""A holder that is only named is looked for among all three."""


class MandateGranted(OfCommittee):
    """``mandate.granted``."""

    mandate: Name
    holder: WhoHolds
    scope: Name
    limit: Annotated[Limit, PlainValidator(_limit)] | None = None
    expires: Day | None = None


class MandateRevoked(OfCommittee):
    """``mandate.revoked``."""

    mandate: Name


class StepInApplied(OfCommittee):
    """``step_in.applied``. Where only a day is told, it ends with that day."""

    step_in: Name
    person: Name
    grounds: Annotated[StepInGround, BeforeValidator(with_spaces)]
    expires: Annotated[Moment, PlainValidator(_end)] | None = None


class StepInReviewed(Line):
    """``step_in.reviewed``."""

    step_in: Name
    finding: Finding
    by: Names = Field(default_factory=list)
