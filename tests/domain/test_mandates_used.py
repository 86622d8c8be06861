"""The statutes of acting on a mandate: by whom, about what, up to which limit, until when."""

from pathlib import Path
from typing import Any

import pytest

from domain.application import Governance
from domain.committee import Committee
from domain.errors import NoAuthority, NotEligible, NotFound
from domain.events import MandateGranted, StepInApplied
from domain.ids import CHAIR, LineId, MandateId
from domain.kinds import Domain, LineKind, Per, Say
from domain.values import DomainSay, MandateHolder
from tests.committee_facts import (
    BY_DECISION,
    HELD_BY_ANOTHER_CLUB,
    HELD_BY_THE_CHAIR,
    HELD_BY_THE_CLUB,
    MANDATE,
    MONEY_ALONE,
    STEP_IN,
    TODAY,
    TOMORROW,
    YESTERDAY,
    a_club_with_staff,
    mandate_granted,
    mandate_revoked,
    pounds,
    right,
    stepped_in,
    up_to,
)
from tests.facts import (
    BEN,
    CARA,
    CLUB,
    DEV,
    JOB,
    MUSIC,
    NIGHT,
    OTHER_CLUB,
    a_club,
    added,
    another_club,
    by,
    dropped,
    imported,
    left,
    line_dropped,
    line_written,
    planned,
    registered,
    role_laid_down,
    role_taken,
    seated,
)
from tests.scenario import NEW, Past, given, governing, record

A_LINE = LineId(NEW)


# ---- What one allows


def holding(*more: Any, **terms: Any) -> tuple[Past, str]:
    """The club has a plan, and Ben a mandate with these terms; more may have happened since."""
    past = [*a_club_with_staff(), planned(), mandate_granted(**terms), *more]
    return given(*past), right(past, MandateGranted)


def test_a_mandate_or_a_step_in_is_cited_by_its_event(tmp_path: Path) -> None:
    past = [*a_club_with_staff(), mandate_granted(), stepped_in()]
    with governing(tmp_path) as club:
        record(club, past)
        assert club.grant_of(CLUB, MANDATE) == right(past, MandateGranted)
        assert club.grant_of(CLUB, STEP_IN) == right(past, StepInApplied)
        with pytest.raises(NotFound, match="no such mandate or step-in"):
            club.grant_of(CLUB, MandateId(NEW))


def test_a_mandate_lets_its_holder_change_a_plan() -> None:
    club, mandate = holding()
    club.when(
        Governance.write_line,
        by(BEN),
        NIGHT,
        "Music",
        "A DJ",
        kind=LineKind.MUSIC,
        authority=mandate,
    ).then(line_written(A_LINE, actor=BEN, authority=mandate))
    club.when(Governance.make_plan, by(BEN), CLUB, "April night", authority=mandate).then(
        planned(stream=NEW, authority=mandate)
    )


def test_a_mandate_lets_its_holder_drop_a_line_and_see_to_jobs() -> None:
    club, mandate = holding(line_written(kind=LineKind.MUSIC), added())
    club.when(Governance.drop_line, by(BEN), NIGHT, MUSIC, authority=mandate).then(
        line_dropped(MUSIC, authority=mandate)
    )
    club.when(Governance.add_task, by(BEN), CLUB, "Clear up", authority=mandate).then(
        added(stream=NEW, authority=mandate)
    )
    club.when(Governance.drop_task, by(BEN), JOB, authority=mandate).then(
        dropped(authority=mandate)
    )


def test_a_mandate_is_its_holders_only() -> None:
    club, mandate = holding()
    club.when(
        Governance.write_line, by(CARA), NIGHT, "Music", "A DJ", authority=mandate
    ).then_refused(NoAuthority, saying="It is somebody else who may do this alone. Make it an idea")
    club.when(
        Governance.write_line, by(DEV), NIGHT, "Music", "A DJ", authority=mandate
    ).then_refused(NoAuthority, saying="step in and say on which ground")


def test_a_mandate_of_a_role_goes_with_the_role() -> None:
    past = [*a_club(chair=BEN), planned(), mandate_granted(HELD_BY_THE_CHAIR)]
    mandate = right(past, MandateGranted)
    ask: Any = (Governance.write_line, by(BEN), NIGHT, "Music", "A DJ")
    given(*past).when(*ask, authority=mandate).then(line_written(A_LINE, authority=mandate))
    given(*past, role_laid_down(BEN), role_taken(CARA)).when(*ask, authority=mandate).then_refused(
        NoAuthority, saying="It is somebody else who may"
    )


@pytest.mark.parametrize("holder", [HELD_BY_THE_CLUB, HELD_BY_ANOTHER_CLUB])
def test_nobody_acts_alone_on_a_committees_mandate(holder: MandateHolder) -> None:
    club, mandate = holding(holder=holder)
    club.when(
        Governance.write_line, by(BEN), NIGHT, "Music", "A DJ", authority=mandate
    ).then_refused(NoAuthority, saying="name its decision")


def test_a_mandate_is_for_some_things_only() -> None:
    club, mandate = holding()
    for kind in (LineKind.SAFETY, LineKind.WHERE, LineKind.PEOPLE):
        club.when(
            Governance.write_line,
            by(BEN),
            NIGHT,
            "Door",
            "Open",
            kind=kind,
            authority=mandate,
        ).then_refused(NoAuthority, saying="did not agree that this is decided alone")


def test_a_line_stays_what_it_was_about_whatever_it_is_called_now() -> None:
    ask: Any = (Governance.write_line, by(BEN), NIGHT, "Door", "Open")
    terms: Any = {"kind": LineKind.MUSIC, "line": MUSIC}
    for line in (line_written(kind=LineKind.SAFETY), line_written(money=pounds(10))):
        club, mandate = holding(line)
        club.when(*ask, **terms, authority=mandate).then_refused(
            NoAuthority, saying="did not agree that this is decided alone"
        )
        club.when(Governance.drop_line, by(BEN), NIGHT, MUSIC, authority=mandate).then_refused(
            NoAuthority, saying="did not agree that this is decided alone"
        )


@pytest.mark.parametrize(
    ("say", "saying"),
    [(Say.AGREE, "have to agree to this first"), (Say.REFER, "The trustees decide")],
)
def test_what_has_to_be_agreed_or_referred_is_not_done_alone(say: Say, saying: str) -> None:
    club, mandate = holding(says=(DomainSay(domain=Domain.PROGRAMME, say=say),))
    club.when(
        Governance.write_line, by(BEN), NIGHT, "Music", "A DJ", authority=mandate
    ).then_refused(NoAuthority, saying)


def test_whatever_costs_money_is_about_money_as_well() -> None:
    spend: Any = (Governance.write_line, by(BEN), NIGHT, "DJ", "Half a night")
    club, mandate = holding(limit=up_to(80))
    club.when(*spend, money=pounds(50), authority=mandate).then_refused(
        NoAuthority, saying="did not agree that this is decided alone"
    )
    club, mandate = holding(says=MONEY_ALONE, limit=up_to(80))
    club.when(*spend, money=pounds(80), authority=mandate).then(
        line_written(A_LINE, money=pounds(80), authority=mandate)
    )


def test_a_mandate_ends_at_its_limit() -> None:
    club, mandate = holding(says=MONEY_ALONE, limit=up_to(80))
    dollars = pounds(10).model_copy(update={"currency": "USD"})
    for money in (pounds(81), pounds(-81), dollars):
        club.when(
            Governance.write_line, by(BEN), NIGHT, "DJ", money=money, authority=mandate
        ).then_refused(NoAuthority, saying="more money than they may spend alone")


@pytest.mark.parametrize("per", [Per.OCCASION, Per.MONTH, Per.YEAR])
def test_what_was_spent_on_the_same_occasion_counts_towards_a_longer_limit(per: Per) -> None:
    past = [*a_club(), mandate_granted(says=MONEY_ALONE, limit=up_to(80, per)), planned()]
    mandate = right(past, MandateGranted)
    spent = line_written(MUSIC, money=pounds(50), authority=mandate)
    club = given(*past, spent)
    spend: Any = (Governance.write_line, by(BEN), NIGHT, "Food")
    club.when(*spend, money=pounds(31), authority=mandate).then_refused(
        NoAuthority, saying="more money than they may spend alone"
    )
    club.when(*spend, money=pounds(30), authority=mandate).then(line_written(A_LINE))
    club.when(*spend, money=pounds(80), line=MUSIC, authority=mandate).then(line_written(MUSIC))


def test_each_decision_has_its_own_limit_where_the_mandate_says_so() -> None:
    past = [*a_club(), mandate_granted(says=MONEY_ALONE, limit=up_to(80)), planned()]
    mandate = right(past, MandateGranted)
    spent = line_written(MUSIC, money=pounds(80), authority=mandate)
    given(*past, spent).when(
        Governance.write_line, by(BEN), NIGHT, "Food", money=pounds(80), authority=mandate
    ).then(line_written(A_LINE))


def test_a_mandate_gives_a_seat_or_a_role_where_it_says_so() -> None:
    past = [
        registered(DEV),
        *a_club(),
        mandate_granted(says=(DomainSay(domain=Domain.MEMBERSHIP, say=Say.ALONE),)),
    ]
    mandate = right(past, MandateGranted)
    club = given(*past)
    club.when(Governance.seat_person, by(BEN), CLUB, DEV, authority=mandate).then(
        seated(DEV, authority=mandate)
    )
    club.when(
        Governance.give_role, by(BEN), CLUB, CHAIR, "Chair", BEN, authority=mandate
    ).then_refused(NoAuthority, saying="did not agree that this is decided alone")
    club.when(Governance.remove_person, by(BEN), CLUB, CARA, authority=mandate).then_refused(
        NoAuthority, saying="committee itself"
    )
    club.when(Governance.found_committee, by(BEN), "Music", founded_by=mandate).then_refused(
        NoAuthority, saying="has to decide this first"
    )


def test_a_mandate_of_another_committee_changes_nothing_here() -> None:
    other = mandate_granted(stream=OTHER_CLUB)
    given(*a_club(), another_club(), other, planned()).when(
        Governance.write_line, by(BEN), NIGHT, "Music", "A DJ", authority=f"{OTHER_CLUB.hex}@2"
    ).then_refused(NoAuthority, saying="Another committee")


# ---- For how long


@pytest.mark.parametrize("terms", [{"starts": TODAY}, {"expires": TODAY}, {"expires": TOMORROW}])
def test_a_mandate_holds_from_its_first_to_its_last_day(terms: dict[str, Any]) -> None:
    club, mandate = holding(**terms)
    club.when(Governance.write_line, by(BEN), NIGHT, "Music", "A DJ", authority=mandate).then(
        line_written(A_LINE)
    )


@pytest.mark.parametrize(
    ("terms", "saying"),
    [
        ({"starts": TOMORROW}, "alone from 4 March 2026 on"),
        ({"expires": YESTERDAY}, "alone until 2 March 2026"),
    ],
)
def test_a_mandate_allows_nothing_before_or_after(terms: dict[str, Any], saying: str) -> None:
    club, mandate = holding(**terms)
    club.when(
        Governance.write_line, by(BEN), NIGHT, "Music", "A DJ", authority=mandate
    ).then_refused(NoAuthority, saying)


def test_a_renewed_mandate_takes_the_place_of_the_old_one() -> None:
    club, mandate = holding(mandate_granted(mandate=NEW, renews=MANDATE, starts=TODAY))
    club.when(
        Governance.write_line, by(BEN), NIGHT, "Music", "A DJ", authority=mandate
    ).then_refused(NoAuthority, saying="A newer one took its place")
    club, mandate = holding(mandate_granted(mandate=NEW, renews=MANDATE, starts=TOMORROW))
    club.when(Governance.write_line, by(BEN), NIGHT, "Music", "A DJ", authority=mandate).then(
        line_written(A_LINE)
    )


def test_a_revoked_mandate_allows_nothing_more_and_is_revoked_once() -> None:
    club, mandate = holding(mandate_revoked())
    club.when(
        Governance.write_line, by(BEN), NIGHT, "Music", "A DJ", authority=mandate
    ).then_refused(NoAuthority, saying="nobody may do it alone now")
    club.when(Committee.revoke_mandate, by(BEN), MANDATE, BY_DECISION).then_nothing()
    club.when(Governance.write_line, imported(), NIGHT, "Music", "A DJ", authority=mandate).then(
        line_written(A_LINE, authority=mandate)
    )


def test_whoever_left_acts_on_no_mandate() -> None:
    club, mandate = holding(left(BEN))
    club.when(
        Governance.write_line, by(BEN), NIGHT, "Music", "A DJ", authority=mandate
    ).then_refused(NotEligible, saying="on this committee")


def test_staff_without_any_right_are_asked_for_a_step_in_and_members_for_an_idea() -> None:
    club = given(*a_club_with_staff(), planned())
    ask: Any = (Governance.write_line, by(DEV), NIGHT, "Music", "A DJ")
    club.when(*ask).then_refused(
        NoAuthority, saying="step in and say on which ground: harm, the law or safeguarding"
    )
    club.when(Governance.write_line, by(BEN), NIGHT, "Music", "A DJ").then_refused(
        NoAuthority, saying="Make it an idea"
    )
