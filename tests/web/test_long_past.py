"""No page gets slower with the years: each asks as much of the database after many as after few."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from flask import url_for
from flask.testing import FlaskClient

from bench.committee import NOW
from bench.years import Years
from web.services import Services

FEW, MANY = 3_000, 30_000
ELSEWHERE = ("static", "enter.", "pages.health")
"""Pages that do not ask the read models anything."""
THEN = ("plan.index", "jobs.index", "why.index")
YESTERDAY = (NOW - timedelta(minutes=30)).strftime("%Y-%m-%dT%H:%M:%SZ")


class Committee:
    """A committee with this many events behind it, and somebody of it who looks at pages."""

    def __init__(self, services: Services, years: Years) -> None:
        self.services, self.years = services, years
        self.client: FlaskClient = years.browser(services)

    @property
    def things(self) -> dict[str, Any]:
        """What addresses can be about: the same matters of today in each committee."""
        home = self.services.directory.committees_of(self.years.people[0])[0].committee
        plan = self.services.plans.ahead(home, NOW.date())[-1]
        return {
            "proposal": self.years.vote,
            "plan": plan.plan,
            "line": plan.lines[0].line,
            "task": self.services.tasks.open(home)[0].task,
            "who": self.years.people[3],
            "stream": self.years.decision,
            "version": 1,
        }

    @property
    def pages(self) -> dict[str, str]:
        """The address of every page, by its route; of some also as they were another time."""
        app, things = self.client.application, self.things
        with app.test_request_context():
            found = {
                rule.endpoint: url_for(rule.endpoint, **{it: things[it] for it in rule.arguments})
                for rule in app.url_map.iter_rules()
                if "GET" in (rule.methods or ())
                and not rule.endpoint.startswith(ELSEWHERE)
                and rule.arguments <= set(things)
            }
        then = {f"{page} then": f"{found[page]}?at={YESTERDAY}" for page in THEN}
        return found | then | {"why.story": f"/why/{self.years.decision}"}

    def steps(self, path: str) -> tuple[int, int]:
        """How a page was answered, and how many steps the database took for it."""
        taken = [0]

        def one_more() -> None:
            taken[0] += 1

        self.services.views.connection.set_progress_handler(one_more, 1)
        status = self.client.get(path).status_code
        self.services.views.connection.set_progress_handler(None, 1)
        return status, taken[0]


@contextmanager
def committee(folder: Path, events: int) -> Iterator[Committee]:
    years = Years.of(folder, events)
    services = Services.open(folder)
    services.views.catch_up()
    yield Committee(services, years)
    services.close()


def test_no_page_gets_slower_with_the_years(tmp_path: Path) -> None:
    with committee(tmp_path / "young", FEW) as young, committee(tmp_path / "old", MANY) as old:
        of_old, shown = old.pages, 0
        for page, path in young.pages.items():
            (status, few), (same, many) = young.steps(path), old.steps(of_old[page])
            assert status == same, page
            assert many <= few * 1.1, (page, few, many)
            shown += status == 200
        assert shown > 30
