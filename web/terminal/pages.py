"""Long answers, page by page: what was printed is not held."""

from collections.abc import Iterator

from domain.ids import CommitteeId
from projections.audit import Entry
from projections.seen import DecisionSeen
from web.terminal.asked import Asked

PAGE = 2_000


def register_pages(asked: Asked, committee: CommitteeId | None) -> Iterator[list[DecisionSeen]]:
    """The register, of one committee or of all."""
    after, register = 0, asked.services.decisions.register
    while found := register(committee, after, PAGE, asked.at, asked.upto):
        yield found
        after = found[-1].position


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
