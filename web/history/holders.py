"""What to say where somebody would have to sit on a committee, or to hold something."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

from domain.committee import Committee
from domain.errors import NotEligible, NotFound
from domain.ids import CommitteeId, PersonId, RoleId, TaskId
from domain.task import Task
from web.history.names import BadLine
from web.history.taking import Taking


@contextmanager
def if_seated(
    it: Taking, committee: CommitteeId, called: str, people: Iterable[str]
) -> Iterator[None]:
    """What is done in here asks these people to sit there. If that is why not, say so."""
    try:
        yield
    except (NotEligible, NotFound):
        known = it.governance.known(committee)
        seats = known.seats if isinstance(known, Committee) else {}
        if missing := [name for name in people if it.names.person(name) not in seats]:
            raise BadLine(
                f"{listed(missing)} {_have(missing)} no seat on “{called}” at this time. "
                "Is a line missing that tells of joining, or does one tell of leaving too soon?"
            ) from None
        raise


@contextmanager
def if_theirs(it: Taking, task: TaskId, called: str, people: Iterable[str]) -> Iterator[None]:
    """What is done in here asks these people to have this task. If that is why not, say so."""
    try:
        yield
    except NotEligible:
        known = it.governance.known(task)
        _must_hold(it, called, people, known.holders if isinstance(known, Task) else ())
        raise


@contextmanager
def if_in_role(
    it: Taking, committee: CommitteeId, role: RoleId, called: str, people: Iterable[str]
) -> Iterator[None]:
    """What is done in here asks these people to have this role. If that is why not, say so."""
    try:
        yield
    except NotEligible:
        known = it.governance.known(committee)
        _must_hold(
            it, called, people, known.roles.get(role, ()) if isinstance(known, Committee) else ()
        )
        raise


def listed(called: Iterable[str]) -> str:
    """Several names in a sentence."""
    return " and ".join(f"“{name}”" for name in called)


def _must_hold(
    it: Taking, called: str, people: Iterable[str], holders: Collection[PersonId]
) -> None:
    if missing := [name for name in people if it.names.person(name) not in holders]:
        have = sorted(it.names.of(holder) for holder in holders)
        who = f"{listed(have)} {_have(have)} it" if have else "Nobody has it"
        do = "does" if len(missing) == 1 else "do"
        raise BadLine(f"{listed(missing)} {do} not have “{called}” at this time. {who}.") from None


def _have(several: Collection[str]) -> str:
    return "has" if len(several) == 1 else "have"
