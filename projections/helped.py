"""What is told of help with a vote: all of it to the voter, a number or nothing to all others."""

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.events import Event, SupportNoted
from domain.ids import PersonId
from projections.seen import ProposalSeen
from projections.talk_seen import TalkSeen

if TYPE_CHECKING:
    from projections.audit import Entry

HAD_HELP = "Somebody had help with a vote. It counts like every other."
FEWEST_VOTERS, FEWEST = 5, 3
"""Among fewer voters no number is told; nor one that stands for fewer people, on either side."""


def had_help(idea: ProposalSeen, talk: TalkSeen) -> tuple[int, int] | None:
    """How many of how many voters had help; nothing where the number could show who.

    Both have to be asked for in full: what one reader may see of them is too little to count by.
    """
    voters = {ballot.voter for ballot in idea.counted_ballots}
    helped = voters & {told.voter for told in talk.support}
    on_both_sides = min(len(helped), len(voters - helped))
    if len(voters) < FEWEST_VOTERS or on_both_sides < FEWEST:
        return None
    return len(helped), len(voters)


def as_told_to(person: PersonId, event: Event, entry: "Entry") -> "Entry":
    """The entry as this person may read it: of help with a vote all is told to the voter alone.

    Whoever wrote it down knows what they wrote. Whom a voter names as a helper is not told more.
    """
    if not isinstance(event, SupportNoted) or person in (event.voter, event.actor):
        return entry
    return replace(entry, sentence=HAD_HELP)
