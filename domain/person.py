"""Somebody known to the organisation."""

from typing import assert_never

from domain.act import Act
from domain.aggregate import Aggregate
from domain.events import DetailsGiven, PersonRegistered
from domain.sealed import Sealed


class Person(Aggregate):
    """A person's own stream."""

    STREAM = "person"
    WHAT = "person"

    @classmethod
    def register(cls, act: Act, ref: Sealed | None, details: Sealed | None) -> "Person":
        """Make somebody known, by the name a file has for them and by their details."""
        person = cls.begin()
        person.record(PersonRegistered, act, ref=ref, details=details)
        return person

    def give_details(self, act: Act, details: Sealed) -> None:
        """Put these details in the place of the old ones."""
        self.record(DetailsGiven, act, details=details)

    def when(self, event: PersonRegistered | DetailsGiven) -> None:
        match event:
            case PersonRegistered() | DetailsGiven():
                pass
            case _:
                assert_never(event)
