"""By which command each event comes about: one file for each stream, one function for each event.

Each function is given a line under way (``Telling``) and the event that the line says. It gives the
command that people give by pressing buttons, and no more; what that makes is compared elsewhere.
"""

from collections.abc import Mapping

from domain.events import Event
from web.history.native.commands import (
    committees,
    deciding,
    meetings,
    people,
    plans,
    proposals,
    records,
    roles,
    tasks,
    voting,
)
from web.history.native.commands.of import Command

COMMANDS: Mapping[type[Event], Command] = {
    **people.COMMANDS,
    **committees.COMMANDS,
    **roles.COMMANDS,
    **records.COMMANDS,
    **proposals.COMMANDS,
    **voting.COMMANDS,
    **deciding.COMMANDS,
    **plans.COMMANDS,
    **tasks.COMMANDS,
    **meetings.COMMANDS,
}
