"""``hands show person``: whoever asks what we know about them gets all of it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from domain.act import Act
from domain.ids import PersonId
from domain.kinds import Consent
from tests.web.past import CLUB, founded, joined
from tests.web.prompt import Prompt
from web.asked_once import PRACTICE, AskedOnce
from web.services import Services
from web.signin import SignIn


def picked(answer: Any, *keys: str) -> dict[str, Any]:
    return {key: answer[key] for key in keys}


def test_everything_about_a_person_is_told_to_a_script(told: Prompt) -> None:
    cara = told.ask("show", "person", "cara")
    assert picked(cara, "person", "name", "names_in_files", "details") == {
        "person": "cara",
        "name": "Cara",
        "names_in_files": ["cara"],
        "details": {"name": "Cara"},
    }
    (seat,) = cara["seats"]
    assert picked(seat, "committee", "seat", "voting", "ended") == {
        "committee": "club",
        "seat": "member",
        "voting": True,
        "ended": "left",
    }
    (task,) = cara["tasks"]
    assert picked(task, "task", "holds") == {"task": "bar", "holds": False}
    assert len(task["history"]) == 3
    assert [picked(one, "proposal", "answer", "counted", "reason") for one in cara["ballots"]] == [
        {"proposal": "dj", "answer": "no", "counted": False, "reason": None},
        {"proposal": "dj", "answer": "objection", "counted": True, "reason": "It is dear"},
    ]
    (worry,) = cara["said"]
    assert picked(worry, "about", "title", "words") == {
        "about": "dj",
        "title": "Ben may buy food",
        "words": ["It is dear"],
    }
    (met,) = cara["meetings"]
    assert picked(met, "meeting", "on", "present", "apology", "roles") == {
        "meeting": "m1",
        "on": "2026-05-03",
        "present": False,
        "apology": "not stated",
        "roles": [],
    }


def test_ideas_roles_mandates_and_step_ins_belong_to_it(told: Prompt) -> None:
    asha, ben, jo = (told.ask("show", "person", name) for name in ("asha", "ben", "jo"))
    assert [picked(one, "committee", "role", "until") for one in asha["roles"]] == [
        {"committee": "club", "role": "chair", "until": None}
    ]
    assert [picked(one, "proposal", "outcome", "stage") for one in ben["proposals"]] == [
        {"proposal": "dj", "outcome": "adopted", "stage": "decided"}
    ]
    assert [one["mandate"] for one in ben["mandates"]] == ["food"]
    assert [one["roles"] for one in ben["meetings"]] == [["minutes"]]
    assert [one["step_in"] for one in jo["step_ins"]] == ["stairs"]


def test_every_entry_that_names_them_is_listed_as_a_sentence(told: Prompt) -> None:
    log = told.ask("show", "log")["entries"]
    for name, label in (("asha", "Asha"), ("ben", "Ben"), ("cara", "Cara"), ("jo", "Jo")):
        entries = told.ask("show", "person", name)["entries"]
        places = {one["position"] for one in entries}
        assert all(log[one["position"] - 1] == one for one in entries)
        spoken = {one["position"] for one in log if label in one["sentence"]}
        assert spoken - places <= {
            one["position"] for one in log if "Ben may buy" in one["sentence"]
        }


@pytest.fixture
def known(prompt: Prompt) -> Prompt:
    """Ben said what he needs, wants and agrees to, and who helps him; he is signed in."""
    prompt.type("import", prompt.file(*CLUB))
    services = Services.open(prompt.data)
    it = services.governance
    ben, cara = (PersonId(it.vault.named("person", name)[0]) for name in ("ben", "cara"))
    now = datetime.now(UTC).replace(microsecond=0)
    act = Act.now(ben, now)
    it.give_name(act, ben, "Benedict")
    it.give_preferences(act, ben, {"letters": "large print"})
    it.name_supporter(act, ben, cara)
    it.make_adjustment(act, ben, it.ask_adjustment(act, ben, "A ramp"), "At the back door")
    it.ask_adjustment(act, ben, "More time")
    it.give_consent(act, ben, Consent.PHOTO)
    it.withdraw_consent(act, ben, Consent.PHOTO)
    SignIn(it.vault).begin(now, ben)
    SignIn(it.vault).make_link(ben, now)
    AskedOnce(it.vault).note(ben, PRACTICE)
    services.close()
    return prompt


def test_what_is_kept_beyond_acts_is_told_too(known: Prompt) -> None:
    ben = known.ask("show", "person", "ben")
    assert [one["name"] for one in ben["names"]] == ["Benedict"]
    assert ben["preferences"] == {"letters": "large print"}
    assert [picked(one, "person", "until") for one in ben["supporters"]] == [
        {"person": "cara", "until": None}
    ]
    assert [picked(one, "words", "how") for one in ben["adjustments"]] == [
        {"words": "A ramp", "how": "At the back door"},
        {"words": "More time", "how": None},
    ]
    (consent,) = ben["consents"]
    assert consent["to"] == "photo"
    assert consent["until"]
    assert (len(ben["sessions"]), len(ben["links"])) == (1, 1)
    assert ben["asked_once"] == ["practice"]
    assert [one["person"] for one in known.ask("show", "person", "cara")["supports"]] == ["ben"]


def test_it_is_told_to_people_part_by_part(known: Prompt) -> None:
    said = known.type("show", "person", "Benedict")
    assert said.startswith("Benedict\nKnown here since 2026-05-01. Their id is ")
    for words in (
        "Imported files call them “ben”.",
        "Signed in on 1 screen.",
        "1 link to sign in with, not too old yet.",
        "Has answered 1 question that people are asked once.",
        "Wants for letters: large print.",
        "cara helps them, from ",
        "Needs, said on ",
        ": A ramp (there since ",
        ": More time (not there yet).",
        "Agreed that their photo is shown, from ",
        "Every entry of the log that names them\n",
    ):
        assert words in said
    for absent in ("Votes", "Mandates", "Meetings"):
        assert f"\n{absent}\n" not in said
    assert "They help Benedict, from " in known.type("show", "person", "cara")


def test_who_left_or_never_sat_anywhere_is_found_by_name(told: Prompt) -> None:
    assert told.ask("show", "person", "Cara")["person"] == "cara"
    by = told.ask("show", "person", "cara")["id"]
    assert told.ask("show", "person", by)["name"] == "Cara"


def test_two_people_of_one_name_are_told_apart_by_their_ids(prompt: Prompt) -> None:
    two = (joined("b1", name="Ben"), joined("b2", name="Ben"))
    prompt.type("import", prompt.file(founded(), *two))
    said = prompt.refused("show", "person", "Ben")
    assert said.startswith("“Ben” could be 2 of them. Use the id: ")
    one = said.partition("id: ")[2].split(" ")[0]
    assert prompt.ask("show", "person", one)["name"] == "Ben"


def test_an_unknown_person_is_told(told: Prompt) -> None:
    assert told.refused("show", "person", "bem").startswith("There is no person “bem”. Do you mean")


def test_names_that_would_steer_the_terminal_do_not(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(founded(), joined("ben", name="Ben\x1b[31m\x07")))
    assert "\x1b" not in prompt.type("show", "person", "ben")
