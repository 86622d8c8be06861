"""A real browser on the real server; without a Chromium these tests say so and are left out."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, Page, Response

from tests.browser.chromium import NONE_HERE, chromium, find
from tests.browser.club import Club, serving
from tests.browser.design.preview import draw, serve
from tests.browser.gates import Found, invented, look, met
from tests.shared_work import done_together
from tests.web.every_page import Seen
from tests.web.page_parts import unlike

REFUSED = "the server responded with a status of 4"


def _is_missing(answer: Response) -> bool:
    """A picture or a letter that is not there; a page may well be refused."""
    return not answer.ok and answer.status >= 400 and answer.request.resource_type != "document"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all walks."""
    if find() is None:
        pytest.skip(NONE_HERE)
    with chromium() as it:
        yield it


SHARES = 32
"""So many parts the pages are looked at in: processes that look together end together."""


@pytest.fixture(scope="session")
def found(
    browser: Browser,
    every_page: list[Seen],
    together: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> list[Found]:
    """What each page does in the browser: opened once, and all gates look at what was noted."""
    began, drawn = monotonic(), tmp_path_factory.mktemp("drawn")
    draw(drawn)
    home = serve(drawn)
    pages = met(every_page, home) + invented(drawn, home)
    sheets = [*unlike(pages)]
    shares = {str(n): partial(look, browser, home, sheets[n::SHARES]) for n in range(SHARES)}
    looked = [one for some in done_together(together / "gates", shares) for one in some]
    print(f"{len(looked)} of {len(pages)} pages looked at in {monotonic() - began:.0f} s")
    return looked


@pytest.fixture
def club(tmp_path: Path) -> Iterator[Club]:
    """The demonstration, served afresh."""
    with serving(tmp_path) as it:
        yield it


@contextmanager
def screen(browser: Browser, address: str, *, javascript: bool) -> Iterator[Page]:
    """One person's screen. Nothing on it may complain, or reach for anything but our server."""
    complaints: list[str] = []
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=javascript
    )
    context.set_default_timeout(10_000)
    it = context.new_page()
    it.on("console", lambda said: None if REFUSED in said.text else complaints.append(said.text))
    it.on("response", lambda answer: complaints.append(answer.url) if _is_missing(answer) else None)
    it.on("pageerror", lambda error: complaints.append(str(error)))
    it.on(
        "request",
        lambda sent: (
            None if sent.url.startswith(address) else complaints.append(f"asks {sent.url}")
        ),
    )
    yield it
    context.close()
    assert complaints == []


@pytest.fixture(params=[True, False], ids=["with-javascript", "without-javascript"])
def javascript(request: pytest.FixtureRequest) -> bool:
    """Whether pages may run their scripts; everything works either way."""
    return bool(request.param)


@pytest.fixture
def page(browser: Browser, club: Club, *, javascript: bool) -> Iterator[Page]:
    """The screen of one person of the demonstration."""
    with screen(browser, club.address, javascript=javascript) as it:
        yield it
