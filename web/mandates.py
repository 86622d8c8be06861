"""What people may do alone: seeing it, letting somebody, and ending it again."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Self
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from domain.errors import NotFound
from domain.ids import CommitteeId, MandateId, PersonId, ProposalId, RoleId
from domain.kinds import Domain, Per, Say
from domain.values import DomainSay, EventId, Limit, MandateHolder, place_of
from projections.agreed_seen import MandateSeen
from projections.plan import in_words
from web.asking import act, committee
from web.citing import NO_REASON, Citing, OnlyCiting
from web.forms import Maybe, Mend, Text, asked, form, mend, missing
from web.money import NOT_MONEY, Amount, is_amount, parse
from web.once import once
from web.seen.mandates import alone_page, brief, find, grants, mandate_page
from web.seen.plans import Drop, citable
from web.seen.since import alone_changes
from web.seen.then import alone_times
from web.services import services
from web.stops import asked_stop

pages = Blueprint("mandates", __name__, url_prefix="/alone")

NOT_SAID = "That idea did not say what it is about. Make this an idea first."


@dataclass(frozen=True, slots=True)
class Ways:
    """What they may do alone, what they ask us about first, and what the trustees decide."""

    alone: list[Domain]
    agree: list[Domain]
    refer: list[Domain]

    @classmethod
    def ticked(cls) -> Self:
        """As it was ticked now."""
        return cls(_ticked("about"), _ticked("agree"), _ticked("refer"))

    @classmethod
    def of(cls, seen: MandateSeen) -> Self:
        """As it stands in a mandate."""
        found = {say: [one.domain for one in seen.says if one.say is say] for say in Say}
        return cls(found[Say.ALONE], found[Say.AGREE], found[Say.REFER])

    @property
    def twice(self) -> bool:
        """Whether something was ticked in two ways."""
        every = [*self.alone, *self.agree, *self.refer]
        return len(set(every)) < len(every)

    @property
    def says(self) -> list[DomainSay]:
        """What the mandate says of each thing."""
        by = ((Say.ALONE, self.alone), (Say.AGREE, self.agree), (Say.REFER, self.refer))
        return [DomainSay(domain=one, say=say) for say, some in by for one in some]


def _ticked(name: str) -> list[Domain]:
    given = request.form.getlist(name)
    return [one for one in Domain if one in given and one is not Domain.NOT_STATED]


class NewMandate(Citing):
    """What somebody may do alone from now on, and what not."""

    holder: Maybe[UUID] = None
    words: Text = ""
    money: Amount = ""
    per: Per = Per.DECISION
    starts: Maybe[date] = None
    expires: Maybe[date] = None

    def wrong_with(self, ways: Ways) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing(
            (self.holder, "holder", "Pick who may do this."),
            (self.words, "words", "Write what they may do."),
            (ways.alone, "about", "Pick what it is about."),
            (not ways.twice, "agree", "Pick each thing only once."),
            (is_amount(self.money), "money", NOT_MONEY),
            (self._fits(ways), "money", "Pick money above too, or leave the sum out."),
            (self._in_order, "expires", "It ends after it begins. Pick a later day."),
            (self.decision, "decision", NO_REASON),
            (not self.decision or _says_about(self.decision), "decision", NOT_SAID),
        )

    def _fits(self, ways: Ways) -> bool:
        """A sum is for those who may decide about money."""
        return not is_amount(self.money) or not self.money or Domain.MONEY in ways.alone

    @property
    def _in_order(self) -> bool:
        return not (self.starts and self.expires) or self.starts <= self.expires

    @property
    def limit(self) -> Limit | None:
        """How much money, if it is about a sum."""
        return Limit(money=money, per=self.per) if (money := parse(self.money)) else None


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
    said = asked(NewMandate)
    return render_template("new_mandate.html", **_granting(said, Ways([], [], [])), wrong={})


@pages.post("/")
@once
def grant() -> Response | Mend:
    """Let somebody do some things alone, because it was decided so."""
    here, said, ways = committee(), form(NewMandate), Ways.ticked()
    if wrong := said.wrong_with(ways):
        return mend("new_mandate.html", wrong, **_granting(said, ways))
    made = _grant(said, ways, _holder(here, said.holder))
    flash("They may do this alone now.")
    return redirect(url_for(".show", mandate=made), code=303)


def _grant(
    said: NewMandate, ways: Ways, holder: MandateHolder, renews: MandateId | None = None
) -> MandateId:
    return services().governance.grant_mandate(
        act(),
        committee(),
        holder,
        said.words,
        says=ways.says,
        limit=said.limit,
        starts=said.starts,
        expires=said.expires,
        renews=renews,
        authority=said.decision,
    )


@pages.get("/<uuid:mandate>/renew")
def renewing(mandate: UUID) -> str:
    old = _find(committee(), mandate)
    said = asked(NewMandate).model_copy(update=_as_it_is(old))
    return render_template("new_mandate.html", **_granting(said, Ways.of(old), old), wrong={})


@pages.post("/<uuid:mandate>/renew")
@once
def renew(mandate: UUID) -> Response | Mend:
    """A newer one takes its place, on the day it begins. Who holds it stays the same."""
    here, said, ways = committee(), form(NewMandate), Ways.ticked()
    old = _find(here, mandate)
    said = said.model_copy(update={"holder": _holder_of(old)})
    if wrong := said.wrong_with(ways):
        return mend("new_mandate.html", wrong, **_granting(said, ways, old))
    made = _grant(said, ways, old.holder, old.mandate)
    flash("It goes on. The old one stays in the record.")
    return redirect(url_for(".show", mandate=made), code=303)


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


def _granting(said: NewMandate, ways: Ways, old: MandateSeen | None = None) -> dict[str, Any]:
    here = committee()
    return {
        "said": said,
        "ways": ways,
        "old": brief(old) if old else None,
        "grants": grants(here),
        "citable": [one for one in citable(here) if _says_about(EventId(one.value))],
    }


def _says_about(decision: EventId) -> bool:
    """Whether the idea said what it was about: a yes to something else lets nobody do more.

    What those decided to whom the committee answers is not ours to look into.
    """
    idea = services().decisions.proposal(ProposalId(place_of(decision)[0]), g.clock.now)
    ours = idea is not None and idea.committee == committee()
    return not ours or (idea is not None and idea.about is not Domain.NOT_STATED)


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
