"""What every page and command needs, opened once from the settings."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Self, cast

from filelock import FileLock, Timeout
from flask import current_app, g

from domain.application import Governance
from domain.vault import Vault
from projections.audit import Audit
from projections.decisions import Decisions
from projections.differences import Differences
from projections.directory import Directory
from projections.honesty import Honesty
from projections.mandates import Mandates
from projections.meetings import Meetings
from projections.naming import Naming
from projections.people import People
from projections.plan import Plans
from projections.read_model import ReadModel
from projections.record import Record
from projections.talk import Talk
from projections.tasks import Tasks
from projections.views import Views

READ_MODELS: Sequence[type[ReadModel]] = (
    Naming,
    People,
    Directory,
    Mandates,
    Decisions,
    Talk,
    Plans,
    Tasks,
    Meetings,
    Honesty,
    Audit,
    Record,
    Differences,
)
LOG, PRIVATE, VIEWS, LOCK = "log.db", "private.db", "views.db", "lock"
OWNER_ONLY = 0o700


class CannotOpen(Exception):
    """The data folder cannot be used now, with the sentence that says why."""


class NextEnd:
    """When the next vote ends, by a log that has come this far: nothing is due before."""

    def __init__(self) -> None:
        self._known: tuple[int, datetime | None] | None = None

    def is_ahead(self, position: int, now: datetime) -> bool:
        """Whether no vote can have ended by now."""
        known = self._known
        return known is not None and known[0] == position and (known[1] is None or now < known[1])

    def note(self, position: int, end: datetime | None) -> None:
        """Remember this until the log goes on."""
        self._known = position, end


@dataclass(frozen=True)
class Services:
    """The log with its commands, and the read models with their questions."""

    governance: Governance
    views: Views
    lock: FileLock | None
    _next_end: NextEnd = field(default_factory=NextEnd)

    @classmethod
    def open(cls, data: Path, *, writing: bool = True) -> Self:
        """Open a data folder; whoever means to write holds its lock until it is closed."""
        if not writing and not (data / LOG).exists():
            raise CannotOpen(
                f"There is no log in {data}. Start one with “hands serve” or “hands import”."
            )
        data.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
        lock = _hold(data) if writing else None
        governance = Governance(str(data / LOG), Vault(str(data / PRIVATE)))
        if writing:
            governance.sweep()
        return cls(governance, Views(data / VIEWS, governance, READ_MODELS), lock)

    @property
    def naming(self) -> Naming:
        """What things are called."""
        return self.views.of(Naming)

    @property
    def people(self) -> People:
        """What is kept of one person, and all that names them."""
        return self.views.of(People)

    @property
    def directory(self) -> Directory:
        """Committees and who sits on them."""
        return self.views.of(Directory)

    @property
    def mandates(self) -> Mandates:
        """What was agreed beforehand, and who stepped in."""
        return self.views.of(Mandates)

    @property
    def honesty(self) -> Honesty:
        """What people say about the record."""
        return self.views.of(Honesty)

    @property
    def decisions(self) -> Decisions:
        """Ideas, votes and decisions."""
        return self.views.of(Decisions)

    @property
    def talk(self) -> Talk:
        """What was said about ideas, and what became of decisions."""
        return self.views.of(Talk)

    @property
    def meetings(self) -> Meetings:
        """When people met, and what was written down."""
        return self.views.of(Meetings)

    @property
    def plans(self) -> Plans:
        """What holds for each occasion."""
        return self.views.of(Plans)

    @property
    def tasks(self) -> Tasks:
        """Who has which job."""
        return self.views.of(Tasks)

    @property
    def differences(self) -> Differences:
        """How it stood beside how it stands."""
        return self.views.of(Differences)

    @property
    def audit(self) -> Audit:
        """Who decided what, by which right."""
        return self.views.of(Audit)

    @property
    def record(self) -> Record:
        """What was written down about one committee."""
        return self.views.of(Record)

    def settle(self, now: datetime) -> None:
        """Write down what was decided at every deadline that has passed."""
        position = self.governance.position()
        if self._next_end.is_ahead(position, now):
            return
        for proposal in self.decisions.due(now):
            self.governance.settle_voting(proposal, now)
        self._next_end.note(position, self.decisions.next_end())

    def close(self) -> None:
        """Close the files and let go of the folder."""
        self.views.close()
        self.governance.close()
        self.governance.vault.close()
        if self.lock:
            self.lock.release()


def _hold(data: Path) -> FileLock:
    lock = FileLock(data / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise CannotOpen(
            f"Another program is writing to {data}. Stop the server first, then try again."
        ) from None
    return lock


def services() -> Services:
    """The services of the page that is being served, as far as whoever reads it may see."""
    if not g.get("viewer"):
        return in_full()
    seen = "among_us" if g.get("sees_names") else "by_office"
    return cast("Services", current_app.extensions[seen])


def in_full() -> Services:
    """The services with nothing left out: for numbers that show nobody, and never for a list."""
    return cast("Services", current_app.extensions["services"])


def now() -> datetime:
    """The server's clock."""
    return datetime.now(UTC)
