"""What a command does not say of help with a vote: whose it was.

It is told to the voter, with all else that is kept of them (``hands show person``), and to nobody
else but as a number. A line beside a ballot would say whose it was, so there is none.
"""

from collections.abc import Iterable
from dataclasses import replace

from domain.events import SupportNoted
from projections.audit import Entry
from projections.helped import HAD_HELP, had_help
from projections.seen import ProposalSeen
from projections.talk_seen import TalkSeen
from web.terminal.parts import Facts


def without_help(story: Iterable[Entry]) -> list[Entry]:
    """What happened to one thing, but for who was helped."""
    return [entry for entry in story if entry.topic != SupportNoted.TOPIC]


def unsaid(entry: Entry) -> Entry:
    """An entry of the log, which leaves none out and says not who was helped."""
    return replace(entry, sentence=HAD_HELP) if entry.topic == SupportNoted.TOPIC else entry


def help_in_all(idea: ProposalSeen, talk: TalkSeen) -> Facts | None:
    """How many of the voters had help; null where the number could show who."""
    found = had_help(idea, talk)
    return {"helped": found[0], "voters": found[1]} if found else None
