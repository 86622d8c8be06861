"""The register, for people to read: by which right, with which count, and what became of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rich.console import RenderableType
from rich.table import Table

from domain.ids import ProposalId
from domain.values import EventId, place_of
from projections.seen import DecisionSeen
from projections.talk_seen import AfterwardsSeen
from web.terminal import words
from web.terminal.printing import filled, plain, row, table
from web.terminal.provenance import Provenance
from web.terminal.refs import Refs


@dataclass(frozen=True)
class Looked:
    """What is asked about every decision; the rights that were met have numbers, first come first.

    A right is long, and stands for many decisions: it is told once, below them.
    """

    refs: Refs
    grounds: Provenance
    after: Callable[[ProposalId], AfterwardsSeen]
    rights: dict[str, int] = field(default_factory=dict)

    def number(self, seen: DecisionSeen) -> int | None:
        """The number of the right that it was decided by; none where none is known."""
        right = self.grounds.right_of(seen)
        return self.rights.setdefault(right, len(self.rights) + 1) if right else None


def decisions(
    refs: Refs,
    pages: Iterable[Sequence[DecisionSeen]],
    grounds: Provenance,
    after: Callable[[ProposalId], AfterwardsSeen],
) -> Iterator[RenderableType]:
    """The register, each decision with its right and with what became of it."""
    looked = Looked(refs, grounds, after)
    seen = differ = silent = said = 0
    for page in pages:
        seen += len(page)
        differ += sum(one.differs for one in page)
        said += sum(one.stated_outcome is not None for one in page)
        silent += sum((one.stated_outcome, one.stated_words) == (None, None) for one in page)
        yield _register(looked, page)
    if not seen:
        yield plain("Nothing is decided yet.")
        return
    yield from _rights(looked)
    yield plain("")
    yield plain(_summary(seen, differ, silent if said else 0))


def _register(looked: Looked, page: Iterable[DecisionSeen]) -> Table:
    shown = table(
        *("Decided", "Name", "Question", "Outcome", "How", "By", "Count", "Of", "The source says")
    )
    for one in page:
        row(
            shown,
            words.day(one.decided_at),
            looked.refs.of(one.proposal),
            one.title,
            "; ".join(_became(looked, one)),
            words.route(one.route),
            looked.number(one),
            words.tally(looked.refs, one.tally),
            one.entitled,
            said_by_source(looked.refs, one),
        )
    return shown


def _became(looked: Looked, one: DecisionSeen) -> Iterator[str]:
    """What was decided, and what became of it since."""
    yield words.outcome(one) + (", no longer holds" if one.reversed else "")
    for what, told in standing(looked.refs, looked.after(one.proposal)):
        yield f"{what.lower()}: {told}"


def _rights(looked: Looked) -> Iterator[RenderableType]:
    if looked.rights:
        yield plain("")
        yield filled(("By", "Which is"), ((number, told) for told, number in looked.rights.items()))


def _summary(seen: int, differ: int, silent: int) -> str:
    told = f"{words.number(seen, 'decision')}."
    if differ:
        told += f" The source says otherwise about {differ}."
    if silent:
        told += f" The source says nothing about {silent}; there the count is ours alone."
    return told


def said_by_source(refs: Refs, seen: DecisionSeen) -> str:
    """What the source says, in few words: the same, or what else."""
    if seen.differs:
        return f"differs: {statement(refs, seen)}"
    return "the same" if seen.stated_outcome else seen.stated_words or ""


def statement(refs: Refs, seen: DecisionSeen) -> str:
    """What the source says itself."""
    said = []
    if stated := seen.stated_outcome:
        said.append(words.OUTCOMES.get(stated.result) or ", ".join(refs.every(stated.options)))
    if seen.stated_tally:
        said.append(f"({words.tally(refs, seen.stated_tally)})")
    return " ".join(said)


def standing(refs: Refs, after: AfterwardsSeen) -> Iterator[tuple[str, str]]:
    """What became of a decision, where something did."""
    if after.answer_until:
        said = "yes" if after.ratified else "no" if after.refused else ""
        late = "nobody did in time" if after.lapsed else "not yet"
        yield "Agreed later", f"{said or late} (until {after.answer_until:%-d %B %Y})"
    if after.review_on:
        yield "Look again on", f"{after.review_on:%-d %B %Y}"
    if after.replaces:
        yield "Replaces", _named(refs, after.replaces)
    for event in after.replaced_by:
        yield "Replaced by", _named(refs, event)


def _named(refs: Refs, decision: EventId) -> str:
    """Another decision, by the name of what it is about."""
    return refs.of(place_of(decision)[0])
