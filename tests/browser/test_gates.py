"""Nobody is kept out: what axe-core finds, what a page weighs, and whom it talks to.

Each page is opened once, and all gates look at what was noted then.
"""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser

from tests.browser.design.preview import draw, serve
from tests.browser.gates import HOW, Found, Gates, invented, met
from tests.web.every_page import Seen
from tests.web.page_parts import unlike
from web.zipped import LEVEL

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1200)]

HEAVIEST = 100_000


@pytest.fixture(scope="module")
def found(
    browser: Browser, every_page: list[Seen], tmp_path_factory: pytest.TempPathFactory
) -> list[Found]:
    began, drawn = monotonic(), tmp_path_factory.mktemp("drawn")
    draw(drawn)
    home = serve(drawn)
    context = browser.new_context(reduced_motion="reduce")
    gates = Gates(context.new_page(), home)
    real, made_up = met(every_page, home), invented(drawn, home)
    looked = [gates.look(sheet) for sheet in unlike(real + made_up)]
    context.close()
    number = len(real) + len(made_up)
    print(f"{len(looked)} of {number} pages looked at in {monotonic() - began:.0f} s")
    return looked


BAD = """<!doctype html><html lang="en"><title>Bad</title><main><h1>Bad</h1>
<img src="https://elsewhere.example/a.png" alt="A"><script>document.title = "ran"</script>
<div style="width: 900px">Wide</div>
<div class="cut">Cut off once it is spaced</div><link rel="stylesheet" href="bad.css">
<p><font color="#bbbbbb" size="900">Pale</font></p>
<button></button><table width="900"><tr><td>Wide</td></tr></table></main></html>"""


def test_a_page_on_which_everything_is_wrong_passes_no_gate(
    browser: Browser, tmp_path: Path
) -> None:
    (tmp_path / "bad.html").write_text(BAD)
    (tmp_path / "bad.css").write_text(".cut { width: 200px; height: 24px; overflow: hidden }")
    home, context = serve(tmp_path), browser.new_context()
    (sheet,) = unlike(invented(tmp_path, home))
    bad = Gates(context.new_page(), home).look(sheet)
    context.close()
    assert any("elsewhere.example" in one for one in bad.barred), "the policy lets it through"
    assert bad.wide == [*HOW.values()]
    assert any("Cut off" in one for one in bad.lost)
    assert any("no picture" in one for one in bad.plain)
    assert any("no words" in one for one in bad.plain)
    assert any("color-contrast" in one for one in bad.axe)
    assert any("script" in one for one in bad.barred)
    assert any("style" in one for one in bad.barred)


def told(found: dict[str, list[str]]) -> list[str]:
    """One line for each thing that was found."""
    lines = [f"{name}: {one}" for name, several in found.items() for one in several]
    print(*lines, sep="\n")
    return lines


def test_axe_finds_nothing_by_day_and_night_on_a_phone_and_a_screen(found: list[Found]) -> None:
    assert told({one.name: one.axe for one in found}) == []


def test_every_page_fits_a_small_screen_with_the_largest_words(found: list[Found]) -> None:
    assert told({one.name: one.wide for one in found}) == []


def test_nothing_is_lost_when_somebody_gives_the_words_more_space(found: list[Found]) -> None:
    assert told({one.name: one.lost for one in found}) == []


def test_whatever_is_pressed_is_large_and_has_words_and_a_picture(found: list[Found]) -> None:
    assert told({one.name: one.plain for one in found}) == []


def test_no_page_asks_for_anything_from_elsewhere(found: list[Found]) -> None:
    assert told({one.name: one.elsewhere for one in found}) == []


def test_no_page_has_anything_that_its_own_policy_bars(found: list[Found]) -> None:
    assert told({one.name: one.barred for one in found}) == []


def test_a_first_page_weighs_less_than_a_small_picture(
    found: list[Found], told_at_the_end: Callable[[str], None]
) -> None:
    heavy = sorted(found, key=lambda one: -one.weight)
    for one in heavy:
        print(f"{one.weight:6} bytes, {len(one.asked)} requests: {one.name}")
    told_at_the_end(
        f"{heavy[0].weight} bytes for a first page at most, {heavy[-1].weight} at least, "
        f"as gzip -{LEVEL}"
    )
    assert all(len(one.asked) > 2 for one in found), "the page came without its letters"
    assert [one.name for one in heavy if one.weight >= HEAVIEST] == []
