"""The bar that whoever waits at a terminal looks at."""

import pytest

from web.terminal.printing import progress


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")


def test_whoever_waits_sees_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Reading the log") as bar:
        bar(1_000, 5_000)
        bar(5_000, 5_000)
    shown = capsys.readouterr()
    assert "Reading the log" in shown.err
    assert "5000/5000" in shown.err
    assert shown.out == ""


def test_what_is_done_at_once_shows_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Reading the log") as bar:
        bar(12, 12)
    with progress("Taking in"):
        pass
    assert capsys.readouterr() == ("", "")
