"""E: who does the jobs. Counts worked out by hand beside each test."""

from datetime import timedelta
from fractions import Fraction

from domain.ids import PersonId, TaskId
from domain.kinds import TakeoverAnswer
from projections.power import e_jobs, e_load
from projections.power.guards import Guard
from tests.projections.power.night import Night


def job(night: Night, *holders: PersonId, title: str = "Speakers") -> TaskId:
    """A job that these share, by a decision of all; so many people are needed."""
    made = night.club.task(title, people=max(1, len(holders)))
    for who in holders:
        night.club.governance.take_task(night.club.by(who), made)
    return made


def test_a_job_that_two_share_counts_half_for_each(night: Night) -> None:
    """Asha one, Jo one, Ben and Jo one together: members 1 + 0 + 1/2 of 3."""
    club = night.club
    job(night, club.asha)
    job(night, night.jo)
    job(night, club.ben, night.jo)
    for _ in range(2):
        job(night, club.cara)
    held = night.counted(e_jobs.held)
    assert (held.value, held.n, held.k) == (Fraction(7, 10), 5, None)
    assert held.display == "3.5 of 5"


def test_a_job_that_nobody_has_is_nobodys(night: Night) -> None:
    job(night)
    assert night.counted(e_jobs.held).guard is Guard.NOTHING


def test_whoever_has_it_in_the_end_has_it(night: Night) -> None:
    """Jo takes it, Ben accepts it from her: a member's job."""
    club, does = night.club, night.club.governance
    made = job(night, night.jo)
    does.offer_handover(club.by(night.jo), made, club.ben)
    does.accept_handover(club.by(club.ben), made)
    assert night.counted(e_jobs.held).sentence == "Members had 1 of 1 jobs."
    moved = night.counted(e_jobs.passed_on)
    assert (moved.k, moved.n, moved.parts) == (1, 1, (("staff to members", 1),))


def test_an_offer_may_be_declined(night: Night) -> None:
    """Ben declines, Cara accepts, and to Asha it is still open: 1 of 3."""
    club, does = night.club, night.club.governance
    for taker, answer in (
        (club.ben, does.decline_handover),
        (club.cara, does.accept_handover),
        (club.asha, None),
    ):
        made = job(night, night.jo)
        does.offer_handover(club.by(night.jo), made, taker)
        if answer:
            answer(club.by(taker), made)
    found = night.counted(e_jobs.accepted)
    assert (found.k, found.n) == (1, 3)


def test_whether_staff_were_asked_is_said_by_whoever_had_the_job(night: Night) -> None:
    """Asked; not asked; not asked but Ben says asked; asked but Ben says taken; nobody says."""
    club, does = night.club, night.club.governance
    for asked, answer in (
        (True, None),
        (False, None),
        (False, TakeoverAnswer.ASKED),
        (True, TakeoverAnswer.TAKEN),
        (None, None),
    ):
        made = job(night, club.ben)
        does.take_over_task(club.by(night.jo), made, club.ben, asked=asked)
        if answer:
            does.answer_takeover(club.by(club.ben), made, night.jo, answer)
    found = night.counted(e_jobs.taken_over)
    assert (found.k, found.n) == (2, 5)
    assert found.sentence == "Staff took over 5 jobs, 2 of them when asked."


def test_a_member_who_steps_in_for_another_is_no_takeover_by_staff(night: Night) -> None:
    club = night.club
    made = job(night, club.ben)
    club.governance.take_over_task(club.by(club.cara), made, club.ben, asked=False)
    assert night.counted(e_jobs.taken_over).n == 0


def test_a_job_that_comes_back_within_two_nights_came_back(night: Night) -> None:
    """The first is returned a week later, the second after three months: 1 of 2."""
    club, does = night.club, night.club.governance
    first, second = job(night, club.ben), job(night, club.ben)
    for made in (first, second):
        does.take_over_task(club.by(night.jo), made, club.ben, asked=False)
    club.later(days=7)
    does.return_task(club.by(night.jo), first, club.ben)
    club.later(days=90)
    does.return_task(club.by(night.jo), second, club.ben)
    found = night.counted(e_jobs.came_back)
    assert (found.k, found.n) == (1, 2)


def test_jobs_that_were_done_are_counted_among_those_that_ended(night: Night) -> None:
    club, does = night.club, night.club.governance
    done, missed, _ = (job(night, club.ben) for _ in range(3))
    does.finish_task(club.by(club.ben), done)
    does.note_task_not_done(club.by(club.ben), missed)
    found = night.counted(e_jobs.done)
    assert (found.k, found.n) == (1, 2)


def test_the_work_of_two_counts_as_if_two_had_it(night: Night) -> None:
    """Twelve jobs, six each: 1 / (1/4 + 1/4) = 2 people."""
    club = night.club
    for who in (club.ben, club.cara):
        for _ in range(6):
            job(night, who)
    spread = night.counted(e_load.spread)
    assert (spread.value, spread.unit) == (2, "people")
    assert spread.sentence == "It is as if 2 people held all the jobs."


def test_with_eleven_jobs_nothing_is_said_of_how_they_are_shared_out(night: Night) -> None:
    for _ in range(11):
        job(night, night.club.ben)
    assert night.counted(e_load.spread).why_not == "There are too few jobs to say."


def test_a_job_that_comes_of_a_vote_is_also_a_choice(night: Night) -> None:
    """One rests on a vote of all; one on what Jo decided alone: 1 of 2."""
    club = night.club
    job(night, club.ben)
    alone = night.alone()
    right = club.governance.events_of(alone)[-1].event_id
    act = night.imported(night.jo)
    made = club.governance.add_task(act, club.committee, "The rota", authority=right)
    club.governance.take_task(night.imported(club.cara), made)
    found = night.counted(e_load.own_choice)
    assert (found.k, found.n) == (1, 2)


def test_who_was_helped_and_later_helps_is_a_number_and_no_name(night: Night) -> None:
    """Ben is helped by Jo and later helps Cara: of two who were helped, one helps now."""
    club, does = night.club, night.club.governance
    first = job(night, club.ben)
    does.give_help(club.by(night.jo), first)
    does.finish_task(club.by(club.ben), first)
    club.later(days=28)
    alone = job(night, club.ben)
    does.finish_task(club.by(club.ben), alone)
    club.now += timedelta(days=1)
    second = job(night, club.cara)
    does.give_help(club.by(club.ben), second)
    found = night.counted(e_load.growth)
    assert (found.k, found.n) == (1, 2)
    assert dict(found.parts)["help now"] == 1
