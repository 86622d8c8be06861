"""How it comes about what people say of themselves."""

from collections.abc import Mapping

from domain import events
from domain.events import Event
from web.history.native.commands.of import Command, the_person
from web.history.native.telling import Telling


def registered(it: Telling, event: events.PersonRegistered) -> None:
    it.does.register_person(it.act, event.details, event.ref)


def details_given(it: Telling, event: events.DetailsGiven) -> None:
    it.does.give_name(it.act, the_person(event), event.details)


def preferences_given(it: Telling, event: events.PreferencesGiven) -> None:
    it.does.give_preferences(it.act, the_person(event), event.preferences)


def supporter_named(it: Telling, event: events.SupporterNamed) -> None:
    it.does.name_supporter(it.act, the_person(event), event.supporter)


def supporter_dismissed(it: Telling, event: events.SupporterDismissed) -> None:
    it.does.dismiss_supporter(it.act, the_person(event), event.supporter)


def adjustment_asked(it: Telling, event: events.AdjustmentAsked) -> None:
    it.does.ask_adjustment(it.act, the_person(event), event.words)


def adjustment_made(it: Telling, event: events.AdjustmentMade) -> None:
    it.does.make_adjustment(it.act, the_person(event), event.adjustment, event.words or "")


def consent_given(it: Telling, event: events.ConsentGiven) -> None:
    it.does.give_consent(it.act, the_person(event), event.to)


def consent_withdrawn(it: Telling, event: events.ConsentWithdrawn) -> None:
    it.does.withdraw_consent(it.act, the_person(event), event.to)


COMMANDS: Mapping[type[Event], Command] = {
    events.PersonRegistered: registered,
    events.DetailsGiven: details_given,
    events.PreferencesGiven: preferences_given,
    events.SupporterNamed: supporter_named,
    events.SupporterDismissed: supporter_dismissed,
    events.AdjustmentAsked: adjustment_asked,
    events.AdjustmentMade: adjustment_made,
    events.ConsentGiven: consent_given,
    events.ConsentWithdrawn: consent_withdrawn,
}
