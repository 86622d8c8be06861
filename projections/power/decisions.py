"""One decision, whole: the idea, who could decide, by which route, and what came after."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from domain.events import (
    AttendanceNoted,
    BallotWithdrawn,
    DecisionRatified,
    DecisionTaken,
    PaperShared,
    PersonRecused,
    ProposalAmended,
    ProposalMade,
    RatificationRefused,
    ReasonGiven,
    StakeJudged,
    VoterAdded,
    VoterDropped,
    VotingClosed,
    VotingOpened,
)
from domain.ids import PersonId
from domain.kinds import Domain, Route, Seat, Stake
from domain.values import Actor
from domain.voting.electorate import Voter
from domain.voting.tally import Result
from projections.power.ballots import Ballot
from projections.power.evidence import Evidence, Fact, Stream
from projections.power.hurried import meeting_after

BIG = Stake.MONEY_PEOPLE_TIME
"""From this stake on a decision is one of the bigger ones."""
SAID_YES = frozenset({Result.ADOPTED, Result.CHOSEN})
STILL_OPEN = frozenset({Result.NO_QUORUM, Result.UNDECIDED})
"""Nothing was decided: too few came, or nobody broke the tie."""


@dataclass(frozen=True)
class Decision:
    """What was decided, and all that was told around it."""

    stream: Stream
    made: ProposalMade | None
    taken: DecisionTaken
    evidence: Evidence

    @property
    def route(self) -> Route:
        """How it came to be decided."""
        return self.taken.route

    @property
    def said_yes(self) -> bool:
        """Whether it was a yes, or picked something."""
        return self.taken.outcome.result in SAID_YES

    @property
    def stake(self) -> Stake:
        """How much hung on it, as said before it was decided; the least where nobody said."""
        judged = self.stream.last(StakeJudged)
        said = self.taken.stake or (judged and judged.stake) or (self.made and self.made.stake)
        return said or Stake.SMALL

    @property
    def domain(self) -> Domain:
        """What it was about."""
        about = [self.taken.domain, *(one.domain for one in self.stream.only(StakeJudged))]
        about += [self.made.domain] if self.made else []
        return next((one for one in about if one is not Domain.NOT_STATED), Domain.NOT_STATED)

    @property
    def idea_by(self) -> Actor | None:
        """Whose idea it was; where that is not told, who put it."""
        return (self.made.idea_by or self.made.actor) if self.made else None

    @cached_property
    def begun_in(self) -> Seat | None:
        """In which group it began."""
        return self.evidence.seats.seat(self.idea_by, self.made.occurred_at) if self.made else None

    @property
    def opened(self) -> VotingOpened | None:
        """The vote on it, if there was one; of several rounds the last."""
        return self.stream.last(VotingOpened)

    @property
    def amendments(self) -> list[ProposalAmended]:
        """How its words were changed before it was decided."""
        return [o for o in self.stream.only(ProposalAmended) if o.originator_version < self._at]

    @cached_property
    def answered(self) -> list[Ballot]:
        """Every ballot while this vote was open, in the order in which they came."""
        begun: list[VotingOpened | ProposalAmended] = [self.opened] if self.opened else []
        begun += [one for one in self.amendments if one.ballots_stand is False]
        first = max((one.originator_version for one in begun), default=0)
        end = min((self.stream.last(VotingClosed) or self.taken).originator_version, self._at)
        return [one for one in self.stream.ballots if first < one.originator_version < end]

    @cached_property
    def ballots(self) -> list[Ballot]:
        """The answers that counted: the last of each voter, if it was not taken back."""
        last = {one.voter: one for one in self.answered}
        for back in self.stream.only(BallotWithdrawn):
            held = last.get(back.voter)
            if held and held.originator_version < back.originator_version < self._at:
                del last[back.voter]
        if len(last) == len(self.answered):
            return self.answered
        return [one for one in self.answered if last.get(one.voter) is one]

    @cached_property
    def recused(self) -> frozenset[PersonId]:
        """Who stayed out of it."""
        said = {one.person for one in self.stream.only(PersonRecused)}
        return frozenset(said.union(self.taken.recused))

    @cached_property
    def voters(self) -> dict[PersonId, Voter]:
        """Who could vote on it; who left counts only with a ballot that was cast before."""
        if self.opened is None:
            return {}
        voters = {voter.person: voter for voter in self.opened.electorate}
        since = self.opened.originator_version
        added = [o for o in self.stream.only(VoterAdded) if o.originator_version > since]
        voters |= {one.voter.person: one.voter for one in added}
        left = [o for o in self.stream.only(VoterDropped) if o.originator_version > since]
        gone = {one.voter for one in left}
        gone -= {one.voter for one in self.ballots} if gone else set()
        for who in gone | self.recused:
            voters.pop(who, None)
        return voters

    @cached_property
    def attendance(self) -> AttendanceNoted | None:
        """Who was at the meeting that decided it, if that was noted."""
        meeting = self.taken.meeting
        stream = self.evidence.streams.get(meeting) if meeting else None
        return stream.last(AttendanceNoted) if stream else None

    @cached_property
    def here(self) -> frozenset[PersonId]:
        """Who took part in the vote: voted, or was at its meeting. Unknown, it is all voters."""
        there = {one.voter for one in self.ballots}
        there |= set(self.attendance.present) if self.attendance else set()
        return frozenset(there & self.voters.keys()) or frozenset(self.voters)

    def seat(self, who: Actor | None) -> Seat | None:
        """As what somebody took part: as it stood when voting opened, else when it was decided."""
        voter = self.voters.get(who) if who and not isinstance(who, str) else None
        return voter.seat if voter else self.evidence.seats.seat(who, self.taken.occurred_at)

    @cached_property
    def seated(self) -> list[tuple[Ballot, Seat | None]]:
        """The answers that counted, each with the seat of its voter."""
        known = self.voters.get
        return [
            (one, voter.seat if (voter := known(one.voter)) else self.seat(one.voter))
            for one in self.ballots
        ]

    @cached_property
    def deciders(self) -> tuple[PersonId, ...]:
        """Who decided: whoever is named; else whoever voted; else whoever wrote it down."""
        if self.taken.deciders:
            return self.taken.deciders
        if self.ballots:
            return tuple(one.voter for one in self.ballots)
        actor = self.taken.actor
        if not isinstance(actor, str):
            return (actor,)
        return self.attendance.present if self.attendance else ()

    @cached_property
    def deciding_seats(self) -> frozenset[Seat]:
        """The groups of those who decided."""
        if self.ballots and not self.taken.deciders:
            seats = {seat for _, seat in self.seated}
        else:
            seats = {self.seat(who) for who in self.deciders}
        return frozenset(seat for seat in seats if seat is not None)

    @property
    def has_reason(self) -> bool:
        """Whether it was said why."""
        return self.taken.reason is not None or bool(self.stream.only(ReasonGiven))

    @property
    def ratified(self) -> DecisionRatified | None:
        """The agreement afterwards to what had to be decided at once."""
        return self.stream.first(DecisionRatified)

    @property
    def refused(self) -> RatificationRefused | None:
        """That those entitled did not agree afterwards."""
        return self.stream.first(RatificationRefused)

    @cached_property
    def papers(self) -> list[PaperShared]:
        """What people were given about it before it was decided."""
        shared = self.stream.only(PaperShared)
        return [one for one in shared if one.occurred_at <= self.taken.occurred_at]

    def facts(self) -> list[Fact]:
        """All that was told of it, who was there, and the meeting with which it may have lapsed."""
        found = [*self.stream.facts, *meeting_after(self.evidence, self.taken)]
        if self.attendance is None:
            return found
        meeting = self.evidence.streams[self.attendance.originator_id]
        return [*found, meeting.events[0], self.attendance]

    def around(self) -> list[Fact]:
        """The same, and where everybody sat."""
        return [*self.facts(), *self.evidence.seats.all]

    @property
    def _at(self) -> int:
        return self.taken.originator_version


def decisions(evidence: Evidence) -> list[Decision]:
    """Every decision that was taken in the window, in the order of time."""
    return evidence.once(_in_window)


def ever(evidence: Evidence) -> list[Decision]:
    """The same from the beginning of the log on. A vote that decided nothing is none."""
    return evidence.once(_in_order)


def _in_window(evidence: Evidence) -> list[Decision]:
    return [one for one in ever(evidence) if evidence.window.holds(one.taken.occurred_at)]


def _in_order(evidence: Evidence) -> list[Decision]:
    last = (stream.only(DecisionTaken)[-1] for stream in evidence.having(DecisionTaken))
    found = [decision_of(evidence, one) for one in last if one.outcome.result not in STILL_OPEN]
    return sorted(found, key=lambda one: one.taken.occurred_at)


def decision_of(evidence: Evidence, taken: DecisionTaken) -> Decision:
    """The decision that this event tells of."""
    stream = evidence.streams[taken.originator_id]
    return Decision(stream, stream.first(ProposalMade), taken, evidence)


def around(taken: Iterable[Decision]) -> list[Fact]:
    """All that was told of these, and where everybody sat."""
    found = list(taken)
    seats = found[0].evidence.seats.all if found else []
    return [*seats, *chain.from_iterable(one.facts() for one in found)]
