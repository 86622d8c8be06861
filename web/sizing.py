"""How big a question is, and what it is about: said by the committee before it decides."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.ids import ProposalId
from domain.kinds import Domain, Stake
from web.asking import act
from web.forms import Maybe, Mend, form, mend, missing
from web.once import once
from web.proposals import ABOUTS, find, pages
from web.seen.sizes import SIZES
from web.services import services


class Sized(BaseModel):
    """How big it is. What is not said of what it is about stays as it is."""

    size: Maybe[Stake] = None
    about: Maybe[Domain] = None

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing((self.size, "size", "Pick one."))


@pages.get("/<uuid:proposal>/size")
def sizing(proposal: UUID) -> str:
    idea = find(proposal)
    return render_template(
        "size.html", wrong={}, **_page(idea.title, proposal, idea.stake, idea.about)
    )


@pages.post("/<uuid:proposal>/size")
@once
def judge_stake(proposal: UUID) -> Response | Mend:
    """It can be said again, until the vote opens."""
    idea, said = find(proposal), form(Sized)
    if said.size is None:
        return mend("size.html", said.wrong, **_page(idea.title, proposal, None, said.about))
    services().governance.judge_stake(
        act(), ProposalId(proposal), said.size, said.about or Domain.NOT_STATED
    )
    flash("We wrote down how big it is.")
    return redirect(url_for(".show", proposal=proposal), code=303)


def _page(
    title: str, proposal: UUID, size: Stake | None, about: Domain | None
) -> dict[str, object]:
    said = {"size": str(size.value) if size else "", "about": about or ""}
    shown = {"proposal": str(proposal), "question": title, "sizes": SIZES, "abouts": ABOUTS}
    return {**shown, "said": said}
