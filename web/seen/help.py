"""Whom to ask for help."""

from dataclasses import dataclass

from flask import g

from domain.ids import CommitteeId
from domain.kinds import Seat
from projections.directory import Member
from web.services import services


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who can be asked."""

    id: str
    name: str
    says: str
    photo: str | None = None


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What ``help.html`` shows."""

    people: list[Helper]
    phone: str = ""


def help_page() -> HelpPage:
    """Who runs the meetings, and the staff; for those who are signed in."""
    seen = g.viewer.committee if g.viewer else None
    members = services().directory.members(CommitteeId(seen.committee)) if seen else []
    return HelpPage([_helper(m) for m in members if m.is_chair or m.seat is Seat.STAFF])


def _helper(member: Member) -> Helper:
    says = f"{member.name} runs the meeting." if member.is_chair else f"{member.name} works here."
    return Helper(str(member.person), member.name, says)
