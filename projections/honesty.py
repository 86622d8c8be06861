"""What people say about what the log says: that it is complete or not, right or not."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, ClassVar, TypeVar

from domain.details import Survey
from domain.events import (
    DisputeAnswered,
    Event,
    RecordAttested,
    RecordCorrected,
    RecordDisputed,
    ReplyGiven,
    SelfAssessmentGiven,
    SurveyClosed,
    TraceChecked,
)
from domain.ids import CommitteeId
from domain.kinds import Seat
from domain.values import EventId
from projections.as_told import COLUMNS, events_in, row_of, told_in
from projections.honesty_seen import (
    AssessmentSeen,
    AttestationSeen,
    CorrectionSeen,
    DisputeSeen,
    ReplySeen,
    SurveySeen,
    TraceSeen,
)
from projections.naming import Naming
from projections.read_model import ReadModel, Rows, moment, on, question
from projections.stops import Stop

E = TypeVar("E", bound=Event)
Names = Mapping[Any, str]


class Honesty(ReadModel):
    """Attestations, disputes, corrections, replies, traces, self-assessments and surveys."""

    NAME = "honesty"
    VERSION = 2
    TABLES: ClassVar[dict[str, str]] = {
        "said_of_record": COLUMNS,
        "entry_corrected": (
            "(position INTEGER PRIMARY KEY, about TEXT, topic TEXT, told TEXT, at INTEGER)"
        ),
    }
    INDEXES = (
        "said_of_record_committee ON said_of_record (committee, at, position)",
        "entry_corrected_about ON entry_corrected (about, position)",
    )

    @on(
        RecordAttested,
        RecordDisputed,
        DisputeAnswered,
        RecordCorrected,
        ReplyGiven,
        TraceChecked,
        SelfAssessmentGiven,
        SurveyClosed,
    )
    def said(self, event: Event, position: int, rows: Rows) -> None:
        rows["said_of_record"].append(row_of(event, position))
        if isinstance(event, RecordCorrected):
            told = event.model_dump_json()
            rows["entry_corrected"].append(
                (position, event.event, event.TOPIC, told, moment(event))
            )

    @question
    def attestations(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[AttestationSeen]:
        """Each person's last word on each period."""
        told = self._told(RecordAttested, committee, Stop(at, known))
        last = {(event.person, event.period): event for event in told}
        names = self.views.of(Naming).names(person for person, _ in last)
        return [
            AttestationSeen(
                person=event.person,
                name=names[event.person],
                period=event.period,
                says=event.says,
                at=event.occurred_at,
                event=event.event_id,
            )
            for event in last.values()
        ]

    @question
    def disputes(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[DisputeSeen]:
        """Every entry that somebody disputes, and the answer if there is one."""
        raised = self._told(RecordDisputed, committee, Stop(at, known))
        answered = self._told(DisputeAnswered, committee, Stop(at, known))
        names = self.views.of(Naming).names(event.actor for event in (*raised, *answered))
        seals = [*(event.words for event in raised), *(event.words for event in answered)]
        words = self.words(seals)
        answers = {event.dispute: event for event in answered}
        return [_dispute(event, answers.get(event.dispute), names, words) for event in raised]

    @question
    def corrections(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[CorrectionSeen]:
        """Everything that was put right, oldest first."""
        return self._corrections(self._told(RecordCorrected, committee, Stop(at, known)))

    @question
    def corrections_of(
        self, event: EventId, at: datetime | None = None, known: int | None = None
    ) -> list[CorrectionSeen]:
        """What puts this entry right, oldest first."""
        found = self.rows(
            "SELECT topic, told FROM entry_corrected WHERE about = ? "
            "AND at <= ? AND position <= ? ORDER BY position",
            event,
            *Stop(at, known).bounds,
        )
        return self._corrections(_only(RecordCorrected, events_in(found)))

    @question
    def replies(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[ReplySeen]:
        """What people say to measures and warnings, oldest first."""
        told = self._told(ReplyGiven, committee, Stop(at, known))
        names = self.views.of(Naming).names(event.actor for event in told)
        words = self.words(event.words for event in told)
        return [
            ReplySeen(
                metric=event.metric,
                period=event.period,
                by=names[event.actor],
                words=words.get(event.words, "…"),
                at=event.occurred_at,
                event=event.event_id,
            )
            for event in told
        ]

    @question
    def traces(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[TraceSeen]:
        """What was compared with the log, oldest first."""
        told = self._told(TraceChecked, committee, Stop(at, known))
        names = self.views.of(Naming).names(event.actor for event in told)
        return [
            TraceSeen(
                kind=event.kind,
                amount=event.amount,
                fits=event.event,
                by=names[event.actor],
                at=event.occurred_at,
                event=event.event_id,
            )
            for event in told
        ]

    @question
    def self_assessments(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[AssessmentSeen]:
        """Each group's last score for each question."""
        told = self._told(SelfAssessmentGiven, committee, Stop(at, known))
        last = {(event.tool, event.item, event.seat): event for event in told}
        return [
            AssessmentSeen(
                tool=event.tool,
                item=event.item,
                seat=event.seat,
                score=event.score,
                at=event.occurred_at,
                event=event.event_id,
            )
            for _, event in sorted(last.items())
        ]

    @question
    def surveys(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[SurveySeen]:
        """What people said when they were asked in private, oldest first."""
        told = self._told(SurveyClosed, committee, Stop(at, known))
        words = self.words(event.answers for event in told)
        return [
            SurveySeen(_sums(words.get(event.answers)), event.occurred_at, event.event_id)
            for event in told
        ]

    def _told(self, kind: type[E], committee: CommitteeId, stop: Stop) -> list[E]:
        return _only(kind, told_in(self, "said_of_record", committee, stop))

    def _corrections(self, told: list[RecordCorrected]) -> list[CorrectionSeen]:
        words = self.words(event.words for event in told)
        return [
            CorrectionSeen(
                about=event.event,
                words=words.get(event.words, "…"),
                at=event.occurred_at,
                event=event.event_id,
                authority=event.authority,
            )
            for event in told
        ]


def _only(kind: type[E], events: Iterable[Event]) -> list[E]:
    return [event for event in events if isinstance(event, kind)]


def _dispute(
    event: RecordDisputed, answer: DisputeAnswered | None, names: Names, words: Mapping[str, str]
) -> DisputeSeen:
    return DisputeSeen(
        dispute=event.dispute,
        about=event.event,
        raised_by=event.actor,
        by=names[event.actor],
        words=words.get(event.words, "…"),
        at=event.occurred_at,
        upheld=answer.upheld if answer else None,
        answered_by=names[answer.actor] if answer else None,
        answer=words.get(answer.words or "") if answer else None,
        answered_at=answer.occurred_at if answer else None,
        event=event.event_id,
    )


def _sums(words: str | None) -> Mapping[Seat, Mapping[str, int]] | None:
    return None if words is None else Survey.model_validate_json(words).answers
