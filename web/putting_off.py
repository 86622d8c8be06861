"""An idea that is not voted on, and why: later, not at all, or others are asked first."""

from datetime import date
from typing import Any, Literal
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.errors import NotFound
from domain.ids import CommitteeId, ProposalId
from domain.sealed import Sealed
from web.asking import act, committee
from web.forms import Maybe, Mend, Text, asked, form, mend, missing
from web.once import once
from web.proposals import find
from web.seen.deciding import above
from web.seen.ideas import begins
from web.seen.plans import Pick
from web.seen.putting_off import AskedOf, asked_of
from web.services import services

pages = Blueprint("putting_off", __name__)

WHAT = [
    Pick("later", "Later", "wait", "We come back to it."),
    Pick("never", "Not at all", "stop", "It does not come on our list."),
]


class NotNow(BaseModel):
    """What becomes of an idea that is not voted on now, and why."""

    what: Maybe[Literal["later", "never"]] = None
    why: Text = ""
    until: Maybe[date] = None

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing(
            (self.what, "what", "Say what we do with it."),
            (self.why, "why", "Write why. Whose idea it is will ask."),
            (self.until is None or self.until >= g.clock.today, "until", "Pick a day that comes."),
        )


class Asking(BaseModel):
    """Until when others are asked."""

    answer_by: Maybe[date] = None

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        later = self.answer_by is None or self.answer_by >= g.clock.today
        return missing((later, "answer_by", "Pick a day that comes."))


class Answer(BaseModel):
    """What those say who were asked."""

    words: Text = ""

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing((self.words, "words", "Write what you answer."))


# ---- Later, or not at all


@pages.get("/ideas/<uuid:proposal>/not-now")
def not_now(proposal: UUID) -> str:
    return render_template("not_now.html", **_putting(proposal, asked(NotNow)), wrong={})


@pages.post("/ideas/<uuid:proposal>/not-now")
@once
def put_off(proposal: UUID) -> Response | Mend:
    said = form(NotNow)
    if said.wrong:
        return mend("not_now.html", said.wrong, **_putting(proposal, said))
    why = act(Sealed.of(said.why))
    if said.what == "never":
        services().governance.decline_proposal(why, ProposalId(proposal))
        flash("It is not on our list. We wrote down why.")
    else:
        planned = begins(find(proposal))
        services().governance.defer_proposal(why, ProposalId(proposal), said.until)
        off = "The vote is off." if planned else "We come back to it."
        flash(f"{off} We wrote down why.")
    return redirect(url_for("proposals.show", proposal=proposal), code=303)


# ---- Others are asked, and answer


@pages.get("/ideas/<uuid:proposal>/ask-others")
def asking(proposal: UUID) -> str:
    return render_template("ask_others.html", **_others(proposal, asked(Asking)), wrong={})


@pages.post("/ideas/<uuid:proposal>/ask-others")
@once
def ask(proposal: UUID) -> Response | Mend:
    said = form(Asking)
    if said.wrong:
        return mend("ask_others.html", said.wrong, **_others(proposal, said))
    others = above(find(proposal).committee)
    if others is None:
        raise NotFound(NOBODY_ABOVE)
    services().governance.refer_proposal(act(), ProposalId(proposal), others, said.answer_by)
    flash("We asked them. Their answer comes here.")
    return redirect(url_for("proposals.show", proposal=proposal), code=303)


@pages.get("/asked/<uuid:asked_about>")
def answering(asked_about: UUID) -> str:
    said = asked(Answer)
    return render_template("asked.html", page=_asked(asked_about), said=said, wrong={})


@pages.post("/asked/<uuid:asked_about>")
@once
def answer(asked_about: UUID) -> Response | Mend:
    """For those who were asked: they sit elsewhere than those whose idea it is."""
    said, page = form(Answer), _asked(asked_about)
    if said.wrong:
        return mend("asked.html", said.wrong, page=page, said=said)
    services().governance.answer_referral(act(), ProposalId(asked_about), said.words)
    flash("We sent your answer.")
    return redirect(url_for("now.show"), code=303)


NOBODY_ABOVE = "There is nobody else to ask. All of us decide here."


def _putting(proposal: UUID, said: NotNow) -> dict[str, Any]:
    idea = find(proposal)
    about = {"proposal": str(proposal), "question": idea.title, "begins": begins(idea)}
    return about | {"said": said, "whats": WHAT}


def _others(proposal: UUID, said: Asking) -> dict[str, Any]:
    idea = find(proposal)
    others: CommitteeId | None = above(idea.committee)
    name = services().naming.name(others) if others else ""
    return {"proposal": str(proposal), "question": idea.title, "said": said, "others": name}


def _asked(proposal: UUID) -> AskedOf:
    found = (one for one in asked_of(committee()) if one.proposal == str(proposal))
    seen = next(found, None)
    if seen is None:
        raise NotFound("Nobody asks you about this now.")
    return seen
