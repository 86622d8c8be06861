"""What an import holds while it goes on: never all that its lines needed."""

import gc
from typing import Any

import pytest

from tests.web.past import CLUB, Past, cast, decided, opened
from web.history import importer
from web.history.taking import Taking

VOTES = [one for vote in "abcdefghij" for one in (opened(vote), cast("asha", proposal=vote))]


class Knot:
    """Something that knows itself, so that only the collector can tell that nobody needs it."""

    def __init__(self) -> None:
        self.itself = self


def test_what_lines_needed_is_let_go_of_while_others_are_taken_in(
    past: Past, monkeypatch: pytest.MonkeyPatch
) -> None:
    knots: list[int] = []
    stand = Taking.stand

    def tie(*told: Any) -> list[str]:
        Knot()
        knots.append(sum(isinstance(one, Knot) for one in gc.get_objects()))
        return stand(*told)

    monkeypatch.setattr(importer, "STEP", 5)
    monkeypatch.setattr(Taking, "stand", tie)
    report = past.take(*CLUB, *VOTES, decided("a"))
    assert (report.bad, len(knots)) == ([], report.written)
    assert max(knots) == 5
