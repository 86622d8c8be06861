"""What is asked and answered about an idea, and how its words get better before the vote."""

import pytest

from domain.events import ProposalAmended, ProposalMade, QuestionAnswered, QuestionAsked
from domain.kinds import Domain
from domain.values import Money
from tests.web.club import START, Club, words


def test_a_member_asks_and_whose_idea_it_is_is_told_and_answers(club: Club) -> None:
    idea, cara, ben = club.idea("A quiet room"), club.enter("Cara"), club.enter("Ben")
    assert "I have a question" in words(cara.get(f"/ideas/{idea}"))
    (asked,) = club.written(lambda: cara.post(f"/ideas/{idea}/questions", words="Which room?"))
    assert isinstance(asked, QuestionAsked)
    assert asked.person == club.people["Cara"]
    now = words(ben.get("/"))
    assert "A question about your idea A quiet room “Which room?”" in now
    assert "A question about your idea" not in words(cara.get("/"))
    page = words(ben.get(f"/ideas/{idea}/questions"))
    assert "Cara asks “Which room?” Nobody has answered yet." in page
    (said,) = club.written(
        lambda: ben.post(
            f"/ideas/{idea}/questions/{asked.question}/answers", words="The small one."
        )
    )
    assert isinstance(said, QuestionAnswered)
    assert "Ben says: “The small one.”" in words(cara.get(f"/ideas/{idea}/questions"))
    assert "A question about your idea" not in words(ben.get("/"))
    assert "Questions (1)" in words(cara.get(f"/ideas/{idea}"))


@pytest.mark.parametrize("said", ["", "   ", "\u200b"])
def test_a_question_without_words_is_not_written_down(club: Club, said: str) -> None:
    idea, cara = club.idea(), club.enter("Cara")
    assert club.written(lambda: cara.post(f"/ideas/{idea}/questions", words=said)) == []
    answer = cara.post(f"/ideas/{idea}/questions", words=said)
    assert (answer.status_code, "Write your question." in words(answer)) == (400, True)


def test_an_answer_without_words_comes_back_with_its_form_open(club: Club) -> None:
    idea, ben = club.idea(), club.enter("Ben")
    asked = club.does.ask_question(club.act("Cara"), idea, "Which room?")
    answer = ben.post(f"/ideas/{idea}/questions/{asked}/answers", words=" ")
    assert answer.status_code == 400
    assert "Write an answer." in words(answer)
    assert "<details open>" in answer.text


def test_a_question_that_nobody_asked_cannot_be_answered(club: Club) -> None:
    idea, ben = club.idea(), club.enter("Ben")
    answer = ben.post(f"/ideas/{idea}/questions/{club.here}/answers", words="The small one.")
    assert (answer.status_code, "There is no such question." in words(answer)) == (404, True)


# ---- Better words


def test_better_words_say_which_worry_they_answer_to(club: Club) -> None:
    idea, ben = club.idea("A quiet room", text="A room."), club.enter("Ben")
    worry = club.does.raise_objection(club.act("Cara"), idea, "The hall is cold.")
    form = words(ben.get(f"/ideas/{idea}/words"))
    assert "Cara had a worry The hall is cold." in form
    new = {"title": "A quiet room", "text": "A warm room.", "because": str(worry)}
    (amended,) = club.written(lambda: ben.post(f"/ideas/{idea}/words", **new))
    assert isinstance(amended, ProposalAmended)
    assert amended.because_of == (club.does.raised(idea, worry),)
    assert amended.title is None, "what stays is not written again"
    page = words(ben.get(f"/ideas/{idea}"))
    assert "A warm room." in page
    assert "A room." not in page
    record = words(ben.get("/why/record"))
    assert "Ben changed the text of “A quiet room” because of what others said." in record


def test_better_words_can_answer_to_a_question(club: Club) -> None:
    idea, ben = club.idea(), club.enter("Ben")
    club.does.ask_question(club.act("Cara"), idea, "Which room?")
    (asked,) = club.services.talk.about(idea).questions
    new = {"title": "The small room", "because": asked.asked.event}
    (amended,) = club.written(lambda: ben.post(f"/ideas/{idea}/words", **new))
    assert isinstance(amended, ProposalAmended)
    assert amended.because_of == (asked.asked.event,)


def test_words_that_are_the_same_change_nothing(club: Club) -> None:
    idea, ben = club.idea("A quiet room", text="A room."), club.enter("Ben")
    same = {"title": "A quiet room", "text": "A room."}
    assert club.written(lambda: ben.post(f"/ideas/{idea}/words", **same)) == []


def test_an_idea_without_a_title_comes_back_to_be_mended(club: Club) -> None:
    idea, ben = club.idea("A quiet room"), club.enter("Ben")
    answer = ben.post(f"/ideas/{idea}/words", title=" ", text="A warm room.")
    assert answer.status_code == 400
    assert "Write what the idea is." in words(answer)
    assert "A warm room." in answer.text


def test_only_whose_idea_it_is_and_the_chair_change_its_words(club: Club) -> None:
    idea = club.idea()
    for name, may in (("Ben", True), ("Asha", True), ("Cara", False)):
        page = club.enter(name).get(f"/ideas/{idea}")
        assert (f"/ideas/{idea}/words" in page.text) is may
    refused = club.enter("Cara").get(f"/ideas/{idea}/words")
    assert refused.status_code == 403
    assert "Only whose idea it is can change it" in words(refused)
    assert club.enter("Cara").post(f"/ideas/{idea}/words", title="Mine").status_code == 403


def test_from_the_opening_of_the_vote_the_words_are_fixed(club: Club) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    assert f"/ideas/{idea}/words" not in ben.get(f"/ideas/{idea}").text
    assert ben.get(f"/ideas/{idea}/words").status_code == 403
    facts = club.written(lambda: ben.post(f"/ideas/{idea}/words", title="Another"))
    assert facts == []


@pytest.mark.parametrize("because", ["nonsense", "0" * 32 + "@1", str(START)])
def test_something_that_is_no_event_is_no_reason_for_new_words(club: Club, because: str) -> None:
    idea, ben = club.idea(), club.enter("Ben")
    assert club.written(lambda: ben.post(f"/ideas/{idea}/words", title="X", because=because)) == []
    assert ben.post(f"/ideas/{idea}/words", title="X", because=because).status_code in (400, 404)


# ---- What it costs, and what it is about


@pytest.mark.parametrize(
    ("written", "pence"),
    [("80", 8000), ("£80", 8000), (" 8.5 ", 850), ("8.05", 805), ("1,000", 100_000), ("٨٠", 8000)],
)
def test_an_idea_says_what_it_costs(club: Club, written: str, pence: int) -> None:
    ben = club.enter("Ben")
    sent = {"title": "A light", "cost": written, "about": "money"}
    checked = words(ben.post("/ideas/check", **sent))
    (made,) = club.written(lambda: ben.post("/ideas/", **sent))
    assert isinstance(made, ProposalMade)
    assert made.amount == Money(amount=pence, currency="GBP")
    assert made.domain is Domain.MONEY
    page = words(ben.get(f"/ideas/{made.originator_id}"))
    price = f"It costs £{pence // 100:,}" + (f".{pence % 100:02}" if pence % 100 else "")
    assert price in checked
    assert price in page


@pytest.mark.parametrize("written", ["a lot", "-3", "8.555", "8.", ".5", "1e3", "9" * 12])
def test_money_that_is_no_number_comes_back_to_be_mended(club: Club, written: str) -> None:
    ben = club.enter("Ben")
    for path in ("/ideas/check", "/ideas/"):
        answer = ben.post(path, title="A light", cost=written)
        assert answer.status_code == 400
        assert "Write the money as a number, like 80 or 8.50." in words(answer)
    assert club.written(lambda: ben.post("/ideas/", title="A light", cost=written)) == []


def test_an_idea_need_not_cost_anything_nor_be_about_anything(club: Club) -> None:
    ben = club.enter("Ben")
    (made,) = club.written(lambda: ben.post("/ideas/", title="A light", cost="", about=""))
    assert isinstance(made, ProposalMade)
    assert (made.amount, made.domain) == (None, Domain.NOT_STATED)
    assert "It costs" not in words(ben.get(f"/ideas/{made.originator_id}"))
