"""Takes a history in: all of it, or none of it, or what is good of it."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from difflib import get_close_matches
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from pydantic import ValidationError

from domain.errors import RuleBroken
from domain.events import EVENTS
from domain.ids import ImportId
from web.history.kinds import KINDS
from web.history.lines import Line
from web.history.names import BadLine, UnknownName
from web.history.native.acts import Natives
from web.history.native.lines import is_written_out
from web.history.reading import Files, content, identity_of
from web.history.sources import Lines, Note, Reader
from web.history.taking import Taking
from web.history.why import why
from web.services import Services

Progress = Callable[[int, int], None]
STEP = 1_000


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about one line."""

    file: Path
    line: int
    kind: str
    why: str


@dataclass(slots=True)
class Report:
    """What came of an import. ``lines`` are those that say something."""

    lines: int = 0
    written: int = 0
    already: int = 0
    warnings: list[Remark] = field(default_factory=list)
    bad: list[Remark] = field(default_factory=list)


class NotTaken(Exception):
    """A history has bad lines, and nothing of it was written."""

    def __init__(self, report: Report) -> None:
        super().__init__("There are bad lines. Nothing was written.")
        self.report = report


def take_in(  # noqa: PLR0913 -- an import is told with all of this
    services: Services,
    paths: Sequence[Path],
    now: datetime,
    *,
    reader: Reader = Files,
    skip_bad: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Take these files in, as one history.

    Every line runs through the rules that hold for people too, in one transaction. Only when all
    are good, or the bad ones are to be left out, is anything kept.
    """
    files = reader(paths)
    with _without_pauses(), services.governance.batch(at_once=True) as batch:
        taking = Taking(services, batch, ImportId(uuid4()), now)
        report = Import(files, taking).run(progress or _silently)
        if report.bad and not skip_bad:
            raise NotTaken(report)
    return report


@contextmanager
def _without_pauses() -> Iterator[None]:
    """Memory is not looked through again and again; what is new is, every ``STEP`` lines."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _silently(_done: int, _of: int) -> None:
    pass


class Import:
    """One walk through the lines."""

    def __init__(self, files: Lines, taking: Taking) -> None:
        self.files = files
        self.taking = taking
        self.report = Report(lines=len(files), warnings=[_remark(one) for one in files.notes])
        self._vault = taking.governance.vault
        self._is_first = not self._vault.has_imported()
        self._seen: set[bytes] = set()
        self._ids: dict[str, bytes] = {}
        self._refused: set[int] = set()
        self._natives = Natives(files, taking)

    def run(self, progress: Progress) -> Report:
        """Take every line, in the order in which things happened."""
        total, turn, told = len(self.files), 0, 0
        while turn < total:
            if turn >= told:
                gc.collect(0)
                progress(turn, total)
                told += STEP
            turn += self._line(turn)
        progress(total, total)
        self.report.bad.sort(key=lambda one: (one.file, one.line))
        return self.report

    def _line(self, turn: int) -> int:
        """Take the line whose turn it is; how many lines that were."""
        taking, kind, place = self.taking, "", self.files.order[turn]
        file, taking.number = self.files.where(place)
        try:
            said = self.files.read(place)
            kind = str(said.get("kind", ""))
            if is_written_out(said):
                return self._written_out(turn, said)
            _check_kind(kind)
            identity = self._identity(said)
            if self._is_known(identity):
                self.report.already += 1
                return 1
            remarks = taking.stand(self._take(kind, said), identity)
        except ValidationError as problem:
            self._refuse(place, kind, why(problem))
        except UnknownName as problem:
            self._refuse(place, kind, self._explained(problem, place))
        except (BadLine, RuleBroken) as problem:
            self._refuse(place, kind, str(problem))
        else:
            self._seen.add(identity)
            self.report.written += 1
            if remarks:
                self.report.warnings += [Remark(file, taking.number, kind, one) for one in remarks]
        return 1

    def _take(self, kind: str, said: dict[str, Any]) -> Line:
        if kind in EVENTS:
            return self._natives.take_by_hand(said)
        line = KINDS[kind].shape.model_validate(said)
        KINDS[kind].take(self.taking, line)
        return line

    def _written_out(self, turn: int, said: dict[str, Any]) -> int:
        """A line that a log wrote out, and those that tell what came with it."""
        taken, order = self._natives.take(turn, said), self.files.order
        for place, sentence in taken.bad:
            self._refuse(order[turn + place], self._kind(order[turn + place]), sentence)
        for place, sentence in taken.remarks:
            file, number = self.files.where(order[turn + place])
            self.report.warnings.append(
                Remark(file, number, self._kind(order[turn + place]), sentence)
            )
        self.report.written += taken.written
        self.report.already += taken.already
        return taken.written + taken.already + len(taken.bad)

    def _kind(self, place: int) -> str:
        return str(self.files.read(place).get("kind", ""))

    def _refuse(self, place: int, kind: str, sentence: str) -> None:
        self.taking.take_back()
        self._refused.add(place)
        self.report.bad.append(Remark(*self.files.where(place), kind, sentence))

    # ---- Lines that were taken in before

    def _identity(self, said: dict[str, Any]) -> bytes:
        name, said_so = said.get("id"), content(said)
        if not isinstance(name, str):
            return said_so
        if self._ids.setdefault(name, said_so) != said_so:
            raise BadLine(f"Another line here has the id “{name}” and says other things.")
        return identity_of(name)

    def _is_known(self, identity: bytes) -> bool:
        if identity in self._seen:
            return True
        return not self._is_first and self._vault.is_imported(identity)

    # ---- Lines that speak of what is not known

    @cached_property
    def _begins(self) -> dict[tuple[str, str], tuple[int, int]]:
        """Where in this history each name is used first: in which turn, and on which line."""
        found: dict[tuple[str, str], tuple[int, int]] = {}
        for turn, place in enumerate(self.files):
            with suppress(BadLine):
                said = self.files.read(place)
                kind = KINDS.get(said.get("kind", ""))
                name = said.get(kind.begins.replace("-", "_")) if kind and kind.begins else None
                if kind and kind.begins and isinstance(name, str):
                    found.setdefault((kind.begins, name), (turn, place))
        return found

    def _explained(self, problem: UnknownName, place: int) -> str:
        """The sentence, and where in this history the name begins if it does so too late."""
        begins = [
            (self._begins[kind, problem.name], kind)
            for kind in problem.kinds
            if (kind, problem.name) in self._begins
        ]
        if not begins:
            return str(problem)
        (turn, where), kind = min(begins)
        _, number = self.files.where(where)
        name = f"The {kind} “{problem.name}”"
        if where in self._refused:
            return f"{name} begins on line {number}, which is bad."
        if turn > self.files.turn(place):
            return f"{name} begins on line {number}, and that happened later."
        return str(problem)


def _remark(note: Note) -> Remark:
    return Remark(note.file, note.line, "", note.said)


def _check_kind(kind: str) -> None:
    if kind in KINDS or kind in EVENTS:
        return
    if not kind:
        raise BadLine("The key “kind” is missing: what the line is about.")
    raise BadLine(f"There is no kind of line that is called “{kind[:80]}”.{_kind_like(kind)}")


@lru_cache(maxsize=100)
def _kind_like(kind: str) -> str:
    near = get_close_matches(kind, [*KINDS, *EVENTS], n=1)
    return f" Did you mean “{near[0]}”?" if near else ""
