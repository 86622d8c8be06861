"""After a decision: do we agree, does it still hold, why was it so, who has heard of it."""

from datetime import date
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.errors import NotOpen
from domain.ids import ObjectionId, ProposalId
from domain.kinds import Audience, Format, Review
from domain.sealed import Sealed
from domain.values import EventId
from projections.seen import DecisionSeen, ProposalSeen
from web.asking import act
from web.citing import Citing
from web.forms import (
    Maybe,
    Mend,
    SecondPress,
    Sure,
    Text,
    Words,
    asked,
    form,
    mend,
    missing,
    ticked,
)
from web.once import once
from web.proposals import find
from web.seen.holding import FORMS, FOUND, HEARD, changes, holding
from web.seen.results import HOW, worry_told
from web.services import services

pages = Blueprint("afterwards", __name__, url_prefix="/ideas/<uuid:proposal>")

NOT_DECIDED = "This is not decided yet."
A_LATER_DAY = "Pick a day that comes later."


class Looked(BaseModel):
    """What was found when people looked at it again."""

    finding: Maybe[Review] = None
    saw: Text = ""
    review_on: Maybe[date] = None

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing(
            (self.finding, "finding", "Say what you found."),
            (self.saw, "saw", "Write it in your own words."),
            (_comes_later(self.review_on), "review_on", A_LATER_DAY),
        )


class Changed(Citing):
    """Why a decision is to change, and what we want instead."""

    why: Text = ""
    title: Words = ""

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing(
            (self.why, "why", "Write what is new. Why must it change?"),
            (self.decision or self.title, "title", "Write what we do instead."),
        )


class Reason(BaseModel):
    """Why it was decided so, in the words of all of us."""

    words: Text = ""
    review_on: Maybe[date] = None

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing(
            (self.words, "words", "Write why."),
            (_comes_later(self.review_on), "review_on", A_LATER_DAY),
        )


class Told(BaseModel):
    """Who heard of it, and how."""

    to: Audience = Audience.COMMITTEE
    how: Format = Format.NOT_STATED


# ---- Do we agree to what could not wait?


@pages.get("/agree")
def agreeing(proposal: UUID) -> str:
    return render_template("agree_later.html", **_shown(proposal))


@pages.post("/agree")
@once
def ask(proposal: UUID) -> Response:
    """Put it to all of us, by a vote that begins at once. Its answer is the answer."""
    idea, decision = _decided(proposal)
    with services().governance.batch(at_once=True):
        made = services().governance.make_proposal(
            act(),
            idea.committee,
            f"Do we agree to this? {idea.title}"[:200],
            text=decision.reason or "",
            stake=idea.stake,
            domain=idea.about,
            amount=idea.amount,
            ratifies=decision.event,
        )
        services().governance.open_voting(act(), made)
    flash("Now all of us can say yes or no.")
    return redirect(url_for("proposals.show", proposal=made), code=303)


@pages.get("/agree/no")
def refusing(proposal: UUID) -> str:
    idea, _ = _decided(proposal)
    sure = Sure(
        title="Do we all say no?",
        text=[idea.title, "Talk about it first.", "Then it counts no more. You cannot undo this."],
        picture="no",
        yes="Yes, we all say no",
        action=url_for(".refuse", proposal=proposal),
        back=url_for(".agreeing", proposal=proposal),
    )
    return render_template("sure.html", sure=sure)


@pages.post("/agree/no")
def refuse(proposal: UUID) -> Response:
    form(SecondPress)
    services().governance.refuse_ratification(act(), ProposalId(proposal))
    return _there(proposal, "We do not agree. So it is over.")


# ---- Looking at it again


@pages.get("/look-again")
def looking(proposal: UUID) -> str:
    return render_template("look_again.html", **_looking(proposal, asked(Looked), []), wrong={})


@pages.post("/look-again")
@once
def look(proposal: UUID) -> Response | Mend:
    """What we found; if it must change or end, that is decided next, by all of us."""
    said, came = form(Looked), ticked("came")
    if said.wrong:
        return mend("look_again.html", said.wrong, **_looking(proposal, said, came))
    services().governance.review_decision(
        act(Sealed.of(said.saw)),
        ProposalId(proposal),
        said.finding or Review.NOT_STATED,
        come_true=[ObjectionId(one) for one in came],
        review_on=said.review_on,
    )
    flash("We wrote down what you found.")
    if said.finding is Review.KEEP:
        return redirect(url_for("proposals.show", proposal=proposal), code=303)
    return redirect(url_for(".changing", proposal=proposal), code=303)


# ---- Changing it


@pages.get("/change")
def changing(proposal: UUID) -> str:
    return render_template("change.html", **_changing(proposal, asked(Changed)), wrong={})


@pages.post("/change")
@once
def change(proposal: UUID) -> Response | Mend:
    """All of us decide it, or have done so already: then it is over from now on."""
    said = form(Changed)
    if said.wrong:
        return mend("change.html", said.wrong, **_changing(proposal, said))
    if said.decision:
        services().governance.reverse_decision(
            act(Sealed.of(said.why)), ProposalId(proposal), authority=EventId(said.decision)
        )
        return _there(proposal, "This is over now. We wrote down why.")
    idea, decision = _decided(proposal)
    made = services().governance.make_proposal(
        act(),
        idea.committee,
        said.title,
        text=said.why,
        stake=idea.stake,
        domain=idea.about,
        replaces=decision.event,
    )
    flash("Now it is an idea. All of us decide it.")
    return redirect(url_for("proposals.show", proposal=made), code=303)


# ---- Why, is it right, and who has heard of it


@pages.get("/reason")
def reasoning(proposal: UUID) -> str:
    return render_template("reason.html", **_shown(proposal), said=asked(Reason), wrong={})


@pages.post("/reason")
@once
def give_reason(proposal: UUID) -> Response | Mend:
    said = form(Reason)
    if said.wrong:
        return mend("reason.html", said.wrong, **_shown(proposal), said=said)
    services().governance.give_reason(act(), ProposalId(proposal), said.words, said.review_on)
    return _there(proposal, "We wrote down why.")


@pages.post("/right")
def confirm(proposal: UUID) -> Response:
    services().governance.confirm_decision(act(), ProposalId(proposal))
    return _there(proposal, "You said: this is what we decided.")


@pages.get("/told")
def telling(proposal: UUID) -> str:
    return render_template("told.html", **_shown(proposal), heard=HEARD, forms=FORMS)


@pages.post("/told")
def tell(proposal: UUID) -> Response:
    said = form(Told)
    services().governance.tell_outcome(act(), ProposalId(proposal), said.to, said.how)
    return _there(proposal, "We wrote down who heard of it.")


def _comes_later(day: date | None) -> bool:
    return day is None or day > g.clock.today


def _decided(proposal: UUID) -> tuple[ProposalSeen, DecisionSeen]:
    idea = find(proposal)
    if idea.decision is None:
        raise NotOpen(NOT_DECIDED)
    return idea, idea.decision


def _shown(proposal: UUID) -> dict[str, Any]:
    idea, decision = _decided(proposal)
    return {
        "proposal": str(proposal),
        "question": idea.title,
        "how": HOW.get(decision.route, ""),
        "reason": decision.reason or "",
        "on": g.clock.tell(decision.decided_at, to_the_day=decision.to_the_day),
        "holding": holding(idea, decision),
    }


def _looking(proposal: UUID, said: Looked, came: list[UUID]) -> dict[str, Any]:
    idea, _ = _decided(proposal)
    worries = [worry_told(one) for one in idea.objections]
    ticks = [
        {"value": one.id, "words": one.words or "A worry", "picture": "worry"} for one in worries
    ]
    known = {"found": FOUND, "worries": ticks, "came": [str(one) for one in came]}
    return {**_shown(proposal), **known, "said": said}


def _changing(proposal: UUID, said: Changed) -> dict[str, Any]:
    idea, _ = _decided(proposal)
    return {**_shown(proposal), "said": said, "ways": changes(idea)}


def _there(proposal: UUID, sentence: str) -> Response:
    flash(sentence)
    return redirect(url_for("proposals.show", proposal=proposal), code=303)
