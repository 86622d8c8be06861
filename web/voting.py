"""Opening and closing a vote, by whoever runs the meeting; and worries."""

from dataclasses import replace
from typing import Annotated, Literal
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from pydantic import AwareDatetime, BaseModel, BeforeValidator
from werkzeug.wrappers import Response

from domain.act import Act
from domain.errors import NotOpen
from domain.ids import CommitteeId, MeetingId, ObjectionId, ProposalId
from domain.kinds import ObjectionGround, Resolution
from domain.sealed import Sealed
from projections.meetings_seen import Phase
from web.asking import act
from web.forms import Maybe, Mend, Text, asked, form, mend, missing
from web.once import once
from web.proposals import find, pages
from web.seen.closing import closing_page
from web.seen.opening import opening_page
from web.seen.worries import worries_page
from web.services import services

BY_HAND = "by hand"


def _no_end(given: object) -> object:
    return None if given == BY_HAND else given


class Opening(BaseModel):
    """When the vote ends; without a time, when it is closed by hand. When it begins, if not now."""

    closes: Annotated[AwareDatetime | None, BeforeValidator(_no_end)]
    opens: Maybe[AwareDatetime] = None


class Longer(BaseModel):
    """The later end of a vote."""

    closes: AwareDatetime


class Closing(BaseModel):
    """The meeting in which the vote is closed, if it is in one."""

    meeting: Maybe[UUID] = None


class Worry(BaseModel):
    """What somebody worries about."""

    ground: ObjectionGround = ObjectionGround.NOT_STATED
    words: Text = ""
    name: Literal["", "shown", "hidden"] = ""

    @property
    def named(self) -> bool | None:
        """Whether their name shall stand there; left open, it stays as it is."""
        return None if self.name == "" else self.name == "shown"


class Said(BaseModel):
    """What is said to a worry."""

    words: Text = ""


class Ending(BaseModel):
    """How a worry ends."""

    how: Literal[
        Resolution.INTEGRATED, Resolution.EXPLAINED, Resolution.WITHDRAWN, Resolution.OVERRULED
    ]
    words: Text = ""

    def wrong_with(self, worry: UUID) -> dict[str, str]:
        """Nobody goes on past a worry without a word."""
        why = self.words if self.how is Resolution.OVERRULED else "…"
        return missing((why, f"why-{worry}", "Write why we go on. All of us will read it."))


# ---- Opening and closing


@pages.get("/<uuid:proposal>/opening")
def opening(proposal: UUID) -> str:
    return render_template("open_vote.html", opening=opening_page(find(proposal)), wrong={})


@pages.post("/<uuid:proposal>/opening")
@once
def open_voting(proposal: UUID) -> Response:
    when = form(Opening)
    services().governance.open_voting(
        act(), ProposalId(proposal), closes_at=when.closes, opens_at=when.opens
    )
    flash("The vote begins by itself." if when.opens else "The vote is open.")
    return _back(proposal)


@pages.get("/<uuid:proposal>/closing")
def closing(proposal: UUID) -> str:
    page = closing_page(find(proposal))
    return render_template("close_vote.html", closing=page, meeting=asked(Closing).meeting)


@pages.post("/<uuid:proposal>/closing")
@once
def close_voting(proposal: UUID) -> Response:
    meeting = form(Closing).meeting
    press = _in_meeting(meeting, find(proposal).committee) if meeting else act()
    services().governance.close_voting(press, ProposalId(proposal))
    return _back(proposal)


@pages.post("/<uuid:proposal>/longer")
@once
def extend_voting(proposal: UUID) -> Response:
    """Give people more time. The promised end can only come later."""
    services().governance.extend_voting(act(), ProposalId(proposal), form(Longer).closes)
    flash("There is more time to vote.")
    return _back(proposal)


# ---- Worries


@pages.get("/<uuid:proposal>/worries")
def worries(proposal: UUID) -> str:
    return render_template("worries.html", worries=worries_page(find(proposal)), wrong={})


@pages.post("/<uuid:proposal>/worries")
@once
def raise_objection(proposal: UUID) -> Response:
    worry = form(Worry)
    services().governance.raise_objection(
        act(), ProposalId(proposal), worry.words, worry.ground, named=worry.named
    )
    flash("We wrote your worry down. Thank you.")
    return _worries(proposal)


@pages.post("/<uuid:proposal>/worries/<uuid:worry>/answers")
@once
def answer_objection(proposal: UUID, worry: UUID) -> Response | Mend:
    said = form(Said)
    if not said.words:
        wrong = {f"words-{worry}": "Write an answer."}
        return mend("worries.html", wrong, worries=worries_page(find(proposal)))
    services().governance.answer_objection(
        act(), ProposalId(proposal), ObjectionId(worry), said.words
    )
    return _worries(proposal)


@pages.post("/<uuid:proposal>/worries/<uuid:worry>/ending")
@once
def resolve_objection(proposal: UUID, worry: UUID) -> Response | Mend:
    end, page = form(Ending), worries_page(find(proposal))
    if (wrong := end.wrong_with(worry)) and page.asks_why(worry):
        return mend("worries.html", wrong, worries=page)
    services().governance.resolve_objection(
        act(Sealed.maybe(end.words)), ProposalId(proposal), ObjectionId(worry), end.how
    )
    flash("This worry is over. We wrote down how.")
    return _worries(proposal)


def _in_meeting(meeting: UUID, committee: CommitteeId) -> Act:
    """This press, as something that happens in a meeting that goes on now."""
    seen = services().meetings.meeting(MeetingId(meeting))
    if seen is None or seen.committee != committee or seen.phase is not Phase.OPEN:
        raise NotOpen("This meeting does not go on now. Close the vote outside of it.")
    return replace(act(), meeting=seen.meeting)


def _back(proposal: UUID) -> Response:
    return redirect(url_for(".show", proposal=proposal), code=303)


def _worries(proposal: UUID) -> Response:
    return redirect(url_for(".worries", proposal=proposal), code=303)
