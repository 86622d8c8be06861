"""A page offers what its reader may do: no link and no button leads to a refusal."""

import pytest

from tests.web.every_page import LAST, Seen
from tests.web.readers import SEATED, TURNED_AWAY

pytestmark = pytest.mark.timeout(400)
"""Ten readers meet every page first, which takes a while."""


@pytest.mark.parametrize("name", SEATED)
def test_nobody_is_offered_what_is_not_theirs(every_page: list[Seen], name: str) -> None:
    met = [one for one in every_page if one.reader == name and one.page not in LAST]
    assert len(met) > 100
    assert [f"{one.page} {one.path}" for one in met if was_turned_away(one)] == []


def was_turned_away(page: Seen) -> bool:
    said = " ".join(page.parts.lines)
    return page.status == 403 and any(words in said for words in TURNED_AWAY)


def test_whoever_is_turned_away_is_found(every_page: list[Seen]) -> None:
    assert any(was_turned_away(one) for one in every_page if one.reader == "Eve")
