"""All that is kept of one person, gathered from the read models and from the vault."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from projections.agreed_seen import MandateSeen, StepInSeen
from projections.meetings_seen import MeetingSeen
from projections.people_seen import LifeSeen, PersonSeen
from projections.seen import CastSeen, ProposalSeen
from projections.tasks import TaskSeen
from web.asked_once import AskedOnce
from web.services import now
from web.signin import SignIn
from web.terminal.asked import Asked


@dataclass(frozen=True, slots=True)
class Whole:
    """One person, whole. Sessions, links and what they were asked once stand in no log."""

    seen: PersonSeen
    life: LifeSeen
    in_files: Sequence[str]
    tasks: Sequence[TaskSeen]
    ballots: Sequence[CastSeen]
    proposals: Sequence[ProposalSeen]
    meetings: Sequence[MeetingSeen]
    mandates: Sequence[MandateSeen]
    step_ins: Sequence[StepInSeen]
    sessions: Sequence[datetime]
    links: Sequence[datetime]
    asked_once: Sequence[str]
    titles: Mapping[Any, str]


def gather(asked: Asked, seen: PersonSeen) -> Whole:
    """Ask everybody who knows something of this person."""
    services, person = asked.services, seen.person
    life = services.people.life(person, *asked.stop)
    proposals = [
        services.decisions.proposal(one, asked.moment, *asked.stop) for one in life.proposed
    ]
    cast = [services.decisions.cast_by(person, one, *asked.stop) for one in life.voted_on]
    meetings = [services.meetings.meeting(one, *asked.stop) for one in life.meetings]
    tasks = [services.tasks.task(one, *asked.stop) for one in life.tasks]
    sessions, links = SignIn(services.governance.vault).kept_of(person, now())
    met = [one for one in meetings if one]
    return Whole(
        seen=seen,
        life=life,
        in_files=asked.refs.names_in_files(person),
        tasks=[one for one in tasks if one],
        ballots=[one for one in cast if one],
        proposals=[one for one in proposals if one],
        meetings=met,
        mandates=[one for one in every_mandate(asked) if one.holder.person == person],
        step_ins=[one for one in every_step_in(asked) if one.person == person],
        sessions=sessions,
        links=links,
        asked_once=AskedOnce(services.governance.vault).answered(person),
        titles=services.naming.names(
            [
                *(one.about for one in life.said),
                *(one.committee for one in met),
            ]
        ),
    )


def every_mandate(asked: Asked) -> Iterator[MandateSeen]:
    """The mandates that any committee granted."""
    for group in asked.services.directory.committees(*asked.stop):
        yield from asked.services.mandates.mandates(group.committee, asked.moment, asked.known)


def every_step_in(asked: Asked) -> Iterator[StepInSeen]:
    """The step-ins on any committee."""
    for group in asked.services.directory.committees(*asked.stop):
        yield from asked.services.mandates.step_ins(group.committee, asked.moment, asked.known)
