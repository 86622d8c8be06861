"""The read models' file is lost, cut or spoilt while pages are served: the next page is right."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.web.club import A_WORRY, YES, Club, Visitor, words

SIGNED = re.compile(r'name="csrf_token" value="[^"]+"')


def delete(views: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        Path(f"{views}{ending}").unlink(missing_ok=True)


def delete_only_the_file(views: Path) -> None:
    views.unlink()


def cut(views: Path) -> None:
    with views.open("r+b") as file:
        file.truncate(700)


def empty(views: Path) -> None:
    views.write_bytes(b"")


def spoil(views: Path) -> None:
    views.write_bytes(b"not a database at all" * 400)


def spoil_the_middle(views: Path) -> None:
    with views.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 4096)


LOSSES: list[Callable[[Path], None]] = [
    delete,
    delete_only_the_file,
    cut,
    empty,
    spoil,
    spoil_the_middle,
]


def a_busy_club(club: Club) -> list[str]:
    """A club with one of everything, and the addresses of all its pages."""
    plan, cited = club.plan(), club.reason("DJ Sam plays")
    line = club.does.write_line(club.act("Ben"), plan, "Music", "DJ Sam", authority=cited)
    job = club.job("Open the door", "Ben", people=2)
    club.does.offer_handover(club.act("Ben"), job, club.people["Cara"], "Please")
    vote, idea = club.vote("A quiet room"), club.idea("A poster")
    club.cast(vote, Cara=YES, Dev=A_WORRY)
    decided = [seen.proposal for seen in club.services.decisions.register(club.here)]
    return [
        *("/", "/?all=1", "/plan/", "/plan/new", "/jobs/", "/jobs/?by=person", "/jobs/new"),
        *("/why/", "/why/?only=yes", "/why/record", "/why/record?before=9", "/people/", "/help"),
        *("/look", "/credits", "/people/leave", "/people/committees", "/ideas/new"),
        *(f"/ideas/{one}" for one in (vote, idea, *decided)),
        *(f"/why/{one}" for one in (vote, idea, *decided)),
        *(f"/ideas/{vote}{more}" for more in ("?change=1", "/worries", "/questions", "/made")),
        *(f"/ideas/{idea}{more}" for more in ("/words", "/staying-out")),
        *(f"/jobs/{job}{more}" for more in ("", "/give", "/offer", "/not-needed")),
        *(f"/plan/{plan}{more}" for more in ("", "/lines/new", f"/lines/{line}/out")),
        f"/why/record/{job}/1",
    ]


def bytes_of(visitor: Visitor, paths: list[str]) -> dict[str, str]:
    """Every page as it is sent, but for the signature with which each form is dated."""
    found = {}
    for path in paths:
        answer = visitor.get(path)
        assert answer.status_code == 200, path
        found[path] = SIGNED.sub("", answer.text)
    return found


def test_every_page_is_the_same_again_when_the_file_was_deleted(club: Club, tmp_path: Path) -> None:
    paths, ben = a_busy_club(club), club.enter("Ben")
    before = bytes_of(ben, paths)
    delete(tmp_path / "views.db")
    assert bytes_of(ben, paths) == before


@pytest.mark.parametrize("lose", LOSSES)
def test_the_next_page_is_right_whatever_became_of_the_file(
    club: Club, tmp_path: Path, lose: Callable[[Path], None]
) -> None:
    paths, ben = a_busy_club(club), club.enter("Ben")
    before = bytes_of(ben, paths[:12])
    for _ in range(2):
        lose(tmp_path / "views.db")
        assert bytes_of(ben, paths[:12]) == before


@pytest.mark.parametrize("lose", LOSSES)
def test_a_press_right_after_the_loss_counts_and_is_seen(
    club: Club, tmp_path: Path, lose: Callable[[Path], None]
) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    ben.get("/")
    lose(tmp_path / "views.db")
    assert "You said YES" in words(ben.press(f"/ideas/{idea}/ballots", answer="yes"))
