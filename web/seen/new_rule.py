"""An idea for another rule: what it would do to us, and whether it is ours already."""

from dataclasses import dataclass

from flask import g, url_for

from domain.ids import CommitteeId
from domain.kinds import Domain, Stake
from domain.values import RuleFor
from domain.voting.nearest import chooses
from domain.voting.rule import Method, Rule
from domain.voting.say import rule_in_words
from domain.voting.tally import Result
from projections.agreed_seen import AgreedRule
from projections.rule_for import things
from projections.seen import ProposalSeen
from web.clock import Moment
from web.seen.effect import Effect, effect
from web.services import services

ONLY = "This is only for {}. All else stays as it is."
KEEPS = "{} keep a rule of their own."
END = "{} have a rule of their own. It ends. Then we decide them as all else."


@dataclass(frozen=True, slots=True)
class Adopted:
    """From when to when we decide, or decided, by a rule; and its page."""

    since: Moment
    until: Moment | None
    href: str


@dataclass(frozen=True, slots=True)
class NewRule:
    """A rule that an idea asks for."""

    words: str
    effect: Effect | None
    now: str
    waits: bool
    """Whether we said yes to it, and do not decide like this yet."""
    only: list[str]
    """For which things it is, where it is not for all; and which have a rule of their own."""
    adopted: Adopted | None
    """Where it became our rule by this decision."""


def new_rule(idea: ProposalSeen) -> NewRule | None:
    """What an idea would do to us that asks for another rule; none for other ideas."""
    if idea.new_rule is None:
        return None
    here, method, asked = idea.committee, idea.new_rule.method, idea.new_rule_for
    ended = _ended(here, asked)
    ours = ended.terms if ended else ours_like(here, method, asked)
    adopted = _adopted(idea)
    return NewRule(
        words=rule_in_words(idea.new_rule),
        effect=effect(idea.committee, idea.new_rule),
        now=rule_in_words(ours) if ours else "",
        waits=adopted is None and _said_yes(idea),
        only=[END.format(_first(ended))] if ended else what_for(here, method, asked),
        adopted=_since(adopted) if adopted else None,
    )


def ours_like(here: CommitteeId, method: Method, asked: RuleFor | None = None) -> Rule | None:
    """How we decide now what such a rule would be for: yes or no, or one of many ideas.

    For some things we may have a rule of their own; else our usual one.
    """
    rules = _of_its_kind(here, method)
    own = [one.terms for one in rules if asked and _questions(one) == _questions(asked)]
    usual = [one.terms for one in rules if not one.domains and not one.stakes]
    return next(reversed([*usual, *own]), None)


def what_for(here: CommitteeId, method: Method, asked: RuleFor | None) -> list[str]:
    """For which things a rule would be, and which of these keep a rule of their own."""
    asked = asked or RuleFor()
    about = things(asked.domains, asked.stakes)
    told = [ONLY.format(about)] if about else []
    keep = (one for one in _of_its_kind(here, method) if _is_nearer(one, asked))
    return [*told, *(KEEPS.format(_first(one)) for one in keep)]


def _first(one: AgreedRule) -> str:
    """What a rule is for, as the begin of a sentence."""
    about = things(one.domains, one.stakes)
    return about[0].upper() + about[1:]


def _is_nearer(one: AgreedRule, asked: RuleFor) -> bool:
    """Whether a rule of ours goes before the one that is asked for, where both are for a thing."""
    meet = all(
        not (some and others) or set(some) & set(others)
        for some, others in ((one.domains, asked.domains), (one.stakes, asked.stakes))
    )
    parts = bool(one.domains) + bool(one.stakes)
    return meet and parts > bool(asked.domains) + bool(asked.stakes)


def _of_its_kind(here: CommitteeId, method: Method) -> list[AgreedRule]:
    like = chooses(Rule(method=method))
    rules = services().mandates.rules_in_force(here)
    return [one for one in rules if chooses(one.terms) == like]


def _questions(one: AgreedRule | RuleFor) -> tuple[set[Domain], set[Stake]]:
    return set(one.domains), set(one.stakes)


def _ended(here: CommitteeId, asked: RuleFor | None) -> AgreedRule | None:
    """The rule that ends by this idea."""
    if asked is None or asked.ends is None:
        return None
    return next((one for one in services().mandates.rules(here) if one.rule == asked.ends), None)


def _said_yes(idea: ProposalSeen) -> bool:
    """Whether we decided for it, and stand by that."""
    decided = idea.decision
    return bool(decided and decided.outcome.result is Result.ADOPTED and not decided.reversed)


def is_adopted(idea: ProposalSeen) -> bool:
    """Whether a rule was adopted because of this decision."""
    return _adopted(idea) is not None


def _adopted(idea: ProposalSeen) -> AgreedRule | None:
    cited = idea.decision and idea.decision.event
    rules = services().mandates.rules(idea.committee) if cited else []
    return next((one for one in rules if one.authority == cited), None)


def _since(one: AgreedRule) -> Adopted:
    until = g.clock.tell(one.until, to_the_day=True) if one.until else None
    href = url_for("rules.show", rule=one.rule)
    return Adopted(g.clock.tell(one.since, to_the_day=True), until, href)
