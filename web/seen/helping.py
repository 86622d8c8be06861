"""Help with jobs: who asks for it, what kind, and who said that they help."""

from dataclasses import dataclass

from flask import g

from domain.kinds import Help
from projections.tasks_seen import TaskSeen
from web.access import may
from web.seen.people import Person

WORDS = {
    Help.DO_IT_WITH_ME: "Do it with me",
    Help.TELL_ME_HOW: "Tell me how",
    Help.CANNOT_COME: "I cannot come",
    Help.NOT_STATED: "I need help",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who has a job and wants help with it; ``may_help`` where this person can give it."""

    by: Person
    kind: str
    words: str
    mine: bool
    may_help: bool


def wanted(task: TaskSeen) -> tuple[Asked, ...]:
    """What help is still wanted with a job that is not over."""
    me, open_to_me = g.viewer.person, may("jobs.give_help")
    return tuple(
        Asked(
            by=Person(str(it.person.person), it.person.name),
            kind=it.kind,
            words=WORDS[it.kind],
            mine=it.person.person == me,
            may_help=open_to_me and it.person.person != me,
        )
        for it in task.help_wanted
        if task.is_open
    )


def helpers(task: TaskSeen) -> tuple[Person, ...]:
    """Who said that they help with a job, each once."""
    found = {it.person.person: it.person.name for it in task.help_given if task.is_open}
    return tuple(Person(str(who), name) for who, name in found.items())
