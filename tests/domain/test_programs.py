"""Several programs vote at once on the same files, and some of them are killed."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from threading import Thread
from time import sleep

import tests
from domain.application import Governance
from domain.errors import LogBusy
from domain.ledger import BUSY
from domain.voting.tally import ChoiceTally
from tests.domain.crowd import ballots, crowd, must_count_exactly, person
from tests.domain.whole import must_be_whole, recorded
from tests.facts import (
    ASHA,
    IDEA,
    by,
)
from tests.scenario import governing

OVER = "Voting is over. This is decided."

ROOT = Path(tests.__file__).parents[1]


@contextmanager
def voter(
    folder: Path, answer: str, numbers: Iterable[int], reason: str = ""
) -> Iterator[subprocess.Popen[str]]:
    """A program of its own that is ready to vote for these people."""
    command = [sys.executable, "-m", "tests.domain.voter", str(folder), answer, reason]
    with subprocess.Popen(
        [*command, *map(str, numbers)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        yield child
        child.kill()


def vote_now(children: Sequence[subprocess.Popen[str]]) -> list[str]:
    """All of them begin at once; what they said."""
    for child in children:
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin
        child.stdin.write("go\n")
        child.stdin.flush()
    said = [line.strip() for child in children for line in _lines(child)]
    assert [child.wait() for child in children] == [0] * len(children)
    return said


def _lines(child: subprocess.Popen[str]) -> Iterator[str]:
    assert child.stdout
    yield from child.stdout


def tally(governance: Governance) -> ChoiceTally:
    counted = recorded(governance, IDEA).counted().tally
    assert isinstance(counted, ChoiceTally)
    return counted


# ---- Several programs


def test_four_programs_lose_no_vote(tmp_path: Path) -> None:
    crowd(tmp_path, 600)
    with ExitStack() as stack:
        children = [
            stack.enter_context(voter(tmp_path, "yes", range(start, 600, 4))) for start in range(4)
        ]
        said = vote_now(children)
    assert sorted(said) == sorted(f"{n} yes" for n in range(600))
    with governing(tmp_path) as governance:
        assert Counter(cast.voter for cast in ballots(governance)) == Counter(
            map(person, range(600))
        )
        assert tally(governance).yes == 600
    must_be_whole(tmp_path)


def test_a_person_who_votes_in_two_programs_at_once_is_counted_once(tmp_path: Path) -> None:
    crowd(tmp_path, 60)
    with voter(tmp_path, "yes", range(60)) as one, voter(tmp_path, "no", range(60)) as other:
        said = vote_now([one, other])
    assert len(said) == 120
    with governing(tmp_path) as governance:
        cast = ballots(governance)
        counted = tally(governance)
        last = Counter(str({c.voter: c.answer for c in cast}[person(n)]) for n in range(60))
        assert counted.yes + counted.no == 60
        assert (counted.yes, counted.no) == (last["yes"], last["no"])
        assert {f"{c.voter.int & 0xFFFF} {c.answer}" for c in cast} == set(said)
    must_be_whole(tmp_path)


def test_a_vote_while_the_proposal_closes_is_counted_or_refused(tmp_path: Path) -> None:
    crowd(tmp_path, 6000)
    with (
        governing(tmp_path) as governance,
        voter(tmp_path, "yes", range(0, 6000, 2)) as one,
        voter(tmp_path, "yes", range(1, 6000, 2)) as other,
    ):
        closing = Thread(target=_close_after, args=(governance, 60))
        closing.start()
        said = vote_now([one, other])
        closing.join()
    refused = [line for line in said if not line.endswith(" yes")]
    assert len(refused) <= 2  # whoever was through with all of theirs was refused nothing
    assert {line.split(" ", 1)[1] for line in refused} <= {OVER, BUSY}
    answered = len(said) - len(refused)
    assert answered >= 60
    must_count_exactly(tmp_path, answered)


def _close_after(governance: Governance, votes: int) -> None:
    start = governance.position()
    while governance.position() < start + votes:
        sleep(0.001)
    while True:  # a slow machine may not let her through at once
        with suppress(LogBusy):
            return governance.close_voting(by(ASHA, datetime.now(UTC)), IDEA)


# ---- Killed


def test_every_vote_that_was_answered_is_there_though_the_program_was_killed(
    tmp_path: Path,
) -> None:
    moments, rounds = Random(20260303), 10  # noqa: S311 -- the same every time
    crowd(tmp_path, rounds * 300)
    answered: set[str] = set()
    with ExitStack() as stack:
        children = [
            stack.enter_context(voter(tmp_path, "yes", range(n * 300, (n + 1) * 300), "It is fun"))
            for n in range(rounds)
        ]
        for turn, child in enumerate(children, start=1):
            answered |= set(_killed_at(child, moments.uniform(0, 0.04)))
            with governing(tmp_path) as governance:
                governance.sweep()
                there = {f"{c.voter.int & 0xFFFF} {c.answer}" for c in ballots(governance)}
            assert answered <= there
            assert len(there - answered) <= turn
            must_be_whole(tmp_path)
    assert answered


def _killed_at(child: subprocess.Popen[str], moment: float) -> list[str]:
    """What it said between the first of its votes and its end."""
    assert child.stdin
    assert child.stdout
    assert child.stdout.readline() == "ready\n"
    child.stdin.write("go\n")
    child.stdin.flush()
    first = child.stdout.readline()
    sleep(moment)
    child.kill()
    said = [first, *child.stdout]
    child.wait()
    assert len(said) < 300, "it was done before it was killed"
    return [line.strip() for line in said if line.endswith("\n")]
