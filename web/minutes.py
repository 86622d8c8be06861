"""While a meeting lasts: who is there, what is said, and the end of it."""

from typing import Any
from uuid import UUID

from flask import redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.ids import MeetingId, PersonId, StreamId
from domain.kinds import Elsewhere, MeetingRole
from domain.values import Apology
from projections.meetings_seen import MeetingSeen
from web.asking import act
from web.forms import Maybe, Mend, Text, asked, form, mend, missing, ticked
from web.meetings import find, pages, to_meeting
from web.once import once
from web.seen.meetings import meeting_page, ran_by
from web.seen.people import people
from web.services import services


class Who(BaseModel):
    """Who runs the meeting, and who writes it down; who is there is ticked beside."""

    chair: Maybe[UUID] = None
    writer: Maybe[UUID] = None


class Said(BaseModel):
    """Something that was said, and about what."""

    words: Text = ""
    item: Maybe[UUID] = None

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing((self.words, "words", "Write what was said."))


class Ending(BaseModel):
    """Whether anything was decided outside meetings since the last one."""

    elsewhere: Maybe[Elsewhere] = None
    words: Text = ""

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing((self.elsewhere, "elsewhere", "Pick one answer."))


@pages.post("/<uuid:meeting>/start")
def open_meeting(meeting: UUID) -> Response:
    services().governance.open_meeting(act(), MeetingId(meeting))
    return redirect(url_for(".who", meeting=meeting), code=303)


@pages.get("/<uuid:meeting>/who")
def who(meeting: UUID) -> str:
    return render_template("meeting_who.html", **_who(find(meeting)))


@pages.post("/<uuid:meeting>/who")
@once
def note_who(meeting: UUID) -> Response:
    """Who is there and who could not come; who runs it, and who writes it down."""
    said, it, does = form(Who), MeetingId(meeting), services().governance
    at_work = [PersonId(one) for one in (said.chair, said.writer) if one]
    here = [*map(PersonId, ticked("here")), *at_work]
    away = [Apology(person=PersonId(one)) for one in ticked("away") if one not in here]
    with does.batch(at_once=True):
        does.note_attendance(act(), it, here, away)
        for role, one in ((MeetingRole.CHAIR, said.chair), (MeetingRole.MINUTES, said.writer)):
            if one:
                does.hold_meeting_role(act(), it, role, PersonId(one))
    return to_meeting(meeting, "We wrote down who is here.")


@pages.get("/<uuid:meeting>/notes")
def note(meeting: UUID) -> str:
    return render_template("meeting_note.html", **_noting(meeting, asked(Said)), wrong={})


@pages.post("/<uuid:meeting>/notes")
@once
def take_note(meeting: UUID) -> Response | Mend:
    said = form(Said)
    if said.wrong:
        return mend("meeting_note.html", said.wrong, **_noting(meeting, said))
    about = StreamId(said.item) if said.item else None
    services().governance.take_note(act(), MeetingId(meeting), said.words, about)
    return to_meeting(meeting, "It is written down.")


@pages.get("/<uuid:meeting>/end")
def ending(meeting: UUID) -> str:
    find(meeting)
    return render_template("meeting_end.html", meeting=meeting, said=asked(Ending), wrong={})


@pages.post("/<uuid:meeting>/end")
@once
def end(meeting: UUID) -> Response | Mend:
    said, it, does = form(Ending), MeetingId(meeting), services().governance
    if said.elsewhere is None:
        return mend("meeting_end.html", said.wrong, meeting=meeting, said=said)
    with does.batch(at_once=True):
        does.answer_elsewhere(act(), it, said.elsewhere, said.words)
        does.close_meeting(act(), it)
    return to_meeting(meeting, "The meeting is over. Thank you all!")


def _who(seen: MeetingSeen) -> dict[str, Any]:
    """Everybody who sits here; before anything was noted, nobody is ticked."""
    members = people(one.person for one in services().directory.members(seen.committee))
    return {
        "meeting": seen.meeting,
        "members": members,
        "here": [str(one.person) for one in seen.present],
        "away": [str(one.person) for one in seen.apologies],
        "chair": next(iter(ran_by(seen, MeetingRole.CHAIR)), ""),
        "writer": next(iter(ran_by(seen, MeetingRole.MINUTES)), ""),
    }


def _noting(meeting: UUID, said: Said) -> dict[str, Any]:
    return {"page": meeting_page(find(meeting)), "said": said}
