"""Many people press at once in one program."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from threading import Barrier, Thread
from time import sleep

from domain.act import Act
from domain.application import Governance
from domain.errors import NotOpen, RuleBroken
from domain.events import Event
from domain.ids import PersonId
from domain.sealed import Sealed
from domain.voting.answers import Choice
from domain.voting.tally import ChoiceTally
from tests.domain.crowd import ballots, crowd, must_count_exactly, person
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
from tests.scenario import governing, record

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
    must_count_exactly(tmp_path, len(answered))


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
