"""What files call things, and the ids these have here."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import cast
from uuid import UUID

from domain.batch import Batch
from domain.ids import OptionId, PersonId
from domain.vault import Reference

PERSON, COMMITTEE, PROPOSAL, OPTION = "person", "committee", "proposal", "option"
OBJECTION, PLAN, LINE, TASK, ROLE = "objection", "plan", "line", "task", "role"
MEETING, MANDATE, STEP_IN = "meeting", "mandate", "step-in"

ORGANISATION = ""
"""The scope of what is called the same throughout: persons and committees."""

HINTS = 100
"""So many unknown names are told with names like them; who wrote more has seen what is wrong."""


class BadLine(Exception):
    """A line that cannot be taken in, with the sentence that says why."""


class UnknownName(BadLine):
    """A line speaks of something that is not known, at least not yet."""

    def __init__(self, kinds: Sequence[str], name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.kinds = kinds
        self.name = name


class Names:
    """All names by kind, with the scope that each is used in: a committee, a proposal or a plan."""

    def __init__(self, batch: Batch, known: Iterable[Reference]) -> None:
        self._batch = batch
        self._by_name: dict[tuple[str, str], dict[str, UUID]] = {}
        self._by_scope: dict[tuple[str, str], dict[str, UUID]] = {}
        self._scope_of: dict[UUID, str] = {}
        self._like: dict[tuple[str, ...], str] = {}
        self._fresh: list[tuple[str, str, str]] = []
        self._people = self._by_scope.setdefault((PERSON, ORGANISATION), {})
        for one in known:
            self._put(one.kind, one.scope, one.name, one.id)

    def _put(self, kind: str, scope: str, name: str, thing: UUID) -> None:
        self._by_name.setdefault((kind, name), {})[scope] = thing
        self._by_scope.setdefault((kind, scope), {})[name] = thing
        self._scope_of[thing] = scope

    def add(self, kind: str, scope: str, name: str, thing: UUID) -> None:
        """Call this by this name from here on."""
        self._put(kind, scope, name, thing)
        self._fresh.append((kind, scope, name))
        self._batch.refer(kind, scope, name, thing)

    def stand(self) -> None:
        """The names of this line stay."""
        self._fresh.clear()

    def take_back(self) -> None:
        """The names of this line are forgotten with it."""
        for kind, scope, name in self._fresh:
            self._by_name[kind, name].pop(scope)
            self._scope_of.pop(self._by_scope[kind, scope].pop(name))
        self._fresh.clear()

    def get(self, kind: str, scope: str, name: str) -> UUID | None:
        """What is called so in this scope, if anything is."""
        things = self._by_name.get((kind, name))
        return things.get(scope) if things else None

    def person(self, name: str) -> PersonId | None:
        """Who is called so, if anybody is."""
        return cast("PersonId | None", self._people.get(name))

    def of(self, person: PersonId) -> str:
        """What files call this person, if any does, else the id. Looks through all of them."""
        return next((name for name, it in self._people.items() if it == person), str(person))

    def within(self, kind: str, scope: str) -> Mapping[str, UUID]:
        """Everything of this kind that has a name in this scope."""
        return self._by_scope.get((kind, scope), {})

    def scope_of(self, thing: UUID) -> str:
        """Where a thing has its name: for a proposal, plan or task, the id of its committee.

        Nothing where no file has a name for it.
        """
        return self._scope_of.get(thing, "")

    def has(self, kind: str, name: str) -> bool:
        """Whether anything of this kind is called so, anywhere."""
        return bool(self._by_name.get((kind, name)))

    def the(self, kind: str, name: str, inside: str | None = None) -> UUID:
        """The one thing that is called so; inside one committee, where that is given.

        A name that occurs in two committees needs the committee as well.
        """
        everywhere: Mapping[str, UUID] = self._by_name.get((kind, name), {})
        scopes = everywhere
        if inside is not None:
            scopes = {
                scope: thing
                for scope, thing in everywhere.items()
                if inside in (scope, self._scope_of.get(UUID(scope)))
            }
        if len(scopes) == 1:
            return next(iter(scopes.values()))
        if scopes:
            raise _in_two_committees(kind, name)
        if everywhere:
            raise BadLine(f"There is no {kind} “{name}” here. What is called so belongs elsewhere.")
        sentence = f"There is no {kind} “{name}”.{self._near([kind], name)}"
        raise UnknownName([kind], name, sentence)

    def nearest(self, kinds: Sequence[str], name: str, inside: str) -> tuple[str, str, UUID]:
        """The one thing of these kinds that is called so, with its kind and its scope.

        Where several are, the one inside this committee is meant.
        """
        found = [
            (kind, scope, thing)
            for kind in kinds
            for scope, thing in self._by_name.get((kind, name), {}).items()
        ]
        near = [one for one in found if one[1] == inside] or found
        if not near:
            what = f"{', '.join(kinds[:-1])} or {kinds[-1]}" if kinds[1:] else kinds[0]
            sentence = f"There is no {what} “{name}”.{self._near(kinds, name)}"
            raise UnknownName(kinds, name, sentence)
        if len({kind for kind, *_ in near}) > 1:
            what = " and a ".join(dict.fromkeys(kind for kind, *_ in near))
            raise BadLine(f"A {what} are called “{name}”. Give one of them another name.")
        if near[1:]:
            raise _in_two_committees(near[0][0], name)
        return near[0]

    def _near(self, kinds: Sequence[str], name: str) -> str:
        """Names like it. Looking takes long, so after so many sentences there is no more help."""
        asked = (*kinds, name)
        if asked not in self._like and len(self._like) < HINTS:
            self._like[asked] = self._names_like(kinds, name)
        return self._like.get(asked, "")

    def _names_like(self, kinds: Sequence[str], name: str) -> str:
        known = (
            other for (what, other), scopes in self._by_name.items() if what in kinds and scopes
        )
        near = get_close_matches(name, list(known), n=3)
        return f" Names like it: {', '.join(f'“{one}”' for one in near)}." if near else ""


def _in_two_committees(kind: str, name: str) -> BadLine:
    return BadLine(f"Two committees have a {kind} “{name}”. Say which with “committee”.")


def the_option(options: Mapping[str, OptionId], name: str) -> OptionId:
    """The option of this name."""
    if name in options:
        return options[name]
    if not options:
        raise BadLine(f"“{name}” is none of adopted, rejected and no_quorum.")
    listed = ", ".join(f"“{one}”" for one in options)
    raise UnknownName([OPTION], name, f"There is no option “{name}”. There are: {listed}.")
