"""The statutes of being known to the organisation."""

from domain.application import Governance
from domain.errors import Malformed, NotEligible, NotFound
from domain.kinds import Consent
from domain.person import Person
from tests.facts import ASHA, BEN, CARA, CLUB, SOME_WORDS, by, details_given, founded, registered
from tests.person_facts import (
    RAMP,
    adjustment_asked,
    adjustment_made,
    consent_given,
    consent_withdrawn,
    preferences_given,
    supporter_dismissed,
    supporter_named,
)
from tests.scenario import NEW, given


def test_somebody_becomes_known() -> None:
    given().when(Person.register, by(ASHA), None, SOME_WORDS).then(
        registered(NEW, actor=ASHA, ref=None, details=SOME_WORDS)
    )


def test_somebody_may_be_known_without_a_name() -> None:
    given().when(Governance.register_person, by(ASHA)).then(registered(NEW, ref=None, details=None))
    given().when(Governance.register_person, by(ASHA), " ").then(registered(NEW, details=None))


def test_somebody_is_called_otherwise_from_now_on() -> None:
    given(registered(BEN)).when(Person.give_details, by(BEN), SOME_WORDS).then(
        details_given(BEN, details=SOME_WORDS)
    )


def test_a_name_has_letters() -> None:
    given(registered(BEN)).when(Governance.give_name, by(BEN), BEN, "  ").then_refused(
        Malformed, saying="A name is missing"
    )
    for broken in ("B\ud800n", "\udfff"):
        given(registered(BEN)).when(Governance.give_name, by(BEN), BEN, broken).then_refused(
            Malformed, saying="broken letter"
        )
        given().when(Governance.register_person, by(BEN), broken).then_refused(
            Malformed, saying="broken letter"
        )


def test_there_is_no_such_person() -> None:
    given(founded()).when(Governance.give_name, by(BEN), BEN, "Ben").then_refused(
        NotFound, saying="There is no such person."
    )
    given(founded()).when(Governance.give_name, by(BEN), CLUB, "Ben").then_refused(
        NotFound, saying="There is no such person."
    )


# ---- What they need and want


def test_people_say_themselves_how_they_like_to_take_part() -> None:
    club = given(registered(BEN), registered(ASHA))
    club.when(Governance.give_preferences, by(BEN), BEN, {"text": "large"}).then(
        preferences_given(BEN)
    )
    club.when(Governance.give_preferences, by(ASHA), BEN, {"text": "small"}).then_refused(
        NotEligible, saying="for themselves"
    )


def test_people_choose_their_helpers_themselves() -> None:
    club = given(registered(BEN), registered(ASHA))
    club.when(Governance.name_supporter, by(BEN), BEN, ASHA).then(supporter_named(BEN, ASHA))
    club.when(Governance.name_supporter, by(ASHA), BEN, ASHA).then_refused(
        NotEligible, saying="for themselves"
    )
    club.when(Governance.name_supporter, by(BEN), BEN, BEN).then_refused(
        Malformed, saying="somebody else"
    )
    club.when(Governance.name_supporter, by(BEN), BEN, CARA).then_refused(
        NotFound, saying="no such person"
    )
    club.when(Governance.dismiss_supporter, by(BEN), BEN, ASHA).then_nothing()


def test_a_helper_is_chosen_once_and_can_be_let_go() -> None:
    club = given(registered(BEN), registered(ASHA), supporter_named(BEN, ASHA))
    club.when(Governance.name_supporter, by(BEN), BEN, ASHA).then_nothing()
    club.when(Governance.dismiss_supporter, by(BEN), BEN, ASHA).then(supporter_dismissed(BEN, ASHA))


def test_what_somebody_needs_is_asked_by_them_and_made_by_anybody() -> None:
    given(registered(BEN)).when(Governance.ask_adjustment, by(BEN), BEN, "A ramp").then(
        adjustment_asked(BEN, adjustment=NEW)
    )
    club = given(registered(BEN), adjustment_asked(BEN))
    club.when(Governance.make_adjustment, by(ASHA), BEN, RAMP, "It is there").then(
        adjustment_made(BEN, actor=ASHA, adjustment=RAMP)
    )
    club.when(Governance.ask_adjustment, by(ASHA), BEN, "A minder").then_refused(
        NotEligible, saying="for themselves"
    )
    given(registered(BEN)).when(Governance.make_adjustment, by(ASHA), BEN, RAMP).then_refused(
        NotFound, saying="Nobody has asked"
    )
    given(registered(BEN), adjustment_asked(BEN), adjustment_made(BEN)).when(
        Governance.make_adjustment, by(ASHA), BEN, RAMP
    ).then_nothing()


def test_people_agree_for_themselves_and_may_think_again() -> None:
    club = given(registered(BEN))
    club.when(Governance.give_consent, by(BEN), BEN, Consent.PHOTO).then(
        consent_given(BEN, Consent.PHOTO)
    )
    club.when(Governance.give_consent, by(ASHA), BEN, Consent.PHOTO).then_refused(
        NotEligible, saying="for themselves"
    )
    club.when(Governance.withdraw_consent, by(BEN), BEN, Consent.PHOTO).then_nothing()
    agreed = given(registered(BEN), consent_given(BEN, Consent.PHOTO))
    agreed.when(Governance.give_consent, by(BEN), BEN, Consent.PHOTO).then_nothing()
    agreed.when(Governance.withdraw_consent, by(BEN), BEN, Consent.PHOTO).then(
        consent_withdrawn(BEN, Consent.PHOTO)
    )
