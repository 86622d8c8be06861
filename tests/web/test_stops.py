"""Pages as they were: named stops, a day of one's own choice, and nothing to press there."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest

from domain.ids import PlanId
from domain.kinds import Precision
from tests.web.club import NO, Club, words
from tests.web.looking_back import changed, leads, main, meet, step, stop

PLACES = ("/plan/", "/jobs/", "/why/")


def test_a_plan_leads_to_how_it_was_before(club: Club, plan: PlanId) -> None:
    ben = club.enter("Ben")
    page = ben.get("/plan/")
    assert "What did the plan say before?" in words(page)
    then = ben.get(stop(page, "before the last change"))
    assert "This is the OLD plan." in words(then)
    assert "It was like this on Thursday 5 March, before the last change." in words(then)
    assert "Music DJ Sam" in words(then)
    assert "<title>Plan: July night, as it was: Thursday 5 March" in then.text
    assert leads(then, "Back to now") == f"/plan/{plan}"
    met = ben.get(stop(page, "after we met"))
    assert "It was like this on Wednesday 4 March, after we met." in words(met)
    assert "Music DJ Sam" in words(met)


def test_one_step_after_the_other_leads_back_and_on_again(club: Club, plan: PlanId) -> None:
    ben = club.enter("Ben")
    there = stop(ben.get(f"/plan/{plan}"), "before the last change")
    seen = [there]
    while back := re.search(
        r'href="([^"]+)"><svg[^>]*><use href="[^"]+#back"', main(ben.get(there))
    ):
        there = unescape(back[1])
        seen.append(there)
    assert len(seen) == len(set(seen)) >= 3
    assert "Nothing is fixed yet" in words(ben.get(there))
    for earlier in reversed(seen[:-1]):
        there = step(ben.get(there), "on")
        assert there == earlier


@pytest.mark.usefixtures("plan")
def test_when_a_line_was_decided_is_a_stop(club: Club) -> None:
    page = club.enter("Ben").get("/plan/")
    there = stop(page, "when we decided “Music: DJ Femi”")
    then = words(club.enter("Ben").get(there))
    assert "It was like this on Thursday 5 March, when we decided “Music: DJ Femi”." in then


def test_a_day_of_ones_own_choice_shows_its_end(club: Club, plan: PlanId) -> None:
    ben = club.enter("Ben")
    assert 'name="at" type="date" value="" max="2026-03-06"' in ben.get("/plan/").text
    assert "Music DJ Sam" in words(ben.get(f"/plan/{plan}?at=2026-03-03"))
    assert "Music DJ Femi" in words(ben.get(f"/plan/{plan}?at=2026-03-05"))
    page = ben.get(f"/plan/{plan}?at=2026-03-02")
    assert "There was no plan at that time." in words(page)
    assert "It was like this at the end of Monday 2 March." in words(page)
    assert 'value="2026-03-02"' in page.text


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.usefixtures("plan")
def test_a_page_of_the_past_has_nothing_to_press(club: Club, path: str) -> None:
    club.job("Open the door", "Ben")
    club.job("Clear up")
    club.vote("A quiet room")
    club.clock.on(hours=1)
    ben = club.enter("Ben")
    for at in ("2026-03-05", "2026-03-06T09:30:00Z", "2026-03-02"):
        page = ben.get(f"{path}?at={at}")
        assert page.status_code == 200
        assert 'method="post"' not in main(page), at
        assert "OLD" in words(page)
        for acting in ("/new", "/give", "/offer", "change=", "/not-needed", "/ideas/"):
            assert acting not in main(page), at


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.usefixtures("plan")
def test_today_is_now(club: Club, path: str) -> None:
    ben = club.enter("Ben")
    assert "OLD" not in words(ben.get(f"{path}?at=2026-03-06"))
    assert "OLD" not in words(ben.get(f"{path}?at=&known="))


NONSENSE = {
    "at=yesterday": "We do not know this day. Pick a day, such as 2026-03-14.",
    "at=2026-13-01": "We do not know this day. Pick a day, such as 2026-03-14.",
    "at=0001-01-01T00:00:00%2B14:00": "We do not know this day. Pick a day, such as 2026-03-14.",
    "at=9999-12-31": "We do not know this day. Pick a day, such as 2026-03-14.",
    "at=%00": "We do not know this day. Pick a day, such as 2026-03-14.",
    "at=2026-03-07": "This day has not come yet. Pick a day that is over.",
    "at=2026-03-06T10:01:00Z": "This day has not come yet. Pick a day that is over.",
    "known=0": "The record does not go so far. Its last line has the number",
    "known=99999": "The record does not go so far. Its last line has the number",
    "known=-1": "We do not know this day. Pick a day, such as 2026-03-14.",
    f"known={'9' * 5000}": "The record does not go so far. Its last line has the number",
}


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize("path", PLACES)
def test_a_time_that_is_none_is_refused_in_a_sentence(club: Club, path: str) -> None:
    ben = club.enter("Ben")
    for asked, sentence in NONSENSE.items():
        answer = ben.get(f"{path}?{asked}")
        assert answer.status_code == 400, asked
        assert sentence in words(answer), asked


# ---- Jobs and decisions


def test_jobs_are_shown_as_they_were(club: Club) -> None:
    job = club.job("Open the door", "Ben")
    club.clock.on(days=1)
    club.does.offer_handover(club.act("Ben"), job, club.people["Cara"])
    club.clock.on(days=1)
    club.does.accept_handover(club.act("Cara"), job)
    club.clock.on(days=1)
    ben = club.enter("Ben")
    assert "Open the door Some day C Cara" in words(ben.get("/jobs/"))
    first = words(ben.get("/jobs/?at=2026-03-03"))
    assert "Open the door Some day B Ben Why?" in first
    second = words(ben.get("/jobs/?at=2026-03-04"))
    assert "Open the door Some day B Ben Ben had asked Cara. Why?" in second
    before = ben.get(stop(ben.get("/jobs/?by=person"), "before the last change"))
    assert "on Thursday 5 March, before the last change" in words(before)
    assert "by=person" in leads(before, "Back to now")
    assert '<input type="hidden" name="by" value="person">' in before.text
    assert "There were no jobs at that time." in words(ben.get("/jobs/?at=2026-03-02"))


def test_the_jobs_of_a_plan_of_that_time_are_a_press_away(club: Club, plan: PlanId) -> None:
    club.job("Open the door", "Ben", plan=plan)
    club.clock.on(days=1)
    ben = club.enter("Ben")
    page = ben.get(f"/plan/{plan}?at=2026-03-05")
    assert "There were no jobs yet." in words(page)
    jobs = ben.get(leads(page, "See the jobs of that time"))
    assert "These are the OLD jobs." in words(jobs)
    assert "There were no jobs at that time." in words(jobs)
    assert changed(jobs) == [
        "Open the door | Nothing | A new job | Asha added the job “Open the door”."
    ]


def test_what_we_had_decided_is_shown_as_it_was(club: Club) -> None:
    club.decided("DJ Sam")
    club.clock.on(days=1)
    club.vote("A quiet room", days=None)
    club.clock.on(days=1)
    club.decided("Start at 5", NO)
    club.clock.on(days=1)
    ben = club.enter("Ben")
    page = words(ben.get("/why/?at=2026-03-04"))
    assert "This is the OLD list." in page
    assert "A quiet room Ben’s idea. The vote was open. What came of it?" in page
    assert "DJ Sam YES" in page
    assert "Start at 5" not in page
    before = ben.get(stop(ben.get("/why/?only=no"), "before we last decided"))
    assert "Nothing here yet" in words(before)
    assert "only=no" in leads(before, "Back to now")


def test_decisions_are_gone_through_one_by_one(club: Club) -> None:
    for number in range(4):
        club.clock.on(days=1)
        club.decided(f"Idea {number}")
    club.clock.on(days=1)
    ben = club.enter("Ben")
    there, seen = stop(ben.get("/why/"), "before we last decided"), list[str]()
    while there:
        seen.append(there)
        there = step(ben.get(there), "back")
    assert len(seen) == 4
    assert "Nothing here yet" in words(ben.get(seen[-1]))
    for earlier in reversed(seen[:-1]):
        assert step(ben.get(seen[seen.index(earlier) + 1]), "on") == earlier


@pytest.mark.usefixtures("plan")
def test_a_story_leads_to_how_all_was_when_it_was_decided(club: Club) -> None:
    club.decided("Curry")
    club.clock.on(days=1)
    idea = club.services.decisions.latest(club.here, 1)[0].proposal
    ben = club.enter("Ben")
    page = ben.get(f"/why/{idea}")
    assert "How was it when we decided this?" in words(page)
    for place in ("The plan", "Who did what", "What we had decided"):
        then = words(ben.get(leads(page, place)))
        assert "It was like this" in then
        assert "Friday 6 March" in then


# ---- Meetings


def test_a_meeting_of_which_only_the_day_is_known_is_over_at_its_end(club: Club) -> None:
    club.clock.on(days=3)
    noon = club.clock.now.replace(hour=12) - timedelta(days=2)
    act = replace(club.act("Asha"), occurred_at=noon, occurred_to=Precision.DAY)
    club.does.close_meeting(act, club.does.hold_meeting(act, club.here))
    page = club.enter("Ben").get("/why/")
    assert "at=2026-03-04T23:59:59Z" in stop(page, "after we last met")


def test_a_meeting_that_is_not_over_is_no_stop(club: Club) -> None:
    club.does.hold_meeting(club.act("Asha"), club.here)
    club.clock.on(hours=1)
    assert "after we last met" not in words(club.enter("Ben").get("/why/"))


def test_every_meeting_is_reached_step_by_step(club: Club) -> None:
    for _ in range(7):
        meet(club)
        club.clock.on(days=7)
    ben = club.enter("Ben")
    there, days = stop(ben.get("/why/"), "after we last met"), set[str]()
    while there:
        page = ben.get(there)
        days |= set(re.findall(r"on (\w+ \d+ \w+), after we (?:last )?met", words(page)))
        there = step(page, "back")
    assert len(days) == 7
