"""How the meeting before a night is told, and the plan that is made for it."""

from datetime import datetime, timedelta

from domain.ids import CHAIR
from domain.kinds import ApologyCause, Elsewhere, MeetingRole
from domain.values import Apology
from web.demo.people import CLUB, STAFF
from web.demo.stories.calendar import MONTHS
from web.demo.stories.dates import at, here, meeting, night
from web.demo.stories.founding import PICKS
from web.demo.stories.script import Night
from web.demo.stories.teller import Pen, Teller


def tell(teller: Teller, pen: Pen, it: Night) -> None:
    """Put a meeting into the diary: who runs it, who is there, and its end."""
    day = meeting(it.number)
    if not pen.is_staffs:
        teller.on(at(day, "12:00", days=-10), lambda when: _pass_chair_on(teller, it, when))
    pen.on(at(day, "12:00", days=-9), lambda when: _call(teller, pen, it, when))
    pen.on(at(day, "12:30", days=-9), lambda when: _plan(teller, pen, it, when))
    pen.on(at(day, "17:50"), lambda when: _open(teller, pen, it, when))
    pen.on(at(day, "19:30"), lambda when: _close(teller, pen, it, when))


def _pass_chair_on(teller: Teller, it: Night, when: datetime) -> None:
    """Whoever runs the meetings asks the next one, and they say yes."""
    if it.chair == teller.chair:
        return
    act = teller.act(teller.chair, when)
    teller.does.offer_role(act, teller.committee, CHAIR, teller.people[it.chair])
    act = teller.act(it.chair, when + timedelta(hours=1))
    teller.does.accept_role(act, teller.committee, CHAIR)
    teller.chair = it.chair


def _call(teller: Teller, pen: Pen, it: Night, when: datetime) -> None:
    on = here(meeting(it.number), "17:50")
    act = pen.act(it.chair, when)
    made = teller.does.call_meeting(act, teller.committee, on, "The small room of the hall")
    teller.meetings[it.number] = made


def _plan(teller: Teller, pen: Pen, it: Night, when: datetime) -> None:
    """Whoever picks the theme makes the plan. Staff make it themselves, by no right they state."""
    act = pen.act(STAFF if pen.is_staffs else PICKS, when)
    right = None if pen.is_staffs else teller.does.grant_of(teller.committee, teller.mandate)
    title, on = f"Club night in {MONTHS[it.number - 1]}", here(night(it.number), "19:00")
    made = teller.does.make_plan(act, teller.committee, title, on, authority=right)
    teller.plans[it.number] = made


def _open(teller: Teller, pen: Pen, it: Night, when: datetime) -> None:
    does, made = teller.does, teller.meetings[it.number]
    does.open_meeting(pen.act(it.chair, when), made)
    present = [teller.people[name] for name in CLUB if name not in it.away]
    away = [
        Apology(person=teller.people[name], cause=ApologyCause.TIME)
        for name in CLUB
        if name in it.away
    ]
    does.note_attendance(pen.act(it.minutes, when), made, present, away)
    does.hold_meeting_role(pen.act(it.chair, when), made, MeetingRole.CHAIR)
    does.hold_meeting_role(pen.act(it.minutes, when), made, MeetingRole.MINUTES)


def _close(teller: Teller, pen: Pen, it: Night, when: datetime) -> None:
    does, made = teller.does, teller.meetings[it.number]
    if not pen.is_staffs:
        does.answer_elsewhere(pen.act(it.chair, when), made, Elsewhere.NO)
    does.close_meeting(pen.act(it.chair, when), made)
