"""The read models as whoever looks on from outside may ask them: offices, and no names.

Every name comes out of one read model and every ballot out of another. For trustees and auditors
these two, and the sentences of the record, answer differently; all others are asked as they are,
and so have no name to give away. Of themselves everybody is told everything.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from flask import g

from domain.ids import CommitteeId, PersonId, ProposalId
from projections.audit import Audit, Entry, Placed
from projections.decisions import Decisions
from projections.directory import Directory, Member
from projections.naming import Naming
from projections.read_model import ReadModel, question
from projections.seen import CastSeen, ProposalSeen
from projections.stops import NOW, Stop
from projections.talk import Talk
from projections.talk_seen import TalkSeen
from projections.views import Views
from projections.wording import CHAIR, OFFICES, SEATS
from web.seen.hushed import NAME, hushed, is_nobody, only_numbers, only_words
from web.seen.own_help import OwnRecord, SaidOtherwise, me

R = TypeVar("R")


class ByOffice(SaidOtherwise):
    """The same tables; asked for people, they tell offices."""

    def __init__(self, views: Views) -> None:
        super().__init__(views, SAID_OTHERWISE)


class Offices(Naming):
    """What somebody is on the committee, in place of their name."""

    def called(self, thing: UUID, kind: str, seal: str | None, words: Mapping[str, str]) -> str:
        """People by their office; all else, and whoever asks, by name."""
        if is_nobody(thing):
            return NAME
        if kind == "title" or thing == me():
            return super().called(thing, kind, seal, words)
        return self._offices().get(thing, NAME)

    def candidate(self, who: UUID, kind: str, seal: str | None, words: Mapping[str, str]) -> str:
        """By name, for those who have a vote: nobody can choose between two offices."""
        if g.get("has_vote"):
            return super().called(who, kind, seal, words)
        return self.called(who, kind, seal, words)

    def told_apart(self, option: UUID, told: str) -> str:
        """One of several members is “Member 2”, on every page; the number says not who it is."""
        if f"{told} " not in OFFICES:
            return told
        offices = self._offices()
        same = [
            one for one, who in self.stands_with(option).items() if offices.get(who, NAME) == told
        ]
        if len(same) == 1:
            return told
        office = told.rpartition(" ")[2]
        return f"{office[0].upper()}{office[1:]} {same.index(option) + 1}"

    def _offices(self) -> dict[UUID, str]:
        """Who is what here now; found once for a page."""
        if "offices" not in g:
            seen = g.get("committee") or g.viewer.committee
            whole = self.views.whole if isinstance(self.views, ByOffice) else self.views
            members = whole.of(Directory).members(CommitteeId(seen.committee)) if seen else []
            g.offices = {member.person: _office(member) for member in members}
        found: dict[UUID, str] = g.offices
        return found


def _office(member: Member) -> str:
    return CHAIR if member.is_chair else SEATS[member.seat]


class Numbers(Decisions):
    """How many gave which answer, and of nobody which."""

    @question
    def proposal(
        self,
        proposal: ProposalId,
        now: datetime,
        at: datetime | None = None,
        known: int | None = None,
    ) -> ProposalSeen | None:
        """One idea, whole but for who voted how."""
        idea = super().proposal(proposal, now, at, known)
        return idea and only_numbers(idea, me())

    @question
    def cast_by(
        self,
        voter: PersonId,
        proposal: ProposalId,
        at: datetime | None = None,
        known: int | None = None,
    ) -> CastSeen | None:
        """One's own answer, and nobody else's."""
        return super().cast_by(voter, proposal, at, known) if voter == me() else None

    @question
    def explanation(
        self, proposal: ProposalId, at: datetime | None = None, known: int | None = None
    ) -> str:
        """Why it came out so; not where that counts one group apart from the others."""
        idea = self.proposal(proposal, g.clock.now, at, known)
        terms = idea.terms if idea else None
        if terms and (terms.double or terms.weights):
            return ""
        return super().explanation(proposal, at, known)


class Words(Talk):
    """What was said, and not who was helped, took which side or understood."""

    @question
    def about(
        self, proposal: ProposalId, at: datetime | None = None, known: int | None = None
    ) -> TalkSeen:
        """What was said about one idea until its decision."""
        return only_words(super().about(proposal, at, known), me())


class Hushed(OwnRecord):
    """The record, with votes, help and sides told as something that somebody did."""

    def told(self, events: Iterable[Placed], stop: Stop = NOW) -> list[Entry]:
        """Events as sentences."""
        placed = [one for one in events if self.tells(one[1])]
        return [
            hushed(entry, event, me())
            for entry, (_, event) in zip(super().told(placed, stop), placed, strict=True)
        ]


SAID_OTHERWISE: dict[type[ReadModel], type[ReadModel]] = {
    Naming: Offices,
    Decisions: Numbers,
    Talk: Words,
    Audit: Hushed,
}
