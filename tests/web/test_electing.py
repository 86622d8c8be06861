"""Choosing people, on pages: who is asked, who wants it, who is picked, and what they get."""

import re
from pathlib import Path
from uuid import UUID

import pytest

from domain.events import (
    PersonSeated,
    PositionVoiced,
    ProposalAmended,
    ProposalMade,
    RoleNamed,
    RoleTaken,
    RoleTakenAway,
)
from domain.ids import CHAIR, ProposalId
from domain.kinds import Position, Seat, Through
from domain.voting.answers import Approvals, Ranking
from domain.voting.rule import Method, Rule
from projections.export.history import history
from projections.seen import ProposalSeen
from tests.web.club import Club, words
from tests.web.going_out import must_come_in_as_it_went_out

PICKS, STV = Rule(method=Method.APPROVAL), Rule(method=Method.STV_SCOTTISH)
MONEY = {"job": "new", "called": "looks after the money", "number": "2"}


def picks_by(club: Club, rule: Rule = PICKS) -> None:
    """We choose like this."""
    club.does.adopt_rule(club.act("Asha"), club.here, rule, club.agreed("How we choose"))


def asked(club: Club, *names: str, by: str = "Asha", **form: str) -> ProposalId:
    """Somebody put these people on the list for looking after the money."""
    visitor = club.enter(by)
    people = [str(club.people[name]) for name in names]
    answer = visitor.client.post(
        "/ideas/people",
        data={"csrf_token": visitor.token(), **MONEY, "person": people, **form},
        base_url="http://localhost",
    )
    assert answer.status_code == 303, words(answer)
    return ProposalId(UUID(answer.location.rpartition("/")[2]))


def all_stand(club: Club, idea: ProposalId, *names: str) -> None:
    for name in names:
        club.does.stand(club.act(name), idea)


def seen(club: Club, idea: ProposalId) -> ProposalSeen:
    found = club.services.decisions.proposal(idea, club.clock.now)
    assert found
    return found


def opened(club: Club, idea: ProposalId) -> None:
    club.enter("Asha").press(f"/ideas/{idea}/opening", closes="by hand")


def picked(club: Club, idea: ProposalId, **votes: str) -> None:
    """Each of them picks these people: "Ben Cara"."""
    by = {option.title: option.option for option in seen(club, idea).options}
    for name, whom in votes.items():
        chosen = tuple(by[one] for one in whom.split())
        club.cast(idea, **{name: Approvals(options=chosen)})


def closed(club: Club, idea: ProposalId) -> str:
    return words(club.enter("Asha").press(f"/ideas/{idea}/closing"))


def test_people_are_put_on_a_list_and_asked_whether_they_want_it(club: Club) -> None:
    ben = club.enter("Ben")
    assert "Pick people for a job" in words(ben.get("/ideas/new"))
    form = words(ben.get("/ideas/people"))
    assert "Which job is it? Run the meeting Another job" in form
    assert "Who could do it?" in form
    idea = asked(club, "Ben", "Cara", "Dev", by="Ben")
    page = words(ben.get(f"/ideas/{idea}"))
    assert "Who will do this job: looks after the money?" in page
    assert "We pick 2 people." in page
    assert "B Ben wants to do it C Cara has not said yet" in page
    cara = club.enter("Cara")
    assert "Do you want to do it?" in words(cara.get("/"))
    assert "You can say no. You do not need a reason." in words(cara.get(f"/ideas/{idea}"))
    (said,) = club.written(lambda: cara.press(f"/ideas/{idea}/stand"))
    assert isinstance(said, PositionVoiced)
    assert said.position is Position.FOR
    assert club.written(lambda: club.enter("Cara").press(f"/ideas/{idea}/stand")) == []
    assert "Cara wants to do it" in words(ben.get(f"/ideas/{idea}"))
    assert "Do you want to do it?" not in words(cara.get("/"))
    (gone,) = club.written(lambda: club.enter("Dev").press(f"/ideas/{idea}/stand-down"))
    assert isinstance(gone, ProposalAmended)
    assert [option.title for option in seen(club, idea).options] == ["Ben", "Cara"]
    assert "There are 2 places and 2 people." in words(ben.get(f"/ideas/{idea}"))


def test_somebody_puts_themselves_on_the_list_and_off_it(club: Club) -> None:
    idea = asked(club, "Ben", "Cara", by="Ben")
    dev = club.enter("Dev")
    assert "I want to do it" in words(dev.get(f"/ideas/{idea}"))
    page = words(dev.press(f"/ideas/{idea}/stand"))
    assert "Dev wants to do it" in page
    assert "Take me off the list" in page
    page = words(dev.press(f"/ideas/{idea}/stand-down"))
    assert "You are not on the list." in page
    assert "Dev wants to do it" not in page


def test_whose_idea_it_is_asks_more_people_or_takes_them_off(club: Club) -> None:
    idea = asked(club, "Ben", "Cara", by="Ben")
    ben = club.enter("Ben")
    assert "Ask more people" in words(ben.get(f"/ideas/{idea}"))
    assert "Pick whom we ask." in words(ben.post(f"/ideas/{idea}/people"))
    ben.press(f"/ideas/{idea}/people", person=str(club.people["Dev"]))
    assert "Dev has not said yet" in words(ben.get(f"/ideas/{idea}"))
    cara = club.enter("Cara")
    assert "Take off" not in words(cara.get(f"/ideas/{idea}"))
    dev = str(club.people["Dev"])
    assert cara.post(f"/ideas/{idea}/stand-down", person=dev).status_code == 403
    ben.press(f"/ideas/{idea}/stand-down", person=dev)
    assert [option.title for option in seen(club, idea).options] == ["Ben", "Cara"]


@pytest.mark.parametrize(
    ("form", "people", "sentence"),
    [
        ({"number": "3"}, ["Ben", "Cara"], "There are 3 places. Find 3 people or more."),
        ({"number": "1"}, [], "There is 1 place. Find one person or more."),
        ({"number": "two"}, ["Ben", "Cara"], "Write how many people we pick, like 1 or 2."),
        ({"number": "0"}, ["Ben", "Cara"], "Write how many people we pick, like 1 or 2."),
        ({"called": ""}, ["Ben", "Cara"], "Write what the job is called."),
        ({"job": ""}, ["Ben", "Cara"], "Pick what the job is."),
    ],
)
def test_what_is_no_election_is_mended_before_anything_is_written(
    club: Club, form: dict[str, str], people: list[str], sentence: str
) -> None:
    ben = club.enter("Ben")
    ids = [str(club.people[name]) for name in people]
    data = {"csrf_token": ben.token(), **MONEY, "person": ids, **form}

    def send() -> None:
        answer = ben.client.post("/ideas/people", data=data, base_url="http://localhost")
        assert answer.status_code == 400
        assert sentence in words(answer)
        assert all(f'value="{one}" checked' in answer.text for one in ids)

    assert club.written(send) == []


def test_nobody_is_voted_on_who_did_not_say_that_they_want_it(club: Club) -> None:
    picks_by(club)
    idea = asked(club, "Asha", "Ben", "Cara")
    page = words(club.enter("Asha").get(f"/ideas/{idea}/opening"))
    assert "Some on the list have not said yet if they want this." in page
    answer = club.enter("Asha").post(f"/ideas/{idea}/opening", closes="by hand")
    assert answer.status_code == 409
    assert "Somebody on the list has not said yet that they want this." in words(answer)


def test_fewer_people_than_places_get_a_sentence_before_a_vote(club: Club) -> None:
    picks_by(club)
    idea = asked(club, "Asha", "Ben")
    club.does.stand_down(club.act("Ben"), idea)
    assert "Only 1 person is on the list. We need 2." in words(
        club.enter("Asha").get(f"/ideas/{idea}")
    )
    answer = club.enter("Asha").post(f"/ideas/{idea}/opening", closes="by hand")
    assert answer.status_code == 400
    assert "only 1 can be chosen" in words(answer)


def test_an_election_waits_for_a_rule_that_can_choose_so_many(club: Club) -> None:
    idea = asked(club, "Asha", "Ben")
    all_stand(club, idea, "Ben")
    asha = club.enter("Asha")
    assert "We have no rule yet for a choice" in words(asha.get(f"/ideas/{idea}/opening"))
    picks_by(club, Rule(method=Method.IRV))
    assert "chooses one. For several places take another." in words(
        asha.get(f"/ideas/{idea}/opening")
    )


def test_ballots_show_faces_and_whoever_is_on_the_list_may_vote(club: Club) -> None:
    picks_by(club)
    idea = asked(club, "Asha", "Ben", "Cara")
    all_stand(club, idea, "Ben", "Cara")
    assert "The 2 people with the most picks are chosen." in words(
        club.enter("Asha").get(f"/ideas/{idea}/opening")
    )
    opened(club, idea)
    page = club.enter("Ben").get(f"/ideas/{idea}")
    assert "You are on the list. You can vote too." in words(page)
    assert page.text.count('class="face t') == 3
    assert "You are on the list" not in words(club.enter("Dev").get(f"/ideas/{idea}"))


def test_those_who_were_picked_get_the_job_by_right_of_the_decision(club: Club) -> None:
    picks_by(club)
    idea = asked(club, "Asha", "Ben", "Cara")
    all_stand(club, idea, "Ben", "Cara")
    opened(club, idea)
    picked(club, idea, Asha="Ben Cara", Ben="Ben", Dev="Ben Cara")
    page = closed(club, idea)
    assert "We picked Ben and Cara" in page
    assert "2 of 2 places are filled." in page
    assert "3 of 4 picked people. The most was 3 picks." in page
    assert "They do not have it yet: B Ben C Cara Give it to them now" in page
    facts = club.written(lambda: club.enter("Dev").press(f"/ideas/{idea}/places", sure="yes"))
    assert [type(one) for one in facts] == [RoleNamed, RoleTaken, RoleTaken]
    cited = {one.authority for one in facts if isinstance(one, RoleTaken)}
    assert cited == {club.does.authority_of(idea)}
    page = words(club.enter("Dev").get(f"/ideas/{idea}"))
    assert "They have it now: B Ben C Cara" in page
    assert "Give it to them" not in page
    assert club.written(lambda: club.enter("Ben").press(f"/ideas/{idea}/places")) == []
    assert "member, looks after the money" in words(club.enter("Ben").get("/people/"))


def test_whoever_had_the_job_before_has_it_until_somebody_says_so(club: Club) -> None:
    picks_by(club)
    idea = asked(club, "Ben", job=str(CHAIR), number="1")
    all_stand(club, idea, "Ben")
    page = words(club.enter("Ben").get(f"/ideas/{idea}"))
    assert "Who will run the meeting? We pick 1 person." in page
    assert "They get the place when we have voted." in page
    opened(club, idea)
    picked(club, idea, Cara="Ben")
    assert "The place is filled." in closed(club, idea)
    ben = club.enter("Ben")
    page = words(ben.press(f"/ideas/{idea}/places", sure="yes"))
    assert "Somebody else has this job too: A Asha It is over for them" in page
    asha = str(club.people["Asha"])
    (over,) = club.written(lambda: ben.press(f"/ideas/{idea}/places/ending", person=asha))
    assert isinstance(over, RoleTakenAway)
    assert over.authority == club.does.authority_of(idea)
    answer = ben.post(f"/ideas/{idea}/places/ending", person=str(club.people["Ben"]))
    assert answer.status_code == 403


def test_people_from_outside_come_by_name_and_their_yes_is_passed_on(club: Club) -> None:
    picks_by(club)
    asha = club.enter("Asha")
    assert "Write only those who said yes." in words(asha.get("/ideas/people?seat=1"))
    data = {"seat": "1", "sits": "member", "number": "1", "names": "Fay\n\nGus\n"}
    facts = club.written(lambda: asha.post("/ideas/people", **data))
    said = [one for one in facts if isinstance(one, PositionVoiced)]
    assert [(one.actor == one.person, one.through) for one in said] == [(True, Through.TOLD)] * 2
    assert {one.recorded_by for one in said} == {club.people["Asha"]}
    (made,) = [one for one in facts if isinstance(one, ProposalMade)]
    idea = ProposalId(made.originator_id)
    assert "Fay wants to do it" in words(asha.get(f"/ideas/{idea}"))
    opened(club, idea)
    picked(club, idea, Ben="Gus", Cara="Gus")
    assert "We picked Gus" in closed(club, idea)
    facts = club.written(lambda: club.enter("Ben").press(f"/ideas/{idea}/places"))
    (seated,) = facts
    assert isinstance(seated, PersonSeated)
    assert seated.seat is Seat.MEMBER
    assert seated.authority == club.does.authority_of(idea)


def test_a_tie_for_the_last_place_decides_nothing_and_is_told(club: Club) -> None:
    picks_by(club)
    idea = asked(club, "Asha", "Ben", "Cara")
    all_stand(club, idea, "Ben", "Cara")
    opened(club, idea)
    picked(club, idea, Asha="Ben Cara", Ben="Ben Asha", Dev="Ben")
    page = closed(club, idea)
    assert "We could not decide" in page
    assert "Asha and Cara came out the same." in page
    assert "Give it to them now" not in page
    assert club.enter("Ben").post(f"/ideas/{idea}/places").status_code == 409


def test_places_that_were_filled_in_rounds_are_told_by_name(club: Club) -> None:
    picks_by(club, STV)
    idea = asked(club, "Asha", "Ben", "Cara")
    all_stand(club, idea, "Ben", "Cara")
    opened(club, idea)
    by = {option.title: (option.option,) for option in seen(club, idea).options}
    for name, order in {"Asha": "Asha Ben", "Ben": "Ben", "Cara": "Ben Cara", "Dev": "Ben"}.items():
        club.cast(idea, **{name: Ranking(places=tuple(by[one] for one in order.split()))})
    page = closed(club, idea)
    assert "We picked Ben" in page
    assert "Count 1" in page
    assert "idea on each list" not in page
    assert "person on each list" in page


def test_a_person_without_a_name_any_more_is_not_named_anywhere(club: Club) -> None:
    picks_by(club)
    idea = asked(club, "Ben", "Cara", by="Ben")
    all_stand(club, idea, "Cara")
    opened(club, idea)
    picked(club, idea, Ben="Ben Cara", Dev="Ben Cara")
    closed(club, idea)
    ben = club.enter("Ben")
    pages = [f"/ideas/{idea}", f"/why/{idea}", f"/why/{idea}/whole", "/why/", "/why/record"]
    assert sum("Cara" in words(ben.get(page)) for page in pages) >= 4
    with club.does.vault.database.writing() as private:
        gone = private.execute("DELETE FROM sealed_text WHERE words LIKE '%Cara%'")
        assert gone.rowcount == 1
    for page in pages:
        assert "Cara" not in words(ben.get(page))
    assert "We picked Ben and somebody whose name was erased" in words(ben.get(pages[0]))


def test_a_trustee_with_a_vote_reads_who_can_be_picked_and_one_without_reads_offices(
    club: Club,
) -> None:
    picks_by(club)
    for name, voting in (("Tess", True), ("Tim", False)):
        club.people[name] = club.does.register_person(club.act("Asha"), name)
        who = club.people[name]
        club.does.seat_person(club.act("Asha"), club.here, who, Seat.TRUSTEE, voting=voting)
    idea = asked(club, "Ben", "Cara")
    all_stand(club, idea, "Ben", "Cara")
    opened(club, idea)
    tess = words(club.enter("Tess").get(f"/ideas/{idea}"))
    assert "Pick all that you like B Ben C Cara" in tess
    assert "Cara" not in words(club.enter("Tim").get(f"/ideas/{idea}"))
    picked(club, idea, Ben="Ben Cara")
    closed(club, idea)
    tim = club.enter("Tim")
    page = words(tim.get(f"/ideas/{idea}"))
    assert re.search("We picked (Member 1 and Member 2|Member 2 and Member 1) ", page)
    assert re.search(r"They do not have it yet: M Member \d M Member \d ", page)
    for place in (f"/why/{idea}", f"/why/{idea}/whole", "/why/", "/why/record"):
        page = words(tim.get(place))
        assert "Cara" not in page
        assert "Member 1" in page
        assert "Member 2" in page


def test_an_election_goes_out_and_comes_in_again(club: Club, tmp_path: Path) -> None:
    picks_by(club)
    idea = asked(club, "Ben", "Cara", by="Ben")
    club.enter("Dev").press(f"/ideas/{idea}/stand")
    club.does.stand_down(club.act("Ben"), idea, club.people["Cara"])
    opened(club, idea)
    picked(club, idea, Cara="Ben Dev")
    closed(club, idea)
    club.enter("Cara").press(f"/ideas/{idea}/places")
    data = {"seat": "1", "sits": "volunteer", "number": "1", "names": "Fay"}
    club.enter("Asha").post("/ideas/people", **data)
    file = tmp_path / "history.jsonl"
    with file.open("wb") as out:
        out.writelines(line for _, line in history(club.does))
    must_come_in_as_it_went_out(file)
