"""The register: what was decided, part by part, of one kind or all, with some words or any."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, cast

from domain.events import DecisionTaken, ProposalMade
from domain.ids import CommitteeId
from domain.kinds import Domain
from domain.values import EventId
from domain.voting.rule import Rule
from domain.voting.tally import Result
from projections.naming import Naming
from projections.narrowing import Briefs
from projections.read_model import question
from projections.searching import Sought, having
from projections.seen import DecisionSeen
from projections.stops import LAST, Stop
from projections.telling import Reader, decisions_seen
from projections.told import Taken

DECISIONS = (
    "SELECT p.state, d.state, d.position, (SELECT terms FROM voting AS v "
    "WHERE v.proposal = d.proposal AND v.position < d.position ORDER BY v.position DESC LIMIT 1), "
    "(SELECT title FROM beside AS b WHERE b.proposal = d.proposal AND title IS NOT NULL "
    "AND b.at <= ?1 AND b.position <= ?2 ORDER BY b.position DESC LIMIT 1), "
    "(SELECT event FROM reversal AS r WHERE r.proposal = d.proposal "
    "AND r.at <= ?1 AND r.position <= ?2 ORDER BY r.position LIMIT 1) "
    "FROM decision AS d JOIN proposal AS p USING (proposal) WHERE d.at <= ?1 AND d.position <= ?2"
)
SAID = (
    "json_extract(p.state, '$.title'), json_extract(p.state, '$.text'), "
    "json_extract(p.state, '$.options'), "
    "(SELECT json_group_array(told) FROM (SELECT told FROM beside AS b "
    "WHERE b.proposal = p.proposal AND topic = 'proposal.proposal-amended' "
    "AND b.at <= ?1 AND b.position <= ?2 ORDER BY b.position))"
)
"""The words of a proposal, as :class:`Sought` reads them."""

_DECIDED_WORDS = (
    f"SELECT d.position, d.result, d.domain, {SAID} "  # noqa: S608 -- our own words
    "FROM decision AS d INDEXED BY decision_committee JOIN proposal AS p USING (proposal) "
    "WHERE d.committee = ?3 AND d.position <= ?2 AND d.at <= ?1 ORDER BY d.position DESC"
)
_COUNTS = (
    "SELECT result, domain, SUM(number) FROM "
    "(SELECT result, domain, number FROM counted WHERE committee = ?1 "
    "UNION ALL SELECT result, domain, -1 FROM decision WHERE committee = ?1 AND at > ?2 "
    "UNION ALL SELECT result, domain, -1 FROM decision WHERE committee = ?1 AND position > ?3 "
    "AND +at <= ?2) GROUP BY result, domain HAVING SUM(number) > 0 ORDER BY result, domain"
)
"""Of all that there are, those that came later do not count."""


class Kind(NamedTuple):
    """What came of a decision, and what it is about."""

    result: Result
    domain: Domain


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which decisions: of some results, about one thing or all, with each of these words."""

    results: Collection[Result] = tuple(Result)
    domain: Domain | None = None
    words: str = ""
    among: frozenset[int] | None = None
    """Only those that stand at these positions."""

    def fits(self, kind: Kind) -> bool:
        """Whether a decision of this kind is wanted."""
        return kind.result in self.results and self.domain in (None, kind.domain)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the register, newest first, and how it goes on.

    ``counts`` is how many there are of each kind with the wanted words. ``newer`` is how many
    wanted ones stand before this part; ``back`` is where the part before this one begins.
    """

    decided: list[DecisionSeen]
    counts: dict[Kind, int]
    newer: int
    back: int | None
    more: bool


class Register(Briefs):
    """What was decided, as a list that may be long."""

    @question
    def register(
        self,
        committee: CommitteeId | None = None,
        after: int = 0,
        limit: int | None = None,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[DecisionSeen]:
        """What was decided, oldest first, of one committee or all, so many from a position on."""
        of_one = "" if committee is None else "AND d.committee = ? "
        which = () if committee is None else (committee.bytes,)
        return self._decisions(
            Stop(at, known),
            f"{DECISIONS} {of_one}AND d.position > ? ORDER BY d.position LIMIT ?",
            *which,
            after,
            -1 if limit is None else limit,
        )

    @question
    def latest(  # noqa: PLR0913 -- which of them, and of when
        self,
        committee: CommitteeId,
        limit: int,
        before: int | None = None,
        results: Collection[Result] = tuple(Result),
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[DecisionSeen]:
        """The latest decisions of a committee before a position, newest first.

        Of all of them, or only of those that came to one of these results.
        """
        stop, upto = Stop(at, known), LAST if before is None else before
        of_result = (
            f"{DECISIONS} AND d.committee = ? AND d.result = ? AND d.position < ? "
            "ORDER BY d.position DESC LIMIT ?"
        )
        found = [
            row
            for result in results
            for row in self.rows(of_result, *stop.bounds, committee.bytes, result, upto, limit)
        ]
        return self._seen(stop, sorted(found, key=position_of, reverse=True)[:limit])

    @question
    def part(  # noqa: PLR0913 -- which of them, and of when
        self,
        committee: CommitteeId,
        limit: int,
        wanted: Wanted | None = None,
        before: int | None = None,
        at: datetime | None = None,
        known: int | None = None,
    ) -> Part:
        """So many decisions of a committee before a position, newest first."""
        stop, wanted, upto = Stop(at, known), wanted or Wanted(), LAST if before is None else before
        if wanted.words or wanted.among is not None:
            counts, all_of_it = self._one_by_one(committee, wanted, stop)
            older = [one for one in all_of_it if one < upto][: limit + 1]
            newer = all_of_it[: len(all_of_it) - sum(one < upto for one in all_of_it)]
        else:
            counts = self._counts(committee, stop)
            older = self._positions(committee, wanted, stop, upto, limit + 1)
            newer = [] if before is None else self._newer(committee, wanted, stop, before)
        return Part(
            decided=self._these(older[:limit], stop),
            counts=counts,
            newer=len(newer),
            back=newer[-limit - 1] if len(newer) > limit else None,
            more=len(older) > limit,
        )

    def _one_by_one(
        self, committee: CommitteeId, wanted: Wanted, stop: Stop
    ) -> tuple[dict[Kind, int], list[int]]:
        """How many of each kind there are; and the positions of the wanted, newest first.

        Of those that have the words, among all or among some.
        """
        kinds: dict[int, Kind] = {}
        some: list[Sought] = []
        for position, result, domain, *said in self.rows(
            _DECIDED_WORDS, *stop.bounds, committee.bytes
        ):
            if wanted.among is None or position in wanted.among:
                kinds[position] = Kind(Result(result), Domain(domain))
                some.append(Sought(position, *said))
        found = having(wanted.words, some, self.words) if wanted.words else [*kinds]
        return Counter(kinds[one] for one in found), [x for x in found if wanted.fits(kinds[x])]

    def _counts(self, committee: CommitteeId, stop: Stop) -> dict[Kind, int]:
        found = self.rows(_COUNTS, committee.bytes, *stop.bounds)
        return {Kind(Result(result), Domain(domain)): number for result, domain, number in found}

    def _positions(
        self, committee: CommitteeId, wanted: Wanted, stop: Stop, upto: int, limit: int
    ) -> list[int]:
        last = f"< ? ORDER BY position DESC LIMIT {limit}"
        found = self._wanted(committee, wanted, stop, last, upto)
        return sorted(found, reverse=True)[:limit]

    def _newer(self, committee: CommitteeId, wanted: Wanted, stop: Stop, before: int) -> list[int]:
        return sorted(self._wanted(committee, wanted, stop, ">= ?", before), reverse=True)

    def _wanted(
        self, committee: CommitteeId, wanted: Wanted, stop: Stop, where: str, position: int
    ) -> list[int]:
        """Result by result, which is how the index lies."""
        about = "" if wanted.domain is None else "AND domain = ? "
        which = () if wanted.domain is None else (wanted.domain,)
        return [
            found
            for result in wanted.results
            for (found,) in self.rows(
                f"SELECT position FROM decision WHERE at <= ? AND position <= ? "  # noqa: S608
                f"AND committee = ? {about}AND result = ? AND position {where}",
                *stop.bounds,
                committee.bytes,
                *which,
                result,
                position,
            )
        ]

    # ---- From rows to what is seen

    def _these(self, positions: list[int], stop: Stop) -> list[DecisionSeen]:
        if not positions:
            return []
        marks = ",".join("?" * len(positions))
        which = f"{DECISIONS} AND d.position IN ({marks}) ORDER BY d.position DESC"
        return self._decisions(stop, which, *positions)

    def _decisions(self, stop: Stop, query: str, *values: object) -> list[DecisionSeen]:
        return self._seen(stop, self.rows(query, *stop.bounds, *values))

    def _seen(self, stop: Stop, found: Sequence[tuple[Any, ...]]) -> list[DecisionSeen]:
        return decisions_seen([taken(row) for row in found], self._reader(stop))

    def _reader(self, stop: Stop) -> Reader:
        return Reader(self.views.of(Naming), self.words, stop)


def position_of(row: tuple[Any, ...]) -> int:
    """Where in the log a decision stands."""
    return cast("int", row[2])


def taken(row: tuple[Any, ...]) -> Taken:
    """A decision as it lies in the tables."""
    state, decided, position, terms, title, ended = row
    made = ProposalMade.model_validate_json(state)
    return Taken(
        made=made,
        title=title or made.title,
        decided=DecisionTaken.model_validate_json(decided),
        position=position,
        terms=Rule.model_validate_json(terms) if terms else None,
        reversed=EventId(ended) if ended else None,
    )
