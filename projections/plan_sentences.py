"""What happens to plans, and to the jobs on them, as sentences that can be read aloud."""

from domain.events import (
    Event,
    HandoverReported,
    HelpAsked,
    HelpGiven,
    PlanCancelled,
    PlanMade,
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
from domain.kinds import Help, Presence, Rhythm, TakeoverAnswer
from projections.wording import (
    Names,
    Telling,
    Words,
    day_in_words,
    many,
    moment_in_words,
    quoted,
    saying,
    the,
)

EVERY = {
    Rhythm.WEEKLY: "every week",
    Rhythm.FORTNIGHTLY: "every two weeks",
    Rhythm.MONTHLY: "every month",
    Rhythm.YEARLY: "every year",
}
CAME_OR_WENT = {
    Presence.HERE: "came to",
    Presence.GONE: "went home from",
    Presence.AWAY: "was after all not at",
}
WAS = {
    TakeoverAnswer.ASKED: "I had asked for that",
    TakeoverAnswer.SHARED: "we shared it",
    TakeoverAnswer.TAKEN: "it was taken from me",
}
NEEDS = {
    Help.DO_IT_WITH_ME: "would like somebody to do it with them",
    Help.TELL_ME_HOW: "would like somebody to say how",
    Help.CANNOT_COME: "cannot come",
    Help.NOT_STATED: "asked for help",
}
HELPED = {
    Help.DO_IT_WITH_ME: "helps to do",
    Help.TELL_ME_HOW: "says how to do",
    Help.CANNOT_COME: "comes for somebody who has",
    Help.NOT_STATED: "helps with",
}


def _plan_made(event: PlanMade, names: Names, _: Words) -> str:
    other = event.like or event.template
    like = f", like {quoted(names[other])}" if other else ""
    return f"{names[event.actor]} made the plan {the(event, names)}{like}."


def _recurs(event: RecurrencePlanned, names: Names, _: Words) -> str:
    until = f" until {day_in_words(event.until)}" if event.until else ""
    return f"{the(event, names)} comes back {EVERY[event.rhythm]}{until}."


def _taken_over(event: TaskTakenOver, names: Names, _: Words) -> str:
    over = f"{names[event.taker]} took over the job {the(event, names)} from {names[event.giver]}"
    if event.asked is None:
        return f"{over}; it is not stated whether anybody asked for that."
    return f"{over}, {'when asked to' if event.asked else 'without being asked'}."


def _returned(event: TaskReturned, names: Names, _: Words) -> str:
    giver, taker, job = names[event.giver], names[event.taker], the(event, names)
    if event.actor == event.taker:
        return f"{taker} took the job {job} back from {giver}."
    return f"{giver} gave the job {job} back to {taker}."


PLAN_SENTENCES: dict[type[Event], Telling] = {
    PlanMade: _plan_made,
    PlanMoved: lambda e, n, _: f"The plan {the(e, n)} is now for {moment_in_words(e.on)}.",
    PlanCancelled: lambda e, n, _: (
        f"The plan {the(e, n)} was cancelled. Its jobs stay until they are dropped."
    ),
    RecurrencePlanned: _recurs,
    PresenceNoted: lambda e, n, _: f"{n[e.person]} {CAME_OR_WENT[e.presence]} {the(e, n)}.",
    TaskAmended: lambda e, n, _: f"{n[e.actor]} said anew what the job {the(e, n)} is.",
    TaskShadowed: lambda e, n, _: f"{n[e.person]} learns the job {the(e, n)}.",
    HandoverReported: lambda e, n, _: (
        f"The job {the(e, n)} passed from {many(e.givers, n)} to {many(e.takers, n)}."
    ),
    TaskTakenOver: _taken_over,
    TakeoverAnswered: lambda e, n, _: (
        f"{n[e.taker]} did the job {the(e, n)}. {n[e.giver]} says: {WAS[e.answer]}."
    ),
    TaskReturned: _returned,
    HelpAsked: lambda e, n, _: f"{n[e.person]} has the job {the(e, n)} and {NEEDS[e.kind]}.",
    HelpGiven: lambda e, n, _: f"{n[e.by]} {HELPED[e.kind]} the job {the(e, n)}.",
    TaskNotDone: lambda e, n, w: f"The job {the(e, n)} was not done{saying(e.reason, w)}",
    TaskReopened: lambda e, n, _: f"The job {the(e, n)} is there to do again.",
}
