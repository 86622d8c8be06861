import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest

from domain.events import (
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverWithdrawn,
    TaskAdded,
    TaskDone,
    TaskDropped,
    TaskLaidDown,
    TaskTaken,
)
from tests.web.club import NO, Club, words


def person(club: Club, name: str) -> str:
    return str(club.people[name])


def test_what_nobody_has_comes_first(club: Club) -> None:
    club.job("Sell drinks", "Ben")
    club.job("Clear up")
    page = words(club.enter("Ben").get("/jobs/"))
    assert page.index("Nobody yet Clear up") < page.index("Who does what Sell drinks")


def test_jobs_stand_by_time_or_by_person(club: Club) -> None:
    cited, act = club.reason(), club.act("Asha")
    asha = club.enter("Asha")
    for title, day in (("Later", "2026-07-09"), ("Sooner", "2026-07-01")):
        asha.press("/jobs/", title=title, day=day, decision=cited)
    later, sooner = (task.task for task in club.services.tasks.tasks(club.here))
    club.does.take_task(act, later)
    club.does.take_task(club.act("Ben"), sooner)
    by_time, by_person = words(asha.get("/jobs/")), words(asha.get("/jobs/?by=person"))
    assert by_time.index("Sooner") < by_time.index("Later")
    assert by_person.index("Later") < by_person.index("Sooner")


def test_a_job_is_taken_with_one_press(club: Club) -> None:
    job, ben = club.job("Clear up"), club.enter("Ben")
    facts = club.written(lambda: ben.press(f"/jobs/{job}/take"))
    assert [type(fact) for fact in facts] == [TaskTaken]
    page = words(ben.get("/jobs/"))
    assert "Ben" in page
    assert "Nobody yet" not in page


def test_a_job_for_one_is_taken_by_one(club: Club) -> None:
    job = club.job("Clear up")
    screens = [club.enter("Ben"), club.enter("Cara")]
    tokens = [screen.token() for screen in screens]

    def press(place: int) -> int:
        form = {"csrf_token": tokens[place]}
        return screens[place].client.post(f"/jobs/{job}/take", data=form).status_code

    with ThreadPoolExecutor() as pool:
        assert sorted(pool.map(press, range(2))) == [303, 409]
    seen = club.services.tasks.task(job)
    assert seen
    assert len(seen.holders) == 1


def test_two_share_a_job_for_two(club: Club) -> None:
    job = club.job("Tell everybody how to be safe", "Ben", people=2)
    cara = club.enter("Cara")
    assert "We need 1 more person." in words(cara.get("/jobs/"))
    cara.press(f"/jobs/{job}/take")
    page = words(cara.get("/jobs/"))
    assert "Ben" in page
    assert "We need" not in page


def test_a_job_is_given_in_two_steps_and_stays_until_the_answer(club: Club) -> None:
    job, asha, dev = club.job("Open the door", "Asha"), club.enter("Asha"), club.enter("Dev")
    who = words(asha.get(f"/jobs/{job}/give"))
    assert "Who can do this job?" in who
    assert "Dev" in who
    check = words(asha.get(f"/jobs/{job}/give?to={person(club, 'Dev')}"))
    assert "Ask Dev to do this job?" in check
    assert "It is still your job until Dev says yes." in check
    (offered,) = club.written(
        lambda: asha.press(f"/jobs/{job}/offers", taker=person(club, "Dev"), note="I am away.")
    )
    assert isinstance(offered, HandoverOffered)
    assert not offered.share
    assert "It is still YOUR job until Dev says yes." in words(asha.get("/jobs/"))
    assert "Asha asks you Will you do this? Open the door" in words(dev.get("/"))
    assert "Asha says: “I am away.”" in words(dev.get(f"/jobs/{job}/offer"))


def test_the_job_moves_when_the_one_who_was_asked_says_yes(club: Club) -> None:
    job, asha, dev = club.job("Open the door", "Asha"), club.enter("Asha"), club.enter("Dev")
    asha.press(f"/jobs/{job}/offers", taker=person(club, "Dev"))
    assert "You can say no. You do not need a reason." in words(dev.get(f"/jobs/{job}/offer"))
    (accepted,) = club.written(lambda: dev.post(f"/jobs/{job}/accept"))
    assert isinstance(accepted, HandoverAccepted)
    assert accepted.actor == accepted.taker == club.people["Dev"]
    assert "You said yes. It is your job now." in words(dev.get(f"/jobs/{job}/offer"))
    assert "Dev said yes. It is not your job now." in words(asha.get(f"/jobs/{job}/offer"))
    assert "Dev accepted the job “Open the door” from Asha." in words(asha.get(f"/jobs/{job}"))


def test_no_thank_you_needs_no_reason_and_leaves_the_job(club: Club) -> None:
    job, asha, dev = club.job("Open the door", "Asha"), club.enter("Asha"), club.enter("Dev")
    asha.press(f"/jobs/{job}/offers", taker=person(club, "Dev"))
    (declined,) = club.written(lambda: dev.press(f"/jobs/{job}/decline"))
    assert isinstance(declined, HandoverDeclined)
    assert "You said no. That is fine." in words(dev.get(f"/jobs/{job}/offer"))
    assert "Dev said no. It is still your job." in words(asha.get(f"/jobs/{job}/offer"))


def test_a_shared_job_stays_with_both(club: Club) -> None:
    job, asha, dev = club.job("Open the door", "Asha"), club.enter("Asha"), club.enter("Dev")
    asha.press(f"/jobs/{job}/offers", taker=person(club, "Dev"), share="yes")
    assert "Do this job together: Open the door" in words(dev.get(f"/jobs/{job}/offer"))
    page = words(dev.press(f"/jobs/{job}/accept"))
    assert "You said yes. You do it together now." in page
    seen = club.services.tasks.task(job)
    assert seen
    assert {holder.name for holder in seen.holders} == {"Asha", "Dev"}


def test_an_offer_is_taken_back_before_it_is_answered(club: Club) -> None:
    job, asha, dev = club.job("Open the door", "Asha"), club.enter("Asha"), club.enter("Dev")
    for name in ("Dev", "Cara"):
        asha.press(f"/jobs/{job}/offers", taker=person(club, name))
    facts = club.written(lambda: asha.press(f"/jobs/{job}/take-back", taker=person(club, "Dev")))
    assert [type(fact) for fact in facts] == [HandoverWithdrawn]
    assert "Asha took it back." in words(dev.get(f"/jobs/{job}/offer"))
    answer = dev.post(f"/jobs/{job}/accept")
    assert answer.status_code == 403
    assert "Only the person who was asked can answer, and only once." in words(answer)
    assert "Asha asks you" in words(club.enter("Cara").get(f"/jobs/{job}/offer"))


@pytest.mark.parametrize("who", ["Asha", "Cara"])
def test_a_third_person_cannot_answer_an_offer(club: Club, who: str) -> None:
    job = club.job("Open the door", "Asha")
    club.does.offer_handover(club.act("Asha"), job, club.people["Dev"])
    third = club.enter(who)
    for answer in ("accept", "decline"):

        def press(how: str = answer) -> None:
            refused = third.post(f"/jobs/{job}/{how}")
            assert refused.status_code == 403
            assert "Only the person who was asked can answer" in words(refused)

        assert club.written(press) == []


def test_an_offer_is_for_the_two_whom_it_concerns(club: Club) -> None:
    job = club.job("Open the door", "Asha")
    club.does.offer_handover(club.act("Asha"), job, club.people["Dev"])
    answer = club.enter("Cara").get(f"/jobs/{job}/offer")
    assert answer.status_code == 404
    assert "Nobody asks you to do this job." in words(answer)


@pytest.mark.parametrize("taker", ["", "Dev", "0" * 32])
def test_an_offer_to_nobody_is_refused(club: Club, taker: str) -> None:
    job, asha = club.job("Open the door", "Asha"), club.enter("Asha")
    assert club.written(lambda: asha.post(f"/jobs/{job}/offers", taker=taker)) == []
    assert asha.post(f"/jobs/{job}/offers", taker=taker).status_code in (400, 403)


def test_an_offer_to_somebody_outside_is_refused(club: Club) -> None:
    job, asha = club.job("Open the door", "Asha"), club.enter("Asha")
    assert asha.post(f"/jobs/{job}/offers", taker=person(club, "Eve")).status_code == 403


def test_a_job_is_laid_down_and_is_free_again(club: Club) -> None:
    job, asha = club.job("Open the door", "Asha"), club.enter("Asha")
    facts = club.written(lambda: asha.press(f"/jobs/{job}/lay-down"))
    assert [type(fact) for fact in facts] == [TaskLaidDown]
    assert "Nobody yet Open the door" in words(asha.get("/jobs/"))


def test_a_job_is_done_by_all_who_had_it(club: Club) -> None:
    plan = club.plan("July night")
    job = club.job("Tell everybody how to be safe", "Asha", "Ben", people=2, plan=plan)
    ben = club.enter("Ben")
    (done,) = club.written(lambda: ben.press(f"/jobs/{job}/done"))
    assert isinstance(done, TaskDone)
    assert set(done.by) == {club.people["Asha"], club.people["Ben"]}
    assert "Done Tell everybody how to be safe" in words(ben.get("/jobs/"))
    assert "Done Tell everybody how to be safe" in words(ben.get(f"/jobs/?plan={plan}"))
    club.clock.on(minutes=2)
    assert ben.post(f"/jobs/{job}/done").status_code == 409


def test_whoever_did_a_job_that_another_has_says_so(club: Club) -> None:
    job, dev = club.job("Open the door", "Asha"), club.enter("Dev")
    (done,) = club.written(lambda: dev.press(f"/jobs/{job}/done"))
    assert isinstance(done, TaskDone)
    assert done.by == (club.people["Dev"],)


def test_what_is_done_leaves_the_list_with_its_plan(club: Club) -> None:
    plan = club.plan("July night")
    job = club.job("Clear up", "Ben", plan=plan)
    club.enter("Ben").press(f"/jobs/{job}/done")
    club.clock.on(days=200)
    ben = club.enter("Ben")
    assert "Clear up" not in words(ben.get("/jobs/"))
    assert "Done Clear up" in words(ben.get(f"/jobs/?plan={plan}"))


# ---- Adding and dropping


def test_a_job_is_added_for_something_that_was_decided(club: Club) -> None:
    asha, cited = club.enter("Asha"), club.reason("A club night")
    plan = club.plan("July night", cited)
    assert "A club night" in words(asha.get("/jobs/new"))
    form = {"title": "Open the door", "people": "2", "place": "at the hall", "plan": str(plan)}
    (added,) = club.written(lambda: asha.press("/jobs/", decision=cited, **form))
    assert isinstance(added, TaskAdded)
    assert added.authority == cited
    page = words(asha.get(f"/jobs/?plan={plan}"))
    assert "Jobs July night" in page
    assert "Open the door Friday 3 July, at the hall" in page


def test_a_job_without_a_decision_is_asked_for_again(club: Club) -> None:
    asha = club.enter("Asha")
    assert "We have not said YES to anything yet." in words(asha.get("/jobs/new"))
    answer = asha.post("/jobs/", title="Open the door", at="19:00")
    assert answer.status_code == 400
    page = words(answer)
    assert "Pick what we decided. Nothing changes without it." in page
    assert "Pick the day for this time." in page
    assert "Open the door" in answer.text


def test_a_decision_that_said_no_allows_no_job(club: Club) -> None:
    idea = club.decided("DJ Sam", NO)
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    assert seen.decision
    answer = club.enter("Asha").post("/jobs/", title="Ask Sam", decision=seen.decision.event)
    assert answer.status_code == 409
    assert "The committee did not say yes to this." in words(answer)


@pytest.mark.parametrize("people", ["0", "-1", "many", "1e3"])
def test_a_job_for_no_number_of_people_is_refused(club: Club, people: str) -> None:
    asha, cited = club.enter("Asha"), club.reason()
    answer = asha.post("/jobs/", title="Open the door", decision=cited, people=people)
    assert answer.status_code == 400


def test_a_job_that_is_not_needed_goes_by_a_decision(club: Club) -> None:
    job, asha = club.job("Open the door"), club.enter("Asha")
    cited = club.reason("No door this time")
    assert "Open the door" in words(asha.get(f"/jobs/{job}/not-needed"))
    assert asha.post(f"/jobs/{job}/not-needed").status_code == 400
    facts = club.written(lambda: asha.press(f"/jobs/{job}/not-needed", decision=cited))
    assert [type(fact) for fact in facts] == [TaskDropped]
    assert "Open the door" not in words(asha.get("/jobs/"))
    assert asha.post(f"/jobs/{job}/take").status_code == 409


def test_a_job_reaches_the_votes_behind_it_in_two_presses(club: Club) -> None:
    job, ben = club.job("Open the door"), club.enter("Ben")
    assert f'href="/jobs/{job}"' in ben.get("/jobs/").text
    why = ben.get(f"/jobs/{job}")
    assert "We decided on “A club night”: YES." in words(why)
    idea = club.services.decisions.register(club.here)[0].proposal
    assert f'href="/ideas/{idea}"' in why.text
    assert "Asha Yes" in words(ben.get(f"/ideas/{idea}"))


def test_by_person_each_stands_with_their_seat_and_a_shared_job_with_both(club: Club) -> None:
    club.job("Give the briefing", "Ben", "Cara", people=2)
    club.job("Call the taxi", "Ben")
    page = words(club.enter("Dev").get("/jobs/?by=person"))
    ben, cara = page.index("Ben member"), page.index("Cara member")
    assert page.index("Call the taxi") < cara
    assert ben < page.index("Give the briefing") < cara < page.rindex("Give the briefing")


def test_a_time_alone_is_a_time_on_the_day_of_the_plan(club: Club) -> None:
    plan, cited = club.plan(), club.reason()
    asha = club.enter("Asha")
    asha.press("/jobs/", title="Door", plan=str(plan), at="18:30", decision=cited)
    assert "Friday 3 July at 6:30" in words(asha.get("/jobs/"))


def test_jobs_that_are_done_are_said_to_be_done_on_the_day_itself(club: Club) -> None:
    plan, act = club.plan(), club.act("Asha")
    job = club.does.add_task(act, club.here, "Clear up", plan=plan, authority=club.reason())
    club.does.take_task(club.act("Ben"), job)
    club.does.finish_task(club.act("Ben"), job)
    assert "All jobs are done." in words(club.enter("Dev").get(f"/plan/{plan}"))


def test_many_jobs_stand_on_pages_and_what_is_done_on_its_own(club: Club) -> None:
    plan = club.plan()
    for number in range(30):
        club.job(f"Job {number}.", *(["Ben"] if number < 25 else []), plan=plan)
    for task in club.services.tasks.open(club.here)[:12]:
        club.does.finish_task(club.act("Ben"), task.task, [club.people["Ben"]])
    ben, told = club.enter("Ben"), re.compile(r"Job (\d+)\.")

    def shown(path: str) -> list[int]:
        titles = re.findall(r"(?s)<h3.*?</h3>", ben.get(path).text)
        return [int(found) for found in told.findall(" ".join(titles))]

    free, held, done = [*range(25, 30)], [*range(12, 25)], [*range(12)]
    assert shown(f"/jobs/?plan={plan}") == [*free, *held, *done[-10:]]
    assert "See all 12" in words(ben.get("/jobs/"))
    assert shown("/jobs/?by=done") == done
    for number in range(30, 50):
        club.job(f"Job {number}.", "Ben")
    for by in ("time", "person"):
        first, second = shown(f"/jobs/?by={by}"), shown(f"/jobs/?by={by}&page=2")
        assert [*first, *second] == [*free, *held, *range(30, 50), *done[-10:]]
        assert len(first) == 20


def test_a_press_comes_back_to_the_jobs_among_which_it_was(club: Club) -> None:
    plan = club.plan()
    job = club.job("Open the door", plan=plan)
    ben = club.enter("Ben")
    page = ben.get(f"/jobs/?plan={plan}&by=person")
    action = unescape(re.search(r'action="([^"]+/take[^"]*)"', page.text)[1])  # type: ignore[index]
    assert ben.post(action).location == f"/jobs/?by=person&plan={plan}#task-{job}"
    answer = ben.post("/jobs/", title="Bar", plan=plan, decision=club.reason("A bar"))
    assert answer.location.startswith(f"/jobs/?plan={plan}#task-")
