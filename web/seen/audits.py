"""The last audits, kept until the log goes on: each reads the whole log."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock
from typing import Literal

from flask import current_app, g

from domain.ids import CommitteeId
from projections.power.beyond import Beyond, beyond
from projections.power.evidence import Evidence
from projections.power.gatherings import last_meetings
from projections.power.measure import Measure
from projections.power.outside import outside
from projections.power.reading import facts
from projections.power.report import Report, report
from projections.power.stepping_in import StepIn, step_ins
from projections.power.strip import Night, strip
from web.seen.discreetly import sees_names
from web.services import services

Span = Literal["all", "year", "term", "six", "three"]
SPANS: dict[Span, tuple[str, timedelta | int | None]] = {
    "all": ("All the time", None),
    "year": ("The last year", timedelta(days=365)),
    "term": ("The last 3 months", timedelta(days=91)),
    "six": ("The last 6 meetings", 6),
    "three": ("The last 3 meetings", 3),
}
"""Span -> its words, and how long it is: a time, or so many meetings."""
KEPT = 8
LONG, A_WHILE = 20_000, timedelta(hours=1)
"""A log longer than this is not read only for what NOW says; a shorter one not again so soon."""
OF_VOTES = {"C3", "C4", "C5", "C6", "D2", "D3", "D4", "D6", "F3"}
"""How people voted, with whose help, what they worried about, needed and understood."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What the audit says of one committee in one time, and what its pictures are drawn from."""

    report: Report
    nights: tuple[Night, ...]
    step_ins: tuple[StepIn, ...]
    beyond: tuple[Beyond, ...]

    def measures(self) -> Iterator[Measure]:
        """Everything that was counted, gates first."""
        yield from self.report.gates
        yield from self.report.measures


class Audits:
    """One audit for each committee and time, as long as nothing new was written down."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[tuple[object, ...], Audit] = OrderedDict()
        self._lately: dict[CommitteeId, tuple[datetime, Audit]] = {}

    def of(self, committee: CommitteeId, span: Span, now: datetime) -> Audit:
        """What the audit says of this committee now; of a span, from the beginning of a day."""
        position, day = services().governance.position(), _begin_of_day(now)
        length = SPANS[span][1]
        key = (committee, position, span, day if isinstance(length, timedelta) else None)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = _audited(committee, position, length, day)
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            if span == "all":
                self._lately[committee] = now, self._kept[key]
            return self._kept[key]

    def lately(self, committee: CommitteeId, now: datetime) -> Audit | None:
        """What it said a short while ago; of a long log, when somebody last looked."""
        counted_at, audit = self._lately.get(committee, (None, None))
        is_new = counted_at is not None and timedelta() <= now - counted_at < A_WHILE
        if is_new or services().governance.position() > LONG:
            return audit
        return self.of(committee, "all", now)


def _audited(
    committee: CommitteeId, position: int, length: timedelta | int | None, today: datetime
) -> Audit:
    evidence = Evidence(facts(services().governance, position), committee)
    match length:
        case timedelta():
            evidence = evidence.since(today - length)
        case int():
            evidence = evidence.since(last_meetings(evidence, length))
    return Audit(
        report(evidence), strip(evidence), tuple(step_ins(evidence)), tuple(beyond(evidence))
    )


def _begin_of_day(now: datetime) -> datetime:
    """Whole days, so that one audit serves a whole day."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def audit_of(committee: CommitteeId, span: Span) -> Audit:
    """The audit that this page is about."""
    audits: Audits = current_app.extensions["audits"]
    found = audits.of(committee, span, g.clock.now)
    return found if sees_names() else _outside(found)


def _outside(audit: Audit) -> Audit:
    """What those may know who are told no votes: the numbers of groups, but how few of them voted.

    Whoever is alone in a group, as staff often are, would be told by the numbers of that group.
    """
    kept = tuple(outside(one) if one.id in OF_VOTES else one for one in audit.report.measures)
    return replace(audit, report=replace(audit.report, measures=kept))
