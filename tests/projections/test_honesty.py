"""What people say about the record, as it stood at any moment."""

from datetime import datetime
from typing import Any

from domain.application import Governance
from domain.kinds import Attestation, Seat, SelfAssessmentTool, Trace
from projections.honesty import Honesty
from tests.committee_facts import (
    DISPUTE,
    MARCH,
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
    EVENING,
    FOUNDING,
    MORNING,
    NOON,
    a_club,
    a_yes,
    by,
)
from tests.projections.reading import asked

COMPLETE, MISSING = Attestation.COMPLETE, Attestation.MISSING


def test_each_persons_last_word_on_a_period_holds() -> None:
    past = [*a_club(), attested(BEN, COMPLETE), attested(CARA, COMPLETE)]
    past += [attested(BEN, MISSING, at=EVENING)]

    def said(at: datetime, known: int | None = None) -> dict[Any, Attestation]:
        found = asked(past, Honesty, lambda it: it.attestations(CLUB, at, known))
        return {seen.person: seen.says for seen in found}

    assert said(NOON) == {BEN: COMPLETE, CARA: COMPLETE}
    assert said(EVENING) == {BEN: MISSING, CARA: COMPLETE}
    assert said(EVENING, known=len(past) - 1) == {BEN: COMPLETE, CARA: COMPLETE}


def test_a_dispute_is_shown_with_its_answer() -> None:
    def answer(governance: Governance) -> None:
        governance.give_name(by(BEN), BEN, "Ben")
        governance.give_name(by(ASHA), ASHA, "Asha")
        dispute = governance.dispute_record(by(BEN), CLUB, FOUNDING, "It was me")
        governance.answer_dispute(by(ASHA), CLUB, dispute, "So it was", upheld=True)

    (seen,) = asked(a_club(), Honesty, lambda it: it.disputes(CLUB, NOON), answer)
    assert (seen.by, seen.words, seen.about) == ("Ben", "It was me", FOUNDING)
    assert (seen.upheld, seen.answered_by, seen.answer) == (True, "Asha", "So it was")


def test_a_dispute_is_open_until_it_is_answered() -> None:
    past = [*a_club(), disputed(BEN), dispute_answered(ASHA, upheld=False, at=EVENING)]
    (before,) = asked(past, Honesty, lambda it: it.disputes(CLUB, NOON))
    (after,) = asked(past, Honesty, lambda it: it.disputes(CLUB, EVENING))
    assert (before.dispute, before.upheld, before.answered_at) == (DISPUTE, None, None)
    assert (after.upheld, after.answered_at) == (False, EVENING)


def test_a_correction_is_found_by_the_entry_that_it_puts_right() -> None:
    def correct(governance: Governance) -> None:
        governance.correct_record(by(BEN), CLUB, FOUNDING, "Cara did", authority=DECISION)

    past = [*a_club(), *a_yes()]
    (seen,) = asked(past, Honesty, lambda it: it.corrections_of(FOUNDING), correct)
    assert (seen.words, seen.about, seen.authority) == ("Cara did", FOUNDING, DECISION)
    assert asked(past, Honesty, lambda it: it.corrections_of(DECISION), correct) == []
    past = [*a_club(), corrected(at=EVENING)]
    assert asked(past, Honesty, lambda it: it.corrections(CLUB, NOON)) == []
    assert len(asked(past, Honesty, lambda it: it.corrections(CLUB, EVENING))) == 1


def test_replies_are_shown_beside_their_measure() -> None:
    past = [*a_club(), replied(BEN, "C0"), replied(CARA, "W3")]
    found = asked(past, Honesty, lambda it: it.replies(CLUB, NOON))
    assert [(seen.metric, seen.period) for seen in found] == [("C0", MARCH), ("W3", MARCH)]


def test_a_trace_without_an_entry_is_shown_as_such() -> None:
    past = [
        *a_club(),
        trace_checked(BEN, amount=pounds(80), event=FOUNDING),
        trace_checked(BEN, Trace.POSTER),
    ]
    found = asked(past, Honesty, lambda it: it.traces(CLUB, NOON))
    assert [(seen.kind, seen.amount, seen.fits) for seen in found] == [
        (Trace.PAYMENT, pounds(80), FOUNDING),
        (Trace.POSTER, None, None),
    ]


def test_each_groups_last_score_of_a_question_holds() -> None:
    past = [
        *a_club(),
        assessed(BEN, Seat.MEMBER, 2),
        assessed(ASHA, Seat.STAFF, 5),
        assessed(CARA, Seat.MEMBER, 3, at=NOON),
    ]
    found = asked(past, Honesty, lambda it: it.self_assessments(CLUB, EVENING))
    assert [(seen.tool, seen.seat, seen.score) for seen in found] == [
        (SelfAssessmentTool.OWN, Seat.MEMBER, 3),
        (SelfAssessmentTool.OWN, Seat.STAFF, 5),
    ]


def test_of_a_survey_the_sums_are_shown_as_long_as_they_are_kept() -> None:
    def survey(governance: Governance) -> None:
        governance.close_survey(by(BEN), CLUB, {Seat.MEMBER: {"yes": 5, "no": 1}})

    past = [*a_club(), survey_closed(CARA, at=MORNING)]
    erased, kept = asked(past, Honesty, lambda it: it.surveys(CLUB, NOON), survey)
    assert erased.answers is None
    assert kept.answers == {Seat.MEMBER: {"yes": 5, "no": 1}}
