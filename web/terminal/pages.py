"""Long answers, page by page: what was printed is not held."""

from collections.abc import Iterator

from domain.ids import CommitteeId
from projections.audit import Entry
from projections.narrowing import Narrow, narrowed
from projections.seen import DecisionSeen
from web.terminal.asked import Asked

PAGE = 2_000


def register_pages(
    asked: Asked, committee: CommitteeId | None, narrow: Narrow | None = None
) -> Iterator[list[DecisionSeen]]:
    """The register, of one committee or of all; narrowed down, only that."""
    after, register = 0, asked.services.decisions.register
    wanted = _wanted(asked, committee, narrow) if narrow else None
    while found := register(committee, after, PAGE, asked.at, asked.upto):
        yield found if wanted is None else [one for one in found if one.position in wanted]
        after = found[-1].position


def _wanted(asked: Asked, committee: CommitteeId | None, narrow: Narrow) -> frozenset[int]:
    """Where the wanted decisions stand in the log."""
    it, when = asked.services, (asked.at, asked.upto)
    every = [one.committee for one in it.directory.committees(*when)]
    return frozenset(
        position
        for group in ([committee] if committee else every)
        for position in narrowed(
            it.views, group, it.decisions.briefs(group, *when), narrow, asked.moment, *when
        )
    )


def log_pages(asked: Asked, after: int, limit: int | None) -> Iterator[list[Entry]]:
    """The log from a position on, so many entries of it or all."""
    log, left = asked.services.audit.log, limit
    while found := log(after, min(left or PAGE, PAGE), asked.at, asked.upto):
        yield found
        after = found[-1].position
        left = None if left is None else left - len(found)
        if left == 0:
            return


def uncited_pages(asked: Asked, committee: CommitteeId | None) -> Iterator[list[Entry]]:
    """Changes that state no right, of one committee or of all."""
    after, uncited = 0, asked.services.audit.without_authority
    while found := uncited(after, PAGE, committee, asked.at, asked.upto):
        yield found
        after = found[-1].position
