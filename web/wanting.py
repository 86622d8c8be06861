"""What people want, said before there is a vote: for oneself, or aloud and written down."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.ids import OptionId, PersonId, ProposalId
from domain.kinds import Position
from projections.seen import ProposalSeen
from web.asking import act
from web.forms import Maybe, Mend, form, mend
from web.hands_up import where_we_meet
from web.once import once
from web.proposals import find, pages
from web.seen.wants import SAYS, wants
from web.seen.wants_aloud import aloud_page
from web.services import services

PICK = "Pick one of these."
WHO = "Pick who said it."


class Want(BaseModel):
    """One press: an answer of the page, or the id of one of the answers to the question."""

    answer: str = ""

    @property
    def said(self) -> tuple[Position, OptionId | None] | None:
        """What is wanted; none where it is nothing that can be."""
        if self.answer in SAYS:
            return SAYS[self.answer], None
        try:
            return Position.FOR, OptionId(UUID(self.answer))
        except ValueError:
            return None


class Aloud(Want):
    """What somebody said aloud, and who."""

    person: Maybe[UUID] = None

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be written down."""
        found = {"person": WHO} if self.person is None else {}
        return found | ({} if self.said else {"answer": PICK})


@pages.get("/<uuid:proposal>/wants")
def wanting(proposal: UUID) -> str:
    return render_template("wants.html", wants=wants(find(proposal)), wrong={})


@pages.post("/<uuid:proposal>/wants")
def voice_position(proposal: UUID) -> Response | Mend:
    """Said again, the last word holds. The same press twice is the same word."""
    idea, said = find(proposal), form(Want).said
    if said is None:
        return mend("wants.html", {"answer": PICK}, wants=wants(idea))
    services().governance.voice_position(act(), idea.proposal, *said)
    flash("We wrote down what you want. This is not a vote.")
    return redirect(url_for(".show", proposal=proposal), code=303)


@pages.get("/<uuid:proposal>/wants/aloud")
def aloud(proposal: UUID) -> str:
    return render_template("wants_aloud.html", aloud=aloud_page(find(proposal)), wrong={})


@pages.post("/<uuid:proposal>/wants/aloud")
@once
def note_position(proposal: UUID) -> Response | Mend:
    """Whoever runs the meeting writes down what somebody says; in the meeting that goes on now."""
    idea, said = find(proposal), form(Aloud)
    if said.said is None or said.person is None:
        page = aloud_page(idea, str(said.person or ""), said.answer)
        return mend("wants_aloud.html", said.wrong, aloud=page)
    who = PersonId(said.person)
    _note(idea, who, said.said)
    flash(f"We wrote down what {services().naming.name(who)} wants.")
    return redirect(url_for(".wanting", proposal=proposal), code=303)


def _note(idea: ProposalSeen, who: PersonId, said: tuple[Position, OptionId | None]) -> None:
    press, proposal = where_we_meet(idea.committee), ProposalId(idea.proposal)
    services().governance.voice_position(press, proposal, *said, person=who)
