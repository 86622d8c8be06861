"""Votes on paper: how far each slip has come, and what somebody reads on one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from flask import g, url_for

from domain.ids import PersonId, SlipId
from domain.voting.answers import Answer, Choice
from projections.seen import ProposalSeen, Stage
from projections.talk_seen import ReadingSeen, SlipSeen
from web.clock import Moment
from web.seen.ideas import entitled, silent
from web.seen.papers import (
    OptionShown,
    allows,
    ballot_form,
    most_of,
    picked_in,
    said_in_words,
)
from web.seen.people import Person, people
from web.services import services

State = Literal["waits", "differs", "counts", "gone"]
SAYS: dict[State, str] = {
    "waits": "One person has read it. It does not count yet.",
    "differs": "People read different things. It does not count yet.",
    "counts": "Two people read the same. It counts.",
    "gone": "It counts no more.",
}


@dataclass(frozen=True, slots=True)
class Read:
    """What one person read on a slip."""

    by: Person
    of: Person
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip of paper. What was read on it is shown where people read different things."""

    number: int
    state: State
    says: str
    readers: list[Person]
    mine: bool
    readings: list[Read]
    of: Person | None
    href: str

    @property
    def now_says(self) -> str:
        """What whoever has just read it is told."""
        if self.state == "waits":
            return f"Write {self.number} on the slip. Now somebody else reads it."
        return self.says


@dataclass(frozen=True, slots=True)
class PaperPage:
    """What ``paper.html`` and ``slips.html`` show."""

    proposal: str
    question: str
    is_open: bool
    closes: Moment
    slips: list[Slip]
    new: str
    missing: list[Person]
    kind: str
    most: int
    options: list[OptionShown]
    allows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SlipPage:
    """What ``slip.html`` shows; ``voter``, ``answer`` and the ranks are what was picked so far."""

    proposal: str
    slip: str
    number: int
    question: str
    is_open: bool
    mine: bool
    voters: list[Person]
    voter: str
    kind: str
    most: int
    options: list[OptionShown]
    answer: str
    allows: tuple[str, ...]


def paper_page(idea: ProposalSeen, new: SlipId) -> PaperPage:
    """Every slip of one vote; ``new`` names the next."""
    kind, options = ballot_form(idea)
    return PaperPage(
        proposal=str(idea.proposal),
        question=idea.title,
        is_open=idea.stage is Stage.OPEN,
        closes=g.clock.tell_end(idea.closes_at),
        slips=list(_slips(idea)),
        new=_address(idea, new),
        missing=people(silent(idea)),
        kind=kind,
        most=most_of(idea.terms),
        options=options,
        allows=allows(idea),
    )


def slip_of(idea: ProposalSeen, slip: SlipId) -> Slip:
    """One slip that was read."""
    address = _address(idea, slip)
    return next(one for one in _slips(idea) if one.href == address)


def slip_page(
    idea: ProposalSeen, slip: SlipId, voter: str = "", answer: Answer | None = None
) -> SlipPage:
    """One slip, read by somebody who is not told what others read on it."""
    read = list(_slips(idea))
    address = _address(idea, slip)
    found = next((one for one in read if one.href == address), None)
    kind, options = ballot_form(idea, answer)
    return SlipPage(
        proposal=str(idea.proposal),
        slip=str(slip),
        number=found.number if found else len(read) + 1,
        question=idea.title,
        is_open=idea.stage is Stage.OPEN,
        mine=bool(found and found.mine),
        voters=people(_who_may_use_paper(idea)),
        voter=voter,
        kind=kind,
        most=most_of(idea.terms),
        options=options,
        answer=picked_in(answer),
        allows=allows(idea),
    )


def half_read(idea: ProposalSeen) -> int:
    """How many slips do not count yet, since only one person has read them, or they differ."""
    return sum(one.state in ("waits", "differs") for one in _slips(idea))


def _slips(idea: ProposalSeen) -> Iterator[Slip]:
    for number, seen in enumerate(services().talk.about(idea.proposal).slips, 1):
        state, held = _state(idea, seen), [one for one in seen.readings if one.holds]
        of = held[-1].of if state == "counts" else None
        yield Slip(
            number=number,
            state=state,
            says=SAYS[state],
            readers=people(one.by for one in held),
            mine=any(one.by == g.viewer.person for one in held),
            readings=[_read(one, idea) for one in held] if state == "differs" else [],
            of=people([of])[0] if of else None,
            href=_address(idea, seen.slip),
        )


def _state(idea: ProposalSeen, seen: SlipSeen) -> State:
    cast = [ballot for ballot in idea.ballots if ballot.slip == seen.slip]
    if any(ballot.counted for ballot in cast):
        return "counts"
    if cast or idea.stage is not Stage.OPEN:
        return "gone"
    return "differs" if seen.differs else "waits"


def _read(one: ReadingSeen, idea: ProposalSeen) -> Read:
    kind = one.answer.value if isinstance(one.answer, Choice) else "option"
    words = said_in_words(one.answer, idea.options)
    return Read(_person(one.by, one.reader), _person(one.of, one.voter), kind, words)


def _person(who: PersonId | None, name: str | None) -> Person:
    return Person(str(who or ""), name or "nobody")


def _who_may_use_paper(idea: ProposalSeen) -> list[PersonId]:
    """Whoever has voted on a screen takes that vote back first."""
    on_screen = {ballot.voter for ballot in idea.counted_ballots if ballot.slip is None}
    return [who for who in entitled(idea) if who not in on_screen]


def _address(idea: ProposalSeen, slip: SlipId) -> str:
    return url_for("proposals.slip", proposal=idea.proposal, slip=slip)
