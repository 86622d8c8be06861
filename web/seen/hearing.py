"""Whose turn it is to say what they want, and who hears it before it is decided.

A position is no vote, and it leans on those who hear it first. So everybody says theirs before they
read what others want; whoever has to wait for the others hears them; and where the rule shows votes
at the end, what people want is shown at the end as well.
"""

from collections.abc import Iterable
from uuid import UUID

from flask import g

from domain.committee import Standing
from domain.events import Event, PositionVoiced
from domain.ids import PersonId, ProposalId
from domain.kinds import Seat
from domain.voting.rule import Rule
from projections import speaking
from projections.seen import BEFORE_THE_END, ProposalSeen
from projections.speaking import SpeakingSeen
from projections.talk_seen import PositionSeen
from web.seen.people import takes_part
from web.services import services


def standing(idea: ProposalSeen) -> tuple[PositionSeen, ...]:
    """What people want as they said it last."""
    return speaking.wanted_now(services().talk.about(idea.proposal))


def terms_of(idea: ProposalSeen) -> Rule | None:
    """The rule of its vote; before there is one, the rule by which there would be one now."""
    return speaking.terms_of(idea, services().mandates.rules_in_force(idea.committee))


def is_shown_at_the_end(idea: ProposalSeen) -> bool:
    """Whether nobody reads before the end what others want."""
    return speaking.hides_wants(idea, services().mandates.rules_in_force(idea.committee))


def is_asked(idea: ProposalSeen, who: PersonId) -> bool:
    """Whether the page asks them at all: whoever has a vote, and all who sit here but trustees."""
    own = member(idea, who)
    return own is not None and takes_part(own) and (own.voting or own.seat is not Seat.TRUSTEE)


def may_speak(idea: ProposalSeen, me: PersonId) -> bool:
    """Whether this person can say now what they want: while we talk, and when it is their turn."""
    if not speaking.is_talked_of(idea) or me in idea.stood_out:
        return False
    return is_asked(idea, me) and wait(idea, me) is None


def may_hear(idea: ProposalSeen, me: PersonId) -> bool:
    """Whether this person is told now what others want."""
    if idea.stage not in BEFORE_THE_END or idea.election is not None:
        return True
    if is_shown_at_the_end(idea):
        return False
    return any(one.person == me for one in standing(idea)) or not may_speak(idea, me)


# ---- Who speaks last


def wait(idea: ProposalSeen, who: PersonId) -> SpeakingSeen | None:
    """For whom this person waits before they say what they want; none where they need not."""
    terms = terms_of(idea)
    if terms is None or not speaks_last(idea, who):
        return None
    talk = services().talk.about(idea.proposal)
    members = services().directory.members(idea.committee)
    return speaking.speaking(idea, talk, terms, members, g.clock.now)


def speaks_last(idea: ProposalSeen, who: PersonId) -> bool:
    """Whether this person sits where the rule has people speak last."""
    terms, own = terms_of(idea), member(idea, who)
    return bool(terms and own and own.seat in terms.last)


def member(idea: ProposalSeen, who: PersonId) -> Standing | None:
    """How somebody sits on the committee of this idea; none where they do not."""
    return services().directory.standing(idea.committee, who)


# ---- What the record tells


def unheard(events: Iterable[Event], me: PersonId) -> set[UUID]:
    """The ideas of which this person is not told yet what others want."""
    asked = {one.originator_id for one in events if isinstance(one, PositionVoiced)}
    return {stream for stream in asked if not _is_told(ProposalId(stream), me)}


def _is_told(proposal: ProposalId, me: PersonId) -> bool:
    decisions = services().decisions
    if not decisions.is_undecided(proposal):
        return True
    idea = decisions.proposal(proposal, g.clock.now)
    return idea is None or may_hear(idea, me)
