"""What tests of more than one part ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.application import Governance
from tests.scenario import governing


@pytest.fixture
def governance(tmp_path: Path) -> Iterator[Governance]:
    """The program on an empty folder."""
    with governing(tmp_path) as program:
        yield program
