"""Which of a committee's rules holds for a question."""

from collections.abc import Collection, Iterable
from typing import Protocol, TypeVar

from domain.kinds import Domain, Stake
from domain.voting.rule import YES_OR_NO, Rule


class Covering(Protocol):
    """A rule, and what it covers: everything, where it names nothing."""

    @property
    def terms(self) -> Rule:
        """How it counts."""

    @property
    def domains(self) -> Collection[Domain]:
        """What questions are about."""

    @property
    def stakes(self) -> Collection[Stake]:
        """How much hangs on them."""


R = TypeVar("R", bound=Covering)


def nearest(rules: Iterable[R], domain: Domain, stake: Stake | None, answers: int = 0) -> R | None:
    """The rule that is most for a question like this, the last one adopted among equals.

    A question with several answers wants a rule that chooses between answers, and one with none
    a rule for yes or no; only where the committee has none of that kind another comes near.
    """
    fitting = [
        rule
        for rule in rules
        if (not rule.domains or domain in rule.domains)
        and (not rule.stakes or stake in rule.stakes)
    ]
    suiting = [rule for rule in fitting if suits(rule.terms, answers)] or fitting
    special = max((_special(rule) for rule in suiting), default=0)
    return next((rule for rule in reversed(suiting) if _special(rule) == special), None)


def suits(terms: Rule, answers: int) -> bool:
    """Whether a rule can count a question with so many answers to choose from."""
    return chooses(terms) == (answers > 0)


def chooses(terms: Rule) -> bool:
    """Whether a rule picks one of several answers; else it asks for yes or no."""
    return terms.method not in YES_OR_NO


def _special(rule: Covering) -> int:
    return bool(rule.domains) + bool(rule.stakes)
