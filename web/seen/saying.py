"""One warning, or one figure about staff, with what people say to it and a place to say more."""

from dataclasses import dataclass
from datetime import date

from flask import g, url_for

from domain.errors import NotEligible, NotFound
from domain.ids import CommitteeId
from domain.values import Period
from projections.power.measure import Measure
from web.clock import Moment
from web.seen.audits import Span, audit_of
from web.seen.replies import ABOUT_STAFF, Said, may_reply, replies_to
from web.seen.sharing import NO_SUCH, question_of
from web.seen.warned import one_warning
from web.services import services

NOT_ABOUT_YOU = "This number is about staff. Staff can answer here."


@dataclass(frozen=True, slots=True)
class Saying:
    """What ``sharing_say.html`` shows."""

    over: str
    title: tuple[str, ...]
    ask: str
    on: Moment | None
    replies: list[Said]
    may: bool
    field: str
    period: Period
    action: str
    back: str
    events: str


def saying_page(committee: CommitteeId, metric: str, day: date | None, span: Span) -> Saying:
    """What this is about, and who has said what to it."""
    if day is not None:
        return _warning(committee, metric, day)
    found = next((one for one in audit_of(committee, span).measures() if one.id == metric), None)
    if found is None or metric not in ABOUT_STAFF:
        raise NotFound(NO_SUCH)
    return _figure(committee, found, span)


def must_be_theirs(page: Saying) -> None:
    """Refuse an answer to what is about others."""
    if not page.may:
        raise NotEligible(NOT_ABOUT_YOU)


def _warning(committee: CommitteeId, metric: str, day: date) -> Saying:
    one = one_warning(committee, metric, day)
    return Saying(
        over="Something to talk about",
        title=one.sentences,
        ask=one.ask,
        on=one.on,
        replies=one.replies,
        may=may_reply(committee, metric),
        field="What do we say?",
        period=Period(first=day, last=day),
        action=url_for("sharing.say", metric=metric, day=day.isoformat()),
        back=url_for("sharing.warnings"),
        events=one.events,
    )


def _figure(committee: CommitteeId, one: Measure, span: Span) -> Saying:
    today = g.clock.today
    begun = min((f.occurred_at.astimezone(g.clock.zone).date() for f in one.among), default=today)
    return Saying(
        over=one.question,
        title=(one.answer,),
        ask="",
        on=None,
        replies=replies_to(one.id, services().honesty.replies(committee)),
        may=may_reply(committee, one.id),
        field="What do you say?",
        period=Period(first=min(begun, today), last=today),
        action=url_for("sharing.say", metric=one.id, span=span),
        back=url_for("sharing.question", key=question_of(one.id), span=span, _anchor=one.id),
        events=url_for("sharing.events", metric=one.id, span=span),
    )
