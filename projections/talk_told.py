"""From events to what is seen of the talk about an idea: who said what, and what still holds."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from domain.events import (
    CastingVoteGiven,
    Event,
    HandsCounted,
    InterestDeclared,
    PaperBallotRead,
    PaperShared,
    PositionVoiced,
    ProposalAmended,
    ProposalDeclined,
    ProposalDeferred,
    ProposalReferred,
    ProxyGiven,
    ProxyWithdrawn,
    QuestionAnswered,
    QuestionAsked,
    ReferralAnswered,
    StakeJudged,
    SupportNoted,
    UnderstandingVoiced,
    VoterAdded,
    VotingExtended,
)
from domain.ids import ProposalId
from projections.talk_seen import (
    AmendmentSeen,
    CastingVoteSeen,
    HandsSeen,
    PaperSeen,
    PositionSeen,
    ProxySeen,
    PutOffSeen,
    QuestionSeen,
    ReadingSeen,
    ReferralSeen,
    Said,
    SlipSeen,
    StakeSeen,
    SupportSeen,
    TalkSeen,
    UnderstandingSeen,
)

E = TypeVar("E", bound=Event)
Names = Mapping[Any, str]
Words = Mapping[str, str]


def only(told: Sequence[Event], kind: type[E]) -> list[E]:
    """The events of one kind, in their order."""
    return [event for event in told if isinstance(event, kind)]


def said(event: Event, seal: str | None, names: Names, words: Words, by: Any = None) -> Said:
    """Who said it, what and when; the words are gone where they were erased."""
    return Said(names[by or event.actor], words.get(seal or ""), event.occurred_at, event.event_id)


def talk_seen(proposal: ProposalId, told: Sequence[Event], names: Names, words: Words) -> TalkSeen:
    """All of it, from what an idea's stream tells."""
    casting = only(told, CastingVoteGiven)
    return TalkSeen(
        proposal=proposal,
        amendments=tuple(_amended(e, names, words) for e in only(told, ProposalAmended)),
        stakes=tuple(
            StakeSeen(e.stake, e.domain, names[e.actor], e.occurred_at)
            for e in only(told, StakeJudged)
        ),
        referrals=tuple(_referrals(told, names, words)),
        put_off=tuple(_put_off(told, names, words)),
        papers=tuple(_paper(e, names, words) for e in only(told, PaperShared)),
        questions=tuple(_questions(told, names, words)),
        understanding=tuple(_understanding(told, names)),
        positions=tuple(_positions(told, names)),
        interests=tuple(
            said(e, e.words, names, words, e.person) for e in only(told, InterestDeclared)
        ),
        extended_to=tuple(e.closes_at for e in only(told, VotingExtended)),
        added_voters=tuple(names[e.voter.person] for e in only(told, VoterAdded)),
        proxies=tuple(_proxies(told, names)),
        slips=tuple(_slips(told, names)),
        hands=tuple(_hands(told, names)),
        support=tuple(_support(e, names) for e in only(told, SupportNoted)),
        casting_vote=next(
            (CastingVoteSeen(names[e.person], e.answer, e.occurred_at) for e in casting), None
        ),
    )


def _amended(event: ProposalAmended, names: Names, words: Words) -> AmendmentSeen:
    return AmendmentSeen(
        by=names[event.actor],
        title=words.get(event.title or ""),
        text=words.get(event.text or ""),
        options=tuple(
            names[option.option] if option.candidate else words.get(option.title, "…")
            for option in event.options or ()
        ),
        because_of=event.because_of,
        at=event.occurred_at,
        event=event.event_id,
    )


def _referrals(told: Sequence[Event], names: Names, words: Words) -> Iterator[ReferralSeen]:
    """Each answer belongs to the question before it: one committee is asked at a time."""
    answers = only(told, ReferralAnswered)
    asked = only(told, ProposalReferred)
    ends = [*(event.originator_version for event in asked[1:]), float("inf")]
    for event, until in zip(asked, ends, strict=False):
        answer = next(
            (a for a in answers if event.originator_version < a.originator_version < until), None
        )
        yield ReferralSeen(
            to=event.to,
            name=names[event.to],
            answer_by=event.answer_by,
            at=event.occurred_at,
            answer=said(answer, answer.answer, names, words) if answer else None,
        )


def _put_off(told: Sequence[Event], names: Names, words: Words) -> Iterator[PutOffSeen]:
    for event in told:
        if isinstance(event, ProposalDeclined | ProposalDeferred):
            until = event.until if isinstance(event, ProposalDeferred) else None
            is_declined = isinstance(event, ProposalDeclined)
            yield PutOffSeen(
                is_declined, until, said(event, event.reason, names, words), event.actor
            )


def _paper(event: PaperShared, names: Names, words: Words) -> PaperSeen:
    return PaperSeen(
        paper=event.paper,
        format=event.format,
        to=tuple(names[person] for person in event.to),
        available_from=event.available_from,
        said=said(event, event.content, names, words),
    )


def _questions(told: Sequence[Event], names: Names, words: Words) -> Iterator[QuestionSeen]:
    answers = only(told, QuestionAnswered)
    for event in only(told, QuestionAsked):
        yield QuestionSeen(
            question=event.question,
            person=event.person,
            asked=said(event, event.words, names, words, event.person),
            answers=tuple(
                said(one, one.words, names, words)
                for one in answers
                if one.question == event.question
            ),
        )


def _understanding(told: Sequence[Event], names: Names) -> Iterator[UnderstandingSeen]:
    events = only(told, UnderstandingVoiced)
    last = {event.person: event for event in events}
    for event in events:
        holds = last[event.person] is event
        name = names[event.person]
        yield UnderstandingSeen(event.person, name, event.answer, event.occurred_at, holds)


def _positions(told: Sequence[Event], names: Names) -> Iterator[PositionSeen]:
    events = only(told, PositionVoiced)
    last = {event.person: event for event in events}
    for event in events:
        yield PositionSeen(
            person=event.person,
            name=names[event.person],
            position=event.position,
            option=event.option,
            option_title=names[event.option] if event.option else None,
            at=event.occurred_at,
            holds=last[event.person] is event,
            noted_by=_noted_by(event, names),
        )


def _noted_by(event: PositionVoiced, names: Names) -> str | None:
    by = event.recorded_by
    return names[by] if by not in (None, event.person) else None


def _proxies(told: Sequence[Event], names: Names) -> Iterator[ProxySeen]:
    last: dict[Any, Event] = {}
    for event in told:
        if isinstance(event, ProxyGiven | ProxyWithdrawn):
            last[event.voter] = event
        elif isinstance(event, ProposalDeferred):
            last.clear()  # with the vote that was planned, whoever was asked to vote in it is free
    for event in only(told, ProxyGiven):
        holds = last.get(event.voter) is event
        voter, to = names[event.voter], names[event.to]
        yield ProxySeen(voter, to, event.occurred_at, holds, event.voter, event.to)


def _slips(told: Sequence[Event], names: Names) -> Iterator[SlipSeen]:
    readings = only(told, PaperBallotRead)
    last = {(event.slip, event.reader): event for event in readings}
    for slip in dict.fromkeys(event.slip for event in readings):
        yield SlipSeen(
            slip,
            tuple(
                ReadingSeen(
                    reader=names[event.reader],
                    voter=names[event.voter] if event.voter else None,
                    answer=event.answer,
                    at=event.occurred_at,
                    holds=last[slip, event.reader] is event,
                    by=event.reader,
                    of=event.voter,
                )
                for event in readings
                if event.slip == slip
            ),
        )


def _hands(told: Sequence[Event], names: Names) -> Iterator[HandsSeen]:
    events = only(told, HandsCounted)
    for event in events:
        holds = event is events[-1]
        yield HandsSeen(event.counts, names[event.actor], event.occurred_at, holds)


def _support(event: SupportNoted, names: Names) -> SupportSeen:
    return SupportSeen(
        voter=event.voter,
        name=names[event.voter],
        supporter=names[event.supporter] if event.supporter else None,
        kind=event.kind,
        chosen_by_voter=event.chosen_by_voter,
        read_back=event.read_back,
        at=event.occurred_at,
    )
