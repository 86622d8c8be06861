"""What the tests of the pages ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.ids import PlanId
from tests.web.club import Club, club_in
from tests.web.looking_back import a_plan
from tests.web.past import PLANNED, Past, past_in
from tests.web.prompt import Prompt
from tests.web.story import STORY


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


@pytest.fixture
def prompt(tmp_path: Path) -> Prompt:
    """A prompt, and no data folder yet."""
    return Prompt(tmp_path)


@pytest.fixture
def planned(prompt: Prompt) -> Prompt:
    """A prompt in front of a club that decided, planned and shared its work."""
    prompt.type("import", prompt.file(*PLANNED))
    return prompt


@pytest.fixture
def told(prompt: Prompt) -> Prompt:
    """A prompt in front of a club with a story of some weeks."""
    prompt.type("import", prompt.file(*STORY))
    return prompt


@pytest.fixture
def plan(club: Club) -> PlanId:
    """A plan that said something else before."""
    return a_plan(club)
