"""What a command does not say of votes: whose help it was, and what is told at the end only.

Help is told to the voter, with all else that is kept of them (``hands show person``), and to nobody
else but as a number. A line beside a ballot would say whose it was, so there is none; and a vote on
the screen of whoever helped is told like any other on a screen. Where the rule says so, nobody
hears before the end how anybody votes. The whole record is written by ``hands export``.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from uuid import UUID

from domain.events import EVENTS, PositionVoiced, SupportNoted
from domain.ids import PersonId, ProposalId
from domain.kinds import Through
from projections.audit import Entry
from projections.helped import HAD_HELP, had_help
from projections.seen import BallotSeen, ProposalSeen
from projections.speaking import hides_wants
from projections.talk_seen import TalkSeen
from web.seen.hushed import SENTENCES
from web.services import Services, now
from web.terminal.parts import Facts

SCREENS = (Through.SHARED_SCREEN, Through.SUPPORTERS_SCREEN)
AT_THE_END = "told at the end"
KEPT = 256


class Quiet:
    """How an entry of the log is told. Whether a vote still hides how people vote is kept."""

    def __init__(self, services: Services) -> None:
        self._decisions, self._mandates = services.decisions, services.mandates
        self._hides = lru_cache(maxsize=KEPT)(self._hides_votes)
        self._unsaid = lru_cache(maxsize=KEPT)(self._hides_wants)

    def told(self, entry: Entry) -> Entry:
        """An entry, without whose help it was, or how somebody votes who is to be heard later."""
        if entry.topic == SupportNoted.TOPIC:
            return replace(entry, sentence=HAD_HELP)
        words = SENTENCES.get(EVENTS[entry.topic])
        is_want = entry.topic == PositionVoiced.TOPIC
        if words and (self._unsaid if is_want else self._hides)(entry.stream):
            return replace(entry, sentence=words)
        return entry

    def story(self, entries: Iterable[Entry]) -> list[Entry]:
        """What happened to one thing, but for who was helped."""
        return [self.told(one) for one in entries if one.topic != SupportNoted.TOPIC]

    def tells_at_the_end(self, idea: ProposalSeen) -> bool:
        """Whether what people want of this is told when their votes are."""
        return hides_wants(idea, self._mandates.rules_in_force(idea.committee))

    def _hides_wants(self, stream: UUID) -> bool:
        if not self._decisions.is_undecided(ProposalId(stream)):
            return False
        idea = self._decisions.proposal(ProposalId(stream), now())
        return idea is not None and self.tells_at_the_end(idea)

    def _hides_votes(self, stream: UUID) -> bool:
        if not self._decisions.is_running(ProposalId(stream)):
            return False
        idea = self._decisions.proposal(ProposalId(stream), now())
        return idea is not None and idea.hides_votes


def help_in_all(idea: ProposalSeen, talk: TalkSeen) -> Facts | None:
    """How many of the voters had help; null where the number could show who."""
    found = had_help(idea, talk)
    return {"helped": found[0], "voters": found[1]} if found else None


def without_slips(talk: TalkSeen, *, hidden: bool, unsaid: bool) -> TalkSeen:
    """What was said beside a vote, but for how people vote and what they want, if that waits."""
    heard = replace(talk, positions=()) if unsaid else talk
    return replace(heard, slips=()) if hidden else heard


def way_of(ballot: BallotSeen) -> tuple[Through, PersonId | None]:
    """How a ballot was given, and who wrote it down; whoever helped with it is not named."""
    if ballot.through in SCREENS:
        return Through.OWN_SCREEN, ballot.voter
    return ballot.through, ballot.recorded_by
