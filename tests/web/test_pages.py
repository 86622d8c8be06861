import re

import pytest

from tests.web.club import Club, words

SECURE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.mark.parametrize("path", ["/help", "/enter", "/nowhere", "/static/hands.css", "/health"])
def test_every_answer_keeps_to_a_strict_policy(club: Club, path: str) -> None:
    answer = club.visitor().get(path)
    assert SECURE.items() <= dict(answer.headers).items()
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'self'; ")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy


def test_no_page_needs_what_the_policy_forbids(club: Club) -> None:
    asha = club.enter("Asha")
    club.job("Door", "Asha")
    for path in ("/", "/plan/", "/jobs/", "/why/", "/people/", "/look", "/credits"):
        page = asha.get(path).text
        assert re.findall("<script.*", page) == ['<script src="/static/listen.js" defer></script>']
        assert " style=" not in page
        assert " onclick=" not in page
        assert "http://" not in page


def test_help_names_people_only_to_those_who_are_in(club: Club) -> None:
    assert "Asha runs the meeting." in words(club.enter("Ben").get("/help"))
    assert "Asha" not in words(club.visitor().get("/help"))


def test_the_look_is_kept_for_this_screen(club: Club) -> None:
    ben = club.enter("Ben")
    page = ben.press("/look", light="night", size="bigger", pictures="no-pictures")
    assert '<html lang="en-GB" class="night bigger no-pictures">' in page.text
    assert 'value="night" checked' in ben.get("/look").text
    assert 'class=""' in club.enter("Ben").get("/").text


def test_a_visitor_can_have_larger_words_too(club: Club) -> None:
    visitor = club.visitor()
    page = visitor.press("/look", size="big")
    assert "We keep it like this." in words(page)
    assert 'class="big"' in visitor.get("/enter").text


def test_from_help_and_from_how_it_looks_one_comes_back_to_where_one_was(club: Club) -> None:
    ben = club.enter("Ben")
    for aside in ("help", "look"):
        assert f'href="/{aside}?back=/jobs/?by%3Dperson"' in ben.get("/jobs/?by=person").text
    assert 'href="/jobs/?by=person"' in ben.get("/help?back=/jobs/?by%3Dperson").text
    assert "Back to where I was" in words(ben.get("/help?back=/jobs/"))
    assert 'name="back" value="/jobs/?by=person"' in ben.get("/look?back=/jobs/?by%3Dperson").text
    assert ben.post("/look", size="big", back="/jobs/?by=person").location == "/jobs/?by=person"


@pytest.mark.parametrize(
    "back",
    [
        "https://elsewhere.example/",
        "//elsewhere.example",
        "/nowhere",
        "/enter/secret",
        "jobs",
        "/\\x",
    ],
)
def test_nobody_is_sent_to_where_they_cannot_have_been(club: Club, back: str) -> None:
    ben = club.enter("Ben")
    assert "elsewhere" not in ben.get("/help", query_string={"back": back}).text
    assert "Back to where I was" not in words(ben.get("/help", query_string={"back": back}))
    assert ben.post("/look", size="big", back=back).location == "/"


def test_the_secret_of_a_link_is_in_no_other_address(club: Club) -> None:
    card = club.link("Ben")
    page = club.visitor().get(f"/enter/{card}").text
    assert 'href="/help"' in page
    assert f"back=/enter/{card}" not in page


@pytest.mark.parametrize("size", ["huge", '"><script>', "big bigger"])
def test_a_look_that_is_none_is_not_understood(club: Club, size: str) -> None:
    assert club.visitor().post("/look", size=size).status_code == 400


def test_health_says_whether_the_log_can_be_read(club: Club) -> None:
    answer = club.visitor().get("/health")
    assert answer.text == f"ok {club.does.position()}\n"
    assert answer.mimetype == "text/plain"


def test_a_sentence_after_a_press_is_said_once(club: Club) -> None:
    ben = club.enter("Ben")
    assert "We keep it like this." in words(ben.press("/look", light="day"))
    assert "We keep it like this." not in words(ben.get("/"))


def test_who_sits_nowhere_comes_back_to_no_page_that_turns_them_away(club: Club) -> None:
    eve = club.enter("Eve")
    refused = eve.get("/")
    assert refused.status_code == 403
    assert "back=" not in refused.text
    assert eve.press("/look", size="big").status_code == 200
