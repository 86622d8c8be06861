"""The read models as the committee itself may ask them: whole, but for who was helped to vote.

And, where the rule says so, but for how others vote before the end.

A line that says “somebody had help”, right beside the ballot of one person, says who it was. So
what is told of help is told to the voter, and to whoever wrote it down; all others find no such
line, and the number where it shows nobody (``web/seen/help.py``).
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from flask import g, request

from domain.events import (
    BallotCast,
    Event,
    ObjectionRaised,
    PaperBallotRead,
    PositionVoiced,
    SupportNoted,
)
from domain.ids import PersonId, ProposalId
from projections.audit import Audit, Entry, Placed
from projections.decisions import Decisions
from projections.read_model import ReadModel, question
from projections.stops import NOW, Stop
from projections.talk import Talk
from projections.talk_seen import TalkSeen
from projections.views import Views
from web.seen.hearing import unheard
from web.seen.hushed import hushed

R = TypeVar("R")
SAY_HOW = (BallotCast, PaperBallotRead, ObjectionRaised)
Otherwise = Mapping[type[ReadModel], type[ReadModel]]


class SaidOtherwise(Views):
    """The same tables, of which some are asked in another way."""

    def __init__(self, views: Views, otherwise: Otherwise) -> None:
        self.whole, self.ledger = views, views.ledger
        self.models: dict[type[ReadModel], ReadModel] = {
            kind: otherwise.get(kind, kind)(self) for kind in views.models
        }

    @property
    def connection(self) -> sqlite3.Connection:
        """What the questions of this thread are asked through."""
        return self.whole.connection

    def answer(self, ask: Callable[[], R]) -> R:
        """Answer from the same tables, level with the log."""
        return self.whole.answer(ask)


def me() -> PersonId:
    """Whoever asks."""
    who: PersonId = g.viewer.person
    return who


class OwnRecord(Audit):
    """The record without the help that others had."""

    def tells(self, event: Event) -> bool:
        """Help is told to whoever had it, and to whoever wrote it down."""
        return not isinstance(event, SupportNoted) or me() in (event.voter, event.actor)

    def told(self, events: Iterable[Placed], stop: Stop = NOW) -> list[Entry]:
        """Events as sentences; who votes what is told at the end, where the rule says so."""
        placed = [one for one in events if self.tells(one[1])]
        votes = {one.originator_id for _, one in placed if isinstance(one, SAY_HOW)}
        waits = {stream for stream in votes if self._is_still_hidden(stream)}
        unsaid = unheard((event for _, event in placed), me())
        return [
            hushed(entry, event, me()) if _is_held_back(event, waits, unsaid) else entry
            for entry, (_, event) in zip(super().told(placed, stop), placed, strict=True)
        ]

    def _is_still_hidden(self, stream: UUID) -> bool:
        decisions, proposal = self.views.of(Decisions), ProposalId(stream)
        if not decisions.is_running(proposal):
            return False
        idea = decisions.proposal(proposal, g.clock.now)
        return idea is not None and idea.hides_votes


def _is_held_back(event: Event, waits: set[UUID], unsaid: set[UUID]) -> bool:
    """Whether this is told later: how somebody votes, or what they want before there is a vote."""
    return event.originator_id in (unsaid if isinstance(event, PositionVoiced) else waits)


class OwnTalk(Talk):
    """What was said, and of help only what is one's own.

    The parts of a page each ask this of the same idea; whoever only looks is answered once.
    """

    @question
    def about(
        self, proposal: ProposalId, at: datetime | None = None, known: int | None = None
    ) -> TalkSeen:
        """What was said about one idea until its decision."""
        heard: dict[object, TalkSeen] = request.environ.setdefault("hands.heard", {})
        asked = proposal, at, known
        if request.method != "GET" or asked not in heard:
            seen = super().about(proposal, at, known)
            own = tuple(one for one in seen.support if one.voter == me())
            heard[asked] = replace(seen, support=own)
        return heard[asked]


AMONG_US: Otherwise = {Audit: OwnRecord, Talk: OwnTalk}
