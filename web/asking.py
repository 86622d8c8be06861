"""Who is asking, for which committee, and what time it is."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from flask import current_app, g, request, session

from domain.act import Act
from domain.errors import NotEligible
from domain.ids import CommitteeId, PersonId
from domain.sealed import Sealed
from projections.directory import CommitteeSeen
from web.back import here
from web.clock import Clock
from web.services import services
from web.sessions import Session, clock

LOOKS = ("light", "size", "pictures")
SIGNED_OUT = "You are signed out. Nothing was saved. Please come in again."
NOWHERE = "You are not on a committee here now. Ask the person who runs the meeting."
OTHERS_SEE = "Only people on this committee can see this."
OTHERS_DO = "Only people who are on this committee now can do this."


class Nameless:
    """Stands where the committee's name would, as long as there is none to show."""

    name = "Show of Hands"


class Viewer:
    """Whoever is signed in at this screen. What is not needed is not looked up."""

    photo = None
    helper = None

    def __init__(self, person: PersonId, held: Mapping[str, Any]) -> None:
        self.person = person
        self.look = looks(held)
        self._wanted = held.get("committee")

    @cached_property
    def name(self) -> str:
        """What they are called."""
        return services().naming.name(self.person)

    @cached_property
    def committees(self) -> list[CommitteeSeen]:
        """Where they sit now."""
        return services().directory.committees_of(self.person)

    @property
    def committee(self) -> CommitteeSeen | None:
        """The committee that they chose; else the first on which they sit."""
        chosen = (seen for seen in self.committees if seen.committee.hex == self._wanted)
        return next(chosen, None) or next(iter(self.committees), None)

    @property
    def must_choose(self) -> bool:
        """Whether they sit on several committees and have not said for which they are here."""
        wanted = {seen.committee.hex for seen in self.committees}
        return len(wanted) > 1 and self._wanted not in wanted


def looks(held: Mapping[str, Any]) -> str:
    """How the pages shall look at this screen, as words for the page's class."""
    return " ".join(held[kind] for kind in LOOKS if held.get(kind))


def arrive() -> None:
    """What every page begins with: the time, what a deadline has ended, and who is asking."""
    if request.endpoint in ("static", "pages.health"):
        return
    kept = cast("Session", session)
    if kept.problem:
        raise kept.problem
    g.clock = Clock(clock(current_app), ZoneInfo(current_app.config["ZONE"]))
    if request.method == "GET":  # a press settles what it is about by itself
        services().settle(g.clock.now)
    g.viewer = Viewer(kept.person, kept) if kept.person else None


def committee() -> CommitteeId:
    """The committee that this page is about."""
    seen = g.viewer.committee
    if seen is None:
        raise NotEligible(NOWHERE)
    g.committee = seen
    return CommitteeId(seen.committee)


def belong(committee: UUID) -> None:
    """Pages about a committee are for those who sit on it."""
    found = (seen for seen in g.viewer.committees if seen.committee == committee)
    seen = next(found, None)
    if seen is None:
        raise NotEligible(OTHERS_SEE if request.method == "GET" else OTHERS_DO)
    g.committee = seen


def act(reason: Sealed | None = None) -> Act:
    """This press, as the act of whoever is signed in, with what they say of it."""
    return Act.now(g.viewer.person, g.clock.now, reason)


def for_templates() -> dict[str, Any]:
    """What every page is given."""
    viewer = g.get("viewer")
    return {
        "viewer": viewer,
        "belongs": bool(viewer and viewer.committees),
        "committee": g.get("committee") or (viewer and viewer.committee) or Nameless,
        "guest_look": looks(session),
        "here": here(),
    }
