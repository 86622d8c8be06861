"""F: who had what there is to know, and since when. Counts worked out by hand beside each test."""

from datetime import timedelta

from domain.kinds import Audience, Understanding
from projections.power import f_knowing
from projections.power.guards import Guard
from projections.power.settings import Settings
from tests.projections.power.night import Night


def test_staff_who_knew_a_week_earlier_knew_first(night: Night) -> None:
    """Six decisions: Jo has it seven days before, each member on the day: 7 each, so 7."""
    for _ in range(6):
        night.decide(papers={night.jo: 7, **dict.fromkeys(night.members, 0)})
    gap = night.counted(f_knowing.gap)
    assert (gap.value, gap.n) == (7, 6)
    assert gap.sentence == "Staff knew first, 7 days before the others."


def test_half_of_the_members_are_enough(night: Night) -> None:
    """Asha and Ben have it with Jo, Cara never: the second of three had it 7 days before: 0."""
    asha, ben, _ = night.members
    for _ in range(5):
        night.decide(papers={night.jo: 7, asha: 7, ben: 7})
    gap = night.counted(f_knowing.gap)
    assert gap.value == 0
    assert gap.sentence == "Staff and members knew at the same time."


def test_members_can_know_first(night: Night) -> None:
    for _ in range(5):
        night.decide(papers={night.jo: 1, **dict.fromkeys(night.members, 4)})
    assert night.counted(f_knowing.gap).sentence == "Members knew first, 3 days before the others."


def test_decisions_without_a_paper_say_nothing_of_who_knew_first(night: Night) -> None:
    night.decide()
    gap = night.counted(f_knowing.gap)
    assert (gap.n, gap.guard) == (0, Guard.NOTHING)


def test_who_had_time_is_counted_in_decisions_times_members(night: Night) -> None:
    """Two decisions, three members: all three in time, then Cara a day late: 5 of 6."""
    asha, ben, cara = night.members
    night.decide(papers=dict.fromkeys(night.members, 5))
    night.decide(papers={asha: 5, ben: 6, cara: 4})
    notice = night.counted(f_knowing.notice)
    assert (notice.k, notice.n, notice.guard) == (5, 6, Guard.K_OF_N)


def test_without_a_paper_the_words_of_the_idea_count(night: Night) -> None:
    """Put five days before: in time for all three. Put one hour later: for none."""
    night.decide(days=5)
    night.decide(days=4.9)
    assert (night.counted(f_knowing.notice).k, night.counted(f_knowing.notice).n) == (3, 6)


def test_how_much_time_is_enough_is_agreed_beforehand(night: Night) -> None:
    night.decide(days=2)
    short = Settings(notice=timedelta(days=2))
    assert (night.counted(f_knowing.notice).k, night.counted(f_knowing.notice, short).k) == (0, 3)


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
    assert (night.counted(f_knowing.understood).k, night.counted(f_knowing.understood).n) == (1, 2)


def test_what_was_told_in_time_is_counted(night: Night) -> None:
    """Told after 14 days, after 15, and only to the trustees: 1 of 3."""
    club, does = night.club, night.club.governance
    for days, to in ((14, Audience.COMMITTEE), (15, Audience.COMMITTEE), (1, Audience.TRUSTEES)):
        made = night.decide()
        club.later(days=days)
        does.tell_outcome(club.by(club.asha), made, to)
    assert (night.counted(f_knowing.told).k, night.counted(f_knowing.told).n) == (1, 3)


def test_questions_of_members_are_counted_and_whether_anybody_answered(night: Night) -> None:
    """Ben's is answered, Cara's not, Jo's is not a member's: 1 of 2."""
    club, does, made = night.club, night.club.governance, night.club.idea()
    asked = does.ask_question(club.by(club.ben), made, "Which room?")
    does.ask_question(club.by(club.cara), made, "How loud?")
    does.ask_question(club.by(night.jo), made, "Who pays?")
    does.answer_question(club.by(night.jo), made, asked, "The small one.")
    found = night.counted(f_knowing.answered)
    assert (found.k, found.n) == (1, 2)
    assert len(found.exceptions) == 1
