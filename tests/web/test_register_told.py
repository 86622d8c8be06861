"""What a prompt tells people of decisions: as much as it tells scripts, in columns."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from domain.ids import ProposalId
from domain.kinds import Domain, Route, Say
from domain.values import DomainSay, MandateHolder
from domain.voting.tally import Outcome, Result
from tests.web.club import NO, YES, Club
from tests.web.prompt import Prompt

YES_TO_IT = Outcome(result=Result.ADOPTED)
HALF = "More than half must say yes. We count only YES and NO."


@dataclass(frozen=True)
class Register:
    """A club, and a prompt in front of it; its clock is long past ours."""

    club: Club
    prompt: Prompt

    def row(self, idea: ProposalId) -> str:
        """The line of the register that is about this."""
        rows = self.prompt.type("show", "decisions").splitlines()
        (found,) = [one for one in rows if re.match(rf"\S+ +{idea} ", one)]
        return found

    def rights(self) -> dict[str, str]:
        """Every right that decisions were taken by, by its number."""
        told = self.prompt.type("show", "decisions").split("\n\n")[-2]
        return dict(re.findall(r"(?m)^(\d+) +(.*)$", told))

    def whole(self, idea: ProposalId) -> str:
        return self.prompt.type("show", "proposal", str(idea))


@pytest.fixture
def register(club: Club, tmp_path: Path) -> Register:
    return Register(club, Prompt(tmp_path.parent, tmp_path.name))


def test_a_decision_in_a_hurry_tells_that_nobody_agreed_in_time(register: Register) -> None:
    club = register.club
    cited, idea = club.reason("Ben may"), club.idea("A plumber came")
    until = (club.clock.now + timedelta(days=7)).date()
    club.does.record_decision(
        club.act("Ben"), idea, Route.URGENT, YES_TO_IT, authority=cited, ratify_by=until
    )
    told = "agreed later: nobody did in time (until 10 March 2026)"
    assert told in register.row(idea)
    assert re.search(r" urgent +2$", register.row(idea))
    assert register.rights()["2"] == "We decided on “Ben may”: YES."
    whole = register.whole(idea)
    assert re.search("Agreed later +nobody did in time", whole)
    assert re.search("How +urgent", whole)
    assert re.search("By which right +We decided on “Ben may”: YES.", whole)
    assert re.search("Holds +no longer", whole)


def test_what_took_the_place_of_what_is_told_on_both_sides(register: Register) -> None:
    club = register.club
    old = club.decided("We play on Fridays")
    new = club.does.make_proposal(
        club.act("Ben"), club.here, "We play on Sundays", replaces=club.does.authority_of(old)
    )
    club.does.open_voting(club.act("Asha"), new)
    club.cast(new, Asha=YES, Ben=YES, Cara=NO)
    club.does.close_voting(club.act("Asha"), new)
    assert f"replaced by: {new}" in register.row(old)
    assert f"replaces: {old}" in register.row(new)
    assert re.search(f"Replaced by +{new}", register.whole(old))
    assert re.search(f"Replaces +{old}", register.whole(new))


def test_the_day_to_look_again_is_told(register: Register) -> None:
    club = register.club
    idea = club.decided("A quiet room")
    club.does.give_reason(club.act("Asha"), idea, "It is loud", date(2026, 5, 1))
    assert "look again on: 1 May 2026" in register.row(idea)
    assert re.search("Look again on +1 May 2026", register.whole(idea))


def test_a_mandate_is_told_where_it_allowed_something(register: Register) -> None:
    club = register.club
    club.does.grant_mandate(
        club.act("Asha"),
        club.here,
        MandateHolder(person=club.people["Ben"]),
        "Ben picks the songs",
        says=[DomainSay(domain=Domain.PROGRAMME, say=Say.ALONE)],
        authority=club.agreed("Ben may pick the songs"),
    )
    (granted,) = club.services.mandates.mandates(club.here, club.clock.now)
    idea = club.does.make_proposal(
        club.act("Ben"), club.here, "We play Abba", domain=Domain.PROGRAMME
    )
    act = club.act("Ben")
    club.does.record_decision(act, idea, Route.DELEGATED_MEMBER, YES_TO_IT, authority=granted.event)
    assert re.search(r" delegated member +2$", register.row(idea))
    assert register.rights()["2"].startswith("Ben got a mandate: “Ben picks the songs”.")
    assert re.search("By which right +Ben got a mandate: “Ben picks", register.whole(idea))


def test_what_no_right_allowed_says_so(register: Register) -> None:
    club = register.club
    idea = club.idea("The chairs are red now")
    club.does.record_decision(club.act("Ben"), idea, Route.UNDOCUMENTED, YES_TO_IT)
    assert re.search(r"undocumented *$", register.row(idea))
    assert re.search("By which right +Nothing says by which right.", register.whole(idea))


def test_many_decisions_by_one_rule_tell_it_once(register: Register) -> None:
    for title in ("One", "Two", "Three"):
        register.club.decided(title)
    assert register.rights() == {"1": f"The rule of 2026-03-03: {HALF}"}
    assert register.prompt.type("show", "decisions").count(HALF) == 1
