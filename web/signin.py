"""Who is asking: one-time links, and sessions that can be ended here at any time.

Both lie in ``private.db`` as digests of random 256-bit tokens; whoever reads the file cannot sign
in with what it holds. A link is shown on a page first, and used up when the button is pressed.
"""

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from domain.database import Database
from domain.ids import PersonId
from domain.vault import Vault

LINK_LASTS = timedelta(minutes=10)
SESSION_LASTS = timedelta(days=30)
VISIT_LASTS = timedelta(hours=1)

TABLES = """
CREATE TABLE IF NOT EXISTS sign_in_link (
    digest BLOB PRIMARY KEY, person BLOB, role TEXT, expires_at INTEGER NOT NULL, used_at INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS session (
    digest BLOB PRIMARY KEY, person BLOB, held TEXT NOT NULL, expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS session_person ON session (person);
CREATE TABLE IF NOT EXISTS signing_key (
    one INTEGER PRIMARY KEY CHECK (one = 1), secret BLOB NOT NULL
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Link:
    """A one-time link: for whom, with which role, until when. Nobody: for the first person."""

    person: PersonId | None
    role: str | None
    expires_at: datetime


class SignIn:
    """Links and sessions."""

    def __init__(self, vault: Vault) -> None:
        self._database: Database = vault.database
        self._database.connection.executescript(TABLES)

    def make_link(
        self, person: PersonId | None, now: datetime, role: str | None = None
    ) -> tuple[str, Link]:
        """A new link's secret, and what it is good for."""
        token, expires = secrets.token_urlsafe(32), now + LINK_LASTS
        with self._database.writing() as connection:
            connection.execute(
                "DELETE FROM sign_in_link WHERE expires_at < ?",
                (_seconds(now - timedelta(days=1)),),
            )
            connection.execute(
                "INSERT INTO sign_in_link VALUES (?, ?, ?, ?, NULL)",
                (_digest(token), person and person.bytes, role, _seconds(expires)),
            )
        return token, Link(person, role, expires)

    def link(self, token: str, now: datetime) -> Link | None:
        """What a link is good for, if it is still good."""
        row = self._database.connection.execute(
            "SELECT person, role, expires_at FROM sign_in_link "
            "WHERE digest = ? AND used_at IS NULL AND expires_at > ?",
            (_digest(token), _seconds(now)),
        ).fetchone()
        return _link(row) if row else None

    def was_made(self, token: str) -> bool:
        """Whether this ever was a link, as far as that is still kept."""
        found = "SELECT 1 FROM sign_in_link WHERE digest = ?"
        return self._database.connection.execute(found, (_digest(token),)).fetchone() is not None

    def use_link(self, token: str, now: datetime) -> Link | None:
        """Use a link up. Of two presses at once only one gets an answer."""
        with self._database.writing() as connection:
            found = self.link(token, now)
            if found:
                connection.execute(
                    "UPDATE sign_in_link SET used_at = ? WHERE digest = ?",
                    (_seconds(now), _digest(token)),
                )
        return found

    def signing_key(self) -> bytes:
        """What forms are signed with: made once for this folder, at random, and kept only here."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO signing_key VALUES (1, ?)", (secrets.token_bytes(32),)
            )
            secret: bytes = connection.execute("SELECT secret FROM signing_key").fetchone()[0]
        return secret

    # ---- Sessions

    def begin(self, now: datetime, person: PersonId | None = None) -> str:
        """Begin a session, and give the token that its cookie carries."""
        token = secrets.token_urlsafe(32)
        expires = now + (SESSION_LASTS if person else VISIT_LASTS)
        with self._database.writing() as connection:
            connection.execute("DELETE FROM session WHERE expires_at < ?", (_seconds(now),))
            connection.execute(
                "INSERT INTO session VALUES (?, ?, '{}', ?)",
                (_digest(token), person and person.bytes, _seconds(expires)),
            )
        return token

    def find(self, token: str, now: datetime) -> tuple[PersonId | None, dict[str, Any]] | None:
        """Whose session this is, and what it holds; nothing once it was ended or is too old."""
        row = self._database.connection.execute(
            "SELECT person, held FROM session WHERE digest = ? AND expires_at > ?",
            (_digest(token), _seconds(now)),
        ).fetchone()
        if row is None:
            return None
        return (PersonId(UUID(bytes=row[0])) if row[0] else None), json.loads(row[1])

    def keep(self, token: str, held: dict[str, Any]) -> None:
        """Keep what a session holds."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE session SET held = ? WHERE digest = ?", (json.dumps(held), _digest(token))
            )

    def end(self, token: str) -> None:
        """End one session."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM session WHERE digest = ?", (_digest(token),))

    def kept_of(self, person: PersonId, now: datetime) -> tuple[list[datetime], list[datetime]]:
        """Until when this person's sessions last, and the links that were made for them."""
        found = (
            self._database.connection.execute(
                f"SELECT expires_at FROM {table} WHERE person = ? AND expires_at > ? "  # noqa: S608
                "ORDER BY expires_at",
                (person.bytes, _seconds(now)),
            )
            for table in ("session", "sign_in_link")
        )
        sessions, links = ([datetime.fromtimestamp(at, UTC) for (at,) in rows] for rows in found)
        return sessions, links

    def end_all(self, person: PersonId) -> None:
        """End every session of a person, on whatever screen, and every link that is still good."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM session WHERE person = ?", (person.bytes,))
            connection.execute(
                "UPDATE sign_in_link SET used_at = expires_at WHERE person = ? AND used_at IS NULL",
                (person.bytes,),
            )


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _link(row: tuple[bytes | None, str | None, int]) -> Link:
    person, role, expires = row
    who = PersonId(UUID(bytes=person)) if person else None
    return Link(who, role, datetime.fromtimestamp(expires, UTC))
