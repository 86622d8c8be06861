"""The door: one-time links, the first person, and signing out."""

from typing import Any, Literal, NoReturn

from flask import Blueprint, abort, current_app, g, redirect, render_template, request, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.act import Act
from domain.ids import CHAIR, CommitteeId, PersonId
from domain.voting.rule import Method
from web.forms import Mend, Words, form, mend, missing
from web.guesses import Guesses
from web.seen.first_rules import USUAL, first_rules
from web.seen.people import Person
from web.services import services
from web.sessions import just_came_in, sign_in, sign_out
from web.signin import Link, SignIn

pages = Blueprint("enter", __name__)

OVER = "This link was used already, or it is too old. Please ask for a new link."
WAIT = "Too many links from here did not work. Please wait a minute."
CHAIR_LABEL = "chair"


class Card(BaseModel):
    """What the page that asked "Are you Asha?" sends back."""

    card: str


class Beginning(Card):
    """What the first person says: their name, and what their committee is called."""

    name: Words = ""
    committee: Words = ""
    rule: Literal[Method.MAJORITY, Method.SUPERMAJORITY, Method.CONSENT, Method.CONSENSUS] = (
        Method.MAJORITY
    )

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before this can be sent."""
        return missing(
            (self.name, "name", "Write your name."),
            (self.committee, "committee", "Write what your committee is called."),
        )


@pages.get("/enter")
def show() -> Response | str:
    return redirect(url_for("now.show"), code=303) if g.viewer else render_template("hello.html")


@pages.get("/enter/<card>")
def ask(card: str) -> str:
    """Looking at a link signs nobody in: a preview of it must not use it up."""
    link = _link(card)
    if link.person is None:
        return render_template("first.html", **_first(card), wrong={})
    name = services().naming.name(link.person)
    return render_template("enter.html", card=card, person=Person(str(link.person), name))


@pages.post("/enter")
def enter() -> Response:
    card = form(Card).card
    if came_in := just_came_in(card):
        return _welcome(came_in, card)
    link = _link(card)
    if link.person is None:
        abort(400)
    _use_up(card)
    answer = _welcome(link.person, card)
    if link.role == CHAIR_LABEL:
        _take_the_chair(link.person)
    return answer


@pages.post("/enter/first")
def begin() -> Response | Mend:
    """The first person becomes known, founds the committee and runs its meetings."""
    said = form(Beginning)
    if said.wrong:
        return mend("first.html", said.wrong, **_first(said.card, said))
    if came_in := just_came_in(said.card):
        return _welcome(came_in, said.card)
    if _link(said.card).person is not None:
        abort(400)
    _use_up(said.card)
    governance, at = services().governance, g.clock.now
    person = governance.register_person(Act.of_program(at), said.name)
    act = Act.now(person, at)
    committee = governance.found_committee(act, said.committee, USUAL[said.rule])
    governance.seat_person(act, committee, person)
    governance.give_role(act, committee, CHAIR, CHAIR_LABEL, person)
    return _welcome(person, said.card)


@pages.post("/leave")
def leave() -> Response:
    sign_out()
    return redirect(url_for("enter.left"), code=303)


@pages.post("/leave/everywhere")
def leave_everywhere() -> Response:
    """Sign out here and on every other screen, such as one that was lost."""
    _links().end_all(g.viewer.person)
    sign_out()
    return redirect(url_for("enter.left"), code=303)


@pages.get("/left")
def left() -> str:
    return render_template("left.html")


def _first(card: str, said: Beginning | None = None) -> dict[str, Any]:
    return {"card": card, "said": said, "rules": first_rules()}


def _take_the_chair(person: PersonId) -> None:
    """For a committee in which nobody runs the meetings yet."""
    act = Act.now(person, g.clock.now)
    for seen in services().directory.committees_of(person):
        committee = CommitteeId(seen.committee)
        if not any(member.is_chair for member in services().directory.members(committee)):
            services().governance.give_role(act, committee, CHAIR, CHAIR_LABEL, person)


def _welcome(person: PersonId, card: str) -> Response:
    sign_in(person, card)
    return redirect(url_for("now.show"), code=303)


def _link(card: str) -> Link:
    """What this link is good for."""
    return _links().link(card, g.clock.now) or _wrong(card)


def _use_up(card: str) -> Link:
    """Of two who press at once, only one gets past here."""
    return _links().use_link(card, g.clock.now) or _over()


def _links() -> SignIn:
    links: SignIn = current_app.extensions["sign_in"]
    return links


def _wrong(card: str) -> Link:
    """A link that is over; or that never was, which may be a guess."""
    guesses: Guesses = current_app.extensions["guesses"]
    now, address = g.clock.now.timestamp(), request.remote_addr or ""
    if not _links().was_made(card) and guesses.is_one_too_many(address, now):
        abort(429, WAIT)
    _over()


def _over() -> NoReturn:
    abort(410, OVER)
