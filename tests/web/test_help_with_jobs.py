"""Whoever has a job can ask for help with it: the others see it, and one says that they help."""

import pytest

from domain.events import HelpAsked, HelpGiven
from domain.ids import TaskId
from domain.kinds import Help, Seat
from tests.web.club import Club, words

WAYS = [
    (
        Help.DO_IT_WITH_ME,
        "“Do it with me”",
        "would like somebody to do it with them",
        "helps to do",
    ),
    (Help.TELL_ME_HOW, "“Tell me how”", "would like somebody to say how", "says how to do"),
    (Help.CANNOT_COME, "“I cannot come”", "cannot come", "comes for somebody who has"),
]


def asked(club: Club, kind: Help = Help.DO_IT_WITH_ME) -> TaskId:
    job = club.job("Open the door", "Ben")
    club.does.ask_help(club.act("Ben"), job, kind)
    return job


@pytest.mark.parametrize(("kind", "said", "needs", "_"), WAYS)
def test_who_asks_for_help_keeps_the_job(
    club: Club, kind: Help, said: str, needs: str, _: str
) -> None:
    job, ben = club.job("Open the door", "Ben"), club.enter("Ben")
    assert "Help me Open the door" in words(ben.get("/jobs/"))
    assert said.strip("“”") in words(ben.get(f"/jobs/{job}/help"))
    (fact,) = club.written(lambda: ben.press(f"/jobs/{job}/help", kind=kind))
    assert isinstance(fact, HelpAsked)
    assert (fact.person, fact.kind) == (club.people["Ben"], kind)
    page = words(ben.get("/jobs/"))
    assert f"You asked for help: {said}. It is still YOUR job." in page
    assert "Nobody yet" not in page
    assert f"Ben has the job “Open the door” and {needs}." in words(ben.get(f"/jobs/{job}"))


@pytest.mark.parametrize(("kind", "said", "_", "helps"), WAYS)
def test_the_others_see_it_and_one_says_that_they_help(
    club: Club, kind: Help, said: str, _: str, helps: str
) -> None:
    job, cara = asked(club, kind), club.enter("Cara")
    assert f"Ben asks for help Open the door {said}." in words(cara.get("/"))
    for place in ("/jobs/", f"/jobs/{job}"):
        assert f"Ben asks for help: {said}." in words(cara.get(place))
        assert "I will help Ben, Open the door" in words(cara.get(place))
    (fact,) = club.written(lambda: cara.press(f"/jobs/{job}/helps", kind=kind))
    assert isinstance(fact, HelpGiven)
    assert (fact.by, fact.kind) == (club.people["Cara"], kind)
    assert f"Cara {helps} the job “Open the door”." in words(cara.get(f"/jobs/{job}"))
    for reader in (cara, club.enter("Dev")):
        assert "asks for help" not in words(reader.get("/")) + words(reader.get("/jobs/"))


def test_who_asked_is_told_who_helps_and_has_the_job_still(club: Club) -> None:
    job, ben = asked(club), club.enter("Ben")
    assert "asks for help" not in words(ben.get("/"))
    club.enter("Cara").press(f"/jobs/{job}/helps", kind="do it with me")
    assert "Your job Open the door Cara helps you." in words(ben.get("/"))
    assert "Cara helps." in words(ben.get("/jobs/"))


def test_who_cannot_come_has_the_job_until_another_has_it(club: Club) -> None:
    job = asked(club, Help.CANNOT_COME)
    club.enter("Cara").press(f"/jobs/{job}/helps", kind="cannot come")
    seen = club.services.tasks.task(job)
    assert seen
    assert [holder.name for holder in seen.holders] == ["Ben"]


def test_asking_and_helping_twice_adds_nothing(club: Club) -> None:
    job, cara = asked(club), club.enter("Cara")
    assert (
        club.written(lambda: club.enter("Ben").press(f"/jobs/{job}/help", kind="do it with me"))
        == []
    )
    cara.press(f"/jobs/{job}/helps", kind="do it with me")
    club.clock.on(hours=1)
    assert club.written(lambda: cara.press(f"/jobs/{job}/helps", kind="do it with me")) == []


def test_only_who_has_the_job_asks_for_help_with_it(club: Club) -> None:
    job, cara = club.job("Open the door", "Ben"), club.enter("Cara")
    assert cara.get(f"/jobs/{job}/help").status_code == 403
    assert club.written(lambda: cara.post(f"/jobs/{job}/help", kind="tell me how")) == []
    assert "Help me" not in words(cara.get("/jobs/"))


def test_help_of_a_kind_that_there_is_not_is_not_understood(club: Club) -> None:
    job, ben = club.job("Open the door", "Ben"), club.enter("Ben")
    assert ben.post(f"/jobs/{job}/help", kind="money").status_code == 400


def test_who_looks_on_is_not_asked_to_help(club: Club) -> None:
    asked(club)
    ola = club.people["Ola"] = club.does.register_person(club.act("Asha"), "Ola")
    club.does.seat_person(club.act("Asha"), club.here, ola, Seat.OBSERVER)
    reader = club.enter("Ola")
    assert "asks for help" not in words(reader.get("/"))
    assert "Member asks for help" in words(reader.get("/jobs/"))
    assert "I will help" not in words(reader.get("/jobs/"))
