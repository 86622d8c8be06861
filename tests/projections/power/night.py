"""A committee for the measures: Asha, Ben and Cara are members, Jo is staff; each has a vote."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from domain.act import Act
from domain.events import Event
from domain.ids import PersonId, ProposalId
from domain.kinds import Domain, Format, Route, Seat, Stake, Through
from domain.voting.answers import Choice
from domain.voting.tally import Outcome, Result
from projections.power.evidence import Evidence
from projections.power.measure import Measure
from projections.power.report import Counting
from projections.power.settings import Settings
from projections.power.warnings import PowerWarning, warnings
from tests.facts import YES
from tests.projections.club import Club, club_in

PASSED = Outcome(result=Result.ADOPTED)


@dataclass
class Night:
    """What happens, and what is counted of it."""

    club: Club
    jo: PersonId
    settings: Settings = field(default_factory=Settings)

    @property
    def members(self) -> tuple[PersonId, ...]:
        return self.club.people[:3]

    def decide(
        self,
        *,
        days: float = 7,
        papers: dict[PersonId, float] | None = None,
        answers: tuple[Choice, ...] = (YES, YES, YES),
        meeting: bool = False,
    ) -> ProposalId:
        """A question that is decided by vote so many days after it was put.

        ``papers``: who had it in easy words, so many days before the decision. ``meeting``: in one.
        """
        club, does = self.club, self.club.governance
        made, began = club.idea(), club.now
        for who, before in sorted((papers or {}).items(), key=lambda one: -one[1]):
            club.now = began + timedelta(days=days - before)
            does.share_paper(club.by(self.jo), made, "What it is", Format.EASY_READ, to=[who])
        club.now = began + timedelta(days=days)
        does.open_voting(club.by(club.asha), made)
        for who, answer in zip(self.members, answers, strict=True):
            does.cast_ballot(club.by(who), made, answer)
        club.close(made)
        if meeting:
            self.meet()
        return made

    def alone(self, stake: Stake = Stake.MONEY_PEOPLE_TIME) -> ProposalId:
        """Jo decides alone, a day later."""
        club, does = self.club, self.club.governance
        club.later(days=1)
        made = does.make_proposal(
            club.by(self.jo), club.committee, "The rota", stake=stake, domain=Domain.PEOPLE
        )
        does.record_decision(club.by(self.jo), made, Route.STAFF_ALONE, PASSED)
        return made

    def imported(self, who: PersonId) -> Act:
        """What a history kept elsewhere says that somebody did now."""
        return replace(self.club.by(who), through=Through.IMPORT, occurred_at=self.club.now)

    def meet(self) -> None:
        """The committee meets for an hour."""
        club, does = self.club, self.club.governance
        club.later(minutes=1)
        does.close_meeting(
            club.by(club.asha), does.hold_meeting(club.by(club.asha), club.committee)
        )

    @property
    def events(self) -> list[Event]:
        return [event for _, event in self.club.governance.since()]

    def counted(self, counting: Counting, settings: Settings | None = None) -> Measure:
        """What it comes to; and the same from nothing but the events that it rests on."""
        agreed, events = settings or self.settings, self.events
        found = counting(Evidence(events, self.club.committee), agreed)
        wanted = set(found.event_ids)
        kept = [event for event in events if event.event_id in wanted]
        again = counting(Evidence(kept, self.club.committee), agreed)
        assert (again.k, again.n, again.value) == (found.k, found.n, found.value)
        return found

    def warned(self, name: str) -> list[PowerWarning]:
        """The warnings of one rule; and the same from nothing but what each rests on."""
        events, here = self.events, self.club.committee
        found = [w for w in warnings(Evidence(events, here), self.settings) if w.id == name]
        for one in found:
            wanted = set(one.event_ids)
            kept = [event for event in events if event.event_id in wanted]
            again = warnings(Evidence(kept, here), self.settings)
            assert (name, one.since) in {(other.id, other.since) for other in again}
        return found


@contextmanager
def night_in(folder: Path) -> Iterator[Night]:
    with club_in(folder) as club:
        club.found(chair=True)
        act = club.by(club.asha)
        jo = club.governance.register_person(act, "Jo")
        club.governance.seat_person(act, club.committee, jo, Seat.STAFF)
        yield Night(club, jo)
