"""F: who had what there is to know, and since when. Counts worked out by hand beside each test."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from domain.ids import PersonId, ProposalId
from domain.kinds import Audience, Format, Seat, Understanding
from projections.power import f_knowing
from projections.power.evidence import Evidence
from projections.power.guards import Guard
from projections.power.measure import Measure
from projections.power.settings import Settings
from tests.facts import YES
from tests.projections.club import Club, club_in

ALL = {one.__name__: one for one in f_knowing.MEASURES}


@dataclass
class Night:
    """Asha, Ben and Cara are members; Jo is staff. Each has a vote."""

    club: Club
    jo: PersonId

    @property
    def members(self) -> tuple[PersonId, ...]:
        return self.club.people[:3]

    def decide(self, *, days: float = 7, papers: dict[PersonId, float] | None = None) -> ProposalId:
        """A question that is decided so many days after it was put.

        ``papers``: who had it in easy words, so many days before the decision.
        """
        club, does = self.club, self.club.governance
        made, began = club.idea(), club.now
        for who, before in sorted((papers or {}).items(), key=lambda one: -one[1]):
            club.now = began + timedelta(days=days - before)
            does.share_paper(club.by(self.jo), made, "What it is", Format.EASY_READ, to=[who])
        club.now = began + timedelta(days=days)
        does.open_voting(club.by(club.asha), made)
        for who in self.members:
            does.cast_ballot(club.by(who), made, YES)
        club.close(made)
        return made

    def counted(self, name: str, settings: Settings | None = None) -> Measure:
        events = [event for _, event in self.club.governance.since()]
        agreed = settings or Settings()
        found = ALL[name](Evidence(events, self.club.committee), agreed)
        wanted = set(found.event_ids)
        kept = [event for event in events if event.event_id in wanted]
        again = ALL[name](Evidence(kept, self.club.committee), agreed)
        assert (again.k, again.n, again.value) == (found.k, found.n, found.value)
        return found


@pytest.fixture
def night(tmp_path: Path) -> Iterator[Night]:
    with club_in(tmp_path) as club:
        club.found()
        act = club.by(club.asha)
        jo = club.governance.register_person(act, "Jo")
        club.governance.seat_person(act, club.committee, jo, Seat.STAFF)
        yield Night(club, jo)


def test_staff_who_knew_a_week_earlier_knew_first(night: Night) -> None:
    """Six decisions: Jo has it seven days before, each member on the day: 7 each, so 7."""
    for _ in range(6):
        night.decide(papers={night.jo: 7, **dict.fromkeys(night.members, 0)})
    gap = night.counted("gap")
    assert (gap.value, gap.n) == (7, 6)
    assert gap.sentence == "Staff knew first, 7 days before the others."


def test_half_of_the_members_are_enough(night: Night) -> None:
    """Asha and Ben have it with Jo, Cara never: the second of three had it 7 days before: 0."""
    asha, ben, _ = night.members
    for _ in range(5):
        night.decide(papers={night.jo: 7, asha: 7, ben: 7})
    gap = night.counted("gap")
    assert gap.value == 0
    assert gap.sentence == "Staff and members knew at the same time."


def test_members_can_know_first(night: Night) -> None:
    for _ in range(5):
        night.decide(papers={night.jo: 1, **dict.fromkeys(night.members, 4)})
    assert night.counted("gap").sentence == "Members knew first, 3 days before the others."


def test_decisions_without_a_paper_say_nothing_of_who_knew_first(night: Night) -> None:
    night.decide()
    gap = night.counted("gap")
    assert (gap.n, gap.guard) == (0, Guard.NOTHING)


def test_who_had_time_is_counted_in_decisions_times_members(night: Night) -> None:
    """Two decisions, three members: all three in time, then Cara a day late: 5 of 6."""
    asha, ben, cara = night.members
    night.decide(papers=dict.fromkeys(night.members, 5))
    night.decide(papers={asha: 5, ben: 6, cara: 4})
    notice = night.counted("notice")
    assert (notice.k, notice.n, notice.guard) == (5, 6, Guard.K_OF_N)


def test_without_a_paper_the_words_of_the_idea_count(night: Night) -> None:
    """Put five days before: in time for all three. Put one hour later: for none."""
    night.decide(days=5)
    night.decide(days=4.9)
    assert (night.counted("notice").k, night.counted("notice").n) == (3, 6)


def test_how_much_time_is_enough_is_agreed_beforehand(night: Night) -> None:
    night.decide(days=2)
    short = Settings(notice=timedelta(days=2))
    assert (night.counted("notice").k, night.counted("notice", short).k) == (0, 3)


def test_the_last_word_on_whether_somebody_understood_holds(night: Night) -> None:
    """Asha: no, then yes. Ben: partly. Jo is no member. So 1 of 2."""
    club, made = night.club, night.club.idea()
    for who, answer in (
        (club.asha, Understanding.NO),
        (club.asha, Understanding.YES),
        (club.ben, Understanding.PARTLY),
        (night.jo, Understanding.YES),
    ):
        club.governance.voice_understanding(club.by(who), made, answer)
    assert (night.counted("understood").k, night.counted("understood").n) == (1, 2)


def test_what_was_told_in_time_is_counted(night: Night) -> None:
    """Told after 14 days, after 15, and only to the trustees: 1 of 3."""
    club, does = night.club, night.club.governance
    for days, to in ((14, Audience.COMMITTEE), (15, Audience.COMMITTEE), (1, Audience.TRUSTEES)):
        made = night.decide()
        club.later(days=days)
        does.tell_outcome(club.by(club.asha), made, to)
    assert (night.counted("told").k, night.counted("told").n) == (1, 3)


def test_questions_of_members_are_counted_and_whether_anybody_answered(night: Night) -> None:
    """Ben's is answered, Cara's not, Jo's is not a member's: 1 of 2."""
    club, does, made = night.club, night.club.governance, night.club.idea()
    asked = does.ask_question(club.by(club.ben), made, "Which room?")
    does.ask_question(club.by(club.cara), made, "How loud?")
    does.ask_question(club.by(night.jo), made, "Who pays?")
    does.answer_question(club.by(night.jo), made, asked, "The small one.")
    found = night.counted("answered")
    assert (found.k, found.n) == (1, 2)
    assert len(found.exceptions) == 1
