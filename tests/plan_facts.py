"""What has happened to the night and to the job, beyond lines, taking and handing over."""

from datetime import date, time
from typing import Any

from domain.events import (
    HandoverReported,
    HelpAsked,
    HelpGiven,
    PlanCancelled,
    PlanMoved,
    PresenceNoted,
    RecurrencePlanned,
    TakeoverAnswered,
    TaskAmended,
    TaskNotDone,
    TaskReopened,
    TaskReturned,
    TaskShadowed,
    TaskTakenOver,
)
from domain.ids import PersonId, PlanId
from domain.kinds import Help, Presence, Rhythm, TakeoverAnswer
from domain.values import LocalMoment
from tests.facts import DECISION, JOB, NIGHT, SOME_WORDS, _fact, _id

LAST_NIGHT = PlanId(_id(31))
APRIL = LocalMoment(day=date(2026, 4, 1), at=time(19, 30), zone="Europe/London")
MAY = LocalMoment(day=date(2026, 5, 6), at=time(19, 30), zone="Europe/London")


# ---- The night


def moved(on: LocalMoment = MAY, **named: Any) -> PlanMoved:
    return _fact(PlanMoved, NIGHT, {"authority": DECISION}, {"on": on, **named})


def cancelled(**named: Any) -> PlanCancelled:
    return _fact(PlanCancelled, NIGHT, {"authority": DECISION}, named)


def comes_back(rhythm: Rhythm = Rhythm.MONTHLY, **named: Any) -> RecurrencePlanned:
    return _fact(RecurrencePlanned, NIGHT, {"authority": DECISION}, {"rhythm": rhythm, **named})


def is_here(person: PersonId, presence: Presence = Presence.HERE, **named: Any) -> PresenceNoted:
    usual = {"actor": person}
    return _fact(PresenceNoted, NIGHT, usual, {"person": person, "presence": presence, **named})


# ---- The job


def amended(**named: Any) -> TaskAmended:
    return _fact(TaskAmended, JOB, {"title": SOME_WORDS, "authority": DECISION}, named)


def learning(person: PersonId, **named: Any) -> TaskShadowed:
    return _fact(TaskShadowed, JOB, {"actor": person}, {"person": person, **named})


def passed_on(of: PersonId, to: PersonId, **named: Any) -> HandoverReported:
    return _fact(HandoverReported, JOB, {}, {"givers": (of,), "takers": (to,), **named})


def taken_over(by: PersonId, of: PersonId, **named: Any) -> TaskTakenOver:
    return _fact(TaskTakenOver, JOB, {"actor": by}, {"giver": of, "taker": by, **named})


def called_it(answer: TakeoverAnswer, by: PersonId, of: PersonId, **named: Any) -> TakeoverAnswered:
    told = {"giver": by, "taker": of, "answer": answer, **named}
    return _fact(TakeoverAnswered, JOB, {"actor": by}, told)


def given_back(by: PersonId, to: PersonId, **named: Any) -> TaskReturned:
    return _fact(TaskReturned, JOB, {"actor": by}, {"giver": by, "taker": to, **named})


def help_asked(by: PersonId, kind: Help = Help.DO_IT_WITH_ME, **named: Any) -> HelpAsked:
    return _fact(HelpAsked, JOB, {"actor": by}, {"person": by, "kind": kind, **named})


def helped(by: PersonId, kind: Help = Help.DO_IT_WITH_ME, **named: Any) -> HelpGiven:
    return _fact(HelpGiven, JOB, {"actor": by}, {"by": by, "kind": kind, **named})


def not_done(**named: Any) -> TaskNotDone:
    return _fact(TaskNotDone, JOB, {}, named)


def reopened(**named: Any) -> TaskReopened:
    return _fact(TaskReopened, JOB, {}, named)
