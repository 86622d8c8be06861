"""What the tests of the read models ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.projections.club import Club, club_in
from tests.projections.year import Year, a_year


@pytest.fixture
def strangers(tmp_path: Path) -> Iterator[Club]:
    """Four people who have founded nothing yet."""
    with club_in(tmp_path) as club:
        yield club


@pytest.fixture
def club(strangers: Club) -> Club:
    """A film club that decides by majority."""
    return strangers.found()


@pytest.fixture
def year(strangers: Club) -> Year:
    """What a film club did in a year."""
    return a_year(strangers)
