from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.projections.power.night import Night, night_in


@pytest.fixture
def night(tmp_path: Path) -> Iterator[Night]:
    with night_in(tmp_path) as it:
        yield it
