"""A committee's past in files, and taking it in."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from domain.events import Event
from domain.kinds import NotAPerson
from web.history.importer import NotTaken, Report, take_in
from web.services import Services

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
DAY = "2026-05-01"
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
UNKNOWN = NotAPerson.UNKNOWN
FOOD = [{"option": "pizza", "title": "Pizza from Leo"}, {"option": "soup"}, {"option": "curry"}]
Said = dict[str, Any]


def line(kind: str, at: str = DAY, **said: Any) -> Said:
    """A line of a history; ``giver`` and ``taker`` stand for "from" and "to"."""
    names = {"giver": "from", "taker": "to"}
    return {"kind": kind, "at": at} | {names.get(key, key): value for key, value in said.items()}


def founded(committee: str = "club", **more: Any) -> Said:
    more = {"rule": {"method": "majority"}, "name": "The club"} | more
    return line("committee.founded", committee=committee, **more)


def joined(person: str, committee: str = "club", **more: Any) -> Said:
    return line("person.joined", committee=committee, person=person, **more)


def opened(proposal: str = "dj", committee: str = "club", **more: Any) -> Said:
    more = {"title": f"About {proposal}"} | more
    return line("proposal.opened", committee=committee, proposal=proposal, **more)


def cast(person: str, choice: str = "yes", proposal: str = "dj", **more: Any) -> Said:
    return line("ballot.cast", proposal=proposal, person=person, choice=choice, **more)


def decided(proposal: str = "dj", **more: Any) -> Said:
    return line("proposal.decided", proposal=proposal, **more)


CLUB = (founded(), joined("asha"), joined("ben"), joined("cara"))
A_YES = (*CLUB, opened(), cast("asha"), cast("ben"), decided())

PLANNED = (
    *A_YES,
    line("plan.made", committee="club", plan="july", title="July", on="2026-07-03", authority="dj"),
    line("plan.line", plan="july", line="Music", value="DJ Sam", authority="dj", actor="ben"),
    line("task.added", committee="club", task="bar", title="Bar", plan="july", due="2026-07-03"),
    line("task.taken", task="bar", person=["ben", "cara"]),
    line("task.added", committee="club", task="door", title="Door"),
)


def written(*lines: Said | str | bytes) -> bytes:
    """Lines as they stand in a file; text and bytes stand as they are."""
    return b"".join(_bytes(one) + b"\n" for one in lines)


def _bytes(said: Said | str | bytes) -> bytes:
    if isinstance(said, bytes):
        return said
    return (said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)).encode()


@dataclass
class Past:
    """A data folder, and what is taken into it."""

    folder: Path
    services: Services

    def file(self, *lines: Said | str | bytes, name: str = "past.jsonl") -> Path:
        path = self.folder / name
        path.write_bytes(written(*lines))
        return path

    def take(self, *lines: Said | str | bytes, skip_bad: bool = False) -> Report:
        """What came of taking these lines in; also when nothing was."""
        try:
            return take_in(self.services, [self.file(*lines)], NOW, skip_bad=skip_bad)
        except NotTaken as problem:
            return problem.report

    def why(self, *lines: Said | str | bytes) -> str:
        """Why the last of these lines cannot be taken in; nothing of them is."""
        before = self.position
        report = self.take(*lines)
        assert self.position == before
        assert [one.line for one in report.bad] == [len(lines)], report
        return report.bad[0].why

    @property
    def position(self) -> int:
        return self.services.governance.position()

    def events(self, kind: type[Event] = Event, after: int = 0) -> list[Any]:
        pages = self.services.governance.history(after)
        return [event for page in pages for _, event in page if isinstance(event, kind)]

    def topics(self, after: int = 0) -> list[str]:
        return [event.TOPIC.partition(".")[2] for event in self.events(after=after)]

    def said(self, seal: str | None) -> str | None:
        """The words behind a seal."""
        return self.services.governance.vault.words([seal]).get(seal or "")

    def ref(self, kind: str, name: str) -> Any:
        """The id of what the files call so."""
        (found,) = self.services.governance.vault.named(kind, name)
        return found


@contextmanager
def past_in(folder: Path) -> Iterator[Past]:
    services = Services.open(folder / "data")
    try:
        yield Past(folder, services)
    finally:
        services.close()


def became(past: Past, *lines: Said, before: tuple[Said, ...] = CLUB) -> list[Any]:
    """The events that these lines became, after those that were taken in before."""
    assert not past.take(*before).bad
    start = past.position
    report = past.take(*lines)
    assert not report.bad
    return past.events(after=start)


def listed(*kinds: type[Event]) -> list[type[Event]]:
    return list(kinds)


def kinds(events: Iterable[Event]) -> list[type[Event]]:
    return [type(event) for event in events]
