"""``private.db``: words lie there before their event is written, and can be forgotten after."""

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from domain.application import Governance
from domain.batch import Batch
from domain.errors import LogBusy
from domain.events import ObjectionRaised
from domain.ids import ImportId
from domain.sealed import Sealed
from domain.values import event_id
from domain.vault import Keepsakes, Vault
from tests.domain.mishaps import (
    Crash,
    after_writing,
    before_writing,
    crash,
    power_cut,
    working_again,
)
from tests.facts import ASHA, BEN, CLUB, IDEA, JOB, a_club, by, imported, made, opened
from tests.scenario import governing, history, record

RUN = ImportId(uuid4())
SOMETHING_SECRET = "Xylophone lessons on Tuesday. " * 400


@pytest.fixture
def club(governance: Governance) -> Governance:
    """A club that votes."""
    record(governance, [*a_club(), made(), opened()])
    return governance


def texts(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "private.db")) as connection:
        return [words for (words,) in connection.execute("SELECT words FROM sealed_text")]


def count(folder: Path, table: str) -> int:
    with closing(sqlite3.connect(folder / "private.db")) as connection:
        (rows,) = connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()  # noqa: S608
        return int(rows)


def worries(governance: Governance) -> list[ObjectionRaised]:
    return [event for event in history(governance) if isinstance(event, ObjectionRaised)]


# ---- The order of writing


def test_words_lie_in_the_vault_before_their_event_is_written(
    club: Governance, tmp_path: Path
) -> None:
    seen: list[list[str]] = []
    before_writing(club, lambda: seen.append(texts(tmp_path)))
    club.raise_objection(by(BEN), IDEA, "The stairs are steep")
    assert seen == [["The stairs are steep"]]


def test_a_ballot_without_words_does_not_touch_the_vault(club: Governance, tmp_path: Path) -> None:
    before = (tmp_path / "private.db").read_bytes()
    club.withdraw_ballot(by(BEN), IDEA)
    club.raise_objection(by(BEN), IDEA)
    assert (tmp_path / "private.db").read_bytes() == before


def test_words_of_an_act_that_failed_are_taken_back(club: Governance, tmp_path: Path) -> None:
    before_writing(club, crash)
    with pytest.raises(Crash):
        club.raise_objection(by(BEN), IDEA, SOMETHING_SECRET)
    assert texts(tmp_path) == []
    assert count(tmp_path, "unconfirmed_write") == 0


def test_words_of_an_act_that_was_refused_never_lie_there(club: Governance, tmp_path: Path) -> None:
    with pytest.raises(Exception, match="There is no such worry"):
        club.answer_objection(by(BEN), IDEA, IDEA, SOMETHING_SECRET)  # type: ignore[arg-type]
    assert texts(tmp_path) == []


def test_an_event_that_was_written_after_all_keeps_its_words(club: Governance) -> None:
    after_writing(club, crash)
    with pytest.raises(Crash):
        club.raise_objection(by(BEN), IDEA, "The stairs are steep")
    (worry,) = worries(club)
    assert list(club.vault.words([worry.words]).values()) == ["The stairs are steep"]


# ---- After a crash


def test_words_that_a_crash_left_without_their_event_are_swept_away(
    club: Governance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    power_cut(club, monkeypatch)
    with pytest.raises(Crash):
        club.raise_objection(by(BEN), IDEA, SOMETHING_SECRET)
    assert texts(tmp_path) == [SOMETHING_SECRET]
    with governing(tmp_path) as again:
        assert again.sweep() == 1
        assert again.sweep() == 0
    assert texts(tmp_path) == []
    assert b"Xylophone" not in (tmp_path / "private.db").read_bytes()


def test_words_with_their_event_are_not_swept_away(club: Governance, tmp_path: Path) -> None:
    club.raise_objection(by(BEN), IDEA, "The stairs are steep")
    with governing(tmp_path) as again:
        assert again.sweep() == 0
        assert texts(tmp_path) == ["The stairs are steep"]
        again.raise_objection(by(ASHA), IDEA, "And dark")
        assert again.sweep() == 0
    assert len(texts(tmp_path)) == 2


def test_only_the_crashed_write_is_swept_away_though_others_wrote_since(
    club: Governance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        power_cut(club, patch)
        with pytest.raises(Crash):
            club.raise_objection(by(BEN), IDEA, SOMETHING_SECRET)
    with governing(tmp_path) as again:
        again.raise_objection(by(ASHA), IDEA, "The stairs are steep")
        assert again.sweep() == 1
    assert texts(tmp_path) == ["The stairs are steep"]


def test_a_crash_in_the_middle_of_an_import_leaves_no_names_behind(
    club: Governance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    power_cut(club, monkeypatch)
    with pytest.raises(Crash), club.batch() as batch:
        take_in(club, batch)
    assert count(tmp_path, "reference") == 1
    with governing(tmp_path) as again:
        assert again.sweep() == 1
        assert not again.vault.is_imported(b"line 1")
    assert count(tmp_path, "reference") == count(tmp_path, "imported_line") == 0
    assert texts(tmp_path) == []


def take_in(club: Governance, batch: Batch) -> None:
    person = club.register_person(imported(), "Zoë Ångström", ref="zoe")
    batch.refer("person", "", "zoe", person)
    batch.line(b"line 1", RUN, 1)


def test_words_that_cannot_be_taken_back_at_once_are_swept_away_later(
    club: Governance, tmp_path: Path
) -> None:
    def nobody_can_write_any_more() -> None:
        club.vault.database.connection.execute("PRAGMA query_only = ON")
        raise Crash

    before_writing(club, nobody_can_write_any_more)
    with pytest.raises(Crash):
        club.raise_objection(by(BEN), IDEA, SOMETHING_SECRET)
    working_again(club)
    club.vault.database.connection.execute("PRAGMA query_only = OFF")
    club.raise_objection(by(ASHA), IDEA, "The stairs are steep")
    assert len(texts(tmp_path)) == 2
    assert club.sweep() == 1
    assert texts(tmp_path) == ["The stairs are steep"]


def test_only_the_last_write_of_a_program_is_in_doubt(club: Governance, tmp_path: Path) -> None:
    for turn in range(5):
        club.raise_objection(by(BEN), IDEA, f"Worry {turn}")
    assert count(tmp_path, "unconfirmed_write") == 1
    assert club.sweep() == 0
    assert count(tmp_path, "unconfirmed_write") == 0


# ---- Two programs at the same place of a stream


def test_words_of_the_one_who_wrote_first_stay_when_the_other_gives_way(
    club: Governance, tmp_path: Path
) -> None:
    with governing(tmp_path) as other:

        def the_other_is_faster() -> None:
            working_again(club)
            other.raise_objection(by(ASHA), IDEA, "Of Asha")

        before_writing(club, the_other_is_faster)
        club.raise_objection(by(BEN), IDEA, "Of Ben")
    seals = [worry.words for worry in worries(club)]
    words = club.vault.words(seals)
    assert [words[str(seal)] for seal in seals] == ["Of Asha", "Of Ben"]


def test_words_of_the_one_who_wrote_first_stay_when_the_other_crashes(
    club: Governance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with governing(tmp_path) as other:

        def the_other_is_faster() -> None:
            other.raise_objection(by(ASHA), IDEA, "Of Asha")
            raise Crash

        before_writing(club, the_other_is_faster)
        with monkeypatch.context() as patch:
            patch.setattr(Vault, "take_back", lambda *_: None)
            with pytest.raises(Crash):
                club.raise_objection(by(BEN), IDEA, "Of Ben")
    with governing(tmp_path) as again:
        assert again.sweep() == 1
    assert texts(tmp_path) == ["Of Asha"]


# ---- Forgetting


def test_forgetting_leaves_the_log_as_it_is_and_nothing_to_read(
    club: Governance, tmp_path: Path
) -> None:
    club.raise_objection(by(BEN), IDEA, SOMETHING_SECRET)
    club.raise_objection(by(ASHA), IDEA, "The stairs are steep")
    seal = worries(club)[0].words
    log = (history(club), (tmp_path / "log.db").read_bytes())
    with club.vault.database.writing() as connection:
        connection.execute("DELETE FROM sealed_text WHERE seal = ?", (seal,))
    assert (history(club), (tmp_path / "log.db").read_bytes()) == log
    assert club.vault.words([seal]) == {}
    for file in tmp_path.iterdir():
        assert b"Xylophone" not in file.read_bytes(), file
    assert texts(tmp_path) == ["The stairs are steep"]


def test_the_vault_keeps_no_second_copy_of_what_it_forgets(governance: Governance) -> None:
    connection = governance.vault.database.connection
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


# ---- Asking


def test_words_are_found_by_their_seals(governance: Governance) -> None:
    vault = governance.vault
    seals = [Sealed.of(f"word {number}") for number in range(1200)]
    vault.keep(Keepsakes(seals=seals), event_id(CLUB, 1), seals[0])
    assert vault.words([*seals, None, Sealed("0" * 64)]) == {seal: seal.words for seal in seals}
    assert vault.words([]) == {}


def test_things_are_found_by_the_names_that_files_use(club: Governance) -> None:
    with club.batch() as batch:
        person = club.register_person(imported(), "Zoë", ref="zoe")
        batch.refer("person", "", "zoe", person)
        batch.refer("task", CLUB.hex, "speakers", JOB)
        batch.refer("task", "another", "speakers", IDEA)
        batch.line(b"line 1", RUN, 1)
    vault = club.vault
    assert vault.named("person", "zoe") == [person]
    assert set(vault.named("task", "speakers")) == {JOB, IDEA}
    assert vault.named("person", "speakers") == []
    assert {reference.id for reference in vault.references("task")} == {JOB, IDEA}
    assert len(vault.references()) == 3
    assert vault.names_of([person, JOB, CLUB]) == {person: "zoe", JOB: "speakers"}
    assert vault.is_imported(b"line 1")
    assert not vault.is_imported(b"line 2")


def test_whoever_holds_the_vault_too_long_is_said_so(
    club: Governance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("domain.database.BUSY_SECONDS", 0.05)
    position = club.position()
    with governing(tmp_path) as impatient, club.vault.database.writing():
        with pytest.raises(LogBusy, match="Nothing was saved"):
            impatient.raise_objection(by(BEN), IDEA, "The stairs are steep")
        impatient.withdraw_proposal(by(BEN), IDEA)
    assert club.position() == position + 1
    assert history(club)[-1].event_id == event_id(IDEA, 3)
