"""What the log says, as this person may read it: who was helped to vote is told to nobody else."""

from flask import g

from domain.events import SupportNoted
from projections.audit import Entry
from web.services import services

SOMEBODY_HAD_HELP = "Somebody had help with a vote. It counts like every other."


def told(entry: Entry) -> str:
    """The sentence of one event; help with a vote is told by name to the voter and the helper."""
    if entry.topic != SupportNoted.TOPIC:
        return entry.sentence
    _, event = services().governance.placed_event(entry.event)
    theirs = isinstance(event, SupportNoted) and g.viewer.person in (event.voter, event.supporter)
    return entry.sentence if theirs else SOMEBODY_HAD_HELP
