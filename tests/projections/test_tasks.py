"""Jobs: who has them, who is asked, and how they pass from one person to another."""

from datetime import date, time
from uuid import uuid4

from domain.act import Act
from domain.ids import TaskId
from domain.kinds import Precision, Through
from domain.values import Due, LocalMoment
from projections.tasks import Answered, Status, TaskSeen
from tests.facts import imported
from tests.projections.club import Club

FRIDAY = LocalMoment(day=date(2026, 7, 3), at=time(19, 30), zone="Europe/London")


def seen(club: Club, task: TaskId) -> TaskSeen:
    found = club.tasks.task(task)
    assert found
    return found


def holders(club: Club, task: TaskId) -> list[str]:
    return [holder.name for holder in seen(club, task).holders]


def offers(club: Club, task: TaskId) -> list[tuple[str, str, bool]]:
    return [(it.giver.name, it.taker.name, it.share) for it in seen(club, task).offers]


def past(club: Club, task: TaskId) -> list[tuple[str, str, Answered]]:
    return [(it.giver.name, it.taker.name, it.answer) for it in club.tasks.offers(task)]


def test_a_new_job_is_free(club: Club) -> None:
    right = club.decide()
    task = club.task(people=2, place="Hall", authority=right)
    it = seen(club, task)
    assert (it.title, it.place, it.status, it.wants) == ("Speakers", "Hall", Status.FREE, 2)
    assert (it.authority, it.is_open, it.holders, it.offers) == (right, True, (), ())


def test_who_takes_a_job_has_it_and_a_second_one_shares_it(club: Club) -> None:
    task = club.task(people=2)
    club.governance.take_task(club.by(club.ben), task)
    club.governance.take_task(club.by(club.cara), task)
    it = seen(club, task)
    assert (holders(club, task), it.status, it.wants) == (["Ben", "Cara"], Status.HELD, 0)


def test_an_offered_job_stays_the_givers_until_it_is_accepted(club: Club) -> None:
    task = club.task()
    club.governance.take_task(club.by(club.ben), task)
    later = club.later(hours=1)
    club.governance.offer_handover(club.by(club.ben), task, club.cara, "Please")
    (offer,) = seen(club, task).offers
    assert (offer.note, offer.since) == ("Please", later)
    assert holders(club, task) == ["Ben"]
    club.governance.accept_handover(club.by(club.cara), task)
    assert (holders(club, task), offers(club, task)) == (["Cara"], [])


def test_a_shared_job_is_both_peoples(club: Club) -> None:
    task = club.task()
    club.governance.take_task(club.by(club.ben), task)
    club.governance.offer_handover(club.by(club.ben), task, club.cara, share=True)
    assert offers(club, task) == [("Ben", "Cara", True)]
    club.governance.accept_handover(club.by(club.cara), task)
    assert holders(club, task) == ["Ben", "Cara"]


def test_a_declined_or_withdrawn_offer_waits_no_more(club: Club) -> None:
    task = club.task()
    club.governance.take_task(club.by(club.ben), task)
    club.governance.offer_handover(club.by(club.ben), task, club.cara)
    club.governance.offer_handover(club.by(club.ben), task, club.asha)
    assert offers(club, task) == [("Ben", "Cara", False), ("Ben", "Asha", False)]
    club.governance.decline_handover(club.by(club.cara), task)
    club.governance.withdraw_handover(club.by(club.ben), task, club.asha)
    assert (holders(club, task), offers(club, task)) == (["Ben"], [])
    assert past(club, task) == [
        ("Ben", "Cara", Answered.DECLINED),
        ("Ben", "Asha", Answered.WITHDRAWN),
    ]


def test_who_takes_over_ends_all_other_offers_of_the_giver(club: Club) -> None:
    task = club.task()
    club.governance.take_task(club.by(club.ben), task)
    club.governance.offer_handover(club.by(club.ben), task, club.asha)
    club.governance.offer_handover(club.by(club.ben), task, club.cara)
    club.governance.accept_handover(club.by(club.cara), task)
    assert (holders(club, task), offers(club, task)) == (["Cara"], [])


def test_offers_of_two_holders_cross(club: Club) -> None:
    """Cara says yes to Ben; what Asha asks Dev is another matter, and still waits."""
    task = club.task(people=2)
    club.governance.take_task(club.by(club.ben), task)
    club.governance.take_task(club.by(club.asha), task)
    club.governance.offer_handover(club.by(club.ben), task, club.cara)
    club.governance.offer_handover(club.by(club.asha), task, club.dev)
    club.governance.accept_handover(club.by(club.cara), task)
    assert holders(club, task) == ["Asha", "Cara"]
    assert offers(club, task) == [("Asha", "Dev", False)]


def test_a_share_offered_anew_as_the_whole_job_is_the_whole_job(club: Club) -> None:
    task = club.task()
    club.governance.take_task(club.by(club.ben), task)
    club.governance.offer_handover(club.by(club.ben), task, club.cara, share=True)
    club.governance.withdraw_handover(club.by(club.ben), task, club.cara)
    club.governance.offer_handover(club.by(club.ben), task, club.cara)
    club.governance.accept_handover(club.by(club.cara), task)
    assert holders(club, task) == ["Cara"]
    assert past(club, task) == [
        ("Ben", "Cara", Answered.WITHDRAWN),
        ("Ben", "Cara", Answered.ACCEPTED),
    ]


def test_who_lays_a_job_down_ends_the_offers_they_made(club: Club) -> None:
    task = club.task()
    club.governance.take_task(club.by(club.ben), task)
    club.governance.offer_handover(club.by(club.ben), task, club.cara)
    club.governance.lay_down_task(club.by(club.ben), task)
    it = seen(club, task)
    assert (it.status, it.wants, it.holders, it.offers) == (Status.FREE, 1, (), ())


def test_who_comes_back_to_a_job_is_listed_last(club: Club) -> None:
    task = club.task(people=2)
    club.governance.take_task(club.by(club.ben), task)
    club.governance.take_task(club.by(club.cara), task)
    club.governance.lay_down_task(club.by(club.ben), task)
    club.governance.take_task(club.by(club.ben), task)
    assert holders(club, task) == ["Cara", "Ben"]


def test_who_leaves_the_committee_is_found_by_their_jobs(club: Club) -> None:
    right = club.decide()
    held, offered, asked, ended = (club.task(authority=right) for _ in range(4))
    club.task("Nobody's", authority=right)
    for task in (held, offered, ended):
        club.governance.take_task(club.by(club.ben), task)
    club.governance.offer_handover(club.by(club.ben), offered, club.cara)
    club.governance.take_task(club.by(club.asha), asked)
    club.governance.offer_handover(club.by(club.asha), asked, club.ben)
    club.governance.finish_task(club.by(club.ben), ended)
    assert club.tasks.open_with(club.committee, club.ben) == [held, offered, asked]
    assert club.tasks.open_with(club.committee, club.cara) == [offered]
    club.governance.leave_committee(
        club.by(club.ben), club.committee, club.ben, tasks=[held, offered, asked]
    )
    assert [holders(club, task) for task in (held, offered, asked)] == [[], [], ["Asha"]]
    assert [offers(club, task) for task in (held, offered, asked)] == [[], [], []]


def test_what_is_done_or_dropped_is_open_no_more(club: Club) -> None:
    right = club.decide()
    done, dropped, free = (club.task(name, authority=right) for name in ("A", "B", "C"))
    club.governance.take_task(club.by(club.ben), done)
    club.governance.finish_task(club.by(club.ben), done)
    club.governance.drop_task(club.by(club.ben), dropped, authority=right)
    listed = club.tasks.tasks(club.committee)
    assert [(it.title, it.status, it.wants) for it in listed] == [
        ("A", Status.DONE, 0),
        ("B", Status.DROPPED, 0),
        ("C", Status.FREE, 1),
    ]
    assert [it.task for it in club.tasks.open(club.committee)] == [free]


def test_a_job_that_several_did_or_nobody_named_is_done(club: Club) -> None:
    right = club.decide()
    shared, told = club.task(people=2, authority=right), club.task(authority=right)
    for person in (club.ben, club.cara):
        club.governance.take_task(club.by(person), shared)
    club.governance.finish_task(club.by(club.ben), shared, [club.ben, club.cara])
    club.governance.finish_task(imported(at=club.now), told, [club.asha, club.dev])
    assert [seen(club, task).status for task in (shared, told)] == [Status.DONE, Status.DONE]
    assert holders(club, told) == []


def test_the_jobs_of_one_occasion_and_of_one_committee(club: Club) -> None:
    right = club.decide()
    plan = club.plan("Film night", authority=right)
    there, elsewhere = club.task(plan=plan, authority=right), club.task(authority=right)
    other = club.governance.found_committee(club.by(club.ben), "Food Club")
    assert [(it.task, it.plan_title) for it in club.tasks.on_plan(plan)] == [(there, "Film night")]
    assert [it.task for it in club.tasks.tasks(club.committee)] == [there, elsewhere]
    assert [it.task for it in club.tasks.tasks()] == [there, elsewhere]
    assert club.tasks.tasks(other) == []


def test_a_job_is_due_on_its_day_or_before_its_plan_or_with_it(club: Club) -> None:
    right = club.decide()
    plan = club.plan(on=FRIDAY, authority=right)
    thursday = LocalMoment(day=date(2026, 7, 2))
    own = club.task(plan=plan, due=Due(on=thursday), authority=right)
    before = club.task(plan=plan, due=Due(before_plan=90), authority=right)
    with_it = club.task(plan=plan, authority=right)
    some_time = club.task(authority=right)
    assert [seen(club, task).on for task in (own, before, with_it, some_time)] == [
        thursday,
        LocalMoment(day=date(2026, 7, 3), at=time(18, 0), zone="Europe/London"),
        FRIDAY,
        None,
    ]
    assert seen(club, own).day == "2026-07-02"


def test_a_told_history_may_hand_a_job_to_more_people_than_it_asked_for(club: Club) -> None:
    task = club.task()
    told = Act(club.ben, club.now, club.now, Precision.DAY, through=Through.IMPORT)
    for person in (club.ben, club.cara, club.dev):
        club.governance.take_task(told, task, person)
    assert (holders(club, task), seen(club, task).wants) == (["Ben", "Cara", "Dev"], 0)


def test_a_job_that_is_not_there_is_nothing(club: Club) -> None:
    nowhere = TaskId(uuid4())
    assert (club.tasks.task(nowhere), club.tasks.offers(nowhere)) == (None, [])


def test_a_job_that_is_there_to_do_again_is_listed_where_it_was(club: Club) -> None:
    first, second = club.task("Speakers"), club.task("Lights")
    ben = club.by(club.ben)
    club.governance.finish_task(ben, first)
    assert [it.task for it in club.tasks.open(club.committee)] == [second]
    club.governance.reopen_task(ben, first)
    assert [it.task for it in club.tasks.open(club.committee)] == [first, second]
    club.governance.finish_task(ben, first)
    club.governance.reopen_task(ben, first)
    club.governance.drop_task(ben, first, authority=club.decide())
    assert [it.task for it in club.tasks.open(club.committee)] == [second]
