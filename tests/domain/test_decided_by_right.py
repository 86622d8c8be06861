"""The statutes of deciding without the others: by a mandate, by a decision, in a hurry."""

from datetime import timedelta
from typing import Any

from domain.application import Governance
from domain.errors import Malformed, NoAuthority, NotEligible
from domain.events import Event
from domain.kinds import Domain, Route
from domain.values import event_id
from tests.committee_facts import (
    MONEY_ALONE,
    TOMORROW,
    YESTERDAY,
    a_club_with_staff,
    held_by,
    mandate_granted,
    pounds,
    the,
    up_to,
)
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    DEV,
    IDEA,
    a_club,
    by,
    decided,
    left,
    made,
    recused,
)
from tests.proposal_facts import (
    IT_PASSED,
    OLDER_DECISION,
    PROGRAMME,
    THE_RULE,
    an_older_yes,
)
from tests.scenario import given

# ---- By a mandate, or by a decision that lets somebody decide


def a_mandate(**more: Any) -> list[Event]:
    return [*a_club_with_staff(), mandate_granted(**more)]


def test_who_holds_a_mandate_decides_within_it() -> None:
    past = a_mandate(holder=held_by(BEN))
    given(*past, made(**PROGRAMME)).when(
        Governance.record_decision,
        by(BEN),
        IDEA,
        Route.DELEGATED_MEMBER,
        IT_PASSED,
        authority=the(past),
    ).then(decided(route=Route.DELEGATED_MEMBER, deciders=(BEN,), actor=BEN, authority=the(past)))


def test_beyond_the_mandate_nobody_decides_alone() -> None:
    past = a_mandate(holder=held_by(BEN), says=MONEY_ALONE, limit=up_to(80))
    for idea, why in (
        (made(domain=Domain.SAFETY), "did not agree that this is decided alone"),
        (made(), "did not agree that this is decided alone"),
        (made(amount=pounds(90), **PROGRAMME), "more money"),
    ):
        given(*past, idea).when(
            Governance.record_decision,
            by(BEN),
            IDEA,
            Route.DELEGATED_MEMBER,
            IT_PASSED,
            authority=the(past),
        ).then_refused(NoAuthority, saying=why)
    given(*past, made(amount=pounds(80), **PROGRAMME)).when(
        Governance.record_decision,
        by(CARA),
        IDEA,
        Route.DELEGATED_MEMBER,
        IT_PASSED,
        authority=the(past),
    ).then_refused(NoAuthority, saying="It is somebody else who may do this alone")


def test_a_decision_may_let_somebody_decide() -> None:
    given(*an_older_yes(), *a_club(), made(**PROGRAMME)).when(
        Governance.record_decision,
        by(CARA),
        IDEA,
        Route.DELEGATED_MEMBER,
        IT_PASSED,
        authority=OLDER_DECISION,
    ).then(decided(deciders=(CARA,), authority=OLDER_DECISION))


def test_who_decided_says_who_they_are() -> None:
    past = [*an_older_yes(), *a_club_with_staff(), made(**PROGRAMME)]
    for route, deciders, why in (
        (Route.DELEGATED_STAFF, [BEN], "of the staff"),
        (Route.DELEGATED_STAFF, [BEN, DEV], "nobody else"),
        (Route.DELEGATED_MEMBER, [DEV], "in another way"),
        (Route.DELEGATED_JOINT, [BEN, CARA], "together"),
        (Route.DELEGATED_JOINT, [DEV], "together"),
    ):
        given(*past).when(
            Governance.record_decision,
            by(ASHA),
            IDEA,
            route,
            IT_PASSED,
            deciders=deciders,
            authority=OLDER_DECISION,
        ).then_refused(Malformed, saying=why)
    for route, deciders in (
        (Route.DELEGATED_STAFF, [DEV]),
        (Route.DELEGATED_JOINT, [BEN, DEV]),
        (Route.DELEGATED_MEMBER, [BEN, CARA]),
    ):
        given(*past).when(
            Governance.record_decision,
            by(ASHA),
            IDEA,
            route,
            IT_PASSED,
            deciders=deciders,
            authority=OLDER_DECISION,
        ).then(decided(route=route, deciders=tuple(deciders)))


def test_who_decides_sits_on_the_committee_and_does_not_stay_out() -> None:
    past = [*an_older_yes(), *a_club(), made(**PROGRAMME)]
    decide = (Governance.record_decision, by(ASHA), IDEA, Route.DELEGATED_MEMBER, IT_PASSED)
    given(*past).when(*decide, deciders=[DEV], authority=OLDER_DECISION).then_refused(
        NotEligible, saying="on this committee"
    )
    given(*past, recused(BEN)).when(*decide, deciders=[BEN], authority=OLDER_DECISION).then_refused(
        NotEligible, saying="cannot decide it"
    )
    given(*past, left(ASHA)).when(*decide, authority=OLDER_DECISION).then_refused(
        NotEligible, saying="on this committee"
    )


def test_every_way_of_deciding_names_its_right() -> None:
    past = given(*a_club(chair=ASHA), made())
    for route in set(Route) - {Route.VOTE, Route.STAFF_ALONE, Route.UNDOCUMENTED}:
        past.when(Governance.record_decision, by(ASHA), IDEA, route, IT_PASSED).then_refused(
            NoAuthority, saying="by which right"
        )
    past.when(
        Governance.record_decision,
        by(ASHA),
        IDEA,
        Route.DELEGATED_MEMBER,
        IT_PASSED,
        authority=THE_RULE,
    ).then_refused(NoAuthority, saying="decide together")
    past.when(
        Governance.record_decision,
        by(ASHA),
        IDEA,
        Route.DELEGATED_MEMBER,
        IT_PASSED,
        authority=event_id(CLUB, 1),
    ).then_refused(NoAuthority, saying="Say what lets you decide")


# ---- In a hurry


def test_what_is_decided_in_a_hurry_says_until_when_the_committee_agrees() -> None:
    past = a_mandate(holder=held_by(BEN))
    club = given(*past, made(**PROGRAMME))
    urgent = (Governance.record_decision, by(BEN), IDEA, Route.URGENT, IT_PASSED)
    club.when(*urgent, authority=the(past), ratify_by=TOMORROW).then(
        decided(route=Route.URGENT, ratify_by=TOMORROW, deciders=(BEN,))
    )
    club.when(*urgent, authority=the(past)).then_refused(Malformed, saying="until when")
    far = TOMORROW + timedelta(days=62)
    club.when(*urgent, authority=the(past), ratify_by=far).then_refused(
        Malformed, saying="within two months"
    )
    club.when(*urgent, authority=the(past), ratify_by=YESTERDAY).then_refused(
        Malformed, saying="has passed"
    )
    club.when(
        Governance.record_decision,
        by(BEN),
        IDEA,
        Route.DELEGATED_MEMBER,
        IT_PASSED,
        authority=the(past),
        ratify_by=TOMORROW,
    ).then_refused(Malformed, saying="in a hurry")
