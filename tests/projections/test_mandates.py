"""What was agreed beforehand, and who went past it, as it stood at any moment."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from domain.application import Governance
from domain.ids import RuleId
from domain.kinds import Audience, Benchmark, Domain, Finding
from domain.voting.rule import Method, Rule
from projections.agreed_seen import StepInSeen
from projections.directory import Directory
from projections.mandates import Mandates
from tests.committee_facts import (
    EVE,
    HELD_BY_THE_CHAIR,
    IN_THREE_DAYS,
    MANDATE,
    PROGRAMME_ALONE,
    TODAY,
    TOMORROW,
    a_club_with_staff,
    benchmark_adopted,
    held_by,
    mandate_granted,
    mandate_revoked,
    step_in_lifted,
    step_in_reviewed,
    step_in_told,
    stepped_in,
    up_to,
)
from tests.facts import (
    ASHA,
    BEN,
    CLUB,
    CONSENT,
    DECISION,
    DEV,
    EVENING,
    FOUNDING,
    MAJORITY,
    MORNING,
    NOON,
    RANKED,
    RULE,
    _id,
    a_club,
    a_yes,
    by,
    planned,
    role_named,
    rule_adopted,
)
from tests.projections.reading import asked
from tests.scenario import NEW

DAY = timedelta(days=1)


# ---- Rules


TWO_THIRDS = Rule(method=Method.SUPERMAJORITY)


def test_a_rule_holds_until_the_next_one_for_the_same_questions() -> None:
    past = [
        *a_club(),
        rule_adopted(CONSENT, domains=(Domain.SAFETY,), at=NOON),
        rule_adopted(TWO_THIRDS, at=EVENING),
    ]
    rules = asked(past, Mandates, lambda it: it.rules(CLUB, EVENING))
    assert [(r.terms, r.since, r.until) for r in rules] == [
        (MAJORITY, MORNING, EVENING),
        (CONSENT, NOON, None),
        (TWO_THIRDS, EVENING, None),
    ]
    assert rules[0].event == f"{CLUB.hex}@2"
    assert rules[0].authority == FOUNDING


def test_a_rule_for_choices_ends_none_for_yes_or_no() -> None:
    chooser = RuleId(_id(81))
    past = [
        *a_club(),
        rule_adopted(RANKED, rule=chooser, at=NOON),
        rule_adopted(CONSENT, replaces=RULE, rule=RuleId(_id(82)), at=EVENING),
    ]
    rules = asked(past, Mandates, lambda it: it.rules(CLUB, EVENING))
    assert [(r.terms, r.until) for r in rules] == [
        (MAJORITY, EVENING),
        (RANKED, None),
        (CONSENT, None),
    ]
    shown = asked(past, Directory, lambda it: it.rule(CLUB, NOON))
    assert shown
    assert shown.terms == MAJORITY


def test_a_rule_of_another_kind_ends_what_an_old_history_let_it_replace() -> None:
    past = [*a_club(), rule_adopted(RANKED, rule=RuleId(_id(81)), replaces=RULE, at=NOON)]
    rules = asked(past, Mandates, lambda it: it.rules_in_force(CLUB, EVENING))
    assert [rule.terms for rule in rules] == [RANKED]
    shown = asked(past, Directory, lambda it: it.rule(CLUB, EVENING))
    assert shown
    assert shown.terms == RANKED


def test_rules_are_asked_of_a_moment_and_of_what_was_known() -> None:
    past = [*a_club(), rule_adopted(CONSENT, at=EVENING)]

    def terms(at: datetime, known: int | None = None) -> list[Any]:
        found = asked(past, Mandates, lambda it: it.rules_in_force(CLUB, at, known))
        return [rule.terms for rule in found]

    assert terms(NOON) == [MAJORITY]
    assert terms(EVENING) == [CONSENT]
    assert terms(EVENING, known=len(past) - 1) == [MAJORITY]
    assert terms(MORNING - DAY) == []


# ---- Mandates


def test_a_mandate_is_shown_with_its_holder_its_words_and_its_limit() -> None:
    def grant(governance: Governance) -> None:
        governance.give_name(by(BEN), BEN, "Ben")
        governance.grant_mandate(
            by(ASHA),
            CLUB,
            held_by(BEN),
            "Ben picks the music",
            says=PROGRAMME_ALONE,
            limit=up_to(80),
            expires=TOMORROW,
            authority=DECISION,
        )

    past = [*a_club(), *a_yes(domain=Domain.RULES)]
    (seen,) = asked(past, Mandates, lambda it: it.mandates(CLUB, NOON), grant)
    assert (seen.holder_name, seen.words) == ("Ben", "Ben picks the music")
    assert (seen.says, seen.limit) == (PROGRAMME_ALONE, up_to(80))
    assert (seen.starts, seen.expires, seen.in_force) == (TODAY, TOMORROW, True)
    assert seen.authority == DECISION


def test_a_mandate_holds_until_it_expires_is_revoked_or_renewed() -> None:
    def in_force(*past: Any, at: datetime = EVENING) -> list[Any]:
        past = (*a_club(), role_named(), *past)
        found = asked(past, Mandates, lambda it: it.mandates_in_force(CLUB, at))
        return [seen.mandate for seen in found]

    granted = mandate_granted(HELD_BY_THE_CHAIR, expires=TOMORROW)
    assert in_force(granted) == [MANDATE]
    assert in_force(granted, at=EVENING + DAY) == [MANDATE]
    assert in_force(granted, at=EVENING + 2 * DAY) == []
    assert in_force(mandate_granted(starts=TOMORROW)) == []
    assert in_force(granted, mandate_revoked(at=NOON)) == []
    assert in_force(granted, mandate_revoked(at=EVENING), at=NOON) == [MANDATE]
    newer = mandate_granted(mandate=NEW, renews=MANDATE, starts=TOMORROW)
    assert in_force(granted, newer) == [MANDATE]
    assert in_force(granted, newer, at=EVENING + DAY) == [NEW]


def test_the_last_benchmark_of_a_measure_holds() -> None:
    past = [
        *a_club(),
        benchmark_adopted(),
        benchmark_adopted(Benchmark.HEADCOUNT_PARITY, at=NOON),
        benchmark_adopted(metric="C0"),
    ]
    found = asked(past, Mandates, lambda it: it.benchmarks(CLUB, EVENING))
    assert [(seen.metric, seen.benchmark) for seen in found] == [
        ("B1", Benchmark.HEADCOUNT_PARITY),
        ("C0", Benchmark.GROUP_PARITY),
    ]


# ---- Step-ins


def step_in(
    *past: Any, at: datetime = NOON, then: Callable[[Governance], object] = lambda _: None
) -> StepInSeen:
    past = (*a_club_with_staff(EVE), planned(), stepped_in(), *past)
    (seen,) = asked(past, Mandates, lambda it: it.step_ins(CLUB, at), then)
    return seen


def test_a_step_in_is_shown_with_what_it_is_about_and_until_when() -> None:
    def name(governance: Governance) -> None:
        governance.give_name(by(DEV), DEV, "Dev")

    seen = step_in(then=name)
    assert (seen.name, seen.less_restrictive_tried) == ("Dev", True)
    assert (seen.began, seen.ends, seen.in_force) == (MORNING, IN_THREE_DAYS, True)
    assert len(seen.touches) == 1
    assert seen.reason is None
    assert not step_in(at=IN_THREE_DAYS).in_force
    lifted = step_in(step_in_lifted(at=NOON), at=NOON)
    assert (lifted.lifted_at, lifted.in_force) == (NOON, False)


def test_a_step_in_is_told_late_after_two_days() -> None:
    assert not step_in(at=MORNING + 2 * DAY).told_late
    assert step_in(at=MORNING + 2 * DAY + timedelta(minutes=1)).told_late
    on_time = step_in_told(at=MORNING + 2 * DAY)
    assert not step_in(on_time, at=MORNING + 9 * DAY).told_late
    elsewhere = step_in_told(Audience.TRUSTEES, at=NOON)
    seen = step_in(elsewhere, at=MORNING + 9 * DAY)
    assert seen.told_late
    assert [telling.to for telling in seen.told] == [Audience.TRUSTEES]


def test_a_step_in_is_reviewed_late_after_two_weeks() -> None:
    review = step_in_reviewed(Finding.PARTLY, BEN, EVE, at=MORNING + 14 * DAY)
    seen = step_in(review, at=MORNING + 30 * DAY)
    assert not seen.review_late
    assert [(found.finding, len(found.reviewers)) for found in seen.reviews] == [
        (Finding.PARTLY, 2)
    ]
    assert step_in(at=MORNING + 15 * DAY).review_late
    assert not step_in(at=MORNING + 13 * DAY).review_late
