"""What has happened on a committee beyond seats and rules: mandates, step-ins, the record.

Dev is staff here, and Eve a trustee from outside.
"""

from datetime import date, datetime, timedelta
from typing import Any

from domain.authority import Authority, Ground
from domain.events import (
    BenchmarkAdopted,
    CommitteeClosed,
    DisputeAnswered,
    Event,
    MandateGranted,
    MandateRevoked,
    PersonRemoved,
    RecordAttested,
    RecordCorrected,
    RecordDisputed,
    ReplyGiven,
    RoleHandoverAccepted,
    RoleHandoverDeclined,
    RoleHandoverOffered,
    RoleHandoverReported,
    RoleHandoverWithdrawn,
    RoleShadowed,
    RoleTakenAway,
    RotationJoined,
    RotationLeft,
    SeatNamed,
    SelfAssessmentGiven,
    StepInApplied,
    StepInLifted,
    StepInReviewed,
    StepInTold,
    SurveyClosed,
    TermFixed,
    TraceChecked,
)
from domain.ids import CHAIR, DisputeId, MandateId, PersonId, RoleId, StepInId, StreamId
from domain.kinds import (
    Attestation,
    Audience,
    Benchmark,
    Domain,
    Finding,
    Per,
    Say,
    Seat,
    SelfAssessmentTool,
    StepInGround,
    Trace,
)
from domain.values import DomainSay, EventId, Limit, MandateHolder, Money, NewMandate, Period
from tests.facts import (
    BEN,
    CLUB,
    DECISION,
    DEV,
    FOUNDING,
    NIGHT,
    NOON,
    OTHER_CLUB,
    SOME_WORDS,
    _fact,
    _id,
    a_club,
    registered,
    seated,
)

EVE = PersonId(_id(5))
MANDATE, STEP_IN, DISPUTE = MandateId(_id(70)), StepInId(_id(71)), DisputeId(_id(72))

BY_FOUNDING = Authority(CLUB, Ground.FOUNDING, FOUNDING)
BY_DECISION = Authority(CLUB, Ground.DECISION, DECISION)
BY_ANOTHER_CLUB = Authority(OTHER_CLUB, Ground.DECISION, DECISION)
BY_MANDATE = Authority(CLUB, Ground.MANDATE, DECISION)
BY_STEP_IN = Authority(CLUB, Ground.STEP_IN, DECISION)

PROGRAMME_ALONE = (DomainSay(domain=Domain.PROGRAMME, say=Say.ALONE),)
MONEY_ALONE = (*PROGRAMME_ALONE, DomainSay(domain=Domain.MONEY, say=Say.ALONE))
MARCH = Period(first=date(2026, 3, 1), last=date(2026, 3, 2))
TODAY, TOMORROW, YESTERDAY = date(2026, 3, 3), date(2026, 3, 4), date(2026, 3, 2)
IN_THREE_DAYS = NOON + timedelta(hours=72)


def pounds(amount: int) -> Money:
    return Money(amount=amount * 100, currency="GBP")


def up_to(amount: int, per: Per = Per.DECISION) -> Limit:
    return Limit(money=pounds(amount), per=per)


def held_by(person: PersonId) -> MandateHolder:
    return MandateHolder(person=person)


HELD_BY_THE_CLUB = MandateHolder(committee=CLUB)
HELD_BY_ANOTHER_CLUB = MandateHolder(committee=OTHER_CLUB)
HELD_BY_THE_CHAIR = MandateHolder(role=CHAIR)


def a_club_with_staff(*more: PersonId) -> list[Event]:
    """The club with Asha, Ben and Cara, and Dev as staff."""
    return [*map(registered, (DEV, *more)), *a_club(), seated(DEV, Seat.STAFF)]


def right(past: list[Event], of: type[Event]) -> EventId:
    """What this event of the club is cited by, once it stands at its place."""
    stream = [event for event in past if event.TOPIC.startswith("committee.")]
    stream = [event for event in stream if event.originator_id == CLUB]
    place = next(n for n, event in enumerate(stream, start=1) if isinstance(event, of))
    return EventId(f"{CLUB.hex}@{place}")


def the(past: list[Event]) -> EventId:
    """The right that the last of these gave."""
    return right(past, type(past[-1]))


# ---- Seats and roles


def committee_closed(**named: Any) -> CommitteeClosed:
    return _fact(CommitteeClosed, CLUB, {"authority": DECISION}, named)


def removed(person: PersonId, **named: Any) -> PersonRemoved:
    return _fact(PersonRemoved, CLUB, {"authority": DECISION}, {"person": person, **named})


def term_fixed(person: PersonId, ends: date, **named: Any) -> TermFixed:
    usual = {"authority": DECISION}
    return _fact(TermFixed, CLUB, usual, {"person": person, "ends": ends, **named})


def seat_named(seat: Seat, **named: Any) -> SeatNamed:
    return _fact(SeatNamed, CLUB, {"label": SOME_WORDS}, {"seat": seat, **named})


def role_taken_away(person: PersonId, role: RoleId = CHAIR, **named: Any) -> RoleTakenAway:
    usual = {"authority": DECISION}
    return _fact(RoleTakenAway, CLUB, usual, {"role": role, "person": person, **named})


def role_shadowed(person: PersonId, role: RoleId = CHAIR, **named: Any) -> RoleShadowed:
    usual = {"actor": person}
    return _fact(RoleShadowed, CLUB, usual, {"role": role, "person": person, **named})


def rotation_joined(person: PersonId, role: RoleId = CHAIR, **named: Any) -> RotationJoined:
    usual = {"actor": person}
    return _fact(RotationJoined, CLUB, usual, {"role": role, "person": person, **named})


def rotation_left(person: PersonId, role: RoleId = CHAIR, **named: Any) -> RotationLeft:
    usual = {"actor": person}
    return _fact(RotationLeft, CLUB, usual, {"role": role, "person": person, **named})


def role_offered(by: PersonId, to: PersonId, **named: Any) -> RoleHandoverOffered:
    usual = {"actor": by, "role": CHAIR}
    return _fact(RoleHandoverOffered, CLUB, usual, {"giver": by, "taker": to, **named})


def role_accepted(by: PersonId, of: PersonId, **named: Any) -> RoleHandoverAccepted:
    usual = {"actor": by, "role": CHAIR}
    return _fact(RoleHandoverAccepted, CLUB, usual, {"giver": of, "taker": by, **named})


def role_declined(by: PersonId, of: PersonId, **named: Any) -> RoleHandoverDeclined:
    usual = {"actor": by, "role": CHAIR}
    return _fact(RoleHandoverDeclined, CLUB, usual, {"giver": of, "taker": by, **named})


def role_offer_withdrawn(by: PersonId, to: PersonId, **named: Any) -> RoleHandoverWithdrawn:
    usual = {"actor": by, "role": CHAIR}
    return _fact(RoleHandoverWithdrawn, CLUB, usual, {"giver": by, "taker": to, **named})


def role_passed(by: PersonId, to: PersonId, **named: Any) -> RoleHandoverReported:
    usual = {"role": CHAIR}
    return _fact(RoleHandoverReported, CLUB, usual, {"givers": (by,), "takers": (to,), **named})


# ---- Mandates


def a_mandate(holder: MandateHolder | None = None, **named: Any) -> NewMandate:
    usual = {"holder": held_by(BEN), "words": SOME_WORDS, "says": PROGRAMME_ALONE}
    return NewMandate(**{**usual, **({"holder": holder} if holder else {}), **named})


def mandate_granted(holder: MandateHolder | None = None, **named: Any) -> MandateGranted:
    usual = {
        "mandate": MANDATE,
        "words": SOME_WORDS,
        "says": PROGRAMME_ALONE,
        "authority": DECISION,
    }
    return _fact(MandateGranted, CLUB, usual, {"holder": holder or held_by(BEN), **named})


def mandate_revoked(**named: Any) -> MandateRevoked:
    return _fact(MandateRevoked, CLUB, {"mandate": MANDATE, "authority": DECISION}, named)


def benchmark_adopted(benchmark: Benchmark = Benchmark.GROUP_PARITY, **n: Any) -> BenchmarkAdopted:
    usual = {"metric": "B1", "authority": DECISION}
    return _fact(BenchmarkAdopted, CLUB, usual, {"benchmark": benchmark, **n})


# ---- Step-ins


def stepped_in(by: PersonId = DEV, **named: Any) -> StepInApplied:
    usual = {
        "actor": by,
        "person": by,
        "step_in": STEP_IN,
        "grounds": StepInGround.HARM,
        "less_restrictive_tried": True,
        "touches": (StreamId(NIGHT),),
        "ends": IN_THREE_DAYS,
        "reason": SOME_WORDS,
    }
    return _fact(StepInApplied, CLUB, usual, named)


def step_in_told(to: Audience = Audience.COMMITTEE, **named: Any) -> StepInTold:
    return _fact(StepInTold, CLUB, {"step_in": STEP_IN}, {"to": to, **named})


def step_in_lifted(by: PersonId = DEV, **named: Any) -> StepInLifted:
    return _fact(StepInLifted, CLUB, {"step_in": STEP_IN}, {"actor": by, **named})


def step_in_reviewed(finding: Finding, *by: PersonId, **named: Any) -> StepInReviewed:
    usual = {"step_in": STEP_IN}
    return _fact(StepInReviewed, CLUB, usual, {"finding": finding, "reviewers": by, **named})


def ends(moment: datetime) -> dict[str, Any]:
    """What a step-in says natively, with this end."""
    return {
        "less_restrictive_tried": True,
        "touches": (StreamId(NIGHT),),
        "ends": moment,
    }


# ---- The record


def attested(
    by: PersonId, says: Attestation = Attestation.COMPLETE, **named: Any
) -> RecordAttested:
    usual = {"actor": by, "period": MARCH}
    return _fact(RecordAttested, CLUB, usual, {"person": by, "says": says, **named})


def disputed(by: PersonId, event: EventId = FOUNDING, **named: Any) -> RecordDisputed:
    usual = {"dispute": DISPUTE, "words": SOME_WORDS}
    return _fact(RecordDisputed, CLUB, usual, {"actor": by, "event": event, **named})


def dispute_answered(by: PersonId, *, upheld: bool, **named: Any) -> DisputeAnswered:
    usual = {"dispute": DISPUTE}
    return _fact(DisputeAnswered, CLUB, usual, {"actor": by, "upheld": upheld, **named})


def corrected(event: EventId = FOUNDING, **named: Any) -> RecordCorrected:
    usual = {"words": SOME_WORDS, "authority": DECISION}
    return _fact(RecordCorrected, CLUB, usual, {"event": event, **named})


def replied(by: PersonId, metric: str = "C0", **named: Any) -> ReplyGiven:
    usual = {"period": MARCH, "words": SOME_WORDS}
    return _fact(ReplyGiven, CLUB, usual, {"actor": by, "metric": metric, **named})


def trace_checked(by: PersonId, kind: Trace = Trace.PAYMENT, **named: Any) -> TraceChecked:
    return _fact(TraceChecked, CLUB, {}, {"actor": by, "kind": kind, **named})


def assessed(by: PersonId, seat: Seat, score: int, **named: Any) -> SelfAssessmentGiven:
    usual = {"actor": by, "tool": SelfAssessmentTool.OWN, "item": 1}
    return _fact(SelfAssessmentGiven, CLUB, usual, {"seat": seat, "score": score, **named})


def survey_closed(by: PersonId, **named: Any) -> SurveyClosed:
    return _fact(SurveyClosed, CLUB, {"answers": SOME_WORDS}, {"actor": by, **named})
