"""Hands that are counted in a meeting, as a page shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.events import PersonRecused, VoterAdded, VoterDropped, VotingOpened
from domain.ids import PersonId
from domain.voting.answers import Choice
from domain.voting.electorate import Voter
from domain.voting.hands import hands_problems
from domain.voting.tally import StatedTally
from projections.seen import ProposalSeen, Stage
from projections.sentences import SAID
from web.seen.people import Person, people
from web.services import services

ANSWERS = (Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.OBJECTION)
NAMED = "Some people have voted with their names. So we cannot count hands here."


@dataclass(frozen=True, slots=True)
class Field:
    """One answer, and what was typed for it."""

    name: str
    typed: str


@dataclass(frozen=True, slots=True)
class HandsPage:
    """What ``hands.html`` shows; ``why_not`` where no hands can be counted here."""

    proposal: str
    question: str
    why_not: str
    may: int
    fields: list[Field]
    counted: str
    others: list[Person]
    witness: str


def hands_page(
    idea: ProposalSeen, typed: Mapping[str, str] | None = None, witness: str = ""
) -> HandsPage:
    """A vote in which hands may be counted."""
    voters = _voters(idea)
    told = typed or {}
    return HandsPage(
        proposal=str(idea.proposal),
        question=idea.title,
        why_not=why_not(idea),
        may=len(voters),
        fields=[Field(choice.value, told.get(choice.value, "")) for choice in ANSWERS],
        counted=hands_told(idea),
        others=people(voter.person for voter in voters),
        witness=witness,
    )


def why_not(idea: ProposalSeen) -> str:
    """Why no hands can be counted here; nothing where they can."""
    if idea.stage is not Stage.OPEN:
        return "This is not open for a vote now."
    if idea.counted_ballots:
        return NAMED
    return " ".join(problems(idea, StatedTally(said={})))


def problems(idea: ProposalSeen, counts: StatedTally) -> list[str]:
    """Why these hands cannot be counted by the rule of this vote."""
    return list(hands_problems(idea.terms, _voters(idea), counts)) if idea.terms else []


def hands_told(idea: ProposalSeen) -> str:
    """What was counted last: “5 YES, 2 NO”; nothing where no hands were."""
    counted = [one.counts for one in services().talk.about(idea.proposal).hands if one.holds]
    said = counted[-1].said.items() if counted else ()
    return ", ".join(f"{number} {SAID[what]}" for what, number in said if isinstance(what, Choice))


def _voters(idea: ProposalSeen) -> list[Voter]:
    """Who may raise a hand, with their seat and weight, as the log has it."""
    found: dict[PersonId, Voter] = {}
    for event in services().governance.events_of(idea.proposal):
        match event:
            case VotingOpened():
                found = {voter.person: voter for voter in event.electorate}
            case VoterAdded():
                found[event.voter.person] = event.voter
            case VoterDropped():
                found.pop(event.voter, None)
            case PersonRecused():
                found.pop(event.person, None)
    return list(found.values())
