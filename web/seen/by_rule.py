"""The rule that a vote goes by, as it stood when the vote began, whatever we agreed on since."""

from dataclasses import dataclass, replace

from flask import g, url_for

from domain.ids import CommitteeId, RuleId
from domain.voting.rule import Rule
from domain.voting.say import rule_in_short, rule_sentences
from domain.voting.say_people import of_people
from projections.agreed_seen import AgreedRule
from projections.rule_for import things
from projections.seen import DecisionSeen, ProposalSeen
from web.clock import Moment
from web.services import services

ONLY_HERE = "This rule is for this vote only."


@dataclass(frozen=True, slots=True)
class ByRule:
    """A rule in short and term by term; since when it was ours, and where it stands.

    One that is for a single vote was never ours: ``since`` is none then, and ``href`` empty.
    """

    short: str
    sentences: list[str]
    since: Moment | None
    href: str
    about: str = ""
    """For which things it is, where not for all."""

    @property
    def named(self) -> str:
        """How a list or a story names it."""
        about = f" for {self.about}" if self.about else ""
        whose = f"Our rule{about} from {self.since.words}" if self.since else "The rule"
        return f"{whose}: {self.short}"

    @property
    def of_people(self) -> "ByRule":
        """The same, where people are chosen."""
        sentences = [of_people(one) for one in self.sentences]
        return replace(self, short=of_people(self.short), sentences=sentences)


def rule_of_vote(idea: ProposalSeen) -> ByRule | None:
    """The rule of a vote that is open, or over; none before it begins."""
    found = by_rule(idea.committee, idea.rule, idea.terms)
    return found.of_people if found and idea.is_of_people else found


def rule_of(decision: DecisionSeen) -> ByRule | None:
    """The rule that something was decided by; none where it was by no rule, or nobody knows."""
    return by_rule(decision.committee, decision.rule, decision.terms)


def by_rule(committee: CommitteeId, rule: RuleId | None, terms: Rule | None) -> ByRule | None:
    """Our rule, or these terms; where nobody voted, the terms stand where the rule was agreed."""
    agreed = _agreed(committee, rule) if rule else None
    terms = terms or (agreed.terms if agreed else None)
    if terms is None:
        return None
    return ByRule(
        short=rule_in_short(terms),
        sentences=[*rule_sentences(terms)],
        since=g.clock.tell(agreed.since, to_the_day=True) if agreed else None,
        href=url_for("rules.show", rule=agreed.rule) if agreed else "",
        about=things(agreed.domains, agreed.stakes) if agreed else "",
    )


def _agreed(committee: CommitteeId, rule: RuleId) -> AgreedRule | None:
    every = services().mandates.rules(committee)
    return next((one for one in every if one.rule == rule), None)
