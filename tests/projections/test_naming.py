"""What things and people are called."""

from uuid import UUID

from domain.act import Act
from domain.ids import CHAIR
from domain.kinds import NotAPerson
from domain.sealed import Sealed
from tests.facts import MAJORITY
from tests.projections.club import Club


def forget(club: Club, *words: str) -> None:
    """Erase these words for good."""
    with club.governance.vault.database.writing() as connection:
        for some in words:
            connection.execute("DELETE FROM sealed_text WHERE words LIKE ?", (f"%{some}%",))


def test_people_are_called_by_the_name_they_gave_last(club: Club) -> None:
    club.governance.give_name(club.by(club.ben), club.ben, "Benjamin")
    assert club.naming.name(club.ben) == "Benjamin"


def test_a_name_comes_before_what_a_file_calls_somebody(club: Club) -> None:
    known = club.governance.register_person(club.by(club.asha), ref="e-smith")
    assert club.naming.name(known) == "e-smith"
    club.governance.give_name(club.by(known), known, "Eve")
    assert club.naming.name(known) == "Eve"


def test_everything_that_has_a_title_is_called_by_it(club: Club) -> None:
    idea = club.idea("Which film?", options=["Alien", "Brazil"])
    plan, task = club.plan("Friday"), club.task("Speakers")
    options = [option.option for option in club.seen(idea).options]
    club.governance.give_role(club.by(club.asha), club.committee, CHAIR, "Chair", club.ben)
    things = [club.committee, idea, *options, plan, task, CHAIR]
    names = club.naming.names(things)
    assert [names[thing] for thing in things] == [
        "Film Club",
        "Which film?",
        "Alien",
        "Brazil",
        "Friday",
        "Speakers",
        "Chair",
    ]


def test_who_acted_and_is_no_person_has_a_name_too(club: Club) -> None:
    names = club.naming.names([])
    assert [names[who] for who in NotAPerson] == ["The committee", "The program", "Somebody"]


def test_an_erased_name_is_gone_and_no_older_one_comes_up(club: Club) -> None:
    club.governance.give_name(club.by(club.ben), club.ben, "Benjamin")
    forget(club, "Benjamin")
    assert club.naming.name(club.ben) == "somebody whose name was erased"


def test_what_a_file_calls_somebody_does_not_take_the_place_of_an_erased_name(club: Club) -> None:
    known = club.governance.register_person(club.by(club.asha), "Eve", "e-smith")
    forget(club, "Eve")
    assert club.naming.name(known) == "somebody whose name was erased"


def test_an_erased_title_is_not_a_person(club: Club) -> None:
    idea = club.idea("A club night")
    forget(club, "A club night")
    assert club.naming.name(idea) == "something whose name was erased"


def test_a_name_may_be_missing(club: Club) -> None:
    act = Act.now(club.asha, club.now)
    nobody, nothing = club.governance.register_person(act), UUID(int=1)
    unnamed = club.governance.found_committee(act, "", MAJORITY)
    assert club.naming.name(nobody) == "somebody without a name"
    assert club.naming.name(unnamed) == "something without a name"
    assert club.naming.name(nothing) == "something without a name"


def test_details_that_hold_no_name_are_no_name(club: Club) -> None:
    words = Sealed.of('{"photo": "me.png"}')
    with club.governance.vault.database.writing() as connection:
        connection.execute(
            "UPDATE sealed_text SET words = ? WHERE words LIKE '%Ben%'", (words.words,)
        )
    assert club.naming.name(club.ben) == "somebody without a name"
