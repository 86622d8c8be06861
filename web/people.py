"""Who we are: the people of the committee, links to come in, and leaving."""

from typing import Literal
from uuid import UUID

from flask import (
    Blueprint,
    current_app,
    flash,
    g,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.errors import NotEligible
from domain.ids import CHAIR, CommitteeId, PersonId
from domain.kinds import Seat
from web.asking import act, committee
from web.forms import Mend, SecondPress, Sure, Words, asked, form, mend, missing
from web.once import once
from web.seen.lists import Whom
from web.seen.people import Person, may_run, person
from web.seen.seats import people_page
from web.services import services
from web.signin import SignIn

pages = Blueprint("people", __name__, url_prefix="/people")


ELSEWHERE_TOO = (
    "{name} is on another committee too, which you do not run. "
    "Ask whoever looks after this program for a link."
)


class Chosen(BaseModel):
    """The committee for which somebody is here."""

    committee: UUID


class Leaving(BaseModel):
    """The committee that was shown when somebody was asked whether they leave it."""

    committee: UUID | None = None


class Newcomer(BaseModel):
    """Somebody who joins the committee."""

    name: Words = ""
    seat: Seat | Literal["trustee without a vote"] = Seat.MEMBER

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing((self.name, "name", "Write the name."))

    @property
    def sits(self) -> tuple[Seat, bool | None]:
        """As what, and whether with a vote; where nothing is said of it, as is usual there."""
        return (self.seat, None) if isinstance(self.seat, Seat) else (Seat.TRUSTEE, False)


class Name(BaseModel):
    """What somebody wants to be called."""

    called: Words = ""

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing((self.called, "called", "Write your name."))


@pages.get("/committees")
def committees() -> str:
    return render_template("choose.html", committees=g.viewer.committees)


@pages.post("/committees")
def choose() -> Response:
    session["committee"] = form(Chosen).committee.hex
    return redirect(url_for("now.show"), code=303)


@pages.get("/")
def index() -> str:
    return render_template("people.html", people=people_page(committee(), asked(Whom)), wrong={})


@pages.post("/")
@once
def add() -> Response | Mend:
    """Make somebody known, and give them a seat."""
    said, here = form(Newcomer), committee()
    if said.wrong:
        return mend("people.html", said.wrong, people=people_page(here))
    seat, voting = said.sits
    who = services().governance.register_person(act(), said.name)
    services().governance.seat_person(act(), here, who, seat, voting=voting)
    flash(f"{said.name} is on the committee now.")
    return redirect(url_for(".index"), code=303)


@pages.post("/name")
@once
def give_name() -> Response | Mend:
    """Say oneself what one is called."""
    said, here = form(Name), committee()
    if said.wrong:
        return mend("people.html", said.wrong, people=people_page(here))
    services().governance.give_name(act(), g.viewer.person, said.called)
    return redirect(url_for(".index"), code=303)


@pages.post("/<uuid:who>/link")
def link(who: UUID) -> str:
    """A link that signs this person in, once. It is shown here and kept nowhere."""
    here = committee()
    guest = _member(here, PersonId(who))
    _must_run_all(guest, PersonId(who))
    links: SignIn = current_app.extensions["sign_in"]
    token, made = links.make_link(PersonId(who), g.clock.now)
    scheme = "https" if current_app.config["SESSION_COOKIE_SECURE"] else request.scheme
    address = url_for("enter.ask", card=token, _external=True, _scheme=scheme)
    return render_template(
        "link.html", person=guest, link=address, until=g.clock.tell(made.expires_at)
    )


@pages.post("/<uuid:who>/sign-out")
def sign_out(who: UUID) -> Response:
    """Sign somebody out on every screen, such as one that they lost."""
    guest = _member(committee(), PersonId(who))
    links: SignIn = current_app.extensions["sign_in"]
    links.end_all(PersonId(who))
    flash(f"{guest.name} is signed out everywhere.")
    return redirect(url_for(".index"), code=303)


@pages.get("/leave")
def leaving() -> str:
    here = committee()
    text = ["You lose your vote and your jobs here.", "Votes that you cast still count."]
    action, back = url_for(".leave", committee=here), url_for(".index")
    sure = Sure("Leave the committee?", text, "sign-out", "Yes, I leave", action, back)
    return render_template("sure.html", sure=sure)


@pages.post("/leave")
def leave() -> Response:
    """Leave the committee, its open votes and its jobs. A second press leaves no other one."""
    form(SecondPress)
    me, seen = g.viewer.person, g.viewer.committee
    asked_for = asked(Leaving).committee or (seen and seen.committee)
    here = CommitteeId(asked_for) if asked_for else None
    if here is None or services().governance.standing_of(here, me) is None:
        return _left("You have left the committee already.")
    services().governance.leave_committee(
        act(),
        here,
        me,
        proposals=services().decisions.open_with(here, me, g.clock.now),
        tasks=services().tasks.open_with(here, me),
    )
    return _left("You have left the committee. Thank you for all you did.")


@pages.get("/chair/lay-down")
def stepping_down() -> str:
    committee()
    text = ["Then somebody else has to run the meeting."]
    action, back = url_for(".lay_down_chair"), url_for(".index")
    sure = Sure("Stop running the meeting?", text, "cannot", "Yes, I stop", action, back)
    return render_template("sure.html", sure=sure)


@pages.post("/chair/lay-down")
@once
def lay_down_chair() -> Response:
    form(SecondPress)
    services().governance.lay_down_role(act(), committee(), CHAIR, g.viewer.person)
    flash("You do not run the meeting any more.")
    return redirect(url_for(".index"), code=303)


@pages.post("/<uuid:who>/chair")
def give_chair(who: UUID) -> Response:
    """Two people may run the meetings for a while: then one gives the role up."""
    here = committee()
    services().governance.give_role(act(), here, CHAIR, "chair", PersonId(who))
    flash("They run the meeting now.")
    return redirect(url_for(".index"), code=303)


def _left(sentence: str) -> Response:
    flash(sentence)
    return redirect(url_for("pages.help"), code=303)


def _must_run_all(guest: Person, who: PersonId) -> None:
    """A link opens every committee on which somebody sits, so none is made over the others."""
    for seen in services().directory.committees_of(who):
        if not may_run(seen.committee, g.viewer.person):
            raise NotEligible(ELSEWHERE_TOO.format(name=guest.name))


def _member(here: CommitteeId, who: PersonId) -> Person:
    if who not in {member.person for member in services().directory.members(here)}:
        raise NotEligible("This person is not on this committee.")
    return person(who)
