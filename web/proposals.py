"""Ideas and votes: have one, vote with one press, see what came of it."""

from typing import Literal
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.errors import NotFound
from domain.ids import CommitteeId, ProposalId
from domain.kinds import Domain
from domain.voting.nearest import nearest
from domain.voting.rule import Method
from projections.seen import ProposalSeen
from web.asking import act, belong, committee
from web.ballots import Unfinished, answer_given, pressed
from web.forms import Mend, SecondPress, Sure, asked, form, mend
from web.idea_form import Cause, Idea
from web.money import parse
from web.once import once
from web.seen.abouts import ABOUT
from web.seen.as_given import given
from web.seen.beside import beside
from web.seen.holding import holding
from web.seen.ideas import vote_page
from web.seen.papers import said_in_words
from web.seen.plans import Pick
from web.seen.results import result_page
from web.seen.wants import wants
from web.services import services

pages = Blueprint("proposals", __name__, url_prefix="/ideas")

ABOUTS = [Pick(domain.value, *shown) for domain, shown in ABOUT.items()]


class Looking(BaseModel):
    """Whether a vote that counts already is to be changed."""

    change: Literal["", "1"] = ""


# ---- An idea


@pages.route("/new", methods=["GET", "POST"])
def new() -> str:
    committee()
    said = form(Idea)
    cause = said.because_of or asked(Cause).because_of
    return _idea(said.model_copy(update={"because_of": cause}), "write")


@pages.post("/check")
def check() -> str | Mend:
    committee()
    idea = form(Idea)
    return _mended(idea) if idea.wrong else _idea(idea, "check")


@pages.post("/")
@once
def make() -> Response | Mend:
    here, idea = committee(), form(Idea)
    if idea.wrong:
        return _mended(idea)
    made = services().governance.make_proposal(
        act(),
        here,
        idea.title,
        text=idea.text,
        options=[*idea.answers, *leaving(here, idea)],
        domain=idea.about or Domain.NOT_STATED,
        amount=parse(idea.cost),
        because_of=[idea.because_of] if idea.because_of else [],
    )
    return redirect(url_for(".made", proposal=made), code=303)


@pages.get("/<uuid:proposal>/made")
def made(proposal: UUID) -> str:
    idea = find(proposal)
    return _idea(Idea(title=idea.title, proposal=str(proposal)), "sent")


@pages.post("/<uuid:proposal>/withdraw")
@once
def withdraw(proposal: UUID) -> Response:
    services().governance.withdraw_proposal(act(), ProposalId(proposal))
    return redirect(url_for(".show", proposal=proposal), code=303)


LEAVE = "We leave it as it is"


def leaving(here: CommitteeId, idea: Idea) -> list[str]:
    """The answer that a rule puts beside all others by which an idea must be better than that."""
    rules, about = services().mandates.rules_in_force(here), idea.about or Domain.NOT_STATED
    found = nearest(rules, about, None, len(idea.answers)) if idea.answers else None
    return [LEAVE] if found and found.terms.method is Method.DEBIAN else []


def _idea(idea: Idea, state: str) -> str:
    shown = idea.model_copy(update={"state": state})
    return render_template("idea.html", idea=shown, abouts=ABOUTS, wrong={})


def _mended(idea: Idea) -> Mend:
    return mend("idea.html", idea.wrong, idea=idea, abouts=ABOUTS)


# ---- The vote on it


@pages.get("/<uuid:proposal>")
def show(proposal: UUID) -> str:
    idea = find(proposal)
    if idea.decision:
        shown = {
            "result": result_page(idea, idea.decision),
            "holding": holding(idea, idea.decision),
        }
        return render_template("result.html", **shown)
    said = asked(Looking)
    seen = vote_page(idea, changing=said.change == "1")
    about = {"given": given(idea), "beside": beside(idea), "wants": wants(idea)}
    return render_template("vote.html", vote=seen, **about, wrong={})


@pages.post("/<uuid:proposal>/ballots")
def cast_ballot(proposal: UUID) -> Response | Mend:
    try:
        answer = pressed() or answer_given(find(proposal))
    except Unfinished as paper:
        idea = find(proposal)
        page = vote_page(idea, changing=True)
        return mend("vote.html", paper.wrong, vote=page, given=given(idea))
    services().governance.cast_ballot(act(), ProposalId(proposal), answer)
    return redirect(url_for(".show", proposal=proposal), code=303)


@pages.get("/<uuid:proposal>/ballots/withdraw")
def taking_back(proposal: UUID) -> str:
    idea = find(proposal)
    mine = idea.ballot_of(g.viewer.person)
    said = f"You said {said_in_words(mine.answer, idea.options)}." if mine else "You have no vote."
    sure = Sure(
        title="Take your vote back?",
        text=[idea.title, said, "Then you have no vote here. You can vote again."],
        picture="take-back",
        yes="Yes, take my vote back",
        action=url_for(".withdraw_ballot", proposal=proposal),
        back=url_for(".show", proposal=proposal),
    )
    return render_template("sure.html", sure=sure)


@pages.post("/<uuid:proposal>/ballots/withdraw")
def withdraw_ballot(proposal: UUID) -> Response:
    """A vote that is taken back is none; the record keeps that there was one."""
    form(SecondPress)
    flash("We took your vote back.")
    services().governance.withdraw_ballot(act(), ProposalId(proposal))
    return redirect(url_for(".show", proposal=proposal), code=303)


def find(proposal: UUID) -> ProposalSeen:
    """The idea, for somebody who sits on its committee."""
    idea = services().decisions.proposal(ProposalId(proposal), g.clock.now)
    if idea is None:
        raise NotFound("There is no such idea.")
    belong(idea.committee)
    return idea
