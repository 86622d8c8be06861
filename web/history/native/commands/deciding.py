"""How decisions come about, by every way there is, and what becomes of them."""

from collections.abc import Mapping
from typing import Any

from domain import events
from domain.events import Event
from domain.kinds import Closing
from web.history.native.commands.of import Command, the_proposal
from web.history.native.telling import Telling


def closed(it: Telling, event: events.VotingClosed) -> None:
    """The end of a vote, and what was decided with it, unless the chair has to break a tie."""
    proposal, decided = the_proposal(event), it.following()
    decision = decided if isinstance(decided, events.DecisionTaken) else None
    match event.how:
        case Closing.DEADLINE:
            it.does.settle_voting(proposal, it.act.counts_from, it.act)
        case Closing.BY_HAND | Closing.EARLY:
            it.does.close_voting(it.act, proposal, **_weighed(decision))
        case Closing.NOT_STATED:
            it.does.close_and_decide(it.act, proposal, **_stated(decision))


def decided(it: Telling, event: events.DecisionTaken) -> None:
    """Without an open vote: as a source states it, after the chair's vote, or without any vote."""
    proposal = the_proposal(event)
    if event.stated_outcome is not None or event.tally is not None:
        it.does.close_and_decide(it.act, proposal, **_stated(event))
        return
    it.does.record_decision(
        it.act,
        proposal,
        event.route,
        event.outcome,
        deciders=event.deciders,
        authority=event.authority,
        present=event.present,
        ratify_by=event.ratify_by,
        **_weighed(event),
    )


def _weighed(event: events.DecisionTaken | None) -> dict[str, Any]:
    if event is None:
        return {}
    return {
        "considered": event.considered,
        "left_out": event.left_out,
        "risks": event.risks,
        "papers": event.papers,
        "review_on": event.review_on,
        "replaces": event.replaces,
    }


def _stated(event: events.DecisionTaken | None) -> dict[str, Any]:
    if event is None:
        return {}
    return {
        "route": event.route,
        "outcome": event.stated_outcome,
        "tally": event.stated_tally,
        "words": event.stated_words or "",
        "review_on": event.review_on,
        "deciders": event.deciders,
        "authority": event.authority,
    }


def casting_vote_given(it: Telling, event: events.CastingVoteGiven) -> None:
    it.does.give_casting_vote(it.act, the_proposal(event), event.answer, event.person)


# ---- Afterwards


def reason_given(it: Telling, event: events.ReasonGiven) -> None:
    it.does.give_reason(it.act, the_proposal(event), event.words, event.review_on)


def confirmed(it: Telling, event: events.DecisionConfirmed) -> None:
    it.does.confirm_decision(it.act, the_proposal(event), event.person, event.capacity)


def outcome_told(it: Telling, event: events.OutcomeTold) -> None:
    it.does.tell_outcome(it.act, the_proposal(event), event.to, event.format)


def ratified(it: Telling, event: events.DecisionRatified) -> None:
    it.does.ratify_decision(it.act, the_proposal(event), authority=event.authority)


def ratification_refused(it: Telling, event: events.RatificationRefused) -> None:
    it.does.refuse_ratification(it.act, the_proposal(event))


def reviewed(it: Telling, event: events.DecisionReviewed) -> None:
    it.does.review_decision(
        it.act,
        the_proposal(event),
        event.finding,
        come_true=event.come_true,
        review_on=event.review_on,
    )


def reversed_(it: Telling, event: events.DecisionReversed) -> None:
    it.does.reverse_decision(it.act, the_proposal(event), authority=event.authority)


COMMANDS: Mapping[type[Event], Command] = {
    events.VotingClosed: closed,
    events.CastingVoteGiven: casting_vote_given,
    events.DecisionTaken: decided,
    events.ReasonGiven: reason_given,
    events.DecisionConfirmed: confirmed,
    events.OutcomeTold: outcome_told,
    events.DecisionRatified: ratified,
    events.RatificationRefused: ratification_refused,
    events.DecisionReviewed: reviewed,
    events.DecisionReversed: reversed_,
}
