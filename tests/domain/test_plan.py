"""The statutes of plans: nothing changes them without a right."""

from datetime import date

import pytest

from domain.application import Governance
from domain.authority import Authority, Ground
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen
from domain.events import Event
from domain.ids import LineId
from domain.kinds import LineKind, Presence, Rhythm
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
    added,
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
    registered,
    role_taken,
)
from tests.plan_facts import APRIL, LAST_NIGHT, MAY, cancelled, comes_back, is_here, moved
from tests.scenario import NEW, given

BY_DECISION = Authority(CLUB, Ground.DECISION, DECISION)
BY_FOUNDING = Authority(CLUB, Ground.FOUNDING, FOUNDING)
BY_ANOTHER_CLUB = Authority(OTHER_CLUB, Ground.DECISION, DECISION)
A_LINE, OTHER_LINE = LineId(NEW), LineId(IDEA)


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
    night = given(planned(on=APRIL))
    night.when(Plan.move, by(ASHA), MAY, right).then_refused(NoAuthority, saying)
    night.when(Plan.cancel, by(ASHA), right).then_refused(NoAuthority, saying)
    night.when(Plan.recur, by(ASHA), Rhythm.WEEKLY, right).then_refused(NoAuthority, saying)


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


def test_a_plan_that_is_like_another_has_its_lines() -> None:
    club = given(*a_club(), *a_yes(), planned(stream=LAST_NIGHT), *_lines_of_last_night())
    for other in ({"like": LAST_NIGHT}, {"template": LAST_NIGHT}):
        club.when(
            Governance.make_plan, by(BEN), CLUB, "May night", authority=DECISION, **other
        ).then(
            planned(**other),
            line_written(A_LINE, kind=LineKind.MUSIC, words=SOME_WORDS, authority=DECISION),
        )


def _lines_of_last_night() -> list[Event]:
    dropped = line_dropped(OTHER_LINE, stream=LAST_NIGHT)
    return [
        line_written(MUSIC, kind=LineKind.MUSIC, stream=LAST_NIGHT),
        line_written(OTHER_LINE, stream=LAST_NIGHT),
        dropped,
    ]


def test_an_imported_plan_brings_its_own_lines() -> None:
    given(*a_club(), planned(stream=LAST_NIGHT), *_lines_of_last_night()).when(
        Governance.make_plan, imported(), CLUB, "May night", like=LAST_NIGHT
    ).then(planned(like=LAST_NIGHT))


def test_a_plan_is_like_one_of_the_same_committee() -> None:
    given(
        *a_club(), another_club(), *a_yes(), planned(stream=LAST_NIGHT, committee=OTHER_CLUB)
    ).when(
        Governance.make_plan, by(BEN), CLUB, "May", authority=DECISION, like=LAST_NIGHT
    ).then_refused(Malformed, saying="another committee")


# ---- When it is


def test_an_occasion_moves_by_a_decision() -> None:
    club = given(*a_club(), *a_yes(), planned(on=APRIL))
    club.when(Governance.move_plan, by(BEN), NIGHT, MAY, authority=DECISION).then(
        moved(MAY, actor=BEN, authority=DECISION)
    )
    club.when(Governance.move_plan, by(BEN), NIGHT, APRIL, authority=DECISION).then_nothing()
    club.when(Governance.move_plan, by(BEN), NIGHT, MAY).then_refused(
        NoAuthority, saying="Say which decision allows this."
    )
    given(planned(on=APRIL), moved(MAY)).when(Plan.move, by(ASHA), MAY, BY_DECISION).then_nothing()


def test_an_occasion_is_cancelled_by_a_decision_and_its_jobs_stay() -> None:
    club = given(*a_club(), *a_yes(), planned(), added(plan=NIGHT))
    club.when(Governance.cancel_plan, by(BEN), NIGHT, authority=DECISION).then(
        cancelled(actor=BEN, authority=DECISION)
    )
    club.when(Governance.cancel_plan, by(BEN), NIGHT).then_refused(
        NoAuthority, saying="Say which decision allows this."
    )
    given(planned(), cancelled()).when(Plan.cancel, by(ASHA), BY_DECISION).then_nothing()


def test_nothing_changes_an_occasion_that_was_cancelled() -> None:
    night = given(planned(on=APRIL), line_written(), cancelled())
    for answer in (
        night.when(Plan.move, by(ASHA), MAY, BY_DECISION),
        night.when(Plan.recur, by(ASHA), Rhythm.MONTHLY, BY_DECISION),
        night.when(Plan.write_line, by(ASHA), MUSIC, SOME_WORDS, BY_DECISION, words=SOME_WORDS),
        night.when(Plan.drop_line, by(ASHA), MUSIC, BY_DECISION),
        night.when(Plan.note_presence, by(ASHA), ASHA, Presence.HERE),
    ):
        answer.then_refused(NotOpen, saying="make a new plan that is like it")
    night.when(Plan.move, imported(), MAY, BY_DECISION).then(moved(MAY))


def test_no_job_is_added_to_an_occasion_that_was_cancelled() -> None:
    given(*a_club(), *a_yes(), planned(), cancelled()).when(
        Governance.add_task, by(BEN), CLUB, "Speakers", plan=NIGHT, authority=DECISION
    ).then_refused(NotOpen, saying="This was cancelled.")


def test_an_occasion_comes_back() -> None:
    given(*a_club(), *a_yes(), planned(on=APRIL)).when(
        Governance.plan_recurrence,
        by(BEN),
        NIGHT,
        Rhythm.MONTHLY,
        until=date(2026, 12, 31),
        authority=DECISION,
    ).then(comes_back(Rhythm.MONTHLY, until=date(2026, 12, 31), authority=DECISION))
    given(planned(on=APRIL), comes_back()).when(
        Plan.recur, by(ASHA), Rhythm.MONTHLY, BY_DECISION
    ).then_nothing()


def test_only_an_occasion_with_a_day_comes_back_and_later_than_it_began() -> None:
    given(planned()).when(Plan.recur, by(ASHA), Rhythm.WEEKLY, BY_DECISION).then_refused(
        Malformed, saying="on which day it is"
    )
    given(planned(on=APRIL)).when(
        Plan.recur, by(ASHA), Rhythm.WEEKLY, BY_DECISION, until=APRIL.day
    ).then_refused(Malformed, saying="after the first one")


# ---- Who is there


def test_people_say_that_they_are_here_and_that_they_go_home() -> None:
    club = given(*a_club(), registered(DEV), planned())
    club.when(Governance.note_presence, by(DEV), NIGHT, Presence.HERE).then(is_here(DEV))
    club.when(Governance.note_presence, by(ASHA), NIGHT, Presence.HERE, DEV).then(
        is_here(DEV, actor=ASHA)
    )
    club.when(Governance.note_presence, by(DEV), NIGHT, Presence.HERE, ASHA).then_refused(
        NotEligible, saying="on this committee"
    )
    night = given(planned(), is_here(DEV))
    night.when(Plan.note_presence, by(DEV), DEV, Presence.HERE).then_nothing()
    night.when(Plan.note_presence, by(DEV), DEV, Presence.GONE).then(is_here(DEV, Presence.GONE))


def test_who_was_there_is_put_right_by_themselves_or_whoever_runs_the_meetings() -> None:
    away = Presence.AWAY
    told = (role_taken(ASHA), registered(DEV), planned(), is_here(DEV))
    club = given(*a_club(), *told)
    club.when(Governance.note_presence, by(DEV), NIGHT, away).then(is_here(DEV, away))
    club.when(Governance.note_presence, by(ASHA), NIGHT, away, DEV).then(
        is_here(DEV, away, actor=ASHA)
    )
    club.when(Governance.note_presence, by(BEN), NIGHT, away, DEV).then_refused(
        NotEligible, saying="runs the meeting"
    )
    night = given(planned(), is_here(DEV))
    night.when(Plan.note_presence, by(BEN), BEN, away).then_refused(
        NotOpen, saying="Nobody said that this person was there"
    )


def test_only_somebody_whom_the_log_knows_is_there() -> None:
    given(*a_club(), planned()).when(
        Governance.note_presence, by(ASHA), NIGHT, Presence.HERE, DEV
    ).then_refused(NotFound, saying="no such person")


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
