"""What others ask this committee, and what they were told."""

from dataclasses import dataclass

from flask import g

from domain.ids import CommitteeId, ProposalId
from projections.seen import Stage
from projections.talk_seen import ReferralSeen
from web.clock import Moment
from web.services import services

OVER = (Stage.WITHDRAWN, Stage.DECLINED, Stage.DECIDED)


@dataclass(frozen=True, slots=True)
class AskedOf:
    """An idea of others, about which this committee is asked."""

    proposal: str
    question: str
    text: str
    by: str
    until: Moment | None


@dataclass(frozen=True, slots=True)
class Others:
    """Others who were asked about an idea, and what they say."""

    name: str
    words: str
    until: str


@dataclass(frozen=True, slots=True)
class Waits:
    """Why an idea is not voted on yet, or not at all."""

    words: str
    why: str


def asked_of(committee: CommitteeId) -> list[AskedOf]:
    """What others want to know of us, the oldest first; what is decided by now is left out."""
    return [one for key in services().talk.asked_of(committee) if (one := _asked(key))]


def others(proposal: ProposalId) -> list[Others]:
    """Who was asked about this, and what they answered."""
    return [_others(one) for one in services().talk.about(proposal).referrals]


def waits(proposal: ProposalId) -> Waits | None:
    """What was said last of putting it off."""
    last = next(reversed(services().talk.about(proposal).put_off), None)
    if last is None:
        return None
    until = f" until {g.clock.tell_day(last.until).words}" if last.until else ""
    words = "This is not on our list." if last.declined else f"We put this off{until}."
    return Waits(words, last.said.words or "")


def _asked(proposal: ProposalId) -> AskedOf | None:
    idea = services().decisions.proposal(proposal, g.clock.now)
    if idea is None or idea.stage in OVER:
        return None
    last = services().talk.about(proposal).referrals[-1]
    until = g.clock.tell_day(last.answer_by) if last.answer_by else None
    by = services().naming.name(idea.committee)
    return AskedOf(str(proposal), idea.title, idea.text or "", by, until)


def _others(one: ReferralSeen) -> Others:
    until = g.clock.tell_day(one.answer_by).words if one.answer_by else ""
    return Others(one.name, (one.answer.words or "…") if one.answer else "", until)
