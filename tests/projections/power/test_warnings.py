"""W: what the committee should talk about, each rule at its edge."""

from datetime import timedelta
from itertools import product

import pytest

from domain.events import StepInApplied
from domain.ids import StreamId
from domain.kinds import (
    Finding,
    Route,
    Stake,
    StepInGround,
    TakeoverAnswer,
)
from domain.sealed import Sealed
from tests.facts import NO, YES
from tests.projections.power.night import PASSED, Night

SMALL, BIG = Stake.SMALL, Stake.MONEY_PEOPLE_TIME


# ---- W1 and W2: staff alone


def test_four_bigger_choices_in_a_row_by_staff_are_something_to_talk_about(night: Night) -> None:
    for _ in range(3):
        night.alone()
    assert night.warned("W1") == []
    night.alone()
    (found,) = night.warned("W1")
    assert found.since == night.club.now
    assert found.sentence == "Staff made 4 of the bigger choices in a row without us."


def test_a_small_vote_between_them_does_not_hide_the_run(night: Night) -> None:
    """One token vote a month keeps "votes held" alive; it is small, so the run goes on."""
    for _ in range(4):
        night.alone()
        night.decide(days=1)
    assert len(night.warned("W1")) == 1


def test_a_bigger_choice_made_together_ends_the_run(night: Night) -> None:
    for _ in range(3):
        night.alone()
    made = night.club.idea()
    night.club.governance.judge_stake(night.club.by(night.club.asha), made, BIG)
    night.club.governance.open_voting(night.club.by(night.club.asha), made)
    night.club.vote(made, YES, YES, YES)
    night.club.close(made)
    for _ in range(3):
        night.alone()
    assert night.warned("W1") == []


def test_six_of_the_last_eight_are_told_once(night: Night) -> None:
    """Two votes and five small ones alone: not yet. One more: six of eight. Then it goes on."""
    for _ in range(2):
        night.decide(days=1)
    for _ in range(5):
        night.alone(SMALL)
    assert night.warned("W2") == []
    night.alone(SMALL)
    night.alone(SMALL)
    (found,) = night.warned("W2")
    assert found.since == night.club.now - timedelta(days=1)


def chance_of_run(length: int, among: int, rate: float) -> float:
    """How likely so many in a row are somewhere among independent decisions."""
    state = [1.0] + [0.0] * length
    for _ in range(among):
        going = sum(state[:length])
        state = [
            (1 - rate) * going,
            *(rate * state[place] for place in range(length - 1)),
            state[length] + rate * state[length - 1],
        ]
    return state[length]


def chance_of_many(most: int, last: int, among: int, rate: float) -> float:
    """How likely so many of the last few are, somewhere among independent decisions."""
    state: dict[tuple[int, ...], float] = {(): 1.0}
    found = 0.0
    for _ in range(among):
        after: dict[tuple[int, ...], float] = {}
        for window, chance in state.items():
            for one, its in ((1, rate), (0, 1 - rate)):
                now = (*window, one)[-last:]
                if len(now) == last and sum(now) >= most:
                    found += chance * its
                else:
                    after[now] = after.get(now, 0.0) + chance * its
        state = after
    return found


@pytest.mark.parametrize(("rate", "chance"), [(0.1, 0.003), (0.2, 0.042), (0.3, 0.18)])
def test_how_often_luck_alone_makes_four_in_a_row(rate: float, chance: float) -> None:
    """Of 36 decisions: the figures of the audit's design, worked out again."""
    assert chance_of_run(4, 36, rate) == pytest.approx(chance, rel=0.15)


@pytest.mark.parametrize(("rate", "chance"), [(0.2, 0.023), (0.3, 0.15)])
def test_how_often_luck_alone_makes_six_of_eight(rate: float, chance: float) -> None:
    assert chance_of_many(6, 8, 40, rate) == pytest.approx(chance, rel=0.1)
    assert chance_of_many(6, 8, 40, 0.1) < 0.001


def test_three_in_a_row_would_come_up_by_luck_too_often() -> None:
    assert chance_of_run(3, 24, 0.3) == pytest.approx(0.36, abs=0.03)
    assert chance_of_many(5, 8, 40, 0.2) == pytest.approx(0.13, abs=0.02)


def test_the_chances_are_right_where_all_courses_can_be_written_down() -> None:
    courses = list(product((0, 1), repeat=10))
    runs = sum("1111" in "".join(map(str, one)) for one in courses) / len(courses)
    assert chance_of_run(4, 10, 0.5) == pytest.approx(runs)
    many = sum(any(sum(one[at : at + 8]) >= 6 for at in range(3)) for one in courses)
    assert chance_of_many(6, 8, 10, 0.5) == pytest.approx(many / len(courses))


# ---- W3 and W6: stepping in


def step_in(night: Night, reason: str | None = "A guest was about to fall.") -> None:
    club = night.club
    plan = club.plan()
    act = club.by(night.jo)
    told = act if reason is None else type(act).now(night.jo, club.now, Sealed.of(reason))
    night.club.governance.step_in(
        told,
        club.committee,
        StepInGround.HARM,
        less_restrictive_tried=True,
        touches=[StreamId(plan)],
        ends=club.now + timedelta(hours=2),
    )


def test_a_step_in_is_looked_at_within_a_fortnight(night: Night) -> None:
    step_in(night)
    began = night.club.now
    night.club.later(days=14)
    night.decide(days=0)
    assert night.warned("W3") == []
    night.decide(days=1)
    (found,) = night.warned("W3")
    assert found.since == began + timedelta(days=14)
    assert found.sentence == "Staff stepped in, and nobody looked at it in time."


def test_a_step_in_that_was_looked_at_in_time_is_no_warning(night: Night) -> None:
    step_in(night)
    club = night.club
    (made,) = (event for event in night.events if isinstance(event, StepInApplied))
    club.later(days=5)
    vera = club.governance.register_person(club.by(club.asha), "Vera")
    club.governance.review_step_in(
        club.by(club.asha), club.committee, made.step_in, Finding.PARTLY, [club.asha, vera]
    )
    club.later(days=30)
    night.decide(days=1)
    assert night.warned("W3") == []
    club.governance.review_step_in(
        club.by(club.asha), club.committee, made.step_in, Finding.UPHELD, [club.asha, vera]
    )
    assert night.warned("W3") == [], "a second look, later, undoes nothing"


def test_that_she_looked_at_it_herself_is_no_look(night: Night) -> None:
    """A history can tell of it; here it is refused."""
    step_in(night)
    (made,) = (event for event in night.events if isinstance(event, StepInApplied))
    night.club.governance.review_step_in(
        night.imported(night.jo), night.club.committee, made.step_in, Finding.UPHELD, [night.jo]
    )
    night.club.later(days=15)
    night.decide(days=0)
    (found,) = night.warned("W3")
    assert found.sentence == "Staff stepped in, and nobody looked at it in time."


def take_over(night: Night, *, asked: bool | None, answer: TakeoverAnswer | None = None) -> None:
    club, does = night.club, night.club.governance
    job = club.task()
    does.take_task(club.by(club.ben), job)
    does.take_over_task(club.by(night.jo), job, club.ben, asked=asked)
    if answer:
        does.answer_takeover(club.by(club.ben), job, night.jo, answer)


def test_two_jobs_taken_over_unasked_are_something_to_talk_about(night: Night) -> None:
    take_over(night, asked=False)
    assert night.warned("W6") == []
    take_over(night, asked=False)
    (found,) = night.warned("W6")
    assert found.sentence == "Staff took over jobs twice, and nobody had asked them to."


def test_whoever_had_the_job_says_what_it_was(night: Night) -> None:
    """Jo says she was not asked; Ben says she was. The holder's word holds, both ways."""
    take_over(night, asked=False, answer=TakeoverAnswer.ASKED)
    take_over(night, asked=False, answer=TakeoverAnswer.SHARED)
    assert night.warned("W6") == []
    take_over(night, asked=True, answer=TakeoverAnswer.TAKEN)
    take_over(night, asked=True, answer=TakeoverAnswer.TAKEN)
    assert len(night.warned("W6")) == 1


# ---- W5 and W10: what nobody answers


def test_a_worry_that_is_open_after_the_next_meeting_comes_up(night: Night) -> None:
    club = night.club
    made = club.idea()
    club.governance.raise_objection(club.by(club.cara), made, "It is loud.")
    assert night.warned("W5") == []
    club.later(days=7)
    night.meet()
    (found,) = night.warned("W5")
    assert found.sentence == "A worry was still open after we met."


def test_a_worry_in_better_words_is_still_one_worry(night: Night) -> None:
    club = night.club
    made = club.idea()
    for words in ("It is loud.", "It is so loud that I cannot stay."):
        club.governance.raise_objection(club.by(club.cara), made, words)
    club.later(days=7)
    night.meet()
    assert len(night.warned("W5")) == 1


def test_a_question_that_was_answered_before_the_meeting_does_not(night: Night) -> None:
    club, does = night.club, night.club.governance
    made = club.idea()
    asked = does.ask_question(club.by(club.cara), made, "How loud?")
    club.later(days=1)
    does.answer_question(club.by(night.jo), made, asked, "Quiet.")
    club.later(days=6)
    night.meet()
    assert night.warned("W5") == []


def test_a_member_hears_of_their_idea_before_the_second_meeting(night: Night) -> None:
    club = night.club
    club.idea()
    for number in (0, 1):
        club.later(days=7)
        night.meet()
        assert len(night.warned("W10")) == number


def test_an_idea_of_staff_that_nobody_takes_up_is_no_warning(night: Night) -> None:
    club = night.club
    club.governance.make_proposal(club.by(night.jo), club.committee, "A rota")
    for _ in range(3):
        club.later(days=7)
        night.meet()
    assert night.warned("W10") == []


# ---- W7, W8 and W9


def test_staff_who_know_first_at_three_meetings_in_a_row(night: Night) -> None:
    for number in range(3):
        assert len(night.warned("W7")) == 0, number
        papers = {night.jo: 7.0, **dict.fromkeys(night.members, 0.0)}
        night.decide(papers=papers, meeting=True)
    assert len(night.warned("W7")) == 1


def test_two_days_earlier_is_not_yet_much(night: Night) -> None:
    for _ in range(4):
        papers = {night.jo: 5.0, **dict.fromkeys(night.members, 3.0)}
        night.decide(papers=papers, meeting=True)
    assert night.warned("W7") == []


def test_ten_choices_without_a_no_are_only_asked_about(night: Night) -> None:
    for _ in range(9):
        night.decide(days=1)
    assert night.warned("W9") == []
    night.decide(days=1)
    (found,) = night.warned("W9")
    assert found.ask == "That can be fine. Is it OK to say no here?"


def test_one_no_begins_the_count_anew(night: Night) -> None:
    for number in range(12):
        night.decide(days=1, answers=(YES, YES, NO if number == 5 else YES))
    assert night.warned("W9") == []


def test_what_a_mandate_does_not_cover_is_told(night: Night) -> None:
    """A history that says Jo decided for the others, and names no right that is known."""
    club = night.club
    assert night.warned("W4") == []
    made = club.idea()
    club.governance.record_decision(
        night.imported(night.jo), made, Route.DELEGATED_STAFF, PASSED, deciders=[night.jo]
    )
    assert len(night.warned("W4")) == 1
