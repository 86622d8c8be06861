"""What a page asks for: little, and nothing from elsewhere."""

from collections.abc import Callable

import pytest

from tests.browser.gates import Found, told
from web.zipped import LEVEL

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1200)]

HEAVIEST = 100_000


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
