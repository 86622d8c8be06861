"""The vote tracking file of AsyncAPI's Technical Steering Committee, as lines of a history.

The file lists the members of today, and what each of them said to every vote. It tells when the
first and the last vote ended, and when each member's first one did; of the votes between it tells
only the order. What it does not tell is never made up: such a vote is put on the first day by which
the file lets us be sure that it was over, with a note. The rule is the one in the committee's
``.gitvote.yml``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal
from unicodedata import normalize

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from web.history.lines import Day
from web.history.places import Places
from web.history.sources import CannotRead, Note, Rows
from web.history.why import why

COMMITTEE = "asyncapi-tsc"
RULE = {"method": "majority", "threshold": "51/100", "base": "entitled"}
BALLOTS = {"In favor": "yes", "Against": "no", "Abstain": "abstain"}
SILENT, NOT_YET = "Not participated", "Not a member yet"
MEMBERS_OF_TODAY = "This file lists the members of today. Who left is missing, with their votes."

Cell = Literal["In favor", "Against", "Abstain", "Not participated", "Not a member yet"]


class Member(BaseModel):
    """One member, with what they said to each vote under its title and number."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Cell]

    name: str = Field(min_length=1)
    last_voted: Day | None = Field(alias="lastParticipatedVoteTime")
    last_ended: Day = Field(alias="lastVoteClosedTime")
    first_ended: Day = Field(alias="firstVoteClosedTime")
    own_first_ended: Day | None = Field(alias="firstEligibleVoteTime")
    is_active: bool | None = Field(default=None, alias="isVotedInLast3Months")
    agreed: int = Field(alias="agreeCount")
    disagreed: int = Field(alias="disagreeCount")
    abstained: int = Field(alias="abstainCount")
    silent: int = Field(alias="notParticipatingCount")

    @property
    def cells(self) -> dict[str, Cell]:
        """What they said to each vote, in the order of the votes."""
        return self.__pydantic_extra__

    def could_vote(self, vote: str) -> bool:
        """Whether they were a member by then."""
        return self.cells[vote] != NOT_YET

    def last_vote(self) -> str | None:
        """The last vote in which they took part."""
        return next((v for v in reversed(self.cells) if self.cells[v] in BALLOTS), None)

    def is_counted_right(self) -> bool:
        """Whether the numbers that the file gives are those of their votes."""
        said: list[str] = [*self.cells.values()]
        given = (self.agreed, self.disagreed, self.abstained, self.silent)
        return given == tuple(map(said.count, (*BALLOTS, SILENT)))


_ROWS = TypeAdapter(list[dict[str, Any]])


@dataclass(frozen=True)
class Days:
    """Between which days each vote was open, as far as the file tells."""

    began: dict[str, date]
    ended: dict[str, date]
    is_told: frozenset[str]
    """The votes of which the file tells when they ended; the others ended no later."""


def read(paths: Sequence[Path]) -> Rows:
    """The files as lines of a history."""
    rows = Rows()
    for path in paths:
        _add(rows, path)
    return rows.in_order()


def _add(rows: Rows, path: Path) -> None:
    text = _text(path)
    members = _members(path, text)
    votes = [*members[0].cells]
    _check(path, members, votes)
    days, places = _days(path, members, votes), Places(text)
    at = {member.name: places.after(member.name) for member in members}
    rows.notes.append(Note(path, 1, MEMBERS_OF_TODAY))
    for member in members:
        if not member.is_counted_right():
            said = f"The numbers given for “{member.name}” are not those of their votes."
            rows.notes.append(Note(path, places.line(at[member.name]), said))
    for vote in votes:
        number = places.line(places.of(vote))
        rows.notes += [Note(path, number, said) for said in _unsaid(vote, members, days)]
    for said_by, vote, line in _lines(members, votes, days):
        start = at[said_by] if said_by else 0
        rows.add(path, places.line(places.of(vote, start) if vote else start), line)


def _lines(
    members: Sequence[Member], votes: Sequence[str], days: Days
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each line, with the member and the vote that it is about."""
    yield (
        "",
        "",
        _line(
            "committee.founded", min(days.began.values()), "founded", name="AsyncAPI TSC", rule=RULE
        ),
    )
    for member in members:
        if mine := [days.began[vote] for vote in votes if member.could_vote(vote)]:
            yield (
                member.name,
                "",
                _line("person.joined", min(mine), f"joined {member.name}", person=member.name),
            )
    for vote in votes:
        yield from _vote(vote, [m for m in members if m.could_vote(vote)], days)


def _vote(
    vote: str, voters: Sequence[Member], days: Days
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    number, began, ended = _number(vote), days.began[vote], days.ended[vote]
    electorate = [member.name for member in voters]
    yield (
        "",
        vote,
        _line(
            "proposal.opened",
            began,
            f"opened {number}",
            proposal=number,
            title=_title(vote),
            electorate=electorate,
        ),
    )
    for member in voters:
        if (cell := member.cells[vote]) in BALLOTS:
            told = member.last_voted if member.last_vote() == vote else None
            yield (
                member.name,
                vote,
                _line(
                    "ballot.cast",
                    min(told or ended, ended),
                    f"{cell} {number} {member.name}",
                    proposal=number,
                    person=member.name,
                    choice=BALLOTS[cell],
                ),
            )
    if any(member.cells[vote] in BALLOTS for member in voters):
        yield "", vote, _line("proposal.decided", ended, f"decided {number}", proposal=number)


def _line(kind: str, day: date, tells: str, **said: Any) -> dict[str, Any]:
    """A line that is told again by what it is about, also when the file has grown."""
    name = f"{COMMITTEE}: {tells}"
    return {"kind": kind, "at": day.isoformat(), "id": name, "committee": COMMITTEE, **said}


def _unsaid(vote: str, members: Sequence[Member], days: Days) -> Iterator[str]:
    """What the file leaves open of a vote."""
    title = f"“{_title(vote)}”"
    if vote not in days.is_told:
        yield f"The file does not say when {title} ended: no later than {days.ended[vote]}."
    if not any(member.cells[vote] in BALLOTS for member in members):
        yield f"Nobody voted on {title}, so nothing is recorded as decided."


# ---- When


def _days(path: Path, members: Sequence[Member], votes: Sequence[str]) -> Days:
    told: dict[str, date] = {}
    for member in members:
        first = next((vote for vote in votes if member.could_vote(vote)), None)
        ends = [(votes[0], member.first_ended), (votes[-1], member.last_ended)]
        if first and member.own_first_ended:
            ends.append((first, member.own_first_ended))
        for vote, day in ends:
            if told.setdefault(vote, day) != day:
                raise CannotRead(path, f"“{_title(vote)}” ended on {told[vote]}, and on {day}.")
    ended: dict[str, date] = {}
    by = told[votes[-1]]
    for vote in reversed(votes):
        if told.get(vote, by) > by:
            raise CannotRead(path, f"“{_title(vote)}” ended later than a vote that came after it.")
        by = ended[vote] = told.get(vote, by)
    began = {vote: min([ended[vote], *_ballot_days(members, vote)]) for vote in votes}
    return Days(began, ended, frozenset(told))


def _ballot_days(members: Sequence[Member], vote: str) -> Iterator[date]:
    """When ballots were cast, of those whose day is told: each member's last one."""
    for member in members:
        if member.last_voted and member.last_vote() == vote:
            yield member.last_voted


# ---- What has to hold


def _text(path: Path) -> str:
    try:
        return normalize("NFC", path.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        raise CannotRead(path, "This file is not in UTF-8.") from None


def _members(path: Path, text: str) -> list[Member]:
    try:
        rows = _ROWS.validate_json(text)
    except ValidationError as problem:
        raise CannotRead(path, f"This is no vote tracking file. {why(problem)}") from None
    if not rows:
        raise CannotRead(path, "This vote tracking file has no members.")
    return [_member(path, number, row) for number, row in enumerate(rows, start=1)]


def _member(path: Path, number: int, row: dict[str, Any]) -> Member:
    try:
        return Member.model_validate(row)
    except ValidationError as problem:
        raise CannotRead(path, f"Member {number}: {why(problem)}") from None


def _check(path: Path, members: Sequence[Member], votes: Sequence[str]) -> None:
    if not votes:
        raise CannotRead(path, "This vote tracking file has no votes.")
    if odd := next((vote for vote in votes if not _title(vote) or not _number(vote)), None):
        raise CannotRead(path, f"“{odd}” is no vote: its title, $$ and its number.")
    if len({_number(vote) for vote in votes}) < len(votes):
        raise CannotRead(path, "Two votes have the same number.")
    for member in members:
        if [*member.cells] != votes:
            raise CannotRead(path, f"“{member.name}” has other votes than “{members[0].name}”.")
    if len({member.name for member in members}) < len(members):
        raise CannotRead(path, "Two members have the same name.")


def _title(vote: str) -> str:
    return vote.rpartition("$$")[0].strip()


def _number(vote: str) -> str:
    return vote.rpartition("$$")[2].strip()
