"""Votes on paper: two people read each slip, and whoever's vote it is may say that it is wrong."""

from uuid import UUID, uuid4

from flask import flash, g, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.errors import NotFound
from domain.ids import PersonId, ProposalId, SlipId
from domain.voting.answers import Answer
from projections.seen import BallotSeen, ProposalSeen, Stage
from web.asking import act
from web.ballots import Unfinished, answer_given, pressed
from web.forms import Maybe, Mend, SecondPress, Sure, form, mend, missing
from web.once import once
from web.proposals import find, pages
from web.seen.paper import paper_page, slip_of, slip_page
from web.seen.papers import said_in_words
from web.services import services


class Reading(BaseModel):
    """Whose vote somebody reads on a slip."""

    voter: Maybe[UUID] = None


@pages.get("/<uuid:proposal>/paper")
def paper(proposal: UUID) -> str:
    """All slips of one vote, and how far each has come."""
    return render_template("paper.html", paper=paper_page(find(proposal), SlipId(uuid4())))


@pages.get("/<uuid:proposal>/paper/slips")
def slips(proposal: UUID) -> str:
    """Slips to print and hand out."""
    page = paper_page(find(proposal), SlipId(uuid4()))
    return render_template("slips.html", paper=page)


@pages.get("/<uuid:proposal>/paper/<uuid:slip>")
def slip(proposal: UUID, slip: UUID) -> str:
    """What one person reads on a slip; nobody is shown here what another has read."""
    return render_template("slip.html", slip=slip_page(find(proposal), SlipId(slip)), wrong={})


@pages.post("/<uuid:proposal>/paper/<uuid:slip>")
def read_paper_ballot(proposal: UUID, slip: UUID) -> Response | Mend:
    """The same reading twice is one; another word takes the place of the first."""
    said, idea, name = form(Reading), find(proposal), SlipId(slip)
    answer, trouble = _read_on(idea)
    wrong = missing(
        (said.voter, "voter", "Pick whose vote it is."),
        (answer, "answer", trouble),
    )
    if said.voter is None or answer is None or wrong:
        typed = slip_page(idea, name, voter=str(said.voter or ""), answer=answer)
        return mend("slip.html", wrong, slip=typed)
    services().governance.read_paper_ballot(
        act(), idea.proposal, name, answer, PersonId(said.voter)
    )
    read = slip_of(find(proposal), name)
    if read.state != "differs":  # then the page itself shows both, as something to mend
        flash(read.now_says)
    return redirect(url_for(".paper", proposal=proposal), code=303)


# ---- The voter's own word on it


@pages.post("/<uuid:proposal>/paper/right")
@once
def confirm_paper_ballot(proposal: UUID) -> Response:
    """The voter has read their slip as well: so they are one who says what it says."""
    idea = find(proposal)
    mine, slip = _on_paper(idea)
    services().governance.read_paper_ballot(
        act(), idea.proposal, slip, mine.answer, g.viewer.person
    )
    flash("Thank you. Your vote counts.")
    return redirect(url_for("now.show"), code=303)


@pages.get("/<uuid:proposal>/paper/wrong")
def disputing(proposal: UUID) -> str:
    idea = find(proposal)
    said = said_in_words(_on_paper(idea)[0].answer, idea.options)
    after = (
        ["We take this vote back. Then you can vote again."]
        if idea.stage is Stage.OPEN
        else ["The vote is over. The count stays as it is."]
    )
    sure = Sure(
        title="Is this not what you said?",
        text=[idea.title, f"We read on paper: {said}.", *after, "All of us can read this."],
        picture="problem",
        yes="This is not what I said",
        action=url_for(".dispute_paper_ballot", proposal=proposal),
        back=url_for(".show", proposal=proposal),
    )
    return render_template("sure.html", sure=sure)


@pages.post("/<uuid:proposal>/paper/wrong")
@once
def dispute_paper_ballot(proposal: UUID) -> Response:
    form(SecondPress)
    services().governance.dispute_paper_ballot(act(), ProposalId(proposal))
    is_open = find(proposal).stage is Stage.OPEN
    flash("We wrote that down. Now you can vote." if is_open else "We wrote that down.")
    return redirect(url_for(".show", proposal=proposal), code=303)


def _on_paper(idea: ProposalSeen) -> tuple[BallotSeen, SlipId]:
    mine = idea.ballot_of(g.viewer.person)
    if mine is None or mine.slip is None:
        raise NotFound("There is no vote on paper for you here. So there is nothing to mend.")
    return mine, mine.slip


def _read_on(idea: ProposalSeen) -> tuple[Answer | None, str]:
    """What a slip says; nothing where that is no vote, and then why."""
    try:
        return pressed() or answer_given(idea), ""
    except Unfinished as problem:
        return None, "Pick what the slip says." if problem.is_empty else str(problem)
