from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from web.demo import fill
from web.services import Services

NOW = datetime(2026, 6, 3, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "now",
    [
        NOW,
        datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
        datetime(2028, 2, 29, 23, 59, tzinfo=UTC),
        datetime(2027, 1, 1, tzinfo=UTC),
    ],
)
def test_the_demonstration_shows_a_committee_at_work_on_any_day(
    tmp_path: Path, now: datetime
) -> None:
    services = Services.open(tmp_path)
    people = fill(services.governance, now)
    (committee,) = services.directory.committees()
    assert [name for name, _ in people] == ["Asha", "Ben", "Cara", "Dev", "Ella", "Femi", "Jo"]
    assert "Demo" in committee.name
    register = services.decisions.register(committee.committee)
    assert [seen.outcome.result for seen in register] == [
        "adopted",
        "adopted",
        "rejected",
        "adopted",
    ]
    asha = dict(people)["Asha"]
    waiting = services.decisions.open_for(committee.committee, asha, now)
    assert len(waiting) == 2
    assert len(services.tasks.tasks(committee.committee)) == 8
    services.close()


def test_it_is_all_in_the_past_and_in_order(tmp_path: Path) -> None:
    services = Services.open(tmp_path)
    fill(services.governance, NOW)
    events = [event for page in services.governance.history() for _, event in page]
    assert all(event.recorded_at < NOW for event in events)
    assert events[0].recorded_at > NOW - timedelta(days=60)
    services.close()


def test_every_change_in_it_states_its_right(tmp_path: Path) -> None:
    services = Services.open(tmp_path)
    fill(services.governance, NOW)
    assert services.audit.without_authority() == []
    services.close()


def test_it_was_written_down_as_it_happened(tmp_path: Path) -> None:
    services = Services.open(tmp_path)
    fill(services.governance, NOW)
    told = [event.recorded_at for page in services.governance.history() for _, event in page]
    assert told == sorted(told)
    (committee,) = services.directory.committees()
    assert len(services.meetings.held(committee.committee, 5)) == 2
    services.close()
