"""How a choice is made: by those who may, by all, or by staff alone; and what follows from it."""

from datetime import datetime, timedelta

from domain.ids import PersonId
from domain.kinds import Audience, Format, Route, Support
from domain.values import EventId, Money
from domain.voting.tally import Outcome, Result
from web.demo.people import CLUB, STAFF, answers
from web.demo.stories.calendar import details
from web.demo.stories.dates import meeting
from web.demo.stories.founding import PICKS
from web.demo.stories.script import ABOUT, What
from web.demo.stories.telling import Telling

YES = Outcome(result=Result.ADOPTED)
HELPERS = {"Dev": "Ben", "Ella": "Cara"}
"""Whom they chose to help them vote."""
REVIEWED_AFTER = timedelta(days=80)
WHY = "We talked about it, and this is what most of us want."


def decide(it: Telling, when: datetime) -> None:
    """Let it be decided, and written into the plan."""
    if it.how.route is Route.VOTE:
        _vote(it, when)
    else:
        _record(it, when)
    if it.teller.said_yes(it.night.number, it.what):
        _write(it, when + timedelta(minutes=10))


def tell_outcome(it: Telling, when: datetime) -> None:
    """Let everybody hear what was decided."""
    act = it.pen.act(it.night.minutes, when)
    it.teller.does.tell_outcome(act, it.idea, Audience.COMMITTEE, Format.EASY_READ)


def _record(it: Telling, when: datetime) -> None:
    """What is decided without a vote."""
    by, deciders, right = _who_may(it)
    picked = it.teller.options[it.night.number, it.what][:1]
    in_a_hurry = it.how.route is Route.URGENT
    it.teller.does.record_decision(
        it.pen.act(by, when, WHY, there=True),
        it.idea,
        it.how.route,
        Outcome(result=Result.CHOSEN, options=tuple(picked)) if picked else YES,
        deciders=deciders,
        authority=right,
        ratify_by=meeting(it.night.number + 1) if in_a_hurry else None,
    )


def _who_may(it: Telling) -> tuple[str, list[PersonId], EventId | None]:
    """Who writes the decision down, who made it, and by which right."""
    does, teller = it.teller.does, it.teller
    match it.how.route:
        case Route.CONSENT:
            here = [teller.people[name] for name in CLUB if name not in it.night.away]
            return it.night.chair, here, teller.consent
        case Route.DELEGATED_MEMBER:
            granted = does.grant_of(teller.committee, teller.mandate)
            return PICKS, [teller.people[PICKS]], granted
        case Route.DELEGATED_STAFF if teller.staff_mandate:
            granted = does.grant_of(teller.committee, teller.staff_mandate)
            return STAFF, [teller.people[STAFF]], granted
        case _:
            return STAFF, [teller.people[STAFF]], None


# ---- A vote


def _vote(it: Telling, when: datetime) -> None:
    does, pen, chair = it.teller.does, it.pen, it.night.chair
    does.open_voting(pen.act(chair, when, there=True), it.idea)
    said = answers(it.how.votes)
    order = [STAFF, *said] if pen.is_staffs and STAFF in said else [*said]
    for place, name in enumerate(dict.fromkeys(order)):
        then = when + timedelta(minutes=1 + place)
        does.cast_ballot(pen.act(name, then, there=True), it.idea, said[name])
    for voter in HELPERS:
        if voter in said:
            _note_help(it, voter, when + timedelta(minutes=8))
    day = meeting(it.night.number) + REVIEWED_AFTER if it.is_large else None
    end = pen.act(chair, when + timedelta(minutes=9), WHY, there=True)
    does.close_voting(end, it.idea, review_on=day)


def _note_help(it: Telling, voter: str, when: datetime) -> None:
    chosen = not it.pen.is_staffs
    it.teller.does.note_support(
        it.pen.act(voter, when, there=True),
        it.idea,
        it.teller.people[voter],
        it.teller.people[HELPERS[voter] if chosen else STAFF],
        Support.READ,
        chosen_by_voter=chosen,
        read_back=chosen,
    )


# ---- The plan


def _write(it: Telling, when: datetime) -> None:
    about, (title, pounds) = ABOUT[it.what], details(it.night.number, it.what)
    by = PICKS if it.what is What.THEME else it.night.chair
    it.teller.does.write_line(
        it.pen.act(STAFF if it.pen.is_staffs else by, when, there=True),
        it.teller.plans[it.night.number],
        about.label,
        it.how.title or title,
        kind=about.kind,
        money=Money(amount=pounds * 100, currency="GBP") if pounds else None,
        authority=it.teller.decision(it.night.number, it.what),
    )
