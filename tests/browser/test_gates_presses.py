"""Nobody is kept out by something that is hard to hit or to know."""

import pytest

from tests.browser.gates import Found, told

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1200)]


def test_whatever_is_pressed_is_large_and_has_words_and_a_picture(found: list[Found]) -> None:
    assert told({one.name: one.plain for one in found}) == []
