"""What waits after a decision: do all of us agree, is it still good, what do others ask us."""

from flask import g, url_for

from domain.ids import CommitteeId
from web.access import may
from web.seen.card import Card
from web.seen.holding import asked_now
from web.seen.putting_off import asked_of
from web.services import services

LATELY = 20
"""Of all that should be looked at again, so many of the latest."""


def after_cards(committee: CommitteeId) -> list[Card]:
    """What could not wait, until all of us are asked; and what is to be looked at again."""
    if not may("afterwards.changing"):
        return []
    return [*_to_agree(committee), *_again(committee)]


def asked_cards(committee: CommitteeId) -> list[Card]:
    """What other committees want to know of us."""
    if not may("putting_off.answering"):
        return []
    return [
        Card(
            kind="asked",
            title=one.by,
            question=one.question,
            on=one.until,
            href=url_for("putting_off.answering", asked_about=one.proposal),
        )
        for one in asked_of(committee)
    ]


def _to_agree(committee: CommitteeId) -> list[Card]:
    """Once people vote on whether they agree, their vote is what waits for them."""
    cards = []
    for key in services().talk.to_agree(committee, g.clock.now):
        after = services().talk.afterwards(key, g.clock.now)
        if after.answer_until is None or after.decision is None or asked_now(after):
            continue
        cards.append(
            Card(
                kind="agree",
                question=services().naming.name(key),
                on=g.clock.tell_day(after.answer_until),
                href=url_for("afterwards.agreeing", proposal=key),
            )
        )
    return cards


def _again(committee: CommitteeId) -> list[Card]:
    """For whoever runs the meetings: their day to be looked at again has come."""
    if not may("afterwards.looking"):
        return []
    due = services().talk.to_review(committee, g.clock.today, LATELY, g.clock.now)
    return [
        Card(
            kind="again",
            question=services().naming.name(key),
            on=g.clock.tell_day(day),
            href=url_for("afterwards.looking", proposal=key),
        )
        for day, key in due
    ]
