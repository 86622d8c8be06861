"""Nobody is kept out by a small screen, by large words, or by more space between them."""

import pytest

from tests.browser.gates import Found, told

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1200)]


def test_every_page_fits_a_small_screen_with_the_largest_words(found: list[Found]) -> None:
    assert told({one.name: one.wide for one in found}) == []


def test_nothing_is_lost_when_somebody_gives_the_words_more_space(found: list[Found]) -> None:
    assert told({one.name: one.lost for one in found}) == []
