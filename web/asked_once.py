"""What somebody was asked and has answered: they are not asked again, at whatever screen.

It is about a person and no act of the committee, so it lies in ``private.db`` and not in the log.
Only that there was an answer is kept, never which.
"""

from flask import current_app, g, session

from domain.database import Database
from domain.ids import PersonId, ProposalId
from domain.vault import Vault

TABLES = """
CREATE TABLE IF NOT EXISTS asked_once (
    person BLOB NOT NULL, question TEXT NOT NULL, PRIMARY KEY (person, question)
) WITHOUT ROWID;
"""
PRACTICE = "practice"
"""Whether they want to try a vote that does not count."""


def about_help(proposal: ProposalId) -> str:
    """Whether somebody helped them with this vote."""
    return f"help {proposal.hex}"


def news_of(what: str) -> str:
    """Whether they know this, which somebody else did."""
    return f"news {what}"


class AskedOnce:
    """The questions that each person has answered."""

    def __init__(self, vault: Vault) -> None:
        self._database: Database = vault.database
        self._database.connection.executescript(TABLES)

    def has_answered(self, person: PersonId, question: str) -> bool:
        """Whether this person answered it already."""
        found = "SELECT 1 FROM asked_once WHERE person = ? AND question = ?"
        row = self._database.connection.execute(found, (person.bytes, question)).fetchone()
        return row is not None

    def answered(self, person: PersonId) -> list[str]:
        """All that this person has answered, for whoever asks what is kept of them."""
        found = "SELECT question FROM asked_once WHERE person = ? ORDER BY question"
        rows = self._database.connection.execute(found, (person.bytes,))
        return [question for (question,) in rows]

    def note(self, person: PersonId, question: str) -> None:
        """This person has answered it now."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO asked_once VALUES (?, ?)", (person.bytes, question)
            )


def has_answered(question: str) -> bool:
    """Whether whoever is signed in answered this already."""
    return _asked().has_answered(g.viewer.person, question)


def note_answer(question: str) -> None:
    """They have answered it now; pages that asked are not as they were."""
    _asked().note(g.viewer.person, question)
    session["answers"] = session.get("answers", 0) + 1


def _asked() -> AskedOnce:
    asked: AskedOnce = current_app.extensions["asked_once"]
    return asked
