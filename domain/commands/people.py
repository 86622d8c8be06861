"""People: making them known, what they are called, and what they need and want."""

from collections.abc import Mapping

from domain.act import Act
from domain.commands.common import Commands
from domain.details import Details, Preferences
from domain.ids import AdjustmentId, PersonId
from domain.kinds import Consent
from domain.ledger import Desk
from domain.person import Person
from domain.sealed import Sealed


class PeopleCommands(Commands):
    """What is done about people."""

    def register_person(
        self, act: Act, name: str | None = None, ref: str | None = None
    ) -> PersonId:
        """Make somebody known; ``ref`` is what an imported file calls them."""
        known_as, details = Sealed.maybe(ref), Details.maybe(name)
        person = self._do(lambda desk: desk.add(Person.register(act, known_as, details)))
        return PersonId(person.id)

    def give_name(self, act: Act, person: PersonId, name: str) -> None:
        """Call somebody by this name from now on."""
        details = Details.sealed(name)
        self._do(lambda desk: desk.get(Person, person).give_details(act, details))

    def give_preferences(
        self, act: Act, person: PersonId, wants: Mapping[str, str] | Sealed
    ) -> None:
        """Say how one likes to take part; what was said last holds."""
        preferences = Preferences.sealed(wants)
        self._do(lambda desk: desk.get(Person, person).give_preferences(act, preferences))

    def name_supporter(self, act: Act, person: PersonId, supporter: PersonId) -> None:
        """Choose somebody who helps one to take part."""

        def choose(desk: Desk) -> None:
            desk.get(Person, supporter)
            desk.get(Person, person).name_supporter(act, supporter)

        self._do(choose)

    def dismiss_supporter(self, act: Act, person: PersonId, supporter: PersonId) -> None:
        """Say that one no longer wants this person's help."""
        self._do(lambda desk: desk.get(Person, person).dismiss_supporter(act, supporter))

    def ask_adjustment(self, act: Act, person: PersonId, words: str) -> AdjustmentId:
        """Say what one needs to take part."""
        needed = Sealed.of(words)
        return self._do(lambda desk: desk.get(Person, person).ask_adjustment(act, needed))

    def make_adjustment(
        self, act: Act, person: PersonId, adjustment: AdjustmentId, words: str = ""
    ) -> None:
        """Say that what somebody needed is there."""
        said = Sealed.maybe(words)
        self._do(lambda desk: desk.get(Person, person).make_adjustment(act, adjustment, said))

    def give_consent(self, act: Act, person: PersonId, to: Consent) -> None:
        """Agree that this may be done with what one said."""
        self._do(lambda desk: desk.get(Person, person).give_consent(act, to))

    def withdraw_consent(self, act: Act, person: PersonId, to: Consent) -> None:
        """No longer agree to it."""
        self._do(lambda desk: desk.get(Person, person).withdraw_consent(act, to))
