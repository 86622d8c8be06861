"""Where the rule says so, nobody reads before the end how others vote."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from domain.events import VotingOpened
from domain.ids import ProposalId
from domain.kinds import Seat, Shown
from domain.voting.answers import Choice
from domain.voting.rule import Method, Rule
from tests.web.club import NO, YES, Club, Visitor, club_in, words
from tests.web.prompt import Prompt

AT_THE_END = Rule(method=Method.MAJORITY, shown=Shown.AT_CLOSING)


@pytest.fixture
def idea(club: Club) -> ProposalId:
    """A vote of this kind, in which Ben and Cara have answered."""
    club.does.adopt_rule(club.act("Asha"), club.here, AT_THE_END, club.agreed())
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


# ---- Whoever looks, wherever they look


PAGES = 60
NOT_READ = ("/static", "/look", "/help", "/credits", "/enter", "/practice", "/ideas/new")
AN_ID = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")


def everything_read(visitor: Visitor) -> dict[str, str]:
    """Page after page from NOW on, with a name for each id in the order in which it comes."""
    ids: dict[str, str] = {}

    def plain(text: str) -> str:
        return AN_ID.sub(lambda found: ids.setdefault(found[0], f"id-{len(ids)}"), text)

    waiting, read = ["/", "/why/", "/why/record"], dict[str, str]()
    asked = set(waiting)
    while waiting and len(read) < PAGES:
        path = waiting.pop(0)
        answer = visitor.get(path)
        read[plain(path)] = plain(words(answer))
        for href in re.findall(r'href="(/[^"#]*)"', answer.text):
            if href not in asked and not href.startswith(NOT_READ):
                asked.add(href)
                waiting.append(href)
    return read


EVERYBODY_ELSE = ("Asha", "Dev", "Jo", "Tess", "Ola")


def as_read(
    folder: Path, answer: Choice, rule: Rule = AT_THE_END, names: Sequence[str] = EVERYBODY_ELSE
) -> dict[str, dict[str, str]]:
    """All that each of these people reads while a vote goes on in which Ben said this."""
    folder.mkdir()
    with club_in(folder) as club:
        for name, seat in (("Jo", Seat.STAFF), ("Tess", Seat.TRUSTEE), ("Ola", Seat.OBSERVER)):
            club.people[name] = club.does.register_person(club.act("Asha"), name)
            voting = seat is Seat.STAFF
            club.does.seat_person(
                club.act("Asha"), club.here, club.people[name], seat, voting=voting
            )
        club.does.adopt_rule(club.act("Asha"), club.here, rule, club.agreed())
        club.cast(club.vote("DJ Sam", days=3), Ben=answer, Cara=NO)
        club.clock.on(hours=1)
        return {n: everything_read(club.enter(n)) for n in names}


def test_whoever_looks_reads_the_same_whatever_somebody_else_has_answered(tmp_path: Path) -> None:
    yes, no = (as_read(tmp_path / answer.value, answer) for answer in (YES, NO))
    for name, read in yes.items():
        assert len(read) > PAGES / 4
        assert any("DJ Sam" in page for page in read.values())
        for path, page in read.items():
            assert page == no[name][path], (name, path)


def test_where_votes_are_told_as_they_are_cast_the_same_pages_differ(tmp_path: Path) -> None:
    open_rule = Rule(method=Method.MAJORITY)
    yes, no = (as_read(tmp_path / a.value, a, open_rule, ["Dev"])["Dev"] for a in (YES, NO))
    assert any(page != no.get(path) for path, page in yes.items())


# ---- At the prompt


def test_a_command_tells_who_has_voted_and_how_at_the_end(
    club: Club, idea: ProposalId, tmp_path: Path
) -> None:
    prompt = Prompt(tmp_path.parent, tmp_path.name)
    told = prompt.ask("show", "proposal", str(idea))
    assert [one["answer"] for one in told["ballots"]] == [None, None]
    assert [one["sentence"] for one in told["history"]].count("Somebody voted.") == 2
    for typed in (("show", "proposal", str(idea)), ("show", "log"), ("show", "log", "--json")):
        printed = prompt.type(*typed)
        assert "said YES to “DJ Sam”" not in printed
        assert "Somebody voted." in printed
    assert prompt.type("show", "proposal", str(idea)).count("told at the end") == 2
    number = next(one["position"] for one in told["history"] if "voted" in one["sentence"])
    assert "said YES" not in prompt.type("show", "why", str(number))
    assert "said YES to “DJ Sam”" in prompt.type("show", "person", "Ben")
    assert '"answer":"yes"' in prompt.type("export")
    club.does.close_voting(club.act("Asha"), idea)
    told = prompt.ask("show", "proposal", str(idea))
    assert [one["answer"] for one in told["ballots"]] == ["yes", "no"]
    assert "said YES to “DJ Sam”" in prompt.type("show", "log")
