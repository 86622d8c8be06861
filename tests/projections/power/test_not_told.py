"""What a source does not tell is no fault of anybody: it is said to be unknown, and not counted."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from domain.events import Event
from domain.kinds import NotAPerson, Route, Seat, Through
from domain.voting.tally import Result
from projections.power.a_record import on_time, own_hand
from projections.power.b_choice import real_choice
from projections.power.b_ideas import agenda, agenda_by_stake
from projections.power.b_say import matrix
from projections.power.c_limits import kept_to_rights
from projections.power.c_sharing import routes
from projections.power.c_voices import first_words
from projections.power.evidence import Evidence
from projections.power.h_change import change
from projections.power.measure import Measure
from projections.power.nobody import NOBODY, OF_MEMBERS
from projections.power.reading import facts
from projections.power.report import Report, report
from projections.power.settings import Settings
from tests.facts import ASHA, BEN, CLUB, NIGHT, cast, decided, founded, seated
from tests.projections.power.choosing import voted
from tests.projections.power.told import brought, counted, day, idea, in_order, parts
from tests.web.prompt import Prompt
from web.services import Services

SOMEBODY = NotAPerson.UNKNOWN
SCRIPT = Path(__file__).parents[4] / "shared" / "data" / "make_histories.py"
HISTORIES = pytest.mark.skipif(not SCRIPT.exists(), reason="the records do not lie beside it")


def taken_in(number: int) -> list[Event]:
    """What a history tells of a vote: who voted what, and no more."""
    told: dict[str, Any] = {"through": Through.IMPORT, "at": day(number), "stream": idea(number)}
    return [brought(number, SOMEBODY, **told), *(cast(who, **told) for who in (ASHA, BEN))]


def test_when_others_wrote_it_down_is_not_the_day_of_the_import() -> None:
    found = counted(on_time, *taken_in(1))
    assert parts(found)["nobody said when"] == 3
    assert (found.k, found.n) == (0, 8), "what was written down here still counts"


def test_who_pressed_is_not_guessed() -> None:
    found = counted(own_hand, *taken_in(1))
    assert found.why_not == "We do not know who pressed when people voted."
    more = counted(own_hand, *taken_in(1), cast(BEN, stream=idea(1), at=day(2), recorded_by=BEN))
    assert (more.k, more.n, parts(more)) == (1, 1, {"nobody said who pressed": 2})


def test_an_idea_of_nobody_knows_whom_is_no_idea_of_others() -> None:
    every = [brought(1, SOMEBODY), brought(2, SOMEBODY)]
    for counting in (agenda, agenda_by_stake):
        assert counted(counting, *every).why_not == "Nobody wrote down whose ideas these were."
        some = counted(counting, *every, brought(3, BEN))
        assert (some.n, parts(some)["nobody said whose"]) == (1, 2)


def test_who_began_and_who_wrote_the_answers_is_not_guessed() -> None:
    told = voted(1, put={"by": SOMEBODY, "options": [NIGHT, CLUB]})
    assert "Nobody wrote down who began these choices." in counted(matrix, *told).sentence
    found = counted(real_choice, *told)
    assert (found.n, parts(found)["nobody said who wrote them"]) == (0, 1)


def undocumented(number: int) -> list[Event]:
    named = {"stream": idea(number), "at": day(number), "route": Route.UNDOCUMENTED}
    return [brought(number, SOMEBODY), decided(Result.ADOPTED, **named)]


def test_where_nobody_wrote_down_how_it_was_decided_nothing_is_made_of_it() -> None:
    every = [event for number in range(1, 31) for event in undocumented(number)]
    rights = counted(kept_to_rights, *every)
    assert rights.why_not == "Nobody wrote down how these were decided."
    assert "Of 30 nobody wrote down how." in counted(routes, *every).sentence
    assert counted(change, *every).why_not == "There is too little to tell a change from luck."


def test_where_there_is_no_staff_nobody_speaks_before_the_others() -> None:
    told = [founded(at=day(0)), *(seated(one, at=day(0)) for one in (ASHA, BEN)), *voted(1)]
    found = first_words(Evidence(in_order(told), CLUB), Settings())
    assert found.n == 0


def test_where_nobody_sits_as_a_member_it_says_so_and_no_more() -> None:
    trustees = [seated(one, Seat.TRUSTEE, at=day(0)) for one in (ASHA, BEN)]
    said = report(Evidence(in_order([founded(at=day(0)), *trustees, *voted(1)]), CLUB))
    about = [one for one in (*said.gates, *said.measures) if one.id in OF_MEMBERS]
    assert {one.display for one in about} == {NOBODY}
    assert {one.id for one in about} == OF_MEMBERS


@HISTORIES
@pytest.mark.parametrize(
    ("history", "committee"), [("nodejs-tsc", "Node.js TSC"), ("dsf-board", "DSF board")]
)
def test_two_real_committees_are_told_nothing_that_their_records_do_not_say(
    history: str, committee: str, tmp_path: Path
) -> None:
    said = _audited(history, committee, tmp_path)
    by_id: dict[str, Measure] = {one.id: one for one in (*said.gates, *said.measures)}
    assert by_id["A2"].display == "We do not know when this was written down."
    assert all(by_id[name].why_not for name in ("A3", "B1", "B1w"))
    assert by_id["C6"].n == 0
    assert {one.id for one in said.warnings} == set()
    if history == "dsf-board":
        assert by_id["C11"].why_not == "Nobody wrote down how these were decided."
        assert by_id["E2"].n == 97, "thirteen trustees hold jobs"


def _audited(history: str, committee: str, folder: Path) -> Report:
    subprocess.run([sys.executable, str(SCRIPT), str(folder)], check=True)
    prompt = Prompt(folder / "log")
    prompt.type("import", folder / f"{history}.jsonl")
    services = Services.open(prompt.data, writing=False)
    try:
        named = {one.name: one.committee for one in services.directory.committees()}
        return report(Evidence(facts(services.governance), named[committee]))
    finally:
        services.close()
