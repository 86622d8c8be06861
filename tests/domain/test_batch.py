"""Many acts in one write: how a history is taken in."""

from pathlib import Path
from uuid import uuid4

import pytest

from domain.application import Governance
from domain.batch import Batch
from domain.errors import (
    LogBusy,
    NotFound,
)
from domain.ids import CommitteeId, ImportId, PersonId
from domain.vault import Vault
from tests.domain.mishaps import Crash, before_writing, crash, working_again
from tests.domain.whole import must_be_whole
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    IDEA,
    JOB,
    MAJORITY,
    NIGHT,
    NO,
    YES,
    a_club,
    added,
    by,
    cast,
    imported,
    laid_down,
    left,
    made,
    opened,
    taken,
    voter_dropped,
)
from tests.scenario import Answer, governing, history, record

RUN = ImportId(uuid4())


def since(governance: Governance, position: int) -> Answer:
    return Answer(history(governance, position))


# ---- Many acts in one write


def test_a_batch_is_written_at_its_end(governance: Governance, tmp_path: Path) -> None:
    with governance.batch():
        committee = governance.found_committee(by(ASHA), "Club night", MAJORITY)
        person = governance.register_person(by(ASHA), "Ben")
        governance.seat_person(by(ASHA), committee, person)
        assert governance.position() == 0
    assert governance.position() == 4
    with governing(tmp_path) as again:
        again.make_proposal(by(person), committee, "A DJ")


def test_a_batch_that_fails_is_not_written_at_all(governance: Governance) -> None:
    founded: list[CommitteeId] = []

    def interrupted() -> None:
        with governance.batch():
            founded.append(governance.found_committee(by(ASHA), "Club night", MAJORITY))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert governance.position() == 0
    with pytest.raises(NotFound):
        governance.adopt_rule(by(ASHA), founded[0], MAJORITY)


def test_a_batch_whose_write_fails_is_not_written_at_all(governance: Governance) -> None:
    record(governance, a_club())
    before_writing(governance, crash)
    with pytest.raises(Crash), governance.batch():
        proposal = governance.make_proposal(by(ASHA), CLUB, "A DJ")
    working_again(governance)
    with pytest.raises(NotFound):
        governance.withdraw_proposal(by(ASHA), proposal)
    governance.make_proposal(by(ASHA), CLUB, "A DJ")


def test_one_act_of_a_batch_may_be_refused_and_the_rest_stands(governance: Governance) -> None:
    record(governance, [*a_club(), made(), opened(), added(), taken(ASHA)])
    start = governance.position()
    with governance.batch():
        governance.cast_ballot(imported(BEN), IDEA, YES)
        with pytest.raises(NotFound):
            governance.leave_committee(imported(CARA), CLUB, CARA, proposals=[IDEA], tasks=[NIGHT])  # type: ignore[list-item]
        governance.cast_ballot(imported(CARA), IDEA, NO)
        governance.leave_committee(imported(ASHA), CLUB, ASHA, proposals=[IDEA], tasks=[JOB])
    since(governance, start).then(
        cast(BEN, YES), cast(CARA, NO), left(ASHA), voter_dropped(ASHA), laid_down(ASHA)
    )


def test_after_a_batch_acts_are_written_one_by_one_again(governance: Governance) -> None:
    with governance.batch():
        governance.register_person(by(ASHA), "Ben")
    governance.register_person(by(ASHA), "Cara")
    assert governance.position() == 2


def test_a_large_batch_is_written_in_several_parts(
    governance: Governance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("domain.batch.BATCH_EVENTS", 10)
    with governance.batch():
        for _ in range(25):
            governance.register_person(by(ASHA))
        assert governance.position() == 20
    assert governance.position() == 25


def test_a_batch_that_meets_another_writer_says_so(governance: Governance, tmp_path: Path) -> None:
    record(governance, [*a_club(), made(), opened()])
    with governing(tmp_path) as other:

        def taken_in() -> None:
            with governance.batch():
                governance.cast_ballot(imported(BEN), IDEA, YES)
                other.cast_ballot(by(CARA), IDEA, NO)

        with pytest.raises(LogBusy):
            taken_in()
        governance.cast_ballot(by(CARA), IDEA, NO)
    since(governance, governance.position() - 1).then(cast(CARA, NO))


# ---- All of it at once, line by line


def take_in(governance: Governance, batch: Batch, number: int, name: str = "Zo\u00eb") -> PersonId:
    """One line of a file: somebody becomes known, and the file has a name for them."""
    person = governance.register_person(imported(), name, ref=f"person {number}")
    batch.refer("person", "", f"person {number}", person)
    return person


def stand(batch: Batch, number: int) -> None:
    batch.line(b"line %d" % number, RUN, number)


def test_an_import_is_kept_whole_at_its_end(governance: Governance, tmp_path: Path) -> None:
    with governing(tmp_path) as other, governance.batch(at_once=True) as batch:
        for number in range(3):
            take_in(governance, batch, number)
            stand(batch, number)
        governance.flush(batch)
        assert batch.recorded == 3
        assert other.position() == 0
        assert other.vault.references() == []
    assert governance.position() == 3
    assert len(governance.vault.references("person")) == 3
    must_be_whole(tmp_path)


def test_an_import_that_stops_halfway_leaves_nothing(
    governance: Governance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("domain.batch.BATCH_EVENTS", 2)

    def stops() -> None:
        with governance.batch(at_once=True) as batch:
            for number in range(5):
                take_in(governance, batch, number)
                stand(batch, number)
            raise Crash

    with pytest.raises(Crash):
        stops()
    assert governance.position() == 0
    assert governance.vault.references() == []
    assert not governance.vault.is_imported(b"line 0")
    must_be_whole(tmp_path)
    governance.register_person(by(ASHA), "Asha")
    must_be_whole(tmp_path)


def test_an_import_whose_last_write_fails_leaves_nothing(
    governance: Governance, tmp_path: Path
) -> None:
    def fails() -> None:
        with governance.batch(at_once=True) as batch:
            take_in(governance, batch, 1)
            stand(batch, 1)
            before_writing(governance, crash)

    with pytest.raises(Crash):
        fails()
    working_again(governance)
    assert governance.position() == 0
    must_be_whole(tmp_path)


@pytest.mark.parametrize("events", [2, 100], ids=["in parts", "whole"])
def test_a_line_that_is_taken_back_leaves_nothing_and_the_others_stand(
    governance: Governance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, events: int
) -> None:
    monkeypatch.setattr("domain.batch.BATCH_EVENTS", events)
    record(governance, [*a_club(), made(), opened()])
    start = governance.position()
    with governance.batch(at_once=True) as batch:
        governance.cast_ballot(imported(ASHA), IDEA, YES)
        stand(batch, 1)
        governance.cast_ballot(imported(BEN), IDEA, NO)
        take_in(governance, batch, 2, "Nobody")
        batch.take_back()
        governance.cast_ballot(imported(CARA), IDEA, NO)
        stand(batch, 3)
        with pytest.raises(NotFound):
            governance.leave_committee(imported(CARA), CLUB, CARA, proposals=[IDEA], tasks=[NIGHT])  # type: ignore[list-item]
        batch.take_back()
        governance.cast_ballot(imported(BEN), IDEA, YES)
        stand(batch, 4)
    since(governance, start).then(cast(ASHA, YES), cast(CARA, NO), cast(BEN, YES))
    assert not governance.vault.references()
    assert not governance.vault.is_imported(b"line 2")
    must_be_whole(tmp_path)


def test_a_crash_between_the_two_files_leaves_nothing_of_an_import(
    governance: Governance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("domain.batch.BATCH_EVENTS", 2)
    with monkeypatch.context() as patch:
        patch.setattr(Vault, "take_back", lambda *_: None)

        def crashes() -> None:
            with governance.batch(at_once=True) as batch:
                for number in range(5):
                    take_in(governance, batch, number)
                    stand(batch, number)
                governance.flush(batch)
                governance.vault.database.connection.commit()
                raise Crash

        with pytest.raises(Crash):
            crashes()
    assert governance.position() == 0
    with governing(tmp_path) as again:
        assert again.vault.is_imported(b"line 4")
        assert again.sweep() == 1
        assert not again.vault.has_imported()
    must_be_whole(tmp_path)
