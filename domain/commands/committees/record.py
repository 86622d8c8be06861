"""The record itself: attested, disputed, corrected, replied to, compared with the world."""

from domain.act import Act
from domain.commands.common import Commands, who_acts
from domain.committee import Committee
from domain.details import Sums, Survey
from domain.errors import NotFound
from domain.ids import CommitteeId, DisputeId, PersonId
from domain.kinds import Attestation, Seat, SelfAssessmentTool, Trace
from domain.ledger import Desk
from domain.sealed import Sealed
from domain.values import EventId, Money, Period, place_of


class RecordCommands(Commands):
    """What people say about what the log says."""

    def attest_record(
        self,
        act: Act,
        committee: CommitteeId,
        period: Period,
        says: Attestation,
        person: PersonId | None = None,
    ) -> None:
        """Say whether the record of some days is complete."""
        who = person or who_acts(act)
        self._do(lambda desk: desk.get(Committee, committee).attest(act, who, period, says))

    def dispute_record(
        self, act: Act, committee: CommitteeId, event: EventId, words: str
    ) -> DisputeId:
        """Say that an entry of the log is not right."""

        def dispute(desk: Desk) -> DisputeId:
            self._must_be_entry(desk, committee, event)
            return desk.get(Committee, committee).dispute(act, event, Sealed.of(words))

        return self._do(dispute)

    def answer_dispute(
        self,
        act: Act,
        committee: CommitteeId,
        dispute: DisputeId,
        words: str = "",
        *,
        upheld: bool,
    ) -> None:
        """Say for the committee whether somebody who disputes an entry is right."""
        said = Sealed.maybe(words)
        self._do(
            lambda desk: desk.get(Committee, committee).answer_dispute(
                act, dispute, said, upheld=upheld
            )
        )

    def correct_record(
        self,
        act: Act,
        committee: CommitteeId,
        event: EventId,
        words: str,
        *,
        authority: EventId | None = None,
    ) -> None:
        """Put right in words what an entry tells wrong, as the committee decided."""

        def correct(desk: Desk) -> None:
            group = desk.get(Committee, committee)
            self._must_be_entry(desk, committee, event)
            right = self._settling(desk, act, group, authority)
            group.correct(act, event, Sealed.of(words), right)

        self._do(correct)

    def give_reply(
        self, act: Act, committee: CommitteeId, metric: str, period: Period, words: str
    ) -> None:
        """Say something to a measure or a warning."""
        said = Sealed.of(words)
        self._do(lambda desk: desk.get(Committee, committee).reply(act, metric, period, said))

    def check_trace(
        self,
        act: Act,
        committee: CommitteeId,
        kind: Trace,
        amount: Money | None = None,
        event: EventId | None = None,
    ) -> None:
        """Compare a payment, a booking or the like with the log; without an entry, none fits."""

        def check(desk: Desk) -> None:
            if event is not None:
                self._must_be_entry(desk, committee, event)
            desk.get(Committee, committee).check_trace(act, kind, amount, event)

        self._do(check)

    def give_self_assessment(  # noqa: PLR0913 -- a score has these parts
        self,
        act: Act,
        committee: CommitteeId,
        tool: SelfAssessmentTool,
        item: int,
        seat: Seat,
        score: int,
    ) -> None:
        """Score one's own group's way of working."""
        self._do(lambda desk: desk.get(Committee, committee).assess(act, tool, item, seat, score))

    def close_survey(self, act: Act, committee: CommitteeId, answers: Sums | Sealed) -> None:
        """Keep how many of each seat said what, in a survey that people answered in private."""
        sums = Survey.sealed(answers)
        self._do(lambda desk: desk.get(Committee, committee).close_survey(act, sums))

    def _must_be_entry(self, desk: Desk, committee: CommitteeId, event: EventId) -> None:
        """Refuse what is not in the log, or is another committee's."""
        stream, version = place_of(event)
        if self._committee_of(desk, stream) not in (committee, None):
            raise NotFound("This entry is about another committee.")
        if version > desk.streams[stream].version:
            raise NotFound("There is no such entry in the log.")
