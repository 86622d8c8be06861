"""The votes of the United Nations, taken in whole: 882,542 lines, three quarters of a century.

Nobody on this project made them. They are read from where they lie beside the project, and turned
into a history by the script that lies with them. This takes some ten minutes and three gigabytes;
``make check-scale`` runs it.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

import projections.views
from domain.events import BallotCast
from projections.views import Views
from tests.scale.assembly import (
    BALLOTS,
    EVENTS,
    LINES,
    MEMBERS,
    ROLL_CALLS,
    SCRIPT,
    STATED,
    VOTES_CAST,
    Ran,
    answers,
    bare_readings,
    hands,
    history,
    rows,
)
from tests.web.going_out import must_hold_the_same
from web.services import READ_MODELS, Services

pytestmark = [
    pytest.mark.scale,
    pytest.mark.timeout(1_800),
    pytest.mark.skipif(
        not SCRIPT.exists(), reason="the votes of the United Nations do not lie beside the project"
    ),
]

STOPS = (100_000, 500_000, EVENTS)
ALL_WRITTEN = {"lines": LINES, "written": LINES, "already": 0, "warnings": [], "bad": []}
ALL_KNOWN = ALL_WRITTEN | {"written": 0, "already": LINES}


@dataclass(frozen=True, slots=True)
class Assembly:
    """The history, and the folder that it is taken into."""

    file: Path
    data: Path

    def hands(self, *typed: str | Path) -> Ran:
        return hands(*typed, "--data", self.data, "--json")

    def goes_out(self) -> tuple[Path, Ran]:
        """The log as a history file of its own."""
        path = self.data.with_suffix(".jsonl")
        out = ("export", "--format", "history", "--out", path)
        return path, hands(*out, "--data", self.data)

    @contextmanager
    def opened(self) -> Iterator[Services]:
        services = Services.open(self.data)
        yield services
        services.close()


@pytest.fixture(scope="module")
def cut_short(tmp_path_factory: pytest.TempPathFactory) -> tuple[Assembly, Ran]:
    """An import that was killed while it wrote its four-hundredth megabyte."""
    folder = tmp_path_factory.mktemp("assembly")
    it = Assembly(history(folder), folder / "data")
    written = it.data / "log.db-wal"

    def is_in_the_middle() -> bool:
        return written.exists() and written.stat().st_size > 400_000_000

    return it, hands("import", it.file, "--data", it.data, "--json", kill=is_in_the_middle)


@pytest.fixture(scope="module")
def taken_in(cut_short: tuple[Assembly, Ran]) -> tuple[Assembly, Ran]:
    """The same command again."""
    it, _ = cut_short
    return it, it.hands("import", it.file)


@pytest.fixture(scope="module")
def assembly(taken_in: tuple[Assembly, Ran]) -> Assembly:
    return taken_in[0]


@pytest.fixture(scope="module")
def decisions(assembly: Assembly) -> dict[str, Any]:
    with assembly.opened() as services:
        services.views.catch_up()
        register = json.loads(assembly.hands("show", "decisions").said)["decisions"]
    return {decision["proposal"]: decision for decision in register}


def said(ran: Ran) -> Any:
    assert ran.status == 0
    return json.loads(ran.said)


def note(capsys: pytest.CaptureFixture[str], what: str, ran: Ran) -> None:
    """Time and memory are told to whoever runs this; they differ from machine to machine."""
    with capsys.disabled():
        print(f"\n{what}: {ran} ", end="")  # noqa: T201


def test_an_import_that_is_killed_in_the_middle_leaves_nothing(
    cut_short: tuple[Assembly, Ran],
) -> None:
    it, ran = cut_short
    assert ran.status == -9
    with it.opened() as services:
        assert services.governance.position() == 0
        assert not services.governance.vault.references()
        assert not services.governance.vault.has_imported()


def test_the_same_command_again_takes_all_of_it_in(
    taken_in: tuple[Assembly, Ran], capsys: pytest.CaptureFixture[str]
) -> None:
    it, ran = taken_in
    note(capsys, f"{LINES:,} lines taken in", ran)
    assert said(ran) == ALL_WRITTEN
    with it.opened() as services:
        assert services.governance.position() == EVENTS


def test_every_published_vote_is_a_ballot_and_there_is_no_other(assembly: Assembly) -> None:
    published = {
        (f"rcid-{int(float(row['rcid']))}", row["country"]): row["vote"]
        for row in rows("un_votes.csv.xz")
    }
    with assembly.opened() as services:
        named = {one.id: one.name for one in services.governance.vault.references()}
        cast = {
            (named[event.originator_id], named[event.voter]): str(event.answer)
            for _, event in services.governance.since()
            if isinstance(event, BallotCast)
        }
    assert len(published) == BALLOTS
    assert cast == published
    votes = Counter(member for _, member in cast)
    assert len(votes) == MEMBERS
    assert dict(votes.most_common(5)) == VOTES_CAST


def test_every_roll_call_is_decided_as_its_ballots_say(decisions: dict[str, Any]) -> None:
    assert len(decisions) == ROLL_CALLS
    tallies = {name: decision["tally"] for name, decision in decisions.items()}
    more = {name for name, tally in tallies.items() if tally["yes"] > tally["no"]}
    ties = {name for name, tally in tallies.items() if tally["yes"] == tally["no"]}
    assert (len(more), len(tallies) - len(more), len(ties)) == (5_853, 349, 11)
    adopted = {name for name, one in decisions.items() if one["outcome"] == "adopted"}
    rejected = {name for name, one in decisions.items() if one["outcome"] == "rejected"}
    assert adopted == more
    assert adopted | rejected == decisions.keys()


def test_the_counts_that_are_stated_are_our_counts(decisions: dict[str, Any]) -> None:
    counted = {
        number: tuple(decisions[f"rcid-{number}"]["tally"][key] for key in ("yes", "no", "abstain"))
        for number in STATED
    }
    assert counted == STATED


def test_answers_are_the_same_from_a_log_alone_in_one_step_or_a_hundred(
    assembly: Assembly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with assembly.opened() as services:
        as_read = [answers(services, stop) for stop in STOPS]
        assert len({*as_read}) == len(STOPS)
    for file in assembly.data.glob("views.db*"):
        file.unlink()
    with assembly.opened() as services:
        assert [answers(services, stop) for stop in STOPS] == as_read
        for steps in (1, 100):
            monkeypatch.setattr(projections.views, "EVENTS_AT_ONCE", -(-EVENTS // steps))
            views = Views(tmp_path / f"{steps}.db", services.governance, READ_MODELS)
            anew = replace(services, views=views)
            assert [answers(anew, stop) for stop in STOPS] == as_read
            views.close()


def test_the_read_models_come_back_from_the_log(
    assembly: Assembly, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = assembly.hands("rebuild")
    note(capsys, f"{EVENTS:,} events read anew", ran)
    assert said(ran)["events"] == EVENTS


def test_the_audit_of_power_takes_no_longer_than_five_bare_readings(
    assembly: Assembly, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = assembly.hands("audit")
    with assembly.opened() as services:
        times = bare_readings(services, assembly.data)
    note(capsys, f"{EVENTS:,} events audited, as {times:.1f} bare readings of them", ran)
    assert ran.status == 0
    assert times <= 5


def test_what_goes_out_comes_in_again_and_tells_the_same(
    assembly: Assembly, capsys: pytest.CaptureFixture[str]
) -> None:
    file, ran = assembly.goes_out()
    note(capsys, f"{EVENTS:,} events written out", ran)
    again = Assembly(file, assembly.data.with_name("again"))
    taken = again.hands("import", file)
    note(capsys, f"{EVENTS:,} native lines taken in", taken)
    assert said(taken) == ALL_WRITTEN | {"lines": EVENTS, "written": EVENTS}
    must_hold_the_same(file, again.goes_out()[0])
    with assembly.opened() as ours, again.opened() as theirs:
        for stop in STOPS:
            assert unrecorded(answers(ours, stop)) == unrecorded(answers(theirs, stop))


def unrecorded(told: bytes) -> bytes:
    """The same without when it was recorded, which for a log that comes in again is later."""
    return re.sub(rb'"recorded_at": "[^"]*"', b"", told)


def test_taking_it_in_again_adds_nothing(
    assembly: Assembly, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = assembly.hands("import", assembly.file)
    note(capsys, f"{LINES:,} lines met again", ran)
    assert said(ran) == ALL_KNOWN
    with assembly.opened() as services:
        assert services.governance.position() == EVENTS
