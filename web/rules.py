"""How we decide: our rules, every way to decide, and how one becomes our rule."""

from typing import Self
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from pydantic import BaseModel, model_validator
from werkzeug.wrappers import Response

from domain.errors import NotFound, RuleBroken
from domain.ids import CommitteeId
from domain.kinds import Domain, Stake
from domain.values import RuleFor
from domain.voting.nearest import chooses
from domain.voting.rule import Method, Rule
from domain.voting.say import rule_in_words
from projections.agreed_seen import AgreedRule
from projections.rule_for import things
from projections.seen import ProposalSeen
from web.asking import act, belong, committee
from web.forms import Mend, SecondPress, asked, form, mend
from web.once import once
from web.proposals import find
from web.seen.covers import questions_of
from web.seen.finer import is_known
from web.seen.new_rule import is_adopted, ours_like
from web.seen.rules import rule_page, rules_page, way_page
from web.services import services

pages = Blueprint("rules", __name__, url_prefix="/why")


class Wanted(BaseModel):
    """The finer terms of a rule. What is not picked stays as it is now."""

    covers: str = ""
    base: str = ""
    voters: str = ""
    votes: str = ""
    quorum: str = ""
    last: str = ""
    read: str = ""
    least: str = ""
    most: str = ""
    early: str = ""
    shown: str = ""
    proxies: str = ""
    tie: str = ""
    better: str = ""
    ratio: str = ""
    decide: str = ""

    @model_validator(mode="after")
    def _on_the_page(self) -> Self:
        if not is_known(self.model_dump(exclude={"covers"})):
            raise ValueError("This answer is not on the page.")
        questions_of(self.covers)
        return self


@pages.get("/rules/")
def index() -> str:
    return render_template("rules.html", page=rules_page(committee()))


@pages.get("/rules/<uuid:rule>")
def show(rule: UUID) -> str:
    """One rule that we have or had; a decision of another committee of ours may lead here."""
    for here in dict.fromkeys([committee(), *(one.committee for one in g.viewer.committees)]):
        for one in services().mandates.rules(here):
            if one.rule == rule:
                belong(here)
                return render_template("rule.html", page=rule_page(here, one))
    raise NotFound("There is no such rule.")


@pages.get("/ways/<method>")
def way(method: str) -> str:
    """One way to decide, whether it is ours or not."""
    here, wanted = committee(), asked(Wanted)
    page = way_page(here, _method(method), wanted.model_dump())
    return render_template("way.html", page=page, wrong=page.wrong)


@pages.post("/ways/<method>")
@once
def propose(method: str) -> Response | Mend:
    """Make it an idea that we decide like this. Nothing changes before we said yes to it."""
    here, wanted, way = committee(), form(Wanted), _method(method)
    page = way_page(here, way, wanted.model_dump())
    if page.wrong:
        return mend("way.html", page.wrong, page=page)
    what = f"How we decide {page.about}"
    if not page.about:
        what = f"We {'pick' if chooses(page.terms) else 'decide'} like this from now on"
    return _ask(f"{what}: {page.way.title}", page.words, page.terms, questions_of(wanted.covers))


@pages.post("/rules/<uuid:rule>/as-all-else")
@once
def as_all_else(rule: UUID) -> Response:
    """Make it an idea that a rule for some things ends, and our usual one holds for them too."""
    form(SecondPress)
    here, one = _in_force(rule)
    usual = ours_like(here, one.terms.method)
    if usual is None:
        raise RuleBroken("We have no usual rule for this. First we agree on one.")
    about = things(one.domains, one.stakes)
    return _ask(
        f"We decide {about} as all else", rule_in_words(usual), usual, RuleFor(ends=one.rule)
    )


def _ask(title: str, text: str, terms: Rule, questions: RuleFor | None) -> Response:
    """Put a new rule to all of us, and show the idea."""
    made = services().governance.make_proposal(
        act(),
        committee(),
        title,
        text=text,
        domain=Domain.RULES,
        stake=Stake.SAFETY_RULES_MEMBERSHIP_PLACE,
        new_rule=terms,
        new_rule_for=questions,
    )
    flash("We have your idea. First we talk. Then we vote.")
    return redirect(url_for("proposals.show", proposal=made), code=303)


@pages.post("/rules/new/<uuid:proposal>")
@once
def adopt(proposal: UUID) -> Response:
    """From now on we decide like this, since we said yes to it. A second press changes nothing."""
    form(SecondPress)
    idea = _decided(proposal)
    if idea.new_rule and idea.decision and not is_adopted(idea):
        questions = idea.new_rule_for or RuleFor()
        services().governance.adopt_rule(
            act(),
            idea.committee,
            idea.new_rule,
            idea.decision.event,
            domains=questions.domains,
            stakes=questions.stakes,
            ends=questions.ends,
        )
        flash("From now on we decide like this.")
    return redirect(url_for(".index"), code=303)


def _in_force(rule: UUID) -> tuple[CommitteeId, AgreedRule]:
    """A rule of this committee for some things, which holds now."""
    here = committee()
    for one in services().mandates.rules_in_force(here):
        if one.rule == rule and (one.domains or one.stakes):
            return here, one
    raise NotFound("This is no rule for some things, or it has ended.")


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
