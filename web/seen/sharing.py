"""Is power shared? Five questions, each with a plain answer, a picture, a table and its events."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any, Literal

from flask import current_app, g, url_for

from domain.errors import NotFound
from domain.ids import CommitteeId
from domain.values import EventId
from projections.power.evidence import Evidence, Window
from projections.power.guards import Guard
from projections.power.measure import Measure, Tier
from projections.power.reading import facts
from projections.power.report import Report, report
from web.seen.lists import Chip, Pager
from web.seen.record import Line, line
from web.services import services

Span = Literal["all", "year", "term"]
SPANS: dict[Span, tuple[str, timedelta | None]] = {
    "all": ("All the time", None),
    "year": ("The last year", timedelta(days=365)),
    "term": ("The last 3 months", timedelta(days=91)),
}
A_PAGE, KEPT = 10, 8
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
class Shown:
    """One measure as a page shows it. ``dots``: so many of so many, where they can be drawn."""

    id: str
    question: str
    sentence: str
    display: str
    counted: str
    source: str
    is_context: bool
    dots: tuple[int, int] | None
    bar: tuple[float, float, float] | None
    """The share and its interval, of a hundred."""
    parts: tuple[tuple[str, int], ...]
    events: str
    number: int


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
    spans: list[Chip]
    span: Span


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """What ``sharing_question.html`` shows."""

    asked: Answered
    spans: list[Chip]
    span: Span


@dataclass(frozen=True, slots=True)
class EventsPage:
    """What ``sharing_events.html`` shows: what one number rests on."""

    shown: Shown
    back: str
    entries: list[Line]
    pager: Pager


class Audits:
    """The last reports, kept until the log goes on: each reads the whole log."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[tuple[object, ...], Report] = OrderedDict()

    def of(self, committee: CommitteeId, span: Span, now: datetime) -> Report:
        """What the audit says of this committee now; of a span, up to the end of the day before."""
        position, window = services().governance.position(), _window(span, now)
        key = (committee, position, window)
        with self._lock:
            if key not in self._kept:
                read = facts(services().governance, position)
                self._kept[key] = report(Evidence(read, committee, window))
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            return self._kept[key]


def _window(span: Span, now: datetime) -> Window:
    """Whole days, so that one report serves a whole day."""
    _, length = SPANS[span]
    if length is None:
        return Window()
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return Window(today - length)


def sharing_page(committee: CommitteeId, span: Span) -> SharingPage:
    """All five questions, and first whether the record can carry an answer."""
    found = _report(committee, span)
    return SharingPage(
        headline=found.headline,
        doubts=found.doubts,
        questions=[_answered(one, found, span) for one in QUESTIONS],
        record=_answered(RECORD, found, span),
        spans=_spans(span, "sharing.index"),
        span=span,
    )


def question_page(committee: CommitteeId, key: str, span: Span) -> QuestionPage:
    """One question with everything that was counted for it."""
    asked = next((one for one in (*QUESTIONS, RECORD) if one.key == key), None)
    if asked is None:
        raise NotFound(NO_SUCH)
    found = _report(committee, span)
    return QuestionPage(
        _answered(asked, found, span), _spans(span, "sharing.question", key=key), span
    )


def events_page(committee: CommitteeId, metric: str, span: Span, page: int) -> EventsPage:
    """The events that one number rests on, ten by ten, in the order of the log."""
    found = next((m for m in _measures(_report(committee, span)) if m.id == metric), None)
    if found is None:
        raise NotFound(NO_SUCH)
    key = next(one.key for one in (*QUESTIONS, RECORD) if metric in one.measures)

    def at(number: int) -> str:
        return url_for("sharing.events", metric=metric, span=span, page=number)

    pages = max(1, -(-len(found.event_ids) // A_PAGE))
    shown = min(page, pages)
    return EventsPage(
        shown=_shown(found, span),
        back=url_for("sharing.question", key=key, span=span),
        entries=_lines(found.event_ids[(shown - 1) * A_PAGE :][:A_PAGE]),
        pager=Pager(
            before=at(shown - 1) if shown > 1 else None,
            after=at(shown + 1) if shown < pages else None,
            words=f"Page {shown} of {pages}",
        ),
    )


def _lines(events: Sequence[EventId]) -> list[Line]:
    placed = [services().governance.placed_event(name) for name in events]
    return [line(entry) for entry in services().audit.told(placed)]


def _report(committee: CommitteeId, span: Span) -> Report:
    audits: Audits = current_app.extensions["audits"]
    return audits.of(committee, span, g.clock.now)


def _measures(found: Report) -> Iterator[Measure]:
    yield from found.gates
    yield from found.measures


def _answered(asked: Question, found: Report, span: Span) -> Answered:
    by_id = {one.id: one for one in _measures(found)}
    counted = [by_id[name] for name in asked.measures if name in by_id]
    answer = next((one.answer for one in counted if one.tier is not Tier.CONTEXT), "")
    return Answered(
        asked.key, asked.words, asked.picture, answer, [_shown(one, span) for one in counted]
    )


def _shown(one: Measure, span: Span) -> Shown:
    events = url_for("sharing.events", metric=one.id, span=span)
    return Shown(
        id=one.id,
        question=one.question,
        sentence=one.answer,
        display=one.display,
        counted=one.counted,
        source=one.source,
        is_context=one.tier is Tier.CONTEXT,
        dots=_dots(one),
        bar=_bar(one),
        parts=one.parts,
        events=events,
        number=len(one.event_ids),
    )


MOST_DOTS = 60


def _dots(one: Measure) -> tuple[int, int] | None:
    if one.k is None or not one.n or one.unit or one.n > MOST_DOTS or one.guard is Guard.NOTHING:
        return None
    return one.k, one.n


def _bar(one: Measure) -> tuple[float, float, float] | None:
    if one.interval is None or one.value is None or one.unit:
        return None
    low, high = one.interval.low, one.interval.high
    return round(100 * float(one.value), 1), round(100 * low, 1), round(100 * high, 1)


def _spans(chosen: Span, endpoint: str, **values: Any) -> list[Chip]:
    return [
        Chip(words, "clock", url_for(endpoint, span=span, **values), None, current=span == chosen)
        for span, (words, _) in SPANS.items()
    ]
