from collections.abc import Callable

import pytest
from flask import template_rendered

from tests.web.club import YES, Club, Visitor


def again(visitor: Visitor, path: str, tag: str) -> int:
    return visitor.get(path, headers={"If-None-Match": tag}).status_code


def tag_of(visitor: Visitor, path: str) -> str:
    answer = visitor.get(path)
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.headers["ETag"]


@pytest.mark.parametrize("path", ["/", "/plan/", "/jobs/", "/why/", "/why/record", "/people/"])
def test_an_unchanged_page_is_not_made_again(club: Club, path: str) -> None:
    club.vote()
    ben = club.enter("Ben")
    ben.get(path)
    tag = tag_of(ben, path)
    answer = ben.get(path, headers={"If-None-Match": tag})
    assert answer.status_code == 304
    assert answer.data == b""
    assert answer.headers["ETag"] == tag


def test_an_unchanged_page_renders_nothing(club: Club) -> None:
    ben = club.enter("Ben")
    ben.get("/")
    tag, made = tag_of(ben, "/"), list[object]()

    def rendered(_: object, template: object, **__: object) -> None:
        made.append(template)

    with template_rendered.connected_to(rendered, club.app):
        assert again(ben, "/", tag) == 304
        assert made == []
        ben.get("/")
        assert made


CHANGES: dict[str, Callable[[Club, Visitor], object]] = {
    "somebody acts": lambda club, _: club.idea(),
    "I act": lambda _, ben: ben.press("/ideas/", title="A poster"),
    "I want larger words": lambda _, ben: (ben.press("/look", size="big"), ben.get("/")),
    "midnight": lambda club, _: club.clock.on(days=1),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_makes_it_again(club: Club, change: str) -> None:
    ben = club.enter("Ben")
    tag = tag_of(ben, "/")
    CHANGES[change](club, ben)
    assert again(ben, "/", tag) == 200


def test_what_is_asked_in_private_makes_it_again(club: Club) -> None:
    """Of none of this the log says anything: asking, an answer of somebody else, giving it up."""
    asha, ben, page = club.enter("Asha"), club.enter("Ben"), "/why/five/"
    for path in ("/", page):
        tag = tag_of(ben, path)
        asha.press("/why/five/begin")
        assert again(ben, path, tag) == 200, path
        asha.press("/why/five/close")
        club.clock.on(minutes=2)
    asha.press("/why/five/begin")
    tag = tag_of(ben, page)
    asha.press("/why/five/answer", **{"question-0": "yes"})
    assert again(ben, page, tag) == 200
    tag = tag_of(ben, page)
    assert again(ben, page, tag) == 304
    asha.press("/why/five/close")
    assert again(ben, page, tag) == 200


def test_a_deadline_that_passes_makes_it_again(club: Club) -> None:
    idea = club.vote(days=1 / 48)
    club.cast(idea, Asha=YES)
    ben = club.enter("Ben")
    tag = tag_of(ben, f"/ideas/{idea}")
    club.clock.on(minutes=30)
    assert again(ben, f"/ideas/{idea}", tag) == 200


def test_nobody_is_answered_with_what_somebody_else_saw(club: Club) -> None:
    ben, cara = club.enter("Ben"), club.enter("Cara")
    tag = tag_of(ben, "/")
    assert again(cara, "/", tag) == 200
    ben.post("/leave")
    assert again(ben, "/", tag) == 303
    assert again(club.visitor(), "/help", tag) == 200


def test_a_sentence_that_is_said_once_is_said(club: Club) -> None:
    ben = club.enter("Ben")
    tag = tag_of(ben, "/help")
    ben.post("/look", light="night")
    answer = ben.get("/help", headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert "ETag" not in answer.headers
    assert "We keep it like this." in answer.text


def test_what_is_refused_has_no_tag(club: Club) -> None:
    assert "ETag" not in club.enter("Eve").get("/plan/").headers
