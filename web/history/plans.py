"""Lines about plans and tasks."""

from domain.ids import LineId, PersonId
from domain.task import Task
from domain.values import Due
from web.history import lines, names
from web.history.holders import listed
from web.history.taking import Taking


def plan_made(it: Taking, line: lines.PlanMade) -> None:
    """An occasion."""
    committee = it.committee(line.committee)
    scope = it.new(names.PLAN, committee.hex, line.plan)
    plan = it.governance.make_plan(
        it.act(line), committee, line.title, line.on, authority=it.authority(line)
    )
    it.names.add(names.PLAN, scope, line.plan, plan)


def line_written(it: Taking, line: lines.PlanLine) -> None:
    """What holds for an occasion; the same line again holds from then on."""
    plan = it.plan(line, line.plan)
    known = it.names.get(names.LINE, plan.hex, line.line)
    written = it.governance.write_line(
        it.act(line),
        plan,
        line.line,
        line.value,
        line=None if known is None else LineId(known),
        authority=it.authority(line),
    )
    if known is None:
        it.names.add(names.LINE, plan.hex, line.line, written)


def task_added(it: Taking, line: lines.TaskAdded) -> None:
    """Something to do."""
    committee = it.committee(line.committee)
    scope = it.new(names.TASK, committee.hex, line.task)
    task = it.governance.add_task(
        it.act(line),
        committee,
        line.title,
        plan=it.plan(line, line.plan) if line.plan else None,
        due=Due(on=line.due) if line.due else None,
        authority=it.authority(line),
    )
    it.names.add(names.TASK, scope, line.task, task)


def task_taken(it: Taking, line: lines.TaskTaken) -> None:
    """Each of those who take it; several share it."""
    task = it.task(line, line.task)
    people = it.people(line, line.person)
    for person in people:
        it.governance.take_task(it.act(line, person), task, person)
        it.touches(task, person)
    known = it.governance.known(task)
    if isinstance(known, Task) and (others := known.holders - set(people)):
        have = listed(sorted(it.names.of(other) for other in others))
        it.warn(f"Somebody has “{line.task}” already: {have}. From here on they share it.")


def task_done(it: Taking, line: lines.TaskEnded) -> None:
    """It is done, perhaps told by whom."""
    task, people = it.task(line, line.task), it.people(line, line.person or [])
    it.governance.finish_task(it.act(line, _only(people)), task, people)


def task_dropped(it: Taking, line: lines.TaskEnded) -> None:
    """It is not needed any more."""
    task, people = it.task(line, line.task), it.people(line, line.person or [])
    it.governance.drop_task(it.act(line, _only(people)), task, authority=it.authority(line))


def _only(people: list[PersonId]) -> PersonId | None:
    """Whose act it was, where it was one person's."""
    return people[0] if len(people) == 1 else None
