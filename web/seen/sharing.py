"""Is power shared? Five questions, each with a plain answer, a picture, a table and its events."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask import url_for

from domain.errors import NotFound
from domain.ids import CommitteeId
from domain.kinds import Seat
from domain.values import EventId
from projections.power.measure import Measure, Tier
from web.seen.agreed import agreed_for
from web.seen.audits import SPANS, Audit, Span, audit_of
from web.seen.counted import Shown, shown
from web.seen.lists import Chip, Pager, part_of
from web.seen.pictured import handovers_of, matrix_of, strip_of, takeovers_of, timeline_of
from web.seen.record import Line, line
from web.seen.replies import ABOUT_STAFF, Said, replies_to, seat_here
from web.seen.warned import Warned, one_warning, warned
from web.services import services

A_PAGE = 10
NO_SUCH = "There is no such number here."


@dataclass(frozen=True, slots=True)
class Question:
    """One of the five, and the families of measures that answer it, the plainest first."""

    key: str
    words: str
    picture: str
    measures: tuple[str, ...]


QUESTIONS = (
    Question("ideas", "Who has ideas?", "idea", ("B1", "B1w", "B7", "B3", "B6", "B5", "B4", "B2")),
    Question(
        "deciding",
        "Who decides?",
        "decided",
        (
            *("C0", "C0w", "C1", "C1w", "H2", "C5", "C6", "C12", "C10", "C11"),
            *("TLAP", "C2", "C3", "C4"),
        ),
    ),
    Question(
        "jobs",
        "Who does the jobs?",
        "jobs",
        ("E1", "E7", "E5", "E8", "E3", "E4", "E2", "E9", "E6", "G1"),
    ),
    Question(
        "knowing",
        "Who knows, and who gets help?",
        "talk",
        ("F1", "F2", "F3", "F4", "F5", "D2", "D6", "D3", "D1"),
    ),
    Question("stopping", "What if someone says stop?", "worry", ("D4", "D5", "C8", "C9", "C7")),
)
RECORD = Question(
    "record", "Can we trust this record?", "record", ("A1", "A2", "A3", "A4", "A5", "A6")
)


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its plain answer and its measures."""

    key: str
    words: str
    picture: str
    answer: str
    measures: list[Shown]


@dataclass(frozen=True, slots=True)
class SharingPage:
    """What ``sharing.html`` shows."""

    headline: str
    doubts: tuple[str, ...]
    questions: list[Answered]
    record: Answered
    talk: list[Warned]
    spans: list[Chip]
    span: Span


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """What ``sharing_question.html`` shows."""

    asked: Answered
    replies: Mapping[str, list[Said]]
    """Of the figures about staff: what staff say to each."""
    may_reply: bool
    spans: list[Chip]
    span: Span


@dataclass(frozen=True, slots=True)
class EventsPage:
    """What ``sharing_events.html`` shows: what one number rests on."""

    question: str
    sentence: str
    number: int
    back: str
    entries: list[Line]
    pager: Pager


def sharing_page(committee: CommitteeId, span: Span) -> SharingPage:
    """All five questions, and first whether the record can carry an answer."""
    found = audit_of(committee, span)
    return SharingPage(
        headline=found.report.headline,
        doubts=found.report.doubts,
        questions=[_answered(one, found, span) for one in QUESTIONS],
        record=_answered(RECORD, found, span),
        talk=warned(committee),
        spans=_spans(span, "sharing.index"),
        span=span,
    )


def question_page(committee: CommitteeId, key: str, span: Span) -> QuestionPage:
    """One question with everything that was counted for it."""
    asked = next((one for one in (*QUESTIONS, RECORD) if one.key == key), None)
    if asked is None:
        raise NotFound(NO_SUCH)
    found, said = audit_of(committee, span), services().honesty.replies(committee)
    answered, agreed = _answered(asked, found, span, drawn=True), agreed_for(committee)
    measures = [replace(one, agreed=agreed.get(one.id, ())) for one in answered.measures]
    return QuestionPage(
        replace(answered, measures=measures),
        {name: replies_to(name, said) for name in asked.measures if name in ABOUT_STAFF},
        seat_here(committee) is Seat.STAFF,
        _spans(span, "sharing.question", key=key),
        span,
    )


def question_of(metric: str) -> str:
    """Under which question this number stands."""
    return next(one.key for one in (*QUESTIONS, RECORD) if metric in one.measures)


def events_page(committee: CommitteeId, metric: str, span: Span, page: int) -> EventsPage:
    """The events that one number rests on, ten by ten, in the order of the log."""
    found = next((m for m in audit_of(committee, span).measures() if m.id == metric), None)
    if found is None:
        raise NotFound(NO_SUCH)
    events, pager = part_of(
        found.event_ids,
        page,
        A_PAGE,
        lambda at: url_for("sharing.events", metric=metric, span=span, page=at),
    )
    return EventsPage(
        question=found.question,
        sentence=found.answer,
        number=len(found.event_ids),
        back=url_for("sharing.question", key=question_of(metric), span=span, _anchor=metric),
        entries=_lines(events),
        pager=pager,
    )


def warning_events_page(committee: CommitteeId, metric: str, day: date, page: int) -> EventsPage:
    """The same of something to talk about."""
    one = one_warning(committee, metric, day)
    events, pager = part_of(
        one.event_ids,
        page,
        A_PAGE,
        lambda at: url_for("sharing.events", metric=metric, day=day.isoformat(), page=at),
    )
    return EventsPage(
        question="Something to talk about",
        sentence=" ".join(one.sentences),
        number=len(one.event_ids),
        back=one.href,
        entries=_lines(events),
        pager=pager,
    )


def _lines(events: Sequence[EventId]) -> list[Line]:
    placed = [services().governance.placed_event(name) for name in events]
    return [line(entry) for entry in services().audit.told(placed)]


def _answered(asked: Question, found: Audit, span: Span, *, drawn: bool = False) -> Answered:
    by_id = {one.id: one for one in found.measures()}
    counted = [by_id[name] for name in asked.measures if name in by_id]
    answer = next((one.answer for one in counted if one.tier is not Tier.CONTEXT), "")
    pages = [_drawn(one, found, span) if drawn else shown(one, span) for one in counted]
    return Answered(asked.key, asked.words, asked.picture, answer, pages)


Draw = Callable[[Measure, Audit], Any]
PICTURES: Mapping[str, tuple[str, Draw]] = {
    "C1": ("strip", lambda _, found: strip_of(found.nights)),
    "B7": ("matrix", lambda one, _: matrix_of(one) if one.n else None),
    "E3": ("ways", lambda one, _: handovers_of(one)),
    "E5": ("ways", lambda one, _: takeovers_of(one)),
    "C8": ("timeline", lambda _, found: timeline_of(found.step_ins)),
}
"""Measure -> the picture that belongs to it, beside its dots."""


def _drawn(one: Measure, found: Audit, span: Span) -> Shown:
    page = shown(one, span)
    if one.id not in PICTURES:
        return page
    name, draw = PICTURES[one.id]
    return replace(page, **{name: draw(one, found)})


def _spans(chosen: Span, endpoint: str, **values: Any) -> list[Chip]:
    return [
        Chip(words, "clock", url_for(endpoint, span=span, **values), None, current=span == chosen)
        for span, (words, _) in SPANS.items()
    ]
