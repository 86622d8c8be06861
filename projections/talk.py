"""What was said, given and found out about an idea beside its votes and worries."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, ClassVar

from domain.events import (
    CastingVoteGiven,
    DecisionConfirmed,
    DecisionRatified,
    DecisionReversed,
    DecisionReviewed,
    DecisionTaken,
    Event,
    HandsCounted,
    InterestDeclared,
    OutcomeTold,
    PaperBallotRead,
    PaperShared,
    PositionVoiced,
    ProposalAmended,
    ProposalDeclined,
    ProposalDeferred,
    ProposalMade,
    ProposalReferred,
    ProxyGiven,
    ProxyWithdrawn,
    QuestionAnswered,
    QuestionAsked,
    RatificationRefused,
    ReasonGiven,
    ReferralAnswered,
    StakeJudged,
    SupportNoted,
    UnderstandingVoiced,
    VoterAdded,
    VotingExtended,
)
from domain.ids import CommitteeId, ProposalId
from domain.mapper import seals_in
from domain.values import EventId
from projections.afterwards_told import afterwards_seen
from projections.as_told import events_in, row_of
from projections.meetings import Meetings
from projections.naming import Naming
from projections.read_model import ReadModel, Rows, moment, on, question, uid
from projections.sentences import ids_in
from projections.stops import Stop
from projections.talk_seen import AfterwardsSeen, TalkSeen
from projections.talk_told import talk_seen


class Talk(ReadModel):
    """Papers, questions, positions, help, and what became of decisions, each with its history.

    Whether a decision has lapsed, or should be looked at again, hangs on the clock: whoever asks
    says what time it is, or was, as ``at``.
    """

    NAME = "talk"
    VERSION = 2
    TABLES: ClassVar[dict[str, str]] = {
        "talk": "(position INTEGER PRIMARY KEY, proposal BLOB, topic TEXT, told TEXT, at INTEGER)",
        "talked_of": "(position INTEGER PRIMARY KEY, proposal BLOB, committee BLOB)",
        "review_day": "(position INTEGER PRIMARY KEY, proposal BLOB, day TEXT)",
        "hurried": "(position INTEGER PRIMARY KEY, proposal BLOB, until TEXT)",
        "referred": "(position INTEGER PRIMARY KEY, proposal BLOB, asked BLOB)",
        "agreeing": "(position INTEGER PRIMARY KEY, proposal BLOB, event TEXT)",
        "replaced": "(position INTEGER PRIMARY KEY, replaced TEXT, event TEXT, at INTEGER)",
    }
    INDEXES = (
        "talk_proposal ON talk (proposal, position)",
        "talked_of_committee ON talked_of (committee)",
        "review_day_day ON review_day (day)",
        "replaced_event ON replaced (replaced)",
        "hurried_until ON hurried (until)",
        "referred_asked ON referred (asked)",
        "agreeing_event ON agreeing (event)",
    )

    @on(
        ProposalAmended,
        StakeJudged,
        ProposalReferred,
        ReferralAnswered,
        ProposalDeclined,
        ProposalDeferred,
        PaperShared,
        UnderstandingVoiced,
        PositionVoiced,
        QuestionAsked,
        QuestionAnswered,
        InterestDeclared,
        VotingExtended,
        VoterAdded,
        ProxyGiven,
        ProxyWithdrawn,
        PaperBallotRead,
        HandsCounted,
        SupportNoted,
        CastingVoteGiven,
        ReasonGiven,
        DecisionConfirmed,
        OutcomeTold,
        DecisionRatified,
        RatificationRefused,
        DecisionReviewed,
        DecisionReversed,
    )
    def said(self, event: Event, position: int, rows: Rows) -> None:
        rows["talk"].append(row_of(event, position))
        if isinstance(event, ReasonGiven | DecisionReviewed):
            _look_again(event, position, rows)
        if isinstance(event, ProposalReferred):
            rows["referred"].append((position, event.originator_id.bytes, event.to.bytes))

    @on(ProposalMade)
    def made(self, event: ProposalMade, position: int, rows: Rows) -> None:
        rows["talked_of"].append((position, event.originator_id.bytes, event.committee.bytes))
        if event.ratifies:
            rows["agreeing"].append((position, event.originator_id.bytes, event.ratifies))

    @on(DecisionTaken)
    def decided(self, event: DecisionTaken, position: int, rows: Rows) -> None:
        rows["talk"].append(row_of(event, position))
        _look_again(event, position, rows)
        if event.ratify_by:
            day = event.ratify_by.isoformat()
            rows["hurried"].append((position, event.originator_id.bytes, day))
        if event.replaces:
            told = (position, event.replaces, event.event_id, moment(event))
            rows["replaced"].append(told)

    # ---- Questions

    @question
    def about(
        self, proposal: ProposalId, at: datetime | None = None, known: int | None = None
    ) -> TalkSeen:
        """What was said about one idea until its decision."""
        stop = Stop(at, known)
        told = self._told(proposal, stop)
        return talk_seen(proposal, told, *self._names_and_words(told, stop))

    @question
    def afterwards(
        self, proposal: ProposalId, at: datetime, known: int | None = None
    ) -> AfterwardsSeen:
        """What became of the decision on one idea."""
        stop = Stop(at, known)
        told = self._told(proposal, stop)
        replaced = [
            event
            for decided in told
            if isinstance(decided, DecisionTaken)
            for event in self._replaced(decided.event_id, stop)
        ]
        names, words = self._names_and_words(told, stop)
        met_on = self._met_on(proposal, told, stop)
        return afterwards_seen(proposal, told, replaced, names, words, at, met_on)

    @question
    def to_review(
        self,
        committee: CommitteeId,
        on: date,
        limit: int | None,
        at: datetime,
        known: int | None = None,
    ) -> list[tuple[date, ProposalId]]:
        """Decisions that should be looked at again by this day, the longest overdue first.

        With a limit only the days that were named last are asked about.
        """
        found = self.rows(
            "SELECT r.proposal FROM review_day AS r JOIN talked_of AS o USING (proposal) "
            "WHERE o.committee = ? AND r.day <= ? "
            "ORDER BY r.day DESC LIMIT ?",
            committee.bytes,
            on.isoformat(),
            -1 if limit is None else limit,
        )
        due = []
        for key in dict.fromkeys(key for (key,) in found):
            proposal = ProposalId(uid(key))
            day = self.afterwards(proposal, at, known).review_on
            if day is not None and day <= on:
                due.append((day, proposal))
        return sorted(due, key=lambda one: (one[0], str(one[1])))

    @question
    def to_agree(self, committee: CommitteeId, at: datetime) -> list[ProposalId]:
        """What was decided in a hurry, as long as it waits for the committee's answer."""
        found = self.rows(
            "SELECT h.proposal FROM hurried AS h JOIN talked_of AS o USING (proposal) "
            "WHERE h.until >= ? AND o.committee = ? ORDER BY h.until, h.position",
            at.date().isoformat(),
            committee.bytes,
        )
        every = (self.afterwards(ProposalId(uid(key)), at) for (key,) in found)
        return [one.proposal for one in every if one.holds and not one.ratified]

    @question
    def agreeing(self, decision: EventId) -> list[ProposalId]:
        """The ideas by which a committee was asked whether it agrees afterwards, newest first."""
        found = self.rows(
            "SELECT proposal FROM agreeing WHERE event = ? ORDER BY position DESC", decision
        )
        return [ProposalId(uid(key)) for (key,) in found]

    @question
    def asked_of(self, committee: CommitteeId) -> list[ProposalId]:
        """Ideas of others about which this committee is asked and has not answered."""
        found = self.rows(
            "SELECT DISTINCT proposal FROM referred WHERE asked = ? ORDER BY position",
            committee.bytes,
        )
        every = (self.about(ProposalId(uid(key))) for (key,) in found)
        return [one.proposal for one in every if _waits_for(one, committee)]

    def _met_on(self, proposal: ProposalId, told: Sequence[Event], stop: Stop) -> date | None:
        """When the committee had met next after something was decided in a hurry."""
        hurried = [one for one in told if isinstance(one, DecisionTaken) and one.ratify_by]
        if not hurried:
            return None
        found = self.rows(
            "SELECT committee FROM talked_of WHERE proposal = ? LIMIT 1", proposal.bytes
        )
        committee = CommitteeId(uid(found[0][0]))
        met = self.views.of(Meetings).held_after(committee, hurried[-1].occurred_at, *stop)
        return met.ended.date() if met and met.ended else None

    def _replaced(self, event: EventId, stop: Stop) -> list[EventId]:
        found = self.rows(
            "SELECT event FROM replaced WHERE replaced = ? AND at <= ? AND position <= ? "
            "ORDER BY position",
            event,
            *stop.bounds,
        )
        return [EventId(name) for (name,) in found]

    def _told(self, proposal: ProposalId, stop: Stop) -> list[Event]:
        found = self.rows(
            "SELECT topic, told FROM talk WHERE proposal = ? AND at <= ? AND position <= ? "
            "ORDER BY position",
            proposal.bytes,
            *stop.bounds,
        )
        return events_in(found)

    def _names_and_words(self, told: Sequence[Event], stop: Stop) -> tuple[Any, dict[str, str]]:
        people: Iterable[Any] = {event.actor for event in told}
        things = {thing for event in told for thing in ids_in(event)}
        names = self.views.of(Naming).names([*people, *things], *stop)
        return names, self.words(seal for event in told for seal in seals_in(event))


def _waits_for(seen: TalkSeen, committee: CommitteeId) -> bool:
    last = seen.referrals[-1]
    return last.to == committee and last.answer is None


def _look_again(
    event: DecisionTaken | ReasonGiven | DecisionReviewed, position: int, rows: Rows
) -> None:
    if event.review_on:
        key = event.originator_id.bytes
        rows["review_day"].append((position, key, event.review_on.isoformat()))
