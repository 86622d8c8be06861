"""Hands that went up in a meeting, counted and written down by whoever runs it."""

from dataclasses import replace
from typing import Annotated
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from pydantic import BaseModel, StringConstraints
from werkzeug.wrappers import Response

from domain.act import Act
from domain.ids import CommitteeId, PersonId
from domain.voting.answers import Choice
from domain.voting.tally import StatedTally
from projections.meetings_seen import Phase
from projections.seen import ProposalSeen
from web.asking import act
from web.forms import Maybe, Mend, form, mend
from web.once import once
from web.proposals import find, pages
from web.seen.hands import ANSWERS, hands_page, problems
from web.services import services

Number = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20)]

NOT_A_NUMBER = "Write a number, such as 5."
LONGEST = 6
NOBODY = "Write how many hands went up."


class Counted(BaseModel):
    """How many hands went up for each answer, as it was typed, and who else counted."""

    yes: Number = ""
    no: Number = ""
    abstain: Number = ""
    objection: Number = ""
    witness: Maybe[UUID] = None

    @property
    def typed(self) -> dict[str, str]:
        """What stands in each field."""
        return {choice.value: getattr(self, choice.value) for choice in ANSWERS}

    @property
    def wrong(self) -> dict[str, str]:
        """What is no number; or that nothing was written at all."""
        found = {name: NOT_A_NUMBER for name, said in self.typed.items() if not _is_number(said)}
        return found or (
            {} if any(map(int, filter(None, self.typed.values()))) else {"yes": NOBODY}
        )

    @property
    def counts(self) -> StatedTally:
        """The hands for each answer for which there were any."""
        numbers = {Choice(name): int(said or 0) for name, said in self.typed.items()}
        return StatedTally(said={said: number for said, number in numbers.items() if number})


@pages.get("/<uuid:proposal>/hands")
def hands(proposal: UUID) -> str:
    return render_template("hands.html", hands=hands_page(find(proposal)), wrong={})


@pages.post("/<uuid:proposal>/hands")
@once
def count_hands(proposal: UUID) -> Response | Mend:
    """Counted anew, the last count holds."""
    said, idea = form(Counted), find(proposal)
    wrong = said.wrong or {field: why for field, why in [("yes", _why_not(idea, said))] if why}
    if wrong:
        typed = hands_page(idea, said.typed, str(said.witness or ""))
        return mend("hands.html", wrong, hands=typed)
    witness = PersonId(said.witness) if said.witness else None
    press = replace(where_we_meet(idea.committee), witness=witness)
    services().governance.count_hands(press, idea.proposal, said.counts)
    flash("We wrote down the hands.")
    return redirect(url_for(".show", proposal=proposal), code=303)


def _why_not(idea: ProposalSeen, said: Counted) -> str:
    """Why these hands cannot be counted here, as the rules will say it."""
    return " ".join(problems(idea, said.counts))


def where_we_meet(committee: CommitteeId) -> Act:
    """This press; in the meeting that goes on now, if one does."""
    waiting = services().meetings.waiting(committee)
    now = next((seen.meeting for seen in waiting if seen.phase is Phase.OPEN), None)
    return replace(act(), meeting=now)


def _is_number(said: str) -> bool:
    return not said or (said.isdecimal() and said.isascii() and len(said) <= LONGEST)
