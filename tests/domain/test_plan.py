"""The statutes of plans: nothing changes them without a right."""

from datetime import date

import pytest

from domain.application import Governance
from domain.authority import Authority, Ground
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound
from domain.ids import LineId
from domain.kinds import LineKind
from domain.plan import Plan
from domain.values import LocalMoment, Money
from domain.voting.tally import Result
from tests.facts import (
    ASHA,
    BEN,
    CLUB,
    DECISION,
    DEV,
    FOUNDING,
    IDEA,
    MUSIC,
    NIGHT,
    NO,
    OTHER_CLUB,
    OTHER_FOUNDING,
    PIZZA,
    SOME_WORDS,
    a_club,
    a_yes,
    another_club,
    by,
    cast,
    closed,
    decided,
    imported,
    left,
    line_dropped,
    line_written,
    made,
    opened,
    planned,
)
from tests.scenario import NEW, given

BY_DECISION = Authority(CLUB, Ground.DECISION, DECISION)
BY_FOUNDING = Authority(CLUB, Ground.FOUNDING, FOUNDING)
BY_ANOTHER_CLUB = Authority(OTHER_CLUB, Ground.DECISION, DECISION)
A_LINE = LineId(NEW)


# ---- The occasion


def test_an_occasion_is_planned_as_the_committee_decided() -> None:
    on = LocalMoment(day=date(2026, 4, 1))
    given().when(Plan.make, by(ASHA), CLUB, SOME_WORDS, BY_DECISION, on).then(
        planned(committee=CLUB, title=SOME_WORDS, on=on, authority=DECISION)
    )


@pytest.mark.parametrize(
    ("right", "saying"),
    [
        (BY_FOUNDING, "Its founding is not enough."),
        (BY_ANOTHER_CLUB, "Another committee decided this."),
    ],
)
def test_no_other_right_is_enough_for_a_plan(right: Authority, saying: str) -> None:
    given().when(Plan.make, by(ASHA), CLUB, SOME_WORDS, right).then_refused(NoAuthority, saying)
    given(planned()).when(
        Plan.write_line, by(ASHA), MUSIC, SOME_WORDS, right, words=SOME_WORDS
    ).then_refused(NoAuthority, saying)
    given(planned(), line_written()).when(Plan.drop_line, by(ASHA), MUSIC, right).then_refused(
        NoAuthority, saying
    )


def test_anybody_on_the_committee_carries_a_decision_out() -> None:
    club = given(*a_club(), *a_yes())
    club.when(Governance.make_plan, by(BEN), CLUB, "April night", authority=DECISION).then(
        planned(actor=BEN, authority=DECISION)
    )
    club.when(Governance.make_plan, by(DEV), CLUB, "April night", authority=DECISION).then_refused(
        NotEligible, saying="on this committee"
    )


def test_who_left_carries_nothing_out() -> None:
    given(*a_club(), *a_yes(), planned(), left(BEN)).when(
        Governance.write_line, by(BEN), NIGHT, "Music", "A DJ", authority=DECISION
    ).then_refused(NotEligible, saying="on this committee")


def test_nothing_changes_a_plan_without_a_right() -> None:
    club = given(*a_club(), *a_yes(), planned(), line_written())
    saying = "Say which decision allows this."
    club.when(Governance.make_plan, by(BEN), CLUB, "Night").then_refused(NoAuthority, saying)
    club.when(Governance.write_line, by(BEN), NIGHT, "Music", "A DJ").then_refused(
        NoAuthority, saying
    )
    club.when(Governance.drop_line, by(BEN), NIGHT, MUSIC).then_refused(NoAuthority, saying)


def test_what_was_rejected_or_not_decided_yet_changes_no_plan() -> None:
    rejected = [made(), opened(), cast(BEN, NO), closed(), decided(Result.REJECTED)]
    given(*a_club(), *rejected, planned()).when(
        Governance.write_line, by(BEN), NIGHT, "Music", "A DJ", authority=DECISION
    ).then_refused(NoAuthority, saying="did not say yes")
    given(*a_club(), made(), opened(), cast(BEN), planned()).when(
        Governance.write_line, by(BEN), NIGHT, "Music", "A DJ", authority=f"{IDEA.hex}@3"
    ).then_refused(NoAuthority, saying="not decided yet")


def test_a_chosen_option_changes_a_plan() -> None:
    chosen = [made(), opened(), cast(BEN), closed(), decided(Result.CHOSEN, PIZZA)]
    given(*a_club(), *chosen, planned()).when(
        Governance.write_line, by(BEN), NIGHT, "Food", "Pizza", authority=DECISION
    ).then(line_written(A_LINE, authority=DECISION))


def test_what_another_committee_decided_changes_no_plan_here() -> None:
    given(*a_club(), another_club(), made(committee=OTHER_CLUB), *a_yes()[1:], planned()).when(
        Governance.write_line, by(BEN), NIGHT, "Music", "A DJ", authority=DECISION
    ).then_refused(NoAuthority, saying="Another committee decided this.")


def test_a_founding_changes_no_plan_whosever_it_is() -> None:
    club = given(*a_club(), another_club(), planned())
    for founding in (FOUNDING, OTHER_FOUNDING):
        club.when(
            Governance.write_line, by(ASHA), NIGHT, "Music", "A DJ", authority=founding
        ).then_refused(NoAuthority, saying="founding is not enough")


def test_a_history_kept_elsewhere_may_plan_without_saying_by_which_right() -> None:
    given(*a_club()).when(Governance.make_plan, imported(), CLUB, "April night").then(
        planned(authority=None)
    )
    given(*a_club(), planned()).when(
        Governance.write_line, imported(), NIGHT, "Music", "A DJ"
    ).then(line_written(A_LINE, authority=None))


# ---- Its lines


def test_a_line_is_settled() -> None:
    given(planned()).when(
        Plan.write_line,
        by(ASHA),
        None,
        SOME_WORDS,
        BY_DECISION,
        kind=LineKind.MUSIC,
        words=SOME_WORDS,
    ).then(
        line_written(A_LINE, kind=LineKind.MUSIC, label=SOME_WORDS, words=SOME_WORDS, money=None)
    )


def test_a_line_is_settled_anew_under_its_name() -> None:
    money = Money(amount=8000, currency="GBP")
    given(planned(), line_written(MUSIC)).when(
        Plan.write_line, by(ASHA), MUSIC, SOME_WORDS, BY_DECISION, money=money
    ).then(line_written(MUSIC, money=money, words=None))


def test_a_line_says_something() -> None:
    given(planned()).when(Plan.write_line, by(ASHA), MUSIC, SOME_WORDS, BY_DECISION).then_refused(
        Malformed, saying="words or an amount of money"
    )
    given(*a_club(), *a_yes(), planned()).when(
        Governance.write_line, by(BEN), NIGHT, "Music", "   ", authority=DECISION
    ).then_refused(Malformed, saying="words or an amount of money")


def test_a_line_is_dropped_by_a_decision() -> None:
    given(*a_club(), *a_yes(), planned(), line_written(MUSIC)).when(
        Governance.drop_line, by(BEN), NIGHT, MUSIC, authority=DECISION
    ).then(line_dropped(MUSIC, authority=DECISION))


def test_only_a_line_that_stands_there_is_dropped() -> None:
    for past in ([], [line_written(MUSIC), line_dropped(MUSIC)]):
        given(planned(), *past).when(Plan.drop_line, by(ASHA), MUSIC, BY_DECISION).then_refused(
            NotFound, saying="no such line"
        )


def test_there_is_no_such_plan() -> None:
    given(*a_club(), *a_yes()).when(
        Governance.drop_line, by(BEN), NIGHT, MUSIC, authority=DECISION
    ).then_refused(NotFound, saying="There is no such plan.")
