"""G1: who runs the meeting, and whether it takes turns."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from domain.events import Event, MeetingRoleHeld, RotationJoined, RotationLeft
from domain.ids import CHAIR, MINUTES, PersonId, RoleId
from domain.kinds import MeetingRole, Seat
from projections.power.evidence import Evidence
from projections.power.groups import people_behind
from projections.power.guards import RATE_FROM
from projections.power.measure import Card, Measure, Tier
from projections.power.settings import Settings
from projections.power.spread import as_if_shared_by

G1 = Card(
    "G1",
    Tier.CORE,
    "Who runs the meeting? Does it take turns?",
    "We count the meetings that members ran. We count them of all where we know who ran it. We do "
    "the same for the minutes and the list. From twelve on we say: as if so many shared it. Next "
    "to it stands how many members want a turn. Nobody has to: who said no thanks is left out.",
)
ROLES = (MeetingRole.CHAIR, MeetingRole.MINUTES, MeetingRole.AGENDA)
ROTATIONS: dict[MeetingRole, RoleId] = {MeetingRole.CHAIR: CHAIR, MeetingRole.MINUTES: MINUTES}
"""Where a list is kept of who wants a turn."""
Turn = RotationJoined | RotationLeft


def turns(evidence: Evidence, settings: Settings) -> Measure:
    """G1, who held the roles of meetings. ``k`` of ``n``: the chair."""
    del settings
    told = {role: _held(evidence, role) for role in ROLES}
    ours = {role: [one for one in told[role] if _is_members(evidence, one)] for role in ROLES}
    chair, by_members = told[MeetingRole.CHAIR], ours[MeetingRole.CHAIR]
    parts = [part for role in ROLES for part in _of_role(evidence, role, told[role], ours[role])]
    every = [one for role in ROLES for one in told[role]]
    rotation = list(_rotation(evidence))
    behind = [*every, *evidence.beginnings(every), *rotation, *evidence.seats.all]
    sentence = f"Members ran {len(by_members)} of {len(chair)} meetings."
    measure = G1.share(by_members, chair, sentence, behind, parts)
    people = people_behind((one.person, _is_members(evidence, one)) for one in chair)
    return replace(measure, people=people)


def _held(evidence: Evidence, role: MeetingRole) -> list[MeetingRoleHeld]:
    """Each turn once, in the order of time; two may share one meeting."""
    found = {
        (one.originator_id, one.person): one
        for one in evidence.of(MeetingRoleHeld)
        if one.role is role
    }
    return sorted(found.values(), key=lambda one: one.occurred_at)


def _is_members(evidence: Evidence, one: MeetingRoleHeld) -> bool:
    return evidence.seats.is_member(one.person, one.occurred_at)


def _of_role(
    evidence: Evidence,
    role: MeetingRole,
    held: Sequence[MeetingRoleHeld],
    ours: Sequence[MeetingRoleHeld],
) -> Iterator[tuple[str, int]]:
    if not held:
        return
    yield f"{role}, members", len(ours)
    yield f"{role}, all", len(held)
    yield f"{role}, longest run of one person", _longest_run(held)
    even = as_if_shared_by(Counter(one.person for one in held).values())
    if even is not None and len(held) >= RATE_FROM:
        yield f"{role}, as if so many shared it", round(even)
    yield f"{role}, members who want a turn", _want_a_turn(evidence, role, held[-1].occurred_at)


def _longest_run(held: Sequence[MeetingRoleHeld]) -> int:
    """In how many meetings running the same person did it."""
    meetings: dict[object, set[PersonId]] = {}
    for one in held:
        meetings.setdefault(one.originator_id, set()).add(one.person)
    running: dict[PersonId, int] = {}
    longest = 0
    for people in meetings.values():
        running = {person: running.get(person, 0) + 1 for person in people}
        longest = max(longest, *running.values())
    return longest


def _want_a_turn(evidence: Evidence, role: MeetingRole, at: datetime) -> int:
    """How many members want it; where no list is kept, all of them."""
    here = set(evidence.seats.sat(Seat.MEMBER, at))
    said = _last_words(evidence, role, at)
    if any(isinstance(one, RotationJoined) for one in said.values()):
        here &= {who for who, one in said.items() if isinstance(one, RotationJoined)}
    return len(here - {who for who, one in said.items() if isinstance(one, RotationLeft)})


def _last_words(evidence: Evidence, role: MeetingRole, at: datetime) -> dict[PersonId, Turn]:
    """What each person said last about taking turns."""
    told = (one for one in _rotation(evidence) if one.role == ROTATIONS.get(role))
    in_time = sorted((one for one in told if one.occurred_at <= at), key=_when)
    return {one.person: one for one in in_time}


def _rotation(evidence: Evidence) -> Iterator[Turn]:
    yield from evidence.ever(RotationJoined)
    yield from evidence.ever(RotationLeft)


def _when(one: Event) -> tuple[datetime, int]:
    return one.occurred_at, one.originator_version


MEASURES = (turns,)
