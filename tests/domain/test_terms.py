"""The statutes of seats that last until a day, have a name, are taken away, and of the end."""

import pytest

from domain.application import Governance
from domain.authority import Authority
from domain.committee import Committee
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen
from domain.ids import CHAIR
from domain.kinds import Seat
from tests.committee_facts import (
    BY_ANOTHER_CLUB,
    BY_DECISION,
    BY_FOUNDING,
    BY_MANDATE,
    BY_STEP_IN,
    TOMORROW,
    YESTERDAY,
    a_club_with_staff,
    committee_closed,
    removed,
    role_offer_withdrawn,
    role_offered,
    seat_named,
    term_fixed,
)
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    DECISION,
    DEV,
    IDEA,
    JOB,
    OTHER_CLUB,
    SOME_WORDS,
    THE_PROGRAM,
    a_club,
    a_yes,
    added,
    another_club,
    by,
    founded,
    imported,
    laid_down,
    left,
    made,
    opened,
    registered,
    role_laid_down,
    role_named,
    role_taken,
    seated,
    taken,
    voter_dropped,
)
from tests.scenario import given

NO_DECISION = pytest.mark.parametrize("right", [BY_FOUNDING, BY_MANDATE, BY_STEP_IN])


# ---- Terms


def test_a_seat_gets_an_end_by_a_decision() -> None:
    given(founded(), seated(BEN), seated(CARA)).when(
        Committee.fix_term, by(CARA), BEN, TOMORROW, BY_DECISION
    ).then(term_fixed(BEN, TOMORROW, role=None, authority=DECISION))


def test_a_role_gets_an_end() -> None:
    given(founded(), seated(BEN), role_named(), role_taken(BEN)).when(
        Committee.fix_term, by(BEN), BEN, TOMORROW, BY_DECISION, role=CHAIR
    ).then(term_fixed(BEN, TOMORROW, role=CHAIR))


def test_the_same_end_twice_adds_nothing() -> None:
    club = given(
        founded(),
        seated(BEN),
        role_named(),
        role_taken(BEN),
        term_fixed(BEN, TOMORROW),
        term_fixed(BEN, TOMORROW, role=CHAIR),
    )
    club.when(Committee.fix_term, by(BEN), BEN, TOMORROW, BY_DECISION).then_nothing()
    club.when(Committee.fix_term, by(BEN), BEN, TOMORROW, BY_DECISION, role=CHAIR).then_nothing()


def test_an_end_lies_ahead_unless_a_history_tells_it() -> None:
    club = given(*a_club(), *a_yes())
    club.when(Governance.fix_term, by(ASHA), CLUB, BEN, YESTERDAY, authority=DECISION).then_refused(
        Malformed, saying="has passed"
    )
    club.when(Governance.fix_term, imported(), CLUB, BEN, YESTERDAY).then(
        term_fixed(BEN, YESTERDAY, authority=None)
    )


def test_only_what_somebody_has_gets_an_end() -> None:
    club = given(founded(actor=ASHA), seated(BEN), role_named())
    club.when(Committee.fix_term, by(ASHA), DEV, TOMORROW, BY_DECISION).then_refused(
        NotFound, saying="no seat"
    )
    club.when(Committee.fix_term, by(ASHA), BEN, TOMORROW, BY_DECISION, role=CHAIR).then_refused(
        NotFound, saying="do not have this role"
    )


# ---- Labels


def test_those_who_sit_there_choose_what_their_seat_is_called() -> None:
    club = given(*a_club_with_staff())
    club.when(Governance.name_seat, by(BEN), CLUB, Seat.MEMBER, "Club people").then(
        seat_named(Seat.MEMBER)
    )
    club.when(Governance.name_seat, by(DEV), CLUB, Seat.MEMBER, "Clients").then_refused(
        NotEligible, saying="those who sit there"
    )
    club.when(Governance.name_seat, imported(), CLUB, Seat.MEMBER, "Members").then(
        seat_named(Seat.MEMBER)
    )


# ---- Removal


def test_a_seat_is_taken_away_by_a_decision_and_roles_and_offers_end_with_it() -> None:
    given(
        founded(),
        seated(ASHA),
        seated(BEN),
        seated(CARA),
        role_named(),
        role_taken(BEN),
        role_offered(by=BEN, to=CARA),
    ).when(Committee.remove, by(ASHA), BEN, BY_DECISION).then(
        removed(BEN, actor=ASHA, authority=DECISION),
        role_offer_withdrawn(by=BEN, to=CARA, actor=THE_PROGRAM),
        role_laid_down(BEN, actor=THE_PROGRAM),
    )


def test_whoever_is_removed_drops_out_of_open_votes_and_jobs() -> None:
    other = registered(DEV)
    given(*a_club(), other, made(), opened(), added(), taken(BEN)).when(
        Governance.remove_person, imported(), CLUB, BEN, proposals=[IDEA], tasks=[JOB]
    ).then(removed(BEN, authority=None), voter_dropped(BEN), laid_down(BEN))


@NO_DECISION
def test_no_other_right_takes_a_seat_away(right: Authority) -> None:
    given(founded(actor=ASHA), seated(BEN), seated(ASHA)).when(
        Committee.remove, by(ASHA), BEN, right
    ).then_refused(NoAuthority, saying="committee itself has to decide")


def test_only_who_sits_there_is_removed() -> None:
    given(founded(), seated(BEN)).when(Committee.remove, by(BEN), DEV, BY_DECISION).then_refused(
        NotFound, saying="no seat"
    )


def test_whoever_leaves_with_an_offer_open_takes_it_back() -> None:
    club = given(
        founded(),
        seated(BEN),
        seated(CARA),
        role_named(),
        role_taken(BEN),
        role_offered(by=BEN, to=CARA),
    )
    club.when(Committee.leave, by(CARA), CARA).then(
        left(CARA), role_offer_withdrawn(by=BEN, to=CARA, actor=THE_PROGRAM)
    )
    club.when(Committee.leave, by(BEN), BEN).then(
        left(BEN),
        role_offer_withdrawn(by=BEN, to=CARA, actor=THE_PROGRAM),
        role_laid_down(BEN),
    )


# ---- The end


def test_a_committee_ends_by_its_own_decision() -> None:
    club = given(*a_club(), *a_yes())
    club.when(Governance.close_committee, by(BEN), CLUB, authority=DECISION).then(
        committee_closed(authority=DECISION)
    )
    club.when(Governance.close_committee, by(DEV), CLUB, authority=DECISION).then_refused(
        NotEligible, saying="on this committee"
    )
    club.when(Governance.close_committee, by(ASHA), CLUB).then_refused(
        NoAuthority, saying="itself has to decide"
    )


def test_a_committee_ends_by_the_one_it_answers_to_and_by_no_other() -> None:
    above = [another_club(), seated(ASHA, stream=OTHER_CLUB)]
    decided = [made(committee=OTHER_CLUB), *a_yes()[1:]]
    given(*above, *a_club()[:3], founded(answers_to=OTHER_CLUB), *decided).when(
        Governance.close_committee, by(ASHA), CLUB, authority=DECISION
    ).then(committee_closed(authority=DECISION))
    given(*above, *a_club(), *decided).when(
        Governance.close_committee, by(ASHA), CLUB, authority=DECISION
    ).then_refused(NoAuthority, saying="Another committee")


def test_a_committee_ends_once() -> None:
    given(founded(), seated(BEN), committee_closed()).when(
        Committee.close, by(BEN), BY_DECISION
    ).then_nothing()


def test_nothing_is_arranged_after_the_end_but_people_may_go() -> None:
    club = given(founded(actor=ASHA), seated(BEN), seated(CARA), committee_closed())
    club.when(Committee.seat, by(ASHA), DEV, Seat.MEMBER, BY_FOUNDING).then_refused(
        NotOpen, saying="come to its end"
    )
    club.when(Committee.remove, by(CARA), BEN, BY_DECISION).then_refused(
        NotOpen, saying="come to its end"
    )
    club.when(Committee.name_seat, by(BEN), Seat.MEMBER, SOME_WORDS).then_refused(
        NotOpen, saying="come to its end"
    )
    club.when(Committee.leave, by(BEN), BEN).then(left(BEN))
    given(*a_club(), committee_closed()).when(
        Governance.make_proposal, by(BEN), CLUB, "Pizza"
    ).then_refused(NotOpen, saying="come to its end")


def test_a_history_may_tell_late_of_a_committee_that_has_ended() -> None:
    given(*a_club(), registered(DEV), committee_closed()).when(
        Governance.seat_person, imported(), CLUB, DEV
    ).then(seated(DEV, authority=None))


def test_another_committees_decision_fixes_no_term_here() -> None:
    given(founded(), seated(BEN)).when(
        Committee.fix_term, by(BEN), BEN, TOMORROW, BY_ANOTHER_CLUB
    ).then_refused(NoAuthority, saying="Another committee")
