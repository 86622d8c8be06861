"""What a line about a proposal may say: how it was put, answered, worried about and decided."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictInt

from domain.kinds import Resolution, Route, Stake, Support
from domain.voting.answers import Unlisted
from web.history.lines import Day, Line, Name, Names, OfCommittee, Unread, with_spaces

StrictNumber = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Count = Annotated[int, Field(strict=True, ge=0)]


class OptionLine(BaseModel):
    """One of the answers that a proposal offers."""

    model_config = ConfigDict(extra="forbid")
    option: Name
    title: Name | None = None
    candidate: Name | None = None


class ProposalMade(OfCommittee):
    """``proposal.made``."""

    proposal: Name
    title: Name
    text: str | None = None
    person: Name | None = None
    stake: Stake | None = None
    options: tuple[OptionLine, ...] = ()


class VotingOpened(Line):
    """``voting.opened``."""

    proposal: Name
    rule: Unread | None = None
    electorate: list[Name] | None = None


class ProposalOpened(ProposalMade):
    """``proposal.opened``: made, and voting opened at once."""

    rule: Unread | None = None
    electorate: list[Name] | None = None


class ProposalAmended(Line):
    """``proposal.amended``: what is not given stays."""

    proposal: Name
    title: Name | None = None
    text: str | None = None
    person: Name | None = None
    because_of: Names = Field(default_factory=list)


class OfProposal(Line):
    """A line about a proposal, and perhaps about somebody."""

    proposal: Name
    person: Name | None = None


class OfVoter(Line):
    """A line about a proposal and one of its voters."""

    proposal: Name
    person: Name


class Supported(BaseModel):
    """Who helped a voter, and how."""

    model_config = ConfigDict(extra="forbid")
    person: Name
    kind: Annotated[Support, BeforeValidator(with_spaces)] = Support.NOT_STATED
    chosen: Annotated[bool, Field(strict=True)] | None = None


class BallotCast(OfVoter):
    """``ballot.cast``: one of four ways to answer."""

    choice: Literal["yes", "no", "abstain", "objection", "stand_aside", "worry"] | None = None
    ranking: list[list[Name]] | None = None
    unlisted: Unlisted | None = None
    scores: dict[Name, StrictInt | StrictNumber] | None = None
    approves: list[Name] | None = None
    supported_by: Supported | None = None


class ObjectionRaised(OfVoter):
    """``objection.raised``."""

    objection: Name
    text: str | None = None


class DecisionReversed(Line):
    """``decision.reversed``."""

    proposal: Name


class ObjectionResolved(Line):
    """``objection.resolved``."""

    objection: Name
    how: Resolution
    person: Name | None = None
    text: str | None = None


class ProposalDecided(Line):
    """``proposal.decided``."""

    proposal: Name
    outcome: Names | None = None
    tally: dict[str, Count] | None = None
    published: str | None = None
    route: Route | None = None
    review_on: Day | None = None


class DecisionRecorded(OfCommittee):
    """``decision.recorded``: a decision of which only the result is known."""

    proposal: Name
    title: Name
    route: Route
    outcome: Names
    person: Name | None = None
    stake: Stake | None = None
