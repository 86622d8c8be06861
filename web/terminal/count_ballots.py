"""BALLOTS.jsonl of ``hands count``: what people said, by nobody in particular."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import from_json, to_json

from domain.errors import Malformed
from domain.ids import OptionId, PersonId
from domain.kinds import Seat
from domain.voting.answers import Answer, Approvals, Ranking, Scores, Unlisted, check_answer
from domain.voting.electorate import Voter
from domain.voting.fits import Group, problems_among
from domain.voting.rule import Base, Rule
from web.history.ballots import CHOICES, ONE_ANSWER
from web.history.lines import Name
from web.history.names import BadLine
from web.history.said_once import must_say_once
from web.history.vote_lines import StrictNumber
from web.history.why import why
from web.terminal.blt import Blt
from web.terminal.count_rule import Question, option_of

SHOWN = 20


class Line(BaseModel):
    """What a ballot says, how many ballots said just this, and the seat of those who did."""

    model_config = ConfigDict(extra="forbid")

    choice: str | None = None
    ranking: list[list[Name]] | None = None
    unlisted: Unlisted | None = None
    scores: dict[Name, Annotated[int, Field(strict=True)] | StrictNumber] | None = None
    approves: list[Name] | None = None
    times: Annotated[int, Field(strict=True, gt=0)] = 1
    seat: Seat = Seat.MEMBER


@dataclass
class Ballots:
    """Equal ballots, and those who are silent, as one voter each with how many they are."""

    voters: list[Voter] = field(default_factory=list)
    answers: dict[PersonId, Answer] = field(default_factory=dict)
    folded: dict[PersonId, int] = field(default_factory=dict)

    def add(self, rule: Rule, seat: Seat, times: int, answer: Answer | None) -> None:
        """So many more people of a seat, who say this, or nothing."""
        person = PersonId(uuid4())
        weight = times * rule.weight_of(person, seat)
        self.voters.append(Voter(person=person, seat=seat, weight=weight))
        self.folded[person] = times
        if answer is not None:
            self.answers[person] = answer

    def people(self, seat: Seat | None = None) -> int:
        """How many they are, of all seats or of one."""
        return sum(self.folded[v.person] for v in self.voters if seat in (None, v.seat))


def read_ballots(file: Path, question: Question) -> Ballots:
    """All ballots of a file, or a sentence for each line that is wrong; and who is silent."""
    read, wrong = Ballots(), list[str]()
    for number, times, line in _lines(file):
        try:
            said = Line.model_validate_json(line)
            must_say_once(line, from_json(line))
            answer = as_answer(said, question)
        except ValidationError as problem:
            wrong.append(f"line {number}: {why(problem)}")
        except (BadLine, Malformed) as problem:
            wrong.append(f"line {number}: {problem}")
        else:
            read.add(question.rule, said.seat, times * said.times, answer)
    if wrong:
        more = f"\n… and {len(wrong) - SHOWN:,} more." if len(wrong) > SHOWN else ""
        raise Malformed("\n".join(f"{file.name}, {one}" for one in wrong[:SHOWN]) + more)
    return _whole(read, file, question)


def ballots_of(blt: Blt, file: Path, question: Question) -> Ballots:
    """The ballots of a BLT file; one that ranks nobody is somebody who said nothing."""
    read = Ballots()
    for line, times, places in blt.ballots:
        said = Line(ranking=[[*place] for place in places])
        try:
            answer = as_answer(said, question) if places else None
        except Malformed as problem:
            raise Malformed(f"{file.name}, line {line}: {problem}") from None
        read.add(question.rule, said.seat, times, answer)
    return _whole(read, file, question)


def _whole(read: Ballots, file: Path, question: Question) -> Ballots:
    """With those who are silent; refused where there is nobody, or more than can be."""
    if not read.voters:
        raise Malformed(
            f"There are no ballots in {file.name}. Nobody voted, so nothing is decided."
        )
    _add_silent(read, question)
    seats = question.rule.seats
    if question.rule.base is Base.SEATS and seats and read.people() > seats:
        raise Malformed(f"There are {read.people()} ballots, and no more than {seats} by the rule.")
    if question.beside.entitled is not None:
        _could_pass(read, question)
    return read


def _lines(file: Path) -> Iterator[tuple[int, int, bytes]]:
    """Every different line: where it stands first, how often it stands there, and what it says."""
    seen: dict[bytes, list[int]] = {}
    with file.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            bare = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
            if bare and not bare.startswith(b"#"):
                seen.setdefault(bare, [number, 0])[1] += 1
    return ((number, times, line) for line, (number, times) in seen.items())


def as_answer(said: Line, question: Question) -> Answer:
    """What a line says, fitted to the question."""
    given = (said.choice, said.ranking, said.scores, said.approves)
    if given.count(None) != len(given) - 1:
        raise Malformed(ONE_ANSWER)
    if said.unlisted is not None and said.ranking is None:
        raise Malformed("Only a ranking can say what its unlisted options mean.")
    answer = _answer(said, question.options)
    check_answer(answer, question.rule, [*question.options.values()])
    return answer


def _answer(said: Line, options: Mapping[str, OptionId]) -> Answer:
    if said.choice is not None:
        if said.choice not in CHOICES:
            raise Malformed(f"“{said.choice}” is no choice. Write one of {', '.join(CHOICES)}.")
        return CHOICES[said.choice]
    if said.ranking is not None:
        places = tuple(tuple(option_of(options, o) for o in place) for place in said.ranking)
        return Ranking(places=places, unlisted=said.unlisted or Unlisted.LAST)
    if said.scores is not None:
        return Scores(scores={option_of(options, o): n for o, n in said.scores.items()})
    return Approvals(options=tuple(option_of(options, o) for o in said.approves or ()))


def chair_says(question: Question) -> Answer | None:
    """The answer that breaks a tie, where the file of the rule gives one."""
    said: str | dict[str, Any] | None = question.beside.chair
    if said is None:
        return None
    given = {"choice": said} if isinstance(said, str) else said
    try:
        return as_answer(Line.model_validate_json(to_json(given)), question)
    except ValidationError as problem:
        raise Malformed(f"chair: {why(problem)}") from None


def _could_pass(read: Ballots, question: Question) -> None:
    """Refuse a rule by which nothing could pass with those who may vote.

    Who may vote at all, and in which order, is for whoever holds a vote: here it has been held.
    """
    terms = question.rule.model_copy(update={"voters": (), "last": ()})
    voting = [_group(voter, read.folded[voter.person]) for voter in read.voters]
    if problems := [*problems_among(terms, voting)]:
        raise Malformed(" ".join(["This can never pass.", *problems]))


def _group(voter: Voter, people: int) -> Group:
    return Group(voter.seat, people, voter.weight // people)


def _add_silent(read: Ballots, question: Question) -> None:
    """Those who may vote and did not, as far as the rule's file tells how many may."""
    for seat, may in _entitled(read, question.beside.entitled):
        voted = read.people(seat)
        if voted > may:
            whose = f" with the seat “{seat}”" if seat else ""
            raise Malformed(f"There are {voted} ballots{whose}, and only {may} people can vote.")
        if may > voted:
            read.add(question.rule, seat or Seat.MEMBER, may - voted, None)


def _entitled(
    read: Ballots, said: int | Mapping[Seat, int] | None
) -> Iterable[tuple[Seat | None, int]]:
    if said is None:
        return ()
    if isinstance(said, int):
        return ((None, said),)
    return ({voter.seat: 0 for voter in read.voters} | dict(said)).items()
