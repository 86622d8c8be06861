"""Bad luck: pressing twice, going back, a form left open, far too many words and none at all."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest

from domain.ids import ProposalId
from tests.web.club import YES, Club, words
from tests.web.looking_back import main

Press = tuple[str, str, dict[str, str]]
LONG = " ".join(f"word{number}" for number in range(5_000))


# ---- Pressed twice


def cast(club: Club) -> Press:
    return "Ben", f"/ideas/{club.vote()}/ballots", {"answer": "yes"}


def take_the_vote_back(club: Club) -> Press:
    idea = club.vote()
    club.cast(idea, Ben=YES)
    return "Ben", f"/ideas/{idea}/ballots/withdraw", {"sure": "yes"}


def stay_out(club: Club) -> Press:
    return "Ben", f"/ideas/{club.vote()}/staying-out", {"sure": "yes"}


def take_the_idea_back(club: Club) -> Press:
    return "Ben", f"/ideas/{club.idea()}/withdraw", {}


def open_the_vote(club: Club) -> Press:
    return "Asha", f"/ideas/{club.idea()}/opening", {"closes": "by hand"}


def close_the_vote(club: Club) -> Press:
    idea = club.vote(days=None)
    club.cast(idea, Asha=YES, Ben=YES)
    return "Asha", f"/ideas/{idea}/closing", {}


def take_the_job(club: Club) -> Press:
    return "Ben", f"/jobs/{club.job('Open the door')}/take", {}


def lay_the_job_down(club: Club) -> Press:
    return "Ben", f"/jobs/{club.job('Open the door', 'Ben')}/lay-down", {}


def finish_the_job(club: Club) -> Press:
    return "Ben", f"/jobs/{club.job('Open the door', 'Ben')}/done", {}


def ask_somebody(club: Club) -> Press:
    job = club.job("Open the door", "Ben")
    return "Ben", f"/jobs/{job}/offers", {"taker": str(club.people["Cara"])}


def _asked(club: Club) -> str:
    job = club.job("Open the door", "Cara")
    club.does.offer_handover(club.act("Cara"), job, club.people["Ben"])
    return f"/jobs/{job}"


def say_yes_to_a_job(club: Club) -> Press:
    return "Ben", f"{_asked(club)}/accept", {}


def say_no_thank_you(club: Club) -> Press:
    return "Ben", f"{_asked(club)}/decline", {}


def take_the_job_back(club: Club) -> Press:
    return "Cara", f"{_asked(club)}/take-back", {"taker": str(club.people["Ben"])}


def take_another_name(_: Club) -> Press:
    return "Ben", "/people/name", {"called": "Benny"}


def let_another_run_the_meeting(club: Club) -> Press:
    return "Asha", f"/people/{club.people['Ben']}/chair", {}


def stop_running_the_meeting(_: Club) -> Press:
    return "Asha", "/people/chair/lay-down", {"sure": "yes"}


PRESSES: tuple[Callable[[Club], Press], ...] = (
    cast,
    take_the_vote_back,
    stay_out,
    take_the_idea_back,
    open_the_vote,
    close_the_vote,
    take_the_job,
    lay_the_job_down,
    finish_the_job,
    ask_somebody,
    say_yes_to_a_job,
    say_no_thank_you,
    take_the_job_back,
    take_another_name,
    let_another_run_the_meeting,
    stop_running_the_meeting,
)


@pytest.mark.parametrize("press", PRESSES, ids=lambda press: press.__name__)
def test_a_second_press_writes_nothing_and_is_no_mistake(
    club: Club, press: Callable[[Club], Press]
) -> None:
    name, path, fields = press(club)
    visitor = club.enter(name)
    form = {"csrf_token": visitor.token(), **fields}
    first = visitor.client.post(path, data=form)
    assert first.status_code == 303
    position = club.does.position()
    again = visitor.client.post(path, data=form)
    assert club.does.position() == position
    assert (again.status_code, again.location) == (303, first.location), words(again)


# ---- Back, after signing out


def test_after_signing_out_nothing_of_a_person_is_left_behind_the_back_button(club: Club) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    pages = ("/", "/plan/", "/jobs/", "/why/", "/people/", f"/ideas/{idea}", f"/why/{idea}")
    for page in pages:
        assert ben.get(page).headers["Cache-Control"] == "no-store"
    form = {"csrf_token": ben.token(), "answer": "yes"}
    tag = ben.get("/").headers["ETag"]
    ben.post("/leave")
    for page in pages:
        answer = ben.get(page, headers={"If-None-Match": tag})
        assert (answer.status_code, answer.location) == (303, "/enter")
    before = club.does.position()
    pressed = ben.client.post(f"/ideas/{idea}/ballots", data=form)
    assert pressed.status_code == 403
    assert "You are signed out. Nothing was saved." in words(pressed)
    assert club.does.position() == before


# ---- A form left open overnight


def test_a_form_left_open_overnight_is_still_good(club: Club) -> None:
    ben = club.enter("Ben")
    form = {"csrf_token": ben.token(), "title": "A poster", "text": "I slept on it."}
    club.clock.on(hours=14)
    assert ben.client.post("/ideas/", data=form).status_code == 303
    assert "A poster Ben’s idea." in words(ben.get("/why/"))


def test_a_vote_that_ended_overnight_says_so_and_counts_nothing(club: Club) -> None:
    idea, ben = club.vote("DJ Sam", days=0.25), club.enter("Ben")
    form = {"csrf_token": ben.token(), "answer": "yes"}
    club.clock.on(hours=14)
    answer = ben.client.post(f"/ideas/{idea}/ballots", data=form)
    assert answer.status_code == 409
    assert "Voting is over. This is decided. Go to Now and look again." in words(answer)
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    assert seen.ballots == ()


# ---- Far too many words, and none


def test_an_idea_with_five_thousand_words_is_kept_whole_and_the_answers_stay_near(
    club: Club,
) -> None:
    ben = club.enter("Ben")
    assert LONG.split()[-1] in ben.post("/ideas/check", title="A long story", text=LONG).text
    made = ben.post("/ideas/", title="A long story", text=LONG)
    idea = ProposalId(UUID(re.findall(r"/ideas/([^/]+)/made", made.location)[0]))
    club.does.open_voting(club.act("Asha"), idea)
    page = main(ben.get(f"/ideas/{idea}"))
    at_first, _, rest = page.partition("<details>")
    assert "word119" in at_first
    assert "word120" not in at_first
    assert "word120" in rest.partition("</details>")[0]
    assert "word4999" in rest.partition("</details>")[0]


def test_a_short_text_is_read_whole_and_a_long_one_unfolds_at_the_end_of_a_line(
    club: Club,
) -> None:
    short = club.idea("Short", text="One line.\nAnother.")
    long = club.idea("Long", text="One line.\n" + "long " * 150)
    ben = club.enter("Ben")
    assert "Read all of it" not in words(ben.get(f"/ideas/{short}"))
    assert "One line. Read all of it long long" in words(ben.get(f"/ideas/{long}"))


def test_what_is_too_long_is_said_to_be_and_given_back(club: Club) -> None:
    ben = club.enter("Ben")
    before = club.does.position()
    too_long = ben.post("/ideas/", title="A story", text=LONG * 2)
    assert too_long.status_code == 400
    assert "There is room for 50,000 letters." in words(too_long)
    assert "word4999" in too_long.text
    assert "room for 200 letters" in words(ben.post("/ideas/", title=LONG))
    assert club.does.position() == before


@pytest.mark.parametrize("nothing", ["", "   ", "\n\t", "\u200b\u200d", "\u202e", "\ufeff"])
def test_an_idea_without_a_word_is_not_sent(club: Club, nothing: str) -> None:
    ben = club.enter("Ben")
    before = club.does.position()
    for path in ("/ideas/check", "/ideas/"):
        answer = ben.post(path, title=nothing, text="Because.")
        assert answer.status_code == 400
        assert "Write what your idea is." in words(answer)
        assert "Because." in answer.text
    assert club.does.position() == before


def test_an_idea_may_have_no_text_and_may_be_one_picture(club: Club) -> None:
    ben = club.enter("Ben")
    made = ben.post("/ideas/", title="🎉", text="")
    assert made.status_code == 303
    assert "We have your idea 🎉" in words(ben.get(made.location))


# ---- A slow phone


LISTEN = '<script src="/static/listen.js" defer></script>'


def test_nothing_on_a_page_waits_for_a_script(club: Club) -> None:
    idea, ben = club.decided(), club.enter("Ben")
    for path in ("/", "/plan/", "/jobs/", "/why/", "/people/", f"/ideas/{idea}", f"/why/{idea}"):
        page = ben.get(path).text
        assert re.findall("<script.*", page) == [LISTEN], "one that comes after all else"
        assert not re.search(r"<iframe|@import|https?://|\son\w+=", page)
        assert page.count('rel="stylesheet"') == 1
        for picture in re.findall(r"<img[^>]*>", page):
            assert "width=" in picture
