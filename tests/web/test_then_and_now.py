"""What we knew then, how it was then, and how it is now, side by side."""

from domain.ids import PlanId
from tests.web.club import NO, YES, Club, words
from tests.web.looking_back import changed, leads, told_late, write

# ---- What was told late


def test_how_it_was_and_what_we_knew_are_told_apart(club: Club) -> None:
    plan, cited = club.plan(), club.reason("Pizza")
    club.clock.on(days=6)
    club.does.write_line(told_late(club, 4), plan, "Food", "Pizza", authority=cited)
    ben = club.enter("Ben")
    was = ben.get(f"/plan/{plan}?at=2026-03-06")
    assert "Food Pizza" in words(was)
    assert "We wrote some things down later. See what we knew then" in words(was)
    knew = ben.get(leads(was, "See what we knew then"))
    assert "We knew this at the end of Friday 6 March." in words(knew)
    assert "Food Pizza" not in words(knew)
    assert "Food Pizza" in words(ben.get(leads(knew, "See how it was then")))
    assert "We wrote some things down later." not in words(ben.get(f"/plan/{plan}?at=2026-03-04"))


def test_a_fact_that_is_told_late_changes_the_page_of_the_past(club: Club) -> None:
    plan, cited = club.plan(), club.reason("Pizza")
    club.clock.on(days=6)
    ben, path = club.enter("Ben"), f"/plan/{plan}?at=2026-03-06"
    page = ben.get(path)
    assert "Pizza" not in words(page)
    club.does.write_line(told_late(club, 4), plan, "Food", "Pizza", authority=cited)
    answer = ben.get(path, headers={"If-None-Match": page.headers["ETag"]})
    assert answer.status_code == 200
    assert "Food Pizza" in words(answer)


def test_what_the_log_held_up_to_a_line_can_be_asked_for(club: Club, plan: PlanId) -> None:
    line = club.services.plans.plan(plan)
    assert line
    position, _ = club.does.placed_event(line.lines[0].event)
    ben = club.enter("Ben")
    assert "DJ Femi" in words(ben.get(f"/plan/{plan}?known={position}"))
    assert "DJ Sam" in words(ben.get(f"/plan/{plan}?known={position - 1}"))


def test_the_tag_of_one_time_is_not_that_of_another(club: Club, plan: PlanId) -> None:
    ben, path = club.enter("Ben"), f"/plan/{plan}"
    ben.get(path)
    tags = [
        ben.get(f"{path}{at}").headers["ETag"] for at in ("", "?at=2026-03-03", "?at=2026-03-05")
    ]
    assert len(set(tags)) == 3
    assert ben.get(f"{path}?at=2026-03-03", headers={"If-None-Match": tags[1]}).status_code == 304
    assert ben.get(f"{path}?at=2026-03-03", headers={"If-None-Match": tags[0]}).status_code == 200


# ---- Then beside now


def test_then_stands_beside_now_with_what_changed_it(club: Club, plan: PlanId) -> None:
    dropped = write(club, plan, "Games", "Table tennis")
    club.clock.on(days=1)
    club.does.drop_line(club.act("Cara"), plan, dropped, authority=club.reason("No games"))
    write(club, plan, "Food", "Pizza")
    club.clock.on(days=1)
    ben = club.enter("Ben")
    page = ben.get(f"/plan/{plan}?at=2026-03-06")
    assert changed(page) == [
        "Games | Table tennis | Nothing | Cara took a line out of the plan “July night”.",
        "Food | Nothing | Pizza | Ben wrote in the plan “July night”: Food: Pizza.",
    ]
    first = changed(ben.get(f"/plan/{plan}?at=2026-03-04"))
    wrote = "Ben wrote in the plan “July night”: Music: DJ Femi."
    assert first[0] == f"Music | DJ Sam | DJ Femi | {wrote}"
    assert "Nothing. It is still like this." in words(ben.get(f"/plan/{plan}?at=2026-03-07"))


def test_each_difference_leads_to_who_decided_it(club: Club, plan: PlanId) -> None:
    ben = club.enter("Ben")
    page = words(ben.get(leads(ben.get(f"/plan/{plan}?at=2026-03-04"), "Who decided this?")))
    steps = ["Ben wrote in the plan", "We decided on “Music: DJ Femi”: YES.", "Cara No"]
    assert [step for step in steps if step not in page] == []


def test_what_became_of_the_jobs_stands_beside_how_they_were(club: Club) -> None:
    door, songs = club.job("Open the door", "Ben"), club.job("Make the songs", "Dev")
    lamp = club.job("Buy a lamp")
    club.clock.on(days=1)
    club.does.offer_handover(club.act("Ben"), door, club.people["Cara"])
    club.does.accept_handover(club.act("Cara"), door)
    club.does.finish_task(club.act("Dev"), songs, [club.people["Dev"]])
    club.does.drop_task(club.act("Asha"), lamp, authority=club.reason("No lamp"))
    club.job("Clear up", "Asha")
    club.clock.on(days=1)
    assert changed(club.enter("Ben").get("/jobs/?at=2026-03-03")) == [
        "Open the door | Ben | Cara | Cara accepted the job “Open the door” from Ben.",
        "Make the songs | Still to do | Done | Dev finished the job “Make the songs”.",
        "Buy a lamp | Still to do | Not needed | The job “Buy a lamp” is not needed any more.",
        "Clear up | Nothing | A new job | Asha added the job “Clear up”.",
    ]


def test_what_we_learned_later_is_a_difference_to_what_we_knew(club: Club) -> None:
    plan, cited = club.plan(), club.reason("Pizza")
    club.clock.on(days=6)
    club.does.write_line(told_late(club, 4), plan, "Food", "Pizza", authority=cited)
    ben = club.enter("Ben")
    assert changed(ben.get(f"/plan/{plan}?at=2026-03-06")) == []
    (row,) = changed(ben.get(f"/plan/{plan}?known=2026-03-06"))
    assert row.startswith("Food | Nothing | Pizza | Asha wrote")


def test_what_was_open_then_stands_beside_what_has_come_of_it(club: Club) -> None:
    pizza, light, quiz = (club.vote(title, days=None) for title in ("Pizza", "A light", "A quiz"))
    club.cast(pizza, Asha=YES)
    club.clock.on(days=2)
    club.cast(pizza, Ben=YES)
    club.does.close_voting(club.act("Asha"), pizza)
    club.cast(light, Asha=NO, Ben=NO)
    club.does.close_voting(club.act("Asha"), light)
    club.decided("DJ Sam")
    club.clock.on(days=2)
    ben = club.enter("Ben")
    then = ben.get("/why/?at=2026-03-04")
    assert changed(then) == [
        "A light | 0 of 4 have voted | Decided: NO | We decided on “A light”: NO.",
        "Pizza | 1 of 4 have voted | Decided: YES | We decided on “Pizza”: YES.",
    ]
    assert "Since then we decided 3 more things. See what we decided" in words(then)
    assert "What was open then is still open." not in words(then)
    assert "Pizza |" in changed(ben.get("/why/?at=2026-03-04&words=pizza"))[0]
    assert "Nothing was open at that time." in words(ben.get("/why/?at=2026-03-02"))
    assert "What was open then is still open." in words(ben.get("/why/?at=2026-03-05"))
    club.does.withdraw_proposal(club.act("Ben"), quiz)
    assert (
        "A quiz | 0 of 4 have voted | It was taken back"
        in changed(ben.get("/why/?at=2026-03-05"))[0]
    )
