"""For whom those who speak last still wait, while a question is talked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.ids import PersonId
from domain.kinds import Seat, Shown
from domain.voting.electorate import Voter
from domain.voting.nearest import nearest
from domain.voting.rule import Rule
from domain.voting.turns import read_by, those_before
from projections.agreed_seen import AgreedRule
from projections.directory import Member
from projections.seen import BEFORE_THE_END, ProposalSeen, Stage
from projections.talk_seen import PositionSeen, TalkSeen

TALKED_OF = (Stage.MADE, Stage.PLANNED)
"""As long as nobody votes on it."""


@dataclass(frozen=True, slots=True)
class SpeakingSeen:
    """Which seats wait, for whom, and until when at most, where the rule gives time to read."""

    last: tuple[Seat, ...]
    others: tuple[PersonId, ...]
    until: datetime | None


def terms_of(idea: ProposalSeen, rules: Sequence[AgreedRule]) -> Rule | None:
    """The rule of its vote; before there is one, that of these by which there would be one."""
    if idea.terms:
        return idea.terms
    found = nearest(rules, idea.about, idea.stake, len(idea.options))
    return found.terms if found else None


def hides_wants(idea: ProposalSeen, rules: Sequence[AgreedRule]) -> bool:
    """Whether what people want is told at the end, as their votes are."""
    if idea.stage not in BEFORE_THE_END or idea.election is not None:
        return False
    terms = terms_of(idea, rules)
    return terms is not None and terms.shown is Shown.AT_CLOSING


def is_talked_of(idea: ProposalSeen) -> bool:
    """Whether people say now what they want; where people are chosen, the vote says it."""
    return idea.stage in TALKED_OF and idea.election is None


def wanted_now(talk: TalkSeen) -> tuple[PositionSeen, ...]:
    """What people want as they said it last."""
    return tuple(one for one in talk.positions if one.holds)


def readable_since(idea: ProposalSeen, talk: TalkSeen) -> datetime:
    """When the last new words or paper came."""
    words = (amendment.at for amendment in talk.amendments)
    return max([idea.made_at, *words, *(paper.available_from for paper in talk.papers)])


def speaking(
    idea: ProposalSeen, talk: TalkSeen, terms: Rule, members: Sequence[Member], now: datetime
) -> SpeakingSeen | None:
    """Who speaks last here, as long as they wait; by the rule of its vote, or of one now."""
    until = read_by(terms, readable_since(idea, talk))
    if not terms.last or not is_talked_of(idea) or (until and now >= until):
        return None
    spoken = _spoken(idea, talk)
    before = those_before(terms, _voters(idea, terms, members))
    left = tuple(one.person for one in before if one.person not in spoken)
    return SpeakingSeen(terms.last, left, until) if left else None


def _voters(idea: ProposalSeen, terms: Rule, members: Sequence[Member]) -> list[Voter]:
    """Of a vote that is planned the voters are known; of another, those who would be."""
    voters = idea.voters or tuple(
        Voter(person=one.person, seat=one.seat)
        for one in members
        if one.voting and terms.lets_vote(one.seat)
    )
    return [one for one in voters if one.person not in idea.stood_out]


def _spoken(idea: ProposalSeen, talk: TalkSeen) -> set[PersonId]:
    """Who said what they want, has a worry under their name, or whose idea it is."""
    worried = {one.person for one in idea.objections if one.named}
    theirs = {idea.idea_by} if idea.idea_by and not idea.options else set()
    return {*(one.person for one in wanted_now(talk)), *worried, *theirs}
