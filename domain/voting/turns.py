"""Who votes before whom, and from when on nobody has to wait any more."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from domain.ids import PersonId
from domain.kinds import Seat
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


def still_to_speak(
    terms: Terms, voters: Iterable[Voter], seat: Seat | None, spoken: Collection[PersonId]
) -> list[PersonId]:
    """Who has a vote and has not spoken yet, for whoever sits there; nobody, where they wait not.

    That is before the vote: whoever votes last also says last what they want.
    """
    if seat not in terms.last:
        return []
    return [one.person for one in those_before(terms, voters) if one.person not in spoken]


def read_by(terms: Terms, readable_since: datetime) -> datetime | None:
    """When the time to read it is over; none where the rule gives none."""
    return readable_since + timedelta(days=terms.days_to_read) if terms.days_to_read else None
