"""Whatever people do, in whatever order, through whichever of two programs: the statutes hold."""

import atexit
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from functools import cache
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from domain.act import Act
from domain.application import Governance
from domain.errors import RuleBroken
from domain.events import DecisionTaken, Event, LineWritten, ObjectionRaised, VotingClosed
from domain.ids import CHAIR, CommitteeId, LineId, ObjectionId, PersonId, PlanId, ProposalId, TaskId
from domain.kinds import Closing, Resolution, Seat
from domain.values import EventId
from domain.voting.answers import Choice
from domain.voting.rule import Method, Rule
from tests.domain.auditor import Auditor
from tests.domain.whole import must_be_served_as_recorded, must_be_whole
from tests.facts import CONSENT, MAJORITY, NO, NOT_SURE, YES
from tests.facts import NOON as BEGINNING
from tests.scenario import governing, history

T = TypeVar("T")

TWO_THIRDS = Rule(method=Method.SUPERMAJORITY)

QUICK = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 -- only where to look
"""Where files cost no disk: no power is lost here, and there are thousands of writes."""

somebody = st.sampled_from([0, 1, 2, 0, 1, 2, 0, 1, 2, 3, 4])
"""Asha, Ben, Cara sit on the committee at first; Dev on another one; the last is unknown to all."""

seldom = st.sampled_from([False, False, False, False, True])

number = st.integers(0, 5)
answer = st.sampled_from([YES, NO, NOT_SURE, Choice.OBJECTION])
right = st.integers(-60, 60)
"""Below nought the committee's own decisions, above anything that could be taken for a right."""
program = st.integers(0, 1)


@dataclass(frozen=True)
class Clubs:
    """Two committees that have decided something, and the files that tell of it."""

    folder: Path
    people: tuple[PersonId, ...]
    club: CommitteeId
    night: PlanId
    idea: ProposalId
    job: TaskId
    rights: tuple[EventId, ...]


@cache
def clubs() -> Clubs:
    """Made once; every sequence begins with a copy."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    with governing(Path(folder.name)) as it:
        people = tuple(it.register_person(Act.of_program(BEGINNING)) for _ in range(4))
        asha, ben, cara, dev = people
        club, decision = _deciding_club(it, asha, ben, cara)
        _, foreign = _deciding_club(it, dev)
        act = Act.now(asha, BEGINNING)
        idea = it.make_proposal(act, club, "An idea")
        night = it.make_plan(act, club, "Club night", authority=decision)
        job = it.add_task(act, club, "Speakers", people=2, authority=decision)
        foundings = [event.event_id for event in history(it) if "founded" in event.TOPIC]
        rights = (decision, *foundings, foreign, EventId("our vote"))
        return Clubs(Path(folder.name), (*people, PersonId(CHAIR)), club, night, idea, job, rights)


def _deciding_club(it: Governance, *people: PersonId) -> tuple[CommitteeId, EventId]:
    act = Act.now(people[0], BEGINNING)
    club = it.found_committee(act, "Club", MAJORITY)
    for one in people:
        it.seat_person(act, club, one)
    idea = it.make_proposal(act, club, "A club night")
    it.open_voting(act, idea)
    it.cast_ballot(act, idea, YES)
    it.close_voting(act, idea)
    return club, it.authority_of(idea)


class Meanwhile(Enum):
    """What somebody does while people vote."""

    NOTHING = auto()
    LEAVES = auto()
    STAYS_OUT = auto()
    VOTES_ANEW = auto()
    TAKES_IT_BACK = auto()
    IS_CONTENT = auto()
    CHANGES_THE_RULE = auto()


def among(things: Sequence[T], number: int) -> T:
    """The last is the likeliest to be drawn."""
    return things[-1 - abs(number) % len(things)]


class People(RuleBasedStateMachine):
    """People do things, one after the other, through one of two programs on the same files."""

    def __init__(self) -> None:
        super().__init__()
        self.clubs = clubs()
        self.files = ExitStack()
        self.folder = Path(self.files.enter_context(TemporaryDirectory(dir=QUICK)))
        for file in self.clubs.folder.iterdir():
            copy(file, self.folder)
        self.programs = [self.files.enter_context(governing(self.folder)) for _ in range(2)]
        self.now = BEGINNING
        self.events: list[Event] = []
        self.auditor = Auditor()
        self.decisions = [self.clubs.rights[0]]
        self.rights: list[EventId | None] = [None, *self.clubs.rights]
        self.worries: list[ObjectionId] = []
        self.lines: list[LineId] = [LineId(CHAIR)]
        self.ideas: list[ProposalId] = [self.clubs.idea]
        self.tasks: list[TaskId] = [self.clubs.job]
        self.read_on()

    def teardown(self) -> None:
        with self.files:
            for one in self.programs:
                must_be_served_as_recorded(one)
            must_be_whole(self.folder)

    def read_on(self) -> list[Event]:
        """What was recorded since, checked by the auditor."""
        new = history(self.programs[0], len(self.events))
        self.auditor.read(new)
        self.events += new
        for event in new:
            if isinstance(event, DecisionTaken | VotingClosed):
                self.rights.append(event.event_id)
            if event.event_id in self.auditor.decisions and event.originator_id in self.ideas:
                self.decisions.append(event.event_id)
            if isinstance(event, ObjectionRaised):
                self.worries.append(event.objection)
            elif isinstance(event, LineWritten):
                self.lines.append(event.line)
        return new

    def do(self, which: int, who: int, work: Callable[[Governance, Act], T]) -> T | None:
        """Somebody does this; it is done, or refused in a sentence and nothing written."""
        self.refusal = ""
        done: T | None = None
        try:
            done = work(self.programs[which], Act.now(self.clubs.people[who], self.now))
        except RuleBroken as problem:
            self.refusal = str(problem)
        new = self.read_on()
        if self.refusal:
            assert self.refusal[0].isupper()
            assert self.refusal.endswith(".")
            # At a deadline the vote ends, whoever comes next and whatever they want.
            assert [type(event) for event in new] in ([], [VotingClosed, DecisionTaken])
            assert not new or getattr(new[0], "how", None) is Closing.DEADLINE
        return done

    def idea(self, number: int) -> ProposalId:
        return among(self.ideas, number)

    def task(self, number: int) -> TaskId:
        return among(self.tasks, number)

    def cited(self, number: int) -> EventId | None:
        return among(self.rights if number > 0 else self.decisions, number)

    # ---- Time

    @rule(minutes=st.integers(-5, 90))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    # ---- Ideas and votes

    @rule(which=program, who=somebody)
    def make_proposal(self, which: int, who: int) -> None:
        club = self.clubs.club
        if made := self.do(which, who, lambda it, act: it.make_proposal(act, club, "Idea")):
            self.ideas.append(made)

    @rule(which=program, who=somebody, idea=number, sure=seldom)
    def withdraw_proposal(self, which: int, who: int, idea: int, sure: bool) -> None:  # noqa: FBT001
        if sure:
            self.do(which, who, lambda it, act: it.withdraw_proposal(act, self.idea(idea)))

    @rule(which=program, who=somebody, idea=number, minutes=st.none() | st.integers(0, 120))
    def open_voting(self, which: int, who: int, idea: int, minutes: int | None) -> None:
        end = None if minutes is None else self.now + timedelta(minutes=minutes)
        self.do(which, who, lambda it, act: it.open_voting(act, self.idea(idea), closes_at=end))

    @rule(which=program, who=somebody, idea=number, says=answer, whose=st.none() | somebody)
    def cast_ballot(self, which: int, who: int, idea: int, says: Choice, whose: int | None) -> None:
        voter = None if whose is None else self.clubs.people[whose]
        self.do(which, who, lambda it, act: it.cast_ballot(act, self.idea(idea), says, voter))
        if not self.refusal:
            answered = self.auditor.votes[self.idea(idea)].ballots
            assert answered[voter or self.clubs.people[who]] is says

    @rule(
        says=st.tuples(*[st.none() | answer] * 3),
        minutes=st.none() | st.integers(1, 60),
        meanwhile=st.sampled_from(Meanwhile),
        who=somebody,
        then=right,
    )
    def a_vote_is_held(
        self,
        says: tuple[Choice | None, ...],
        minutes: int | None,
        meanwhile: Meanwhile,
        who: int,
        then: int,
    ) -> None:
        """Of one piece, and then perhaps what it allows; the other rules do all this in pieces."""
        self.make_proposal(0, 0)
        for opens in range(4):
            self.open_voting(1, opens, 0, minutes)
        for voter, choice in enumerate(says):
            if choice:
                self.cast_ballot(voter % 2, voter, 0, choice, None)
        self.somebody_thinks_better_of_it(meanwhile, who)
        self.time_passes(minutes or 0)
        for closes in range(4):
            self.close_voting(closes % 2, closes, 0)
        self.write_line(1, 1, 0, then)
        self.adopt_rule(who % 2, 2, then, among([CONSENT, MAJORITY, TWO_THIRDS], then))

    def somebody_thinks_better_of_it(self, meanwhile: Meanwhile, who: int) -> None:
        match meanwhile:
            case Meanwhile.LEAVES:
                self.leave_committee(0, who, who)
                self.cast_ballot(1, who, 0, YES, None)
                self.seat_person(1, 0, who, 2, Seat.MEMBER)
                self.cast_ballot(0, who, 0, NO, None)
            case Meanwhile.STAYS_OUT:
                self.raise_objection(0, who, 0, "")
                self.recuse(1, who, 0)
                self.cast_ballot(0, who, 0, YES, None)
            case Meanwhile.VOTES_ANEW:
                for which, says in ((1, NO), (0, YES), (1, NO)):
                    self.cast_ballot(which, who, 0, says, None)
            case Meanwhile.TAKES_IT_BACK:
                self.withdraw_ballot(0, who, 0)
            case Meanwhile.IS_CONTENT:
                self.resolve_objection(1, who, 0, 0, Resolution.WITHDRAWN)
            case Meanwhile.CHANGES_THE_RULE:
                self.adopt_rule(0, who, 0, CONSENT)

    @rule(which=program, who=somebody, idea=number)
    def withdraw_ballot(self, which: int, who: int, idea: int) -> None:
        self.do(which, who, lambda it, act: it.withdraw_ballot(act, self.idea(idea)))

    @rule(which=program, who=somebody, idea=number)
    def recuse(self, which: int, who: int, idea: int) -> None:
        self.do(which, who, lambda it, act: it.recuse(act, self.idea(idea)))

    @rule(which=program, who=somebody, idea=number, words=st.sampled_from(["", "The stairs"]))
    def raise_objection(self, which: int, who: int, idea: int, words: str) -> None:
        self.do(which, who, lambda it, act: it.raise_objection(act, self.idea(idea), words))

    @rule(which=program, who=somebody, idea=number, worry=number, how=st.sampled_from(Resolution))
    def resolve_objection(
        self, which: int, who: int, idea: int, worry: int, how: Resolution
    ) -> None:
        name = among(self.worries, worry) if self.worries else ObjectionId(CHAIR)
        self.do(which, who, lambda it, act: it.resolve_objection(act, self.idea(idea), name, how))
        self.do(which, who, lambda it, act: it.answer_objection(act, self.idea(idea), name, "Yes"))

    @rule(which=program, who=somebody, idea=number)
    def close_voting(self, which: int, who: int, idea: int) -> None:
        self.do(which, who, lambda it, act: it.close_voting(act, self.idea(idea)))

    @rule(which=program, idea=number)
    def settle_voting(self, which: int, idea: int) -> None:
        self.do(which, 0, lambda it, act: it.settle_voting(self.idea(idea), act.recorded_at))

    # ---- The committee

    @rule(which=program, who=somebody, whom=somebody, cited=right, seat=st.sampled_from(Seat))
    def seat_person(self, which: int, who: int, whom: int, cited: int, seat: Seat) -> None:
        club, person, authority = self.clubs.club, self.clubs.people[whom], self.cited(cited)
        self.do(
            which, who, lambda it, act: it.seat_person(act, club, person, seat, authority=authority)
        )

    @rule(which=program, who=somebody, whom=somebody)
    def leave_committee(self, which: int, who: int, whom: int) -> None:
        club, person = self.clubs.club, self.clubs.people[whom]
        self.do(
            which,
            who,
            lambda it, act: it.leave_committee(
                act, club, person, proposals=self.ideas, tasks=self.tasks
            ),
        )

    @rule(
        which=program,
        who=somebody,
        cited=right,
        terms=st.sampled_from([MAJORITY, TWO_THIRDS, CONSENT, Rule(method=Method.DOTS)]),
    )
    def adopt_rule(self, which: int, who: int, cited: int, terms: Rule) -> None:
        authority = self.cited(cited)
        self.do(which, who, lambda it, act: it.adopt_rule(act, self.clubs.club, terms, authority))

    @rule(which=program, who=somebody, whom=somebody, cited=right)
    def give_chair(self, which: int, who: int, whom: int, cited: int) -> None:
        club, person, authority = self.clubs.club, self.clubs.people[whom], self.cited(cited)
        self.do(
            which,
            who,
            lambda it, act: it.give_role(act, club, CHAIR, "Chair", person, authority=authority),
        )
        self.do(which, whom, lambda it, act: it.lay_down_role(act, club, CHAIR, person))

    # ---- The plan

    @rule(which=program, who=somebody, line=number, cited=right)
    def write_line(self, which: int, who: int, line: int, cited: int) -> None:
        night, authority = self.clubs.night, self.cited(cited)
        name = among(self.lines, line) if line % 2 else None
        self.do(
            which,
            who,
            lambda it, act: it.write_line(
                act, night, "Music", "A DJ", line=name, authority=authority
            ),
        )

    @rule(which=program, who=somebody, line=number, cited=right)
    def drop_line(self, which: int, who: int, line: int, cited: int) -> None:
        night, name, authority = (
            self.clubs.night,
            among(self.lines, line),
            self.cited(cited),
        )
        self.do(which, who, lambda it, act: it.drop_line(act, night, name, authority=authority))

    # ---- Jobs

    @rule(which=program, who=somebody, people=st.integers(0, 3), cited=right)
    def add_task(self, which: int, who: int, people: int, cited: int) -> None:
        club, authority = self.clubs.club, self.cited(cited)
        added = self.do(
            which,
            who,
            lambda it, act: it.add_task(act, club, "Job", people=people, authority=authority),
        )
        if added:
            self.tasks.append(added)

    @rule(which=program, who=somebody, job=number)
    def take_task(self, which: int, who: int, job: int) -> None:
        self.do(which, who, lambda it, act: it.take_task(act, self.task(job)))

    @rule(which=program, who=somebody, job=number)
    def lay_down_task(self, which: int, who: int, job: int) -> None:
        self.do(which, who, lambda it, act: it.lay_down_task(act, self.task(job)))

    @rule(which=program, who=somebody, job=number, whom=somebody, share=st.booleans())
    def offer_handover(self, which: int, who: int, job: int, whom: int, share: bool) -> None:  # noqa: FBT001
        """Whoever offers has taken it first, if they could."""
        self.take_task(which, who, job)
        taker = self.clubs.people[whom]
        self.do(
            which,
            who,
            lambda it, act: it.offer_handover(act, self.task(job), taker, "Please", share=share),
        )

    @rule(which=program, who=somebody, whom=somebody, third=somebody, share=st.booleans())
    def a_job_is_passed_on(self, which: int, who: int, whom: int, third: int, share: bool) -> None:  # noqa: FBT001
        self.add_task(which, who, 1, 0)
        self.offer_handover(which, who, 0, whom, share)
        self.offer_handover(1 - which, who, 0, third, share)
        self.accept_handover(1 - which, third, 0, whom)
        self.accept_handover(1 - which, whom, 0, None)
        self.accept_handover(which, third, 0, None)

    @rule(which=program, who=somebody, job=number, whom=st.none() | somebody)
    def accept_handover(self, which: int, who: int, job: int, whom: int | None) -> None:
        taker = None if whom is None else self.clubs.people[whom]
        self.do(which, who, lambda it, act: it.accept_handover(act, self.task(job), taker))

    @rule(which=program, who=somebody, job=number)
    def decline_handover(self, which: int, who: int, job: int) -> None:
        self.do(which, who, lambda it, act: it.decline_handover(act, self.task(job)))

    @rule(which=program, who=somebody, job=number, whom=somebody)
    def withdraw_handover(self, which: int, who: int, job: int, whom: int) -> None:
        taker = self.clubs.people[whom]
        self.do(which, who, lambda it, act: it.withdraw_handover(act, self.task(job), taker))

    @rule(which=program, who=somebody, job=number, sure=seldom)
    def finish_task(self, which: int, who: int, job: int, sure: bool) -> None:  # noqa: FBT001
        if sure:
            self.do(which, who, lambda it, act: it.finish_task(act, self.task(job)))

    @rule(which=program, who=somebody, job=number, cited=right, sure=seldom)
    def drop_task(self, which: int, who: int, job: int, cited: int, sure: bool) -> None:  # noqa: FBT001
        right = self.cited(cited)
        if sure:
            self.do(which, who, lambda it, act: it.drop_task(act, self.task(job), authority=right))


TestPeople = pytest.mark.timeout(600)(People.TestCase)  # time to find the shortest way to a fault
TestPeople.settings = settings(max_examples=150, stateful_step_count=30, derandomize=True)
