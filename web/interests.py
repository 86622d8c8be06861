"""Who has something of their own to gain or lose by an idea: they say so, or stay out of it."""

from uuid import UUID

from flask import flash, g, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.ids import ProposalId
from web.asking import act
from web.forms import Mend, SecondPress, Sure, Text, form, mend, missing
from web.once import once
from web.proposals import find, pages
from web.seen.interests import about_me_page, is_last
from web.services import services

NO_WAY_BACK = "Then you do not vote on it. You cannot undo this."
THE_LAST = "All others stay out too. Then we cannot decide it here."


class AboutMe(BaseModel):
    """What somebody could gain or lose by it."""

    words: Text = ""

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing((self.words, "words", "Write what it has to do with you."))


@pages.get("/<uuid:proposal>/about-me")
def about_me(proposal: UUID) -> str:
    page = about_me_page(find(proposal))
    return render_template("about_me.html", about=page, said=AboutMe(), wrong={})


@pages.post("/<uuid:proposal>/about-me")
@once
def declare_interest(proposal: UUID) -> Response | Mend:
    """Tell the others. Staying out of it is another press."""
    said, page = form(AboutMe), about_me_page(find(proposal))
    if said.wrong and page.may_tell:  # where it is too late, that is what is wrong
        return mend("about_me.html", said.wrong, about=page, said=said)
    services().governance.declare_interest(act(), ProposalId(proposal), said.words)
    flash("We wrote it down. Thank you for telling us.")
    return redirect(url_for(".about_me", proposal=proposal), code=303)


@pages.get("/<uuid:proposal>/staying-out")
def staying_out(proposal: UUID) -> str:
    idea = find(proposal)
    text = ["Maybe you gain from it yourself.", NO_WAY_BACK]
    if is_last(idea, g.viewer.person):
        text = [*text, THE_LAST]
    sure = Sure(
        title="Stay out of this one?",
        text=[idea.title, *text],
        picture="cannot",
        yes="Yes, I stay out",
        action=url_for(".recuse", proposal=proposal),
        back=url_for(".show", proposal=proposal),
    )
    return render_template("sure.html", sure=sure)


@pages.post("/<uuid:proposal>/staying-out")
def recuse(proposal: UUID) -> Response:
    form(SecondPress)
    services().governance.recuse(act(), find(proposal).proposal)
    flash("You stay out of this one. Thank you for telling us.")
    return redirect(url_for(".show", proposal=proposal), code=303)
