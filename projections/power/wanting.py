"""How people vote who want one answer, and how those who want any other but that."""

from collections.abc import Collection

from domain.ids import OptionId
from domain.voting.answers import Answer, Approvals, Ranking, Scores
from domain.voting.rule import APPROVED, SCORED, Rule


def for_and_against(
    rule: Rule, wanted: OptionId, options: Collection[OptionId]
) -> tuple[Answer, Answer]:
    """The ballot that does most for the wanted answer; and the one that does most against it."""
    others = [option for option in options if option != wanted]
    if rule.method in APPROVED:
        return Approvals(options=(wanted,)), Approvals(options=tuple(others[: rule.most_choices]))
    if rule.method in SCORED:
        most = rule.dots or rule.most_points or 1
        return Scores(scores={wanted: most}), Scores(scores=_against(rule, most, others))
    ranked = tuple((option,) for option in others)
    return Ranking(places=((wanted,),)), Ranking(places=(*ranked, (wanted,)))


def _against(rule: Rule, most: int, others: list[OptionId]) -> dict[OptionId, int]:
    """All points to each other answer; dots all to one of them, the same for everybody."""
    return dict.fromkeys(others[:1] if rule.dots else others, most)
