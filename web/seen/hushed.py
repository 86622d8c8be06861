"""What is left of votes, help and sides where it is told to nobody whose they were."""

from dataclasses import replace
from uuid import UUID

from domain.events import (
    AdjustmentAsked,
    AdjustmentMade,
    BallotCast,
    BallotWithdrawn,
    CastingVoteGiven,
    Event,
    ObjectionAnswered,
    ObjectionRaised,
    ObjectionResolved,
    PaperBallotRead,
    PositionVoiced,
    ProxyGiven,
    ProxyWithdrawn,
    RecordAttested,
    UnderstandingVoiced,
)
from domain.ids import PersonId
from domain.kinds import Through
from projections.audit import Entry
from projections.seen import BallotSeen, ObjectionSeen, ProposalSeen
from projections.sentences import ids_in
from projections.talk_seen import TalkSeen

VOTED = "Somebody voted."
NAME = "somebody"
SENTENCES: dict[type[Event], str] = {
    BallotCast: VOTED,
    BallotWithdrawn: "Somebody took their vote back.",
    PaperBallotRead: "Somebody read a vote on paper.",
    ProxyGiven: "Somebody asked another to vote for them.",
    ProxyWithdrawn: "Somebody votes for themselves again.",
    CastingVoteGiven: "The tie was broken.",
    PositionVoiced: "Somebody said what they want.",
    UnderstandingVoiced: "Somebody said if they understood.",
    RecordAttested: "Somebody said if the record is right.",
    AdjustmentAsked: "Somebody asked for something that helps them.",
    AdjustmentMade: "Somebody got something that helps them.",
    ObjectionRaised: "Somebody had a worry.",
    ObjectionAnswered: "We talked about a worry.",
    ObjectionResolved: "A worry came to its end.",
}
"""A worry is one of the answers that a vote can give, so it is told like a vote."""


def hushed(entry: Entry, event: Event, me: PersonId) -> Entry:
    """One event as whoever is not in it may hear it."""
    words = SENTENCES.get(type(event))
    if words is None or me == event.actor or me in ids_in(event):
        return entry
    return replace(entry, sentence=words)


MANY = 2**31


def nobody(number: int) -> PersonId:
    """Stands for one of several, and says not which. No id that is drawn is so small."""
    return PersonId(UUID(int=number))


def is_nobody(who: UUID) -> bool:
    """Whether this stands for somebody unsaid."""
    return 0 < who.int < 2**32


def only_numbers(idea: ProposalSeen, me: PersonId) -> ProposalSeen:
    """An idea with as many votes of each kind, in no order, and nobody's but one's own."""
    counted = [one for one in idea.ballots if one.counted and one.voter != me]
    counted.sort(key=lambda one: repr(one.answer))
    voted = [one.voter for one in counted]
    silent = [who for who in idea.electorate if who not in {*voted, me}]
    out = [who for who in idea.stood_out if who not in {*voted, *silent, me}]
    veils = {who: nobody(place) for place, who in enumerate((*voted, *silent, *out), 1)}
    may_vote = [who for who in (*voted, *silent) if who in idea.electorate]
    own = [me] if me in idea.electorate else []
    return replace(
        idea,
        electorate=(*own, *(veils[who] for who in may_vote)),
        stood_out=tuple(sorted(veils.get(who, who) for who in idea.stood_out)),
        ballots=(
            *(one for one in idea.ballots if one.voter == me),
            *(_one_vote(one, veils[one.voter], idea) for one in counted),
        ),
        objections=tuple(_one_worry(one, me) for one in idea.objections),
        voters=(),
        recused=(),
    )


def _one_vote(one: BallotSeen, veil: PersonId, idea: ProposalSeen) -> BallotSeen:
    """An answer, and nothing from which to tell whose it was or when it was given."""
    at = idea.opened_at or idea.made_at
    return replace(
        one,
        voter=veil,
        name=NAME,
        at=at,
        recorded_at=at,
        recorded_by=None,
        through=Through.OWN_SCREEN,
        reason=None,
        position=0,
        slip=None,
    )


def _one_worry(one: ObjectionSeen, me: PersonId) -> ObjectionSeen:
    return one if one.person == me else replace(one, person=nobody(MANY), name=NAME)


def only_words(talk: TalkSeen, me: PersonId) -> TalkSeen:
    """What was said about an idea, without what is one person's own affair."""
    return replace(
        talk,
        understanding=tuple(one for one in talk.understanding if one.person == me),
        positions=tuple(one for one in talk.positions if one.person == me),
        proxies=(),
        slips=(),
        support=tuple(one for one in talk.support if one.voter == me),
        casting_vote=None,
    )
