"""What the program notes when something breaks."""

import logging
from io import StringIO

import pytest

from tests.web.club import Club
from web.discreet import Discreet
from web.signin import Link, SignIn


def test_what_breaks_is_noted_without_the_link_and_without_words(
    club: Club, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "the bar is too loud"

    def broken(*_: object) -> Link:
        raise RuntimeError(words)

    monkeypatch.setattr(SignIn, "link", broken)
    noted = StringIO()
    handler = logging.StreamHandler(noted)
    handler.setFormatter(Discreet("%(message)s"))
    logging.getLogger().addHandler(handler)
    answer = club.visitor().get("/enter/the-secret-of-a-link")
    logging.getLogger().removeHandler(handler)
    assert answer.status_code == 500
    assert "Exception on /enter/… [GET]" in noted.getvalue()
    assert noted.getvalue().rstrip().endswith("RuntimeError")
    assert "in broken" in noted.getvalue()
    assert "the-secret" not in noted.getvalue()
    assert words not in noted.getvalue()


def test_a_persons_page_is_noted_by_its_name_alone() -> None:
    told = Discreet("%(message)s").format(
        logging.LogRecord(
            "x", 20, "f", 1, "Exception while serving %s", ("/enter/abc-_1?a=b",), None
        )
    )
    assert told == "Exception while serving /enter/…"
