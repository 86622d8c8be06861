"""The statutes of being known to the organisation."""

from domain.application import Governance
from domain.errors import Malformed, NotFound
from domain.person import Person
from tests.facts import ASHA, BEN, CLUB, SOME_WORDS, by, details_given, founded, registered
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
