"""One person of us, and what is done for them; also when they stop, or were sent away."""

from uuid import UUID

from flask import flash, g, redirect, render_template, url_for
from werkzeug.wrappers import Response

from domain.errors import NotFound
from domain.ids import CommitteeId, PersonId, ProposalId, TaskId
from web.asking import act, committee
from web.citing import OnlyCiting
from web.forms import Mend, SecondPress, asked, form, mend
from web.people import pages
from web.seen.people import Person, person
from web.seen.plans import citable
from web.seen.seats import is_chair, seated
from web.services import services


@pages.get("/<uuid:who>")
def show(who: UUID) -> str:
    """What whoever runs the meeting can do for somebody."""
    here = committee()
    guest = seated(here, who)
    if guest is None:
        raise NotFound("This person is not on this committee.")
    may_chair = is_chair(here, g.viewer.person)
    return render_template("person.html", person=guest, may_chair=may_chair)


@pages.get("/<uuid:who>/going")
def going(who: UUID) -> str:
    here = committee()
    context = {"person": _other(here, who), "citable": citable(here), "said": asked(OnlyCiting)}
    return render_template("going.html", **context, wrong={})


@pages.post("/<uuid:who>/left")
def note_leaving(who: UUID) -> Response:
    """They said themselves that they stop, and whoever runs the meeting writes it down."""
    form(SecondPress)
    here = committee()
    guest, (proposals, tasks) = _other(here, who), _open_with(here, who)
    services().governance.leave_committee(
        act(), here, PersonId(who), proposals=proposals, tasks=tasks
    )
    return _gone(f"{guest.name} has left the committee.")


@pages.post("/<uuid:who>/removed")
def remove(who: UUID) -> Response | Mend:
    """The committee decided that somebody does not sit on it any more."""
    here, said = committee(), form(OnlyCiting)
    guest, (proposals, tasks) = _other(here, who), _open_with(here, who)
    if said.wrong:
        return mend("going.html", said.wrong, person=guest, citable=citable(here), said=said)
    services().governance.remove_person(
        act(), here, PersonId(who), proposals=proposals, tasks=tasks, authority=said.decision
    )
    return _gone(f"{guest.name} is not on the committee any more.")


def _other(here: CommitteeId, who: UUID) -> Person:
    """Somebody who sits here."""
    if who not in {member.person for member in services().directory.members(here)}:
        raise NotFound("This person is not on this committee.")
    return person(PersonId(who))


def _open_with(here: CommitteeId, who: UUID) -> tuple[list[ProposalId], list[TaskId]]:
    """The open votes and the jobs that are not theirs any more."""
    one = PersonId(who)
    votes = services().decisions.open_with(here, one, g.clock.now)
    return votes, services().tasks.open_with(here, one)


def _gone(sentence: str) -> Response:
    flash(sentence)
    return redirect(url_for(".index"), code=303)
