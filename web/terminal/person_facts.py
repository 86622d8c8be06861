"""Everything that is kept of one person, for scripts."""

from collections.abc import Iterable

from domain.ids import PersonId
from projections.meetings_seen import MeetingSeen
from projections.people_seen import HelperSeen, PastRole, PastSeat, PersonSeen, SaidSeen
from projections.seen import ProposalSeen
from projections.tasks import TaskSeen
from web.terminal import agreed, facts, parts
from web.terminal.mandate_facts import mandate
from web.terminal.meetings import held_on
from web.terminal.parts import Facts
from web.terminal.refs import Refs
from web.terminal.whole import Whole


def person(refs: Refs, whole: Whole) -> Facts:
    """All of it."""
    seen, life = whole.seen, whole.life
    return {
        "person": refs.of(seen.person),
        "id": str(seen.person),
        "name": seen.name,
        "names_in_files": list(whole.in_files),
        **_kept(refs, seen),
        "seats": [_seat(refs, one) for one in life.seats],
        "roles": [_role(refs, one) for one in life.roles],
        "tasks": [_task(refs, whole, one) for one in whole.tasks],
        "ballots": [
            {
                "proposal": refs.of(cast.proposal),
                "title": cast.title,
                **facts.ballot(refs, ballot),
                "reason": ballot.reason,
            }
            for cast in whole.ballots
            for ballot in cast.ballots
        ],
        "proposals": [_proposal(refs, one) for one in whole.proposals],
        "said": [_said(refs, whole, one) for one in life.said],
        "meetings": [_meeting(refs, seen.person, one) for one in whole.meetings],
        "mandates": [mandate(refs, one) for one in whole.mandates],
        "step_ins": [agreed.step_in(refs, one) for one in whole.step_ins],
        "sessions": [parts.moment(until) for until in whole.sessions],
        "links": [parts.moment(until) for until in whole.links],
        "asked_once": list(whole.asked_once),
        "entries": [facts.entry(one) for one in life.entries],
    }


def _kept(refs: Refs, seen: PersonSeen) -> Facts:
    """What lies in ``private.db`` of them, and what they agreed to."""
    return {
        "known_since": parts.moment(seen.known_since),
        "names": [{"name": one.name, "since": parts.moment(one.since)} for one in seen.names],
        "details": seen.details,
        "preferences": seen.preferences,
        "supporters": list(_helpers(refs, seen.helpers)),
        "supports": list(_helpers(refs, seen.helps)),
        "adjustments": [
            {
                "words": one.words,
                "asked_at": parts.moment(one.asked_at),
                "made_at": parts.maybe_moment(one.made_at),
                "how": one.how,
            }
            for one in seen.adjustments
        ],
        "consents": [
            {
                "to": one.to.value,
                "since": parts.moment(one.since),
                "until": parts.maybe_moment(one.until),
            }
            for one in seen.consents
        ],
    }


def _helpers(refs: Refs, helpers: Iterable[HelperSeen]) -> Iterable[Facts]:
    for one in helpers:
        yield {
            "person": refs.of(one.person),
            "name": one.name,
            "since": parts.moment(one.since),
            "until": parts.maybe_moment(one.until),
        }


def _seat(refs: Refs, seen: PastSeat) -> Facts:
    return {
        "committee": refs.of(seen.committee),
        "seat": seen.seat.value,
        "voting": seen.voting,
        **_time(seen),
    }


def _role(refs: Refs, seen: PastRole) -> Facts:
    return {"committee": refs.of(seen.committee), "role": seen.role_name, **_time(seen)}


def _time(seen: PastSeat | PastRole) -> Facts:
    return {
        "since": parts.moment(seen.since),
        "term_ends": parts.day(seen.term_ends),
        "until": parts.maybe_moment(seen.until),
        "ended": seen.ended and seen.ended.value,
        "event": seen.event,
        "authority": seen.authority,
    }


def _task(refs: Refs, whole: Whole, seen: TaskSeen) -> Facts:
    return {
        "task": refs.of(seen.task),
        "title": seen.title,
        "committee": refs.of(seen.committee),
        "plan": refs.maybe(seen.plan),
        "status": seen.status.value,
        "holds": whole.seen.person in {one.person for one in seen.holders},
        "history": facts.history(whole.life.tasks[seen.task]),
    }


def _proposal(refs: Refs, seen: ProposalSeen) -> Facts:
    decision = seen.decision
    return {
        "proposal": refs.of(seen.proposal),
        "committee": refs.of(seen.committee),
        "title": seen.title,
        "text": seen.text,
        "made_at": parts.moment(seen.made_at),
        "stage": seen.stage.value,
        "outcome": parts.outcome(refs, decision.outcome) if decision else None,
    }


def _said(refs: Refs, whole: Whole, seen: SaidSeen) -> Facts:
    return {
        "at": parts.moment(seen.entry.at),
        "about": refs.of(seen.about),
        "title": whole.titles[seen.about],
        "topic": seen.entry.topic,
        "sentence": seen.entry.sentence,
        "words": list(seen.words),
        "position": seen.entry.position,
    }


def _meeting(refs: Refs, person: PersonId, seen: MeetingSeen) -> Facts:
    apology = next((one.cause.value for one in seen.apologies if one.person == person), None)
    return {
        "meeting": refs.of(seen.meeting),
        "committee": refs.of(seen.committee),
        "on": held_on(seen),
        "present": seen.was_there(person),
        "apology": apology,
        "roles": [one.role.value for one in seen.roles if one.person == person],
    }
