"""The whole record of one decision: every field, for people and for scripts."""

from typing import Any

from tests.web.club import Club, words
from tests.web.page_parts import Parts
from tests.web.past import CLUB, Said, cast, decided, founded, joined, line, opened
from tests.web.prompt import Prompt

RULE = {"method": "majority", "quorum": [{"at_least": 2, "of": "entitled"}]}
MANY = [f"m{number}" for number in range(12)]
STAFF = [f"s{number}" for number in range(12)]
LATER = "2026-05-02"


def with_both_groups(*more: Said) -> tuple[Said, ...]:
    """Twelve members and twelve staff; then whatever comes."""
    seats = [joined(one) for one in MANY] + [joined(one, seat="staff") for one in STAFF]
    return (founded(), *seats, opened(), *more, decided())


def record(prompt: Prompt, *lines: Said, of: str = "dj") -> Any:
    prompt.type("import", prompt.file(*lines))
    found = prompt.ask("show", "proposal", of)["record"]
    listed = {d["proposal"]: d["record"] for d in prompt.ask("show", "decisions")["decisions"]}
    assert listed[of] == found
    return found


def test_what_a_history_tells_of_a_decision_stands_in_its_record(prompt: Prompt) -> None:
    found = record(
        prompt,
        founded(rule=RULE),
        *(joined(one) for one in ("asha", "ben", "cara")),
        line("meeting.held", committee="club", meeting="may", present=["asha", "ben"]),
        opened(text="He played in March.", person="ben", stake=2, meeting="may"),
        cast("asha"),
        cast("ben"),
        line("objection.raised", proposal="dj", objection="loud", person="cara", text="Too loud"),
        line("objection.resolved", objection="loud", how="explained"),
        line("person.recused", proposal="dj", person="cara"),
        decided(reason="We like him.", review_on="2026-09-01", meeting="may"),
        line("task.added", committee="club", task="ask", title="Ask him", authority="dj"),
        line("task.taken", task="ask", person="ben"),
        line("decision.reversed", LATER, proposal="dj", reason="He cannot come."),
    )
    assert (found["question"], found["text"]) == ("About dj", "He played in March.")
    assert (found["proposer"], found["stake"], found["route"]) == ("ben", 2, "vote")
    assert found["entitled"] == ["asha", "ben", "cara"]
    assert (found["present"], found["recused"]) == (["asha", "ben"], ["cara"])
    assert (found["quorum"], found["asks_for_quorum"]) == (True, True)
    assert (found["options"], found["do_nothing"]) == (["Yes", "No"], "No")
    assert found["reasons"] == ["We like him."]
    (worry,) = found["objections"]
    assert (worry["person"], worry["words"], worry["how"]) == ("cara", "Too loud", "explained")
    (task,) = found["tasks"]
    assert (task["title"], task["holders"]) == ("Ask him", ["ben"])
    assert found["reversed_by"]["words"] == "He cannot come."
    assert found["recorded"]["through"] == "import"


def test_what_the_log_holds_nothing_of_is_null(prompt: Prompt) -> None:
    found = record(prompt, *CLUB, opened(), cast("asha"), cast("ben"), decided())
    empty = {name for name, value in found.items() if value is None}
    assert empty == {
        *("text", "about", "stake", "promise", "chosen", "meeting", "place", "present"),
        *("present_number", "apologies", "recused", "deciders", "quorum", "amount"),
        *("may_decide", "proposer", "drafter", "known", "considered", "left_out", "conflicts"),
        *("by_group", "objections", "reasons", "risks", "tasks", "review_on", "reviews", "told"),
        *("supersedes", "superseded_by", "ended", "reversed_by", "agreed", "confirmed"),
    }


def test_groups_are_told_apart_where_each_answer_has_five_people_behind_it(prompt: Prompt) -> None:
    answers = [cast(one, "yes" if place < 7 else "no") for place, one in enumerate(MANY)]
    answers += [cast(one, "yes" if place < 5 else "no") for place, one in enumerate(STAFF)]
    found = record(prompt, *with_both_groups(*answers))
    assert found["by_group"] == [
        {"seat": "member", "answer": "no", "people": 5},
        {"seat": "member", "answer": "yes", "people": 7},
        {"seat": "staff", "answer": "no", "people": 7},
        {"seat": "staff", "answer": "yes", "people": 5},
    ]


def test_no_group_is_told_where_one_of_them_is_small_or_of_one_mind(prompt: Prompt) -> None:
    """The whole is known: twelve of one group would be told by what the others said."""
    answers = [cast(one, "yes" if place < 7 else "no") for place, one in enumerate(MANY)]
    answers += [cast(one) for one in STAFF]
    assert record(prompt, *with_both_groups(*answers))["by_group"] is None


def test_people_read_every_field_and_which_are_empty(club: Club) -> None:
    idea = club.decided()
    page = club.enter("Ben").get(f"/why/{idea}/whole")
    read = words(page)
    assert "Whose idea was it? Ben" in read
    assert "Who could vote?" in read
    assert "How did people vote? 2 said yes 1 said no" in read
    assert "Were there enough people? The rule asks for no number." in read
    assert "What could go wrong? Not written down" in read
    assert "Does one more person say so? Not written down" in read
    fields, empty = page.text.count("<dt>"), page.text.count("Not written down")
    assert f"{fields - empty} of {fields} things are written down." in read


def test_the_record_is_one_press_from_the_result_and_the_story(club: Club) -> None:
    idea, ben = club.decided(), club.enter("Ben")
    for path in (f"/ideas/{idea}", f"/why/{idea}"):
        assert f"/why/{idea}/whole" in Parts(ben.get(path).text).links
    undecided = club.idea("A poster")
    assert f"/why/{undecided}/whole" not in Parts(ben.get(f"/why/{undecided}").text).links
    answer = ben.get(f"/why/{undecided}/whole")
    assert (answer.status_code, "This is not decided yet." in words(answer)) == (404, True)


def test_jobs_and_who_has_them_stand_in_the_record(club: Club) -> None:
    idea = club.decided("A light")
    cited = club.does.authority_of(idea)
    job = club.does.add_task(club.act("Asha"), club.here, "Buy the light", authority=cited)
    club.does.take_task(club.act("Cara"), job)
    read = words(club.enter("Ben").get(f"/why/{idea}/whole"))
    assert "Which jobs came of it? Cara: Buy the light" in read
