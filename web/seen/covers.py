"""For which things a rule is, as pages offer it and say it: all, one topic, or those of a size."""

from domain.kinds import Domain, Stake
from domain.values import RuleFor
from projections.agreed_seen import AgreedRule
from projections.rule_for import SIZES, things
from web.seen.abouts import ABOUT
from web.seen.finer import Asked
from web.seen.plans import Pick

ASKS, ALL, SIZE = "For which things?", "all", "size-"
PICTURES = {
    Stake.SMALL: "hand",
    Stake.MONEY_PEOPLE_TIME: "money",
    Stake.SAFETY_RULES_MEMBERSHIP_PLACE: "safety",
}
OFFERED = (
    Pick(ALL, "All things", "rule"),
    *(
        Pick(domain.value, *said)
        for domain, said in ABOUT.items()
        if domain is not Domain.NOT_STATED
    ),
    *(Pick(f"{SIZE}{stake.value}", SIZES[stake].capitalize(), PICTURES[stake]) for stake in Stake),
)


def asked_for(picked: str) -> Asked:
    """The question with its answers; what a rule of ours is for may be none that is offered."""
    value = picked or ALL
    picks = [*OFFERED]
    if value not in {one.value for one in picks}:
        picks.insert(0, Pick(value, things_of(questions_of(value)).capitalize(), "rule"))
    return Asked("covers", ASKS, picks, value)


def questions_of(value: str) -> RuleFor | None:
    """What was picked, such as "money" or "money+size-1"; none for all things."""
    if value in ("", ALL):
        return None
    parts = value.split("+")
    stakes = [one for one in parts if one.startswith(SIZE)]
    domains = [one for one in parts if one not in stakes]
    asked = RuleFor(
        domains=tuple(sorted({Domain(one) for one in domains})),
        stakes=tuple(sorted({Stake(int(one.removeprefix(SIZE))) for one in stakes})),
    )
    if Domain.NOT_STATED in asked.domains:
        raise ValueError("This is no topic.")
    return asked


def value_of(rule: AgreedRule) -> str:
    """The same, of a rule of ours."""
    sizes = (f"{SIZE}{stake.value}" for stake in rule.stakes)
    return "+".join([*(domain.value for domain in rule.domains), *sizes])


def things_of(asked: RuleFor | None) -> str:
    """What it is for, as the end of a sentence; empty where it is for all things."""
    return things(asked.domains, asked.stakes) if asked else ""
