"""The rule that a vote goes by, as commands name it, whatever was agreed since."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from domain.ids import CommitteeId, RuleId
from domain.voting.rule import Rule
from domain.voting.say import rule_in_words
from projections.agreed_seen import AgreedRule
from projections.seen import DecisionSeen, ProposalSeen
from web.terminal import words
from web.terminal.asked import Asked
from web.terminal.parts import Facts, maybe_moment

KEPT = 64
FOR_ONE = "for this vote only"


@dataclass(frozen=True, slots=True)
class GoneBy:
    """A rule and when it was agreed. One that was for a single vote has terms and nothing else."""

    terms: Rule | None = None
    rule: RuleId | None = None
    since: datetime | None = None

    @property
    def facts(self) -> Facts:
        """Which rule it is, for scripts; ``hands show rules --json`` tells it by the same id."""
        return {
            "rule_id": str(self.rule) if self.rule else None,
            "rule_agreed_at": maybe_moment(self.since),
            "rule_in_words": self.in_words or None,
        }

    @property
    def told(self) -> str:
        """Which rule it is, and all that it says; empty where there is none."""
        which = f"of {words.day(self.since)}" if self.since else FOR_ONE
        return f"The rule {which}: {self.in_words}" if self.terms else ""

    @property
    def in_words(self) -> str:
        """The whole rule; empty where there is none."""
        return rule_in_words(self.terms) if self.terms else ""

    @property
    def for_one(self) -> str:
        """A rule for a single vote, which no other entry of the log tells of; else empty."""
        return f"The rule was {FOR_ONE}: {self.in_words}" if self.terms and not self.rule else ""

    @property
    def agreed(self) -> str:
        """When the committee agreed on it, and its id."""
        return f"{words.day(self.since)}, with the id {self.rule}" if self.since else FOR_ONE


NO_RULE = GoneBy()


class Rules:
    """Tells by which rule something was decided. Those of one committee are read once."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._of: Callable[[CommitteeId], dict[RuleId, AgreedRule]] = lru_cache(KEPT)(self._read)

    def by(self, seen: DecisionSeen | ProposalSeen) -> GoneBy:
        """The rule of this vote; where nobody voted, the one that it was decided by."""
        agreed = self._of(seen.committee).get(seen.rule) if seen.rule else None
        if agreed is None:
            return GoneBy(seen.terms) if seen.terms else NO_RULE
        return GoneBy(seen.terms or agreed.terms, agreed.rule, agreed.since)

    def _read(self, committee: CommitteeId) -> dict[RuleId, AgreedRule]:
        every = self._asked.services.mandates.rules(committee, *self._asked.stop)
        return {one.rule: one for one in every}
