"""What lines about plans and tasks become: these events, and no more."""

from datetime import date, time

import pytest

from domain.events import (
    DecisionTaken,
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverReported,
    HandoverWithdrawn,
    LineWritten,
    PersonLeft,
    PlanMade,
    TaskAdded,
    TaskDone,
    TaskDropped,
    TaskLaidDown,
    TaskReturned,
    TaskTaken,
    TaskTakenOver,
)
from domain.kinds import NotAPerson
from domain.values import Due, LocalMoment
from tests.web.past import (
    A_YES,
    CLUB,
    UNKNOWN,
    Past,
    Said,
    became,
    kinds,
    line,
    listed,
)

# ---- Plans and tasks


def test_a_plan_and_its_lines_name_the_decision_behind_them(past: Past) -> None:
    plan, first, second = became(
        past,
        line("plan.made", committee="club", plan="july", title="July", on="2026-07-03T19:00+01:00",
             authority="dj"),
        line("plan.line", plan="july", line="Music", value="DJ Sam", authority="dj"),
        line("plan.line", plan="july", line="Music", value="DJ Ella", at="2026-05-02"),
        before=A_YES,
    )  # fmt: skip
    decision = past.events(DecisionTaken)[0].event_id
    assert (type(plan), type(first)) == (PlanMade, LineWritten)
    assert plan.on == LocalMoment(day=date(2026, 7, 3), at=time(19), zone="Etc/GMT-1")
    assert (plan.authority, first.authority, second.authority) == (decision, decision, None)
    assert first.line == second.line
    assert (past.said(second.label), past.said(second.words)) == ("Music", "DJ Ella")


def test_a_task_is_added_shared_handed_over_and_done(past: Past) -> None:
    events = became(
        past,
        line(
            "task.added", committee="club", task="bar", title="Bar", plan="july", due="2026-07-03"
        ),
        line("task.taken", task="bar", person=["ben", "cara"]),
        line("handover.offered", task="bar", giver="ben", taker="asha", reason="I am away"),
        line("handover.declined", task="bar", giver="ben", taker="asha"),
        line("handover.offered", task="bar", giver="ben", taker="asha", at="2026-05-02"),
        line("handover.accepted", task="bar", giver="ben", taker="asha", at="2026-05-02"),
        line("task.done", task="bar", person=["asha", "cara"], at="2026-05-03"),
        before=(*CLUB, line("plan.made", committee="club", plan="july", title="July")),
    )
    asha, ben, cara = (past.ref("person", name) for name in ("asha", "ben", "cara"))
    assert kinds(events) == listed(
        TaskAdded, TaskTaken, TaskTaken, HandoverOffered, HandoverDeclined, HandoverOffered,
        HandoverAccepted, TaskDone)  # fmt: skip
    assert events[0].plan == past.ref("plan", "july")
    assert events[0].due == Due(on=LocalMoment(day=date(2026, 7, 3)))
    assert [event.actor for event in events] == [UNKNOWN, ben, cara, ben, asha, ben, asha, UNKNOWN]
    assert (events[3].giver, events[3].taker, past.said(events[3].reason)) == (
        ben, asha, "I am away",
    )  # fmt: skip
    assert events[7].by == (asha, cara)


def test_a_task_is_done_by_somebody_or_dropped(past: Past) -> None:
    tasks = [line("task.added", committee="club", task=name, title=name) for name in "abc"]
    events = became(
        past,
        line("task.done", task="a"),
        line("task.done", task="b", person="ben"),
        line("task.dropped", task="c", person="ben"),
        before=(*CLUB, *tasks),
    )
    ben = past.ref("person", "ben")
    assert kinds(events) == listed(TaskDone, TaskDone, TaskDropped)
    assert [event.actor for event in events] == [UNKNOWN, ben, ben]
    assert [event.by for event in events[:2]] == [(), (ben,)]


# ---- How a task passes on

BAR = (
    *CLUB,
    line("task.added", committee="club", task="bar", title="Bar"),
    line("task.taken", task="bar", person=["ben", "cara"]),
)


def test_of_a_handover_only_the_result_may_be_known(past: Past) -> None:
    one, several = became(
        past,
        line("task.handed_over", task="bar", giver="ben", taker="asha"),
        line("task.handed_over", task="bar", giver=["asha", "cara"], taker=["ben"]),
        before=BAR,
    )
    asha, ben, cara = (past.ref("person", name) for name in ("asha", "ben", "cara"))
    assert (type(one), one.actor, one.givers, one.takers) == (
        HandoverReported, UNKNOWN, (ben,), (asha,),
    )  # fmt: skip
    assert (several.givers, several.takers) == ((asha, cara), (ben,))


@pytest.mark.parametrize("asked", [True, False, None])
def test_a_task_is_taken_over_and_goes_back(past: Past, asked: bool | None) -> None:  # noqa: FBT001
    said: Said = {} if asked is None else {"asked": asked}
    over, back = became(
        past,
        line("task.taken_over", task="bar", giver="ben", by="asha", reason="Too slow", **said),
        line("task.returned", task="bar", giver="asha", taker="ben"),
        before=BAR,
    )
    asha, ben = past.ref("person", "asha"), past.ref("person", "ben")
    assert (type(over), over.giver, over.taker, over.asked, over.actor) == (
        TaskTakenOver, ben, asha, asked, asha,
    )  # fmt: skip
    assert past.said(over.reason) == "Too slow"
    assert (type(back), back.giver, back.taker, back.actor) == (TaskReturned, asha, ben, UNKNOWN)


def test_an_offer_of_a_task_that_was_taken_over_ends_by_the_program(past: Past) -> None:
    offer = line("handover.offered", task="bar", giver="ben", taker="asha")
    over, ended = became(
        past,
        line("task.taken_over", task="bar", giver="ben", by="asha"),
        before=(*BAR, offer),
    )
    assert (type(over), type(ended)) == (TaskTakenOver, HandoverWithdrawn)
    assert ended.actor is NotAPerson.PROGRAM


@pytest.mark.parametrize(
    "said",
    [
        line("task.handed_over", task="bar", giver=["ben", "asha"], taker="cara"),
        line("task.taken_over", task="bar", giver="asha", by="ben"),
        line("task.returned", task="bar", giver="asha", taker="ben"),
    ],
    ids=["handed over", "taken over", "returned"],
)
def test_a_task_passes_on_from_somebody_who_has_it(past: Past, said: Said) -> None:
    assert past.why(*BAR, said) == (
        "“asha” does not have “bar” at this time. “ben” and “cara” have it."
    )


def test_a_task_that_one_has_and_another_takes_is_shared_and_told(past: Past) -> None:
    past.take(*BAR)
    report = past.take(line("task.taken", task="bar", person="asha"))
    assert [one.why for one in report.warnings] == [
        "Somebody has “bar” already: “ben” and “cara”. From here on they share it."
    ]
    (task,) = past.services.tasks.tasks()
    assert len(task.holders) == 3


def test_taking_what_one_has_adds_nothing_and_is_told(past: Past) -> None:
    past.take(*CLUB, line("task.added", committee="club", task="bar", title="Bar"))
    report = past.take(
        line("task.taken", task="bar", person="ben"),
        line("task.taken", task="bar", person="ben", note="again"),
    )
    assert [(one.line, one.why) for one in report.warnings] == [
        (2, "This adds nothing: it was so already.")
    ]


@pytest.mark.parametrize(
    "said",
    [
        line("task.handed_over", task="bar", giver="ben", taker="asha"),
        line("task.taken_over", task="bar", giver="ben", by="asha"),
        line("task.returned", task="bar", giver="ben", taker="asha"),
    ],
    ids=["handed over", "taken over", "returned"],
)
def test_whoever_got_a_task_in_any_way_lays_it_down_when_leaving(past: Past, said: Said) -> None:
    events = became(
        past, *BAR, said, line("person.left", committee="club", person="asha"), before=()
    )
    assert kinds(events)[-2:] == listed(PersonLeft, TaskLaidDown)
