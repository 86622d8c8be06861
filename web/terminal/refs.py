"""How things are named at a prompt: by what the imported file calls them, or by their id."""

from collections.abc import Iterable
from contextlib import suppress
from difflib import get_close_matches
from functools import cached_property
from typing import Protocol
from uuid import UUID

from domain.ids import CommitteeId, PersonId, PlanId, ProposalId
from domain.vault import Reference
from web.services import Services, now
from web.terminal.refusals import Refused

PERSON, COMMITTEE, PROPOSAL, PLAN = "person", "committee", "proposal", "plan"
TASK, MANDATE = "task", "mandate"
DECIDED = (PROPOSAL, PLAN, TASK, MANDATE)
"""What is decided, or comes to be on the strength of a decision."""


class Called(Protocol):
    """Tells what things are called."""

    def of(self, thing: UUID, /) -> str:
        """What one is called."""

    def every(self, things: Iterable[UUID], /) -> list[str]:
        """The same for several."""


class Refs:
    """Finds things by their names, and tells the names of things."""

    def __init__(self, services: Services) -> None:
        self._services = services

    @cached_property
    def _references(self) -> list[Reference]:
        return self._services.governance.vault.references()

    @cached_property
    def _name_of(self) -> dict[UUID, str]:
        return {one.id: one.name for one in self._references}

    def of(self, thing: UUID) -> str:
        """What to call a thing by: the file's name for it if there is one, else its id."""
        return self._name_of.get(thing) or str(thing)

    def maybe(self, thing: UUID | None) -> str | None:
        """The same where there may be nothing."""
        return None if thing is None else self.of(thing)

    def every(self, things: Iterable[UUID]) -> list[str]:
        """The same for several."""
        return [self.of(thing) for thing in things]

    def names_in_files(self, thing: UUID) -> list[str]:
        """Every name that files have for a thing."""
        return [one.name for one in self._references if one.id == thing]

    # ---- Finding

    def person(self, said: str) -> PersonId:
        """Whom somebody means."""
        return PersonId(self._find(PERSON, said))

    def committee(self, said: str) -> CommitteeId:
        """The committee that somebody means."""
        return CommitteeId(self._find(COMMITTEE, said))

    def proposal(self, said: str) -> ProposalId:
        """The proposal that somebody means."""
        return ProposalId(self._find(PROPOSAL, said))

    def plan(self, said: str) -> PlanId:
        """The plan that somebody means."""
        return PlanId(self._find(PLAN, said))

    def is_known(self, said: str) -> bool:
        """Whether a file calls anything so that can be decided."""
        return any(one.name == said for one in self._references if one.kind in DECIDED)

    def anything(self, said: str) -> tuple[str, UUID]:
        """The proposal, plan, task or mandate that somebody means."""
        found: dict[str, UUID] = {}
        for kind in DECIDED:
            with suppress(Refused):
                found[kind] = self._find(kind, said)
        if len(found) == 1:
            return found.popitem()
        if found:
            listed = ", ".join(f"{thing} (a {kind})" for kind, thing in found.items())
            raise Refused(f"“{said}” could be {len(found)} things. Use the id: {listed}.")
        raise Refused(f"There is no proposal, plan, task or mandate “{said}”.")

    def the_committee(self, said: str | None) -> CommitteeId:
        """The committee that somebody means; where nothing is said, the only one there is."""
        if said is not None:
            return self.committee(said)
        committees = self._services.directory.committees()
        if len(committees) == 1:
            return committees[0].committee
        if not committees:
            raise Refused("There is no committee in this log yet.")
        listed = ", ".join(f"“{self.of(one.committee)}” ({one.name})" for one in committees)
        raise Refused(f"Say which committee with --committee: {listed}.")

    def _find(self, kind: str, said: str) -> UUID:
        called = {one.id for one in self._references if (one.kind, one.name) == (kind, said)}
        if len(called) == 1:
            return called.pop()
        titles = self._titles(kind)
        found = called or _by_id(said, titles) or _by_title(said, titles)
        if len(found) == 1:
            return found.pop()
        if found:
            listed = ", ".join(sorted(f"{one} ({titles.get(one, said)})" for one in found))
            raise Refused(f"“{said}” could be {len(found)} of them. Use the id: {listed}.")
        raise Refused(f"There is no {kind} “{said}”.{self._near(kind, said, titles)}")

    def _near(self, kind: str, said: str, titles: dict[UUID, str]) -> str:
        names = {one.name for one in self._references if one.kind == kind} | set(titles.values())
        near = get_close_matches(said, names, n=3, cutoff=0.5)
        if near:
            return f" Do you mean {' or '.join(f'“{one}”' for one in near)}?"
        few = ", ".join(f"“{one}”" for one in sorted(names)[:5])
        return f" There {'is' if len(names) == 1 else 'are'}: {few}." if few else ""

    def _titles(self, kind: str) -> dict[UUID, str]:
        """Everything of a kind, by what it is called on pages."""
        directory, decisions = self._services.directory, self._services.decisions
        committees = directory.committees()
        match kind:
            case "committee":
                return {one.committee: one.name for one in committees}
            case "person":
                return {one.person: one.name for one in self._services.people.everybody()}
            case "task":
                return {task.task: task.title for task in self._services.tasks.tasks()}
            case "mandate":
                granted = self._services.mandates.mandates
                every = (m for one in committees for m in granted(one.committee, now()))
                return {mandate.mandate: mandate.words for mandate in every}
            case "plan":
                plans = self._services.plans
                return {p.plan: p.title for one in committees for p in plans.plans(one.committee)}
            case _:
                titles: dict[UUID, str] = {d.proposal: d.title for d in decisions.register()}
                for one in committees:
                    titles |= {
                        p.proposal: p.title for p in decisions.undecided(one.committee, now())
                    }
                return titles


def _by_id(said: str, titles: Iterable[UUID]) -> set[UUID]:
    try:
        return {UUID(said)} & set(titles)
    except ValueError:
        return set()


def _by_title(said: str, titles: dict[UUID, str]) -> set[UUID]:
    wanted = said.casefold()
    return {thing for thing, title in titles.items() if title.casefold() == wanted}
