"""Lines that cannot be taken in, each refused with a sentence that says why."""

from typing import Any

import pytest

from domain.events import PersonRegistered, PersonSeated
from tests.web.past import (
    CLUB,
    Past,
    Said,
    cast,
    decided,
    founded,
    joined,
    line,
    opened,
)
from web.history.reading import LONGEST_LINE

# ---- Bad lines


def test_a_line_has_to_be_json(past: Past) -> None:
    assert past.why('{"kind": "ballot.cast", ').startswith("This line is not JSON: EOF")
    assert past.why('{"kind": "x", "at": NaN}').startswith("This line is not JSON")
    assert past.why("[1, 2]") == "A line has to be one JSON object, in curly brackets."
    assert past.why('{"kind": "\\ud800"}').startswith("This line is not JSON")
    assert past.why("[" * 100_000).startswith("This line is not JSON")


def test_a_file_has_to_be_in_utf_8(past: Past) -> None:
    latin = '{"kind": "person.joined", "person": "Zoë"}'.encode("latin-1")
    assert past.why(latin) == "This line is not in UTF-8. Save the file as UTF-8."


def test_a_huge_line_is_refused_and_not_read(past: Past) -> None:
    huge = b'{"kind": "' + b"x" * LONGEST_LINE + b'"}'
    assert "bytes long, and 10,000,000 are the most" in past.why(huge)


def test_a_huge_text_is_refused(past: Past) -> None:
    assert "This text is too long" in past.why(*CLUB, opened(text="x" * 200_000))


def test_every_kind_is_known_by_name(past: Past) -> None:
    assert past.why({"at": "2026-05-01"}) == "The key “kind” is missing: what the line is about."
    assert past.why(line("ballot.casted")) == (
        "There is no kind of line that is called “ballot.casted”. Did you mean “ballot.cast”?"
    )


def test_an_unknown_key_is_an_error(past: Past) -> None:
    assert past.why(founded(colour="red")) == "There is no key “colour” for this kind of line."
    assert past.why(
        founded(), joined("ben", note="free", src={"page": 3}), cast("ben", moood=1)
    ) == ("There is no key “moood” for this kind of line.")


def test_a_key_that_is_needed_must_be_there(past: Past) -> None:
    assert past.why(line("person.joined", committee="club")) == "The key “person” is missing."
    assert past.why(line("person.joined", committee="club", person=" ")) == "person: it is empty."
    assert past.why({"kind": "person.joined", "committee": "club", "person": "b"}) == (
        "The key “at” is missing."
    )


@pytest.mark.parametrize(
    "at", ["3 May 2026", "2026-13-01", "2026-05-01T25:00", "20260501", "", "0001-01-01T00:00+14:00"]
)
def test_a_date_has_to_be_written_as_one(past: Past, at: str) -> None:
    assert "is not a date. Write a day as 2026-07-03" in past.why(founded(at=at))


@pytest.mark.parametrize("at", [1777636800, None, True, ["2026-05-01"]])
def test_a_date_is_text(past: Past, at: object) -> None:
    assert "Write a day as 2026-07-03" in past.why(founded() | {"at": at})


@pytest.mark.parametrize("day", ["soon", "2026-02-30", "2026-05-01T12:00", 20260501, 3, True, ""])
def test_a_day_has_to_be_written_as_one(past: Past, day: object) -> None:
    why = "Write a day as 2026-07-03."
    assert past.why(founded(), joined("ben", term_ends=day)) == f"term_ends: {why}"
    assert past.why(*CLUB, opened(), decided(review_on=day)) == f"review_on: {why}"


def test_a_choice_is_one_of_the_known_ones(past: Past) -> None:
    assert "choice: it has to be one of 'yes', 'no'" in past.why(*CLUB, opened(), cast("ben", "si"))


@pytest.mark.parametrize("more", [{}, {"choice": "yes", "approves": ["a"]}])
def test_a_ballot_has_one_answer(past: Past, more: Said) -> None:
    ballot = line("ballot.cast", proposal="dj", person="ben", **more)
    assert past.why(*CLUB, opened(), ballot) == (
        "A ballot has one of choice, ranking, scores and approves."
    )


def test_a_question_for_yes_or_no_is_not_answered_by_an_order(past: Past) -> None:
    ballot = line("ballot.cast", proposal="dj", person="ben", ranking=[["x"]])
    why = "This question is for yes or no. Say the answer with “choice”."
    assert past.why(*CLUB, opened(), ballot) == why


# ---- Unknown names


def test_a_ballot_before_its_proposal_is_refused(past: Past) -> None:
    report = past.take(*CLUB, cast("ben", at="2026-05-02"), opened(at="2026-05-03"))
    assert report.bad[0].why == "The proposal “dj” begins on line 6, and that happened later."


def test_what_rests_on_a_bad_line_says_so(past: Past) -> None:
    report = past.take(*CLUB, opened(stake=9), cast("ben"))
    assert [one.line for one in report.bad] == [5, 6]
    assert report.bad[1].why == "The proposal “dj” begins on line 5, which is bad."


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (joined("ben", "clubb"), "There is no committee “clubb”. Names like it: “club”."),
        (cast("ben", proposal="djj"), "There is no proposal “djj”. Names like it: “dj”."),
        (line("task.taken", task="bar", person="ben"), "There is no task “bar”."),
        (line("plan.line", plan="may", line="x", value="y"), "There is no plan “may”."),
        (line("objection.resolved", objection="o", how="explained"), "There is no objection “o”."),
        (cast("ben", meeting="m-1"), "There is no meeting “m-1”."),
        (decided(outcome=["maybe"]), "“maybe” is none of adopted, rejected and no_quorum."),
        (decided(tally={"maybe": 3}), "tally: “maybe” is neither an option nor one of yes"),
        (
            line("role.left", committee="club", person="ben", role="dj"),
            "There is no role “dj” on “club”.",
        ),
    ],
)
def test_unknown_things_are_refused(past: Past, said: Said, sentence: str) -> None:
    assert past.why(*CLUB, opened(), said).startswith(sentence)


def test_an_unknown_option_is_told_with_those_there_are(past: Past) -> None:
    food = opened("food", options=[{"option": "a"}, {"option": "b"}], rule={"method": "schulze"})
    ballot = line("ballot.cast", proposal="food", person="ben", ranking=[["c"]])
    assert past.why(*CLUB, food, ballot) == "There is no option “c”. There are: “a”, “b”."


def test_what_belongs_to_another_committee_is_told(past: Past) -> None:
    lines = (*CLUB, founded("board"), opened(), cast("ben", committee="board"))
    assert past.why(*lines) == (
        "There is no proposal “dj” here. What is called so belongs elsewhere."
    )


def test_somebody_unknown_becomes_known_without_a_seat(past: Past) -> None:
    report = past.take(*CLUB, opened(), cast("ben", recorded_by="zoe"))
    assert [one.why for one in report.warnings] == [
        "“zoe” was not known yet. They are known from here on, without a seat."
    ]
    assert len(past.events(PersonRegistered)) == 4
    assert len(past.events(PersonSeated)) == 3


def test_a_name_that_two_committees_use_needs_the_committee(past: Past) -> None:
    two = (*CLUB, founded("board"), joined("eve", "board"), opened(), opened(committee="board"))
    assert past.why(*two, cast("eve")) == (
        "Two committees have a proposal “dj”. Say which with “committee”."
    )
    assert past.take(*two, cast("eve", committee="board")).bad == []


def both(kind: str, **said: Any) -> list[Said]:
    return [line(kind, committee=committee, **said) for committee in ("club", "board")]


@pytest.mark.parametrize(
    ("named", "said"),
    [
        (both("plan.made", plan="x", title="X"), {"plan": "x", "line": "a", "value": "b"}),
        (both("task.added", task="x", title="X"), {"task": "x", "person": "ben"}),
        (both("mandate.granted", mandate="x", holder="ben", scope="X"), {"mandate": "x"}),
        (both("step_in.applied", step_in="x", person="ben", grounds="harm"),
         {"step_in": "x", "finding": "upheld"}),
    ],
    ids=["plan.line", "task.taken", "mandate.revoked", "step_in.reviewed"],
)  # fmt: skip
def test_whatever_two_committees_call_the_same_needs_the_committee(
    past: Past, named: list[Said], said: Said, request: pytest.FixtureRequest
) -> None:
    two = (*CLUB, founded("board"), joined("eve", "board"), *named)
    later = line(request.node.callspec.id, **said)
    if later["kind"] != "mandate.revoked":  # which names its committee always
        assert past.why(*two, later).startswith("Two committees have a ")
    assert past.take(*two, later | {"committee": "board"}).bad == []


@pytest.mark.parametrize(
    "said",
    [
        founded(note="again"),
        opened(title="Again"),
        line("plan.made", committee="club", plan="july", title="Again"),
        line("task.added", committee="club", task="bar", title="Again"),
    ],
)
def test_what_is_new_needs_a_new_name(past: Past, said: Said) -> None:
    before = (
        *CLUB,
        opened(),
        line("plan.made", committee="club", plan="july", title="July"),
        line("task.added", committee="club", task="bar", title="Bar"),
    )
    assert "already" in past.why(*before, said)


# ---- The rules that hold for people hold here too


def test_only_voters_vote(past: Past) -> None:
    later = (*CLUB, opened(), joined("dev"), cast("dev"))
    assert past.why(*later) == "“dev” is not one of those who could vote on “dj”."


def test_a_ballot_of_somebody_who_never_belonged_is_refused(past: Past) -> None:
    assert past.why(*CLUB, opened(), cast("zoe")) == (
        "“zoe” is not one of those who could vote on “dj”."
    )


def test_whoever_left_no_longer_votes(past: Past) -> None:
    gone = line("person.left", committee="club", person="ben")
    assert past.why(*CLUB, opened(), gone, cast("ben")) == (
        "“ben” had left, and could no longer vote on “dj”."
    )


def test_whoever_stays_out_does_not_vote(past: Past) -> None:
    out = line("person.recused", proposal="dj", person="ben")
    assert past.why(*CLUB, opened(), out, cast("ben")) == (
        "“ben” stays out of deciding “dj”, and cannot vote on it."
    )


def test_an_electorate_has_seats(past: Past) -> None:
    assert past.why(*CLUB, opened(electorate=["asha", "zoe"])) == (
        "No seat on this committee, and so no vote: “zoe”."
    )


def test_nobody_leaves_twice(past: Past) -> None:
    gone = line("person.left", committee="club", person="ben")
    assert past.why(*CLUB, gone, gone | {"at": "2026-05-02"}) == (
        "“ben” has no seat on “club” at this time. "
        "Is a line missing that tells of joining, or does one tell of leaving too soon?"
    )


def test_nobody_hands_over_what_they_do_not_hold(past: Past) -> None:
    task = line("task.added", committee="club", task="bar", title="Bar")
    offer = line("handover.offered", task="bar", giver="ben", taker="asha")
    assert past.why(*CLUB, task, offer) == (
        "“ben” does not have “bar” at this time. Nobody has it."
    )
    held = line("task.taken", task="bar", person=["cara", "asha"])
    assert past.why(*CLUB, task, held, offer) == (
        "“ben” does not have “bar” at this time. “asha” and “cara” have it."
    )


def test_nobody_accepts_what_another_person_offered(past: Past) -> None:
    lines = (
        *CLUB,
        line("task.added", committee="club", task="bar", title="Bar"),
        line("task.taken", task="bar", person=["ben", "cara"]),
        line("handover.offered", task="bar", giver="ben", taker="asha"),
        line("handover.accepted", task="bar", giver="cara", taker="asha"),
    )
    assert past.why(*lines) == "Somebody else has asked them."


def test_a_right_has_to_be_a_decision_that_said_yes(past: Past) -> None:
    plan = line("plan.made", committee="club", plan="july", title="July", authority="dj")
    assert past.why(*CLUB, opened(), plan) == "This is not decided yet."
    no = (*CLUB, opened(), cast("ben", "no"), decided())
    assert past.why(*no, plan) == "The committee did not say yes to this."


@pytest.mark.parametrize("kind", ["committee.founded", "rule.adopted", "proposal.opened"])
def test_a_rule_by_which_no_vote_can_be_held_is_refused(past: Past, kind: str) -> None:
    food = {"proposal": "food", "title": "Food", "options": [{"option": "a"}, {"option": "b"}]}
    said: Said = {"committee": "board" if kind == "committee.founded" else "club"}
    if kind == "proposal.opened":
        said |= food
    why = past.why(*CLUB, line(kind, rule={"method": "irv", "seats_to_fill": 2}, **said))
    assert why.startswith("This way of counting chooses one.")


def test_a_rule_has_to_be_one(past: Past) -> None:
    assert past.why(founded(rule={"method": "coin"})).startswith("The rule is not one: method:")
    assert "1/2" in past.why(founded(rule={"method": "majority", "threshold": 0.5}))
    assert past.why(founded(rule="majority")) == "rule: it has to be an object, in curly brackets."


def test_names_like_an_unknown_one_are_told_a_hundred_times(past: Past) -> None:
    """Looking for them among many takes long, and a file may be wrong throughout."""
    wrong = [cast("ben", proposal=f"dj{number}") for number in range(103)]
    report = past.take(*CLUB, opened("dj"), *wrong, *wrong[:2])
    like = [one.line for one in report.bad if "Names like it: “dj”" in one.why]
    assert len(report.bad) == 105
    assert like == [*range(6, 106), 109, 110]
