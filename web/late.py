"""What whoever runs the meeting may still do for a vote: let somebody join it, break a tie."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.ids import OptionId, PersonId, ProposalId
from domain.voting.answers import Answer, Choice, Ranking
from web.asking import act
from web.citing import NO_REASON, Citing
from web.forms import Maybe, Mend, form, mend, missing
from web.once import once
from web.proposals import find, pages
from web.seen.joining import join_page
from web.seen.late import tie_page
from web.services import services


class Joining(Citing):
    """Somebody who may vote after all, and the decision that lets them."""

    person: Maybe[UUID] = None

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing(
            (self.person, "person", "Pick who may vote."),
            (self.decision, "decision", NO_REASON),
        )


class Breaking(BaseModel):
    """One press: which of those that came out the same."""

    answer: Choice | UUID

    @property
    def said(self) -> Answer:
        """As it is counted: one option stands before all others."""
        if isinstance(self.answer, UUID):
            return Ranking(places=((OptionId(self.answer),),))
        return self.answer


@pages.get("/<uuid:proposal>/voters")
def joining(proposal: UUID) -> str:
    page = join_page(find(proposal))
    return render_template("add_voter.html", join=page, said=Joining(), wrong={})


@pages.post("/<uuid:proposal>/voters")
@once
def add_voter(proposal: UUID) -> Response | Mend:
    """Let somebody vote who was left out, because we decided so."""
    said = form(Joining)
    if said.wrong or said.person is None:
        return mend("add_voter.html", said.wrong, join=join_page(find(proposal)), said=said)
    services().governance.add_voter(
        act(), ProposalId(proposal), PersonId(said.person), authority=said.decision
    )
    flash("They can vote now.")
    return redirect(url_for(".show", proposal=proposal), code=303)


@pages.get("/<uuid:proposal>/tie")
def tie(proposal: UUID) -> str:
    return render_template("break_tie.html", tie=tie_page(find(proposal)))


@pages.post("/<uuid:proposal>/tie")
@once
def break_tie(proposal: UUID) -> Response:
    """The word of whoever runs the meeting. With it we have decided."""
    services().governance.give_casting_vote(act(), ProposalId(proposal), form(Breaking).said)
    return redirect(url_for(".show", proposal=proposal), code=303)
