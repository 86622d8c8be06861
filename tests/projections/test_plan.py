"""Occasions and what holds for them."""

from datetime import date, time
from uuid import uuid4

import pytest

from domain.ids import PlanId
from domain.kinds import LineKind
from domain.values import LocalMoment, Money
from projections.plan import in_words
from tests.projections.club import Club

FRIDAY = LocalMoment(day=date(2026, 7, 3), at=time(19, 30), zone="Europe/London")


def test_a_plan_is_shown_with_what_holds_for_it(club: Club) -> None:
    right = club.decide("A film night")
    plan = club.plan("Film night", on=FRIDAY, authority=right)
    later, act = club.later(hours=1), club.by(club.cara)
    line = club.governance.write_line(
        act, plan, "Food", "Pizza", kind=LineKind.FOOD, authority=right
    )
    seen = club.plans.plan(plan)
    assert seen
    assert (seen.title, seen.on, seen.authority) == ("Film night", FRIDAY, right)
    assert [
        (it.line, it.label, it.kind, it.value, it.since, it.authority) for it in seen.lines
    ] == [(line, "Food", LineKind.FOOD, "Pizza", later, right)]


def test_the_last_words_for_a_line_hold_where_it_was_first_written(club: Club) -> None:
    right = club.decide()
    plan, act = club.plan(authority=right), club.by(club.ben)
    write = club.governance.write_line
    food = write(act, plan, "Food", "Pizza", authority=right)
    write(act, plan, "Music", "Records", authority=right)
    other = club.decide("Curry, not pizza")
    write(act, plan, "Dinner", "Curry", line=food, authority=other)
    seen = club.plans.plan(plan)
    assert seen
    assert [(it.label, it.value, it.authority) for it in seen.lines] == [
        ("Dinner", "Curry", other),
        ("Music", "Records", right),
    ]


def test_a_line_that_was_dropped_holds_no_more_until_it_is_written_again(club: Club) -> None:
    right = club.decide()
    plan, act = club.plan(authority=right), club.by(club.ben)
    food = club.governance.write_line(act, plan, "Food", "Pizza", authority=right)
    club.governance.drop_line(act, plan, food, authority=right)
    dropped = club.plans.plan(plan)
    club.governance.write_line(act, plan, "Food", "Curry", line=food, authority=right)
    again = club.plans.plan(plan)
    assert dropped
    assert again
    assert (dropped.lines, [it.value for it in again.lines]) == ((), ["Curry"])


def test_money_is_a_line_of_its_own(club: Club) -> None:
    right = club.decide()
    plan, act = club.plan(authority=right), club.by(club.ben)
    money = Money(amount=8000, currency="GBP")
    club.governance.write_line(act, plan, "Entrance", money=money, authority=right)
    seen = club.plans.plan(plan)
    assert seen
    assert [(it.value, it.money) for it in seen.lines] == [("£80", money)]


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        (8000, "GBP", "£80"),
        (850, "GBP", "£8.50"),
        (5, "EUR", "€0.05"),
        (-1250, "USD", "−$12.50"),
        (123456789, "CHF", "CHF 1,234,567.89"),
        (0, "GBP", "£0"),
    ],
)
def test_money_is_written_as_people_write_it(amount: int, currency: str, words: str) -> None:
    assert in_words(Money(amount=amount, currency=currency)) == words


def test_plans_are_listed_by_their_day_and_those_without_one_last(club: Club) -> None:
    right = club.decide()
    club.plan("Some time", authority=right)
    club.plan("July", on=FRIDAY, authority=right)
    club.plan("May", on=LocalMoment(day=date(2026, 5, 1)), authority=right)
    club.plan("July too", on=FRIDAY, authority=right)
    listed = club.plans.plans(club.committee)
    assert [plan.title for plan in listed] == ["May", "July", "July too", "Some time"]


def test_plans_that_lie_ahead_are_told_from_those_that_are_past(club: Club) -> None:
    right, today = club.decide(), date(2026, 6, 1)
    for title, day in (("April", 4), ("May", 5), ("June", 6), ("July", 7)):
        club.plan(title, on=LocalMoment(day=date(2026, day, 1)), authority=right)
    club.plan("Some time", authority=right)
    ahead = club.plans.ahead(club.committee, today)
    assert [plan.title for plan in ahead] == ["June", "July", "Some time"]
    last, both = (club.plans.past(club.committee, today, limit) for limit in (1, 9))
    assert [[plan.title for plan in some] for some in (last, both)] == [["May"], ["May", "April"]]


def test_another_committees_plans_are_not_listed(club: Club) -> None:
    club.plan()
    other = club.governance.found_committee(club.by(club.ben), "Food Club")
    assert club.plans.plans(other) == []


def test_when_an_occasion_is(club: Club) -> None:
    right = club.decide()
    assert club.plans.taking_place(club.plan(on=FRIDAY, authority=right)) == FRIDAY
    assert club.plans.taking_place(club.plan(authority=right)) is None


def test_a_plan_that_is_not_there_is_nothing(club: Club) -> None:
    nowhere = PlanId(uuid4())
    assert (club.plans.plan(nowhere), club.plans.taking_place(nowhere)) == (None, None)
