"""Ideas, ballots, worries and decisions: what pages and the register ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from domain.events import EVENTS, ProposalDeferred, ProposalMade, VotingOpened
from domain.ids import CommitteeId, PersonId, ProposalId
from domain.values import EventId
from domain.voting.poll import Count
from projections.pending import Pending
from projections.read_model import question, seconds, uid
from projections.register import DECISIONS, SAID, taken
from projections.searching import Sought, having
from projections.seen import CastSeen, ProposalSeen, Stage
from projections.stops import Stop
from projections.telling import cast_seen, counted_so_far, explanation, proposal_seen
from projections.told import (
    BallotRow,
    Beside,
    EndingRow,
    ObjectionRow,
    StoodOutRow,
    Told,
)

_UNDECIDED = "SELECT proposal FROM undecided WHERE committee = ? ORDER BY position"
_UNDECIDED_THEN = (
    "SELECT idea FROM (SELECT proposal AS idea, position AS made FROM undecided "
    "WHERE committee = ?1 AND at <= ?2 AND position <= ?3 "
    "UNION SELECT proposal, made FROM settled "
    "WHERE committee = ?1 AND at > ?2 AND begun <= ?2 AND made <= ?3 "
    "UNION SELECT proposal, made FROM settled "
    "WHERE committee = ?1 AND position > ?3 AND begun <= ?2 AND made <= ?3) "
    "WHERE NOT EXISTS (SELECT 1 FROM settled WHERE proposal = idea "
    "AND at <= ?2 AND position <= ?3) ORDER BY made"
)
"""What was undecided then still is, or was settled since and never before."""

_THEIR_WORDS = (
    f"SELECT p.proposal, {SAID} FROM proposal AS p "  # noqa: S608 -- our own words
    "WHERE p.at <= ?1 AND p.position <= ?2 "
    "AND p.proposal = ?3"
)
_OPEN = (
    "SELECT proposal FROM undecided AS u WHERE committee = ? "
    "AND EXISTS (SELECT 1 FROM running AS r WHERE r.proposal = u.proposal) ORDER BY position"
)
_ENDED = (
    "SELECT p.proposal, p.position FROM {} AS e CROSS JOIN proposal AS p USING (proposal) "
    "WHERE e.{} AND e.at >= ?2 AND e.at <= ?3 AND e.position <= ?4 AND p.committee = ?1"
)
_LATELY_ENDED = (
    _ENDED.format("objection", "step NOT IN ('raised', 'answered')")
    + " UNION "
    + _ENDED.format("ending", "how = 'declined'")
    + " ORDER BY 2"
)


@dataclass(frozen=True, slots=True)
class Ideas:
    """Some ideas that are not decided, and how many there are in all."""

    some: list[ProposalSeen]
    number: int


class Decisions(Pending):
    """Every question, from idea to decision, and what became of it.

    ``now`` is the clock, by which a deadline has passed or not. Where another time is asked about,
    ``at`` is the clock.
    """

    @question
    def proposal(
        self,
        proposal: ProposalId,
        now: datetime,
        at: datetime | None = None,
        known: int | None = None,
    ) -> ProposalSeen | None:
        """One idea, whole."""
        stop = Stop(at, known)
        told = self._all_told(proposal.bytes, stop)
        return proposal_seen(told, self._reader(stop), at or now) if told else None

    @question
    def because_of(
        self, event: EventId, now: datetime, at: datetime | None = None, known: int | None = None
    ) -> list[ProposalSeen]:
        """The ideas that came of this, the oldest first."""
        stop = Stop(at, known)
        found = self.rows(
            "SELECT proposal FROM because WHERE event = ? AND at <= ? AND position <= ? "
            "ORDER BY position",
            event,
            *stop.bounds,
        )
        asked = (self.proposal(ProposalId(uid(key)), now, at, known) for (key,) in found)
        return [idea for idea in asked if idea]

    @question
    def ended_since(
        self,
        committee: CommitteeId,
        since: datetime,
        now: datetime,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[ProposalSeen]:
        """The ideas that were kept off the list since then, or about which a worry ended."""
        stop = Stop(at, known)
        found = self.rows(_LATELY_ENDED, committee.bytes, seconds(since), *stop.bounds)
        asked = (self.proposal(ProposalId(uid(key)), now, at, known) for key, _ in found)
        return [idea for idea in asked if idea]

    @question
    def cast_by(
        self,
        voter: PersonId,
        proposal: ProposalId,
        at: datetime | None = None,
        known: int | None = None,
    ) -> CastSeen | None:
        """What one person answered to one idea, without reading what all others answered."""
        stop = Stop(at, known)
        told = self._all_told(proposal.bytes, stop, voter.bytes)
        return cast_seen(told, self._reader(stop)) if told else None

    @question
    def explanation(
        self, proposal: ProposalId, at: datetime | None = None, known: int | None = None
    ) -> str:
        """Why the vote on it came out as it did, in sentences; empty where nobody voted."""
        stop = Stop(at, known)
        told = self._all_told(proposal.bytes, stop)
        return explanation(told, self._reader(stop)) if told else ""

    @question
    def so_far(
        self, proposal: ProposalId, at: datetime | None = None, known: int | None = None
    ) -> Count | None:
        """What an undecided vote would come to as it stands; none where nobody votes on it."""
        stop = Stop(at, known)
        told = self._all_told(proposal.bytes, stop)
        return counted_so_far(told, self._reader(stop)) if told else None

    @question
    def undecided(
        self,
        committee: CommitteeId,
        now: datetime,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[ProposalSeen]:
        """Ideas that are neither decided nor taken back nor declined, the oldest first."""
        return self._ideas(_UNDECIDED, committee, now, Stop(at, known))

    @question
    def ideas(  # noqa: PLR0913 -- which of them, and of when
        self,
        committee: CommitteeId,
        now: datetime,
        limit: int,
        skip: int = 0,
        words: str = "",
        at: datetime | None = None,
        known: int | None = None,
    ) -> Ideas:
        """Some of the ideas that are not decided, newest first; all, or those with these words."""
        stop = Stop(at, known)
        found = self._keys(_UNDECIDED, committee, stop)[::-1]
        if words:
            said = (self.rows(_THEIR_WORDS, *stop.bounds, key)[0] for key in found)
            found = having(words, [Sought(*row) for row in said], self.words)
        seen = (self.proposal(ProposalId(uid(key)), now, *stop) for key in found[skip:][:limit])
        return Ideas([idea for idea in seen if idea is not None], len(found))

    @question
    def open_votes(
        self,
        committee: CommitteeId,
        now: datetime,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[ProposalSeen]:
        """The ideas on which people vote, the oldest first."""
        found = self._ideas(_OPEN, committee, now, Stop(at, known))
        return [idea for idea in found if idea.stage is Stage.OPEN]

    @question
    def open_for(
        self,
        committee: CommitteeId,
        person: PersonId,
        now: datetime,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[ProposalSeen]:
        """The votes that are open to this person, the one that ends first coming first."""
        running = self._ideas(_OPEN, committee, now, Stop(at, known))
        mine = [idea for idea in running if idea.may_vote(person)]
        return sorted(mine, key=lambda idea: (idea.closes_at is None, idea.closes_at or now))

    @question
    def open_with(
        self,
        committee: CommitteeId,
        person: PersonId,
        now: datetime,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[ProposalId]:
        """The open votes in whose electorate this person is."""
        running = self._ideas(_OPEN, committee, now, Stop(at, known))
        ahead = (Stage.PLANNED, Stage.OPEN)
        return [i.proposal for i in running if i.stage in ahead and person in i.electorate]

    # ---- From rows to what is seen

    def _all_told(self, key: bytes, stop: Stop, voter: bytes | None = None) -> Told | None:
        made = self.row(
            "SELECT state FROM proposal WHERE proposal = ? AND at <= ? AND position <= ?",
            key,
            *stop.bounds,
        )
        if made is None:
            return None
        ballots = (BallotRow(*row) for row in self._of("ballot", key, stop))
        beside = [
            Beside(position, EVENTS[topic].model_validate_json(told))
            for _, position, topic, _, told, _ in self._of("beside", key, stop)
        ]
        opened, opened_from = self._opened(key, stop, beside)
        one = f"{DECISIONS} AND d.proposal = ? ORDER BY d.position DESC"
        decided = self.row(one, *stop.bounds, key)
        return Told(
            made=ProposalMade.model_validate_json(made[0]),
            opened=opened,
            decided=taken(decided) if decided else None,
            ballots=[row for row in ballots if voter in (None, row.voter)],
            stood_out=[StoodOutRow(*row) for row in self._of("stood_out", key, stop)],
            objections=[ObjectionRow(*row) for row in self._of("objection", key, stop)],
            endings=[EndingRow(*row) for row in self._of("ending", key, stop)],
            beside=beside,
            opened_from=opened_from,
        )

    def _of(self, table: str, key: bytes, stop: Stop) -> Sequence[tuple[Any, ...]]:
        return self.rows(
            f"SELECT * FROM {table} WHERE proposal = ? AND at <= ? AND position <= ? "  # noqa: S608
            "ORDER BY position",
            key,
            *stop.bounds,
        )

    def _opened(
        self, key: bytes, stop: Stop, beside: Sequence[Beside]
    ) -> tuple[VotingOpened | None, int]:
        """The vote, unless it was called off, and its position.

        With its electorate, which is long, and is read where it lies: in the log.
        """
        off = [position for position, event in beside if isinstance(event, ProposalDeferred)]
        found = self.row(
            "SELECT event, position FROM voting WHERE proposal = ? AND at <= ? AND position <= ? "
            "AND position > ? ORDER BY position DESC LIMIT 1",
            key,
            *stop.bounds,
            max(off, default=0),
        )
        if not found:
            return None, 0
        return cast("VotingOpened", self.views.ledger.event(EventId(found[0]))), found[1]

    def _ideas(
        self, query: str, committee: CommitteeId, now: datetime, stop: Stop
    ) -> list[ProposalSeen]:
        found = self._keys(query, committee, stop)
        seen = (self.proposal(ProposalId(uid(key)), now, *stop) for key in found)
        return [idea for idea in seen if idea is not None]

    def _keys(self, query: str, committee: CommitteeId, stop: Stop) -> list[bytes]:
        if stop.is_now:
            found = self.rows(query, committee.bytes)
        else:
            found = self.rows(_UNDECIDED_THEN, committee.bytes, *stop.bounds)
        return [key for (key,) in found]
