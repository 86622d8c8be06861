"""The statutes of a committee: how it is founded, and how it decides."""

from fractions import Fraction

from domain.application import Governance
from domain.authority import Authority, Ground
from domain.committee import Committee
from domain.errors import Malformed, NoAuthority, NotEligible
from domain.kinds import Domain
from domain.voting.rule import Method, Rule
from tests.facts import (
    ASHA,
    BEN,
    CLUB,
    CONSENT,
    DECISION,
    DEV,
    FOUNDING,
    MAJORITY,
    OTHER_FOUNDING,
    RULE,
    SOME_WORDS,
    a_club,
    a_yes,
    another_club,
    by,
    founded,
    imported,
    registered,
    rule_adopted,
    seated,
)
from tests.scenario import NEW, given

BY_FOUNDING = Authority(CLUB, Ground.FOUNDING, FOUNDING)
BY_DECISION = Authority(CLUB, Ground.DECISION, DECISION)


# ---- Founding


def test_a_committee_is_founded_with_its_first_rule() -> None:
    given(registered(ASHA)).when(Governance.found_committee, by(ASHA), "Club night", MAJORITY).then(
        founded(actor=ASHA, answers_to=None, authority=None), rule_adopted(MAJORITY)
    )


def test_a_committee_may_begin_without_a_rule() -> None:
    given().when(Committee.found, by(ASHA), SOME_WORDS, None, None).then(
        founded(name=SOME_WORDS, purpose=None)
    )


def test_a_committee_founded_by_another_answers_to_it() -> None:
    given(*a_club(), *a_yes()).when(
        Governance.found_committee, by(ASHA), "Music", founded_by=DECISION
    ).then(founded(stream=NEW, answers_to=CLUB, authority=DECISION))


def test_a_committee_is_not_founded_in_anothers_name_before_that_one_has_decided_so() -> None:
    given(*a_club()).when(
        Governance.found_committee, by(ASHA), "Music", founded_by=FOUNDING
    ).then_refused(NoAuthority, saying="has to decide this first")


def test_only_somebody_on_a_committee_founds_another_in_its_name() -> None:
    given(*a_club(), *a_yes()).when(
        Governance.found_committee, by(DEV), "Music", founded_by=DECISION
    ).then_refused(NotEligible, saying="on this committee")


def test_a_rule_by_which_no_vote_can_be_held_is_not_adopted() -> None:
    given().when(
        Governance.found_committee, by(ASHA), "Club night", Rule(method=Method.DOTS, dots=0)
    ).then_refused(Malformed, saying="no dots to give")


# ---- Rules


def test_the_first_rule_comes_with_the_founding() -> None:
    given(founded(actor=ASHA)).when(Committee.adopt_rule, by(ASHA), CONSENT, BY_FOUNDING).then(
        rule_adopted(CONSENT, rule=NEW, replaces=None, authority=FOUNDING)
    )


def test_only_the_founder_or_the_chair_brings_the_first_rule() -> None:
    given(founded(actor=ASHA), seated(BEN)).when(
        Committee.adopt_rule, by(BEN), CONSENT, BY_FOUNDING
    ).then_refused(NoAuthority, saying="founder or the chair")


def test_a_later_rule_needs_a_decision() -> None:
    club = given(founded(actor=ASHA), rule_adopted(), seated(BEN))
    club.when(Committee.adopt_rule, by(ASHA), CONSENT, BY_FOUNDING).then_refused(
        NoAuthority, saying="make it an idea and vote"
    )
    club.when(Committee.adopt_rule, by(BEN), CONSENT, BY_DECISION).then(
        rule_adopted(CONSENT, rule=NEW, replaces=RULE, authority=DECISION)
    )


def test_a_stranger_adopts_no_rule_whatever_was_decided() -> None:
    given(*a_club(), *a_yes(domain=Domain.RULES)).when(
        Governance.adopt_rule, by(DEV), CLUB, CONSENT, DECISION
    ).then_refused(NotEligible, saying="Only people on this committee")


def test_another_committees_founding_brings_no_rule_here() -> None:
    given(founded(), another_club()).when(
        Governance.adopt_rule, by(ASHA), CLUB, CONSENT, OTHER_FOUNDING
    ).then_refused(NoAuthority, saying="Another committee")


NONE = Fraction(0)


def test_a_rule_change_is_checked_like_the_first_rule() -> None:
    given(*a_club(), *a_yes(domain=Domain.RULES)).when(
        Governance.adopt_rule, by(BEN), CLUB, Rule(method=Method.MAJORITY, threshold=NONE), DECISION
    ).then_refused(Malformed, saying="would let everything pass")


def test_a_history_kept_elsewhere_may_change_the_rule_without_saying_why() -> None:
    given(founded(), rule_adopted()).when(Governance.adopt_rule, imported(), CLUB, CONSENT).then(
        rule_adopted(CONSENT, replaces=RULE, authority=None)
    )
