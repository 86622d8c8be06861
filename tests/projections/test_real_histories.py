"""Two real committees, asked at twenty places of their histories.

Their records lie beside the project, where nobody on it wrote them; they are turned into histories
by the script that lies with them.
"""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic_core import to_json

import projections.views
from projections.stops import NOW, Stop
from projections.views import Views
from tests.projections.answers import Asked, compares, put, some_asked
from tests.projections.then import asked_of, views_of_then
from tests.web.prompt import Prompt
from web.services import Services

SCRIPT = Path(__file__).parents[3] / "shared" / "data" / "make_histories.py"
PLACES, OF_EACH, STEPS = 20, 6, 100
LATER = datetime(2026, 11, 1, tzinfo=UTC)

pytestmark = pytest.mark.skipif(
    not SCRIPT.exists(), reason="the committees' records do not lie beside the project"
)


@pytest.fixture(scope="module")
def histories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("histories")
    subprocess.run([sys.executable, str(SCRIPT), str(folder)], check=True)
    return folder


@pytest.fixture(scope="module", params=["nodejs-tsc", "dsf-board"])
def committee(
    histories: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Services]:
    prompt = Prompt(tmp_path_factory.mktemp(request.param))
    prompt.type("import", histories / f"{request.param}.jsonl")
    services = Services.open(prompt.data, writing=False)
    yield services
    services.close()


def stops(services: Services) -> list[Stop]:
    last = services.governance.position()
    return [Stop(known=last * place // PLACES) for place in range(1, PLACES + 1)]


def answers_of(views: Views, some: list[Asked], stop: Stop) -> bytes:
    told = [put(asked_of(views, ask), values, LATER, stop) for ask, values in some]
    return to_json(told)


def test_deleted_and_read_in_a_hundred_steps_the_tables_answer_the_same_at_twenty_places(
    committee: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    views, last = committee.views, committee.governance.position()
    some, at_once = some_asked(views, LATER, OF_EACH), list[int]()
    views.rebuild(lambda done, _: at_once.append(done))
    before = [answers_of(views, some, stop) for stop in (NOW, *stops(committee))]
    monkeypatch.setattr(projections.views, "EVENTS_AT_ONCE", -(-last // STEPS))
    steps: list[int] = []
    views.rebuild(lambda done, _: steps.append(done))
    assert (len(at_once), STEPS * 0.9 <= len(steps) <= STEPS) == (1, True)
    assert [answers_of(views, some, stop) for stop in (NOW, *stops(committee))] == before


def test_what_was_known_at_a_place_is_what_a_log_that_ended_there_answers(
    committee: Services,
) -> None:
    some = [one for one in some_asked(committee.views, LATER, OF_EACH) if not compares(one[0])]
    for stop in stops(committee)[::3]:
        with views_of_then(committee.governance, stop) as then:
            assert answers_of(committee.views, some, stop) == answers_of(then, some, NOW)
