"""Whom to ask for help, and who helped somebody to vote."""

from dataclasses import dataclass

from flask import g, url_for

from domain.ids import CommitteeId, PersonId
from domain.kinds import Seat
from projections.directory import Member
from projections.helped import had_help
from projections.seen import ProposalSeen
from web.asked_once import about_help, has_answered
from web.seen.lists import Many, Whom, some_of
from web.seen.people import Person, people
from web.services import in_full, services


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


@dataclass(frozen=True, slots=True)
class HelpedPage:
    """What ``helped.html`` shows."""

    proposal: str
    question: str
    helpers: list[Person]
    many: Many


def helped_page(idea: ProposalSeen, whom: Whom) -> HelpedPage:
    """Whom a voter may name as their helper."""
    found, many = _helpers(idea, g.viewer.person, whom)
    return HelpedPage(str(idea.proposal), idea.title, found, many)


def _helpers(idea: ProposalSeen, me: PersonId, whom: Whom) -> tuple[list[Person], Many]:
    """Who may have helped with a vote: the others on the committee; where many, those found."""
    members = services().directory.members(idea.committee)
    others = people(member.person for member in members if member.person != me)

    def address(words: str | None, page: int | None) -> str:
        return url_for("proposals.helped", proposal=idea.proposal, words=words, page=page)

    return some_of(others, whom, address)


def has_told_of_help(idea: ProposalSeen, me: PersonId) -> bool:
    """Whether this voter has said already whether they were helped."""
    return has_answered(about_help(idea.proposal)) or any(
        told.voter == me for told in services().talk.about(idea.proposal).support
    )


def helped_in_all(idea: ProposalSeen) -> str:
    """How many voters had help, without names; nothing where the number could show who."""
    whole = in_full().decisions.proposal(idea.proposal, g.clock.now)
    found = had_help(whole, in_full().talk.about(idea.proposal)) if whole else None
    return f"{found[0]} of {found[1]} people had help with their vote." if found else ""
