"""Who may see which page and press which button: one table, asked before anything else is done.

A page that is not in the table is open to nobody. Whose vote counts, who may answer an offer and
the like are rules of the committee, and stay with the domain; here is only who gets so far.
"""

from contextlib import suppress
from enum import IntEnum
from typing import Any
from uuid import UUID

from flask import g, redirect, request, url_for
from werkzeug.wrappers import Response

from domain.committee import Standing
from domain.errors import NotEligible, NotFound
from domain.ids import CommitteeId
from domain.kinds import Seat
from web.asking import OTHERS_DO, SIGNED_OUT, belong, committee
from web.seen.discreetly import sees_names
from web.seen.people import takes_part
from web.services import services

NOT_OPEN = "This page is open to nobody."
NOT_YOURS = "This is about somebody else. Only they can see it."
LOOKS_ON = "You look on here. You can see what we decide, but others decide and do."
OFFICES_ONLY = "Only people of this group can see who is who."
CHAIR_ONLY = "Only the person who runs the meeting can do this."


class Who(IntEnum):
    """Each may do what those above it may."""

    ANYBODY = 0
    """Also when nobody is signed in."""
    KNOWN = 1
    """Whoever is signed in, with or without a seat."""
    SEATED = 2
    """Whoever sits on this committee, as whatever: also those who look on, such as an auditor."""
    TAKES_PART = 3
    """Members, staff, volunteers and trustees: whoever has a seat or a vote to take part with."""
    RUNS_MEETINGS = 4
    """The chair; where there is none, whoever has a vote."""


ANYBODY, KNOWN, SEATED = Who.ANYBODY, Who.KNOWN, Who.SEATED
TAKES_PART, RUNS_MEETINGS = Who.TAKES_PART, Who.RUNS_MEETINGS

TABLE: dict[str, Who] = {
    "static": ANYBODY,
    "enter.show": ANYBODY,
    "enter.ask": ANYBODY,
    "enter.enter": ANYBODY,
    "enter.begin": ANYBODY,
    "enter.leave": ANYBODY,
    "enter.left": ANYBODY,
    "pages.help": ANYBODY,
    "pages.look": ANYBODY,
    "pages.set_look": ANYBODY,
    "pages.credits": ANYBODY,
    "pages.health": ANYBODY,
    "practice.show": ANYBODY,
    "practice.answer": ANYBODY,
    "practice.show_more": ANYBODY,
    "practice.answer_more": ANYBODY,
    "practice.not_now": KNOWN,
    "enter.leave_everywhere": KNOWN,
    "people.committees": KNOWN,
    "people.choose": KNOWN,
    "now.show": SEATED,
    "now.known": TAKES_PART,
    "proposals.new": TAKES_PART,
    "proposals.check": TAKES_PART,
    "proposals.make": TAKES_PART,
    "proposals.made": SEATED,
    "proposals.choosing": TAKES_PART,
    "proposals.choose_people": TAKES_PART,
    "proposals.naming": TAKES_PART,
    "proposals.name_people": TAKES_PART,
    "proposals.stand": TAKES_PART,
    "proposals.stand_down": TAKES_PART,
    "proposals.fill_places": TAKES_PART,
    "proposals.end_role": TAKES_PART,
    "proposals.withdraw": TAKES_PART,
    "proposals.show": SEATED,
    "proposals.cast_ballot": TAKES_PART,
    "proposals.taking_back": TAKES_PART,
    "proposals.withdraw_ballot": TAKES_PART,
    "proposals.paper": TAKES_PART,
    "proposals.slips": TAKES_PART,
    "proposals.slip": TAKES_PART,
    "proposals.read_paper_ballot": TAKES_PART,
    "proposals.confirm_paper_ballot": TAKES_PART,
    "proposals.disputing": TAKES_PART,
    "proposals.dispute_paper_ballot": TAKES_PART,
    "proposals.hands": RUNS_MEETINGS,
    "proposals.count_hands": RUNS_MEETINGS,
    "proposals.helped": TAKES_PART,
    "proposals.asking_another": TAKES_PART,
    "proposals.give_proxy": TAKES_PART,
    "proposals.withdraw_proxy": TAKES_PART,
    "proposals.voting_for": TAKES_PART,
    "proposals.vote_for": TAKES_PART,
    "proposals.sizing": TAKES_PART,
    "proposals.judge_stake": TAKES_PART,
    "proposals.about_me": SEATED,
    "proposals.declare_interest": TAKES_PART,
    "proposals.staying_out": TAKES_PART,
    "proposals.recuse": TAKES_PART,
    "proposals.opening": RUNS_MEETINGS,
    "proposals.open_voting": RUNS_MEETINGS,
    "proposals.closing": RUNS_MEETINGS,
    "proposals.close_voting": RUNS_MEETINGS,
    "proposals.extend_voting": RUNS_MEETINGS,
    "proposals.joining": RUNS_MEETINGS,
    "proposals.add_voter": RUNS_MEETINGS,
    "proposals.tie": RUNS_MEETINGS,
    "proposals.break_tie": RUNS_MEETINGS,
    "proposals.note_support": TAKES_PART,
    "proposals.questions": SEATED,
    "proposals.ask_question": TAKES_PART,
    "proposals.answer_question": TAKES_PART,
    "proposals.better": TAKES_PART,
    "proposals.change_words": TAKES_PART,
    "proposals.wanting": SEATED,
    "proposals.voice_position": TAKES_PART,
    "proposals.aloud": RUNS_MEETINGS,
    "proposals.note_position": RUNS_MEETINGS,
    "proposals.worries": SEATED,
    "proposals.raise_objection": TAKES_PART,
    "proposals.answer_objection": TAKES_PART,
    "proposals.resolve_objection": TAKES_PART,
    "deciding.new": TAKES_PART,
    "deciding.record": TAKES_PART,
    "deciding.record_staff_alone": TAKES_PART,
    "deciding.ask": TAKES_PART,
    "afterwards.agreeing": SEATED,
    "afterwards.ask": RUNS_MEETINGS,
    "afterwards.refusing": RUNS_MEETINGS,
    "afterwards.refuse": RUNS_MEETINGS,
    "afterwards.looking": RUNS_MEETINGS,
    "afterwards.look": RUNS_MEETINGS,
    "afterwards.changing": TAKES_PART,
    "afterwards.change": TAKES_PART,
    "afterwards.reasoning": RUNS_MEETINGS,
    "afterwards.give_reason": RUNS_MEETINGS,
    "afterwards.confirm": TAKES_PART,
    "afterwards.telling": TAKES_PART,
    "afterwards.tell": TAKES_PART,
    "putting_off.not_now": RUNS_MEETINGS,
    "putting_off.put_off": RUNS_MEETINGS,
    "putting_off.asking": RUNS_MEETINGS,
    "putting_off.ask": RUNS_MEETINGS,
    "putting_off.answering": TAKES_PART,
    "putting_off.answer": TAKES_PART,
    "plan.index": SEATED,
    "plan.show": SEATED,
    "plan.every": SEATED,
    "plan.new": TAKES_PART,
    "plan.make": TAKES_PART,
    "plan.line": TAKES_PART,
    "plan.write_line": TAKES_PART,
    "plan.leave_out": TAKES_PART,
    "plan.drop_line": TAKES_PART,
    "plan.who": TAKES_PART,
    "plan.note_who": TAKES_PART,
    "plan.note_away": RUNS_MEETINGS,
    "jobs.index": SEATED,
    "jobs.show": SEATED,
    "jobs.new": TAKES_PART,
    "jobs.add": TAKES_PART,
    "jobs.not_needed": TAKES_PART,
    "jobs.drop": TAKES_PART,
    "jobs.take": TAKES_PART,
    "jobs.lay_down": TAKES_PART,
    "jobs.help": TAKES_PART,
    "jobs.ask_help": TAKES_PART,
    "jobs.give_help": TAKES_PART,
    "jobs.finish": TAKES_PART,
    "jobs.give": TAKES_PART,
    "jobs.offer_handover": TAKES_PART,
    "jobs.offer": SEATED,
    "jobs.accept_handover": TAKES_PART,
    "jobs.decline_handover": TAKES_PART,
    "jobs.take_back": TAKES_PART,
    "why.index": SEATED,
    "sharing.index": SEATED,
    "sharing.question": SEATED,
    "sharing.events": SEATED,
    "sharing.warnings": SEATED,
    "sharing.saying": SEATED,
    "sharing.say": TAKES_PART,
    "agreed.index": SEATED,
    "agreed.changing": TAKES_PART,
    "agreed.adopt": TAKES_PART,
    "five.show": SEATED,
    "five.begin": RUNS_MEETINGS,
    "five.asking": TAKES_PART,
    "five.answer": TAKES_PART,
    "five.close": RUNS_MEETINGS,
    "five.scores": SEATED,
    "five.score": TAKES_PART,
    "attesting.show": SEATED,
    "attesting.attest": TAKES_PART,
    "attesting.disputing": TAKES_PART,
    "attesting.dispute": TAKES_PART,
    "attesting.answer": TAKES_PART,
    "why.story": SEATED,
    "why.whole": SEATED,
    "why.record": SEATED,
    "why.without_authority": SEATED,
    "why.beyond": SEATED,
    "why.entry": SEATED,
    "why.person": SEATED,
    "why.rule": SEATED,
    "rules.index": SEATED,
    "rules.show": SEATED,
    "rules.way": SEATED,
    "rules.propose": TAKES_PART,
    "rules.adopt": TAKES_PART,
    "rules.as_all_else": TAKES_PART,
    "step_ins.index": SEATED,
    "step_ins.new": TAKES_PART,
    "step_ins.step_in": TAKES_PART,
    "step_ins.show": SEATED,
    "step_ins.tell": TAKES_PART,
    "step_ins.lift": TAKES_PART,
    "step_ins.reviewing": TAKES_PART,
    "step_ins.review": TAKES_PART,
    "meetings.index": SEATED,
    "meetings.new": TAKES_PART,
    "meetings.call": TAKES_PART,
    "meetings.meet_now": TAKES_PART,
    "meetings.show": SEATED,
    "meetings.moving": TAKES_PART,
    "meetings.move": TAKES_PART,
    "meetings.cancel": TAKES_PART,
    "meetings.item": TAKES_PART,
    "meetings.place_item": TAKES_PART,
    "meetings.open_meeting": TAKES_PART,
    "meetings.who": TAKES_PART,
    "meetings.note_who": TAKES_PART,
    "meetings.note": TAKES_PART,
    "meetings.take_note": TAKES_PART,
    "meetings.ending": TAKES_PART,
    "meetings.end": TAKES_PART,
    "meetings.confirm": TAKES_PART,
    "mandates.index": SEATED,
    "mandates.new": TAKES_PART,
    "mandates.propose": TAKES_PART,
    "mandates.grant": TAKES_PART,
    "mandates.show": SEATED,
    "mandates.renewing": TAKES_PART,
    "mandates.renew": TAKES_PART,
    "mandates.ending": TAKES_PART,
    "mandates.propose_end": TAKES_PART,
    "mandates.end": TAKES_PART,
    "people.index": SEATED,
    "people.add": RUNS_MEETINGS,
    "people.show": RUNS_MEETINGS,
    "people.give_name": SEATED,
    "people.link": RUNS_MEETINGS,
    "people.sign_out": RUNS_MEETINGS,
    "people.leaving": SEATED,
    "people.leave": KNOWN,
    "people.stepping_down": TAKES_PART,
    "people.lay_down_chair": TAKES_PART,
    "people.give_chair": RUNS_MEETINGS,
    "people.going": RUNS_MEETINGS,
    "people.note_leaving": RUNS_MEETINGS,
    "people.remove": RUNS_MEETINGS,
}
BY_NAME = {
    *("proposals.joining", "proposals.add_voter"),
    *("proposals.choosing", "proposals.choose_people", "proposals.naming"),
    *("proposals.name_people", "proposals.end_role"),
    *("jobs.give", "jobs.offer_handover", "proposals.note_support", "why.person"),
    *("proposals.helped", "proposals.paper", "proposals.slips", "proposals.slip"),
    *("proposals.asking_another", "proposals.give_proxy", "proposals.voting_for"),
    *("proposals.vote_for", "proposals.withdraw_proxy"),
    *("proposals.aloud", "proposals.note_position", "proposals.read_paper_ballot"),
    *("proposals.hands", "proposals.count_hands"),
    *("plan.who", "plan.note_who", "plan.note_away", "meetings.meet_now", "meetings.open_meeting"),
    *("meetings.who", "meetings.note_who", "mandates.new", "mandates.propose"),
    *("step_ins.reviewing", "step_ins.review"),
}
"""Where one person is picked out from the others: closed to those who are told offices only."""
THINGS = ("proposal", "plan", "task", "meeting", "stream")
"""What stands in an address and belongs to a committee."""


def let_in() -> Response | None:
    """Turn away whoever may not come so far."""
    if request.endpoint is None:
        return None
    who = TABLE.get(request.endpoint)
    if who is None:
        raise NotEligible(NOT_OPEN)
    if who < SEATED and g.get("viewer") and g.viewer.committee:
        _note_sight(_standing_to_see(CommitteeId(g.viewer.committee.committee)))
    if who is ANYBODY:
        return None
    if not g.viewer:
        if request.method in ("GET", "HEAD"):
            return redirect(url_for("enter.show"), code=303)
        raise NotEligible(SIGNED_OUT)
    if who >= SEATED:
        _must_reach(who, _here())
    return None


def may(endpoint: str) -> bool:
    """Whether this route is open to whoever reads this page, for what the page is about."""
    return reach() >= TABLE[endpoint] and (sees_names() or endpoint not in BY_NAME)


def reach() -> Who:
    """How far whoever reads this page comes, as it was found when they were let in."""
    far: Who = g.get("reach", KNOWN)
    return far if g.get("viewer") else ANYBODY


def for_templates() -> dict[str, Any]:
    """What every page is given: it draws no button and no way to a form that is not open."""
    return {"may": may, "looks_on": reach() is SEATED}


def _here() -> CommitteeId | None:
    """The committee of the thing in the address, else the one that was chosen; none for oneself."""
    thing: UUID | None = next(
        (value for name, value in (request.view_args or {}).items() if name in THINGS), None
    )
    if thing is None:
        return committee()
    return _home_to_press(thing) if _is_press() else _home_to_see(thing)


def _is_press() -> bool:
    """A press asks the log's own streams, as its command will; a page asks the read models.

    So no press waits until they have read on, and no page waits for whoever is writing.
    """
    return request.method == "POST"


def _home_to_press(thing: UUID) -> CommitteeId | None:
    with suppress(NotFound):  # the command says what is not there
        if home := services().governance.committee_of(thing):
            return home
    return committee()


def _home_to_see(thing: UUID) -> CommitteeId | None:
    """What belongs to no committee is a person, or is not there at all, which the page will say."""
    if home := services().record.home(thing):
        belong(home)
        return home
    if thing == g.viewer.person:
        return None
    if services().people.is_known(thing):
        raise NotEligible(NOT_YOURS)
    return committee()


def _must_reach(who: Who, here: CommitteeId | None) -> None:
    if here is None:
        return
    standing = _standing_to_press(here) if _is_press() else _standing_to_see(here)
    if standing is None:
        raise NotEligible(OTHERS_DO)
    g.reach = _how_far(standing)
    _note_sight(standing)
    if who >= TAKES_PART and g.reach < TAKES_PART:
        raise NotEligible(LOOKS_ON)
    if who > g.reach:
        raise NotEligible(CHAIR_ONLY)
    if request.endpoint in BY_NAME and not sees_names():
        raise NotEligible(OFFICES_ONLY)


def _note_sight(standing: Standing | None) -> None:
    """The committee sees itself whole. Trustees, and whoever looks on, are told offices.

    A trustee who runs the meetings writes down who is there, and so sees what the committee sees.
    Whoever has a vote reads who can be chosen, or could not choose.
    """
    if standing is not None and takes_part(standing):
        g.sees_names = standing.runs_meetings or standing.seat is not Seat.TRUSTEE
        g.has_vote = standing.voting


def _how_far(standing: Standing) -> Who:
    if not takes_part(standing):
        return SEATED
    return RUNS_MEETINGS if standing.runs_meetings else TAKES_PART


def _standing_to_press(here: CommitteeId) -> Standing | None:
    return services().governance.standing_of(here, g.viewer.person)


def _standing_to_see(here: CommitteeId) -> Standing | None:
    return services().directory.standing(here, g.viewer.person)
