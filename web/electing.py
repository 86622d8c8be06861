"""Choosing people: for a job or for the committee; who wants it; giving it to those chosen."""

from typing import Annotated, Literal
from uuid import UUID, uuid4

from flask import flash, g, redirect, render_template, url_for
from pydantic import BaseModel, BeforeValidator
from werkzeug.wrappers import Response

from domain.errors import NotEligible, NotFound
from domain.ids import CHAIR, CommitteeId, PersonId, ProposalId, RoleId
from domain.kinds import Domain, Seat, Stake
from domain.proposal.electing import person_option
from domain.sealed import Sealed
from domain.values import Election
from projections.seen import ProposalSeen
from web.asking import act, committee
from web.forms import Maybe, Mend, Text, Words, asked, form, mend, missing, ticked
from web.once import once
from web.proposals import find, pages
from web.seen.choosing import NEW, choosing_page
from web.seen.electing import RUNS, Elected, elected, election, others
from web.services import services

MOST_PLACES = 50
NOT_A_NUMBER = "Write how many people we pick, like 1 or 2."


class For(BaseModel):
    """What people are chosen for: a job, or a place on the committee."""

    seat: Literal["", "1"] = ""


def _lines(given: object) -> object:
    return given if isinstance(given, list) else str(given).splitlines()


class Choice(BaseModel):
    """Whom we choose for what, as it was written."""

    seat: Literal["", "1"] = ""
    job: str = ""
    called: Words = ""
    sits: Seat = Seat.MEMBER
    number: Words = "1"
    names: Annotated[list[Words], BeforeValidator(_lines)] = []
    text: Text = ""

    @property
    def newcomers(self) -> list[str]:
        """The names of people who are not on the committee."""
        return [name for name in self.names if name]

    @property
    def places(self) -> int:
        """How many are chosen; none where no number was written."""
        is_number = self.number.isdecimal() and len(self.number) <= len(str(MOST_PLACES))
        return int(self.number) if is_number and int(self.number) <= MOST_PLACES else 0

    def wrong_with(self, people: list[UUID]) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        wrong = missing((self.places, "number", NOT_A_NUMBER))
        if not self.seat:
            wrong |= missing(
                (self.job, "job", "Pick what the job is."),
                (self.called or self.job != NEW, "called", "Write what the job is called."),
            )
        there, field = (
            len(self.newcomers if self.seat else people),
            "names" if self.seat else "person",
        )
        if self.places and there < self.places:
            wrong[field] = _find_more(self.places)
        return wrong


def _find_more(places: int) -> str:
    if places == 1:
        return "There is 1 place. Find one person or more."
    return f"There are {places} places. Find {places} people or more."


class Whose(BaseModel):
    """The person that a press is about; oneself, where nobody is named."""

    person: Maybe[UUID] = None


@pages.get("/people")
def choosing() -> str:
    here, seat = committee(), asked(For).seat == "1"
    page = choosing_page(here, seat=seat)
    said = Choice(seat="1" if seat else "")
    return render_template("choose_people.html", page=page, said=said, picked=[], wrong={})


@pages.post("/people")
@once
def choose_people() -> Response | Mend:
    """Ask who shall have a job or a seat. Whoever is on the list is asked whether they want it."""
    here, said, picked = committee(), form(Choice), ticked("person")
    page = choosing_page(here, seat=said.seat == "1")
    if wrong := said.wrong_with(picked):
        chosen = [str(one) for one in picked]
        return mend("choose_people.html", wrong, page=page, said=said, picked=chosen)
    made = _for_seat(here, said) if said.seat else _for_job(here, said, picked)
    return redirect(url_for(".show", proposal=made), code=303)


def _for_job(here: CommitteeId, said: Choice, picked: list[UUID]) -> ProposalId:
    known = {str(one.role): one.name for one in services().directory.roles(here)}
    role = RoleId(uuid4()) if said.job == NEW else _role(said.job, known)
    called = said.called if said.job == NEW else known.get(said.job, "chair")
    what = RUNS if role == CHAIR else f"do this job: {called}"
    fresh = None if str(role) in known else Sealed.of(called)
    wanted = Election(places=said.places, role=role, called=fresh)
    return _make(here, f"Who will {what}?", said, wanted, [PersonId(one) for one in picked])


def _role(job: str, known: dict[str, str]) -> RoleId:
    if job not in (*known, str(CHAIR)):
        raise NotFound("There is no such job.")
    return RoleId(UUID(job))


def _for_seat(here: CommitteeId, said: Choice) -> ProposalId:
    """People from outside: somebody asked them, and passes their yes on."""
    new = [services().governance.register_person(act(), name) for name in said.newcomers]
    wanted = Election(places=said.places, seat=said.sits)
    made = _make(here, "Who comes onto our committee?", said, wanted, new)
    for who in new:
        services().governance.stand(act(), made, who)
    return made


def _make(
    here: CommitteeId, title: str, said: Choice, wanted: Election, people: list[PersonId]
) -> ProposalId:
    seat = wanted.seat is not None
    return services().governance.make_proposal(
        act(),
        here,
        title,
        text=said.text,
        options=[person_option(act(), who) for who in people],
        domain=Domain.MEMBERSHIP if seat else Domain.PEOPLE,
        stake=Stake.SAFETY_RULES_MEMBERSHIP_PLACE if seat else Stake.MONEY_PEOPLE_TIME,
        election=wanted,
    )


# ---- Who is on the list


@pages.get("/<uuid:proposal>/people")
def naming(proposal: UUID) -> str:
    idea = _election(proposal)
    return render_template(
        "name_people.html", idea=idea, election=election(idea), people=others(idea), wrong={}
    )


@pages.post("/<uuid:proposal>/people")
@once
def name_people(proposal: UUID) -> Response | Mend:
    """Put more people on the list. They are asked whether they want it."""
    idea, picked = _election(proposal), ticked("person")
    if not picked:
        wrong = {"person": "Pick whom we ask."}
        return mend(
            "name_people.html", wrong, idea=idea, election=election(idea), people=others(idea)
        )
    services().governance.name_people(
        act(), ProposalId(proposal), [PersonId(one) for one in picked]
    )
    return _back(proposal)


@pages.post("/<uuid:proposal>/stand")
@once
def stand(proposal: UUID) -> Response:
    """Say yes: one wants to be chosen. The same press puts oneself on the list."""
    services().governance.stand(act(), ProposalId(proposal))
    flash("You are on the list.")
    return _back(proposal)


@pages.post("/<uuid:proposal>/stand-down")
@once
def stand_down(proposal: UUID) -> Response:
    """Say no thank you; or take somebody off whom one had put there."""
    person = form(Whose).person
    who = PersonId(person) if person else None
    services().governance.stand_down(act(), ProposalId(proposal), who)
    mine = who in (None, g.viewer.person)
    flash("That is fine. You are not on the list." if mine else "They are not on the list.")
    return _back(proposal)


# ---- What follows from it


@pages.post("/<uuid:proposal>/places")
@once
def fill_places(proposal: UUID) -> Response:
    """Those who were chosen get it, by right of the decision. A second press changes nothing."""
    _election(proposal)
    services().governance.fill_places(act(), ProposalId(proposal))
    flash("It is theirs now.")
    return _back(proposal)


@pages.post("/<uuid:proposal>/places/ending")
@once
def end_role(proposal: UUID) -> Response:
    """Somebody who had the job before, and was not chosen, has it no more."""
    idea, person = _election(proposal), form(Whose).person
    found = elected(idea, idea.decision) if idea.decision else None
    if person is None or not _had_it(found, person):
        raise NotEligible("They do not have this job now.")
    if idea.decision and idea.election and idea.election.role:
        services().governance.take_role_away(
            act(),
            idea.committee,
            idea.election.role,
            PersonId(person),
            authority=idea.decision.event,
        )
        flash("They do not have this job any more.")
    return _back(proposal)


def _had_it(found: Elected | None, person: UUID) -> bool:
    return found is not None and str(person) in {one.id for one in found.then.too}


def _election(proposal: UUID) -> ProposalSeen:
    idea = find(proposal)
    if idea.election is None:
        raise NotFound("This idea is not about choosing people.")
    return idea


def _back(proposal: UUID) -> Response:
    return redirect(url_for(".show", proposal=proposal), code=303)
