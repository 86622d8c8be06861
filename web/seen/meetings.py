"""Meetings as the pages show them: the list of them, and one of them as what was written down."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import g, url_for

from domain.ids import CommitteeId, MeetingId
from domain.kinds import Capacity, Elsewhere, MeetingRole
from projections.directory_seen import Member
from projections.meetings_seen import (
    ConfirmedSeen,
    DecidedSeen,
    ItemSeen,
    MeetingSeen,
    NoteSeen,
    Phase,
    SomebodySeen,
)
from projections.seen import Stage
from projections.wording import listed
from web.clock import Moment
from web.seen.by_rule import rule_of
from web.seen.lists import Pager
from web.seen.meeting_brief import Brief, brief
from web.seen.people import Person, takes_part
from web.seen.results import OUTCOME
from web.seen.things import thing
from web.services import services
from web.stops import AskedStop

A_PAGE = 10
DID = {
    MeetingRole.CHAIR: "ran the meeting",
    MeetingRole.MINUTES: "wrote this down",
    MeetingRole.AGENDA: "made the list",
    MeetingRole.TIME: "kept the time",
    MeetingRole.ACCESS: "made sure that all could take part",
}
ELSEWHERE = {
    Elsewhere.YES: "We decided something outside our meetings.",
    Elsewhere.NO: "We decided nothing outside our meetings.",
    Elsewhere.NOT_SURE: "We are not sure if we decided something outside our meetings.",
}


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """What ``meetings.html`` shows."""

    waiting: list[Brief]
    past: list[Brief]
    pager: Pager


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was written down; ``late`` is when, if that was after the end."""

    words: str
    late: Moment | None


@dataclass(frozen=True, slots=True)
class Topic:
    """Something on the list, what was said of it, and where an open vote on it can be closed."""

    id: str
    title: str
    picture: str
    href: str
    notes: list[Note]
    closing: str


@dataclass(frozen=True, slots=True)
class Decided:
    """Something that was decided in the meeting."""

    title: str
    kind: str
    href: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """What ``meeting.html`` shows."""

    it: Brief
    here: list[Person]
    away: list[Person]
    did: list[str]
    decided: list[Decided]
    topics: list[Topic]
    notes: list[Note]
    elsewhere: str
    said_elsewhere: str
    right: list[str]
    is_right: bool
    phase: Phase
    may_confirm: bool
    capacity: Capacity
    seen_to: int


def meetings_page(committee: CommitteeId, page: int, asked: AskedStop) -> MeetingsPage:
    """Those to come first, then those that were, the newest first and ten at a time."""
    ask, stop = services().meetings, asked.stop
    waiting = ask.waiting(committee, *stop)
    found = ask.held(committee, page * A_PAGE + 1 + len(waiting), *stop)
    over = [one for one in found if one.meeting not in {seen.meeting for seen in waiting}]
    shown = over[(page - 1) * A_PAGE :][:A_PAGE]
    return MeetingsPage(
        waiting=[brief(seen) for seen in waiting],
        past=[brief(seen) for one in shown if (seen := ask.meeting(one.meeting, *stop))],
        pager=Pager(
            before=_address(page - 1, asked) if page > 1 else None,
            after=_address(page + 1, asked) if len(over) > page * A_PAGE else None,
            words="",
        ),
    )


def meeting_page(seen: MeetingSeen) -> MeetingPage:
    """One meeting, as it was written down."""
    members = services().directory.members(seen.committee)
    me = next((one for one in members if one.person == g.viewer.person), None)
    elsewhere = seen.elsewhere
    return MeetingPage(
        it=brief(seen),
        here=shown(seen.present),
        away=[Person(str(one.person), one.name) for one in seen.apologies],
        did=_did(seen),
        decided=[_decided(one) for one in seen.decided],
        topics=[_topic(seen, item) for item in _items(seen)],
        notes=[_note(one) for one in seen.notes if one.item is None],
        elsewhere=ELSEWHERE[elsewhere.answer] if elsewhere else "",
        said_elsewhere=(elsewhere.words or "") if elsewhere else "",
        right=[_right(one) for one in seen.confirmed],
        is_right=seen.is_confirmed,
        phase=seen.phase,
        may_confirm=_may_confirm(seen, me),
        capacity=_capacity(seen, me),
        seen_to=services().governance.position(),
    )


def shown(some: Iterable[SomebodySeen]) -> list[Person]:
    """People who were there."""
    return [Person(str(one.person), one.name) for one in some]


def ran_by(seen: MeetingSeen, role: MeetingRole) -> list[str]:
    """Who did this in the meeting, by id."""
    return [str(one.person) for one in seen.roles if one.role is role]


def _address(page: int, asked: AskedStop) -> str:
    """The list from there on, at the same stop."""
    then: dict[str, Any] = {} if asked.is_now else {asked.axis: asked.in_address}
    return url_for("meetings.index", page=page, **then)


def _seen(meeting: MeetingId) -> MeetingSeen | None:
    return services().meetings.meeting(meeting)


def _did(seen: MeetingSeen) -> list[str]:
    """Who ran it, who wrote it down, and so on."""
    names = {role: [one.name for one in seen.roles if one.role is role] for role in MeetingRole}
    return [f"{listed(who)} {DID[role]}." for role, who in names.items() if who]


def _items(seen: MeetingSeen) -> list[ItemSeen]:
    """What was on the list, and whatever else something was written down about, in order."""
    noted = [note.item for note in seen.notes if note.item is not None]
    return list({one.item: one for one in (*seen.items, *noted)}.values())


def _topic(seen: MeetingSeen, item: ItemSeen) -> Topic:
    found = thing(item.item)
    return Topic(
        id=str(item.item),
        title=item.title,
        picture=found.picture if found else "ask",
        href=found.href if found else "",
        notes=[_note(one) for one in seen.notes if one.item and one.item.item == item.item],
        closing=_closing(seen, item),
    )


def _closing(seen: MeetingSeen, item: ItemSeen) -> str:
    """Where the vote on it can be closed in this meeting, while both go on."""
    if seen.phase is not Phase.OPEN:
        return ""
    votes = services().decisions.open_votes(seen.committee, g.clock.now)
    vote = next((one for one in votes if one.proposal == item.item), None)
    if vote is None or vote.stage is not Stage.OPEN or vote.closes_at is not None:
        return ""
    return url_for("proposals.closing", proposal=item.item, meeting=seen.meeting)


def _note(seen: NoteSeen) -> Note:
    return Note(seen.words, g.clock.tell(seen.at) if seen.is_late else None)


def _decided(seen: DecidedSeen) -> Decided:
    href = url_for("proposals.show", proposal=seen.proposal)
    idea = services().decisions.proposal(seen.proposal, g.clock.now)
    by = rule_of(idea.decision) if idea and idea.decision else None
    return Decided(seen.title, OUTCOME[seen.outcome.result], href, by.named if by else "")


def _right(one: ConfirmedSeen) -> str:
    who = f"{one.name}, who ran the meeting," if one.capacity is Capacity.CHAIR else one.name
    later = " Something was added later." if one.is_older else ""
    return f"{who} said that this is right.{later}"


def _may_confirm(seen: MeetingSeen, me: Member | None) -> bool:
    """Whoever was there may, as long as they have not said so of all that stands here."""
    if me is None or not takes_part(me) or seen.phase is not Phase.CLOSED:
        return False
    fresh = {one.person for one in seen.confirmed if not one.is_older}
    was_there = seen.was_there(me.person) or _capacity(seen, me) is Capacity.CHAIR
    return was_there and me.person not in fresh


def _capacity(seen: MeetingSeen, me: Member | None) -> Capacity:
    """As whoever ran it, or as somebody else who was there."""
    ran = ran_by(seen, MeetingRole.CHAIR)
    is_chair = me is not None and (str(me.person) in ran or (not ran and me.is_chair))
    return Capacity.CHAIR if is_chair else Capacity.OTHER
