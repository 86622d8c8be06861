"""A story of the four behind the pages, with whoever sits there at a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from domain.ids import CommitteeId
from tests.web.club import Club, Hands
from web import create_app
from web.demo.stories import STORIES, fill
from web.services import Services
from web.settings import Settings

AFTERWARDS = datetime(2025, 12, 10, 9, 30, tzinfo=UTC)
"""A few days after the twelfth night."""


@contextmanager
def story_in(folder: Path, story: str) -> Iterator[Club]:
    """The club of this story, as its pages show it."""
    services, clock = Services.open(folder), Hands(AFTERWARDS)
    here: CommitteeId = fill(services.governance, STORIES[story])
    people = {one.name: one.person for one in services.directory.members(here)}
    app = create_app(services, Settings(folder), clock=clock)
    yield Club(services, app, clock, people, here)
    services.close()
