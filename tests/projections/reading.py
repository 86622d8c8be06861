"""Read models on a log in a folder: what is asked twice, of tables caught up and made anew."""

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from domain.application import Governance
from domain.events import Event
from projections.naming import Naming
from projections.read_model import ReadModel
from projections.views import Views
from tests.scenario import governing, record

M = TypeVar("M", bound=ReadModel)
R = TypeVar("R")


def asked(
    past: Sequence[Event],
    model: type[M],
    ask: Callable[[M], R],
    then: Callable[[Governance], object] = lambda _: None,
    beside: Sequence[type[ReadModel]] = (),
) -> R:
    """What the model answers after this past and these acts; made anew, it answers the same."""
    with TemporaryDirectory() as folder, governing(Path(folder)) as governance:
        record(governance, past)
        views = Views(Path(folder) / "views.db", governance, [Naming, *beside, model])
        ask(views.of(model))
        then(governance)
        caught_up = ask(views.of(model))
        views.rebuild()
        rebuilt = ask(views.of(model))
        views.close()
    assert caught_up == rebuilt
    return caught_up
