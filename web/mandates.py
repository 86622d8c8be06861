"""What people may do alone: seeing it, letting somebody, and ending it again."""

from datetime import date
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from domain.errors import NotFound
from domain.ids import CommitteeId, MandateId, PersonId, RoleId
from domain.kinds import Domain, Per, Say
from domain.values import DomainSay, Limit, MandateHolder
from projections.agreed_seen import MandateSeen
from web.asking import act, committee
from web.citing import NO_REASON, Citing, OnlyCiting
from web.forms import Maybe, Mend, Text, asked, form, mend, missing
from web.money import NOT_MONEY, Amount, is_amount, parse
from web.once import once
from web.seen.mandates import alone_page, find, grants, mandate_page
from web.seen.plans import Drop, citable
from web.services import services

pages = Blueprint("mandates", __name__, url_prefix="/alone")


class NewMandate(Citing):
    """What somebody may do alone from now on."""

    holder: Maybe[UUID] = None
    words: Text = ""
    money: Amount = ""
    per: Per = Per.DECISION
    expires: Maybe[date] = None

    def wrong_with(self, about: list[Domain]) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing(
            (self.holder, "holder", "Pick who may do this."),
            (self.words, "words", "Write what they may do."),
            (about, "about", "Pick what it is about."),
            (is_amount(self.money), "money", NOT_MONEY),
            (self.decision, "decision", NO_REASON),
        )

    @property
    def limit(self) -> Limit | None:
        """How much money, if it is about a sum."""
        money = parse(self.money)
        return Limit(money=money, per=self.per) if money else None


@pages.get("/")
def index() -> str:
    return render_template("alone.html", page=alone_page(committee()))


@pages.get("/new")
def new() -> str:
    return render_template("new_mandate.html", **_granting(asked(NewMandate), []), wrong={})


@pages.post("/")
@once
def grant() -> Response | Mend:
    """Let somebody do some things alone, because it was decided so."""
    here, said, about = committee(), form(NewMandate), _about()
    if wrong := said.wrong_with(about):
        return mend("new_mandate.html", wrong, **_granting(said, about))
    made = services().governance.grant_mandate(
        act(),
        here,
        _holder(here, said.holder),
        said.words,
        says=[DomainSay(domain=one, say=Say.ALONE) for one in about],
        limit=said.limit,
        expires=said.expires,
        authority=said.decision,
    )
    flash("They may do this alone now.")
    return redirect(url_for(".show", mandate=made), code=303)


@pages.get("/<uuid:mandate>")
def show(mandate: UUID) -> str:
    here = committee()
    return render_template("mandate.html", page=mandate_page(here, _find(here, mandate)))


@pages.get("/<uuid:mandate>/end")
def ending(mandate: UUID) -> str:
    return render_template("drop.html", **_dropping(mandate, asked(OnlyCiting)), wrong={})


@pages.post("/<uuid:mandate>/end")
@once
def end(mandate: UUID) -> Response | Mend:
    """Nobody may do this alone any more. What was done stands."""
    said = form(OnlyCiting)
    if said.wrong:
        return mend("drop.html", said.wrong, **_dropping(mandate, said))
    services().governance.revoke_mandate(
        act(), committee(), MandateId(mandate), authority=said.decision
    )
    flash("Nobody may do this alone now. What was done before stays.")
    return redirect(url_for(".show", mandate=mandate), code=303)


def _about() -> list[Domain]:
    """What was ticked."""
    given = request.form.getlist("about")
    return [one for one in Domain if one in given]


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


def _granting(said: NewMandate, about: list[Domain]) -> dict[str, Any]:
    here = committee()
    return {"said": said, "about": about, "grants": grants(here), "citable": citable(here)}


def _dropping(mandate: UUID, said: OnlyCiting) -> dict[str, Any]:
    here = committee()
    seen = _find(here, mandate)
    drop = Drop(
        title=f"Does {seen.holder_name} not do this alone any more?",
        what=seen.words,
        yes="End it now",
        action=url_for(".end", mandate=mandate),
        back=url_for(".show", mandate=mandate),
    )
    return {"drop": drop, "said": said, "citable": citable(here)}
