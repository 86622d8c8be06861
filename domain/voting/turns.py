"""Who votes before whom, and from when on nobody has to wait any more."""

from collections.abc import Iterable
from datetime import datetime

from domain.voting.electorate import Voter
from domain.voting.terms import Terms


def those_before(terms: Terms, voters: Iterable[Voter]) -> list[Voter]:
    """The voters for whom those who vote last have to wait."""
    return [voter for voter in voters if voter.seat not in terms.last]


def last_part_begins(
    terms: Terms, opens_at: datetime, closes_at: datetime | None
) -> datetime | None:
    """When everybody may vote, whoever has not voted yet; none where the rule keeps no such time.

    More time to vote moves it as well.
    """
    if terms.last_part is None or closes_at is None:
        return None
    part = terms.last_part
    return closes_at - (closes_at - opens_at) * part.numerator / part.denominator
