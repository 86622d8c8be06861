"""What lines about plans and tasks become: these events, and no more."""

from datetime import date, time

from domain.events import (
    DecisionTaken,
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    LineWritten,
    PlanMade,
    TaskAdded,
    TaskDone,
    TaskDropped,
    TaskTaken,
)
from domain.values import Due, LocalMoment
from tests.web.past import (
    A_YES,
    CLUB,
    UNKNOWN,
    Past,
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
