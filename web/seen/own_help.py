"""The read models as the committee itself may ask them: whole, but for who was helped to vote.

A line that says “somebody had help”, right beside the ballot of one person, says who it was. So
what is told of help is told to the voter, and to whoever wrote it down; all others find no such
line, and the number where it shows nobody (``web/seen/help.py``).
"""

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from flask import g

from domain.events import Event, SupportNoted
from domain.ids import PersonId, ProposalId
from projections.audit import Audit
from projections.read_model import ReadModel, question
from projections.talk import Talk
from projections.talk_seen import TalkSeen
from projections.views import Views

R = TypeVar("R")
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


class OwnTalk(Talk):
    """What was said, and of help only what is one's own."""

    @question
    def about(
        self, proposal: ProposalId, at: datetime | None = None, known: int | None = None
    ) -> TalkSeen:
        """What was said about one idea until its decision."""
        seen = super().about(proposal, at, known)
        return replace(seen, support=tuple(one for one in seen.support if one.voter == me()))


AMONG_US: Otherwise = {Audit: OwnRecord, Talk: OwnTalk}
