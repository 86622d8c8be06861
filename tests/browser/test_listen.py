"""Listen reads a page aloud. There is no voice here, so a stand-in notes what it is told."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.club import Club
from tests.browser.conftest import screen

pytestmark = pytest.mark.browser

VOICES = """(voices) => {
  const told = [], heard = new EventTarget();
  let waiting = null;
  Object.assign(heard, {
    getVoices: () => voices,
    speak: (said) => { told.push([said.text, said.lang]); waiting = said; },
    cancel: () => { const was = waiting; waiting = null; if (was) was.onerror(); },
  });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  Object.defineProperty(window, "speechSynthesis", { value: heard });
  window.told = told;
  window.say = () => { const was = waiting; waiting = null; if (was) was.onend(); };
  window.getVoice = () => {
    voices.push({ name: "Asha" });
    heard.dispatchEvent(new Event("voiceschanged"));
  };
}"""


@pytest.fixture
def bare(browser: Browser, club: Club) -> Iterator[Page]:
    with screen(browser, club.address, javascript=True) as page:
        yield page


def with_voices(page: Page, number: int) -> None:
    voices = [{"name": "Voice"}] * number
    page.add_init_script(f"({VOICES})({voices})")


def heard(page: Page) -> list[str]:
    """All that is read after a press, to the end."""
    for _ in range(500):
        page.evaluate("window.say()")
    told: list[tuple[str, str]] = page.evaluate("window.told")
    assert {lang for _, lang in told} == {"en-GB"}
    return [text for text, _ in told]


def button(page: Page, word: str) -> Any:
    return page.get_by_role("banner").get_by_role("button", name=word, exact=True)


def test_it_reads_the_main_part_of_the_page_from_the_top_to_the_end(bare: Page, club: Club) -> None:
    with_voices(bare, 1)
    club.enter(bare, "Asha")
    button(bare, "Listen").click()
    told = heard(bare)
    assert told[:2] == ["Hello Asha", "It is Wednesday 3 June."]
    assert "Vote now We buy a light for the dance floor" in told
    assert told[-1] == "Who we are"
    assert not {"Plan", "Get help", "A"} & set(told), "neither places, nor foot, nor what is drawn"
    expect(button(bare, "Listen")).to_be_visible()


def test_a_second_press_stops_it_and_a_third_begins_again(bare: Page, club: Club) -> None:
    with_voices(bare, 1)
    club.enter(bare, "Asha")
    button(bare, "Listen").click()
    bare.evaluate("window.say()")
    button(bare, "Stop").click()
    assert len(bare.evaluate("window.told")) == 2
    bare.evaluate("window.say()")
    assert len(bare.evaluate("window.told")) == 2, "nothing more is said"
    button(bare, "Listen").click()
    assert bare.evaluate("window.told")[2][0] == "Hello Asha"


def test_it_is_on_every_place_and_for_somebody_who_is_not_signed_in(bare: Page, club: Club) -> None:
    with_voices(bare, 1)
    bare.goto(club.address)
    expect(button(bare, "Listen")).to_be_visible()
    club.enter(bare, "Ben")
    for path in ("/plan/", "/jobs/", "/why/", "/help", "/practice/", "/nowhere"):
        bare.goto(club.address + path)
        button(bare, "Listen").click()
        assert len(heard(bare)) > 3, path


def test_a_long_text_that_is_folded_is_read_only_when_it_is_open(bare: Page, club: Club) -> None:
    with_voices(bare, 1)
    club.enter(bare, "Asha")
    bare.goto(f"{club.address}/why/")
    bare.get_by_role("link", name="Why? DJ Sam plays for us").click()
    button(bare, "Listen").click()
    assert "What the log holds about this" not in heard(bare)
    bare.get_by_text("Show the record").click()
    button(bare, "Listen").click()
    assert "What the log holds about this" in heard(bare)


def test_where_there_is_no_voice_there_is_no_button_until_one_comes(bare: Page, club: Club) -> None:
    with_voices(bare, 0)
    club.enter(bare, "Asha")
    expect(button(bare, "Listen")).to_be_hidden()
    bare.evaluate("window.getVoice()")
    expect(button(bare, "Listen")).to_be_visible()


def test_nothing_is_offered_that_does_not_work(page: Page, club: Club) -> None:
    club.enter(page, "Asha")
    expect(page.locator("#listen")).to_be_hidden()
