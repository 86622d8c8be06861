import re
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from domain.act import Act
from domain.ids import ProposalId, RoleId, StreamId
from domain.kinds import NotAPerson, Seat, StepInGround, Through
from domain.sealed import Sealed
from domain.values import Source, event_id, place_of
from domain.voting.rule import Method, Rule
from projections import record
from tests.facts import CLUB
from tests.web.club import A_WORRY, MAJORITY, NO, YES, Club, Visitor, words
from tests.web.looking_back import link_with


def importing(club: Club) -> Act:
    """A history kept elsewhere tells it."""
    source = Source(run=CLUB, line=1)  # type: ignore[arg-type]
    return Act(NotAPerson.UNKNOWN, club.clock.now, through=Through.IMPORT, source=source)


def test_what_was_decided_stands_newest_first_with_what_is_open(club: Club) -> None:
    club.decided("DJ Sam")
    club.decided("Start at 5", NO)
    club.vote("A quiet room")
    club.idea("A poster")
    page = words(club.enter("Ben").get("/why/"))
    assert "A quiet room Ben’s idea. We vote until Friday 6 March at 9 in the morning." in page
    assert "A poster Ben’s idea. It is a new idea." in page
    assert page.index("Start at 5 NO") < page.index("DJ Sam YES")
    assert "2 said yes, 1 said no." in page


def test_one_kind_of_decision_can_be_picked(club: Club) -> None:
    club.decided("DJ Sam")
    club.decided("Start at 5", NO)
    ben = club.enter("Ben")
    assert "DJ Sam" not in words(ben.get("/why/?only=no"))
    assert "Start at 5" not in words(ben.get("/why/?only=yes"))
    assert "Nothing here yet" in words(ben.get("/why/?only=none"))


# ---- Stories


def test_a_story_goes_from_the_idea_to_what_came_of_it(club: Club) -> None:
    plan, idea = club.plan(), club.vote("DJ Sam", days=None)
    club.does.raise_objection(club.act("Dev"), idea, "Too loud")
    club.cast(idea, Asha=YES, Ben=YES, Cara=NO)
    club.does.close_voting(club.act("Asha"), idea)
    cited = club.does.authority_of(idea)
    club.does.write_line(club.act("Ben"), plan, "Music", "DJ Sam", authority=cited)
    job = club.does.add_task(club.act("Asha"), club.here, "Ask Sam", authority=cited)
    page = club.enter("Ben").get(f"/why/{idea}")
    told = words(page)
    steps = [
        "Ben had an idea: “DJ Sam”.",
        "The vote on “DJ Sam” opened for 4 people.",
        "Dev has a worry about “DJ Sam”: “Too loud”",
        "We voted. 2 said yes and 1 said no.",
        "We decided on “DJ Sam”: YES.",
        "Ben wrote in the plan “July night”: Music: ",
        "Asha added the job “Ask Sam”.",
    ]
    places = [told.index(step) for step in steps]
    assert places == sorted(places)
    assert f'href="/jobs/{job}"' in page.text


def test_a_story_that_goes_on_for_long_folds_the_rest_away(club: Club) -> None:
    cited = club.reason("We share the jobs")
    idea = place_of(cited)[0]
    for number in range(10):
        club.does.add_task(club.act("Asha"), club.here, f"Job {number}", authority=cited)
    shown, _, folded = club.enter("Ben").get(f"/why/{idea}").text.partition("Show 5 more things")
    assert ("Job 4" in shown, "Job 5" in shown, "Job 5" in folded) == (True, False, True)


def test_what_comes_next_of_a_decision_is_what_still_lies_ahead(club: Club) -> None:
    cited = club.reason("We share the jobs")
    page, ben = f"/ideas/{place_of(cited)[0]}", club.enter("Ben")
    assert "Nothing is planned from this." in words(ben.get(page))
    plan, job = club.plan(cited=cited), club.job("Open the door", "Ben")
    club.does.write_line(club.act("Ben"), plan, "Music", "DJ Sam", authority=cited)
    late = club.does.add_task(club.act("Asha"), club.here, "Clear up", authority=cited)
    assert "Music DJ Sam" in words(ben.get(page))
    assert "Clear up" in words(ben.get(page))
    club.does.finish_task(club.act("Ben"), job, [club.people["Ben"]])
    club.does.drop_task(club.act("Asha"), late, authority=cited)
    club.clock.now += timedelta(days=300)
    assert "All that came of it is over." in words(club.enter("Ben").get(page))


def test_a_story_of_an_open_vote_tells_how_many_voted_and_what_is_left(club: Club) -> None:
    idea = club.vote("DJ Sam")
    club.cast(idea, Ben=YES, Cara=A_WORRY, Dev=YES)
    page = words(club.enter("Ben").get(f"/why/{idea}"))
    assert page.count("voted.") == 1
    assert "3 people have voted. See the idea" in page
    assert "Cara has a worry about “DJ Sam”." in page


def test_a_story_leads_to_the_right_behind_the_decision(club: Club) -> None:
    idea = club.decided("DJ Sam")
    page = club.enter("Ben").get(f"/why/{idea}")
    assert "Why could we decide this?" in words(page)
    assert "agreed how it decides" in words(club.enter("Ben").get(link_with(page, "could we")))


# ---- The record


def read_through(visitor: Visitor) -> list[int]:
    """The positions of all lines of the record, page by page."""
    seen: list[int] = []
    path: str | None = "/why/record"
    while path:
        text = visitor.get(path).text
        seen += [int(found) for found in re.findall(r'id="position-(\d+)"', text)]
        on = re.search(r'href="(/why/record\?before=\d+)"', text)
        path = on[1] if on else None
    return seen


def of_the_committee(club: Club) -> list[int]:
    """What belongs to it, newest first: everything but how people became known."""
    everything = [entry for entry in club.services.audit.log() if entry.topic[:7] != "person."]
    return [entry.position for entry in reversed(everything)]


def test_the_record_has_every_event_of_the_committee_newest_first(club: Club) -> None:
    club.decided("DJ Sam")
    club.job()
    assert read_through(club.enter("Ben")) == of_the_committee(club)


def test_the_record_has_the_meetings_of_the_committee(club: Club) -> None:
    club.does.hold_meeting(club.act("Asha"), club.here)
    assert read_through(club.enter("Ben"))[0] == club.does.position()


@pytest.mark.parametrize("looked_through", [0, 7, 5_000])
def test_the_record_of_one_committee_holds_nothing_of_another(
    club: Club, monkeypatch: pytest.MonkeyPatch, looked_through: int
) -> None:
    monkeypatch.setattr(record, "LOOKED_THROUGH", looked_through)
    monkeypatch.setattr(record, "MANY", 2)
    club.decided("DJ Sam")
    ours, mine = of_the_committee(club), club.committee
    before = club.does.position()
    club.committee = club.does.found_committee(club.act("Eve"), "Book club", MAJORITY)
    club.does.seat_person(club.act("Eve"), club.here, club.people["Eve"], Seat.MEMBER)
    for title in ("A long book", "A short book", "No book"):
        club.idea(title, by="Eve")
    theirs, club.committee = range(club.does.position(), before, -1), mine
    assert read_through(club.enter("Ben")) == ours
    assert read_through(club.enter("Eve")) == [*theirs]


def test_what_belongs_to_no_committee_is_seen_by_whom_it_is_about(club: Club) -> None:
    ben = club.enter("Ben")
    ours, hers = (f"/why/record/{club.people[name]}/1" for name in ("Ben", "Cara"))
    assert ben.get(ours).status_code == 200
    answer = ben.get(hers)
    assert answer.status_code == 403
    assert "Cara" not in words(answer)


def test_a_place_in_the_record_is_a_number(club: Club) -> None:
    ben = club.enter("Ben")
    assert "Nothing is written down yet." in words(ben.get("/why/record?before=0"))
    for before in ("x", "-5", str(2**70)):
        assert ben.get(f"/why/record?before={before}").status_code == 400


def test_every_line_of_the_record_says_by_which_right(club: Club) -> None:
    job = club.job("Open the door", "Ben")
    ben = club.enter("Ben")
    stream = club.services.tasks.task(job)
    assert stream
    page = words(ben.get(f"/why/record/{job}/1"))
    steps = [
        "Asha added the job “Open the door”.",
        "We decided on “A club night”: YES.",
        "Club night agreed how it decides.",
        "Asha founded Club night.",
        "This is where the committee began.",
    ]
    places = [page.index(step) for step in steps]
    assert places == sorted(places)
    taken = words(ben.get(f"/why/record/{job}/2"))
    steps = ["Ben took the job", "Why is there this job?", *steps[:1], "Why was this", *steps[1:3]]
    places = [taken.index(step) for step in steps]
    assert places == sorted(places)
    idea = club.idea()
    page = words(ben.get(f"/why/record/{idea}/1"))
    assert "Nobody had to decide this first. People may do this by themselves." in page


def test_what_nobody_gave_a_right_for_is_said_so(club: Club) -> None:
    plan = club.does.make_plan(importing(club), club.here, "An old night")
    ben = club.enter("Ben")
    assert "Nobody wrote down who decided this." in words(ben.get(f"/why/record/{plan}/1"))


def test_who_voted_for_what_allowed_a_change_stands_beside_it(club: Club) -> None:
    job = club.job("Open the door")
    page = words(club.enter("Ben").get(f"/why/record/{job}/1"))
    assert page.count("Why was this allowed?") == 3
    assert "More than half had to say yes: 2 of the 3 who said yes or no did." in page
    assert "Asha Yes" in page
    assert "Cara No" in page
    assert "Dev Did not vote" in page


def test_a_job_says_who_decided_it_and_what_happened_to_it(club: Club) -> None:
    job = club.job("Open the door", "Ben")
    idea = place_of(club.services.audit.chain(event_id(job, 1))[1].event)[0]
    page = club.enter("Cara").get(f"/jobs/{job}")
    steps = ["We decided on", "Asha added the job", "Ben took the job"]
    places = [words(page).index(step) for step in steps]
    assert places == sorted(places)
    assert f'href="/ideas/{idea}"' in page.text
    assert f'href="/why/record/{job}/1"' in page.text


def test_why_somebody_is_here_is_one_press_away(club: Club) -> None:
    ben = club.enter("Ben")
    asha = club.people["Asha"]
    assert f'href="/why/people/{asha}"' in ben.get("/people/").text
    page = words(ben.get(f"/why/people/{asha}"))
    steps = [
        "Asha sits here",
        "Asha now sits on Club night as a member.",
        "Why was this allowed? Tuesday 3 March",
        "Asha founded Club night.",
        "Asha runs the meeting",
        "Asha is now chair of Club night.",
    ]
    places = [page.index(step) for step in steps]
    assert places == sorted(places)
    assert ben.get(f"/why/people/{club.people['Eve']}").status_code == 404


def test_a_role_that_was_handed_over_goes_back_to_who_gave_it_first(club: Club) -> None:
    cited, role = club.reason("Ben looks after the money"), RoleId(uuid4())
    club.does.give_role(
        club.act("Asha"), club.here, role, "treasurer", club.people["Ben"], authority=cited
    )
    club.does.offer_role(club.act("Ben"), club.here, role, club.people["Cara"])
    club.does.accept_role(club.act("Cara"), club.here, role)
    ben = club.enter("Ben")
    assert "Cara member, treasurer" in words(ben.get("/people/"))
    page = words(ben.get(f"/why/people/{club.people['Cara']}"))
    steps = [
        "Cara is treasurer",
        "Who had it before?",
        "Ben is now treasurer of Club night.",
        "Why was this allowed?",
        "We decided on “Ben looks after the money”: YES.",
        "Dev Did not vote",
    ]
    assert re.search(".*".join(map(re.escape, steps)), page)


def test_the_votes_behind_another_committees_right_stay_with_it(club: Club) -> None:
    act = club.act("Eve")
    club.people["Fay"] = club.does.register_person(act, "Fay")
    other = club.does.found_committee(act, "Book club", MAJORITY)
    for name in ("Eve", "Fay"):
        club.does.seat_person(act, other, club.people[name])
    club.committee, ours = other, club.committee
    idea = club.idea("A long book", by="Eve")
    club.does.open_voting(act, idea)
    club.cast(idea, Eve=YES, Fay=YES)
    club.does.close_voting(act, idea)
    cited = club.does.authority_of(idea)
    group = club.does.found_committee(act, "Reading group", founded_by=cited)
    club.does.seat_person(act, group, club.people["Ben"])
    club.committee = ours
    ben = club.enter("Ben")
    assert ben.get(f"/why/record/{idea}/1").status_code == 403
    page = ben.get(f"/why/record/{group}/1")
    assert "We decided on “A long book”: YES." in words(page)
    assert "Fay" not in words(page)
    assert f"/ideas/{idea}" not in page.text


def test_a_step_in_is_no_hole_in_the_record(club: Club) -> None:
    act = club.act("Asha")
    jo = club.people["Jo"] = club.does.register_person(act, "Jo")
    club.does.seat_person(act, club.here, jo, Seat.STAFF)
    plan = club.plan()
    club.does.step_in(
        replace(club.act("Jo"), reason=Sealed.of("The stairs are wet.")),
        club.here,
        StepInGround.HARM,
        less_restrictive_tried=False,
        touches=[StreamId(plan)],
        ends=club.clock.now + timedelta(hours=24),
    )
    (stepped_in,) = club.services.mandates.step_ins(club.here, club.clock.now)
    right = stepped_in.event
    club.does.write_line(club.act("Jo"), plan, "Stairs", "Closed", authority=right)
    ben = club.enter("Ben")
    page = ben.get(f"/plan/{plan}")
    assert "Stairs Closed Jo stepped in" in words(page)
    assert "Staff may step in to keep people safe." in words(ben.get(link_with(page, "Stairs")))


def test_the_rule_in_force_says_where_it_comes_from(club: Club) -> None:
    ben = club.enter("Ben")
    page = words(ben.press_link("/why/rule"))
    assert "Club night agreed how it decides." in page
    cited = club.agreed("Nobody may have a worry")
    rule = Rule(method=Method.CONSENT)
    club.does.adopt_rule(club.act("Asha"), club.here, rule, cited)
    page = words(ben.press_link("/why/rule"))
    assert "Nobody may have a worry" in page


def test_every_change_that_states_no_right_is_listed(club: Club) -> None:
    for number in range(12):
        club.does.make_plan(importing(club), club.here, f"Night {number:02}")
    club.plan("July night")
    ben = club.enter("Ben")
    assert 'href="/why/record/without-a-reason"' in ben.get("/why/record").text
    first = ben.get("/why/record/without-a-reason")
    assert "Nobody wrote down who decided these." in words(first)
    assert "Night 00" in words(first)
    assert "Night 10" not in words(first)
    (more,) = re.findall(r'href="(/why/record/without-a-reason\?after=\d+)"', first.text)
    last = words(ben.get(more))
    assert "Night 10" in last
    assert "Night 11" in last
    assert "July night" not in last
    assert ben.get("/why/record/without-a-reason?after=-1").status_code == 400


def test_where_every_change_states_its_right_the_list_says_so(club: Club) -> None:
    club.plan()
    page = words(club.enter("Ben").get("/why/record/without-a-reason"))
    assert "Nothing is here. Every change says who decided it." in page


@pytest.mark.parametrize("path", ["/why/?before=", "/why/record/without-a-reason?after="])
def test_a_place_beyond_every_log_is_not_understood(club: Club, path: str) -> None:
    assert club.enter("Ben").get(f"{path}{10**30}").status_code == 400


def test_a_line_that_never_was_is_not_there(club: Club) -> None:
    ben, idea = club.enter("Ben"), club.idea()
    assert ben.get(f"/why/record/{idea}/99").status_code == 404
    assert ben.get(f"/why/record/{ProposalId(CLUB)}/1").status_code == 404
