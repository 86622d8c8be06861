"""What people said they need and want."""

from typing import Any

from domain.events import (
    AdjustmentAsked,
    AdjustmentMade,
    ConsentGiven,
    ConsentWithdrawn,
    PreferencesGiven,
    SupporterDismissed,
    SupporterNamed,
)
from domain.ids import AdjustmentId, PersonId
from domain.kinds import Consent
from tests.facts import SOME_WORDS, _fact, _id

RAMP = AdjustmentId(_id(73))


def preferences_given(by: PersonId, **named: Any) -> PreferencesGiven:
    return _fact(PreferencesGiven, by, {"actor": by, "preferences": SOME_WORDS}, named)


def supporter_named(by: PersonId, supporter: PersonId, **named: Any) -> SupporterNamed:
    return _fact(SupporterNamed, by, {"actor": by}, {"supporter": supporter, **named})


def supporter_dismissed(by: PersonId, supporter: PersonId, **named: Any) -> SupporterDismissed:
    return _fact(SupporterDismissed, by, {"actor": by}, {"supporter": supporter, **named})


def adjustment_asked(by: PersonId, **named: Any) -> AdjustmentAsked:
    usual = {"actor": by, "adjustment": RAMP, "words": SOME_WORDS}
    return _fact(AdjustmentAsked, by, usual, named)


def adjustment_made(of: PersonId, **named: Any) -> AdjustmentMade:
    return _fact(AdjustmentMade, of, {"adjustment": RAMP}, named)


def consent_given(by: PersonId, to: Consent, **named: Any) -> ConsentGiven:
    return _fact(ConsentGiven, by, {"actor": by}, {"to": to, **named})


def consent_withdrawn(by: PersonId, to: Consent, **named: Any) -> ConsentWithdrawn:
    return _fact(ConsentWithdrawn, by, {"actor": by}, {"to": to, **named})
