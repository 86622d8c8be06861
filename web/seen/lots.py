"""How lots are drawn: with a number that was there before the vote, so that all can do it again."""

import hashlib
from dataclasses import dataclass

from domain.voting.answers import Choice
from domain.voting.rule import Rule, Tie
from projections.seen import DecisionSeen, ProposalSeen


@dataclass(frozen=True, slots=True)
class Lot:
    """What is drawn for one answer: ``mixed`` is what goes in, ``code`` its SHA-256."""

    answer: str
    mixed: str
    code: str


@dataclass(frozen=True, slots=True)
class Lots:
    """The number that the rule names, and the lots that were drawn with it, the smallest first."""

    number: str
    drawn: list[Lot]


def lots_of(rule: Rule | None) -> Lots | None:
    """The number of a rule that draws lots at a tie; none for every other."""
    if rule is None or rule.tie is not Tie.LOT or rule.seed is None:
        return None
    return Lots(str(rule.seed), [])


def lots_drawn(idea: ProposalSeen, decision: DecisionSeen) -> Lots | None:
    """The lots of a vote that came out the same, as ``domain/voting/ties.py`` draws them."""
    lots = lots_of(decision.terms)
    if lots is None or not decision.outcome.ties:
        return None
    titles = {option.option: option.title for option in idea.options}
    drawn: list[Lot] = []
    for tie in decision.outcome.ties:
        same = [
            _lot(f"{lots.number}:{o}", o.upper() if isinstance(o, Choice) else titles[o])
            for o in tie
        ]
        drawn += sorted(same, key=lambda lot: lot.code)
    return Lots(lots.number, drawn)


def _lot(mixed: str, answer: str) -> Lot:
    return Lot(answer, mixed, hashlib.sha256(mixed.encode()).hexdigest())
