"""What people may do alone: seeing it, asking for it, and how it begins and ends by a yes."""

from datetime import timedelta
from textwrap import shorten
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from werkzeug.wrappers import Response

from domain.errors import NotFound, RuleBroken
from domain.ids import CommitteeId, MandateId, PersonId, RoleId
from domain.kinds import Domain, Per, Stake
from domain.values import MandateHolder, NewMandate
from projections.agreed_seen import MandateSeen
from projections.plan import in_words
from projections.seen import ProposalSeen
from web.asking import act, committee
from web.forms import Mend, SecondPress, Sure, asked, form, mend
from web.mandate_forms import Wanted, Ways
from web.once import once
from web.proposals import find as find_idea
from web.seen.deciding import above
from web.seen.mandates import alone_page, grants, mandate_page
from web.seen.new_mandate import granted
from web.seen.one_mandate import brief, find
from web.seen.since import alone_changes
from web.seen.then import alone_times
from web.services import services
from web.stops import asked_stop

pages = Blueprint("mandates", __name__, url_prefix="/alone")

NOBODY_YET = "First we vote. Nothing changes before we said yes."
TITLE = 80
"""So many letters of what somebody may do stand in the title of the idea."""


@pages.get("/")
def index() -> str:
    here, stop = committee(), asked_stop()
    return render_template(
        "alone.html",
        page=alone_page(here, stop),
        times=alone_times(here, stop),
        changes=alone_changes(here, stop),
    )


@pages.get("/new")
def new() -> str:
    said = asked(Wanted)
    return render_template("new_mandate.html", **_wanted(said, Ways([], [], [])), wrong={})


@pages.post("/")
@once
def propose() -> Response | Mend:
    """Make it an idea that somebody does this alone. Nothing changes before we said yes to it."""
    here, said, ways = committee(), form(Wanted), Ways.ticked()
    if wrong := said.wrong_with(ways):
        return mend("new_mandate.html", wrong, **_wanted(said, ways))
    return _ask(
        here, said, said.terms(ways, _holder(here, said.holder)), "Somebody does this alone"
    )


def _ask(here: CommitteeId, said: Wanted, terms: NewMandate, title: str) -> Response:
    made = services().governance.make_proposal(
        act(),
        here,
        f"{title}: {_short(said.words)}",
        text=said.why,
        domain=Domain.RULES,
        stake=Stake.SAFETY_RULES_MEMBERSHIP_PLACE,
        new_mandate=terms,
    )
    return redirect(url_for("proposals.show", proposal=made), code=303)


def _short(words: str) -> str:
    """The first of what was written, in one line."""
    return shorten(words, TITLE, placeholder=" …").removesuffix(".")


@pages.get("/<uuid:mandate>/renew")
def renewing(mandate: UUID) -> str:
    old = _find(committee(), mandate)
    said = asked(Wanted).model_copy(update=_as_it_is(old))
    return render_template("new_mandate.html", **_wanted(said, Ways.of(old), old), wrong={})


@pages.post("/<uuid:mandate>/renew")
@once
def renew(mandate: UUID) -> Response | Mend:
    """Make it an idea that it goes on, with these terms. Who holds it stays the same."""
    here, said, ways = committee(), form(Wanted), Ways.ticked()
    old = _find(here, mandate)
    said = said.model_copy(update={"holder": _holder_of(old)})
    if wrong := said.wrong_with(ways):
        return mend("new_mandate.html", wrong, **_wanted(said, ways, old))
    terms = said.terms(ways, old.holder, old.mandate)
    return _ask(_who_says(here, old), said, terms, "This goes on")


def _who_says(here: CommitteeId, old: MandateSeen) -> CommitteeId:
    """What this committee itself may decide is said by those to whom it answers."""
    return (above(here) if old.holder.committee == here else None) or here


@pages.post("/asked/<uuid:proposal>")
@once
def grant(proposal: UUID) -> Response:
    """They may do it from now on, since we said yes to it. A second press changes nothing."""
    form(SecondPress)
    idea = find_idea(proposal)
    if idea.new_mandate is None:
        raise NotFound("This idea lets nobody do more alone.")
    if idea.decision is None:
        raise RuleBroken(NOBODY_YET)
    if granted(idea) is None:
        services().governance.grant_decided_mandate(act(), idea.proposal)
        flash("They may do this alone now.")
    return _to(idea, granted(idea))


@pages.post("/asked/<uuid:proposal>/end")
@once
def end(proposal: UUID) -> Response:
    """Nobody may do this alone any more, since we said yes to that. What was done stands."""
    form(SecondPress)
    idea = find_idea(proposal)
    if idea.ends_mandate is None:
        raise NotFound("This idea is not about the end of that.")
    if idea.decision is None:
        raise RuleBroken(NOBODY_YET)
    ended = _find(idea.committee, idea.ends_mandate)
    if ended.revoked_at is None:
        services().governance.revoke_mandate(
            act(), idea.committee, ended.mandate, authority=idea.decision.event
        )
        flash("Nobody may do this alone now. What was done before stays.")
    return _to(idea, ended)


def _to(idea: ProposalSeen, made: MandateSeen | None) -> Response:
    """The mandate; where it stands with those below us, what we decided."""
    if made is None or find(idea.committee, made.mandate) is None:
        return redirect(url_for("proposals.show", proposal=idea.proposal), code=303)
    return redirect(url_for(".show", mandate=made.mandate), code=303)


def _as_it_is(old: MandateSeen) -> dict[str, Any]:
    """The old terms, to be changed; it begins on the day after the old one ends."""
    limit, ends = old.limit, old.expires
    return {
        "holder": _holder_of(old),
        "words": old.words,
        "money": in_words(limit.money) if limit else "",
        "per": limit.per if limit else Per.DECISION,
        "starts": ends + timedelta(days=1) if ends and ends >= g.clock.today else None,
    }


def _holder_of(old: MandateSeen) -> UUID | None:
    return old.holder.person or old.holder.role or old.holder.committee


@pages.get("/<uuid:mandate>")
def show(mandate: UUID) -> str:
    here = committee()
    return render_template("mandate.html", page=mandate_page(here, _find(here, mandate)))


@pages.get("/<uuid:mandate>/end")
def ending(mandate: UUID) -> str:
    seen = _find(committee(), mandate)
    sure = Sure(
        title=f"Should {seen.holder_name} not do this alone any more?",
        text=[seen.words, "We vote on it first. Nothing changes before we said yes."],
        picture="idea",
        yes="Make it an idea",
        action=url_for(".propose_end", mandate=mandate),
        back=url_for(".show", mandate=mandate),
    )
    return render_template("sure.html", sure=sure)


@pages.post("/<uuid:mandate>/end")
@once
def propose_end(mandate: UUID) -> Response:
    """Make it an idea that nobody does this alone any more."""
    form(SecondPress)
    here = committee()
    seen = _find(here, mandate)
    made = services().governance.make_proposal(
        act(),
        here,
        f"Nobody does this alone any more: {_short(seen.words)}",
        domain=Domain.RULES,
        stake=Stake.SAFETY_RULES_MEMBERSHIP_PLACE,
        ends_mandate=seen.mandate,
    )
    return redirect(url_for("proposals.show", proposal=made), code=303)


def _holder(here: CommitteeId, holder: UUID | None) -> MandateHolder:
    """A role, where this committee has one of this name; else a person."""
    roles = {role.role for role in services().directory.roles(here)}
    if holder in roles:
        return MandateHolder(role=RoleId(holder))
    return MandateHolder(person=PersonId(holder) if holder else None)


def _find(here: CommitteeId, mandate: UUID) -> MandateSeen:
    seen = find(here, MandateId(mandate))
    if seen is None:
        raise NotFound("There is no such mandate.")
    return seen


def _wanted(said: Wanted, ways: Ways, old: MandateSeen | None = None) -> dict[str, Any]:
    return {
        "said": said,
        "ways": ways,
        "old": brief(old) if old else None,
        "grants": grants(committee()),
    }
