"""Names and words in any script: none of them moves what stands around it."""

import pytest

from tests.web.club import NO, YES, Club, words
from web.scripts import in_any_script

ARABIC, EMOJI, TITLE = "ليلى", "Sam 🎧👩🏽‍🎤", "ليلة مع DJ Sam 🎉"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Ben voted.", "Ben voted."),
        ("<b> & “<i>”", "&lt;b&gt; &amp; “<bdi>&lt;i&gt;</bdi>”"),
        ("ليلى: 3 said yes", "<bdi>ليلى</bdi>: 3 said yes"),
        ("ليلى, عمر voted", "<bdi>ليلى</bdi>, <bdi>عمر</bdi> voted"),
        ("ليلى asked عمر علي.", "<bdi>ليلى</bdi> asked <bdi>عمر علي</bdi>."),
        ("Ben had an idea: “ليلة 3”.", "Ben had an idea: “<bdi>ليلة 3</bdi>”."),
    ],
)
def test_words_from_the_right_stay_apart(sentence: str, told: str) -> None:
    assert in_any_script(sentence) == told


def test_every_page_keeps_names_and_words_of_any_script_apart(club: Club) -> None:
    club.people[ARABIC] = club.does.register_person(club.act("Asha"), ARABIC)
    club.does.seat_person(club.act("Asha"), club.here, club.people[ARABIC])
    club.does.give_name(club.act("Ben"), club.people["Ben"], EMOJI)
    idea = club.idea(TITLE, by=ARABIC, text=TITLE)
    ben = club.enter("Ben")
    assert f"<bdi>{ARABIC}</bdi>’s idea" in ben.get("/why/").text
    assert f'<h1 dir="auto">{TITLE}</h1>' in ben.get(f"/ideas/{idea}").text
    assert f"Hello <bdi>{EMOJI}</bdi>" in ben.get("/").text
    club.does.open_voting(club.act("Asha"), idea)
    club.cast(idea, **{"Asha": YES, ARABIC: YES, "Ben": NO})
    club.does.close_voting(club.act("Asha"), idea)
    assert f"<bdi>{ARABIC}</bdi> <small>Yes</small>" in ben.get(f"/ideas/{idea}").text
    told = ben.get(f"/why/{idea}").text
    assert f"<bdi>{ARABIC}</bdi> had an idea: “<bdi>{TITLE}</bdi>”." in told
    job = club.job("Open the door", "Ben")
    faces = ben.get(f"/jobs/{job}/give").text
    assert f"<bdi>{ARABIC}</bdi>" in faces
    assert f'<h2 dir="auto">{ARABIC}</h2>' in ben.get("/people/").text


def test_words_in_any_script_come_back_as_they_were_written(club: Club) -> None:
    ben = club.enter("Ben")
    check = ben.post("/ideas/check", title=TITLE, text="سطر\nזה טוב")
    assert f'name="title" value="{TITLE}"' in check.text
    made = ben.post("/ideas/", title=TITLE, text="سطر\nזה טוב")
    assert TITLE in words(ben.get(made.location))
