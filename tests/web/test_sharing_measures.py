"""Every number of the audit has its place on a page, under one of the questions."""

from collections import Counter

from tests.projections.power.stories import audited
from web.seen.sharing import QUESTIONS, RECORD


def test_every_number_stands_under_one_question() -> None:
    said = audited("shared")
    counted = {one.id for one in (*said.gates, *said.measures)}
    placed = Counter(name for asked in (*QUESTIONS, RECORD) for name in asked.measures)
    assert counted - placed.keys() == set()
    assert {name for name, many in placed.items() if many > 1} == set()
