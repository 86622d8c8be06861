"""What others did that somebody should hear of: on NOW until they know, or for two weeks.

Nobody has to do anything about it. So it stands after what waits, before one's own jobs, and one
press ends it.
"""

from collections.abc import Iterator
from datetime import timedelta

from flask import g, url_for

from domain.ids import CommitteeId, PersonId
from domain.kinds import Resolution
from projections.agreed_seen import MandateSeen
from projections.seen import ObjectionSeen, ProposalSeen, Stage
from projections.talk_seen import PutOffSeen
from web.access import may
from web.asked_once import has_answered, news_of
from web.seen.alone import ever_held
from web.seen.card import Card
from web.services import services

FOR = timedelta(days=14)
ENDED = {
    Resolution.INTEGRATED: "We changed the idea because of it.",
    Resolution.EXPLAINED: "We talked about it.",
    Resolution.OVERRULED: "Most of us want to go on.",
}


def news(committee: CommitteeId, me: PersonId, mine: list[ProposalSeen]) -> list[Card]:
    """What this person has not said that they know; the newest matters first."""
    if not may("now.known"):
        return []
    since = g.clock.now - FOR
    ended = services().decisions.ended_since(committee, since, g.clock.now)
    told = [
        *(card for idea in ended for card in _worries(idea, me)),
        *_put_off([*mine, *ended], me),
        *_mandates(committee, me),
    ]
    fresh = {card.known: card for card in told if not has_answered(card.known)}
    return list(fresh.values())


def _worries(idea: ProposalSeen, me: PersonId) -> Iterator[Card]:
    """A worry of one's own, or about one's own idea, that somebody else has ended."""
    for worry in idea.objections:
        how = worry.how
        if how not in ENDED or me == worry.ended_by or not _is_new(worry):
            continue
        if me == worry.person:
            yield _card("Your worry", idea, ENDED[how], "worry", worry.objection.hex)
        elif me in (idea.idea_by, idea.made_by):
            words = f"A worry about it is over. {ENDED[how]}"
            yield _card("Your idea", idea, words, "worry", worry.objection.hex)


def _is_new(worry: ObjectionSeen) -> bool:
    return worry.resolved_at is not None and worry.resolved_at > g.clock.now - FOR


def _put_off(ideas: list[ProposalSeen], me: PersonId) -> Iterator[Card]:
    """An idea of one's own that the chair did not put on the list, or put off."""
    for idea in ideas:
        waiting = idea.stage in (Stage.MADE, Stage.DECLINED)
        if not waiting or me not in (idea.idea_by, idea.made_by):
            continue
        last = next(reversed(services().talk.about(idea.proposal).put_off), None)
        if last and last.said.at > g.clock.now - FOR and last.by != me:
            yield _card("Your idea", idea, _not_now(last), "idea", last.said.event)


def _not_now(last: PutOffSeen) -> str:
    if last.declined:
        return "It is not on our list."
    until = f" until {g.clock.tell_day(last.until).words}" if last.until else ""
    return f"We put it off{until}."


def _card(over: str, idea: ProposalSeen, words: str, about: str, key: str) -> Card:
    place = "proposals.worries" if about == "worry" else "proposals.show"
    return Card(
        kind="news",
        title=over,
        question=idea.title,
        heard=words,
        picture=about,
        href=url_for(place, proposal=idea.proposal),
        known=news_of(key),
    )


def _mandates(committee: CommitteeId, me: PersonId) -> Iterator[Card]:
    """What one may do alone from now on, may do in another way, or may do no more."""
    for seen in ever_held(committee):
        if me == seen.granted_by:
            pass
        elif seen.in_force and seen.granted_at > g.clock.now - FOR:
            words = "What you may do alone is new." if seen.renews else "You may do this alone now."
            yield _about(seen, words, "")
        elif seen.revoked_at and seen.revoked_at > g.clock.now - FOR and seen.revoked_by != me:
            yield _about(seen, "You may not do this alone any more.", "over")


def _about(seen: MandateSeen, words: str, end: str) -> Card:
    return Card(
        kind="news",
        title=words,
        question=seen.words,
        picture="take-back" if end else "take",
        href=url_for("mandates.show", mandate=seen.mandate),
        known=news_of(f"{seen.mandate.hex}{end}"),
    )
