"""What went further than people may go stands in a list that everybody here can read."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from domain.act import Act
from domain.ids import ImportId
from domain.kinds import Domain, LineKind, Per, Route, Say, Seat, Through
from domain.values import DomainSay, EventId, Limit, MandateHolder, Money, Source
from domain.voting.tally import Outcome, Result
from tests.web.club import Club, words
from web.cli import main

TWENTY = Limit(money=Money(amount=2000, currency="GBP"), per=Per.MONTH)


@pytest.fixture
def jo(club: Club) -> Club:
    """Jo is staff, Tess a trustee, Ola looks on; Jo may spend £20 a month."""
    for name, seat in (("Jo", Seat.STAFF), ("Tess", Seat.TRUSTEE), ("Ola", Seat.OBSERVER)):
        club.people[name] = club.does.register_person(club.act("Asha"), name)
        club.does.seat_person(club.act("Asha"), club.here, club.people[name], seat, voting=False)
    return club


def mandate(club: Club) -> EventId:
    says = [DomainSay(domain=Domain.MONEY, say=Say.ALONE)]
    made = club.does.grant_mandate(
        club.act("Asha"),
        club.here,
        MandateHolder(person=club.people["Jo"]),
        "Buy tape",
        says=says,
        limit=TWENTY,
        authority=club.agreed("Jo may buy tape"),
    )
    return club.does.grant_of(club.here, made)


def spend(club: Club, title: str, pounds: int, right: EventId) -> None:
    money = Money(amount=pounds * 100, currency="GBP")
    idea = club.does.make_proposal(
        club.act("Jo"), club.here, title, domain=Domain.MONEY, amount=money
    )
    outcome = Outcome(result=Result.ADOPTED)
    club.does.record_decision(club.act("Jo"), idea, Route.DELEGATED_STAFF, outcome, authority=right)


def test_what_adds_up_to_too_much_is_listed_for_everybody(jo: Club) -> None:
    nothing = words(jo.enter("Ben").get("/why/record/too-far"))
    assert "Nothing went too far" in nothing
    right = mandate(jo)
    spend(jo, "Tape", 15, right)
    spend(jo, "More tape", 10, right)
    for name in ("Ben", "Tess", "Ola"):
        page = words(jo.enter(name).get("/why/record/too-far"))
        assert "Staff went too far" in page, name
        assert "More tape" in page
        assert "It was too much money." in page
        assert page.count("went too far") == 1 + 1  # the heading, and the one
    assert "What went too far" in words(jo.enter("Ben").get("/alone/"))


def test_what_a_history_tells_beyond_a_mandate_is_listed_although_nobody_decided_it(
    jo: Club,
) -> None:
    right, plan = mandate(jo), jo.plan()
    told = Act(
        jo.people["Jo"],
        jo.clock.now,
        jo.clock.now,
        through=Through.IMPORT,
        source=Source(run=ImportId(plan), line=1),
    )
    money = Money(amount=9900, currency="GBP")
    jo.does.write_line(told, plan, "Tape", money=money, kind=LineKind.MONEY, authority=right)
    page = words(jo.enter("Ben").get("/why/record/too-far"))
    assert "Staff went too far" in page
    assert "It was too much money." in page


def test_the_same_is_told_at_a_prompt(jo: Club, tmp_path: Path) -> None:
    right = mandate(jo)
    ask = ["audit", "--breaches", "--data", str(tmp_path)]
    answer = CliRunner().invoke(main, ask)
    assert answer.exit_code == 0, answer.output
    assert "Nothing went beyond what people may do." in answer.stdout
    spend(jo, "Tape", 15, right)
    spend(jo, "More tape", 10, right)
    answer = CliRunner().invoke(main, [*ask, "--json"])
    assert answer.exit_code == 1, answer.output
    (one,) = json.loads(answer.stdout)["breaches"]
    assert (one["whose"], one["ways"]) == ("staff", ["over the limit"])
    assert one["authority"] == right
