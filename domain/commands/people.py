"""People: making them known, and what they are called."""

from domain.act import Act
from domain.commands.common import Commands
from domain.details import Details
from domain.ids import PersonId
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
