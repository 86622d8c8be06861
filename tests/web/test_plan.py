import re
from datetime import date, timedelta

import pytest

from domain.events import LineDropped, LineWritten, PlanMade
from domain.values import LocalMoment
from tests.web.club import NO, Club, words


def test_without_a_plan_the_page_says_so(club: Club) -> None:
    page = words(club.enter("Ben").get("/plan/"))
    assert "No plan yet" in page
    assert "Make a plan" in page


def test_the_plan_that_comes_next_is_shown(club: Club) -> None:
    club.plan("July night")
    page = words(club.enter("Ben").get("/plan/"))
    assert "Friday 3 July July night Friday 3 July 122 sleeps to go." in page
    assert "There are no jobs yet." in page


def test_a_plan_is_made_from_a_decision(club: Club) -> None:
    asha, cited = club.enter("Asha"), club.reason("A club night")
    assert "A club night" in words(asha.get("/plan/new"))
    form = {"title": "July night", "day": "2026-07-03", "at": "19:30"}
    (made,) = club.written(lambda: asha.press("/plan/", decision=cited, **form))
    assert isinstance(made, PlanMade)
    assert made.authority == cited
    assert "July night Friday 3 July at 7:30" in words(asha.get("/plan/"))


def test_a_plan_that_is_over_says_how_many_jobs_were_done(club: Club) -> None:
    plan = club.plan()
    door, bar = club.job("Door", "Ben", plan=plan), club.job("Bar", "Cara", plan=plan)
    ahead = words(club.enter("Ben").get(f"/plan/{plan}"))
    assert "There are 2 jobs. Each has a person." in ahead
    assert "Write it in the plan" in ahead
    club.does.finish_task(club.act("Ben"), door, [club.people["Ben"]])
    club.clock.now += timedelta(days=200)
    over = words(club.enter("Ben").get(f"/plan/{plan}"))
    assert "There were 2 jobs. 1 of them was done." in over
    assert "Write it in the plan" not in over
    club.does.finish_task(club.act("Cara"), bar, [club.people["Cara"]])
    assert "There were 2 jobs. All of them were done." in words(
        club.enter("Ben").get(f"/plan/{plan}")
    )


def test_a_line_says_which_decision_it_rests_on(club: Club) -> None:
    plan, ben = club.plan(), club.enter("Ben")
    idea = club.decided("DJ Sam plays")
    cited = club.does.authority_of(idea)
    assert "DJ Sam plays" in words(ben.get(f"/plan/{plan}/lines/new"))
    form = {"label": "Music", "words": "DJ Sam, from 8", "kind": "music"}
    (written,) = club.written(lambda: ben.press(f"/plan/{plan}/lines", decision=cited, **form))
    assert isinstance(written, LineWritten)
    assert written.authority == cited
    page = ben.get(f"/plan/{plan}")
    assert "Music DJ Sam, from 8 Why?" in words(page)
    assert f'href="/why/{idea}"' in page.text


def test_a_line_reaches_the_votes_behind_it_in_two_presses(club: Club) -> None:
    plan, ben = club.plan(), club.enter("Ben")
    idea = club.decided("DJ Sam plays")
    club.does.write_line(
        club.act("Ben"), plan, "Music", "DJ Sam", authority=club.does.authority_of(idea)
    )
    story = ben.get(f"/why/{idea}")
    assert f'href="/ideas/{idea}"' in story.text
    assert "See what we decided" in words(story)
    assert "Cara No" in words(ben.get(f"/ideas/{idea}"))


def test_a_line_is_written_anew_in_its_place(club: Club) -> None:
    plan, ben, cited = club.plan(), club.enter("Ben"), club.reason("More music")
    line = club.does.write_line(club.act("Ben"), plan, "Music", "DJ Sam", authority=cited)
    page = ben.get(f"/plan/{plan}/lines/new?line={line}")
    assert "Write this anew" in words(page)
    assert 'value="Music"' in page.text
    form = {"line": str(line), "label": "Music", "words": "DJ Femi"}
    ben.press(f"/plan/{plan}/lines", decision=cited, **form)
    page_words = words(ben.get(f"/plan/{plan}"))
    assert "DJ Femi" in page_words
    assert "DJ Sam" not in page_words


def test_a_line_is_taken_out_by_a_decision(club: Club) -> None:
    plan, ben, cited = club.plan(), club.enter("Ben"), club.reason("No music")
    line = club.does.write_line(club.act("Ben"), plan, "Music", "DJ Sam", authority=cited)
    here = f"/plan/{plan}/lines/{line}/out"
    assert "Take this line out? Music: DJ Sam" in words(ben.get(here))
    assert ben.post(here).status_code == 400
    facts = club.written(lambda: ben.press(here, decision=cited))
    assert [type(fact) for fact in facts] == [LineDropped]
    assert "DJ Sam" not in words(ben.get(f"/plan/{plan}"))
    assert ben.get(here).status_code == 404


def test_nothing_changes_without_a_decision(club: Club) -> None:
    plan, ben = club.plan(), club.enter("Ben")

    def press() -> None:
        for path, form in (
            ("/plan/", {"title": "August"}),
            (f"/plan/{plan}/lines", {"label": "Music", "words": "DJ Sam"}),
        ):
            answer = ben.post(path, **form)
            assert answer.status_code == 400
            assert "Pick what we decided. Nothing changes without it." in words(answer)

    assert club.written(press) == []


@pytest.mark.parametrize("missing", ["label", "words"])
def test_a_line_needs_all_its_words(club: Club, missing: str) -> None:
    plan, ben, cited = club.plan(), club.enter("Ben"), club.reason()
    form = {"label": "Music", "words": "DJ Sam", missing: " "}
    answer = ben.post(f"/plan/{plan}/lines", decision=cited, **form)
    assert answer.status_code == 400
    assert f'href="#{missing}"' in answer.text


def test_a_decision_that_said_no_changes_no_plan(club: Club) -> None:
    plan, ben = club.plan(), club.enter("Ben")
    idea = club.decided("DJ Sam", NO)
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    assert seen.decision
    form = {"label": "Music", "words": "DJ Sam", "decision": seen.decision.event}
    assert club.written(lambda: ben.post(f"/plan/{plan}/lines", **form)) == []
    answer = ben.post(f"/plan/{plan}/lines", **form)
    assert answer.status_code == 409
    assert "The committee did not say yes to this." in words(answer)
    assert "DJ Sam" not in words(ben.get("/plan/new"))


@pytest.mark.parametrize(
    "decision", ["x", "1@1", f"{'0' * 32}@1", f"{'0' * 32}@0", "' OR 1=1 --", "🎉"]
)
def test_a_decision_that_never_was_changes_nothing(club: Club, decision: str) -> None:
    plan, ben = club.plan(), club.enter("Ben")
    form = {"label": "Music", "words": "DJ Sam", "decision": decision}
    assert club.written(lambda: ben.post(f"/plan/{plan}/lines", **form)) == []
    assert ben.post(f"/plan/{plan}/lines", **form).status_code in (400, 404)


def test_the_founding_changes_no_plan(club: Club) -> None:
    plan, asha = club.plan(), club.enter("Asha")
    founding = club.does.events_of(club.here)[0].event_id
    form = {"label": "Music", "words": "DJ Sam", "decision": founding}
    answer = asha.post(f"/plan/{plan}/lines", **form)
    assert answer.status_code == 409
    assert "The committee has to decide this first." in words(answer)


@pytest.mark.parametrize("field", [{"day": "3 July"}, {"day": "2026-13-01"}, {"at": "25:00"}])
def test_a_day_that_is_none_is_not_understood(club: Club, field: dict[str, str]) -> None:
    asha, cited = club.enter("Asha"), club.reason()
    assert asha.post("/plan/", title="July", decision=cited, **field).status_code == 400


def test_other_plans_are_a_press_away_and_past_ones_stay(club: Club) -> None:
    cited = club.reason()
    first, ben = club.plan("July night", cited), club.enter("Ben")
    club.does.make_plan(club.act("Asha"), club.here, "Some day", authority=cited)
    page = words(ben.get("/plan/"))
    assert "Other plans Some day No day yet" in page
    club.clock.on(days=200)
    ben = club.enter("Ben")
    assert "sleeps" not in words(ben.get(f"/plan/{first}"))


def test_all_plans_stand_on_pages_the_next_one_first(club: Club) -> None:
    cited = club.reason()

    def a_plan(title: str, month: int, day: int) -> None:
        on = LocalMoment(day=date(2026, month, day))
        club.does.make_plan(club.act("Asha"), club.here, title, on, authority=cited)

    for day in range(1, 29):
        a_plan(f"Night {day}", 2, day)
    a_plan("Later", 8, 3)
    a_plan("Next", 7, 3)
    ben = club.enter("Ben")
    assert "All plans" in words(ben.get("/plan/"))
    first, second = (
        re.findall(r"(?:Night \d+|Next|Later)", words(ben.get(path)))
        for path in ("/plan/all", "/plan/all?page=2")
    )
    assert first == ["Next", "Later", *(f"Night {day}" for day in range(28, 10, -1))]
    assert second == [f"Night {day}" for day in range(10, 0, -1)]
    assert "page=2" in ben.get("/plan/all").text
    assert "page=3" not in ben.get("/plan/all?page=2").text
    past = words(
        ben.get(f"/plan/{club.services.plans.past(club.here, date(2026, 3, 1), 1)[0].plan}")
    )
    assert re.findall(r"(?:Night \d+|Next|Later) \w+day", past.partition("Other plans")[2]) == [
        "Next Friday",
        "Later Monday",
        "Night 27 Friday",
        "Night 26 Thursday",
        "Night 25 Wednesday",
    ]
