"""The practice vote looks like a real one, teaches its buttons, and writes nothing down."""

import re
from uuid import uuid4

import pytest

from domain.kinds import Seat
from tests.web.club import Club, words
from web.seen.practised import MEALS

BANNER = "This does not count."
OFFER = "Try a vote"
FOUR = ["Yes I like pizza", "No I do not like pizza", "Not sure I cannot pick yet"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [("yes", "YES"), ("no", "NO"), ("abstain", "NOT SURE"), ("objection", "I HAVE A WORRY")],
)
def test_each_answer_is_one_press_and_nothing_is_written_to_the_log(
    club: Club, answer: str, said: str
) -> None:
    ben = club.enter("Ben")
    page = words(ben.get("/practice/"))
    assert BANNER in page
    for one in (*FOUR, "I have a worry We must talk first"):
        assert one in page
    assert club.written(lambda: ben.post("/practice/", answer=answer)) == []
    counted = words(ben.press("/practice/", answer=answer))
    assert BANNER in counted
    assert f"You have voted You said {said}".lower() in counted.lower()
    assert ("what your worry is" in counted) is (answer == "objection")


def test_a_practice_vote_can_be_changed_as_a_real_one_can(club: Club) -> None:
    ben = club.enter("Ben")
    counted = ben.press("/practice/", answer="yes")
    assert "Change my vote" in words(counted)
    again = words(ben.get("/practice/?answer=yes&change=1"))
    assert "Pick one answer" in again
    assert "You said NO" in words(ben.press("/practice/", answer="no"))


def test_it_is_offered_on_the_first_day_until_it_was_tried(club: Club) -> None:
    ben = club.enter("Ben")
    assert OFFER in words(ben.get("/"))
    ben.press("/practice/", answer="abstain")
    for screen in (ben, club.enter("Ben")):
        assert OFFER not in words(screen.get("/"))
    assert OFFER in words(club.enter("Cara").get("/"))


def test_who_does_not_want_it_is_not_asked_again_and_finds_it_with_the_help(club: Club) -> None:
    ben = club.enter("Ben")
    assert OFFER not in words(ben.press("/practice/not-now"))
    assert OFFER not in words(club.enter("Ben").get("/"))
    assert OFFER in words(ben.get("/help"))


def test_a_page_that_offered_it_is_not_the_same_page_any_more(club: Club) -> None:
    ben = club.enter("Ben")
    tag = ben.get("/").headers["ETag"]
    ben.press("/practice/", answer="yes")
    assert ben.get("/", headers={"If-None-Match": tag}).status_code == 200


def test_somebody_who_is_not_signed_in_can_try_it_too(club: Club) -> None:
    counted = words(club.visitor().press("/practice/", answer="yes"))
    assert "You said YES" in counted
    assert "Go to the start" in counted


def test_who_looks_on_is_not_offered_a_vote_to_try(club: Club) -> None:
    ola = club.people["Ola"] = club.does.register_person(club.act("Asha"), "Ola")
    club.does.seat_person(club.act("Asha"), club.here, ola, Seat.OBSERVER)
    assert OFFER not in words(club.enter("Ola").get("/"))


def test_an_answer_that_is_none_is_not_understood(club: Club) -> None:
    ben = club.enter("Ben")
    assert ben.post("/practice/", answer="maybe").status_code == 400
    assert ben.get("/practice/?answer=maybe").status_code == 400


# ---- In order, by picks, points and dots


def paper(kind: str, **given: str) -> dict[str, str]:
    """A ballot paper on which meals are named by their first letter."""
    called = dict(zip("pcs", map(str, MEALS), strict=True))
    prefix = {"order": "rank-", "points": "points-", "dots": "points-"}.get(kind, "")
    if kind == "picks":
        return {"pick": called[given["pick"]]}
    return {f"{prefix}{called[meal]}": number for meal, number in given.items()}


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        ("order", {"p": "2", "s": "1"}, "Soup, then Pizza"),
        ("picks", {"pick": "c"}, "Curry"),
        ("points", {"p": "5", "s": "1"}, "5 for Pizza, 1 for Soup"),
        ("dots", {"c": "2", "s": "1"}, "2 for Curry, 1 for Soup"),
    ],
)
def test_every_kind_of_ballot_paper_can_be_tried_and_nothing_of_it_is_kept(
    club: Club, kind: str, given: dict[str, str], said: str
) -> None:
    ben, path = club.enter("Ben"), f"/practice/{kind}"
    assert BANNER in words(ben.get(path))
    sent = paper(kind, **given)
    assert club.written(lambda: ben.post(path, **sent)) == []
    page = ben.press(path, **sent)
    assert f"You have voted You said {said}" in words(page)
    assert "Change my vote" in words(page)
    again = ben.post(path, **sent).location + "&change=1"
    filled = ben.get(again)
    assert "Send my vote" in words(filled)
    assert filled.text.count("checked") >= len(given)
    assert club.visitor().get(path).status_code == 200


@pytest.mark.parametrize(
    ("kind", "given", "sentence"),
    [
        ("order", {}, "Give your favourite number 1."),
        ("points", {"p": "9"}, "The most points for one option are 5."),
        ("dots", {"p": "3", "c": "3"}, "3 dots"),
    ],
)
def test_a_paper_to_practise_on_is_mended_as_a_real_one(
    club: Club, kind: str, given: dict[str, str], sentence: str
) -> None:
    answer = club.enter("Ben").post(f"/practice/{kind}", **paper(kind, **given))
    assert answer.status_code == 400
    assert sentence in words(answer)


def test_what_nobody_could_have_pressed_is_not_shown_as_a_vote(club: Club) -> None:
    ben = club.enter("Ben")
    for said in ("x", '{"approves":["x"]}', '{"scores":{}}', f'{{"approves":["{uuid4()}"]}}'):
        assert ben.get("/practice/picks", query_string={"said": said}).status_code == 400
    assert ben.get("/practice/hands").status_code == 404


@pytest.mark.parametrize("kind", ["order", "picks", "points", "dots"])
def test_each_food_has_a_picture_of_its_own(club: Club, kind: str) -> None:
    page = club.enter("Ben").get(f"/practice/{kind}").text
    form = page[page.index("<form") :]
    shown = re.findall(r"symbols\.svg[^\"#]*#(food|curry|soup)\"", form)
    assert list(dict.fromkeys(shown)) == ["food", "curry", "soup"]
