"""What else has happened to an idea: talked about, put off, voted on paper, looked at again.

The club decides about the idea; what it decided before stands in another idea, the older one.
"""

from datetime import date, datetime
from typing import Any

from domain.events import (
    CastingVoteGiven,
    DecisionConfirmed,
    DecisionRatified,
    DecisionReversed,
    DecisionReviewed,
    Event,
    HandsCounted,
    InterestDeclared,
    OutcomeTold,
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
    RatificationRefused,
    ReasonGiven,
    ReferralAnswered,
    StakeJudged,
    SupportNoted,
    UnderstandingVoiced,
    VoterAdded,
    VotingExtended,
)
from domain.ids import CommitteeId, PaperId, PersonId, ProposalId, QuestionId, SlipId
from domain.kinds import (
    Audience,
    Capacity,
    Domain,
    Position,
    Review,
    Route,
    Stake,
    Support,
    Understanding,
)
from domain.values import EventId, event_id
from domain.voting.answers import Answer, Choice, Ranking
from domain.voting.tally import Outcome, Result, StatedTally
from tests.committee_facts import TOMORROW
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    CURRY,
    IDEA,
    MORNING,
    OTHER_CLUB,
    PIZZA,
    SOME_WORDS,
    SOUP,
    YES,
    _fact,
    _id,
    cast,
    closed,
    decided,
    made,
    opened,
    voters,
)

IT_PASSED, IT_FAILED = Outcome(result=Result.ADOPTED), Outcome(result=Result.REJECTED)
PROGRAMME: dict[str, Any] = {"domain": Domain.PROGRAMME}
THE_RULE = event_id(CLUB, 2)
OLDER_IDEA = ProposalId(_id(21))
OLDER_DECISION: EventId = event_id(OLDER_IDEA, 5)
PAPER, ASKED, SLIP, OTHER_SLIP = (
    PaperId(_id(80)),
    QuestionId(_id(81)),
    SlipId(_id(82)),
    SlipId(_id(83)),
)


def an_older_yes(**named: Any) -> list[Event]:
    """The club has decided for something before; it is cited as :data:`OLDER_DECISION`."""
    stream: dict[str, Any] = {"stream": OLDER_IDEA}
    return [
        made(**stream, **named),
        opened(**stream),
        cast(BEN, **stream),
        closed(**stream),
        decided(**stream),
    ]


def amended(**named: Any) -> ProposalAmended:
    return _fact(ProposalAmended, IDEA, {"actor": BEN}, named)


def stake_judged(stake: Stake, **named: Any) -> StakeJudged:
    return _fact(StakeJudged, IDEA, {}, {"stake": stake, **named})


def referred(to: CommitteeId = OTHER_CLUB, **named: Any) -> ProposalReferred:
    return _fact(ProposalReferred, IDEA, {}, {"to": to, **named})


def referral_answered(**named: Any) -> ReferralAnswered:
    return _fact(ReferralAnswered, IDEA, {"answer": SOME_WORDS}, named)


def declined(**named: Any) -> ProposalDeclined:
    return _fact(ProposalDeclined, IDEA, {"reason": SOME_WORDS}, named)


def deferred(until: date | None = None, **named: Any) -> ProposalDeferred:
    return _fact(ProposalDeferred, IDEA, {"reason": SOME_WORDS}, {"until": until, **named})


def paper_shared(**named: Any) -> PaperShared:
    usual = {"paper": PAPER, "content": SOME_WORDS, "available_from": MORNING}
    return _fact(PaperShared, IDEA, usual, named)


def understood(person: PersonId, answer: Understanding, **named: Any) -> UnderstandingVoiced:
    usual = {"actor": person}
    return _fact(UnderstandingVoiced, IDEA, usual, {"person": person, "answer": answer, **named})


def wants(person: PersonId, position: Position, **named: Any) -> PositionVoiced:
    usual = {"actor": person}
    return _fact(PositionVoiced, IDEA, usual, {"person": person, "position": position, **named})


def asked(person: PersonId, **named: Any) -> QuestionAsked:
    usual = {"actor": person, "question": ASKED, "words": SOME_WORDS}
    return _fact(QuestionAsked, IDEA, usual, {"person": person, **named})


def question_answered(by: PersonId, **named: Any) -> QuestionAnswered:
    usual = {"question": ASKED, "words": SOME_WORDS}
    return _fact(QuestionAnswered, IDEA, usual, {"actor": by, **named})


def interested(person: PersonId, **named: Any) -> InterestDeclared:
    usual = {"actor": person, "words": SOME_WORDS}
    return _fact(InterestDeclared, IDEA, usual, {"person": person, **named})


def extended(closes_at: datetime, **named: Any) -> VotingExtended:
    return _fact(VotingExtended, IDEA, {}, {"closes_at": closes_at, **named})


def voter_added(person: PersonId, **named: Any) -> VoterAdded:
    (voter,) = voters(person)
    return _fact(VoterAdded, IDEA, {"authority": OLDER_DECISION}, {"voter": voter, **named})


def proxy_given(voter: PersonId, to: PersonId, **named: Any) -> ProxyGiven:
    return _fact(ProxyGiven, IDEA, {"actor": voter}, {"voter": voter, "to": to, **named})


def proxy_withdrawn(voter: PersonId, **named: Any) -> ProxyWithdrawn:
    return _fact(ProxyWithdrawn, IDEA, {"actor": voter}, {"voter": voter, **named})


def slip_read(
    by: PersonId, voter: PersonId | None = CARA, answer: Answer = YES, **named: Any
) -> PaperBallotRead:
    usual = {"actor": by, "slip": SLIP}
    return _fact(
        PaperBallotRead, IDEA, usual, {"reader": by, "voter": voter, "answer": answer, **named}
    )


def hands(**said: int) -> StatedTally:
    """Such as ``hands(yes=3, no=1)``."""
    return StatedTally(said={Choice(answer): number for answer, number in said.items()})


def hands_counted(counts: StatedTally, **named: Any) -> HandsCounted:
    return _fact(HandsCounted, IDEA, {}, {"counts": counts, **named})


def helped(
    voter: PersonId, by: PersonId | None, kind: Support = Support.READ, **named: Any
) -> SupportNoted:
    usual = {"actor": voter}
    return _fact(
        SupportNoted, IDEA, usual, {"voter": voter, "supporter": by, "kind": kind, **named}
    )


def casting_vote(by: PersonId, answer: Answer = YES, **named: Any) -> CastingVoteGiven:
    return _fact(CastingVoteGiven, IDEA, {"actor": by}, {"person": by, "answer": answer, **named})


def reason_given(**named: Any) -> ReasonGiven:
    return _fact(ReasonGiven, IDEA, {"words": SOME_WORDS}, named)


def confirmed(by: PersonId, capacity: Capacity = Capacity.OTHER, **named: Any) -> DecisionConfirmed:
    usual = {"actor": by}
    return _fact(DecisionConfirmed, IDEA, usual, {"person": by, "capacity": capacity, **named})


def outcome_told(to: Audience = Audience.COMMITTEE, **named: Any) -> OutcomeTold:
    return _fact(OutcomeTold, IDEA, {}, {"to": to, **named})


def ratified(**named: Any) -> DecisionRatified:
    return _fact(DecisionRatified, IDEA, {"authority": OLDER_DECISION}, named)


def ratification_refused(**named: Any) -> RatificationRefused:
    return _fact(RatificationRefused, IDEA, {}, named)


def reviewed(finding: Review, **named: Any) -> DecisionReviewed:
    return _fact(DecisionReviewed, IDEA, {}, {"finding": finding, **named})


def decision_reversed(**named: Any) -> DecisionReversed:
    usual = {"authority": OLDER_DECISION, "reason": SOME_WORDS, "actor": ASHA}
    return _fact(DecisionReversed, IDEA, usual, named)


def ranking(*places: str) -> Ranking:
    """Such as ``ranking("pizza", "curry soup")``, best first."""
    names = {"pizza": PIZZA, "curry": CURRY, "soup": SOUP}
    return Ranking(places=tuple(tuple(names[n] for n in place.split()) for place in places))


THAT_DECISION = event_id(IDEA, 2)
"""The second event of the idea, where it is a decision."""


def in_a_hurry(about: Domain = Domain.NOT_STATED, **more: Any) -> list[Event]:
    """Ben decided something at once; it is the second event of the idea."""
    usual = {"route": Route.URGENT, "ratify_by": TOMORROW, "deciders": (BEN,), "actor": BEN}
    return [made(domain=about), decided(**{**usual, **more})]


def by_route(route: Route, **idea: Any) -> list[Event]:
    return [made(**idea), decided(route=route, deciders=(BEN,), actor=BEN)]
