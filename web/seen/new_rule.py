"""An idea for another rule: what it would do to us, and whether it is ours already."""

from dataclasses import dataclass

from domain.ids import CommitteeId
from domain.voting.nearest import chooses
from domain.voting.rule import Method, Rule
from domain.voting.say import rule_in_words
from domain.voting.tally import Result
from projections.seen import ProposalSeen
from web.seen.effect import Effect, effect
from web.services import services


@dataclass(frozen=True, slots=True)
class NewRule:
    """A rule that an idea asks for."""

    words: str
    effect: Effect | None
    now: str
    waits: bool
    """Whether we said yes to it, and do not decide like this yet."""


def new_rule(idea: ProposalSeen) -> NewRule | None:
    """What an idea would do to us that asks for another rule; none for other ideas."""
    if idea.new_rule is None:
        return None
    ours = ours_like(idea.committee, idea.new_rule.method)
    return NewRule(
        words=rule_in_words(idea.new_rule),
        effect=effect(idea.committee, idea.new_rule),
        now=rule_in_words(ours) if ours else "",
        waits=_waits(idea),
    )


def ours_like(here: CommitteeId, method: Method) -> Rule | None:
    """How we decide now what such a rule would be for: yes or no, or one of many ideas."""
    like = chooses(Rule(method=method))
    found = (
        one.terms
        for one in reversed(services().mandates.rules_in_force(here))
        if not one.domains and not one.stakes and chooses(one.terms) == like
    )
    return next(found, None)


def _waits(idea: ProposalSeen) -> bool:
    """Whether we said yes to it, and have not begun to decide like this."""
    decided = idea.decision
    if decided is None or decided.outcome.result is not Result.ADOPTED or decided.reversed:
        return False
    return not is_adopted(idea)


def is_adopted(idea: ProposalSeen) -> bool:
    """Whether a rule was adopted because of this decision."""
    cited = idea.decision and idea.decision.event
    return any(one.authority == cited for one in services().mandates.rules(idea.committee))
