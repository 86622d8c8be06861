"""Nobody is kept out: what axe-core finds, and that all gates find what is wrong."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.design.preview import serve
from tests.browser.gates import HOW, Found, invented, look, told
from tests.web.page_parts import unlike

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1200)]

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
    home = serve(tmp_path)
    (bad,) = look(browser, home, [*unlike(invented(tmp_path, home))])
    assert any("elsewhere.example" in one for one in bad.barred), "the policy lets it through"
    assert bad.wide == [*HOW.values()]
    assert any("Cut off" in one for one in bad.lost)
    assert any("no picture" in one for one in bad.plain)
    assert any("no words" in one for one in bad.plain)
    assert any("color-contrast" in one for one in bad.axe)
    assert any("script" in one for one in bad.barred)
    assert any("style" in one for one in bad.barred)


def test_axe_finds_nothing_by_day_and_night_on_a_phone_and_a_screen(found: list[Found]) -> None:
    assert told({one.name: one.axe for one in found}) == []
