"""We decided this without a vote: what, who, by which right, why, and what we knew."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from werkzeug.wrappers import Response

from domain.errors import NoAuthority, NotOpen
from domain.ids import CommitteeId, OptionId, PersonId, ProposalId
from domain.kinds import Domain, Route, Seat
from domain.proposal.without_vote import TO_AGREE
from domain.sealed import Sealed
from domain.voting.tally import Outcome, Result
from projections.seen import Stage
from web.asking import act, committee
from web.citing import Citing
from web.forms import Maybe, Mend, Text, Words, asked, form, mend, missing, ticked
from web.money import NOT_MONEY, Amount, is_amount, parse
from web.once import once
from web.proposals import find
from web.seen.abouts import ABOUT
from web.seen.deciding import (
    BY_A_RIGHT,
    WITH_DECIDERS,
    Way,
    route_of,
    rule_for,
    seats,
    without_vote_page,
)
from web.seen.discreetly import sees_names
from web.seen.plans import Pick
from web.services import services

pages = Blueprint("deciding", __name__, url_prefix="/decided")

ABOUTS = [Pick(domain.value, *shown) for domain, shown in ABOUT.items()]
RESULTS = {"yes": Result.ADOPTED, "no": Result.REJECTED}
TOO_LATE = "A vote on this has begun, or it is decided. So the vote decides."
WRITTEN = "We wrote down what was decided."


class Decided(Citing):
    """What somebody writes down about a decision, and how far they are with it."""

    how: Maybe[Way] = None
    proposal: Maybe[UUID] = None
    title: Words = ""
    answer: str = ""
    why: Text = ""
    knew: Text = ""
    cost: Amount = ""
    about: Maybe[Domain] = None
    ratify_by: Maybe[date] = None
    review_on: Maybe[date] = None

    def wrong(self, who: list[Seat]) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        asks, today = self.how, g.clock.today
        right = asks not in BY_A_RIGHT or self.decision
        only_staff = asks != "staff" or all(seat is Seat.STAFF for seat in who)
        last = today + TO_AGREE
        until = asks != "hurry" or (self.ratify_by and today <= self.ratify_by <= last)
        later = self.review_on is None or self.review_on > today
        return missing(
            (self.proposal or self.title, "title", "Write what was decided."),
            (self.answer, "answer", "Say what came of it."),
            (asks not in WITH_DECIDERS or who, "who", "Say who decided it."),
            (only_staff, "who", "Pick staff only. Others decided in another way."),
            (right, "decision", "Pick what allowed it. Did nothing? Go back and say so."),
            (self.why or asks == "nobody", "why", "Write why."),
            (is_amount(self.cost), "cost", NOT_MONEY),
            (until, "ratify_by", "Pick a day that still comes, within two months."),
            (later, "review_on", "Pick a day that comes later."),
        )

    @property
    def outcome(self) -> Outcome:
        """Yes, no, or one of the answers."""
        if self.answer in RESULTS:
            return Outcome(result=RESULTS[self.answer])
        return Outcome(result=Result.CHOSEN, options=(OptionId(UUID(self.answer)),))


@pages.get("/new")
def new() -> str:
    """First how it was decided; then all that this asks for."""
    said = asked(Decided)
    who = ticked("who") or [g.viewer.person]
    template = "decided.html" if said.how else "without_vote.html"
    return render_template(template, **_asking(committee(), said, who), wrong={})


@pages.post("/")
@once
def record() -> Response | Mend:
    """Write it down; where the right does not go so far, say so and offer what remains."""
    return _recorded(form(Decided))


@pages.post("/staff")
@once
def record_staff_alone() -> Response | Mend:
    """The same, as what staff decided by no right."""
    return _recorded(form(Decided).model_copy(update={"how": "staff", "decision": None}))


@pages.post("/ask")
@once
def ask() -> Response:
    """Put it to all of us instead. What is an idea already goes on as it is."""
    here, said = committee(), form(Decided)
    idea = said.proposal or _made(here, said)
    flash("Now it is an idea. All of us decide it.")
    return redirect(url_for("proposals.show", proposal=idea), code=303)


def _recorded(said: Decided) -> Response | Mend:
    here, who = committee(), ticked("who")
    if said.how is None:
        return mend("without_vote.html", {}, **_asking(here, said, who))
    if not sees_names() and said.how in WITH_DECIDERS:
        who = [g.viewer.person]
    sat = [seat for one, seat in seats(here).items() if UUID(one) in who]
    if wrong := said.wrong(sat):
        return mend("decided.html", wrong, **_asking(here, said, who))
    try:
        idea = _write(here, said, who, route_of(here, said.how, sat))
    except NoAuthority as refusal:  # not the end: the page says what else can be done
        told = {"refused": str(refusal), "only_staff": set(sat) == {Seat.STAFF}}
        return mend("decided.html", {}, **_asking(here, said, who), **told)
    flash(WRITTEN)
    return redirect(url_for("proposals.show", proposal=idea), code=303)


def _write(here: CommitteeId, said: Decided, who: list[UUID], route: Route) -> UUID:
    """The idea, where it is a new one, and the decision on it: both, or neither."""
    right = rule_for(here) if said.how == "together" else said.decision
    with services().governance.batch(at_once=True):
        idea = said.proposal or _made(here, said)
        services().governance.record_decision(
            act(Sealed.maybe(said.why)),
            ProposalId(idea),
            route,
            said.outcome,
            deciders=[PersonId(one) for one in who] or None,
            authority=right,
            ratify_by=said.ratify_by if route is Route.URGENT else None,
            considered=[said.knew] if said.knew else [],
            review_on=said.review_on,
        )
    return idea


def _made(here: CommitteeId, said: Decided) -> UUID:
    return services().governance.make_proposal(
        act(),
        here,
        said.title,
        text=said.why,
        domain=said.about or Domain.NOT_STATED,
        amount=parse(said.cost) if is_amount(said.cost) else None,
    )


def _asking(here: CommitteeId, said: Decided, who: Sequence[UUID]) -> dict[str, Any]:
    idea = find(said.proposal) if said.proposal else None
    if idea and idea.stage is not Stage.MADE:
        raise NotOpen(TOO_LATE)
    return {
        "said": said,
        "page": without_vote_page(here, idea, said.how),
        "who": [str(one) for one in who],
        "abouts": ABOUTS,
    }
