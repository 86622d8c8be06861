"""How we decide: our rules, every way to decide, and how one becomes our rule."""

from typing import Literal
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.errors import NotFound, RuleBroken
from domain.kinds import Domain, Stake
from domain.voting.rule import Method
from domain.voting.say import rule_in_words
from projections.seen import ProposalSeen
from web.asking import act, committee
from web.forms import SecondPress, asked, form
from web.once import once
from web.proposals import find
from web.seen.explained import EXPLAINED
from web.seen.new_rule import is_adopted
from web.seen.rules import (
    FOR_ALL,
    rule_page,
    rules_page,
    terms_of,
    way_page,
)
from web.services import services

pages = Blueprint("rules", __name__, url_prefix="/why")


class Wanted(BaseModel):
    """Who has to take part, for a vote to count."""

    quorum: Literal["anybody", "half", "more"] = "anybody"


@pages.get("/rules/")
def index() -> str:
    return render_template("rules.html", page=rules_page(committee()))


@pages.get("/rules/<uuid:rule>")
def show(rule: UUID) -> str:
    """One rule that we have or had."""
    here = committee()
    found = next((one for one in services().mandates.rules(here) if one.rule == rule), None)
    if found is None:
        raise NotFound("There is no such rule.")
    return render_template("rule.html", page=rule_page(here, found))


@pages.get("/ways/<method>")
def way(method: str) -> str:
    """One way to decide, whether it is ours or not."""
    here, wanted = committee(), asked(Wanted)
    return render_template("way.html", page=way_page(here, _method(method), wanted.quorum))


@pages.post("/ways/<method>")
@once
def propose(method: str) -> Response:
    """Make it an idea that we decide like this. Nothing changes before we said yes to it."""
    here, wanted, way = committee(), form(Wanted), _method(method)
    if way not in FOR_ALL:
        raise RuleBroken("This way is for some questions only. It cannot be the rule for all.")
    terms = terms_of(way, wanted.quorum)
    made = services().governance.make_proposal(
        act(),
        here,
        f"We decide like this from now on: {EXPLAINED[way].title}",
        text=rule_in_words(terms),
        domain=Domain.RULES,
        stake=Stake.SAFETY_RULES_MEMBERSHIP_PLACE,
        new_rule=terms,
    )
    return redirect(url_for("proposals.show", proposal=made), code=303)


@pages.post("/rules/new/<uuid:proposal>")
@once
def adopt(proposal: UUID) -> Response:
    """From now on we decide like this, since we said yes to it. A second press changes nothing."""
    form(SecondPress)
    idea = _decided(proposal)
    if idea.new_rule and idea.decision and not is_adopted(idea):
        services().governance.adopt_rule(act(), idea.committee, idea.new_rule, idea.decision.event)
        flash("From now on we decide like this.")
    return redirect(url_for(".index"), code=303)


def _decided(proposal: UUID) -> ProposalSeen:
    """An idea for a rule, to which we said yes."""
    idea = find(proposal)
    if idea.new_rule is None:
        raise NotFound("This idea is not about how we decide.")
    if idea.decision is None:
        raise RuleBroken("First we vote. Nothing changes before we said yes.")
    return idea


def _method(name: str) -> Method:
    if name not in set(Method):
        raise NotFound("There is no such way to decide.")
    return Method(name)
