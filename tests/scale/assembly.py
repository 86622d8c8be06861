"""The votes of the United Nations General Assembly, 1946 to 2019, and what is asked about them."""

import csv
import lzma
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic, process_time, sleep
from typing import Any

from pydantic_core import to_json

from bench.rebuild import bare_loop
from domain.ids import CommitteeId, PersonId, ProposalId
from domain.values import event_id
from domain.voting.tally import Result
from projections.power.evidence import Evidence
from projections.power.reading import facts
from projections.power.report import report
from projections.stops import Stop
from tests.projections.answers import put
from web.services import Services

DATA = Path(__file__).parents[3] / "shared" / "data"
SCRIPT = DATA / "make_histories.py"
ROOT = Path(__file__).parents[2]
LATER = datetime(2020, 1, 1, tzinfo=UTC)

MEMBERS, ROLL_CALLS, BALLOTS = 200, 6_202, 869_937
LINES = 1 + MEMBERS + 2 * ROLL_CALLS + BALLOTS
EVENTS = 2 + 2 * MEMBERS + 4 * ROLL_CALLS + BALLOTS
"""The committee and its rule; a person and a seat; made, opened, closed, decided; a ballot."""

STATED = {
    3: (29, 18, 4),
    4: (9, 34, 8),
    5: (28, 22, 1),
    9145: (185, 1, 2),
    9146: (162, 7, 7),
    9147: (135, 1, 3),
}
"""Yes, no and abstentions, as the collection's own description has them."""

VOTES_CAST = {
    "Canada": 6_176,
    "Denmark": 6_170,
    "Netherlands": 6_170,
    "Australia": 6_166,
    "Norway": 6_162,
}
SAMPLE = ("rcid-3", "rcid-4", "rcid-1000", "rcid-2500", "rcid-4000", "rcid-5300", "rcid-9147")


def history(folder: Path) -> Path:
    """The history as the script that lies with the data writes it."""
    subprocess.run([sys.executable, str(SCRIPT), str(folder), "--scale"], check=True)
    return folder / "un-assembly.jsonl"


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the published tables."""
    with lzma.open(DATA / "unvotes-scale" / name, "rt", encoding="utf-8") as table:
        yield from csv.DictReader(table)


# ---- A program of its own


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command said, how it ended, how long it took, and how much memory at the most."""

    said: bytes
    status: int
    seconds: float
    megabytes: float

    def __str__(self) -> str:
        return f"{self.seconds:.0f} seconds, {self.megabytes:.0f} MB"


def hands(*typed: str | Path, kill: Callable[[], bool] = lambda: False) -> Ran:
    """Run a command as a program of its own; it is killed as soon as that is asked for."""
    begun, most = monotonic(), 0.0
    command = [sys.executable, "-m", "web.cli", *map(str, typed)]
    with TemporaryFile() as out, subprocess.Popen(command, stdout=out, cwd=ROOT) as program:
        while program.poll() is None:
            most = max(most, _megabytes(program.pid))
            if kill():
                program.kill()
            sleep(0.1)
        out.seek(0)
        return Ran(out.read(), program.returncode, monotonic() - begun, most)


def _megabytes(program: int) -> float:
    """The most memory that a program has held so far; only Linux tells."""
    try:
        said = Path(f"/proc/{program}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", said)
    return int(found[1]) / 1000 if found else 0


def bare_readings(services: Services, data: Path) -> float:
    """What the audit of power costs, set to a bare reading of the log: in processor time."""
    (committee,) = map(CommitteeId, services.governance.vault.named("committee", "un-assembly"))
    bare = _seconds(bare_loop(data / "log.db"))
    audit = _seconds(lambda: report(Evidence(facts(services.governance), committee)))
    return audit / bare


def _seconds(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


# ---- Asking


def answers(services: Services, known: int) -> bytes:
    """What was known at a position: of all, of some members, and of some roll calls."""
    stop = Stop(known=known)
    told = [(a.__qualname__, put(a, values, LATER, stop)) for a, values in _asked(services)]
    return to_json(told, indent=1)


def _asked(it: Services) -> Iterator[tuple[Callable[..., Any], tuple[Any, ...]]]:
    (committee,) = map(CommitteeId, it.governance.vault.named("committee", "un-assembly"))
    yield it.directory.committees, ()
    yield it.directory.members, (committee,)
    yield it.directory.roles, (committee,)
    yield it.directory.rule, (committee,)
    yield it.decisions.register, (committee,)
    yield it.decisions.latest, (committee, 20)
    yield it.decisions.latest, (committee, 5, 300_000, (Result.REJECTED,))
    yield it.decisions.undecided, (committee, LATER)
    yield it.audit.log, (99_900, 50)
    yield it.audit.without_authority, (0, 50, committee)
    for name in VOTES_CAST:
        (member,) = map(PersonId, it.governance.vault.named("person", name))
        yield it.directory.committees_of, (member,)
        yield it.decisions.open_for, (committee, member, LATER)
    for name in SAMPLE:
        (proposal,) = map(ProposalId, it.governance.vault.named("proposal", name))
        last = event_id(proposal, it.governance.events_of(proposal)[-1].originator_version)
        yield it.decisions.proposal, (proposal, LATER)
        yield it.decisions.explanation, (proposal,)
        yield it.talk.about, (proposal,)
        yield it.audit.story, (proposal,)
        yield it.audit.chain, (last,)
        yield it.audit.who_decided, (last,)
