"""The record of a committee as sentences, newest first."""

from dataclasses import dataclass

from flask import g, url_for

from domain.ids import CommitteeId
from domain.values import EventId, place_of
from projections.audit import Entry
from web.clock import Moment
from web.seen.lists import Pager
from web.services import services

A_PAGE = 10
PICTURES = {
    "person": "person",
    "committee": "people",
    "plan": "plan",
    "task": "jobs",
    "proposal": "idea",
    "meeting": "talk",
    "meeting.note-taken": "write",
    "meeting.minutes-confirmed": "done",
    "proposal.voting-opened": "vote",
    "proposal.ballot-cast": "vote",
    "proposal.ballot-withdrawn": "vote",
    "proposal.position-voiced": "talk",
    "proposal.question-asked": "ask",
    "proposal.question-answered": "talk",
    "proposal.objection-raised": "worry",
    "proposal.objection-answered": "talk",
    "proposal.objection-resolved": "talk",
    "proposal.voting-closed": "stop",
    "proposal.decision-taken": "decided",
    "proposal.support-noted": "hand",
    "committee.rule-adopted": "rule",
    "committee.mandate-granted": "give",
    "committee.mandate-revoked": "take-back",
    "committee.step-in-applied": "safety",
    "committee.step-in-told": "talk",
    "committee.step-in-lifted": "done",
    "committee.step-in-reviewed": "fair",
    "task.task-taken": "take",
    "task.handover-offered": "give",
    "task.handover-accepted": "yes",
    "task.handover-declined": "no",
    "task.handover-withdrawn": "take-back",
    "task.task-laid-down": "cannot",
    "task.task-done": "done",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One event of the log."""

    position: int
    sentence: str
    picture: str
    on: Moment
    topic: str
    leaf: int
    href: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """What ``record.html`` shows."""

    entries: list[Line]
    pager: Pager


@dataclass(frozen=True, slots=True)
class WithoutPage:
    """What ``without.html`` shows."""

    entries: list[Line]
    pager: Pager


def record_page(committee: CommitteeId, before: int | None) -> RecordPage:
    """Some lines of a committee's record, the newest first."""
    found = services().record.lines(committee, A_PAGE + 1, before)
    shown = found[:A_PAGE]
    more = shown[-1].position if len(found) > A_PAGE else None
    return RecordPage(
        entries=[line(entry) for entry in shown],
        pager=Pager(
            before=url_for("why.record") if before else None,
            after=url_for("why.record", before=more) if more else None,
            words="",
        ),
    )


def without_page(committee: CommitteeId, after: int) -> WithoutPage:
    """Ten changes of a committee that state no right, the oldest first."""
    found = services().audit.without_authority(after, A_PAGE + 1, committee)
    shown = found[:A_PAGE]
    more = shown[-1].position if len(found) > A_PAGE else None
    return WithoutPage(
        entries=[line(entry) for entry in shown],
        pager=Pager(
            before=url_for("why.without_authority") if after else None,
            after=url_for("why.without_authority", after=more) if more else None,
            words="",
        ),
    )


def line(entry: Entry) -> Line:
    """One event of the log, as a page shows it."""
    return Line(
        position=entry.position,
        sentence=entry.sentence,
        picture=picture_for(entry.topic),
        on=g.clock.tell(entry.at, to_the_day=entry.to_the_day),
        topic=entry.topic,
        leaf=entry.leaf,
        href=address(entry.event),
    )


def picture_for(topic: str) -> str:
    """The picture for what happened; else for what it happened to."""
    return PICTURES.get(topic) or PICTURES.get(topic.partition(".")[0], "record")


def place_for(entry: Entry) -> tuple[str, str]:
    """Where the thing can be looked at that this happened to, and the words of the link."""
    thing = entry.stream
    match entry.topic.partition(".")[0]:
        case "proposal":
            decided = entry.topic == "proposal.decision-taken"
            words = "See the votes" if decided else "See the idea"
            return url_for("proposals.show", proposal=thing), words
        case "plan":
            return url_for("plan.show", plan=thing), "See the plan"
        case "task":
            return url_for("jobs.show", task=thing), "See the job"
        case "meeting":
            return url_for("meetings.show", meeting=thing), "See the meeting"
        case _:
            return "", ""


def address(event: EventId) -> str:
    """Where this event and the right behind it can be looked at."""
    stream, version = place_of(event)
    return url_for("why.entry", stream=stream, version=version)
