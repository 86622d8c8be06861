import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.errors import LogBusy, LogFull
from tests.web.club import YES, Club, club_in, words


def fail_with(club: Club, monkeypatch: pytest.MonkeyPatch, problem: Exception) -> None:
    """From here on, nothing can be written to the log."""

    def refuse(*_: object, **__: object) -> None:
        raise problem

    monkeypatch.setattr(club.does.recorder, "_append", refuse)


@pytest.mark.parametrize(
    "problem",
    [
        OSError(28, "No space left on device"),
        sqlite3.OperationalError("database or disk is full"),
        LogFull("There is no more room on the disk."),
    ],
)
def test_a_full_disk_is_said_in_a_sentence_and_nothing_is_half_written(
    club: Club, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    token = ben.token()
    with monkeypatch.context() as broken:
        fail_with(club, broken, problem)

        def press() -> None:
            form = {"csrf_token": token, "answer": "yes"}
            answer = ben.client.post(f"/ideas/{idea}/ballots", data=form)
            assert answer.status_code == 507
            assert "There is no more room" in words(answer)
            assert "Traceback" not in answer.text

        assert club.written(press) == []
    assert ben.post(f"/ideas/{idea}/ballots", answer="yes").status_code == 303


def test_a_busy_log_says_to_try_again(club: Club, monkeypatch: pytest.MonkeyPatch) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    token = ben.token()
    fail_with(club, monkeypatch, LogBusy("Many people are writing at once."))
    form = {"csrf_token": token, "answer": "yes"}
    answer = ben.client.post(f"/ideas/{idea}/ballots", data=form)
    assert answer.status_code == 503
    assert "Many people are writing at once." in words(answer)


def test_what_breaks_shows_no_inner_parts(club: Club, monkeypatch: pytest.MonkeyPatch) -> None:
    ben = club.enter("Ben")
    monkeypatch.setattr(type(club.services.plans), "ahead", lambda *_: 1 / 0)
    answer = ben.get("/plan/")
    assert answer.status_code == 500
    assert "Something broke It is not your mistake." in words(answer)
    assert "ZeroDivisionError" not in answer.text
    assert "Ben" not in words(answer)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/wp-login.php", 404), ("PUT", "/", 405), ("GET", "/ideas/not-an-id", 404)],
)
def test_what_is_no_page_of_ours_is_said_so(
    club: Club, method: str, path: str, status: int
) -> None:
    answer = club.visitor().client.open(path, method=method)
    if method == "PUT":
        assert answer.status_code in (400, 403, status)
    else:
        assert answer.status_code == status
        assert "This page is not here" in words(answer)


def test_a_form_of_a_million_letters_is_refused(club: Club) -> None:
    ben = club.enter("Ben")
    answer = ben.post("/ideas/", title="x", text="y" * 2_000_000)
    assert answer.status_code == 413
    assert "I did not understand that" in words(answer)


def test_a_text_that_is_too_long_is_not_understood(club: Club) -> None:
    ben = club.enter("Ben")
    assert club.written(lambda: ben.post("/ideas/", title="x" * 201)) == []
    assert ben.post("/ideas/", title="x" * 201).status_code == 400


@pytest.mark.parametrize("words_", ["a\x00b", "\ud800", "\x1b[31m", "\u202eevil"])
def test_letters_that_break_things_break_nothing(club: Club, words_: str) -> None:
    ben = club.enter("Ben")
    body = f"csrf_token={ben.token()}&title=".encode() + words_.encode("utf-8", "surrogatepass")
    answer = ben.client.post("/ideas/", data=body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in (303, 400)
    assert ben.get("/why/").status_code == 200
    assert ben.get("/why/record").status_code == 200


def test_a_private_file_that_is_spoilt_is_said_in_a_sentence(club: Club, tmp_path: Path) -> None:
    ben = club.enter("Ben")
    club.does.vault.close()
    (tmp_path / "private.db").write_bytes(b"not a database at all" * 400)
    for path in ("/", "/enter", "/help"):
        answer = ben.get(path)
        assert answer.status_code == 500
        assert "A file of this program cannot be read or written." in words(answer)
        assert "Traceback" not in answer.text


# ---- A log that this program cannot read


@pytest.fixture
def strange(tmp_path: Path) -> Iterator[Club]:
    """A club into whose log a newer program has written."""
    with club_in(tmp_path) as club:
        club.vote("DJ Sam")
        with sqlite3.connect(tmp_path / "log.db") as log:
            log.execute(
                "INSERT INTO stored_events (originator_id, originator_version, topic, state) "
                "VALUES (?, 1, 'committee.tea-was-made', '{}')",
                ("ab" * 16,),
            )
        log.close()
        yield club


def test_an_event_of_a_newer_program_is_said_in_a_sentence(strange: Club) -> None:
    visitor = strange.visitor()
    for path in ("/", "/enter", "/help", "/why/record"):
        answer = visitor.get(path)
        assert answer.status_code == 500
        page = words(answer)
        assert "The log holds an event that this program cannot read" in page
        assert "committee.tea-was-made" in page
        assert "Use the newest version of the program" in page
        assert "Traceback" not in answer.text


def test_the_rest_goes_on_after_a_refusal(club: Club) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    assert ben.post(f"/ideas/{idea}/closing").status_code == 403
    club.cast(idea, Cara=YES)
    assert ben.post(f"/ideas/{idea}/ballots", answer="yes").status_code == 303
