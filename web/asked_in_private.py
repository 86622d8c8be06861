"""What people answer in private, until the survey is closed: then only sums are kept.

Answers lie in ``private.db`` and never in the log. Whoever closes the survey sees how many have
answered and, afterwards, sums. The answers of a group of fewer than five are not kept at all.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal

from domain.database import Database
from domain.details import Sums, Survey
from domain.ids import CommitteeId, PersonId
from domain.kinds import Seat
from domain.sealed import Sealed
from domain.vault import Vault
from projections.power.guards import PEOPLE
from projections.power.i_asked import CARDS, Said, key

TABLES = """
CREATE TABLE IF NOT EXISTS asked_in_private (
    committee BLOB PRIMARY KEY, since TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS said_in_private (
    committee BLOB NOT NULL, person BLOB NOT NULL, question INTEGER NOT NULL, said TEXT NOT NULL,
    PRIMARY KEY (committee, person, question)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counted_in_private (
    committee BLOB PRIMARY KEY, salt BLOB NOT NULL, words TEXT NOT NULL
) WITHOUT ROWID;
"""
Table = Literal["said_in_private", "counted_in_private", "asked_in_private"]


class AskedInPrivate:
    """The survey of each committee that is going on, and what people have said in it so far."""

    def __init__(self, vault: Vault) -> None:
        self._database: Database = vault.database
        self._database.connection.executescript(TABLES)

    def begin(self, committee: CommitteeId, now: datetime) -> None:
        """Ask from now on; where it is going on already, nothing is different."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO asked_in_private VALUES (?, ?)",
                (committee.bytes, now.isoformat()),
            )

    def is_on(self, committee: CommitteeId) -> bool:
        """Whether people are asked now."""
        row = "SELECT 1 FROM asked_in_private WHERE committee = ?"
        found = self._database.connection.execute(row, (committee.bytes,)).fetchone()
        return found is not None and self._counted(committee) is None

    def is_counted(self, committee: CommitteeId) -> bool:
        """Whether the answers were counted, and the sums wait to be written down."""
        return self._counted(committee) is not None

    def say(self, committee: CommitteeId, person: PersonId, said: Mapping[int, Said]) -> None:
        """What somebody answers to each question, in place of what they answered before."""
        with self._database.writing() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO said_in_private VALUES (?, ?, ?, ?)",
                [(committee.bytes, person.bytes, at, one.value) for at, one in said.items()],
            )

    def said_by(self, committee: CommitteeId, person: PersonId) -> dict[int, Said]:
        """What somebody has answered so far: for their own eyes."""
        rows = self._database.connection.execute(
            "SELECT question, said FROM said_in_private WHERE committee = ? AND person = ?",
            (committee.bytes, person.bytes),
        )
        return {at: Said(one) for at, one in rows}

    def how_many(self, committee: CommitteeId) -> int:
        """How many people have answered."""
        row = "SELECT COUNT(DISTINCT person) FROM said_in_private WHERE committee = ?"
        return int(self._database.connection.execute(row, (committee.bytes,)).fetchone()[0])

    def state(self, committee: CommitteeId, person: PersonId) -> str:
        """Tells what a page shows of it to somebody from what it showed before."""
        row = self._database.connection.execute(
            "SELECT since, (SELECT COUNT(DISTINCT person) FROM said_in_private AS s "
            "WHERE s.committee = a.committee), (SELECT COUNT(*) FROM counted_in_private AS c "
            "WHERE c.committee = a.committee) FROM asked_in_private AS a WHERE committee = ?",
            (committee.bytes,),
        ).fetchone()
        return "" if row is None else repr((row, sorted(self.said_by(committee, person).items())))

    def count(self, committee: CommitteeId, seats: Mapping[PersonId, Seat]) -> Sealed | None:
        """Nobody is asked any more: the sums, if there are any, while every answer is deleted.

        Both at once. Whoever counts again, because something broke before the sums stood in the
        log, gets the very same, by whose seal the log knows what it has already.
        """
        with self._database.writing() as connection:
            counted = self._counted(committee)
            if counted is None and (sums := self.sums(committee, seats)):
                counted = Survey.sealed(sums)
                row = (committee.bytes, counted.salt, counted.words)
                connection.execute("INSERT INTO counted_in_private VALUES (?, ?, ?)", row)
            self._delete(committee, "said_in_private")
            if counted is None:
                self._delete(committee, "asked_in_private")
        return counted

    def _counted(self, committee: CommitteeId) -> Sealed | None:
        row = self._database.connection.execute(
            "SELECT salt, words FROM counted_in_private WHERE committee = ?", (committee.bytes,)
        ).fetchone()
        return Sealed.with_salt(*row) if row else None

    def sums(self, committee: CommitteeId, seats: Mapping[PersonId, Seat]) -> Sums:
        """How many of each group said what; of a group with fewer than five people, nothing."""
        rows = self._database.connection.execute(
            "SELECT person, question, said FROM said_in_private WHERE committee = ?",
            (committee.bytes,),
        ).fetchall()
        by_id = {who.bytes: seat for who, seat in seats.items()}
        told = [
            (by_id[who], who, key(CARDS[at], Said(one))) for who, at, one in rows if who in by_id
        ]
        many = Counter(seat for seat, _ in {(seat, who) for seat, who, _ in told})
        return {seat: _counted(told, seat) for seat in Seat if many[seat] >= PEOPLE}

    def forget(self, committee: CommitteeId) -> None:
        """It is over, and the sums stand in the log: nothing of it is kept here."""
        with self._database.writing():
            for table in ("said_in_private", "counted_in_private", "asked_in_private"):
                self._delete(committee, table)

    def _delete(self, committee: CommitteeId, table: Table) -> None:
        self._database.connection.execute(
            f"DELETE FROM {table} WHERE committee = ?",  # noqa: S608 -- one of ours
            (committee.bytes,),
        )


def _counted(told: Iterable[tuple[Seat, bytes, str]], seat: Seat) -> dict[str, int]:
    return dict(Counter(name for group, _, name in told if group is seat))
