"""How big a question is, as the pages say it."""

from domain.kinds import Stake
from projections.seen import ProposalSeen, Stage
from web.access import may
from web.seen.plans import Pick

SIZES = [
    Pick(str(Stake.SMALL.value), "Small", "hand", "It is easy to change again."),
    Pick(
        *(str(Stake.MONEY_PEOPLE_TIME.value), "Middle", "money"),
        "It takes money, people or time.",
    ),
    Pick(
        *(str(Stake.SAFETY_RULES_MEMBERSHIP_PLACE.value), "Big", "safety"),
        "It is about being safe, our rules, who is in, or where.",
    ),
]


def size_of(idea: ProposalSeen) -> Pick | None:
    """How big we said it is; none where nobody has said so."""
    return SIZES[idea.stake - 1] if idea.stake else None


def may_size(idea: ProposalSeen) -> bool:
    """Whether it can still be said: until the vote opens."""
    return idea.stage is Stage.MADE and may("proposals.judge_stake")
