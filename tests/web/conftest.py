"""What the tests of the pages ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.club import Club, club_in
from tests.web.past import Past, past_in


@pytest.fixture
def club(tmp_path: Path) -> Iterator[Club]:
    """A club whose pages are open."""
    with club_in(tmp_path) as it:
        yield it


@pytest.fixture
def past(tmp_path: Path) -> Iterator[Past]:
    """An empty log, and files of history to take into it."""
    with past_in(tmp_path) as it:
        yield it
