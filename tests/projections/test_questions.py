"""What a question costs: a long past does not slow down whoever asks about today."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from domain.values import LocalMoment
from domain.voting.tally import Result
from projections.audit import Audit
from projections.stops import NOW, Stop
from tests.facts import YES
from tests.projections.answers import asked, put
from tests.projections.club import Club, club_in
from tests.projections.year import a_year

LATER = datetime(2030, 1, 1, tzinfo=UTC)
LISTS_ALL = {
    "Directory.committees": {"committee"},
    "Tasks.tasks": {"task"},
}
"""What these list is every row there is, so they may go through them."""

ONE_ROW_EACH = {"file", "place", "s"}
"""A row for the file, one for each read model, and one for each committee of one person."""


ALL_ROWS = re.compile(r"SCAN (\w+)|SEARCH (\w+) USING .*\((?:rowid|position|at)<\?\)$")
"""Also where only those up to a moment or a position are wanted, which may be all."""


def statements(connection: sqlite3.Connection, ask: Callable[[], Any]) -> list[str]:
    """The queries that answer a question."""
    said: list[str] = []
    connection.set_trace_callback(said.append)
    ask()
    connection.set_trace_callback(None)
    return [query for query in said if query.startswith("SELECT")]


def gone_through(connection: sqlite3.Connection, query: str) -> set[str]:
    """The tables of which this query looks at every row."""
    steps = connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
    return {found[1] or found[2] for *_, step in steps if (found := ALL_ROWS.match(step))}


@pytest.mark.parametrize("stop", [NOW, Stop(at=LATER), Stop(known=10**6)], ids=str)
def test_no_question_goes_through_a_whole_table_that_it_does_not_list(
    strangers: Club, stop: Stop
) -> None:
    a_year(strangers)
    strangers.views.catch_up()
    connection = strangers.views.connection
    found: dict[str, set[str]] = defaultdict(set)
    for ask, values in asked(strangers.views, strangers.now):
        for query in statements(connection, lambda: put(ask, values, strangers.now, stop)):  # noqa: B023 -- asked at once
            found[ask.__qualname__] |= gone_through(connection, query) - ONE_ROW_EACH
    assert {question: names for question, names in found.items() if names} == LISTS_ALL


def steps(club: Club, ask: Callable[[], Any]) -> int:
    """How many steps the database takes to answer."""
    taken = [0]

    def one_more() -> None:
        taken[0] += 1

    club.views.connection.set_progress_handler(one_more, 1)
    ask()
    club.views.connection.set_progress_handler(None, 1)
    return taken[0]


@contextmanager
def club_with_a_past(folder: Path, length: int) -> Iterator[Club]:
    """So much was decided, planned and done; today is always the same."""
    folder.mkdir()
    with club_in(folder) as club:
        club.found(chair=True)
        right, it, ben = club.decide("The first"), club.governance, club.by(club.ben)
        with it.batch():
            for number in range(length):
                idea = club.open(closes_at=club.now + timedelta(minutes=1))
                club.vote(idea, YES)
                it.settle_voting(idea, club.now + timedelta(hours=1))
                it.withdraw_proposal(ben, club.idea())
                day = LocalMoment(day=date(2025, 1, 1) + timedelta(days=number))
                plan = club.plan(on=day, authority=right)
                it.write_line(ben, plan, "Food", "Pizza", authority=right)
                task = club.task(plan=plan, authority=right)
                it.take_task(ben, task)
                it.finish_task(ben, task)
        club.later(days=1)
        with it.batch():
            club.open("Open", closes_at=club.now + timedelta(days=1))
            club.idea("Made")
            club.plan("Ahead", on=LocalMoment(day=date(2026, 7, 3)), authority=right)
            club.plan("Some time", authority=right)
            it.take_task(club.by(club.ben), club.task("Open", authority=right))
        club.views.catch_up()
        yield club


@pytest.fixture(scope="module")
def young_and_old(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Club, Club]]:
    folder = tmp_path_factory.mktemp("clubs")
    with (
        club_with_a_past(folder / "young", 4) as young,
        club_with_a_past(folder / "old", 80) as old,
    ):
        yield young, old


@pytest.mark.parametrize(
    "ask",
    [
        lambda it: it.decisions.undecided(it.committee, it.now),
        lambda it: it.decisions.open_for(it.committee, it.ben, it.now),
        lambda it: it.decisions.open_with(it.committee, it.ben, it.now),
        lambda it: it.decisions.due(it.now + timedelta(days=9)),
        lambda it: it.decisions.latest(it.committee, 2),
        lambda it: it.decisions.part(it.committee, 2),
        lambda it: it.decisions.ideas(it.committee, it.now, 2),
        lambda it: it.decisions.open_votes(it.committee, it.now),
        lambda it: it.decisions.ended_since(it.committee, it.now - timedelta(hours=2), it.now),
        lambda it: it.plans.ahead(it.committee, it.now.date()),
        lambda it: it.plans.past(it.committee, it.now.date(), 2),
        lambda it: it.tasks.open(it.committee),
        lambda it: it.tasks.open_with(it.committee, it.ben),
        lambda it: it.directory.members(it.committee),
        lambda it: it.directory.rule(it.committee),
        lambda it: it.directory.committees_of(it.ben),
        lambda it: it.naming.name(it.ben),
    ],
    ids=lambda ask: " ".join(ask.__code__.co_names[:2]),
)
def test_a_long_past_does_not_slow_down_a_question_about_today(
    young_and_old: tuple[Club, Club], ask: Callable[[Club], Any]
) -> None:
    young, old = young_and_old
    few, many = (steps(club, lambda: ask(club)) for club in (young, old))  # noqa: B023
    assert 0 < few * 0.9 <= many <= few * 1.1


@pytest.mark.parametrize(
    "ask",
    [
        lambda it, stop: it.decisions.undecided(it.committee, it.now, *stop),
        lambda it, stop: it.decisions.open_votes(it.committee, it.now, *stop),
        lambda it, stop: it.decisions.ideas(it.committee, it.now, 2, 0, "", *stop),
        lambda it, stop: it.decisions.latest(it.committee, 2, None, [Result.ADOPTED], *stop),
        lambda it, stop: it.decisions.part(it.committee, 2, None, None, *stop),
        lambda it, stop: it.plans.ahead(it.committee, it.now.date(), *stop),
        lambda it, stop: it.plans.past(it.committee, it.now.date(), 2, 0, *stop),
        lambda it, stop: it.tasks.open(it.committee, *stop),
        lambda it, stop: it.tasks.open_with(it.committee, it.ben, *stop),
    ],
    ids=lambda ask: " ".join(ask.__code__.co_names[:2]),
)
@pytest.mark.parametrize("axis", ["at", "known"])
def test_a_long_past_does_not_slow_down_a_question_about_yesterday(
    young_and_old: tuple[Club, Club], ask: Callable[[Club, Stop], Any], axis: str
) -> None:
    few, many = (steps(club, partial(ask, club, yesterday(club, axis))) for club in young_and_old)
    assert 0 < few * 0.9 <= many <= few * 1.1


def yesterday(club: Club, axis: str) -> Stop:
    """Before the matters of today, of which there are as many in each club."""
    before = club.now - timedelta(hours=1)
    if axis == "at":
        return Stop(at=before)
    return Stop(known=sum(one.recorded_at <= before for one in club.views.of(Audit).log()))
