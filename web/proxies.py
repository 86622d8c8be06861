"""Asking somebody to vote for one, and voting for who asked, where the rule lets people ask."""

from typing import Literal
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.ids import PersonId, ProposalId
from domain.voting.answers import Answer
from projections.seen import ProposalSeen
from web.asking import act
from web.ballots import Unfinished, answer_given, pressed
from web.forms import Mend, form, mend
from web.once import once
from web.proposals import find, pages
from web.seen.proxies import asking_page, for_page
from web.services import services


class Asked(BaseModel):
    """Whom somebody asks to vote for them."""

    to: UUID


@pages.get("/<uuid:proposal>/asking")
def asking_another(proposal: UUID) -> str:
    return render_template("ask_vote.html", asking=asking_page(find(proposal)))


@pages.post("/<uuid:proposal>/asking")
@once
def give_proxy(proposal: UUID) -> Response:
    """The vote stays one's own: whoever asked can vote themselves at any time."""
    services().governance.give_proxy(act(), ProposalId(proposal), PersonId(form(Asked).to))
    flash("We wrote down whom you asked.")
    return _back(proposal)


@pages.post("/<uuid:proposal>/asking/back")
@once
def withdraw_proxy(proposal: UUID) -> Response:
    services().governance.withdraw_proxy(act(), ProposalId(proposal))
    flash("You vote for yourself again.")
    return _back(proposal)


@pages.get("/<uuid:proposal>/for/<uuid:voter>")
def voting_for(proposal: UUID, voter: UUID) -> str:
    page = for_page(find(proposal), PersonId(voter))
    return render_template("vote_for.html", vote=page, wrong={})


@pages.post("/<uuid:proposal>/for/<uuid:voter>")
def vote_for(proposal: UUID, voter: UUID) -> Response | Mend:
    """The vote of whoever asked, given by whom they asked."""
    idea, who = find(proposal), PersonId(voter)
    answer, trouble = _given(idea)
    if answer is None:
        return mend("vote_for.html", {"answer": trouble}, vote=for_page(idea, who))
    services().governance.cast_ballot(act(), idea.proposal, answer, who)
    flash("We wrote down the vote.")
    return _back(proposal)


def _given(idea: ProposalSeen) -> tuple[Answer, Literal[""]] | tuple[None, str]:
    try:
        return pressed() or answer_given(idea), ""
    except Unfinished as problem:
        return None, "Pick an answer." if problem.is_empty else str(problem)


def _back(proposal: UUID) -> Response:
    return redirect(url_for(".show", proposal=proposal), code=303)
