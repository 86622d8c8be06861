"""The four stories, each told once: all that happened in it, and what the audit says to that."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from domain.details import Sums, Survey
from domain.events import SurveyClosed
from domain.ids import CommitteeId
from projections.power.evidence import Evidence, Fact
from projections.power.measure import Measure
from projections.power.reading import facts
from projections.power.report import Report, report
from web.demo.stories import STORIES, fill
from web.services import Services

NAMES = (*STORIES,)


class Told(NamedTuple):
    """What happened in a story, and the club that it is about."""

    facts: tuple[Fact, ...]
    club: CommitteeId
    asked: Sums
    """What they said in private, in sums."""

    @property
    def evidence(self) -> Evidence:
        """All of it."""
        return Evidence(self.facts, self.club)


@cache
def told(story: str) -> Told:
    """A story as the program tells it, straight into a log."""
    with TemporaryDirectory() as folder:
        services = Services.open(Path(folder))
        try:
            club = fill(services.governance, STORIES[story])
            happened = tuple(facts(services.governance))
            return Told(happened, club, _sums(services, happened))
        finally:
            services.close()


def _sums(services: Services, happened: Sequence[Fact]) -> Sums:
    closed = next(one for one in happened if isinstance(one, SurveyClosed))
    words = services.governance.vault.words([closed.answers])[closed.answers]
    return Survey.model_validate_json(words).answers


@cache
def audited(story: str) -> Report:
    """What the audit says of it."""
    return report(told(story).evidence)


def measured(story: str, name: str) -> Measure:
    """One measure of it."""
    said = audited(story)
    return next(one for one in (*said.gates, *said.measures) if one.id == name)


def k_of_n(story: str, name: str) -> tuple[int | None, int | None]:
    """So many of so many."""
    one = measured(story, name)
    return one.k, one.n


def parts(story: str, name: str) -> dict[str, int]:
    """The counts behind a measure, by name."""
    return dict(measured(story, name).parts)
