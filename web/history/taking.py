"""What every kind of line needs while it is turned into commands: whose act it is, who is meant."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from domain.act import Act
from domain.application import Governance
from domain.batch import Batch
from domain.ids import (
    CommitteeId,
    ImportId,
    MandateId,
    MeetingId,
    OptionId,
    PersonId,
    PlanId,
    ProposalId,
    TaskId,
)
from domain.kinds import NotAPerson
from domain.sealed import Sealed
from domain.values import Actor, EventId, Source
from web.history import names
from web.history.lines import Line
from web.history.names import BadLine, Names
from web.services import Services

AHEAD = timedelta(days=1)
NOT_PEOPLE = {str(one): one for one in NotAPerson}
CITED = (names.PROPOSAL, names.MANDATE, names.STEP_IN)


class Taking:
    """One import under way."""

    def __init__(self, services: Services, batch: Batch, run: ImportId, now: datetime) -> None:
        self.services = services
        self.governance: Governance = services.governance
        self.batch = batch
        self.run = run
        self.now = now
        self._ahead = now + AHEAD
        self.number = 0
        self.names = Names(batch, self.governance.vault.references())
        self.called: dict[PersonId, str] = {}
        self._warnings: list[str] = []
        self._is_cited = False
        self._recorded = batch.recorded
        self._votes: dict[CommitteeId, dict[ProposalId, None]] = {}
        self._tasks: dict[tuple[CommitteeId, PersonId], dict[TaskId, None]] = {}

    def warn(self, sentence: str) -> None:
        """Say something about this line that does not keep it from being taken in."""
        self._warnings.append(sentence)

    def cites(self) -> None:
        """The right that the line names is kept."""
        self._is_cited = True

    def stand_told(self, number: int) -> list[str]:
        """A line is taken in that a log wrote out; its event's id tells it again."""
        self.batch.line(None, self.run, number)
        self.names.stand()
        self._is_cited = False
        said, self._warnings = self._warnings, []
        return said

    def stand(self, line: Line, identity: bytes) -> list[str]:
        """This line is taken in. What there is to say about it."""
        if line.authority is not None and not self._is_cited:
            self.warn("Nobody needs a right for this, so “authority” is not kept.")
        self._is_cited = False
        recorded = self.batch.recorded
        if recorded == self._recorded and not self._warnings:
            self.warn("This adds nothing: it was so already.")
        self._recorded = recorded
        self.batch.line(identity, self.run, self.number)
        self.names.stand()
        said, self._warnings = self._warnings, []
        return said

    def take_back(self) -> None:
        """This line is refused, and nothing of it stays."""
        self.batch.take_back()
        self.names.take_back()
        self._warnings.clear()
        self._is_cited = False

    # ---- Whose act

    def act(self, line: Line, about: PersonId | None = None, reason: str | None = None) -> Act:
        """The act that a line tells; ``about`` is the actor, where the line names none."""
        actor: Actor = about or NotAPerson.UNKNOWN
        if line.actor is not None:
            actor = NOT_PEOPLE.get(line.actor) or self.person(line, line.actor)
        at = line.at
        if at.at > self._ahead:
            self.warn("This lies ahead of us.")
        meeting = None if line.meeting is None else self._meeting(line, line.meeting)
        return Act(
            actor,
            self.now,
            at.at,
            at.to,
            line.noted.at if line.noted else None,
            self.person(line, line.recorded_by) if line.recorded_by else None,
            line.through,
            self.person(line, line.witness) if line.witness else None,
            meeting,
            Source(run=self.run, line=self.number),
            Sealed.maybe(reason or line.reason),
        )

    def person(self, line: Line, name: str) -> PersonId:
        """Who is called so. Somebody who is met for the first time becomes known here."""
        if known := self.names.person(name):
            return known
        self.warn(f"“{name}” was not known yet. They are known from here on, without a seat.")
        source = Source(run=self.run, line=self.number)
        noted = line.noted.at if line.noted else None
        unknown = NotAPerson.UNKNOWN
        act = Act(
            unknown, self.now, line.at.at, line.at.to, noted, through=line.through, source=source
        )
        return self.register(act, name)

    def register(self, act: Act, name: str, called: str | None = None) -> PersonId:
        """Make somebody known under the name that the file has for them."""
        person = self.governance.register_person(act, called, name)
        self.names.add(names.PERSON, names.ORGANISATION, name, person)
        return person

    def people(self, line: Line, called: Iterable[str]) -> list[PersonId]:
        """Several people, each once."""
        return list(dict.fromkeys(self.person(line, name) for name in called))

    def is_called(self, person: PersonId, name: str) -> bool:
        """Whether this is the name that a person has already."""
        return name == (self.called.get(person) or self.services.naming.name(person))

    # ---- What is meant

    def committee(self, name: str) -> CommitteeId:
        """The committee of this name."""
        return CommitteeId(self.names.the(names.COMMITTEE, name))

    def proposal(self, line: Line, name: str) -> ProposalId:
        """The proposal of this name."""
        return ProposalId(self.thing(line, names.PROPOSAL, name))

    def task(self, line: Line, name: str) -> TaskId:
        """The task of this name."""
        return TaskId(self.thing(line, names.TASK, name))

    def plan(self, line: Line, name: str) -> PlanId:
        """The plan of this name."""
        return PlanId(self.thing(line, names.PLAN, name))

    def thing(self, line: Line, kind: str, name: str) -> UUID:
        """What is called so, in the line's committee if it says one."""
        inside = None if line.committee is None else self.committee(line.committee).hex
        return self.names.the(kind, name, inside)

    def options(self, proposal: ProposalId) -> Mapping[str, OptionId]:
        """The options of a proposal by their names."""
        return cast("Mapping[str, OptionId]", self.names.within(names.OPTION, proposal.hex))

    def home(self, thing: UUID) -> CommitteeId:
        """The committee that a proposal, plan or task belongs to."""
        scope = self.names.scope_of(thing)
        found = CommitteeId(UUID(scope)) if scope else self.governance.committee_of(thing)
        if found is None:
            raise BadLine("This belongs to no committee.")
        return found

    def new(self, kind: str, scope: str, name: str) -> str:
        """The scope of a name that begins here; it must not be taken."""
        if self.names.get(kind, scope, name) is not None:
            raise BadLine(f"There is a {kind} “{name}” already. A new one needs a new name.")
        return scope

    def authority(self, line: Line) -> EventId | None:
        """The decision, mandate or step-in that a line names as its right."""
        if line.authority is None:
            return None
        self._is_cited = True
        kind, scope, thing = self.names.nearest(CITED, line.authority, self._scope(line))
        if kind == names.PROPOSAL:
            return self.governance.authority_of(ProposalId(thing))
        return self.governance.grant_of(CommitteeId(UUID(scope)), MandateId(thing))

    def _meeting(self, line: Line, name: str) -> MeetingId:
        _, _, meeting = self.names.nearest((names.MEETING,), name, self._scope(line))
        return MeetingId(meeting)

    def _scope(self, line: Line) -> str:
        """The line's own committee, where it says one; a founding names one that is to come."""
        here = self.names.get(names.COMMITTEE, names.ORGANISATION, line.committee or "")
        return here.hex if here else ""

    # ---- What is still open, so that whoever leaves can be dropped from it

    def vote_opened(self, proposal: ProposalId) -> None:
        """A vote is open from here on."""
        self._votes.setdefault(self.home(proposal), {})[proposal] = None

    def vote_ended(self, proposal: ProposalId) -> None:
        """A vote is over."""
        self._votes.get(self.home(proposal), {}).pop(proposal, None)

    def touches(self, task: TaskId, *people: PersonId) -> None:
        """These people hold a task, or one of them is asked to."""
        for person in people:
            self._tasks.setdefault((self.home(task), person), {})[task] = None

    def open_with(
        self, committee: CommitteeId, person: PersonId
    ) -> tuple[list[ProposalId], list[TaskId]]:
        """The votes and tasks that this person may be dropped from."""
        votes = dict.fromkeys(self.services.decisions.open_with(committee, person, self.now))
        tasks = dict.fromkeys(self.services.tasks.open_with(committee, person))
        votes |= self._votes.get(committee, {})
        tasks |= self._tasks.get((committee, person), {})
        return list(votes), list(tasks)
