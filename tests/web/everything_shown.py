"""Everything that can be shown of a data folder: every question, about every thing, as one value.

Two folders that hold the same history show the same, apart from when it was recorded. Which
commands there are, and what they ask for, is read from the commands themselves; so a new one is
asked as well, or this file says what is missing.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any, TypeVar

import click
from click.testing import CliRunner
from pydantic_core import from_json

from domain.events import Event
from tests.projections.answers import answers
from web.cli import main
from web.services import Services
from web.terminal.show import show

ABOUT = {
    "committee": "committee",
    "proposal": "proposal",
    "plan": "plan",
    "person": "person",
    "meeting": "meeting",
    "task": "task",
}
"""What a command may ask for, and the streams that are meant."""

TIMES, TWICE, BESIDE = ("at", "known"), 2, "compare"
"""What asks for another time than now, and at how many times; and what lays that beside now."""

ENOUGH = 12
"""Of how many entries it is asked why: the read models are asked of each."""

AS_WIDE_AS_IT_GETS = frozenset({"after", "limit", "route", "stake", "holds", "step_in", "worry"})
"""What only makes an answer shorter."""

RECORDED = frozenset({"recorded_at", "as_of"})
"""When it came into this log: this may differ."""

T = TypeVar("T")
Shown = dict[str, Any]


def everything_shown(folder: Path, now: datetime, few: int | None = None) -> Shown:
    """Every answer by its question; of many things of a kind only so ``few``, spread evenly."""
    services = Services.open(folder, writing=False)
    try:
        told: Shown = {"read models": _apart(from_json(answers(services.views, now)))}
        events = [event for page in services.governance.history() for _, event in page]
    finally:
        services.close()
    for typed in questions(events, few):
        told[" ".join(typed)] = _asked(folder, *typed)
    return told


def questions(events: Sequence[Event], few: int | None = None) -> Iterator[tuple[str, ...]]:
    """Everything that can be typed after ``hands show`` about these events.

    Every thing as it stands now, and two for each command at other times too.
    """
    for name, command in sorted(show.commands.items()):
        names, of_time = [one.name for one in command.params], (*TIMES, BESIDE)
        about = [_choices(one, events, few) for one in command.params if one.name not in of_time]
        asked = [(name, *(w for words in typed for w in words)) for typed in product(*about)]
        yield from asked
        times = [_choices(one, events, TWICE)[1:] for one in command.params if one.name in TIMES]
        then = [*(one for choices in times for one in choices), sum((c[0] for c in times), ())]
        then += [(*when, f"--{BESIDE}") for when in then[-1:] if when and BESIDE in names]
        yield from ((*typed, *when) for typed in _some(asked, TWICE) for when in then if when)


def _choices(
    parameter: click.Parameter, events: Sequence[Event], few: int | None
) -> list[tuple[str, ...]]:
    """The words by which this parameter may be given, one choice each."""
    name = parameter.name or ""
    if name in ("data", "as_json") or name in AS_WIDE_AS_IT_GETS:
        return [()]
    values = _values(name, events, few)
    if isinstance(parameter, click.Argument):
        return [(value,) for value in values]
    given: list[tuple[str, ...]] = [(parameter.opts[0], value) for value in values]
    return given if parameter.required else [(), *given]


def _values(name: str, events: Sequence[Event], few: int | None) -> list[str]:
    begun = [event for event in events if event.originator_version == 1]
    if name in ABOUT:
        kind = ABOUT[name]
        return _some([str(e.originator_id) for e in begun if e.TOPIC.startswith(f"{kind}.")], few)
    if name == "thing":
        return _some([event.event_id for event in events], min(few or ENOUGH, ENOUGH))
    if name == "at":
        return _some(sorted({e.occurred_at.isoformat() for e in events}), few)
    if name == "known":
        return _some([str(number + 1) for number in range(len(events))], few)
    raise AssertionError(f"Nobody says here what to give for “{name}”.")


def _some(all_: list[T], few: int | None) -> list[T]:
    """A few of them, spread evenly."""
    if few is None or len(all_) <= few:
        return all_
    return [all_[(2 * number + 1) * len(all_) // (2 * few)] for number in range(few)]


def _asked(folder: Path, *typed: str) -> tuple[Any, ...]:
    """One answer: for scripts, and where it is about now for people too."""
    of_now = not {"--at", "--known"} & set(typed)
    status, told = _run(folder, *typed, "--json")
    for_scripts = _apart(json.loads(told)) if status == 0 else told
    return (status, for_scripts, *(_run(folder, *typed) if of_now else ()))


def _run(folder: Path, *typed: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["show", *typed, "--data", str(folder)])
    assert result.exception is None or isinstance(result.exception, SystemExit), (typed, result)
    return result.exit_code, result.output


def _apart(told: Any) -> Any:
    """The same without when it was recorded."""
    if isinstance(told, dict):
        kept = {key: _apart(one) for key, one in told.items() if key not in RECORDED}
        return {k: one for k, one in kept.items() if not (k == "at" and "members" in kept)}
    return [_apart(one) for one in told] if isinstance(told, list) else told
