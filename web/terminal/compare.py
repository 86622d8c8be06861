"""``--compare``: how it stood then beside how it stands now, and why each thing differs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from uuid import UUID

import click
from rich.console import RenderableType

from domain.ids import CommitteeId
from projections.differences import Difference
from web.terminal import parts, words
from web.terminal.asked import Answer, Asked, Command
from web.terminal.parts import Facts
from web.terminal.printing import filled, plain
from web.terminal.refs import Refs

NEEDS_A_TIME = "Say with --at or --known which time is to be laid beside now."
LINKS_TOLD = 2
"""The change, and what it rests on; scripts are told the whole chain."""

Told = Sequence[Difference]


def compare_option(command: Command) -> Command:
    """``--compare``, for what can be laid side by side."""
    return click.option(
        "--compare", is_flag=True, help="Lay then beside now, with why each thing differs."
    )(command)


def side_by_side(asked: Asked, differences: Callable[[], Iterable[Difference]]) -> Answer:
    """What stands otherwise now than then."""
    if asked.at is None and asked.known is None:
        raise click.UsageError(NEEDS_A_TIME)
    found = [*differences()]
    return Answer(
        lambda: {"differences": [_difference(asked.refs, one) for one in found]},
        lambda: _told(found),
        lead="Then",
    )


def in_each(
    asked: Asked, committee: CommitteeId | None, differ: Callable[[CommitteeId], Told]
) -> Iterator[Difference]:
    """The differences in one committee, or in each of them."""
    everywhere = (one.committee for one in asked.services.directory.committees())
    for group in everywhere if committee is None else (committee,):
        yield from differ(group)


def of_things(found: Iterable[Difference], things: Iterable[UUID]) -> Iterator[Difference]:
    """Only what is about these."""
    wanted = set(things)
    return (one for one in found if one.thing in wanted)


def of_kinds(found: Iterable[Difference], *kinds: str) -> Iterator[Difference]:
    """Only what is about rules, say, or mandates."""
    return (one for one in found if one.what.startswith(kinds))


def _difference(refs: Refs, seen: Difference) -> Facts:
    return {
        "thing": refs.of(seen.thing),
        "what": seen.what,
        "label": seen.label,
        "then": seen.was,
        "now": seen.now,
        "because": [parts.link(one) for one in seen.because],
    }


def _told(found: Told) -> Iterator[RenderableType]:
    if not found:
        yield plain("Nothing stands otherwise now.")
        return
    yield filled(
        ("What", "Then", "Now", "Why"),
        (
            (
                f"{one.label} ({one.what})",
                one.was or "not there",
                one.now or "not there",
                _why(one),
            )
            for one in found
        ),
    )


def _why(seen: Difference) -> str:
    said = [entry.sentence for entry in seen.because[:LINKS_TOLD]]
    if seen.because and words.lacks_right(seen.because[0]):
        said.append(words.NO_RIGHT)
    return " ".join(said)
