"""Taking a history in: in order, once, and whole or not at all."""

import sqlite3
from pathlib import Path

import pytest

from domain import log, vault
from domain.errors import LogFull
from domain.events import BallotCast, Event, PersonRegistered
from tests.web.past import (
    A_YES,
    CLUB,
    NOW,
    Past,
    cast,
    decided,
    founded,
    joined,
    line,
    opened,
    past_in,
)
from web.history.importer import NotTaken, take_in

# ---- In order


def test_lines_are_taken_in_the_order_in_which_things_happened(past: Past) -> None:
    late = line("person.joined", "2026-05-03", committee="club", person="dev")
    vote = opened(at="2026-05-02T09:00")
    report = past.take(decided(at="2026-05-04"), late, cast("ben", at="2026-05-02"), vote, *CLUB)
    assert not report.bad
    times = [event.occurred_at for event in past.events()]
    assert times == sorted(times)


def test_lines_of_the_same_time_are_taken_as_they_stand(past: Past) -> None:
    past.take(*CLUB, opened(), cast("ben", "no"), cast("ben", "yes"), decided())
    assert past.services.decisions.register()[0].outcome.result == "adopted"


def test_several_files_are_one_history(past: Past) -> None:
    votes = past.file(cast("ben", at="2026-05-02"), decided(at="2026-05-03"), name="votes.jsonl")
    club = past.file(*CLUB, opened(), name="club.jsonl")
    report = take_in(past.services, [votes, club], NOW)
    assert (report.written, report.bad) == (7, [])


def test_empty_lines_and_remarks_are_passed_over(past: Past) -> None:
    report = past.take("", "# The club", *CLUB, "   ", "  # The end")
    assert (report.lines, report.written) == (4, 4)


@pytest.mark.parametrize("ends", [b"\r\n", b"\r", b"\n"])
def test_lines_end_as_they_do_on_any_computer(past: Past, ends: bytes) -> None:
    path = past.file(*CLUB)
    path.write_bytes(path.read_bytes().replace(b"\n", ends))
    assert take_in(past.services, [path], NOW).written == 4


def test_a_byte_order_mark_is_no_part_of_the_first_line(past: Past) -> None:
    path = past.file(*CLUB)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert take_in(past.services, [path], NOW).written == 4


def test_an_empty_file_is_an_empty_history(past: Past) -> None:
    report = past.take()
    assert (report.lines, report.written, report.bad) == (0, 0, [])


def test_names_in_every_script_are_kept_as_they_are(past: Past) -> None:
    people = ("Çağıl Uluşahin", "李小龍", "سارة", "Ὀδυσσεύς", "🐙")
    past.take(founded(), *(joined(name) for name in people), opened(title="Où ? 何?"))
    assert [past.said(event.ref) for event in past.events(PersonRegistered)] == list(people)


def test_a_name_is_the_same_however_its_letters_are_put_together(past: Past) -> None:
    report = past.take(founded(), joined("Zo\u00eb"), opened(), cast("Zoe\u0308"))
    assert (report.bad, report.warnings) == ([], [])


# ---- Once


def test_the_same_lines_again_add_nothing(past: Past) -> None:
    past.take(*A_YES)
    before = past.position
    report = past.take(*A_YES)
    assert (report.written, report.already, past.position) == (0, len(A_YES), before)


def test_a_line_is_the_same_in_whatever_order_its_keys_stand(past: Past) -> None:
    past.take(*CLUB)
    turned = [dict(reversed(said.items())) for said in CLUB]
    assert past.take(*turned).already == len(CLUB)


def test_the_same_line_twice_in_one_file_is_taken_once(past: Past) -> None:
    report = past.take(*CLUB, *CLUB)
    assert (report.written, report.already) == (4, 4)


def test_a_line_may_say_itself_what_tells_it_again(past: Past) -> None:
    past.take(*CLUB, opened(), cast("ben", "yes", id="b-1"))
    report = past.take(cast("ben", "yes", id="b-1", note="with a note now"), cast("ben", id="b-2"))
    assert (report.already, report.written) == (1, 1)


def test_two_lines_cannot_share_what_tells_them_again(past: Past) -> None:
    why = past.why(*CLUB, opened(), cast("ben", id="1"), cast("asha", id="1"))
    assert why == "Another line here has the id “1” and says other things."


def test_a_file_that_grows_adds_what_is_new(past: Past) -> None:
    past.take(*CLUB, opened(), cast("ben"))
    report = past.take(*CLUB, opened(), cast("ben"), cast("asha"), decided())
    assert (report.already, report.written, report.bad) == (6, 2, [])
    assert past.services.decisions.register()[0].proposal == past.ref("proposal", "dj")


def test_what_a_later_file_tells_too_late_is_refused(past: Past) -> None:
    past.take(*CLUB, opened(at="2026-05-05"))
    why = past.why(cast("ben", at="2026-05-04"))
    assert "before the last thing that is recorded here" in why


# ---- Whole or not at all


def test_every_bad_line_is_told_with_its_number_its_kind_and_why(past: Past) -> None:
    report = past.take(*CLUB, "{", cast("ben"), line("ballot.lost"), opened())
    assert [(one.line, one.kind) for one in report.bad] == [
        (5, ""), (6, "ballot.cast"), (7, "ballot.lost"),
    ]  # fmt: skip
    assert past.position == 0
    assert not past.services.governance.vault.references()


def test_the_good_lines_can_be_taken_without_the_bad_ones(past: Past) -> None:
    report = past.take(*CLUB, cast("ben"), opened(), cast("asha"), skip_bad=True)
    assert (report.written, [one.line for one in report.bad]) == (6, [5])
    assert [event.voter for event in past.events(BallotCast)] == [past.ref("person", "asha")]


def test_nothing_of_a_bad_line_is_left_behind(past: Past) -> None:
    """A vote by a rule that cannot be counted leaves no proposal and makes nobody known."""
    bad = opened("food", person="zoe", options=[{"option": "a"}, {"option": "b"}],
                 rule={"method": "irv", "seats_to_fill": 2})  # fmt: skip
    report = past.take(*CLUB, opened(), bad, cast("ben"), decided(), skip_bad=True)
    assert (len(report.bad), report.warnings) == (1, [])
    assert past.topics().count("proposal-made") == 1
    assert len(past.events(PersonRegistered)) == 3
    assert past.services.decisions.register()[0].outcome.result == "adopted"
    assert not past.services.governance.vault.named("proposal", "food")


def test_what_was_refused_can_come_again_once_it_is_mended(past: Past) -> None:
    past.take(*CLUB, cast("ben"), skip_bad=True)
    assert past.take(opened(), cast("ben"), decided()).bad == []


def test_pages_see_what_was_taken_in(past: Past) -> None:
    past.take(*A_YES)
    (seen,) = past.services.decisions.register()
    assert (seen.title, seen.outcome.result, seen.entitled) == ("About dj", "adopted", 3)


@pytest.mark.parametrize("full", ["log.db", "private.db"])
def test_on_a_full_disk_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full: str
) -> None:
    people = [joined(f"p{number}", name="x" * 500) for number in range(500)]
    connect = log.connect

    def small(path: str, lock_timeout: int | None) -> sqlite3.Connection:
        connection = connect(path, lock_timeout)
        connection.execute("PRAGMA max_page_count=40")
        return connection

    if full == "log.db":
        monkeypatch.setattr(log, "connect", small)
    else:
        monkeypatch.setattr(vault, "PRAGMAS", (*vault.PRAGMAS, "max_page_count=40"))
    with past_in(tmp_path) as past, pytest.raises(LogFull, match="no room left"):
        past.take(founded(), *people)
    monkeypatch.undo()
    with past_in(tmp_path) as past:
        assert past.position == 0
        assert not past.services.governance.vault.references()
        assert past.take(founded(), *people).written == 501


def test_a_refused_history_can_be_told_as_an_error(past: Past) -> None:
    with pytest.raises(NotTaken, match="Nothing was written"):
        take_in(past.services, [past.file("{")], NOW)


def test_every_event_names_its_import_and_its_line(past: Past) -> None:
    past.take("# A remark", *A_YES)
    events: list[Event] = past.events()
    sources = [event.source for event in events if event.source]
    assert len({source.run for source in sources}) == 1
    assert len(sources) == len(events)
    assert [source.line for source in sources] == sorted(source.line for source in sources)
    assert sources[0].line == 2


def test_what_lies_ahead_is_taken_in_and_told(past: Past) -> None:
    report = past.take(founded(at="2126-05-01"))
    assert [one.why for one in report.warnings] == ["This lies ahead of us."]
