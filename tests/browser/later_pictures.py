"""The second half of what is pictured: acting alone, meetings, shared power, and by night."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.club import Club

Take = Callable[[str], None]


def press(page: Page, words: str, *, exact: bool = True) -> None:
    page.get_by_role("link", name=words, exact=exact).first.click()


def answer(page: Page, word: str) -> None:
    page.locator(".answers").get_by_role("button", name=word).click()


def stepping_in(page: Page, club: Club, take: Take) -> None:
    """Staff step in: they say so, tell of it, and others look at it."""
    club.enter(page, "Jo")
    page.goto(f"{club.address}/step-ins/")
    take("step-ins")
    press(page, "Look at it Jo", exact=False)
    take("step-in-reviewed")
    page.goto(f"{club.address}/step-ins/new")
    page.get_by_role("button", name="I step in").click()
    take("step-in-wrong")
    page.get_by_label("Somebody could get hurt").check()
    page.get_by_label("What did you do?").fill("I shut the side door")
    page.get_by_label("Why did you do it?").fill("There is sand in front of it.")
    page.get_by_label("No", exact=True).check()
    page.get_by_role("group", name="When does it end?").get_by_role("radio").first.check()
    page.get_by_role("group", name="What is it about?").get_by_role("radio").first.check()
    page.get_by_role("button", name="I step in").click()
    take("step-in-mine")
    page.goto(club.address)
    take("now-stepped-in")
    page.get_by_role("button", name="Finish and sign out").click()
    club.enter(page, "Ben")
    take("now-somebody-stepped-in")
    press(page, "Look at it", exact=False)
    take("step-in")
    press(page, "Say if it was right")
    page.get_by_role("button", name="This is what we found").click()
    take("review")
    page.goto(f"{club.address}/step-ins/new")
    take("step-in-not-mine")
    page.get_by_role("button", name="Finish and sign out").click()


def deciding(page: Page, club: Club, take: Take) -> None:
    """What is decided without a vote, and what comes after a decision."""
    club.enter(page, "Asha")
    page.goto(f"{club.address}/decided/new")
    take("without-a-vote")
    page.get_by_role("link", name="Some of us decided it alone").click()
    page.get_by_role("button", name="Write it down").click()
    take("decided-alone-wrong")
    page.goto(f"{club.address}/decided/new?how=alone")
    page.get_by_label("What was decided?").fill("We rent a second room")
    page.get_by_role("group", name="What allowed it?").get_by_role("radio").first.check()
    page.get_by_label("Why?").fill("It was full.")
    page.get_by_text("Say more about it").click()
    page.get_by_label("What does it cost?").fill("50")
    page.get_by_role("group", name="Who decided it?").get_by_label("Jo").check()
    page.get_by_role("group", name="Who decided it?").get_by_label("Asha").uncheck()
    page.get_by_role("button", name="Write it down").click()
    take("decided-alone")
    page.goto(f"{club.address}/decided/new?how=hurry")
    take("decided-hurry")
    page.get_by_label("What was decided?").fill("A plumber comes at once")
    page.get_by_role("group", name="What allowed it?").get_by_role("radio").last.check()
    page.get_by_label("Why?").fill("There is water on the floor.")
    page.get_by_role("button", name="Write it down").click()
    take("decided-waits")
    page.goto(f"{club.address}/?all=1")
    take("now-do-we-agree")
    press(page, "Look at it A plumber comes at once")
    take("agree-later")
    press(page, "We talked, and say no")
    take("agree-no")
    press(page, "No, go back")
    page.get_by_role("button", name="Ask all of us now").click()
    take("agree-vote")


def changing_again(page: Page, club: Club, take: Take) -> None:
    """What comes after a decision."""
    page.goto(f"{club.address}/why/")
    take("why-waits")
    press(page, "Why? DJ Sam plays for us")
    press(page, "See what we decided")
    page.get_by_text("What else can we do?").click()
    press(page, "We told people")
    take("told")
    press(page, "Back")
    page.get_by_text("What else can we do?").click()
    press(page, "Look at it again")
    page.get_by_role("button", name="This is what we found").click()
    take("look-again")
    press(page, "Not yet")
    page.get_by_text("What else can we do?").click()
    press(page, "Change what we decided")
    take("change")
    page.get_by_label("What is new?").fill("He cannot come in July.")
    page.get_by_label("What do we do instead?").fill("We play records")
    page.get_by_role("button", name="Send it").click()
    take("change-idea")
    press(page, "Not now")
    page.get_by_role("button", name="Write it down").click()
    take("not-now")
    page.goto(f"{club.address}/why/")
    page.get_by_role("button", name="Finish and sign out").click()


def doing_alone(page: Page, club: Club, take: Take) -> None:
    """What people may do alone."""
    club.enter(page, "Jo")
    page.goto(f"{club.address}/alone/")
    take("alone-mine")
    press(page, "Look", exact=False)
    take("mandate")
    press(page, "End this")
    take("mandate-end")
    page.get_by_role("button", name="Finish and sign out").click()
    club.enter(page, "Ben")
    page.goto(f"{club.address}/alone/")
    take("alone")
    press(page, "Let somebody do more")
    page.get_by_role("button", name="Make it an idea").click()
    take("new-mandate")
    page.get_by_role("button", name="Finish and sign out").click()


def meeting(page: Page, club: Club, take: Take) -> None:
    """A meeting from its call to the word of those who were there."""
    club.enter(page, "Asha")
    page.goto(f"{club.address}/meetings/")
    take("meetings")
    page.locator("main .card").nth(2).get_by_role("link").click()
    take("meeting-over")
    page.goto(f"{club.address}/meetings/")
    press(page, "Look", exact=False)
    take("meeting-called")
    press(page, "Another time or place")
    take("meeting-move")
    press(page, "Back")
    press(page, "Let us talk about this")
    take("meeting-item")
    press(page, "Back")
    page.get_by_role("button", name="Start the meeting").click()
    page.get_by_role("group", name="Tick all who are here").get_by_label("Ben").check()
    page.get_by_role("group", name="Who runs the meeting?").get_by_label("Asha").check()
    take("meeting-who")
    page.get_by_role("button", name="This is who is here").click()
    take("meeting-open")
    press(page, "Write something down")
    page.get_by_label("Write it down").fill("We like the quiz. Ben asks Kim.")
    take("meeting-note")
    page.get_by_role("button", name="Write it down").click()
    press(page, "The meeting is over")
    take("meeting-end")
    page.get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Yes, it is over").click()
    take("meeting-right")
    page.get_by_role("button", name="Yes, this is right").click()
    page.get_by_role("button", name="Finish and sign out").click()


def sharing(page: Page, club: Club, take: Take) -> None:
    """Whether power is shared, what people say to it, and whether the record is right."""
    club.enter(page, "Jo")
    page.goto(f"{club.address}/why/sharing/jobs")
    press(page, "Say something to this", exact=False)
    take("sharing-say")
    page.get_by_role("button", name="Finish and sign out").click()
    club.enter(page, "Asha")
    page.goto(f"{club.address}/why/sharing/")
    take("sharing")
    page.locator("main .sheet").get_by_role("link").first.click()
    take("sharing-question")
    press(page, "See what it rests on", exact=False)
    take("sharing-events")
    page.goto(f"{club.address}/why/sharing/talk")
    take("sharing-talk")
    page.goto(f"{club.address}/why/right/")
    take("right")
    page.get_by_role("button", name="Yes, it is right").click()
    page.goto(f"{club.address}/why/record")
    press(page, "Look at position", exact=False)
    press(page, "This is not right")
    page.get_by_label("How was it?").fill("It was on a Monday.")
    take("not-right")
    page.get_by_role("button", name="Send it").click()
    take("chain-not-right")
    page.goto(f"{club.address}/why/right/")
    take("right-answered")


def asking(page: Page, club: Club, take: Take) -> None:
    """What people are asked in private, what was heard, and how groups score how we work."""
    page.goto(f"{club.address}/why/five/")
    take("five")
    page.get_by_role("button", name="Ask everybody now").click()
    take("five-on")
    press(page, "Answer")
    take("five-ask")
    page.get_by_role("button", name="Send my answers").click()
    take("five-wrong")
    page.get_by_role("group").first.get_by_role("radio").first.check()
    page.get_by_role("button", name="Send my answers").click()
    take("five-answered")
    press(page, "See the scores")
    take("scores")
    page.get_by_role("button", name="Write it down").click()
    take("scores-wrong")


def practising(page: Page, club: Club, take: Take) -> None:
    """A vote that does not count."""
    page.goto(f"{club.address}/practice/")
    take("practice")
    answer(page, "Yes")
    take("practice-done")
    page.get_by_role("button", name="Finish and sign out").click()


def dark(page: Page, club: Club, take: Take) -> None:
    """The same pages as one person wants them: dark, very big, without pictures."""
    club.enter(page, "Jo")
    page.goto(f"{club.address}/look")
    page.get_by_label("Dark").check()
    page.get_by_label("Very big").check()
    page.get_by_role("button", name="Keep this").click()
    take("dark-now")
    for place in ("plan", "jobs", "why"):
        page.goto(f"{club.address}/{place}/")
        take(f"dark-{place}")
    for place in (
        "practice",
        "meetings",
        "alone",
        "step-ins",
        "why/sharing",
        "why/five",
        "why/right",
    ):
        page.goto(f"{club.address}/{place}/")
        take(f"dark-{place.replace('/', '-')}")
    for place in ("why/sharing/jobs", "why/sharing/talk", "why/five/scores", "why/record"):
        page.goto(f"{club.address}/{place}")
        take(f"dark-{place.replace('/', '-')}")
    press(page, "Look at position", exact=False)
    take("dark-chain")
    page.goto(f"{club.address}/ideas/{club.people['Jo']}")
    take("dark-not-here")
