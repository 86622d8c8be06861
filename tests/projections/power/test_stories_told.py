"""The stories as such: forty choices each, the same whenever they are told, in and out of files."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from domain.kinds import Stake
from projections.power.decisions import decisions
from projections.power.evidence import EVER, Evidence, Window
from projections.power.measure import Measure
from projections.power.reading import facts
from projections.power.report import EVERY, Counting, report
from projections.power.settings import Settings
from tests.projections.power.stories import NAMES, audited, measured, told
from web.cli import main
from web.demo.stories.dates import at, meeting, night
from web.services import Services

HALF = Window(at(meeting(7), "00:00"), at(night(12), "23:59"))
"""The second half of the year."""
FILES = Path(__file__).parents[3] / "docs" / "stories"


@pytest.fixture(params=NAMES)
def story(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_each_story_is_of_the_same_forty_choices_over_twelve_nights(story: str) -> None:
    """12 nights × theme, rota, spend = 36, and 4 large ones: 12 × 1 + 24 × 2 + 4 × 3 = 72."""
    taken = decisions(told(story).evidence)
    stakes = [one.stake for one in taken]
    assert [stakes.count(stake) for stake in Stake] == [12, 24, 4]
    assert sum(stakes) == 72
    assert len({one.taken.meeting for one in taken}) == 12


def test_it_is_written_down_in_the_order_of_time(story: str) -> None:
    written = [one.recorded_at for one in told(story).facts]
    assert written == sorted(written)


def test_the_file_in_the_project_is_the_story_as_it_is_told(story: str, tmp_path: Path) -> None:
    out = tmp_path / "story.jsonl"
    result = CliRunner().invoke(main, ["demo", "--story", story, "--out", str(out)])
    assert result.exit_code == 0, result.output
    assert out.read_text("utf-8") == (FILES / f"{story}.jsonl").read_text("utf-8")


def test_the_file_taken_in_gives_the_same_audit_as_the_story_told(
    story: str, tmp_path: Path
) -> None:
    data, file = tmp_path / "log", FILES / f"{story}.jsonl"
    result = CliRunner().invoke(main, ["import", str(file), "--data", str(data)])
    assert result.exit_code == 0, result.output
    services = Services.open(data)
    try:
        again = report(Evidence(facts(services.governance), told(story).club))
    finally:
        services.close()
    assert _said(again) == _said(audited(story))


def _said(one: object) -> object:
    """All that a report says, with the events it rests on by their ids."""
    if hasattr(one, "event_id"):
        return one.event_id
    if hasattr(one, "__dataclass_fields__"):
        return {name: _said(getattr(one, name)) for name in one.__dataclass_fields__}
    if isinstance(one, tuple | list):
        return [_said(each) for each in one]
    return one


@pytest.mark.parametrize("window", [EVER, HALF], ids=["whole", "half"])
@pytest.mark.parametrize("counting", EVERY, ids=lambda counting: str(counting.__name__))
def test_every_number_comes_out_again_from_its_events_alone(
    story: str, counting: Counting, window: Window
) -> None:
    everything, club, _ = told(story)
    first = counting(Evidence(everything, club, window), Settings())
    named = set(first.event_ids)
    alone = [one for one in everything if one.event_id in named]
    again = counting(Evidence(alone, club, window), Settings())
    assert set(again.exceptions) == set(first.exceptions)
    assert _without_events(again) == _without_events(first)


def _without_events(one: Measure) -> Measure:
    return replace(one, rests_on=(), so=(), among=())


def test_every_measure_has_something_to_count_in_one_of_the_stories() -> None:
    """But whether the past was changed, which no story can tell."""
    counted = {one.id for story in NAMES for one in _every(story) if one.n}
    assert {one.id for one in _every(NAMES[0])} - counted == {"A6"}


def _every(story: str) -> list[Measure]:
    said = audited(story)
    return [*said.gates, *said.measures]


def test_the_page_about_the_stories_tells_the_numbers_of_the_audit() -> None:
    page = (FILES / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| ([A-H]\d+) (.+?) \| (.+?) \| (.+?) \|", page, re.MULTILINE)
    assert len(rows) > 20
    for name, question, *numbers in rows:
        ours = [measured(story, name) for story in ("shared", "takeover")]
        assert question == ours[0].question
        assert numbers == [f"{one.k} of {one.n}" for one in ours]


def test_what_the_program_refuses_is_told_as_kept_elsewhere() -> None:
    """From the fourth night on staff took it all in later, and each of it says so."""
    kept = [one.taken for one in decisions(told("takeover").evidence) if one.taken.source]
    assert len(kept) == 30
    assert all(one.noted_at and (one.noted_at - one.occurred_at).days >= 5 for one in kept)
    assert not [e for e in told("shared").facts if getattr(e, "source", None)]
