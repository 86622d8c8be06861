"""The statutes of the record: anybody may say that it is wrong, and nobody may change it."""

import pytest

from domain.application import Governance
from domain.committee import Committee
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen
from domain.kinds import Attestation, Seat, SelfAssessmentTool, Trace
from domain.values import Period, event_id
from tests.committee_facts import (
    DISPUTE,
    MARCH,
    TODAY,
    TOMORROW,
    YESTERDAY,
    a_club_with_staff,
    assessed,
    attested,
    corrected,
    dispute_answered,
    disputed,
    pounds,
    replied,
    survey_closed,
    trace_checked,
)
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    DECISION,
    DEV,
    FOUNDING,
    OTHER_FOUNDING,
    a_club,
    a_yes,
    another_club,
    by,
    imported,
    left,
    registered,
)
from tests.scenario import NEW, given

COMPLETE, MISSING = Attestation.COMPLETE, Attestation.MISSING


# ---- Is it complete?


def test_everybody_says_for_themselves_whether_the_record_is_complete() -> None:
    club = given(*a_club())
    club.when(Governance.attest_record, by(BEN), CLUB, MARCH, MISSING).then(
        attested(BEN, MISSING, period=MARCH)
    )
    club.when(Governance.attest_record, by(ASHA), CLUB, MARCH, COMPLETE, BEN).then_refused(
        NotEligible, saying="for themselves"
    )
    given(*a_club(), registered(DEV)).when(
        Governance.attest_record, by(DEV), CLUB, MARCH, COMPLETE
    ).then_refused(NotEligible, saying="or were")


def test_saying_so_twice_adds_nothing_and_one_may_think_again() -> None:
    club = given(*a_club(), attested(BEN, COMPLETE))
    club.when(Governance.attest_record, by(BEN), CLUB, MARCH, COMPLETE).then_nothing()
    club.when(Governance.attest_record, by(BEN), CLUB, MARCH, MISSING).then(attested(BEN, MISSING))


@pytest.mark.parametrize(
    ("period", "saying"),
    [
        (Period(first=TODAY, last=YESTERDAY), "first day comes before"),
        (Period(first=YESTERDAY, last=TOMORROW), "not over yet"),
    ],
)
def test_a_record_is_complete_of_days_that_have_passed(period: Period, saying: str) -> None:
    given(*a_club()).when(Governance.attest_record, by(BEN), CLUB, period, COMPLETE).then_refused(
        Malformed, saying
    )


# ---- Is it right?


def test_whoever_is_or_was_there_may_dispute_an_entry() -> None:
    club = given(*a_club(), registered(DEV), left(CARA))
    for person in (BEN, CARA):
        club.when(Governance.dispute_record, by(person), CLUB, FOUNDING, "It was me").then(
            disputed(person, FOUNDING, dispute=NEW)
        )
    club.when(Governance.dispute_record, by(DEV), CLUB, FOUNDING, "No").then_refused(
        NotEligible, saying="or were"
    )
    club.when(Governance.dispute_record, by(BEN), CLUB, FOUNDING, " ").then_refused(
        Malformed, saying="words are missing"
    )


def test_only_an_entry_of_this_committee_is_disputed() -> None:
    club = given(*a_club(), another_club())
    club.when(Governance.dispute_record, by(BEN), CLUB, OTHER_FOUNDING, "No").then_refused(
        NotFound, saying="another committee"
    )
    club.when(Governance.dispute_record, by(BEN), CLUB, f"{CLUB.hex}@99", "No").then_refused(
        NotFound, saying="no such entry"
    )
    club.when(Governance.dispute_record, by(BEN), CLUB, "the vote", "No").then_refused(
        NotFound, saying="no such entry"
    )
    club.when(Governance.dispute_record, by(BEN), CLUB, f"{BEN.hex}@1", "Not my name").then(
        disputed(BEN, event_id(BEN, 1))
    )


def test_a_dispute_is_answered_by_somebody_else_and_once() -> None:
    club = given(*a_club(), disputed(BEN))
    club.when(Governance.answer_dispute, by(ASHA), CLUB, DISPUTE, upheld=True).then(
        dispute_answered(ASHA, upheld=True)
    )
    club.when(Governance.answer_dispute, by(BEN), CLUB, DISPUTE, upheld=True).then_refused(
        NotEligible, saying="Somebody else"
    )
    given(*a_club(), disputed(BEN), dispute_answered(ASHA, upheld=False)).when(
        Governance.answer_dispute, by(CARA), CLUB, DISPUTE, upheld=True
    ).then_refused(NotOpen, saying="answered already")
    given(*a_club()).when(
        Governance.answer_dispute, by(ASHA), CLUB, DISPUTE, upheld=True
    ).then_refused(NotFound, saying="Nobody has disputed")


def test_what_was_told_wrong_is_put_right_by_a_decision_and_the_entry_stays() -> None:
    club = given(*a_club(), *a_yes())
    words = "It was Cara"
    club.when(Governance.correct_record, by(BEN), CLUB, FOUNDING, words, authority=DECISION).then(
        corrected(FOUNDING, authority=DECISION)
    )
    club.when(Governance.correct_record, by(ASHA), CLUB, FOUNDING, words).then_refused(
        NoAuthority, saying="itself has to decide"
    )
    club.when(Governance.correct_record, imported(), CLUB, FOUNDING, words).then(
        corrected(FOUNDING, authority=None)
    )


# ---- What people say to it


def test_those_whom_a_measure_is_about_may_reply() -> None:
    club = given(*a_club_with_staff())
    club.when(Governance.give_reply, by(DEV), CLUB, "W3", MARCH, "I did tell them").then(
        replied(DEV, "W3", period=MARCH)
    )
    club.when(Governance.give_reply, by(DEV), CLUB, "Power", MARCH, "What?").then_refused(
        Malformed, saying="no such measure"
    )
    backwards = Period(first=TODAY, last=YESTERDAY)
    club.when(Governance.give_reply, by(DEV), CLUB, "C0", backwards, "What?").then_refused(
        Malformed, saying="first day"
    )


def test_what_lies_outside_is_compared_with_the_log() -> None:
    club = given(*a_club(), registered(DEV))
    club.when(Governance.check_trace, by(BEN), CLUB, Trace.PAYMENT, pounds(80), FOUNDING).then(
        trace_checked(BEN, Trace.PAYMENT, amount=pounds(80), event=FOUNDING)
    )
    club.when(Governance.check_trace, by(BEN), CLUB, Trace.POSTER).then(
        trace_checked(BEN, Trace.POSTER, event=None)
    )
    club.when(Governance.check_trace, by(DEV), CLUB, Trace.POSTER).then_refused(
        NotEligible, saying="on this committee"
    )


def test_each_group_scores_for_itself() -> None:
    club = given(*a_club_with_staff())
    own = SelfAssessmentTool.OWN
    club.when(Governance.give_self_assessment, by(BEN), CLUB, own, 1, Seat.MEMBER, 4).then(
        assessed(BEN, Seat.MEMBER, 4)
    )
    club.when(Governance.give_self_assessment, by(DEV), CLUB, own, 1, Seat.MEMBER, 5).then_refused(
        NotEligible, saying="for itself"
    )
    for item, score in ((0, 4), (1, -1)):
        club.when(
            Governance.give_self_assessment, by(BEN), CLUB, own, item, Seat.MEMBER, score
        ).then_refused(Malformed, saying="counted from 1")


def test_the_same_score_on_the_same_day_adds_nothing() -> None:
    club = given(*a_club(), assessed(BEN, Seat.MEMBER, 4))
    own = SelfAssessmentTool.OWN
    club.when(Committee.assess, by(CARA), own, 1, Seat.MEMBER, 4).then_nothing()
    club.when(Committee.assess, by(CARA), own, 1, Seat.MEMBER, 3).then(
        assessed(CARA, Seat.MEMBER, 3)
    )


def test_of_a_survey_only_the_sums_are_kept() -> None:
    club = given(*a_club())
    club.when(Governance.close_survey, by(BEN), CLUB, {Seat.MEMBER: {"yes": 5}}).then(
        survey_closed(BEN)
    )
    club.when(Governance.close_survey, by(BEN), CLUB, {Seat.MEMBER: {}}).then_refused(
        Malformed, saying="nothing to keep"
    )
    club.when(Governance.close_survey, by(BEN), CLUB, {Seat.MEMBER: {"no": -1}}).then_refused(
        Malformed, saying="0 or more"
    )
