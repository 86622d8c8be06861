"""How each group voted, where that tells nothing of one person."""

from collections import Counter
from collections.abc import Mapping

from domain.ids import PersonId
from domain.kinds import Seat
from domain.voting.answers import Choice
from projections.power.guards import may_be_told_outside
from projections.seen import ProposalSeen
from projections.whole_seen import Part


def by_group(idea: ProposalSeen, seats: Mapping[PersonId, Seat]) -> list[Part]:
    """How each group voted; nothing at all where one group's numbers would tell of a person.

    All is known of the whole vote, so what is hidden of one group would come out of the others.
    """
    given = Counter(
        (seats[one.voter], one.answer)
        for one in idea.counted_ballots
        if one.voter in seats and isinstance(one.answer, Choice)
    )
    people = Counter(seat for seat, _ in given.elements())
    if any(not may_be_told_outside(n, people[seat] - n) for (seat, _), n in given.items()):
        return []
    return [Part(*key, people=number) for key, number in sorted(given.items())]
