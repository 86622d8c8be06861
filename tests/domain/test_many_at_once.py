"""Many people vote at once, in one program and in several, and some programs are killed."""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from threading import Barrier, Thread
from time import sleep
from typing import Any

import tests
from domain.act import Act
from domain.application import Governance
from domain.errors import NotOpen, RuleBroken
from domain.events import BallotCast, DecisionTaken, Event, VotingClosed
from domain.ids import PersonId
from domain.sealed import Sealed
from domain.voting.answers import Choice
from domain.voting.tally import ChoiceTally
from tests.domain.voter import person
from tests.domain.whole import must_be_served_as_recorded, must_be_whole, recorded
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    DEV,
    IDEA,
    JOB,
    MORNING,
    NO,
    YES,
    a_club,
    added,
    by,
    made,
    opened,
    taken,
)
from tests.scenario import governing, history, record

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


def crowd(folder: Path, number: int, **voting: Any) -> None:
    """A vote that so many people may take part in."""
    with governing(folder) as governance:
        electorate = [person(n) for n in range(number)]
        record(governance, [*a_club(), made(), opened(people=electorate, **voting)])


def ballots(governance: Governance) -> list[BallotCast]:
    return [event for event in history(governance) if isinstance(event, BallotCast)]


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
    crowd(tmp_path, 400)
    with (
        governing(tmp_path) as governance,
        voter(tmp_path, "yes", range(0, 400, 2)) as one,
        voter(tmp_path, "yes", range(1, 400, 2)) as other,
    ):
        closing = Thread(target=_close_after, args=(governance, 60))
        closing.start()
        said = vote_now([one, other])
        closing.join()
    answered = [line for line in said if line.endswith(" yes")]
    refused = [line for line in said if line.endswith(" Voting is over. This is decided.")]
    assert answered
    assert refused
    assert len(answered) + len(refused) == 400
    _must_count_exactly(tmp_path, len(answered))


def _close_after(governance: Governance, votes: int) -> None:
    start = governance.position()
    while governance.position() < start + votes:
        sleep(0.001)
    governance.close_voting(by(ASHA, datetime.now(UTC)), IDEA)


def _must_count_exactly(folder: Path, answered: int) -> None:
    with governing(folder) as governance:
        events = governance.events_of(IDEA)
        kinds = [type(event) for event in events]
        end = kinds.index(VotingClosed)
        assert kinds[end:] == [VotingClosed, DecisionTaken]
        assert kinds.count(BallotCast) == answered
        decision = events[-1]
        assert isinstance(decision, DecisionTaken)
        assert isinstance(decision.tally, ChoiceTally)
        assert decision.tally.yes == answered
    must_be_whole(folder)


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
            answered |= set(_killed_at(child, moments.uniform(0, 0.08)))
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


# ---- Threads of one program


def at_once(*work: Callable[[], None]) -> None:
    """Do all of this at the same moment, each in a thread; the first failure is raised here."""
    start, failures = Barrier(len(work)), list[BaseException]()

    def run(one: Callable[[], None]) -> None:
        try:
            start.wait()
            one()
        except BaseException as failure:  # noqa: BLE001 -- raised below, where pytest sees it
            failures.append(failure)

    threads = [Thread(target=run, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for failure in failures:
        raise failure


def test_a_person_who_presses_twice_at_once_is_counted_once(
    governance: Governance, tmp_path: Path
) -> None:
    record(governance, [*a_club(), made(), opened()])
    for people in (ASHA, BEN, CARA):
        at_once(*[lambda who=people: governance.cast_ballot(by(who), IDEA, YES)] * 4)
    assert [cast.voter for cast in ballots(governance)] == [ASHA, BEN, CARA]
    must_be_whole(tmp_path)


def test_a_job_that_two_people_reach_for_at_once_goes_to_one(governance: Governance) -> None:
    record(governance, [*a_club(), added()])
    got: list[PersonId] = []
    refused: list[str] = []

    def reach(who: PersonId) -> None:
        try:
            governance.take_task(by(who), JOB)
            got.append(who)
        except NotOpen as refusal:
            refused.append(str(refusal))

    at_once(*[lambda who=who: reach(who) for who in (ASHA, BEN, CARA)])
    assert len(got) == 1
    assert refused == ["Somebody has this job already. Ask them to give it to you."] * 2


def test_a_deadline_that_passes_while_people_vote_is_kept(tmp_path: Path) -> None:
    deadline = datetime.now(UTC) + timedelta(seconds=0.4)
    crowd(tmp_path, 4000, closes_at=deadline, at=MORNING)
    answered: list[int] = []
    with governing(tmp_path) as governance, governing(tmp_path) as other:

        def vote(program: Governance, numbers: Iterable[int]) -> None:
            for number in numbers:
                act = Act.now(person(number), datetime.now(UTC))
                try:
                    program.cast_ballot(act, IDEA, YES)
                except RuleBroken as refusal:
                    assert str(refusal) == "Voting is over. This is decided."  # noqa: PT017
                    return
                answered.append(number)

        at_once(
            lambda: vote(governance, range(0, 2000, 2)),
            lambda: vote(governance, range(1, 2000, 2)),
            lambda: vote(other, range(2000, 4000)),
        )
        sleep(max(0, (deadline - datetime.now(UTC)).total_seconds()))
        governance.settle_voting(IDEA, datetime.now(UTC))
        assert all(cast.recorded_at < deadline for cast in ballots(governance))
    _must_count_exactly(tmp_path, len(answered))


def test_people_who_do_everything_at_once_leave_a_whole_log(tmp_path: Path) -> None:
    people = [ASHA, BEN, CARA, DEV]
    with governing(tmp_path) as governance, governing(tmp_path) as other:
        past: list[Event] = [
            *a_club(*people),
            made(),
            opened(people=people),
            added(people=2),
            taken(ASHA),
        ]
        record(governance, past)
        at_once(
            *(
                lambda turn=turn: _do_anything(turn, (governance, other)[turn % 2], people)
                for turn in range(6)
            )
        )
        for program in (governance, other):
            must_be_served_as_recorded(program)
        voted = recorded(governance, IDEA).counted()
        assert isinstance(voted.tally, ChoiceTally)
        assert voted.tally.yes + voted.tally.no + voted.tally.objection + voted.tally.silent == 4
    must_be_whole(tmp_path)


def _do_anything(seed: int, program: Governance, people: Sequence[PersonId]) -> None:
    """Sixty acts, each by somebody else, each allowed or refused in a sentence."""
    dice = Random(seed)  # noqa: S311 -- the same every time
    for _ in range(60):
        who, whom = dice.choice(people), dice.choice(people)
        act = by(who, reason=Sealed.maybe(dice.choice(["", "Because"])))
        anything: list[Callable[[], object]] = [
            lambda: program.cast_ballot(act, IDEA, dice.choice([YES, NO, Choice.OBJECTION])),  # noqa: B023
            lambda: program.withdraw_ballot(act, IDEA),  # noqa: B023
            lambda: program.raise_objection(act, IDEA, "A worry"),  # noqa: B023
            lambda: program.take_task(act, JOB),  # noqa: B023
            lambda: program.offer_handover(act, JOB, whom, "Please"),  # noqa: B023
            lambda: program.accept_handover(act, JOB),  # noqa: B023
            lambda: program.decline_handover(act, JOB),  # noqa: B023
            lambda: program.lay_down_task(act, JOB),  # noqa: B023
        ]
        try:
            dice.choice(anything)()
        except RuleBroken as refusal:
            assert str(refusal).endswith(".")  # noqa: PT017


def test_two_programs_open_the_same_new_folder_at_once(tmp_path: Path) -> None:
    def begin() -> None:
        with governing(tmp_path) as governance:
            governance.register_person(by(ASHA), "Asha")

    at_once(*[begin] * 6)
    with governing(tmp_path) as governance:
        assert governance.position() == 6
    must_be_whole(tmp_path)
