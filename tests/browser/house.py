"""``hands serve`` on an empty folder, as it is typed, and a screen for each who comes in."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import screen

HANDS = (sys.executable, "-u", "-m", "web.cli")
HANDS_THEN = (sys.executable, "-u", "-m", "tests.browser.hands_then")


def hands(*typed: str) -> str:
    """What one command says."""
    done = subprocess.run([*HANDS, *typed], capture_output=True, text=True, check=True)
    return done.stdout


class Screen:
    """What one person sees, and what they press."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def says(self, *words: str) -> None:
        for one in words:
            expect(self.page.get_by_role("main")).to_contain_text(one)

    def says_not(self, *words: str) -> None:
        for one in words:
            expect(self.page.get_by_role("main")).not_to_contain_text(one)

    def link(self, words: str) -> None:
        self.page.get_by_role("link", name=words, exact=True).first.click()

    def button(self, words: str) -> None:
        self.page.get_by_role("button", name=words, exact=True).first.click()

    def place(self, word: str) -> None:
        self.page.get_by_role("navigation", name="Places").get_by_role("link", name=word).click()

    def people(self) -> None:
        self.place("Now")
        self.link("Who we are")

    def fill(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)

    def pick(self, group: str, words: str) -> None:
        self.page.get_by_role("group", name=group).get_by_label(words).first.check()

    def pick_first(self, group: str) -> None:
        self.page.get_by_role("group", name=group).get_by_role("radio").first.check()

    def answer(self, value: str) -> None:
        group = self.page.get_by_role("group", name="Pick one answer")
        group.locator(f"[value={value}]").click()

    def unfold(self, words: str) -> None:
        self.page.get_by_text(words, exact=True).first.click()

    def tiles(self) -> set[tuple[str, str]]:
        """How each person voted, as the tiles say it, when all of the page is there."""
        self.page.wait_for_load_state()
        found = self.page.get_by_role("main").locator(".tiles li").all_inner_texts()
        lines = [[line.strip() for line in one.splitlines() if line.strip()] for one in found]
        return {(words[-2], words[-1]) for words in lines}


@dataclass
class House:
    """The server, and who is in."""

    folder: Path
    address: str
    first_link: str
    clock: Path
    browser: Browser
    javascript: bool
    closing: ExitStack = field(default_factory=ExitStack)

    def turn_clock(self, moment: str) -> None:
        """Let time pass, for everybody."""
        self.clock.write_text(moment)

    def screen(self, link: str) -> Screen:
        """A screen of its own, on which a link is opened."""
        page = self.closing.enter_context(
            screen(self.browser, self.address, javascript=self.javascript)
        )
        page.goto(link)
        return Screen(page, self.address)


@contextmanager
def house(folder: Path, begins: str, browser: Browser, *, javascript: bool) -> Iterator[House]:
    """The house on an empty folder, from this moment on, until the block ends."""
    clock = folder.with_name("clock")
    clock.write_text(begins)
    typed = [*HANDS_THEN, str(clock), "serve", "--port", "0", "--data", str(folder)]
    server = subprocess.Popen(typed, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    try:
        found = re.search(r"http://\S+", server.stdout.readline())
        server.stdout.readline()
        first = re.search(r"http://\S+", server.stdout.readline())
        assert found
        assert first
        with ExitStack() as closing:
            yield House(folder, found[0], first[0], clock, browser, javascript, closing)
    finally:
        server.terminate()
        server.communicate(timeout=20)
