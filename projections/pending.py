"""What is to be done about questions now: this is not asked about other times."""

from datetime import datetime

from domain.ids import CommitteeId, PersonId, ProposalId
from projections.read_model import question, seconds, uid, when
from projections.register import Register

_OVER = (
    "SELECT u.proposal FROM undecided AS u WHERE u.committee = ? AND EXISTS "
    "(SELECT 1 FROM ending AS e WHERE e.proposal = u.proposal) ORDER BY u.position"
)
_NAMING = (
    "SELECT u.proposal FROM undecided AS u JOIN proposal AS p USING (proposal) "
    "WHERE u.committee = ?1 AND (instr(p.state, ?2) OR EXISTS "
    "(SELECT 1 FROM beside AS b WHERE b.proposal = u.proposal AND instr(b.told, ?2))) "
    "ORDER BY u.position DESC"
)


class Pending(Register):
    """Which questions wait for somebody. Only what is undecided is looked at, never all history."""

    @question
    def over(self, committee: CommitteeId) -> list[ProposalId]:
        """Votes that are over and have not come to a decision, the oldest first."""
        return [ProposalId(uid(key)) for (key,) in self.rows(_OVER, committee.bytes)]

    @question
    def naming(self, committee: CommitteeId, person: PersonId) -> list[ProposalId]:
        """Undecided ideas that are this person's, or name them in any way, the newest first."""
        found = self.rows(_NAMING, committee.bytes, str(person))
        return [ProposalId(uid(key)) for (key,) in found]

    @question
    def due(self, now: datetime) -> list[ProposalId]:
        """Open votes whose time is up and whose end nobody has written down yet."""
        found = self.rows(
            "SELECT proposal FROM running WHERE closes_at <= ? ORDER BY closes_at, position",
            seconds(now),
        )
        return [ProposalId(uid(key)) for (key,) in found]

    @question
    def is_running(self, proposal: ProposalId) -> bool:
        """Whether people vote on it now, and nobody has written down that the vote is over."""
        return bool(self.row("SELECT 1 FROM running WHERE proposal = ?", proposal.bytes))

    @question
    def is_undecided(self, proposal: ProposalId) -> bool:
        """Whether this is neither decided nor taken back nor declined."""
        return bool(self.row("SELECT 1 FROM undecided WHERE proposal = ?", proposal.bytes))

    @question
    def next_end(self) -> datetime | None:
        """When the next of the open votes ends, if any has an end."""
        found = self.row("SELECT MIN(closes_at) FROM running")
        return when(found[0]) if found and found[0] is not None else None
