"""“Did someone help you?” is asked after a vote; nobody else sees who was helped, and by whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from domain.events import SupportNoted
from domain.ids import ProposalId
from domain.kinds import Seat, Support, Through
from projections.proposal_sentences import HELPED
from tests.web.club import A_WORRY, NO, YES, Club, words
from tests.web.every_page import Seen
from tests.web.everything_shown import questions
from tests.web.prompt import Prompt
from tests.web.reading_age import OURS_NOT

QUESTION = "Did someone help you?"


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


def test_a_voter_says_whether_they_picked_their_helper_and_heard_their_vote(club: Club) -> None:
    idea, cara, ben = club.vote(), club.enter("Cara"), str(club.people["Ben"])
    club.cast(idea, Cara=YES)
    assert "Somebody helped me" in words(cara.get(f"/ideas/{idea}"))
    assert "Did you pick this helper?" in words(cara.get(f"/ideas/{idea}/help"))
    (helped,) = club.written(
        lambda: cara.press(
            f"/ideas/{idea}/help", kind="pressed", supporter=ben, chosen="no", read_back="yes"
        )
    )
    assert isinstance(helped, SupportNoted)
    assert (helped.chosen_by_voter, helped.read_back) == (False, True)
    told = "They did not choose Ben. They heard it read back."
    assert told in words(cara.get(f"/why/{idea}"))


def test_help_with_a_vote_that_nobody_gave_is_refused(club: Club) -> None:
    idea, cara = club.vote(), club.enter("Cara")
    answer = cara.post(f"/ideas/{idea}/help", kind="read")
    assert (answer.status_code, "Help is told after the vote." in words(answer)) == (409, True)


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


@pytest.mark.parametrize("name", ["Asha", "Ben", "Dev"])
def test_nobody_else_finds_a_line_that_somebody_was_helped(club: Club, name: str) -> None:
    idea = club.vote(days=None)
    club.cast(idea, Cara=YES, Asha=YES)
    act, cara = club.act("Cara"), club.people["Cara"]
    (helped,) = club.written(
        lambda: club.does.note_support(act, idea, cara, club.people["Ben"], Support.READ)
    )
    club.does.close_voting(club.act("Asha"), idea)
    reader = club.enter(name)
    for page in (f"/why/{idea}", f"/why/{idea}/whole", f"/ideas/{idea}", "/why/record"):
        read = words(reader.get(page))
        assert "read to them" not in read, page
        assert "had help" not in read, page
        assert "support-noted" not in read, page
    assert reader.get(f"/why/record/{idea}/{helped.originator_version}").status_code == 404
    for page in (f"/why/{idea}", "/why/record"):
        assert "Cara had it read to them" in words(club.enter("Cara").get(page))


def test_a_helper_who_wrote_it_down_sees_what_they_wrote(club: Club) -> None:
    idea = club.vote(days=None)
    club.cast(idea, Cara=YES)
    cara, ben = club.people["Cara"], club.people["Ben"]
    club.does.note_support(club.act("Ben"), idea, cara, ben, Support.READ)
    assert "read to them" in words(club.enter("Ben").get("/why/record"))


def test_a_page_of_the_record_is_full_all_the_same(club: Club) -> None:
    idea = club.vote(days=None)
    for number in range(12):
        club.cast(idea, Cara=YES if number % 2 else NO)
        act, kind = club.act("Cara"), list(Support)[number % 4]
        club.does.note_support(
            act, idea, club.people["Cara"], None, kind, read_back=number % 3 == 0
        )
    mine, others = (club.enter(name).get("/why/record").text for name in ("Cara", "Ben"))
    entries = [page.count('href="/why/record/') for page in (mine, others)]
    assert len(set(entries)) == 1


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
    ben.press(f"/ideas/{idea}/ballots", answer="yes")
    page = ben.get(f"/ideas/{idea}/help")
    assert len(re.findall(r'name="supporter" value="[^"]', page.text)) == 30
    assert "We are 43 people." in words(page)
    found = ben.get(f"/ideas/{idea}/help?words=person+39")
    assert re.findall(r"Person \d\d", words(found).partition("Who was it?")[2]) == ["Person 39"]
    assert "Someone else" in words(found)


# ---- At a prompt


@dataclass(frozen=True)
class Asking:
    """A log in which Cara had help, and a prompt in front of it."""

    club: Club
    prompt: Prompt
    vote: ProposalId
    helped: SupportNoted

    def answers(self) -> Iterator[tuple[str, str]]:
        """Everything that can be asked, in both forms; of the record, why there is each entry."""
        events = [event for page in self.club.does.history() for _, event in page]
        entries = [("why", str(number)) for number in range(1, len(events) + 1)]
        for typed in (*questions(events), *entries):
            for form in ((), ("--json",)):
                asked = self.prompt.run("show", *typed, *form)
                yield " ".join((*typed, *form)), asked.output


@pytest.fixture
def asking(club: Club, tmp_path: Path) -> Asking:
    idea = club.vote(days=None)
    club.cast(idea, Cara=YES, Asha=YES)
    cara, ben = club.people["Cara"], club.people["Ben"]
    (helped,) = club.written(
        lambda: club.does.note_support(
            club.act("Cara"), idea, cara, ben, Support.READ, chosen_by_voter=True
        )
    )
    assert isinstance(helped, SupportNoted)
    club.does.close_voting(club.act("Asha"), idea)
    return Asking(club, Prompt(tmp_path.parent, tmp_path.name), idea, helped)


def test_no_answer_tells_of_help_but_what_is_kept_of_the_voter(asking: Asking) -> None:
    told = [typed for typed, answer in asking.answers() if "read to them" in answer]
    cara = asking.club.people["Cara"]
    assert told
    assert [one for one in told if not one.startswith(f"person {cara}")] == []


def test_what_is_kept_of_a_helper_says_that_somebody_had_help_and_not_who(asking: Asking) -> None:
    entries = asking.prompt.ask("show", "person", str(asking.club.people["Ben"]))["entries"]
    (helped,) = [one for one in entries if one["topic"] == SupportNoted.TOPIC]
    assert helped["sentence"] == "Somebody had help with a vote. It counts like every other."


def test_a_helper_who_wrote_it_down_finds_it_among_what_is_kept_of_them(
    club: Club, tmp_path: Path
) -> None:
    idea = club.vote(days=None)
    club.cast(idea, Cara=YES)
    cara, ben = club.people["Cara"], club.people["Ben"]
    club.does.note_support(club.act("Ben"), idea, cara, ben, Support.READ)
    prompt = Prompt(tmp_path.parent, tmp_path.name)
    assert "Cara had it read to them" in prompt.type("show", "person", str(ben))
    assert "read to them" not in prompt.type("show", "person", str(club.people["Asha"]))


@pytest.mark.timeout(600)
def test_no_page_tells_anybody_else_who_had_help(every_page: list[Seen]) -> None:
    """In the demonstration Dev and Ella had help, and Ben, Cara and Jo helped them."""
    words_of_help = (*HELPED.values(), "support-noted")
    told = {
        (one.reader, one.page)
        for one in every_page
        if any(told in one.html.replace(OURS_NOT, "") for told in words_of_help)
    }
    assert {reader for reader, _ in told} <= {"Dev", "Ella"}


def test_a_vote_on_the_screen_of_a_helper_is_told_like_any_other(
    club: Club, tmp_path: Path
) -> None:
    idea, cara, ben = club.vote(days=None), club.people["Cara"], club.people["Ben"]
    club.cast(idea, Ben=YES)
    screen = Through.SUPPORTERS_SCREEN
    pressed = replace(club.act("Cara"), recorded_by=ben, through=screen)
    club.does.cast_ballot(pressed, idea, YES)
    prompt = Prompt(tmp_path.parent, tmp_path.name)
    for is_over in (False, True):
        if is_over:
            club.does.close_voting(club.act("Asha"), idea)
        told = prompt.ask("show", "proposal", str(idea))["ballots"]
        assert {one["through"] for one in told} == {"own screen"}
        assert [one["recorded_by"] for one in told] == [one["voter"] for one in told]
    (own,) = prompt.ask("show", "person", "Cara")["ballots"]
    assert (own["through"], own["recorded_by"]) == (screen.value, str(ben))
    assert f'"voter":"{cara.hex}","answer":"yes","through":"{screen.value}"' in prompt.type(
        "export"
    )
    dev = club.enter("Dev")
    for page in (f"/ideas/{idea}", f"/why/{idea}", f"/why/{idea}/whole", "/why/record"):
        assert "helper’s screen" not in words(dev.get(page))
        assert "by Ben" not in words(dev.get(page))
