"""The statutes of what others decided: by a step-in, as staff alone, above us."""

from domain.application import Governance
from domain.errors import Malformed, NoAuthority, NotEligible
from domain.ids import StreamId
from domain.kinds import Route
from domain.voting.tally import Result
from tests.committee_facts import (
    a_club_with_staff,
    stepped_in,
    the,
)
from tests.facts import (
    BEN,
    CARA,
    DEV,
    IDEA,
    OTHER_CLUB,
    a_club,
    another_club,
    by,
    decided,
    made,
)
from tests.proposal_facts import (
    IT_FAILED,
    IT_PASSED,
    OLDER_DECISION,
    PROGRAMME,
    an_older_yes,
)
from tests.scenario import given


def test_a_decision_by_a_step_in_names_the_step_in() -> None:
    past = [*a_club_with_staff(), stepped_in(DEV, touches=(StreamId(IDEA),))]
    given(*past, made(**PROGRAMME)).when(
        Governance.record_decision, by(DEV), IDEA, Route.STEP_IN, IT_FAILED, authority=the(past)
    ).then(decided(Result.REJECTED, route=Route.STEP_IN, deciders=(DEV,), authority=the(past)))
    given(*an_older_yes(), *past, made()).when(
        Governance.record_decision,
        by(DEV),
        IDEA,
        Route.STEP_IN,
        IT_FAILED,
        authority=OLDER_DECISION,
    ).then_refused(NoAuthority, saying="Name the step-in")


def test_a_step_in_about_something_else_decides_nothing_here() -> None:
    past = [*a_club_with_staff(), stepped_in(DEV)]
    given(*past, made(**PROGRAMME)).when(
        Governance.record_decision, by(DEV), IDEA, Route.STEP_IN, IT_FAILED, authority=the(past)
    ).then_refused(NoAuthority, saying="not about this")


def test_what_staff_decided_alone_is_recorded_as_that_without_any_right() -> None:
    past = [*an_older_yes(), *a_club_with_staff(), made()]
    given(*past).when(Governance.record_decision, by(DEV), IDEA, Route.STAFF_ALONE, IT_PASSED).then(
        decided(route=Route.STAFF_ALONE, deciders=(DEV,), authority=None)
    )
    given(*past).when(
        Governance.record_decision, by(BEN), IDEA, Route.STAFF_ALONE, IT_PASSED, deciders=[DEV]
    ).then(decided(route=Route.STAFF_ALONE, actor=BEN, deciders=(DEV,)))
    given(*past).when(
        Governance.record_decision, by(BEN), IDEA, Route.STAFF_ALONE, IT_PASSED
    ).then_refused(Malformed, saying="of the staff")
    given(*past).when(
        Governance.record_decision,
        by(DEV),
        IDEA,
        Route.STAFF_ALONE,
        IT_PASSED,
        authority=OLDER_DECISION,
    ).then_refused(Malformed, saying="in another way")


def test_that_something_was_decided_somehow_can_be_recorded_too() -> None:
    given(*a_club(), made()).when(
        Governance.record_decision, by(CARA), IDEA, Route.UNDOCUMENTED, IT_PASSED
    ).then(decided(route=Route.UNDOCUMENTED, actor=CARA, deciders=(), authority=None))
    given(*a_club(), made()).when(
        Governance.record_decision, by(DEV), IDEA, Route.UNDOCUMENTED, IT_PASSED
    ).then_refused(NotEligible, saying="on this committee")


def test_the_committee_above_may_decide_and_its_decision_is_named() -> None:
    above = an_older_yes(committee=OTHER_CLUB)
    club = a_club()
    club[3] = club[3].model_copy(update={"answers_to": OTHER_CLUB})
    decide = (Governance.record_decision, by(BEN), IDEA, Route.TRUSTEES, IT_PASSED)
    given(another_club(), *above, *club, made()).when(*decide, authority=OLDER_DECISION).then(
        decided(route=Route.TRUSTEES, authority=OLDER_DECISION, deciders=())
    )
    given(another_club(), *above, *a_club(), made()).when(
        *decide, authority=OLDER_DECISION
    ).then_refused(NoAuthority, saying="answers to")
    given(another_club(), *an_older_yes(), *club, made()).when(
        *decide, authority=OLDER_DECISION
    ).then_refused(NoAuthority, saying="answers to")
