"""What has happened at a club, told shortly. A test names the fields that matter to it.

Asha, Ben, Cara and Dev are invented, and so is their club. Asha founded it.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID

from domain.act import Act
from domain.events import (
    BallotCast,
    BallotWithdrawn,
    CommitteeFounded,
    DecisionTaken,
    DetailsGiven,
    Event,
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverWithdrawn,
    LineDropped,
    LineWritten,
    ObjectionAnswered,
    ObjectionRaised,
    ObjectionResolved,
    PersonLeft,
    PersonRecused,
    PersonRegistered,
    PersonSeated,
    PlanMade,
    ProposalMade,
    ProposalWithdrawn,
    RoleLaidDown,
    RoleNamed,
    RoleTaken,
    RuleAdopted,
    TaskAdded,
    TaskDone,
    TaskDropped,
    TaskLaidDown,
    TaskTaken,
    VoterDropped,
    VotingClosed,
    VotingOpened,
)
from domain.ids import (
    CHAIR,
    CommitteeId,
    ImportId,
    LineId,
    ObjectionId,
    OptionId,
    PersonId,
    PlanId,
    ProposalId,
    RoleId,
    RuleId,
    TaskId,
)
from domain.kinds import Closing, NotAPerson, Precision, Resolution, Route, Seat, Shown, Through
from domain.sealed import Sealed
from domain.values import Actor, Option, Source, event_id
from domain.voting.answers import Answer, Choice
from domain.voting.electorate import Voter
from domain.voting.rule import Method, Rule
from domain.voting.tally import Outcome, Result

E = TypeVar("E", bound=Event)


def _id(number: int) -> UUID:
    return UUID(int=0xC10B << 112 | number)


ASHA, BEN, CARA, DEV = (PersonId(_id(n)) for n in (1, 2, 3, 4))
CLUB, OTHER_CLUB = CommitteeId(_id(10)), CommitteeId(_id(11))
IDEA, ANOTHER_IDEA = ProposalId(_id(20)), ProposalId(_id(21))
NIGHT, JOB = PlanId(_id(30)), TaskId(_id(40))
FOUNDING, OTHER_FOUNDING = event_id(CLUB, 1), event_id(OTHER_CLUB, 1)

RULE, WORRY, MUSIC, MINUTES = (
    RuleId(_id(50)),
    ObjectionId(_id(51)),
    LineId(_id(52)),
    RoleId(_id(53)),
)
PIZZA, CURRY, SOUP = (OptionId(_id(n)) for n in (60, 61, 62))

MAJORITY = Rule(method=Method.MAJORITY)
CONSENT = Rule(method=Method.CONSENT)
RANKED = Rule(method=Method.SCHULZE)

YES, NO, NOT_SURE, A_WORRY = Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.OBJECTION

THE_COMMITTEE, THE_PROGRAM = NotAPerson.COMMITTEE, NotAPerson.PROGRAM

MORNING = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
EVENING = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)

SOME_WORDS = Sealed("5e" * 32)


def by(actor: Actor, at: datetime = NOON, **more: Any) -> Act:
    """Somebody presses, at noon unless said otherwise."""
    return Act(actor, at, **more)


def imported(actor: Actor = NotAPerson.UNKNOWN, at: datetime = NOON) -> Act:
    """A history kept elsewhere tells it; it was read in the evening."""
    source = Source(run=ImportId(_id(90)), line=1)
    return Act(actor, EVENING, at, through=Through.IMPORT, source=source)


def _fact(kind: type[E], stream: UUID, usual: dict[str, Any], named: dict[str, Any]) -> E:
    """A past event of which the test named only some fields; the rest is as usual."""
    at = named.pop("at", MORNING)
    envelope = {
        "recorded_at": at,
        "occurred_at": at,
        "occurred_to": Precision.MINUTE,
        "through": Through.OWN_SCREEN,
        "actor": ASHA,
    }
    event = kind(originator_id=named.pop("stream", stream), **{**envelope, **usual, **named})
    event.model_fields_set.intersection_update(named)
    return event


# ---- People


def registered(person: PersonId, **named: Any) -> PersonRegistered:
    return _fact(PersonRegistered, person, {}, named)


def details_given(person: PersonId, **named: Any) -> DetailsGiven:
    return _fact(DetailsGiven, person, {"details": SOME_WORDS}, named)


# ---- The club


def founded(**named: Any) -> CommitteeFounded:
    return _fact(CommitteeFounded, CLUB, {}, named)


def seated(person: PersonId, seat: Seat = Seat.MEMBER, **named: Any) -> PersonSeated:
    usual = {"voting": seat is not Seat.OBSERVER, "authority": FOUNDING}
    return _fact(PersonSeated, CLUB, usual, {"person": person, "seat": seat, **named})


def left(person: PersonId, **named: Any) -> PersonLeft:
    return _fact(PersonLeft, CLUB, {"actor": person}, {"person": person, **named})


def role_named(role: RoleId = CHAIR, **named: Any) -> RoleNamed:
    return _fact(RoleNamed, CLUB, {"label": SOME_WORDS}, {"role": role, **named})


def role_taken(person: PersonId, role: RoleId = CHAIR, **named: Any) -> RoleTaken:
    usual = {"authority": FOUNDING}
    return _fact(RoleTaken, CLUB, usual, {"role": role, "person": person, **named})


def role_laid_down(person: PersonId, role: RoleId = CHAIR, **named: Any) -> RoleLaidDown:
    usual = {"actor": person}
    return _fact(RoleLaidDown, CLUB, usual, {"role": role, "person": person, **named})


def rule_adopted(terms: Rule = MAJORITY, **named: Any) -> RuleAdopted:
    usual = {"rule": RULE, "authority": FOUNDING}
    return _fact(RuleAdopted, CLUB, usual, {"terms": terms, **named})


def a_club(*people: PersonId, chair: PersonId | None = None, rule: Rule = MAJORITY) -> list[Event]:
    """A founded committee with a rule, these members, and perhaps a chair."""
    people = people or (ASHA, BEN, CARA)
    return [
        *map(registered, people),
        founded(),
        rule_adopted(rule),
        *map(seated, people),
        *([role_named(CHAIR), role_taken(chair)] if chair else []),
    ]


def another_club() -> CommitteeFounded:
    return founded(stream=OTHER_CLUB)


# ---- Ideas and votes


def made(by: Actor = BEN, options: Sequence[OptionId] = (), **named: Any) -> ProposalMade:
    usual: dict[str, Any] = {
        "actor": by,
        "committee": CLUB,
        "title": SOME_WORDS,
        "options": [Option(option=option, title=SOME_WORDS) for option in options],
    }
    return _fact(ProposalMade, IDEA, usual, named)


def withdrawn(by: Actor = BEN, **named: Any) -> ProposalWithdrawn:
    return _fact(ProposalWithdrawn, IDEA, {}, {"actor": by, **named})


def voters(*people: PersonId) -> tuple[Voter, ...]:
    return tuple(Voter(person=person, seat=Seat.MEMBER) for person in people)


def opened(
    terms: Rule = MAJORITY, people: Sequence[PersonId] = (ASHA, BEN, CARA), **named: Any
) -> VotingOpened:
    usual = {
        "terms": terms,
        "electorate": voters(*people),
        "opens_at": named.get("at", MORNING),
        "shown": Shown.AS_CAST,
        "rule": RULE,
        "authority": event_id(CLUB, 2),
    }
    return _fact(VotingOpened, IDEA, usual, named)


def cast(by: PersonId, answer: Answer = YES, **named: Any) -> BallotCast:
    return _fact(BallotCast, IDEA, {"actor": by}, {"voter": by, "answer": answer, **named})


def taken_back(by: PersonId, **named: Any) -> BallotWithdrawn:
    return _fact(BallotWithdrawn, IDEA, {"actor": by}, {"voter": by, **named})


def recused(person: PersonId, **named: Any) -> PersonRecused:
    return _fact(PersonRecused, IDEA, {"actor": person}, {"person": person, **named})


def voter_dropped(voter: PersonId, **named: Any) -> VoterDropped:
    return _fact(VoterDropped, IDEA, {"actor": THE_PROGRAM}, {"voter": voter, **named})


def worried(person: PersonId, objection: ObjectionId = WORRY, **named: Any) -> ObjectionRaised:
    usual = {"actor": person, "named": True}
    return _fact(ObjectionRaised, IDEA, usual, {"person": person, "objection": objection, **named})


def worry_answered(by: PersonId, **named: Any) -> ObjectionAnswered:
    usual = {"objection": WORRY, "words": SOME_WORDS}
    return _fact(ObjectionAnswered, IDEA, usual, {"actor": by, **named})


def worry_resolved(how: Resolution, **named: Any) -> ObjectionResolved:
    return _fact(ObjectionResolved, IDEA, {"objection": WORRY}, {"how": how, **named})


def closed(how: Closing = Closing.BY_HAND, **named: Any) -> VotingClosed:
    return _fact(VotingClosed, IDEA, {}, {"how": how, **named})


def decided(result: Result = Result.ADOPTED, *options: OptionId, **named: Any) -> DecisionTaken:
    usual = {"actor": THE_COMMITTEE, "route": Route.VOTE}
    outcome = Outcome(result=result, options=options)
    return _fact(DecisionTaken, IDEA, usual, {"outcome": outcome, **named})


def a_yes(*people: PersonId, **idea: Any) -> list[Event]:
    """The club has decided for an idea; the decision is :data:`DECISION`."""
    return [
        made(**idea),
        opened(people=people or (ASHA, BEN, CARA)),
        cast(BEN),
        closed(),
        decided(),
    ]


DECISION = event_id(IDEA, 5)


# ---- The night


def planned(**named: Any) -> PlanMade:
    usual = {"committee": CLUB, "title": SOME_WORDS, "authority": DECISION}
    return _fact(PlanMade, NIGHT, usual, named)


def line_written(line: LineId = MUSIC, **named: Any) -> LineWritten:
    usual = {"label": SOME_WORDS, "words": SOME_WORDS, "authority": DECISION}
    return _fact(LineWritten, NIGHT, usual, {"line": line, **named})


def line_dropped(line: LineId = MUSIC, **named: Any) -> LineDropped:
    return _fact(LineDropped, NIGHT, {"authority": DECISION}, {"line": line, **named})


# ---- The job


def added(people: int = 1, **named: Any) -> TaskAdded:
    usual = {"committee": CLUB, "title": SOME_WORDS, "people": people, "authority": DECISION}
    return _fact(TaskAdded, JOB, usual, named)


def taken(by: PersonId, **named: Any) -> TaskTaken:
    return _fact(TaskTaken, JOB, {"actor": by}, {"person": by, **named})


def laid_down(by: PersonId, **named: Any) -> TaskLaidDown:
    return _fact(TaskLaidDown, JOB, {"actor": by}, {"person": by, **named})


def offered(by: PersonId, to: PersonId, **named: Any) -> HandoverOffered:
    return _fact(HandoverOffered, JOB, {"actor": by}, {"giver": by, "taker": to, **named})


def accepted(by: PersonId, of: PersonId = ASHA, **named: Any) -> HandoverAccepted:
    return _fact(HandoverAccepted, JOB, {"actor": by}, {"giver": of, "taker": by, **named})


def declined(by: PersonId, of: PersonId = ASHA, **named: Any) -> HandoverDeclined:
    return _fact(HandoverDeclined, JOB, {"actor": by}, {"giver": of, "taker": by, **named})


def offer_withdrawn(by: PersonId, to: PersonId, **named: Any) -> HandoverWithdrawn:
    return _fact(HandoverWithdrawn, JOB, {"actor": by}, {"giver": by, "taker": to, **named})


def done(*people: PersonId, **named: Any) -> TaskDone:
    return _fact(TaskDone, JOB, {}, {"by": people, **named})


def dropped(**named: Any) -> TaskDropped:
    return _fact(TaskDropped, JOB, {"authority": DECISION}, named)
