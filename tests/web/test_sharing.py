"""Is power shared? Five questions, each with a picture, a table, and the events behind it."""

import re
from collections.abc import Iterator

import pytest

from tests.projections.power.stories import audited
from tests.web.club import Club, words
from tests.web.told_stories import story_in
from web.seen.sharing import QUESTIONS, RECORD


@pytest.fixture(scope="module")
def takeover(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Club]:
    with story_in(tmp_path_factory.mktemp("takeover"), "takeover") as it:
        yield it


def section(club: Club, key: str, metric: str) -> str:
    """One measure on the page of its question."""
    page = club.enter("Ben").get(f"/why/sharing/{key}").text
    found = re.search(rf'(?s)<section[^>]* id="{metric}">.*?</section>', page)
    assert found
    return found[0]


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def test_every_question_and_every_number_opens(takeover: Club) -> None:
    ben, said = takeover.enter("Ben"), audited("takeover")
    for one in (*QUESTIONS, RECORD):
        assert ben.get(f"/why/sharing/{one.key}").status_code == 200, one.key
    for measure in (*said.gates, *said.measures):
        answer = ben.get(f"/why/sharing/numbers/{measure.id}")
        assert answer.status_code == 200, measure.id
        assert measure.question in words(answer)
    assert ben.get("/why/sharing/nothing").status_code == 404
    assert ben.get("/why/sharing/numbers/C99").status_code == 404


def test_each_choice_is_a_square_that_leads_to_how_it_came_about(takeover: Club) -> None:
    strip = section(takeover, "deciding", "C1").partition("The same as a table")
    links = re.findall(r'href="(/why/[0-9a-f-]{36})"', strip[0])
    assert len(links) == len({*links}) == 40
    assert takeover.enter("Ben").get(links[0]).status_code == 200
    assert strip[0].count(">S</text>") == 21 + 1, "staff alone, and once to say what it means"
    rows = re.findall(r"<tr>.*?</tr>", strip[2].partition("</table>")[0])
    assert sum("staff alone" in row for row in rows) == 21


def test_who_began_it_by_who_decided_it_is_a_table_with_a_dot_for_each_choice(
    takeover: Club,
) -> None:
    table = section(takeover, "ideas", "B7")
    cells = re.findall(r"<b>(\d+)</b>", table)
    assert cells == ["3", "9", "0", "0", "7", "21"]
    assert table.count("<circle") == 40


def test_what_staff_took_over_unasked_is_a_broken_arrow(takeover: Club) -> None:
    jobs = section(takeover, "jobs", "E5")
    assert "line dashed" in jobs
    assert "From members to staff, nobody asked them (the broken line) 18" in plain(jobs)


def test_each_step_in_stands_on_a_line_of_two_weeks(takeover: Club) -> None:
    stepped = plain(section(takeover, "stopping", "C8"))
    assert stepped.count("Did they say why? No") == 2
    assert stepped.count("Did we look at it? Not yet") == 2


def test_the_sign_of_the_gap_is_said_in_words(takeover: Club) -> None:
    assert "7 days: staff knew first" in plain(section(takeover, "knowing", "F1"))


def test_what_was_missing_is_said_in_words(takeover: Club) -> None:
    told = plain(section(takeover, "deciding", "C0"))
    assert "How many 10 of 40 choices, 25 %, by luck between 14 % and 40 %" in told
    assert "not enough time to read 30" in told
    assert "no reason was given 30" in told


def test_no_picture_needs_a_colour_and_none_is_without_words(takeover: Club) -> None:
    """Every drawing is out of the way of a screen reader, or has a name; tables say the rest."""
    ben = takeover.enter("Ben")
    for one in (*QUESTIONS, RECORD):
        page = ben.get(f"/why/sharing/{one.key}").text
        drawings = re.findall(r"<svg[^>]*>", page)
        assert len(drawings) > 10
        assert [it for it in drawings if "aria-hidden" not in it and "aria-label" not in it] == []


def test_the_last_three_meetings_and_the_last_six_are_counted_alone(takeover: Club) -> None:
    """Ten choices were made on the last three nights, twenty on the last six."""
    ben = takeover.enter("Ben")
    for span, number in (("three", 10), ("six", 20), ("all", 40)):
        page = ben.get(f"/why/sharing/deciding?span={span}").text
        strip = re.search(r'(?s)<section[^>]* id="C1">.*?The same as a table', page)
        assert strip
        assert len({*re.findall(r'href="(/why/[0-9a-f-]{36})"', strip[0])}) == number
        assert f'href="/why/sharing/numbers/C1?span={span}"' in page
    assert "The last 3 meetings" in words(ben.get("/why/sharing/"))
