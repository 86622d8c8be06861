"""The record itself: whether it is complete and right, and what people say to what it shows."""

from domain.act import Act
from domain.authority import Authority
from domain.committee.rights import Rights, must_be_metric
from domain.errors import Malformed, NotEligible, NotFound, NotOpen
from domain.events import (
    DisputeAnswered,
    RecordAttested,
    RecordCorrected,
    RecordDisputed,
    ReplyGiven,
    SelfAssessmentGiven,
    SurveyClosed,
    TraceChecked,
)
from domain.ids import DisputeId, PersonId
from domain.kinds import Attestation, Seat, SelfAssessmentTool, Trace
from domain.sealed import Sealed
from domain.values import EventId, Money, Period


class Record(Rights):
    """What people say about what the log says of them."""

    def attest(self, act: Act, person: PersonId, period: Period, says: Attestation) -> None:
        """Say whether the record of some days is complete. The same twice adds nothing."""
        self._must_be_own(act, person)
        self._must_be_member_once(act)
        _must_have_passed(act, period)
        if self.attested.get((person, period)) is not says:
            self.record(RecordAttested, act, person=person, period=period, says=says)

    def dispute(self, act: Act, event: EventId, words: Sealed) -> DisputeId:
        """Say that an entry is not right. The entry stays, and so do these words."""
        self._must_be_member_once(act)
        name = DisputeId(act.fresh(self.disputes))
        self.record(RecordDisputed, act, dispute=name, event=event, words=words)
        return name

    def has_disputed(self, person: PersonId, event: EventId) -> bool:
        """Whether this person has said already that this entry is not right."""
        return (person, event) in self.disputed

    def answer_dispute(
        self, act: Act, dispute: DisputeId, words: Sealed | None = None, *, upheld: bool
    ) -> None:
        """Say for the committee whether somebody who disputes an entry is right."""
        if dispute not in self.disputes:
            raise NotFound("Nobody has disputed this.")
        if not act.is_import:
            self.must_sit(act.actor)
            if act.actor == self.disputes[dispute]:
                raise NotEligible("Somebody else has to answer what you said.")
            if dispute in self.answered:
                raise NotOpen("This was answered already.")
        self.record(DisputeAnswered, act, dispute=dispute, upheld=upheld, words=words)

    def correct(self, act: Act, event: EventId, words: Sealed, authority: Authority) -> None:
        """Put right in words what an entry tells wrong. The entry itself is never changed."""
        cited = self._settled(act, authority)
        self.record(RecordCorrected, act, event=event, words=words, authority=cited)

    def reply(self, act: Act, metric: str, period: Period, words: Sealed) -> None:
        """Say something to a measure or a warning."""
        self._must_be_member_once(act)
        must_be_metric(metric)
        _must_be_in_order(period)
        self.record(ReplyGiven, act, metric=metric, period=period, words=words)

    def check_trace(
        self, act: Act, kind: Trace, amount: Money | None = None, event: EventId | None = None
    ) -> None:
        """Compare something outside the log with it; without an entry, nothing was found."""
        self._must_sit_now(act, act.actor)
        self.record(TraceChecked, act, kind=kind, amount=amount, event=event)

    def assess(self, act: Act, tool: SelfAssessmentTool, item: int, seat: Seat, score: int) -> None:
        """Score one's own group's way of working. The same on the same day adds nothing."""
        if not act.is_import:
            self.must_go_on()
            if not self.sits_as(act.actor, seat):
                raise NotEligible("Each group scores for itself.")
        if item < 1 or score < 0:
            raise Malformed("Questions are counted from 1, and a score is 0 or more.")
        if self.scores.get((tool, item, seat)) != (score, act.happened_at.date()):
            self.record(SelfAssessmentGiven, act, tool=tool, item=item, seat=seat, score=score)

    def close_survey(self, act: Act, answers: Sealed) -> None:
        """Keep the sums of what people said in private. The same sums twice add nothing."""
        self._must_sit_now(act, act.actor)
        if answers not in self.surveys:
            self.record(SurveyClosed, act, answers=answers)


def _must_be_in_order(period: Period) -> None:
    if period.last < period.first:
        raise Malformed("The first day comes before the last one.")


def _must_have_passed(act: Act, period: Period) -> None:
    """Nobody can say of days to come that their record is complete."""
    _must_be_in_order(period)
    if period.last > act.counts_from.date():
        raise Malformed("These days are not over yet.")
