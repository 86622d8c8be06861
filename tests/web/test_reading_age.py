"""Whoever reads like a child of nine can read every page: by grade, and by long sentences.

What people wrote themselves does not count, and is never held against them. To tell it from the
program's words, each of their words in ``private.db`` gets a mark before the pages are looked at.
"""

from collections import defaultdict
from collections.abc import Callable

import pytest

from tests.web.club import Club
from tests.web.every_page import Seen
from tests.web.readers import READERS
from tests.web.reading_age import (
    ENOUGH_WORDS,
    HIGHEST,
    MANY_WORDS,
    TOO_MANY_WORDS,
    grade,
    length,
    marked,
    number_of_words,
    sentences,
)

pytestmark = pytest.mark.timeout(600)
"""Ten readers meet every page first, which takes a while."""

NOT_A_PAGE = {"static", "pages.health", "why.rule"}
"""For machines; and the rule, which leads on to its entry."""


def by_page(every_page: list[Seen]) -> dict[str, list[list[str]]]:
    """Page -> the sentences of each time that it was seen."""
    pages: dict[str, list[list[str]]] = defaultdict(list)
    for one in every_page:
        pages[one.page].append(sentences(one.parts.lines))
    return pages


def hardest(times: list[list[str]]) -> float | None:
    """The highest grade among long enough pages; else that of all of them together."""
    together = list(dict.fromkeys(one for time in times for one in time))
    enough = [time for time in (*times, together) if number_of_words(time) >= ENOUGH_WORDS]
    return max(map(grade, enough), default=None)


def test_every_page_is_found_by_following_links(every_page: list[Seen], club: Club) -> None:
    rules = club.app.url_map.iter_rules()
    routes = {rule.endpoint for rule in rules if "GET" in (rule.methods or ())}
    assert routes - {one.page for one in every_page} == NOT_A_PAGE, "who finds no page reads none"
    assert {one.reader for one in every_page} == set(READERS)


def test_nobody_meets_a_page_that_broke(every_page: list[Seen]) -> None:
    assert [(one.reader, one.page, one.path) for one in every_page if one.status >= 500] == []


def test_every_page_can_be_read_at_nine(
    every_page: list[Seen], told_at_the_end: Callable[[str], None]
) -> None:
    grades = {page: hardest(times) for page, times in sorted(by_page(every_page).items())}
    longest = {
        page: max((one for time in times for one in time), key=length, default="")
        for page, times in by_page(every_page).items()
    }
    for page, found in grades.items():
        told = "   –" if found is None else f"{found:4.1f}"
        print(f"{page:28} grade {told}  longest {length(longest[page]):2}: {longest[page]}")
    highest = max(found for found in grades.values() if found is not None)
    most = max(map(length, longest.values()))
    told_at_the_end(
        f"{len(every_page)} pages: grade {highest:.1f} at most, sentences of {most} words at most"
    )
    assert {page: found for page, found in grades.items() if found and found > HIGHEST} == {}


def test_no_sentence_is_long(every_page: list[Seen]) -> None:
    every = {one for times in by_page(every_page).values() for time in times for one in time}
    for one in sorted(every, key=length):
        if length(one) > MANY_WORDS:
            print(f"rather long, {length(one)}: {one}")
    assert sorted(one for one in every if length(one) > TOO_MANY_WORDS) == []


def test_hard_words_and_long_sentences_are_found() -> None:
    hard = ["The committee's constitution necessitates unanimous ratification of expenditure."]
    assert grade(hard) > HIGHEST
    assert length("one two three four five") == 5
    assert grade(["The cat sat.", "We said yes."]) < HIGHEST


def test_what_people_wrote_does_not_count() -> None:
    name, hard = marked('{"name": "Asha"}'), marked("constitutional necessitation")
    assert "\\u2060Asha" in name
    assert number_of_words([f"Ben’s idea: {hard} is here"]) == 4
    assert length(f"We said “{hard}” now") == 4
    assert sentences([hard, hard.upper()]) == []
