"""How it stood then, and what was known then: as if nothing else had ever been written down."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from shutil import copy

import pytest
from pydantic_core import to_json

from projections.stops import NOW, Stop
from projections.views import Views
from tests.facts import NOON
from tests.projections.another_year import another_year
from tests.projections.answers import asked, compares, put, takes_time
from tests.projections.club import Club
from tests.projections.then import asked_of, told_late, views_of_then
from tests.projections.year import a_year
from tests.scenario import governing
from web.services import READ_MODELS

STOPS = 16


@pytest.fixture(params=[1, 2])
def late(strangers: Club, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Views]:
    """Two years of the club, much of which was written down long after it happened."""
    year = a_year(strangers)
    another_year(year)
    past = [one for page in year.club.governance.history() for one in page]
    folder = tmp_path / "late"
    folder.mkdir()
    copy(tmp_path / "private.db", folder)
    with governing(folder) as governance:
        told_late(past, governance, request.param)
        views = Views(folder / "views.db", governance, READ_MODELS)
        yield views
        views.close()


def stops(views: Views, number: int) -> Iterator[Stop]:
    """Some moments at which something happened, some positions, and both together."""
    chance = Random(number)  # noqa: S311 -- no secret
    placed = [one for page in views.ledger.history() for one in page]
    for turn in range(number):
        _, event = chance.choice(placed)
        position, _ = chance.choice(placed)
        yield Stop(
            event.occurred_at - timedelta(minutes=turn % 2) if turn % 3 else None,
            position if turn % 3 != 1 else None,
        )


def test_an_answer_at_a_stop_is_what_a_log_of_then_answers_now(late: Views) -> None:
    now = max(event.recorded_at for page in late.ledger.history() for _, event in page)
    for stop in stops(late, STOPS):
        clock = stop.at or now
        with views_of_then(late.ledger, stop) as then:
            for ask, values in asked(late, clock):
                if takes_time(ask) and not compares(ask):
                    expected = put(asked_of(then, ask), values, clock, NOW)
                    told = put(ask, values, clock, stop)
                    assert to_json(told) == to_json(expected), (ask.__qualname__, values, stop)


def test_every_question_can_be_asked_of_other_times_but_those_that_hold_for_good(
    late: Views,
) -> None:
    """A chain of rights stays as it is, what is due is due now, and everybody is who they are."""
    now_only = {ask.__qualname__ for ask, _ in asked(late, NOON) if not takes_time(ask)}
    for_good = {"Audit.chain", "Audit.rests_on", "Audit.who_decided", "Audit.known_at"}
    for_good |= {"Record.home", "People.is_known"}
    waits_now = {f"Pending.{ask}" for ask in ("due", "is_running", "is_undecided", "next_end")}
    waits_now |= {"Pending.naming", "Pending.over"}
    waits_now |= {"Talk.to_agree", "Talk.agreeing", "Talk.asked_of"}
    assert now_only == for_good | waits_now | {"People.everybody"}
