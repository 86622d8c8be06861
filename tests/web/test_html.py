"""Every page is HTML as the standard has it, so that no browser has to guess."""

from pathlib import Path

import pytest

from tests.browser.design.preview import draw
from tests.web.every_page import Seen
from tests.web.page_parts import Parts, unlike
from tests.web.well_formed import faults, ids_amiss

pytestmark = pytest.mark.timeout(400)
"""Ten readers meet every page first, which takes a while."""


def test_no_page_is_written_in_a_way_that_a_browser_has_to_mend(every_page: list[Seen]) -> None:
    some = [*unlike((one.page, one.parts, one) for one in every_page)]
    assert len(some) > 50
    assert [f"{one.page}: {what}" for one in some for what in faults(one.html)] == []


def test_every_id_stands_once_and_whatever_points_to_one_finds_it(every_page: list[Seen]) -> None:
    assert [f"{one.page}: {what}" for one in every_page for what in ids_amiss(one.html)] == []


def test_the_drawn_pages_are_as_well_written(tmp_path: Path) -> None:
    draw(tmp_path)
    drawn = {one.stem: one.read_text() for one in tmp_path.glob("*.html")}
    some = [*unlike(("drawn", Parts(html), (name, html)) for name, html in drawn.items())]
    assert [f"{name}: {what}" for name, html in some for what in faults(html)] == []
    assert [f"{name}: {what}" for name, html in drawn.items() for what in ids_amiss(html)] == []


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<main><div></main>", "end-tag"),
        ("<p>One<div>Two</div></p>", "unexpected-end-tag"),
        ('<img alt="" alt="">', "duplicate-attribute"),
        ("<table><div></div></table>", "table"),
        ("<ul><p>One</p></ul>", "ul holds p"),
        ("<span><div></div></span>", "span holds div"),
        ('<a href="/"><button>Go</button></a>', "a holds button"),
        ('<button><b><a href="/">Go</a></b></button>', "button holds a"),
        ('<input id="one" name="one"><label for="two">One</label>', "the field one has no label"),
    ],
)
def test_what_is_badly_written_is_found(html: str, told: str) -> None:
    page = '<!doctype html><html lang="en"><head><title>A</title></head><body>{}</body></html>'
    assert [*faults(page.format("<label>One <input name='one'></label>"))] == []
    assert any(told in fault for fault in faults(page.format(html)))


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<p id="a">One</p><p id="a">Two</p>', "the id a stands 2 times"),
        ('<p id="a b">One</p>', "is no id"),
        ('<p aria-describedby="a b" id="a">One</p>', "points to b"),
        ('<a href="#main">On</a>', "points to main"),
    ],
)
def test_an_id_that_is_amiss_is_found(html: str, told: str) -> None:
    assert any(told in one for one in ids_amiss(html))
