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
        assert "<script" not in page
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
