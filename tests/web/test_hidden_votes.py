"""Where the rule says so, nobody reads before the end how others vote."""

import re

import pytest

from domain.events import VotingOpened
from domain.ids import ProposalId
from domain.kinds import Shown
from domain.voting.rule import Method, Rule
from tests.web.club import NO, YES, Club, Visitor, words

AT_THE_END = Rule(method=Method.MAJORITY, shown=Shown.AT_CLOSING)


@pytest.fixture
def idea(club: Club) -> ProposalId:
    """A vote of this kind, in which Ben and Cara have answered."""
    club.does.adopt_rule(club.act("Asha"), club.here, AT_THE_END, club.reason())
    idea = club.vote("DJ Sam", days=None)
    club.cast(idea, Ben=YES, Cara=NO)
    return idea


def pages_about(visitor: Visitor, idea: ProposalId) -> list[str]:
    """Every page that one press leads to from those about this idea and from the record."""
    first = [f"/ideas/{idea}", f"/why/{idea}", f"/why/{idea}/whole", "/why/record", "/", "/why/"]
    linked = {
        href
        for path in first
        for href in re.findall(r'href="(/[^"#]*)"', visitor.get(path).text)
        if not href.startswith(("/static", "/look", "/help"))
    }
    return [words(visitor.get(path)) for path in (*first, *sorted(linked))]


def test_no_page_tells_before_the_end_how_somebody_else_votes(club: Club, idea: ProposalId) -> None:
    for name in ("Asha", "Dev"):
        for page in pages_about(club.enter(name), idea):
            for answer in ("YES", "NO"):
                assert f"said {answer} to “DJ Sam”" not in page
        whole = words(club.enter(name).get(f"/ideas/{idea}"))
        assert not re.search(r"(Ben|Cara) (Yes|No)\b", whole)
    record = words(club.enter("Dev").get("/why/record"))
    assert record.count("Somebody voted.") == len({"Ben", "Cara"})


def test_ones_own_vote_is_told_and_all_others_at_the_end(club: Club, idea: ProposalId) -> None:
    ben = club.enter("Ben")
    record = words(ben.get("/why/record"))
    assert "Ben said YES to “DJ Sam”." in record
    assert "Cara said NO to “DJ Sam”." not in record
    club.does.close_voting(club.act("Asha"), idea)
    assert "Cara said NO to “DJ Sam”." in words(ben.get("/why/record"))


def test_the_log_and_the_rule_say_so(club: Club, idea: ProposalId) -> None:
    opened = [one for one in club.does.events_of(idea) if isinstance(one, VotingOpened)]
    assert [one.shown for one in opened] == [Shown.AT_CLOSING]
    assert "Nobody sees how others vote before the end." in words(
        club.enter("Dev").get("/why/rules/")
    )
    other = club.enter("Dev").post("/why/ways/consent", shown="end")
    assert other.status_code == 303


def test_without_such_a_rule_votes_are_read_as_they_are_cast(club: Club) -> None:
    club.cast(club.vote(), Cara=NO)
    assert "Cara said NO to “DJ Sam”." in words(club.enter("Ben").get("/why/record"))
