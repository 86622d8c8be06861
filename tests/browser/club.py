"""The demonstration, served by the real server to a real browser, at a time that stands still."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page

from domain.ids import PersonId
from web import create_app
from web.demo import fill
from web.serve import listen
from web.services import Services
from web.settings import Settings
from web.signin import SignIn

NOW = datetime(2026, 6, 3, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Club:
    """Where the pages are, and how to make a link for somebody."""

    services: Services
    address: str
    people: dict[str, PersonId]
    now: datetime = NOW

    def link(self, name: str | None, role: str | None = None) -> str:
        person = self.people[name] if name else None
        token, _ = SignIn(self.services.governance.vault).make_link(person, NOW, role)
        return f"{self.address}/enter/{token}"

    def enter(self, page: Page, name: str) -> None:
        page.goto(self.link(name))
        page.get_by_role("button", name="Yes, this is me").click()


def told(services: Services) -> dict[str, PersonId]:
    """The demonstration, and nothing else."""
    return dict(fill(services.governance, NOW))


@contextmanager
def serving(folder: Path, tell: Callable[[Services], dict[str, PersonId]] = told) -> Iterator[Club]:
    """The demonstration in this folder, or what else is told, until the block ends."""
    services = Services.open(folder)
    people = tell(services)
    settings = Settings(folder, port=0)
    server, address = listen(create_app(services, settings, clock=lambda: NOW), settings)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield Club(services, address, people)
    finally:
        server.stop()
        thread.join()
        services.close()
