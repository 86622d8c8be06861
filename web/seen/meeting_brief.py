"""A meeting in short: when, where, and how it stands."""

from dataclasses import dataclass

from flask import g

from projections.meetings_seen import MeetingSeen, Phase
from web.clock import Moment

NO_DAY = Moment("Some day")
STANDING = {
    Phase.CALLED: ("new", "It is to come", "clock"),
    Phase.OPEN: ("objection", "It goes on now", "talk"),
    Phase.CLOSED: ("none", "It is over", "done"),
    Phase.CANCELLED: ("no", "It does not happen", "stop"),
}


@dataclass(frozen=True, slots=True)
class Brief:
    """One meeting in a list."""

    id: str
    on: Moment
    place: str
    kind: str
    word: str
    picture: str
    decided: int
    notes: int


def brief(seen: MeetingSeen) -> Brief:
    """When and where it is, and how it stands."""
    kind, word, picture = STANDING[seen.phase]
    if seen.is_confirmed:
        kind, word, picture = "yes", "This is right", "done"
    return Brief(
        id=str(seen.meeting),
        on=_on(seen),
        place=seen.place or "",
        kind=kind,
        word=word,
        picture=picture,
        decided=len(seen.decided),
        notes=len(seen.notes),
    )


def _on(seen: MeetingSeen) -> Moment:
    """When it began; until then, for when it was called."""
    on = NO_DAY
    if seen.began:
        on = g.clock.tell(seen.began, to_the_day=seen.to_the_day)
    elif seen.on:
        on = g.clock.tell_local(seen.on)
    return on
