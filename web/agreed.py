"""By which times we count, and what we aim for: seeing it, and agreeing on something else."""

from fractions import Fraction
from typing import Annotated, Any

from flask import Blueprint, flash, redirect, render_template, url_for
from pydantic import StringConstraints
from werkzeug.wrappers import Response

from domain.kinds import Benchmark
from web.asking import act, committee
from web.citing import NO_REASON, Citing
from web.forms import Mend, asked, form, mend, missing
from web.once import once
from web.seen.agreed import AS_MANY_AS_WE_ARE, SHARES, Thing, agreed, find, shares
from web.seen.plans import citable
from web.services import services

pages = Blueprint("agreed", __name__, url_prefix="/why/agreed")

MOST_DAYS = 366
NO_DAYS = f"Write a number of days, from 1 to {MOST_DAYS}."


class Agreeing(Citing):
    """What we agree on from now on: so many days, or such a share."""

    days: Annotated[str, StringConstraints(strip_whitespace=True, max_length=20)] = ""
    share: str = ""

    def wrong_with(self, thing: Thing) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing(
            (not thing.is_time or self.is_days, "days", NO_DAYS),
            (thing.is_time or self.share in _values(thing), "share", "Pick how many."),
            (self.decision, "decision", NO_REASON),
        )

    @property
    def is_days(self) -> bool:
        """Whether it is a number of days that makes sense."""
        is_number = self.days.isascii() and self.days.isdigit()
        return is_number and 1 <= int(self.days) <= MOST_DAYS

    def terms(self, thing: Thing) -> dict[str, Any]:
        """How it is written down."""
        if thing.is_time:
            return {"benchmark": Benchmark.TIME, "hours": int(self.days) * 24}
        if self.share == AS_MANY_AS_WE_ARE:
            return {"benchmark": Benchmark.HEADCOUNT_PARITY}
        return {"benchmark": Benchmark.TARGET, "value": Fraction(self.share)}


@pages.get("/")
def index() -> str:
    return render_template("agreed.html", agreed=agreed(committee()))


@pages.get("/<metric>")
def changing(metric: str) -> str:
    return render_template("agree.html", **_agreeing(find(metric), asked(Agreeing)), wrong={})


@pages.post("/<metric>")
@once
def adopt(metric: str) -> Response | Mend:
    """From now on we count by this, because we decided so."""
    said, thing = form(Agreeing), find(metric)
    if wrong := said.wrong_with(thing):
        return mend("agree.html", wrong, **_agreeing(thing, said))
    services().governance.adopt_benchmark(
        act(), committee(), metric, **said.terms(thing), authority=said.decision
    )
    flash("We agreed on this. It counts from now on.")
    return redirect(url_for(".index"), code=303)


def _values(thing: Thing) -> set[str]:
    heads = {AS_MANY_AS_WE_ARE} if thing.metric == "B1" else set()
    return {str(one) for one in SHARES} | heads


def _agreeing(thing: Thing, said: Agreeing) -> dict[str, Any]:
    here = committee()
    now = next(one for one in agreed(here) if one.metric == thing.metric)
    return {
        "thing": thing,
        "now": now,
        "said": said,
        "shares": shares(thing),
        "citable": citable(here),
    }
