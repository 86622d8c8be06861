"""Real elections of people, taken in with the candidates as persons: pages and commands name them.

The ballots and results are those that Kubernetes published (see ``../shared/data``).
"""

import json
from typing import Any

import pytest

from domain.ids import PersonId, ProposalId
from tests.domain.voting.test_published_votes import KUBERNETES, election, pytestmark
from tests.web.club import Club, Hands, words
from tests.web.past import Said, decided, founded, joined, line, opened
from tests.web.prompt import Prompt
from web import create_app
from web.services import Services
from web.settings import Settings

__all__ = ["pytestmark"]
PLACES = {"steering/2018": 3, "steering/2020": 2, "steering/2022": 3, "steering/2024": 3}


def told(key: str, places: int) -> list[Said]:
    """The election as a history: who could be chosen are persons, who voted have numbers."""
    names, ballots = election(key.replace("/", "-"))
    voters = [f"voter {number}" for number in range(1, len(ballots) + 1)]
    people = [{"option": f"option {at}", "candidate": name} for at, name in enumerate(names)]
    option = {name: f"option {at}" for at, name in enumerate(names)}
    rule = {"method": "schulze", "seats_to_fill": places}
    return [
        founded(),
        *(joined(one) for one in ("asha", *names)),
        *(joined(one, voting=True) for one in voters),
        opened("steering", title="Who steers?", options=people, rule=rule, electorate=voters),
        *(
            line(
                "ballot.cast",
                proposal="steering",
                person=voter,
                ranking=[[option[name] for name in place] for place in ballot.places],
                unlisted="no_opinion",
            )
            for voter, ballot in zip(voters, ballots, strict=True)
            if ballot.places
        ),
        decided("steering"),
    ]


@pytest.fixture(scope="module", params=PLACES)
def elected(request: Any, tmp_path_factory: Any) -> tuple[Prompt, list[str], int]:
    """An election that was taken in, its published order, and its places."""
    prompt = Prompt(tmp_path_factory.mktemp("elected"))
    places = PLACES[request.param]
    prompt.type("import", prompt.file(*told(request.param, places)))
    expected = json.loads((KUBERNETES / "expected.json").read_text("utf-8"))[request.param]
    return prompt, [name for name, _ in expected["schulze"]], places


def test_a_published_election_is_shown_with_its_people_at_a_prompt(
    elected: tuple[Prompt, list[str], int],
) -> None:
    prompt, order, places = elected
    shown = prompt.ask("show", "proposal", "steering")
    by = {one["option"]: one["candidate"] for one in shown["options"]}
    assert {one["title"] for one in shown["options"]} == set(order)
    assert [by[one] for one in shown["decision"]["outcome"]] == order[:places]
    said = prompt.type("show", "proposal", "steering")
    assert f"We choose the {places} that did best." in said


def test_a_published_election_is_shown_with_its_people_on_a_page(
    elected: tuple[Prompt, list[str], int],
) -> None:
    prompt, order, places = elected
    services = Services.open(prompt.data)
    try:
        clock = Hands()
        app = create_app(services, Settings(prompt.data), clock=clock)
        vault = services.governance.vault
        (asha,), (idea,) = vault.named("person", "asha"), vault.named("proposal", "steering")
        club = Club(services, app, clock, {"Asha": PersonId(asha)})
        page = words(club.enter("Asha").get(f"/ideas/{ProposalId(idea)}"))
        first, last = order[: places - 1], order[places - 1]
        assert f"We picked {', '.join(first)} and {last}" in page
        assert f"{places} of {places} places are filled." in page
        assert f"1. {order[0]} 2. {order[1]}" in page
        assert "We put two people side by side." in page
    finally:
        services.close()
