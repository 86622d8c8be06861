"""The statutes of roles: learned, wanted, handed over by two acts of two people, taken away."""

import pytest

from domain.application import Governance
from domain.committee import Committee
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen
from domain.ids import CHAIR
from tests.committee_facts import (
    BY_DECISION,
    BY_FOUNDING,
    role_accepted,
    role_declined,
    role_offer_withdrawn,
    role_offered,
    role_passed,
    role_shadowed,
    role_taken_away,
    rotation_joined,
    rotation_left,
)
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    DECISION,
    DEV,
    MINUTES,
    SOME_WORDS,
    THE_PROGRAM,
    a_club,
    a_yes,
    by,
    imported,
    left,
    registered,
    role_laid_down,
    role_named,
)
from tests.scenario import given

CHAIRED = [*a_club(chair=ASHA)]


# ---- Learning and taking turns


def test_somebody_learns_a_role_beside_its_holder() -> None:
    given(*CHAIRED).when(Governance.shadow_role, by(BEN), CLUB, CHAIR).then(role_shadowed(BEN))


def test_learning_it_already_adds_nothing() -> None:
    given(*CHAIRED, role_shadowed(BEN)).when(
        Committee.shadow_role, by(BEN), CHAIR, BEN
    ).then_nothing()


def test_nobody_learns_what_they_have_or_what_nobody_has() -> None:
    club = given(*CHAIRED, role_named(MINUTES))
    club.when(Committee.shadow_role, by(ASHA), CHAIR, ASHA).then_refused(
        Malformed, saying="already"
    )
    club.when(Committee.shadow_role, by(BEN), MINUTES, BEN).then_refused(
        NotOpen, saying="Nobody has this role"
    )


def test_nobody_is_put_beside_a_role_by_another() -> None:
    club = given(*CHAIRED, registered(DEV))
    club.when(Committee.shadow_role, by(ASHA), CHAIR, BEN).then_refused(
        NotEligible, saying="for themselves"
    )
    club.when(Governance.shadow_role, by(DEV), CLUB, CHAIR).then_refused(
        NotEligible, saying="on this committee"
    )


def test_people_say_whether_they_want_a_turn() -> None:
    club = given(*CHAIRED)
    club.when(Governance.join_rotation, by(BEN), CLUB, CHAIR).then(rotation_joined(BEN))
    club.when(Governance.leave_rotation, by(BEN), CLUB, CHAIR).then_nothing()
    club.when(Committee.join_rotation, by(ASHA), CHAIR, BEN).then_refused(
        NotEligible, saying="for themselves"
    )
    club.when(Committee.join_rotation, by(BEN), MINUTES, BEN).then_refused(
        Malformed, saying="no name yet"
    )


def test_wanting_a_turn_twice_adds_nothing_and_can_end() -> None:
    club = given(*CHAIRED, rotation_joined(BEN))
    club.when(Committee.join_rotation, by(BEN), CHAIR, BEN).then_nothing()
    club.when(Governance.leave_rotation, by(BEN), CLUB, CHAIR).then(rotation_left(BEN))


def test_whoever_leaves_waits_for_no_turn() -> None:
    given(*CHAIRED, rotation_joined(BEN), left(BEN)).when(
        Committee.leave_rotation, by(BEN), CHAIR, BEN
    ).then_nothing()


# ---- Handing over


def test_only_the_holder_hands_a_role_over() -> None:
    club = given(*CHAIRED)
    club.when(Governance.offer_role, by(ASHA), CLUB, CHAIR, BEN, "please").then(
        role_offered(by=ASHA, to=BEN, share=False)
    )
    club.when(Governance.offer_role, by(BEN), CLUB, CHAIR, CARA).then_refused(
        NotEligible, saying="who has this role"
    )


def test_a_role_is_offered_to_somebody_on_the_committee_who_does_not_have_it() -> None:
    club = given(*CHAIRED, registered(DEV))
    club.when(Governance.offer_role, by(ASHA), CLUB, CHAIR, DEV).then_refused(
        NotEligible, saying="on this committee"
    )
    club.when(Governance.offer_role, by(ASHA), CLUB, CHAIR, ASHA).then_refused(
        Malformed, saying="already"
    )


def test_asking_twice_adds_nothing() -> None:
    given(*CHAIRED, role_offered(by=ASHA, to=BEN)).when(
        Governance.offer_role, by(ASHA), CLUB, CHAIR, BEN
    ).then_nothing()


def test_two_holders_do_not_ask_the_same_person() -> None:
    shared = [role_offered(by=ASHA, to=CARA, share=True), role_accepted(by=CARA, of=ASHA)]
    given(*CHAIRED, *shared, role_offered(by=ASHA, to=BEN)).when(
        Governance.offer_role, by(CARA), CLUB, CHAIR, BEN
    ).then_refused(NotOpen, saying="asked them already")


def test_an_accepted_role_moves_and_other_offers_end() -> None:
    given(*CHAIRED, role_offered(by=ASHA, to=BEN), role_offered(by=ASHA, to=CARA)).when(
        Governance.accept_role, by(BEN), CLUB, CHAIR
    ).then(role_accepted(by=BEN, of=ASHA), role_offer_withdrawn(by=ASHA, to=CARA))
    given(*CHAIRED, role_offered(by=ASHA, to=BEN), role_accepted(by=BEN, of=ASHA)).when(
        Governance.lay_down_role, by(BEN), CLUB, CHAIR, BEN
    ).then(role_laid_down(BEN))
    given(*CHAIRED, role_offered(by=ASHA, to=BEN), role_accepted(by=BEN, of=ASHA)).when(
        Governance.lay_down_role, by(ASHA), CLUB, CHAIR, ASHA
    ).then_refused(NotEligible, saying="who has this role")


def test_a_shared_role_stays_with_both() -> None:
    shared = [role_offered(by=ASHA, to=BEN, share=True), role_accepted(by=BEN, of=ASHA)]
    club = given(*CHAIRED, *shared)
    for person in (ASHA, BEN):
        club.when(Governance.lay_down_role, by(person), CLUB, CHAIR, person).then(
            role_laid_down(person)
        )


def test_a_role_is_freely_declined() -> None:
    club = given(*CHAIRED, role_offered(by=ASHA, to=BEN))
    club.when(Governance.decline_role, by(BEN), CLUB, CHAIR).then(role_declined(by=BEN, of=ASHA))
    given(*CHAIRED, role_offered(by=ASHA, to=BEN), role_declined(by=BEN, of=ASHA)).when(
        Governance.accept_role, by(BEN), CLUB, CHAIR
    ).then_refused(NotEligible, saying="only once")


def test_nobody_answers_for_another() -> None:
    club = given(*CHAIRED, role_offered(by=ASHA, to=BEN))
    club.when(Governance.accept_role, by(CARA), CLUB, CHAIR).then_refused(
        NotEligible, saying="person who was asked"
    )
    club.when(Governance.decline_role, by(ASHA), CLUB, CHAIR, BEN).then_refused(
        NotEligible, saying="for themselves"
    )


def test_an_offer_is_taken_back_before_it_is_answered() -> None:
    club = given(*CHAIRED, role_offered(by=ASHA, to=BEN))
    club.when(Governance.withdraw_role_offer, by(ASHA), CLUB, CHAIR, BEN).then(
        role_offer_withdrawn(by=ASHA, to=BEN)
    )
    club.when(Governance.withdraw_role_offer, by(ASHA), CLUB, CHAIR, CARA).then_refused(
        NotOpen, saying="never asked"
    )


def test_giving_a_role_up_ends_the_offers_of_it() -> None:
    given(*CHAIRED, role_offered(by=ASHA, to=BEN)).when(
        Governance.lay_down_role, by(ASHA), CLUB, CHAIR, ASHA
    ).then(role_offer_withdrawn(by=ASHA, to=BEN), role_laid_down(ASHA))


def test_whoever_left_accepts_nothing() -> None:
    given(*CHAIRED, role_offered(by=ASHA, to=BEN), left(BEN)).when(
        Committee.accept_role, by(BEN), CHAIR, BEN
    ).then_refused(NotEligible, saying="on this committee")


# ---- What only a history tells


def test_a_history_may_know_only_that_a_role_passed() -> None:
    club = given(*CHAIRED)
    club.when(Governance.report_role_handover, imported(), CLUB, CHAIR, [ASHA], [BEN]).then(
        role_passed(by=ASHA, to=BEN)
    )
    club.when(Governance.report_role_handover, by(ASHA), CLUB, CHAIR, [ASHA], [BEN]).then_refused(
        NoAuthority, saying="Only an imported history"
    )


def test_a_role_that_passed_is_no_longer_on_offer_by_whoever_had_it() -> None:
    asked = [role_offered(by=ASHA, to=BEN), role_offered(by=ASHA, to=CARA)]
    given(*CHAIRED, *asked, role_passed(by=ASHA, to=BEN)).when(
        Governance.accept_role, by(CARA), CLUB, CHAIR
    ).then_refused(NotEligible, saying="only once")


def test_a_source_names_who_asked() -> None:
    club = given(*CHAIRED, role_offered(by=ASHA, to=BEN))
    for answer in (Governance.accept_role, Governance.decline_role):
        club.when(answer, imported(BEN), CLUB, CHAIR, BEN, CARA).then_refused(
            NotEligible, saying="Somebody else has asked them"
        )
    club.when(Governance.decline_role, imported(BEN), CLUB, CHAIR, BEN, ASHA).then(
        role_declined(by=BEN, of=ASHA)
    )


def test_offers_that_a_source_does_not_end_are_ended_by_the_program() -> None:
    offers = [role_offered(by=ASHA, to=BEN), role_offered(by=ASHA, to=CARA)]
    given(*CHAIRED, *offers).when(
        Governance.accept_role, imported(BEN), CLUB, CHAIR, BEN, ASHA
    ).then(
        role_accepted(by=BEN, of=ASHA),
        role_offer_withdrawn(by=ASHA, to=CARA, actor=THE_PROGRAM),
    )


@pytest.mark.parametrize(
    ("givers", "takers", "kind", "saying"),
    [
        ([BEN], [CARA], NotEligible, "who has this role"),
        ([ASHA], [DEV], NotEligible, "on this committee"),
        ([], [BEN], Malformed, "who gave the role"),
        ([ASHA], [], Malformed, "who gave the role"),
    ],
)
def test_a_history_that_contradicts_itself_is_told_so(
    givers: list[object], takers: list[object], kind: type[NotEligible], saying: str
) -> None:
    given(*CHAIRED).when(
        Governance.report_role_handover, imported(), CLUB, CHAIR, givers, takers
    ).then_refused(kind, saying)


# ---- Taken away


def test_a_role_is_taken_away_by_a_decision() -> None:
    club = given(*CHAIRED, *a_yes())
    club.when(Governance.take_role_away, by(BEN), CLUB, CHAIR, ASHA, authority=DECISION).then(
        role_taken_away(ASHA, authority=DECISION)
    )
    club.when(Governance.take_role_away, by(ASHA), CLUB, CHAIR, ASHA).then_refused(
        NoAuthority, saying="itself has to decide"
    )
    club.when(
        Governance.take_role_away, by(BEN), CLUB, CHAIR, BEN, authority=DECISION
    ).then_refused(NotFound, saying="do not have this role")


def test_offers_of_a_role_end_when_it_is_taken_away() -> None:
    given(*CHAIRED, role_offered(by=ASHA, to=BEN)).when(
        Committee.take_role_away, by(CARA), CHAIR, ASHA, BY_DECISION
    ).then(
        role_offer_withdrawn(by=ASHA, to=BEN, actor=THE_PROGRAM),
        role_taken_away(ASHA),
    )


def test_a_role_has_a_name_before_anybody_gets_it() -> None:
    given(*CHAIRED).when(Committee.take_role, by(ASHA), MINUTES, BEN, BY_FOUNDING).then_refused(
        Malformed, saying="no name yet"
    )
    given(*CHAIRED).when(Committee.name_role, by(ASHA), MINUTES, SOME_WORDS).then(
        role_named(MINUTES)
    )
