"""The statutes of rules for some questions: asked for, adopted for just those, and ended again."""

from typing import Any
from uuid import UUID

import pytest

from domain.application import Governance
from domain.committee import Committee
from domain.errors import Malformed, NoAuthority, RuleBroken
from domain.ids import RuleId
from domain.kinds import Domain, Stake
from domain.values import RuleFor
from domain.voting.rule import Rule
from tests.facts import (
    BEN,
    CLUB,
    CONSENT,
    DECISION,
    MAJORITY,
    RANKED,
    RULE,
    a_club,
    a_yes,
    by,
    founded,
    made,
    rule_adopted,
)
from tests.scenario import NEW, Past, given, placed

MONEY = RuleFor(domains=(Domain.MONEY,))
FOR_MONEY = RuleId(UUID(int=80))
AS_ALL_ELSE = RuleFor(ends=FOR_MONEY)
ASK = Governance.make_proposal, by(BEN), CLUB, "How we decide about money"
ADOPT = Governance.adopt_rule, by(BEN), CLUB


def money_has_its_own(terms: Rule = CONSENT) -> Any:
    return rule_adopted(terms, rule=FOR_MONEY, domains=(Domain.MONEY,))


def decided(new_rule: Rule, questions: RuleFor | None, *before: Any) -> Past:
    asked = made(new_rule=new_rule, new_rule_for=questions)
    return given(*a_club(), *before, asked, *a_yes()[1:])


def test_an_idea_may_ask_for_a_rule_for_some_questions_only() -> None:
    club = given(*a_club())
    for questions in (MONEY, RuleFor(stakes=(Stake.SMALL,))):
        club.when(*ASK, new_rule=CONSENT, new_rule_for=questions).then(
            made(new_rule=CONSENT, new_rule_for=questions, idea_by=BEN)
        )


@pytest.mark.parametrize(
    ("questions", "saying"),
    [
        (RuleFor(), "Name the questions"),
        (RuleFor(domains=(Domain.NOT_STATED,)), "Nobody knows which questions"),
        (RuleFor(domains=(Domain.MONEY, Domain.MONEY)), "is there twice"),
        (RuleFor(stakes=(Stake.SMALL, Stake.SMALL)), "is there twice"),
        (RuleFor(domains=(Domain.MONEY,), ends=FOR_MONEY), "ends no other"),
    ],
)
def test_what_a_rule_is_for_has_to_make_sense(questions: RuleFor, saying: str) -> None:
    given(*a_club()).when(*ASK, new_rule=CONSENT, new_rule_for=questions).then_refused(
        Malformed, saying=saying
    )


def test_questions_without_a_rule_are_no_idea() -> None:
    given(*a_club()).when(*ASK, new_rule_for=MONEY).then_refused(
        Malformed, saying="Say by which rule we decide these questions."
    )


def test_a_rule_is_adopted_for_just_the_questions_to_which_people_said_yes() -> None:
    club = decided(CONSENT, MONEY)
    club.when(*ADOPT, CONSENT, DECISION, domains=[Domain.MONEY]).then(
        rule_adopted(CONSENT, rule=NEW, domains=(Domain.MONEY,), stakes=(), replaces=None)
    )
    others: list[dict[str, Any]] = [
        {},
        {"domains": [Domain.SAFETY]},
        {"domains": [Domain.MONEY, Domain.SAFETY]},
        {"domains": [Domain.MONEY], "stakes": [Stake.SMALL]},
    ]
    for other in others:
        club.when(*ADOPT, CONSENT, DECISION, **other).then_refused(
            NoAuthority, saying="We said yes to this rule for other questions."
        )


def test_a_yes_to_a_rule_for_all_questions_brings_none_for_some() -> None:
    decided(CONSENT, None).when(*ADOPT, CONSENT, DECISION, domains=[Domain.MONEY]).then_refused(
        NoAuthority, saying="for other questions"
    )


def test_a_rule_for_some_questions_ends_when_people_say_as_all_else() -> None:
    club = decided(MAJORITY, AS_ALL_ELSE, money_has_its_own())
    club.when(*ADOPT, MAJORITY, DECISION, ends=FOR_MONEY).then(
        rule_adopted(MAJORITY, rule=NEW, domains=(), stakes=(), replaces=FOR_MONEY)
    )
    club.when(*ADOPT, MAJORITY, DECISION).then_refused(NoAuthority, saying="an end of this rule")


def test_when_it_has_ended_these_questions_are_decided_as_all_else_also_later() -> None:
    then = [founded(), rule_adopted(), money_has_its_own()]
    again = rule_adopted(MAJORITY, rule=RuleId(UUID(int=81)), replaces=FOR_MONEY)
    later = rule_adopted(CONSENT, rule=RuleId(UUID(int=82)), replaces=RuleId(UUID(int=81)))
    for told, terms in (([], CONSENT), ([again], MAJORITY), ([again, later], CONSENT)):
        club = Committee(CLUB).replay(placed([*then, *told]))
        assert club.rule_in_force(Domain.MONEY).terms == terms
        assert len(club.rules) == (1 if told else 2)


def test_only_a_rule_for_some_questions_ends_and_only_by_our_usual_one() -> None:
    club = given(*a_club(), money_has_its_own())
    club.when(*ASK, new_rule=MAJORITY, new_rule_for=AS_ALL_ELSE).then(
        made(new_rule=MAJORITY, new_rule_for=AS_ALL_ELSE, idea_by=BEN)
    )
    club.when(*ASK, new_rule=CONSENT, new_rule_for=AS_ALL_ELSE).then_refused(
        RuleBroken, saying="Our usual rule is another one by now."
    )
    club.when(*ASK, new_rule=MAJORITY, new_rule_for=RuleFor(ends=RULE)).then_refused(
        RuleBroken, saying="no rule for some questions"
    )
    ranked = given(*a_club(), money_has_its_own(RANKED))
    ranked.when(*ASK, new_rule=MAJORITY, new_rule_for=AS_ALL_ELSE).then_refused(
        RuleBroken, saying="another one"
    )


def test_our_usual_rule_has_to_be_the_same_still_when_it_takes_the_place_of_another() -> None:
    new_usual = rule_adopted(CONSENT, rule=RuleId(UUID(int=81)), replaces=RULE)
    club = decided(MAJORITY, AS_ALL_ELSE, money_has_its_own(), new_usual)
    club.when(*ADOPT, MAJORITY, DECISION, ends=FOR_MONEY).then_refused(
        RuleBroken, saying="Make it an idea again."
    )
