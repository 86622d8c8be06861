"""Which questions a rule is for, in the words of the pages."""

from collections.abc import Collection

from domain.kinds import Domain, Stake
from projections.wording import listed

ABOUT = {
    Domain.MONEY: "money",
    Domain.PROGRAMME: "music and more",
    Domain.PEOPLE: "people",
    Domain.SAFETY: "being safe",
    Domain.PLACE: "places",
    Domain.RULES: "rules",
    Domain.MEMBERSHIP: "who is in",
}
SIZES = {
    Stake.SMALL: "small things",
    Stake.MONEY_PEOPLE_TIME: "middle things",
    Stake.SAFETY_RULES_MEMBERSHIP_PLACE: "big things",
}


def things(domains: Collection[Domain], stakes: Collection[Stake]) -> str:
    """What a rule is for, such as "small things about money"; empty where it is for everything."""
    about = listed(ABOUT[one] for one in domains if one in ABOUT)
    sizes = listed(SIZES[one] for one in stakes)
    if not about:
        return sizes
    return f"{sizes or 'things'} about {about}"
