"""The statutes of rules that are for some questions only, and of what was agreed beforehand."""

from fractions import Fraction
from typing import Any

import pytest

from domain.application import Governance
from domain.committee import Committee
from domain.errors import Malformed, NoAuthority, RuleBroken
from domain.ids import RuleId
from domain.kinds import Benchmark, Domain, Stake
from domain.voting.quorum import AtLeast
from domain.voting.rule import Method, Rule
from tests.committee_facts import BY_DECISION, BY_FOUNDING, BY_MANDATE, benchmark_adopted
from tests.facts import (
    ASHA,
    BEN,
    CLUB,
    CONSENT,
    DECISION,
    MAJORITY,
    RANKED,
    RULE,
    _id,
    a_club,
    a_yes,
    by,
    founded,
    made,
    rule_adopted,
    seated,
)
from tests.scenario import NEW, given, placed

SAFETY_RULE = RuleId(_id(80))
FOR_SAFETY = {"domains": (Domain.SAFETY,), "rule": SAFETY_RULE}


def test_a_rule_may_be_for_some_questions_only() -> None:
    given(*a_club(), *a_yes(domain=Domain.RULES)).when(
        Governance.adopt_rule, by(BEN), CLUB, CONSENT, DECISION, domains=[Domain.SAFETY]
    ).then(rule_adopted(CONSENT, rule=NEW, domains=(Domain.SAFETY,), stakes=(), replaces=None))


def test_a_rule_replaces_the_one_for_the_same_questions() -> None:
    club = given(founded(), seated(BEN), rule_adopted(), rule_adopted(CONSENT, **FOR_SAFETY))
    club.when(Committee.adopt_rule, by(BEN), MAJORITY, BY_DECISION, domains=[Domain.SAFETY]).then(
        rule_adopted(MAJORITY, replaces=SAFETY_RULE)
    )
    club.when(Committee.adopt_rule, by(BEN), CONSENT, BY_DECISION).then(
        rule_adopted(CONSENT, domains=(), replaces=RULE)
    )


def test_only_the_first_rule_comes_with_the_founding_whatever_it_is_for() -> None:
    given(founded(actor=ASHA), rule_adopted()).when(
        Committee.adopt_rule, by(ASHA), CONSENT, BY_FOUNDING, domains=[Domain.SAFETY]
    ).then_refused(NoAuthority, saying="make it an idea and vote")


def test_a_mandate_changes_no_rule() -> None:
    given(founded(), seated(BEN), rule_adopted()).when(
        Committee.adopt_rule, by(BEN), CONSENT, BY_MANDATE
    ).then_refused(NoAuthority, saying="committee itself")


def in_force(*rules: object, domain: Domain, stake: Stake | None = None, answers: int = 0) -> Rule:
    club = Committee(CLUB).replay(placed([founded(), *rules]))  # type: ignore[list-item]
    return club.rule_in_force(domain, stake, answers).terms


def test_a_question_is_decided_by_the_rule_that_is_most_for_it() -> None:
    big = (Stake.SAFETY_RULES_MEMBERSHIP_PLACE,)
    rules = [
        rule_adopted(MAJORITY),
        rule_adopted(CONSENT, **FOR_SAFETY),
        rule_adopted(RANKED, domains=(Domain.SAFETY,), stakes=big),
    ]
    assert in_force(*rules, domain=Domain.PROGRAMME) == MAJORITY
    assert in_force(*rules, domain=Domain.SAFETY, stake=Stake.SMALL) == CONSENT
    assert in_force(*rules, domain=Domain.SAFETY, stake=big[0], answers=3) == RANKED
    assert in_force(*rules, domain=Domain.SAFETY, stake=big[0]) == CONSENT
    assert in_force(*rules, domain=Domain.NOT_STATED) == MAJORITY


def test_the_later_of_two_rules_that_fit_as_well_holds() -> None:
    for_small = {"stakes": (Stake.SMALL,)}
    first, then = rule_adopted(CONSENT, **FOR_SAFETY), rule_adopted(MAJORITY, **for_small)
    assert in_force(first, then, domain=Domain.SAFETY, stake=Stake.SMALL) == MAJORITY
    assert in_force(then, first, domain=Domain.SAFETY, stake=Stake.SMALL) == CONSENT


def test_a_choice_between_answers_has_the_rule_for_choices_and_yes_or_no_the_other() -> None:
    rules = [rule_adopted(MAJORITY), rule_adopted(RANKED, domains=(Domain.PROGRAMME,))]
    assert in_force(*rules, domain=Domain.PROGRAMME, answers=2) == RANKED
    assert in_force(*rules, domain=Domain.PROGRAMME) == MAJORITY
    assert in_force(*rules, domain=Domain.MONEY, answers=2) == MAJORITY  # there is no other


def test_a_rule_for_choices_stands_beside_the_one_for_yes_or_no() -> None:
    club = given(*a_club(), *a_yes(domain=Domain.RULES))
    club.when(Governance.adopt_rule, by(BEN), CLUB, RANKED, DECISION).then(
        rule_adopted(RANKED, rule=NEW, domains=(), stakes=(), replaces=None, authority=DECISION)
    )
    beside = [rule_adopted(MAJORITY), rule_adopted(RANKED, rule=SAFETY_RULE)]
    assert in_force(*beside, domain=Domain.MONEY) == MAJORITY
    assert in_force(*beside, domain=Domain.MONEY, answers=2) == RANKED


def test_each_kind_of_rule_replaces_its_own_kind() -> None:
    approval = Rule(method=Method.APPROVAL)
    club = given(founded(), seated(BEN), rule_adopted(), rule_adopted(RANKED, rule=SAFETY_RULE))
    club.when(Committee.adopt_rule, by(BEN), approval, BY_DECISION).then(
        rule_adopted(approval, replaces=SAFETY_RULE)
    )
    club.when(Committee.adopt_rule, by(BEN), CONSENT, BY_DECISION).then(
        rule_adopted(CONSENT, replaces=RULE)
    )


def test_what_an_old_history_replaced_stays_replaced() -> None:
    told = [rule_adopted(MAJORITY), rule_adopted(RANKED, rule=SAFETY_RULE, replaces=RULE)]
    assert in_force(*told, domain=Domain.MONEY) == RANKED


def test_a_rule_for_other_questions_is_no_rule_for_this_one() -> None:
    with pytest.raises(RuleBroken, match="no rule yet"):
        in_force(rule_adopted(CONSENT, **FOR_SAFETY), domain=Domain.MONEY)


# ---- Benchmarks


def test_a_benchmark_is_agreed_beforehand_and_by_a_decision() -> None:
    club = given(*a_club(), *a_yes(domain=Domain.RULES))
    parity = Benchmark.GROUP_PARITY
    club.when(Governance.adopt_benchmark, by(BEN), CLUB, "B1", parity, authority=DECISION).then(
        benchmark_adopted(parity, metric="B1", value=None, authority=DECISION)
    )
    club.when(Governance.adopt_benchmark, by(ASHA), CLUB, "B1", parity).then_refused(
        NoAuthority, saying="committee itself"
    )
    club.when(
        Governance.adopt_benchmark, by(BEN), CLUB, "fairness", parity, authority=DECISION
    ).then_refused(Malformed, saying="no such measure")
    club.when(
        Governance.adopt_benchmark, by(BEN), CLUB, "B1", Benchmark.TARGET, authority=DECISION
    ).then_refused(Malformed, saying="A target has a number")


TIME, TARGET = Benchmark.TIME, Benchmark.TARGET


def test_a_committee_agrees_by_which_time_it_counts() -> None:
    given(*a_club(), *a_yes(domain=Domain.RULES)).when(
        Governance.adopt_benchmark, by(BEN), CLUB, "F2", TIME, hours=48, authority=DECISION
    ).then(benchmark_adopted(TIME, metric="F2", value=None, hours=48, authority=DECISION))


@pytest.mark.parametrize(
    ("metric", "benchmark", "terms", "saying"),
    [
        ("F2", TIME, {}, "so many hours"),
        ("F2", TARGET, {"value": Fraction(1, 2), "hours": 48}, "so many hours"),
        ("F2", TIME, {"hours": 0}, "at least one hour"),
        ("F2", TIME, {"hours": 9000}, "at most a year"),
        ("B1", TIME, {"hours": 48}, "counts by no time"),
        ("B1", TARGET, {"value": Fraction(3, 2)}, "between 0 and 1"),
        ("B1", TARGET, {"value": Fraction(0)}, "between 0 and 1"),
        ("E6", TARGET, {"value": Fraction(1, 2)}, "Nobody aims for this"),
        ("W1", TARGET, {"value": Fraction(1, 2)}, "Nobody aims for this"),
    ],
)
def test_what_makes_no_sense_is_not_agreed_on(
    metric: str, benchmark: Benchmark, terms: dict[str, Any], saying: str
) -> None:
    given(founded(), seated(BEN)).when(
        Committee.adopt_benchmark, by(BEN), metric, benchmark, BY_DECISION, **terms
    ).then_refused(Malformed, saying=saying)


def test_a_time_takes_nothing_away_from_what_the_same_measure_should_be() -> None:
    half = Fraction(1, 2)
    aim = benchmark_adopted(TARGET, metric="F2", value=half)
    time = benchmark_adopted(TIME, metric="F2", value=None, hours=48)
    given(founded(), seated(BEN), aim, time).when(
        Committee.adopt_benchmark, by(BEN), "F2", TARGET, BY_DECISION, value=half
    ).then_nothing()


def test_the_same_benchmark_twice_adds_nothing() -> None:
    given(founded(), seated(BEN), benchmark_adopted()).when(
        Committee.adopt_benchmark, by(BEN), "B1", Benchmark.GROUP_PARITY, BY_DECISION
    ).then_nothing()


def test_a_founding_allows_no_benchmark() -> None:
    given(founded(actor=ASHA), seated(ASHA)).when(
        Committee.adopt_benchmark, by(ASHA), "B1", Benchmark.GROUP_PARITY, BY_FOUNDING
    ).then_refused(NoAuthority, saying="committee itself")


def test_a_vote_on_one_rule_lets_nobody_adopt_another() -> None:
    decided = given(*a_club(), made(new_rule=CONSENT), *a_yes()[1:])
    decided.when(Governance.adopt_rule, by(BEN), CLUB, CONSENT, DECISION).then(
        rule_adopted(CONSENT, rule=NEW, replaces=RULE)
    )
    decided.when(Governance.adopt_rule, by(BEN), CLUB, MAJORITY, DECISION).then_refused(
        NoAuthority, saying="We said yes to another rule"
    )


def test_a_yes_to_something_else_lets_nobody_adopt_a_rule() -> None:
    given(*a_club(), made(domain=Domain.PROGRAMME), *a_yes()[1:]).when(
        Governance.adopt_rule, by(BEN), CLUB, CONSENT, DECISION
    ).then_refused(NoAuthority, saying="something else")


def test_a_new_rule_is_a_question_of_yes_or_no_and_a_rule_by_which_a_vote_can_be_held() -> None:
    club = given(*a_club())
    ask = Governance.make_proposal, by(BEN), CLUB, "Decide by consent"
    club.when(*ask, new_rule=CONSENT).then(made(new_rule=CONSENT, idea_by=BEN))
    club.when(*ask, new_rule=CONSENT, options=["Yes", "Maybe"]).then_refused(
        Malformed, saying="yes or no"
    )
    never = Rule(method=Method.MAJORITY, threshold=Fraction(3, 2))
    club.when(*ask, new_rule=never).then_refused(Malformed, saying="more than all")


def test_a_new_rule_by_which_this_committee_could_never_decide_is_no_idea() -> None:
    ten = Rule(method=Method.MAJORITY, quorum=(AtLeast(at_least=10, of="entitled"),))
    given(*a_club()).when(
        Governance.make_proposal, by(BEN), CLUB, "Ten of us", new_rule=ten
    ).then_refused(Malformed, saying="10")
