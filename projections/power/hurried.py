"""When something that was decided in a hurry lapses, and what that hangs on.

On the day that was named, or when the next meeting is over, whichever comes first; each at the end
of its day. The next meeting is the first one that began after the decision.
"""

from datetime import date

from domain.events import DecisionTaken, Event, MeetingClosed, MeetingOpened
from projections.power.evidence import Evidence, Stream


def lapses_on(evidence: Evidence, taken: DecisionTaken) -> date | None:
    """The last day on which the committee can agree; none where no day was named."""
    if taken.ratify_by is None:
        return None
    met = _next_meeting(evidence, taken)
    ended = met.first(MeetingClosed) if met else None
    return min(taken.ratify_by, ended.occurred_at.date()) if ended else taken.ratify_by


def meeting_after(evidence: Evidence, taken: DecisionTaken) -> list[Event]:
    """What tells of the next meeting, where a day was named."""
    met = _next_meeting(evidence, taken) if taken.ratify_by else None
    if met is None:
        return []
    return [met.events[0], *met.only(MeetingOpened)[:1], *met.only(MeetingClosed)[:1]]


def _next_meeting(evidence: Evidence, taken: DecisionTaken) -> Stream | None:
    began = [
        (opened.occurred_at, stream)
        for stream in evidence.having(MeetingOpened)
        if (opened := stream.first(MeetingOpened)) and opened.occurred_at > taken.occurred_at
    ]
    return min(began, key=lambda one: one[0])[1] if began else None
