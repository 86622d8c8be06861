"""Five questions asked in private: only sums are kept, and nothing of a small group."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from domain.events import SelfAssessmentGiven, SurveyClosed
from domain.kinds import Seat
from tests.web.club import Club, club_in, words
from tests.web.cut_short_survey import MOMENTS
from web import create_app
from web.asked_in_private import Table
from web.seen.five import private
from web.services import Services
from web.settings import Settings

PAGE, ANSWER = "/why/five/", "/why/five/answer"
EVERYTHING = {f"question-{at}": "yes" for at in range(5)}
FIVE = ("Asha", "Ben", "Cara", "Dev", "Femi")


def begun(club: Club) -> Club:
    """Six members, and Jo, who is paid to work here; the chair has begun to ask."""
    for name, seat in (("Femi", Seat.MEMBER), ("Gita", Seat.MEMBER), ("Jo", Seat.STAFF)):
        club.people[name] = club.does.register_person(club.act("Asha"), name)
        club.does.seat_person(club.act("Asha"), club.here, club.people[name], seat)
    club.enter("Asha").press("/why/five/begin")
    return club


@pytest.fixture
def six(club: Club) -> Club:
    return begun(club)


def kept(club: Club) -> int:
    """How many people’s answers wait."""
    with club.app.app_context():
        return private().how_many(club.here)


def test_everybody_is_asked_once_the_chair_begins(six: Club) -> None:
    ben = six.enter("Ben")
    assert "Five questions for you" in words(ben.get("/"))
    page = words(ben.get(ANSWER))
    assert "I can say no here" in page
    assert "I do not want to say" in page
    assert "You answered. Thank you." in words(ben.press(ANSWER, **EVERYTHING))
    assert "Five questions for you" not in words(ben.get("/"))


def test_an_answer_is_no_event_and_can_be_changed(six: Club) -> None:
    ben = six.enter("Ben")
    assert six.written(lambda: ben.post(ANSWER, **EVERYTHING)) == []
    ben.post(ANSWER, **{"question-0": "no"})
    assert kept(six) == 1
    assert 'value="no" checked' in ben.get(ANSWER).text
    assert ben.post(ANSWER).status_code == 400


def test_nobody_reads_what_another_said(six: Club) -> None:
    six.enter("Ben").post(ANSWER, **{"question-0": "no"})
    for name in ("Asha", "Jo"):
        visitor = six.enter(name)
        assert "1 person answered." in words(visitor.get(PAGE))
        assert "checked" not in visitor.get(ANSWER).text
        assert "Ben" not in words(visitor.get(PAGE))


def test_closing_keeps_sums_of_groups_of_five_and_deletes_every_answer(six: Club) -> None:
    for name in FIVE:
        said = {**EVERYTHING, "question-0": "no" if name == "Dev" else "yes"}
        six.enter(name).post(ANSWER, **said)
    six.enter("Jo").post(ANSWER, **EVERYTHING)
    (event,) = six.written(lambda: six.enter("Asha").post("/why/five/close"))
    assert isinstance(event, SurveyClosed)
    (seen,) = six.services.honesty.surveys(six.here)
    assert seen.answers
    assert {*seen.answers} == {Seat.MEMBER}, "Jo is one person: nothing is kept of her"
    assert seen.answers[Seat.MEMBER]["I can say no here: yes"] == 4
    assert seen.answers[Seat.MEMBER]["I can say no here: no"] == 1
    assert kept(six) == 0
    database = six.services.governance.vault.database.connection
    assert database.execute("SELECT COUNT(*) FROM said_in_private").fetchone() == (0,)
    page = words(six.enter("Ben").get(PAGE))
    assert "members at least 4 of 5" in page, "where nearly all say one thing, one is left open"
    assert "staff" not in page.partition("What people said")[2].partition("How do we work")[0]


def test_where_too_few_answer_nothing_is_kept(six: Club) -> None:
    for name in FIVE[:4]:
        six.enter(name).post(ANSWER, **EVERYTHING)
    asha = six.enter("Asha")
    assert six.written(lambda: asha.post("/why/five/close")) == []
    assert kept(six) == 0
    assert "Nobody was asked yet." in words(asha.get(PAGE))


def surveys(club: Club) -> list[SurveyClosed]:
    every = [event for page in club.does.history(0) for _, event in page]
    return [event for event in every if isinstance(event, SurveyClosed)]


@pytest.fixture(params=MOMENTS)
def cut_short(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Club, str]]:
    """The six, five of whom have answered, after the program was killed while it closed that."""
    with club_in(tmp_path) as club:
        begun(club)
        for name in FIVE:
            club.enter(name).post(ANSWER, **EVERYTHING)
    asha, moment = str(club.people["Asha"]), str(request.param)
    command = [sys.executable, "-m", "tests.web.cut_short_survey", moment, str(tmp_path), asha]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    services = Services.open(tmp_path)
    app = create_app(services, Settings(tmp_path), clock=club.clock)
    yield Club(services, app, club.clock, club.people, club.here), moment
    services.close()


def test_a_survey_that_is_cut_short_is_closed_once_and_loses_nothing(
    cut_short: tuple[Club, str],
) -> None:
    """Whoever closes it again finds the same sums, once."""
    six, moment = cut_short
    is_over = moment == "after_all_is_forgotten"
    if not is_over and kept(six) == 0:
        assert "The answers are not written down yet" in words(six.enter("Ben").get(PAGE))
        assert six.enter("Ben").post(ANSWER, **EVERYTHING).status_code == 409
        assert six.enter("Asha").post("/why/five/begin").status_code == 409
    assert six.enter("Asha").post("/why/five/close").status_code == (409 if is_over else 303)
    assert len(surveys(six)) == 1
    (seen,) = six.services.honesty.surveys(six.here)
    assert seen.answers
    assert seen.answers[Seat.MEMBER]["I can say no here: yes"] == 5
    connection = six.services.governance.vault.database.connection
    for table in get_args(Table):
        rows = f"SELECT COUNT(*) FROM {table}"  # noqa: S608 -- one of ours
        assert connection.execute(rows).fetchone() == (0,)


def test_two_surveys_with_the_same_sums_are_two(six: Club) -> None:
    for _ in range(2):
        for name in FIVE:
            six.enter(name).post(ANSWER, **EVERYTHING)
        six.enter("Asha").post("/why/five/close")
        six.clock.on(minutes=5)
        six.enter("Asha").post("/why/five/begin")
    assert len(surveys(six)) == 2


def test_the_chair_begins_and_closes(six: Club) -> None:
    ben = six.enter("Ben")
    for press in ("begin", "close"):
        assert ben.post(f"/why/five/{press}").status_code == 403
    assert "Close it and count" not in words(ben.get(PAGE))
    assert "Close it and count" in words(six.enter("Asha").get(PAGE))


def test_nobody_answers_when_nobody_is_asked(club: Club) -> None:
    ben = club.enter("Ben")
    assert ben.get(ANSWER).status_code == 409
    assert ben.post(ANSWER, **EVERYTHING).status_code == 409
    assert club.enter("Asha").post("/why/five/close").status_code == 409


def test_the_scores_of_each_group_stand_side_by_side(six: Club) -> None:
    form = {"tool": "nef", "item": "3"}
    ben, jo = six.enter("Ben"), six.enter("Jo")
    (event,) = six.written(lambda: ben.post("/why/five/scores", **form, score="2"))
    assert isinstance(event, SelfAssessmentGiven)
    assert (event.seat, event.item, event.score) == (Seat.MEMBER, 3, 2)
    page = words(jo.press("/why/five/scores", **form, score="5"))
    assert "Question Members Staff How far apart" in page
    assert "Question 3 New Economics Foundation (NEF) Members 2 Staff 5 How far apart 3" in page


def test_outside_the_committee_no_score_of_a_small_group_is_told(six: Club) -> None:
    form, chair = {"tool": "nef", "item": "3"}, six.act("Asha")
    six.enter("Ben").post("/why/five/scores", **form, score="2")
    six.enter("Jo").post("/why/five/scores", **form, score="5")
    six.people["Tess"] = six.does.register_person(chair, "Tess")
    six.does.seat_person(chair, six.here, six.people["Tess"], Seat.TRUSTEE, voting=False)
    page = words(six.enter("Tess").get("/why/five/scores"))
    assert "Question 3 New Economics Foundation (NEF) Members 2 How far apart" in page
    assert "Staff" not in page.partition("Give a score")[0]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"item": "3", "score": "2"}, "Pick whose questions they are."),
        ({"tool": "nef", "score": "2"}, "Write the number of the question."),
        ({"tool": "nef", "item": "3"}, "Write your score as a number."),
        ({"tool": "nef", "item": "", "score": "2"}, "Write the number of the question."),
        ({"tool": "nef", "item": "0", "score": "2"}, "Write the number of the question."),
        ({"tool": "nef", "item": "3", "score": "good"}, "Write your score as a number."),
        ({"tool": "", "item": "3", "score": "2"}, "Pick whose questions they are."),
    ],
)
def test_a_score_that_is_not_whole_is_asked_again(
    six: Club, said: dict[str, str], sentence: str
) -> None:
    before = six.does.position()
    answer = six.enter("Ben").post("/why/five/scores", **said)
    assert answer.status_code == 400
    assert sentence in words(answer)
    assert six.does.position() == before
