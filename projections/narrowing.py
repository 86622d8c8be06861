"""The register narrowed down: by way, by size, undone since, with a step-in, with a worry."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from domain.ids import CommitteeId, ProposalId
from domain.kinds import Route, Stake
from projections.mandates import Mandates
from projections.proceedings import Proceedings
from projections.read_model import question, uid
from projections.stops import Stop
from projections.talk import Talk
from projections.views import Views


class Brief(NamedTuple):
    """A decision, and the little by which it is found; ``stake`` only where it was stated.

    ``worried``: whether somebody had a worry about it, by whichever way it ended.
    """

    position: int
    proposal: ProposalId
    route: Route
    stake: Stake | None
    worried: bool


@dataclass(frozen=True, slots=True)
class Narrow:
    """Which decisions of the register: all that is stated here has to be so; empty: all of them."""

    routes: frozenset[Route] = frozenset()
    stake: Stake | None = None
    holds: bool | None = None
    """Whether it still holds: nobody reversed it, refused it, or took another in its place."""
    stepped_in: bool | None = None
    """Whether somebody stepped in on it, or it was decided by a step-in."""
    worried: bool | None = None
    """Whether somebody had a worry about it."""

    def __bool__(self) -> bool:
        return self != Narrow()


class Briefs(Proceedings):
    """What the register is narrowed down by."""

    @question
    def briefs(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[Brief]:
        """Every decision of a committee, oldest first."""
        found = self.rows(
            "SELECT position, proposal, json_extract(state, '$.route'), "
            "json_extract(state, '$.stake'), EXISTS (SELECT 1 FROM objection AS o "
            "WHERE o.proposal = decision.proposal AND o.at <= ?2 AND o.position <= ?3) "
            "FROM decision WHERE committee = ?1 AND at <= ?2 AND position <= ?3 ORDER BY position",
            committee.bytes,
            *Stop(at, known).bounds,
        )
        return [
            Brief(
                *(at, ProposalId(uid(which)), Route(route)),
                Stake(stake) if stake else None,
                bool(worried),
            )
            for at, which, route, stake, worried in found
        ]


def narrowed(  # noqa: PLR0913 -- which of them, and of when
    views: Views,
    committee: CommitteeId,
    briefs: Iterable[Brief],
    narrow: Narrow,
    moment: datetime,
    at: datetime | None = None,
    known: int | None = None,
) -> frozenset[int]:
    """Where in the log those decisions stand, of these ``briefs``, that are wanted."""
    some = [one for one in briefs if _is_like(one, narrow)]
    if narrow.stepped_in is not None:
        touched = views.of(Mandates).touched(committee, at, known)
        some = [one for one in some if _is_stepped_in(one, touched) is narrow.stepped_in]
    if narrow.holds is not None:
        afterwards = views.of(Talk).afterwards
        some = [
            one for one in some if afterwards(one.proposal, moment, known).stands is narrow.holds
        ]
    return frozenset(one.position for one in some)


def _is_like(one: Brief, narrow: Narrow) -> bool:
    is_by_route = not narrow.routes or one.route in narrow.routes
    is_so = narrow.stake in (None, one.stake) and narrow.worried in (None, one.worried)
    return is_by_route and is_so


def _is_stepped_in(one: Brief, touched: frozenset[UUID]) -> bool:
    return one.route is Route.STEP_IN or one.proposal in touched
