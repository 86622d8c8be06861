"""How it comes about what people say about the record."""

from collections.abc import Mapping

from domain import events
from domain.events import Event
from web.history.native.commands.of import Command, the_committee
from web.history.native.telling import Telling


def attested(it: Telling, event: events.RecordAttested) -> None:
    it.does.attest_record(it.act, the_committee(event), event.period, event.says, event.person)


def disputed(it: Telling, event: events.RecordDisputed) -> None:
    it.does.dispute_record(it.act, the_committee(event), event.event, event.words)


def dispute_answered(it: Telling, event: events.DisputeAnswered) -> None:
    it.does.answer_dispute(
        it.act, the_committee(event), event.dispute, event.words or "", upheld=event.upheld
    )


def corrected(it: Telling, event: events.RecordCorrected) -> None:
    it.does.correct_record(
        it.act, the_committee(event), event.event, event.words, authority=event.authority
    )


def reply_given(it: Telling, event: events.ReplyGiven) -> None:
    it.does.give_reply(it.act, the_committee(event), event.metric, event.period, event.words)


def trace_checked(it: Telling, event: events.TraceChecked) -> None:
    it.does.check_trace(it.act, the_committee(event), event.kind, event.amount, event.event)


def self_assessment_given(it: Telling, event: events.SelfAssessmentGiven) -> None:
    it.does.give_self_assessment(
        it.act, the_committee(event), event.tool, event.item, event.seat, event.score
    )


def survey_closed(it: Telling, event: events.SurveyClosed) -> None:
    it.does.close_survey(it.act, the_committee(event), event.answers)


COMMANDS: Mapping[type[Event], Command] = {
    events.RecordAttested: attested,
    events.RecordDisputed: disputed,
    events.DisputeAnswered: dispute_answered,
    events.RecordCorrected: corrected,
    events.ReplyGiven: reply_given,
    events.TraceChecked: trace_checked,
    events.SelfAssessmentGiven: self_assessment_given,
    events.SurveyClosed: survey_closed,
}
