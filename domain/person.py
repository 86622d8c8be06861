"""Somebody known to the organisation: what they need and want, by their own word."""

from typing import assert_never

from domain.act import Act
from domain.aggregate import Aggregate
from domain.errors import Malformed, NotFound
from domain.events import (
    AdjustmentAsked,
    AdjustmentMade,
    ConsentGiven,
    ConsentWithdrawn,
    DetailsGiven,
    PersonRegistered,
    PreferencesGiven,
    SupporterDismissed,
    SupporterNamed,
)
from domain.ids import AdjustmentId, PersonId
from domain.kinds import Consent
from domain.sealed import Sealed

PersonEvent = (
    PersonRegistered
    | DetailsGiven
    | PreferencesGiven
    | SupporterNamed
    | SupporterDismissed
    | AdjustmentAsked
    | AdjustmentMade
    | ConsentGiven
    | ConsentWithdrawn
)


class Person(Aggregate):
    """A person's own stream."""

    STREAM = "person"
    WHAT = "person"

    @classmethod
    def register(cls, act: Act, ref: Sealed | None, details: Sealed | None) -> "Person":
        """Make somebody known, by the name a file has for them and by their details."""
        person = cls.begin(act)
        person.record(PersonRegistered, act, ref=ref, details=details)
        return person

    @property
    def name(self) -> PersonId:
        """What other streams call this person."""
        return PersonId(self.id)

    def give_details(self, act: Act, details: Sealed) -> None:
        """Put these details in the place of the old ones."""
        self.record(DetailsGiven, act, details=details)

    def give_preferences(self, act: Act, preferences: Sealed) -> None:
        """Say how one likes to take part."""
        self._must_be_own(act, self.name)
        self.record(PreferencesGiven, act, preferences=preferences)

    def name_supporter(self, act: Act, supporter: PersonId) -> None:
        """Choose somebody who helps one to take part. The same twice adds nothing."""
        self._must_be_own(act, self.name)
        if supporter == self.name:
            raise Malformed("A helper is somebody else.")
        if supporter not in self.supporters:
            self.record(SupporterNamed, act, supporter=supporter)

    def dismiss_supporter(self, act: Act, supporter: PersonId) -> None:
        """Say that one no longer wants this person's help. Twice adds nothing."""
        self._must_be_own(act, self.name)
        if supporter in self.supporters:
            self.record(SupporterDismissed, act, supporter=supporter)

    def ask_adjustment(self, act: Act, words: Sealed) -> AdjustmentId:
        """Say what one needs to take part."""
        self._must_be_own(act, self.name)
        adjustment = AdjustmentId(act.fresh(self.adjustments))
        self.record(AdjustmentAsked, act, adjustment=adjustment, words=words)
        return adjustment

    def make_adjustment(
        self, act: Act, adjustment: AdjustmentId, words: Sealed | None = None
    ) -> None:
        """Say that what was needed is there. Twice adds nothing."""
        if adjustment not in self.adjustments:
            raise NotFound("Nobody has asked for this.")
        if not self.adjustments[adjustment]:
            self.record(AdjustmentMade, act, adjustment=adjustment, words=words)

    def give_consent(self, act: Act, to: Consent) -> None:
        """Agree that this may be done with what one said. Twice adds nothing."""
        self._must_be_own(act, self.name)
        if to not in self.agrees:
            self.record(ConsentGiven, act, to=to)

    def withdraw_consent(self, act: Act, to: Consent) -> None:
        """No longer agree to it. Whoever does not agree need not say so."""
        self._must_be_own(act, self.name)
        if to in self.agrees:
            self.record(ConsentWithdrawn, act, to=to)

    def when(self, event: PersonEvent) -> None:
        match event:
            case PersonRegistered():
                self.supporters: set[PersonId] = set()
                self.adjustments: dict[AdjustmentId, bool] = {}
                self.agrees: set[Consent] = set()
            case SupporterNamed():
                self.supporters.add(event.supporter)
            case SupporterDismissed():
                self.supporters.discard(event.supporter)
            case AdjustmentAsked():
                self.adjustments[event.adjustment] = False
            case AdjustmentMade():
                self.adjustments[event.adjustment] = True
            case ConsentGiven():
                self.agrees.add(event.to)
            case ConsentWithdrawn():
                self.agrees.discard(event.to)
            case DetailsGiven() | PreferencesGiven():
                pass
            case _:
                assert_never(event)
