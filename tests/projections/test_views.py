"""The read models are level with the log and with it alone; their file can be deleted any time."""

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import OperationalError
from threading import Barrier, Thread
from typing import ClassVar

import pytest

import projections.views
from domain.errors import LogUnreadable, NotFound
from domain.events import BallotCast, ProposalMade
from domain.ids import PersonId
from projections.audit import Audit
from projections.decisions import Decisions
from projections.naming import Naming
from projections.read_model import ReadModel, Rows, on, question
from projections.views import Views
from tests.facts import NO, YES
from tests.projections.answers import answers, asked, questions
from tests.projections.club import Club
from tests.projections.tables import places, tables
from tests.projections.year import Year, a_year
from web.services import READ_MODELS


@pytest.fixture
def year(strangers: Club) -> Year:
    return a_year(strangers)


@pytest.fixture
def other(club: Club, tmp_path: Path) -> Iterator[Views]:
    """A second reader of the same log, with a file of its own."""
    views = Views(tmp_path / "other.db", club.governance, READ_MODELS)
    yield views
    views.close()


class Ballots(ReadModel):
    """Counts ballots."""

    NAME = "ballots"
    TABLES: ClassVar[dict[str, str]] = {"seen_ballot": "(position INTEGER PRIMARY KEY)"}

    @on(BallotCast)
    def cast(self, _: BallotCast, position: int, rows: Rows) -> None:
        rows["seen_ballot"].append((position,))

    @question
    def number(self) -> int:
        found = self.row("SELECT COUNT(*) FROM seen_ballot")
        return found[0] if found else 0


class Recounted(Ballots):
    """Counts ballots that are not the first event of their stream, by tables of another shape."""

    VERSION = 2
    TABLES: ClassVar[dict[str, str]] = {"seen_ballot": "(position INTEGER PRIMARY KEY, twice INT)"}

    @on(BallotCast)
    def cast(self, _: BallotCast, position: int, rows: Rows) -> None:
        rows["seen_ballot"].append((position, 2 * position))


# ---- The same answers


def test_everything_that_can_be_asked_is_asked_here(year: Year) -> None:
    names = {ask.__qualname__ for ask, _ in asked(year.club.views, year.club.now)}
    assert names >= questions(year.club.views)


def test_a_deleted_file_comes_back_with_the_same_answers(year: Year, tmp_path: Path) -> None:
    club = year.club
    before, rows = answers(club.views, club.now), tables(tmp_path / "views.db")
    (tmp_path / "views.db").unlink()
    assert answers(club.views, club.now) == before
    assert tables(tmp_path / "views.db") == rows


def test_reading_on_in_one_step_or_in_many_comes_to_the_same(
    year: Year, other: Views, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    club = year.club
    whole = answers(club.views, club.now)
    monkeypatch.setattr(projections.views, "EVENTS_AT_ONCE", 1)
    steps: list[tuple[int, int]] = []
    taken = other.catch_up(lambda done, end: steps.append((done, end)))
    last = club.governance.position()
    assert taken == last
    assert steps == [(step, last) for step in range(1, last + 1)]
    assert answers(other, club.now) == whole
    assert tables(tmp_path / "other.db") == tables(tmp_path / "views.db")


def test_a_rebuild_tells_how_far_it_is_and_changes_nothing(year: Year, tmp_path: Path) -> None:
    club = year.club
    before, rows = answers(club.views, club.now), tables(tmp_path / "views.db")
    steps: list[tuple[int, int]] = []
    last = club.governance.position()
    assert club.views.rebuild(lambda done, end: steps.append((done, end))) == last
    assert steps == [(last, last)]
    assert answers(club.views, club.now) == before
    assert tables(tmp_path / "views.db") == rows


def test_who_is_level_with_the_log_reads_nothing(year: Year) -> None:
    year.club.views.catch_up()
    assert year.club.views.catch_up() == 0


def test_an_empty_log_has_answers(tmp_path: Path, strangers: Club) -> None:
    assert strangers.directory.committees() == []
    assert strangers.decisions.register() == []
    assert places(tmp_path / "views.db")["decisions"] == 4


# ---- New and changed read models


def test_a_new_read_model_reads_from_the_beginning_while_the_others_stay(
    club: Club, tmp_path: Path
) -> None:
    club.decide()
    club.views.catch_up()
    rows = tables(tmp_path / "views.db")
    club.views.close()
    views = Views(tmp_path / "views.db", club.governance, [*READ_MODELS, Ballots])
    assert views.of(Ballots).number() == 3
    grown = dict(tables(tmp_path / "views.db"))
    assert len(grown.pop("seen_ballot")) == 3
    assert {**grown, "place": rows["place"]} == rows
    assert set(places(tmp_path / "views.db").values()) == {club.governance.position()}
    views.close()


def test_a_read_model_of_a_new_version_is_read_anew_while_the_others_stay(
    club: Club, tmp_path: Path
) -> None:
    club.decide()
    old = Views(tmp_path / "old.db", club.governance, [*READ_MODELS, Ballots])
    assert old.of(Ballots).number() == 3
    old.close()
    new = Views(tmp_path / "old.db", club.governance, [*READ_MODELS, Recounted])
    assert new.of(Recounted).number() == 3
    found = tables(tmp_path / "old.db")
    assert all(twice == 2 * position for position, twice in found["seen_ballot"])
    assert len(found["ballot"]) == 3
    new.close()


def test_a_read_model_that_was_left_out_for_a_while_has_no_gap(club: Club, tmp_path: Path) -> None:
    for kinds in ([Naming, Ballots], [Naming], [Naming, Ballots]):
        club.decide()
        views = Views(tmp_path / "some.db", club.governance, kinds)
        assert views.of(Naming).name(club.ben) == "Ben"
        if Ballots in kinds:
            expected = len([e for e in club.audit.log() if e.topic == BallotCast.TOPIC])
            assert views.of(Ballots).number() == expected
        views.close()


def test_two_versions_of_the_program_do_not_mislead_each_other(club: Club, tmp_path: Path) -> None:
    older = Views(tmp_path / "both.db", club.governance, [Naming, Ballots])
    newer = Views(tmp_path / "both.db", club.governance, [Naming, Recounted])
    for number in (3, 6):
        club.decide()
        assert older.of(Ballots).number() == number
        assert newer.of(Recounted).number() == number
    older.close()
    newer.close()


# ---- A log that cannot be read, a disk that is full


def spoil(club: Club, topic: str) -> None:
    """Put an event into the log that no program knows."""
    recorder = club.governance.recorder
    with recorder.datastore.transaction(commit=True) as cursor:
        cursor.execute(
            "INSERT INTO stored_events VALUES (?, ?, 1, ?, ?)",
            (club.governance.position() + 1, "00" * 16, topic, b"{}"),
        )


def test_an_unknown_event_stops_the_reading_and_nothing_is_half_told(
    club: Club, tmp_path: Path
) -> None:
    club.views.catch_up()
    before = tables(tmp_path / "views.db")
    club.decide()
    spoil(club, "committee.moon-landed")
    with pytest.raises(LogUnreadable, match=r"committee\.moon-landed.*Nothing was changed") as told:
        club.decisions.register()
    assert str(told.value).startswith("The log holds an event that this program cannot read")
    assert tables(tmp_path / "views.db") == before


def test_an_unknown_event_is_not_passed_over_in_an_empty_file(club: Club, tmp_path: Path) -> None:
    spoil(club, "committee.moon-landed")
    with pytest.raises(LogUnreadable):
        club.views.rebuild()
    assert set(places(tmp_path / "views.db").values()) == {0}


def test_a_full_disk_leaves_places_and_tables_in_step(club: Club, tmp_path: Path) -> None:
    club.views.catch_up()
    before = tables(tmp_path / "views.db")
    idea = club.open()
    with club.governance.batch():
        for turn in range(400):
            club.vote(idea, NO if turn % 2 else YES)
    pages = club.views.connection.execute("PRAGMA page_count").fetchone()[0]
    club.views.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(OperationalError, match="full"):
        club.seen(idea)
    assert tables(tmp_path / "views.db") == before
    club.views.connection.execute("PRAGMA max_page_count = 100000")
    assert len(club.seen(idea).ballots) == 400


def test_a_refusal_within_a_question_is_not_taken_for_damage(club: Club, tmp_path: Path) -> None:
    inode = (tmp_path / "views.db").stat().st_ino if club.audit.log() else 0

    class Refuses(ReadModel):
        NAME = "refuses"
        TABLES: ClassVar[dict[str, str]] = {}

        @question
        def refuse(self) -> None:
            raise NotFound("There is no such thing.")

    views = Views(tmp_path / "views.db", club.governance, [*READ_MODELS, Refuses])
    with pytest.raises(NotFound):
        views.of(Refuses).refuse()
    assert (tmp_path / "views.db").stat().st_ino == inode
    views.close()


# ---- What people rely on


def test_everybody_sees_their_own_press_at_once(club: Club) -> None:
    ideas = [club.idea(f"Idea {number}") for number in range(3)]
    for idea in ideas:
        club.governance.open_voting(club.by(club.asha), idea)
    start, missed = Barrier(3), list[str]()

    def press(person: PersonId) -> None:
        start.wait()
        for turn in range(6):
            for idea in ideas:
                answer = NO if turn % 2 else YES
                club.governance.cast_ballot(club.by(person), idea, answer)
                mine = club.seen(idea).ballot_of(person)
                if mine is None or mine.answer is not answer:
                    missed.append(f"{turn}: {mine}")

    threads = [Thread(target=press, args=[person]) for person in club.people[:3]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert missed == []
    assert [len(club.seen(idea).ballots) for idea in ideas] == [18, 18, 18]


def test_nobodys_name_and_nobodys_words_lie_in_the_file(year: Year, tmp_path: Path) -> None:
    club = year.club
    club.governance.register_person(club.by(club.asha), ref="e-smith")
    club.views.catch_up()
    lies = b"".join(path.read_bytes() for path in tmp_path.glob("views.db*"))
    with club.governance.vault.database.reading() as private:
        kept = [words for (words,) in private.execute("SELECT words FROM sealed_text")]
    long_enough = [words for words in kept if len(words) > 4]
    assert len(long_enough) > 20
    for words in ("Devika", "e-smith", *long_enough):
        assert words.encode() not in lies, words


def test_a_question_within_a_question_sees_the_same_moment(club: Club, tmp_path: Path) -> None:
    class Twice(ReadModel):
        """Asks, lets something happen, and asks again."""

        NAME = "twice"
        TABLES: ClassVar[dict[str, str]] = {"made": "(position INTEGER PRIMARY KEY)"}

        @on(ProposalMade)
        def made(self, _: ProposalMade, position: int, rows: Rows) -> None:
            rows["made"].append((position,))

        @question
        def number(self) -> int:
            return len(self.rows("SELECT position FROM made"))

        @question
        def before_and_after(self) -> tuple[int, int]:
            before = self.number()
            club.idea()
            club.views.catch_up()
            return before, self.number()

    views = Views(tmp_path / "twice.db", club.governance, [Naming, Audit, Decisions, Twice])
    assert views.of(Twice).before_and_after() == (0, 0)
    assert views.of(Twice).number() == 1
    views.close()
