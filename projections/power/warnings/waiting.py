"""W5 and W10: worries, questions and ideas that nobody answers."""

from collections.abc import Iterator
from datetime import datetime

from domain.events import (
    DecisionTaken,
    ObjectionRaised,
    ProposalDeclined,
    ProposalDeferred,
    ProposalMade,
    ProposalWithdrawn,
    VotingOpened,
)
from projections.power.asked import answers_to, first_told
from projections.power.evidence import Evidence, Fact, Stream
from projections.power.gatherings import by_then, meetings, moments, next_after
from projections.power.settings import Settings
from projections.power.warnings.warning import PowerWarning

SILENT_FOR = 2
OUTCOMES = (DecisionTaken, ProposalDeclined, ProposalDeferred, ProposalWithdrawn, VotingOpened)
"""What tells those who had an idea what becomes of it."""


def left_open(evidence: Evidence, settings: Settings) -> Iterator[PowerWarning]:
    """W5: a worry or a question that was still open after the day of the next meeting."""
    del settings
    met = moments(evidence)
    for stream in evidence.streams.values():
        for asked in first_told(stream):
            due = next_after(met, asked.occurred_at)
            if due is None or not evidence.window.holds(asked.occurred_at):
                continue
            ends = list(answers_to(stream, asked))
            if not any(by_then(end.occurred_at, due) for end in ends):
                what = "worry" if isinstance(asked, ObjectionRaised) else "question"
                sentence = f"A {what} was still open after we met."
                behind = (stream.events[0], asked, *ends, *meetings(evidence))
                yield PowerWarning("W5", due, sentence, behind)


def silent_ideas(evidence: Evidence, settings: Settings) -> Iterator[PowerWarning]:
    """W10: nothing was heard of a member’s idea for two meetings."""
    del settings
    met = moments(evidence)
    for stream, made in evidence.begun_by(ProposalMade):
        due = next_after(met, made.occurred_at, SILENT_FOR)
        if due is None or not _is_members(evidence, made):
            continue
        if evidence.window.holds(made.occurred_at) and not _heard_of(stream, due):
            told = [one for kind in OUTCOMES for one in stream.only(kind)]
            behind: list[Fact] = [made, *told, *meetings(evidence), *evidence.seats.all]
            sentence = "Nothing was heard of a member’s idea for two meetings."
            yield PowerWarning("W10", due, sentence, tuple(behind))


def _is_members(evidence: Evidence, made: ProposalMade) -> bool:
    return evidence.seats.is_member(made.idea_by or made.actor, made.occurred_at)


def _heard_of(stream: Stream, by: datetime) -> bool:
    return any(one.occurred_at <= by for kind in OUTCOMES for one in stream.only(kind))
