"""Lines about tasks and roles that pass from one person to another."""

from domain.ids import CommitteeId, PersonId, RoleId, TaskId
from web.history import lines, roles
from web.history.holders import if_in_role, if_theirs
from web.history.names import BadLine
from web.history.taking import Taking


def offered(it: Taking, line: lines.HandoverOffered) -> None:
    """One person asked another."""
    if line.role is not None:
        committee, role, giver, taker = _of_role(it, line, line.role)
        with if_in_role(it, committee, role, line.role, [line.giver]):
            it.governance.offer_role(it.act(line, giver), committee, role, taker, giver=giver)
        return
    task, giver, taker = _of_task(it, line)
    with if_theirs(it, task, line.task or "", [line.giver]):
        it.governance.offer_handover(it.act(line, giver), task, taker, giver=giver)
    it.touches(task, giver, taker)


def accepted(it: Taking, line: lines.HandoverAnswered) -> None:
    """Whoever was asked said yes."""
    if line.role is not None:
        committee, role, giver, taker = _of_role(it, line, line.role)
        it.governance.accept_role(it.act(line, taker), committee, role, taker, giver)
        return
    task, giver, taker = _of_task(it, line)
    it.governance.accept_handover(it.act(line, taker), task, taker, giver)
    it.touches(task, taker)


def declined(it: Taking, line: lines.HandoverAnswered) -> None:
    """Whoever was asked said no."""
    if line.role is not None:
        committee, role, giver, taker = _of_role(it, line, line.role)
        it.governance.decline_role(it.act(line, taker), committee, role, taker, giver)
        return
    task, giver, taker = _of_task(it, line)
    it.governance.decline_handover(it.act(line, taker), task, taker, giver)


def reported(it: Taking, line: lines.TaskHandedOver) -> None:
    """A task passed on, and nobody knows who asked whom."""
    task = it.task(line, line.task)
    givers, takers = it.people(line, line.givers), it.people(line, line.takers)
    with if_theirs(it, task, line.task, line.givers):
        it.governance.report_handover(it.act(line), task, givers, takers)
    it.touches(task, *takers)


def taken_over(it: Taking, line: lines.TaskTakenOver) -> None:
    """One did what another has."""
    task = it.task(line, line.task)
    giver, taker = it.person(line, line.giver), it.person(line, line.by)
    act = it.act(line, taker)
    with if_theirs(it, task, line.task, [line.giver]):
        it.governance.take_over_task(act, task, giver, asked=line.asked, taker=taker)
    it.touches(task, taker)


def returned(it: Taking, line: lines.TaskReturned) -> None:
    """It went back to somebody."""
    task = it.task(line, line.task)
    giver, taker = it.person(line, line.giver), it.person(line, line.taker)
    with if_theirs(it, task, line.task, [line.giver]):
        it.governance.return_task(it.act(line), task, taker, giver)
    it.touches(task, taker)


def _of_task(it: Taking, line: lines.Handover) -> tuple[TaskId, PersonId, PersonId]:
    if line.task is None:
        raise BadLine("Say what passes on: a task, or a role and its committee.")
    task = it.task(line, line.task)
    return task, it.person(line, line.giver), it.person(line, line.taker)


def _of_role(
    it: Taking, line: lines.Handover, called: str
) -> tuple[CommitteeId, RoleId, PersonId, PersonId]:
    if line.task is not None:
        raise BadLine("A handover is of a task or of a role. Make two lines of it.")
    if line.committee is None:
        raise BadLine("The key “committee” is missing: a role belongs to one.")
    committee = it.committee(line.committee)
    role = roles.the(it, committee, line.committee, called)
    return committee, role, it.person(line, line.giver), it.person(line, line.taker)
