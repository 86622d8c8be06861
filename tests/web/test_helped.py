"""“Did someone help you?” is asked after a vote; nobody else sees who was helped, and by whom."""

import re

import pytest

from domain.events import SupportNoted
from domain.kinds import Seat, Support
from tests.web.club import A_WORRY, YES, Club, words

QUESTION = "Did someone help you?"
HIDDEN = "Somebody had help with a vote. It counts like every other."


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("read", "Cara had it read to them"),
        ("explained", "Cara had it explained to them"),
        ("pressed", "Cara had somebody press for them"),
    ],
)
def test_a_voter_says_who_helped_and_how(club: Club, kind: str, told: str) -> None:
    idea, cara, ben = club.vote(), club.enter("Cara"), club.people["Ben"]
    assert QUESTION not in words(cara.get(f"/ideas/{idea}"))
    cara.press(f"/ideas/{idea}/ballots", answer="yes")
    assert QUESTION in words(cara.get(f"/ideas/{idea}"))
    (helped,) = club.written(
        lambda: cara.press(f"/ideas/{idea}/help", kind=kind, supporter=str(ben))
    )
    assert isinstance(helped, SupportNoted)
    assert (helped.voter, helped.supporter) == (club.people["Cara"], ben)
    assert helped.kind is Support(kind)
    assert f"{told} for “DJ Sam”, by Ben." in words(cara.get(f"/why/{idea}"))
    assert QUESTION not in words(cara.get(f"/ideas/{idea}"))


def test_nobody_helped_writes_nothing_down(club: Club) -> None:
    idea, cara = club.vote(), club.enter("Cara")
    club.cast(idea, Cara=YES)
    assert club.written(lambda: cara.press(f"/ideas/{idea}/help", kind="none")) == []


def test_who_said_that_nobody_helped_is_not_asked_again(club: Club) -> None:
    idea, cara = club.vote(), club.enter("Cara")
    club.cast(idea, Cara=YES, Ben=YES)
    cara.press(f"/ideas/{idea}/help", kind="none")
    for screen in (cara, club.enter("Cara")):
        assert QUESTION not in words(screen.get(f"/ideas/{idea}"))
    assert QUESTION in words(club.enter("Ben").get(f"/ideas/{idea}"))
    other = club.vote("A light")
    club.cast(other, Cara=YES)
    assert QUESTION in words(cara.get(f"/ideas/{other}"))


def test_who_helped_need_not_be_named(club: Club) -> None:
    idea, cara = club.vote(), club.enter("Cara")
    club.cast(idea, Cara=YES)
    (helped,) = club.written(
        lambda: cara.press(f"/ideas/{idea}/help", kind="explained", supporter="")
    )
    assert isinstance(helped, SupportNoted)
    assert helped.supporter is None


def test_who_has_a_worry_is_first_asked_about_that(club: Club) -> None:
    idea, cara = club.vote(), club.enter("Cara")
    club.cast(idea, Cara=A_WORRY)
    page = words(cara.get(f"/ideas/{idea}"))
    assert "What is your worry about?" in page
    assert QUESTION not in page


@pytest.mark.parametrize("sent", [{}, {"kind": "carried"}, {"kind": "read", "supporter": "Ben"}])
def test_an_answer_that_is_none_is_not_understood(club: Club, sent: dict[str, str]) -> None:
    idea, cara = club.vote(), club.enter("Cara")
    club.cast(idea, Cara=YES)
    assert club.written(lambda: cara.post(f"/ideas/{idea}/help", **sent)) == []
    assert cara.post(f"/ideas/{idea}/help", **sent).status_code == 400


@pytest.mark.parametrize("name", ["Asha", "Dev"])
def test_nobody_else_sees_who_was_helped(club: Club, name: str) -> None:
    idea = club.vote(days=None)
    club.cast(idea, Cara=YES, Asha=YES)
    act, cara = club.act("Cara"), club.people["Cara"]
    (helped,) = club.written(
        lambda: club.does.note_support(act, idea, cara, club.people["Ben"], Support.READ)
    )
    reader = club.enter(name)
    entry = f"/why/record/{idea}/{helped.originator_version}"
    for page in (f"/why/{idea}", "/why/record", entry):
        assert "read to them" not in words(reader.get(page)), page
        assert HIDDEN in words(reader.get(page)), page
    assert "read to them" in words(club.enter("Ben").get("/why/record"))
    assert "Ben" in words(club.enter("Ben").get(f"/why/{idea}"))


def helped_by_name(club: Club, voters: int, helped: int) -> str:
    """What the result says, where of so many voters the first ones had help."""
    names = [f"Voter {number}" for number in range(voters)]
    for name in names:
        club.people[name] = club.does.register_person(club.act("Asha"), name)
        club.does.seat_person(club.act("Asha"), club.here, club.people[name], Seat.MEMBER)
    idea = club.vote(days=None)
    club.cast(idea, **dict.fromkeys(names, YES))
    for name in names[:helped]:
        club.does.note_support(club.act(name), idea, club.people[name], None, Support.READ)
    club.does.close_voting(club.act("Asha"), idea)
    return words(club.enter("Ben").get(f"/ideas/{idea}"))


@pytest.mark.parametrize(("voters", "helped"), [(6, 3), (8, 3), (8, 5)])
def test_the_result_says_how_many_had_help_and_names_nobody(
    club: Club, voters: int, helped: int
) -> None:
    page = helped_by_name(club, voters, helped)
    assert f"{helped} of {voters} people had help with their vote." in page
    assert "read to them" not in page


@pytest.mark.parametrize(
    ("voters", "helped"), [(4, 2), (5, 3), (8, 1), (8, 2), (8, 6), (8, 8), (8, 0)]
)
def test_a_number_that_could_show_who_had_help_is_not_told(
    club: Club, voters: int, helped: int
) -> None:
    assert "had help with their vote" not in helped_by_name(club, voters, helped)


def test_who_helped_is_found_by_name_where_we_are_many(club: Club) -> None:
    with club.does.batch():
        for number in range(40):
            who = club.does.register_person(club.act("Asha"), f"Person {number:02}")
            club.does.seat_person(club.act("Asha"), club.here, who, Seat.MEMBER)
    idea, ben = club.vote(), club.enter("Ben")
    page = ben.press(f"/ideas/{idea}/ballots", answer="yes")
    assert len(re.findall(r'name="supporter" value="[^"]', page.text)) == 30
    assert "We are 43 people." in words(page)
    found = ben.get(f"/ideas/{idea}?words=person+39")
    assert re.findall(r"Person \d\d", words(found).partition("Who helped you?")[2]) == ["Person 39"]
    assert "Someone else" in words(found)
