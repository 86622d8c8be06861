"""Everything that happens on a committee is told in a sentence that can be read aloud."""

from typing import Any

import pytest

from domain.events import EVENTS, Event, RecordDisputed
from domain.ids import CHAIR
from domain.kinds import (
    Attestation,
    Benchmark,
    Consent,
    Domain,
    Finding,
    Say,
    Seat,
    StepInGround,
    Trace,
)
from domain.values import DomainSay
from projections.committee_sentences import COMMITTEE_SENTENCES
from projections.sentences import ids_in, sentence
from tests.committee_facts import (
    HELD_BY_THE_CLUB,
    MONEY_ALONE,
    TOMORROW,
    assessed,
    attested,
    benchmark_adopted,
    corrected,
    dispute_answered,
    disputed,
    held_by,
    mandate_granted,
    mandate_revoked,
    pounds,
    replied,
    role_accepted,
    role_declined,
    role_offer_withdrawn,
    role_offered,
    role_passed,
    role_shadowed,
    role_taken_away,
    rotation_joined,
    rotation_left,
    step_in_lifted,
    step_in_reviewed,
    step_in_told,
    stepped_in,
    term_fixed,
    trace_checked,
    up_to,
)
from tests.domain.record_examples import MAPPER, RECORDED
from tests.domain.test_events import Example
from tests.facts import ASHA, BEN, CARA, CLUB, DEV, FOUNDING, NIGHT, SOME_WORDS
from tests.person_facts import adjustment_asked, adjustment_made, consent_given, supporter_named

NAMES: dict[Any, str] = {
    ASHA: "Asha",
    BEN: "Ben",
    CARA: "Cara",
    DEV: "Dev",
    CLUB: "The club",
    NIGHT: "April night",
    CHAIR: "chair",
}
WORDS: dict[str, str] = {SOME_WORDS: "It was loud."}
MONEY_AGREED = (DomainSay(domain=Domain.MONEY, say=Say.AGREE),)


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (term_fixed(BEN, TOMORROW), "Ben is there on the committee until 4 March 2026."),
        (term_fixed(BEN, TOMORROW, role=CHAIR), "Ben is there as chair until 4 March 2026."),
        (role_taken_away(BEN), "The club took the role of chair from Ben."),
        (role_shadowed(BEN), "Ben is learning to be chair."),
        (rotation_joined(BEN), "Ben wants a turn as chair."),
        (rotation_left(BEN), "Ben wants no turn as chair."),
        (role_offered(by=ASHA, to=BEN), "Asha asked Ben to become chair."),
        (role_offered(by=ASHA, to=BEN, share=True), "Asha asked Ben to share being chair."),
        (role_accepted(by=BEN, of=ASHA), "Ben accepted the role of chair from Asha."),
        (role_declined(by=BEN, of=ASHA), "Ben said no thank you to Asha about being chair."),
        (role_offer_withdrawn(by=ASHA, to=BEN), "Asha no longer asks Ben to be chair."),
        (role_passed(by=ASHA, to=BEN), "The role of chair passed from Asha to Ben."),
        (
            mandate_granted(held_by(BEN), says=MONEY_ALONE, limit=up_to(80), expires=TOMORROW),
            (
                "Ben got a mandate: “It was loud.” Ben may decide alone about programme and money. "
                "This is for up to £80 each time. It ends on 4 March 2026."
            ),
        ),
        (
            mandate_granted(HELD_BY_THE_CLUB, says=MONEY_AGREED),
            "The club got a mandate: “It was loud.” The club may decide with others about money.",
        ),
        (mandate_revoked(), "The club took a mandate back."),
        (
            benchmark_adopted(Benchmark.GROUP_PARITY),
            "The club agreed for B1: every group counts the same.",
        ),
        (stepped_in(DEV), "Dev stepped in because somebody could come to harm: “It was loud.”"),
        (
            stepped_in(DEV, grounds=StepInGround.SAFEGUARDING, reason=None),
            "Dev stepped in for safeguarding.",
        ),
        (step_in_told(), "The committee heard of a step-in."),
        (step_in_lifted(DEV), "Dev ended a step-in."),
        (
            step_in_reviewed(Finding.PARTLY, ASHA, BEN),
            "Asha and Ben looked at a step-in: it was partly right.",
        ),
        (
            attested(BEN, Attestation.MISSING),
            "Ben said of 1 March 2026 to 2 March 2026: something is missing in the record.",
        ),
        (disputed(BEN), "Ben said that an entry is not right: “It was loud.”"),
        (dispute_answered(ASHA, upheld=True), "Asha answered that the entry is not right."),
        (corrected(), "The club put an entry right: “It was loud.”"),
        (replied(BEN), "Ben said to C0 of 1 March 2026 to 2 March 2026: “It was loud.”"),
        (
            trace_checked(BEN, amount=pounds(80), event=FOUNDING),
            "Ben compared a payment of £80 with the log: an entry fits.",
        ),
        (trace_checked(BEN, Trace.POSTER), "Ben compared a poster with the log: no entry fits."),
        (
            assessed(BEN, Seat.MEMBER, 4),
            "The members gave themselves 4 for question 1 of their own list.",
        ),
        (supporter_named(BEN, CARA), "Ben chose Cara as a helper."),
        (adjustment_asked(BEN), "Ben said what they need to take part."),
        (adjustment_made(BEN), "What Ben needed is there."),
        (consent_given(BEN, Consent.PHOTO), "Ben agreed that their photo is shown."),
    ],
    ids=lambda it: type(it).__name__ if isinstance(it, Event) else it,
)
def test_it_is_told_in_a_sentence(event: Event, told: str) -> None:
    assert ids_in(event) >= {event.originator_id}
    assert sentence(event, NAMES, WORDS) == told


@pytest.mark.parametrize("topic", [kind.TOPIC for kind in COMMITTEE_SENTENCES])
def test_every_recorded_example_can_be_read_aloud(topic: str) -> None:
    event = MAPPER.to_domain_event(Example.read(RECORDED / f"{topic}.json").row())
    names = dict.fromkeys(ids_in(event), "something")
    told = sentence(event, names, {})
    assert told.endswith((".", "”", "…"))
    assert "None" not in told


def test_nothing_of_a_committee_or_a_person_is_left_untold() -> None:
    ours = {kind for topic, kind in EVENTS.items() if topic.startswith(("committee.", "person."))}
    for kind in ours:
        event = MAPPER.to_domain_event(Example.read(RECORDED / f"{kind.TOPIC}.json").row())
        names = dict.fromkeys(ids_in(event), "something")
        assert sentence(event, names, {})
    assert RecordDisputed in ours
