"""Five questions asked in private: only sums are kept, and nothing of a small group."""

import pytest

from domain.events import SelfAssessmentGiven, SurveyClosed
from domain.kinds import Seat
from tests.web.club import Club, words
from web.seen.five import private

PAGE, ANSWER = "/why/five/", "/why/five/answer"
EVERYTHING = {f"question-{at}": "yes" for at in range(5)}
FIVE = ("Asha", "Ben", "Cara", "Dev", "Femi")


@pytest.fixture
def six(club: Club) -> Club:
    """Six members, and Jo, who is paid to work here; the chair has begun to ask."""
    for name, seat in (("Femi", Seat.MEMBER), ("Gita", Seat.MEMBER), ("Jo", Seat.STAFF)):
        club.people[name] = club.does.register_person(club.act("Asha"), name)
        club.does.seat_person(club.act("Asha"), club.here, club.people[name], seat)
    club.enter("Asha").press("/why/five/begin")
    return club


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
