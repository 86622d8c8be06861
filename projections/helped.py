"""How many had help with a vote: a number that shows nobody, or none."""

from projections.seen import ProposalSeen
from projections.talk_seen import TalkSeen

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
