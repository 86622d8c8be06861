"""Pictures every page of the demonstration, on a phone and on a screen, to be looked at by people.

python -m tests.browser.screenshots [OUT]
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.chromium import NONE_HERE, chromium, find
from tests.browser.club import Club, serving, told
from tests.browser.later_pictures import (
    Take,
    answer,
    asking,
    changing_again,
    dark,
    deciding,
    doing_alone,
    meeting,
    practising,
    press,
    sharing,
    stepping_in,
)
from tests.browser.more_pictures import MORE_WALKS
from tests.web.every_page import all_told

WIDTHS = (360, 1180)
OUT = Path("build/screenshots")


def visitor(page: Page, club: Club, take: Take) -> None:
    """What somebody sees who is not signed in."""
    page.goto(club.address)
    take("hello")
    page.goto(f"{club.address}/enter/an-old-link")
    take("link-over")
    page.goto(club.link(None))
    take("first")
    page.goto(f"{club.address}/help")
    take("help-visitor")
    page.goto(f"{club.address}/nowhere")
    take("not-here")
    page.goto(club.link("Asha"))
    take("enter")


def reading(page: Page, club: Club, take: Take) -> None:
    """What there is to read."""
    club.enter(page, "Asha")
    take("now")
    press(page, "See all", exact=False)
    take("now-all")
    for place in ("Plan", "Jobs", "Why?"):
        page.get_by_role("navigation", name="Places").get_by_role("link", name=place).click()
        take(place.lower().strip("?"))
    page.goto(f"{club.address}/plan/all")
    take("plan-all")
    page.goto(f"{club.address}/why/")
    press(page, "Why? DJ Sam plays for us")
    take("story")
    press(page, "See what we decided")
    page.get_by_text("Show the record").click()
    take("result-yes")
    press(page, "The whole record of this decision")
    take("whole")
    page.goto(f"{club.address}/why/?only=no")
    take("why-no")
    press(page, "Why? The club starts at 5")
    press(page, "See what we decided")
    take("result-no")
    page.goto(f"{club.address}/why/record")
    take("record")
    press(page, "Look at position", exact=False)
    take("chain")
    page.goto(f"{club.address}/why/record/without-a-reason")
    take("without")
    page.goto(f"{club.address}/why/people/{club.people['Asha']}")
    take("why-person")
    page.goto(f"{club.address}/jobs/")
    press(page, "Why? Open the door")
    take("job")
    press(page, "Who decided this?")
    take("job-chain")
    page.goto(f"{club.address}/jobs/?by=person")
    take("jobs-by-person")
    for name in ("help", "look", "credits", "people/"):
        page.goto(f"{club.address}/{name}")
        take(name.strip("/"))


def looking_back(page: Page, club: Club, take: Take) -> None:
    """What the pages said before."""
    page.goto(f"{club.address}/plan/")
    press(page, "Before the last change", exact=False)
    take("old-plan")
    page.goto(f"{club.address}/plan/?at=2026-05-01")
    take("no-plan-then")
    for place in ("jobs", "why"):
        page.goto(f"{club.address}/{place}/?at=2026-05-29")
        take(f"old-{place}")


def voting(page: Page, club: Club, take: Take) -> None:
    """One vote by press, one by order, and what the chair does."""
    page.goto(club.address)
    press(page, "Vote now We buy a light for the dance floor")
    take("vote")
    answer(page, "Yes")
    take("vote-counted")
    press(page, "Change my vote")
    take("vote-change")
    answer(page, "I have a worry")
    take("vote-worry")
    page.goto(club.address)
    press(page, "Vote now What do we eat at the club night?")
    take("rank")
    page.get_by_role("button", name="Send my vote").click()
    take("rank-wrong")
    page.get_by_role("group", name="Curry").get_by_label("1", exact=True).check()
    page.get_by_role("group", name="Pizza").get_by_label("2", exact=True).check()
    page.get_by_role("button", name="Send my vote").click()
    take("rank-counted")
    page.goto(club.address)
    take("now-less")
    press(page, "Close it What do we eat at the club night?")
    take("closing")
    page.get_by_role("button", name="Close the vote").click()
    take("result-chosen")


def ideas(page: Page, club: Club, take: Take) -> None:
    """An idea, from writing it down to the vote on it."""
    page.goto(f"{club.address}/ideas/new")
    take("idea")
    page.get_by_role("button", name="Check my idea").click()
    take("idea-wrong")
    page.get_by_label("What is your idea?").fill("A quiet room with soft light")
    page.get_by_label("Why is it good?").fill("Some of us need a rest.")
    page.get_by_label("What does it cost?").fill("12.50")
    page.get_by_text("What is it about?").click()
    page.get_by_role("radio", name="Places").check()
    page.get_by_role("button", name="Check my idea").click()
    take("idea-check")
    page.get_by_role("button", name="Yes, send it").click()
    take("idea-sent")
    press(page, "See my idea")
    take("idea-made")
    press(page, "I have a question")
    page.get_by_label("What do you want to know?").fill("Which room is it?")
    page.get_by_role("button", name="Send my question").click()
    page.get_by_text("Answer").first.click()
    take("questions")
    press(page, "Back to the idea")
    press(page, "Change my idea")
    take("better")
    press(page, "Back")
    page.get_by_text("What else can I do?").click()
    press(page, "How big is it?")
    take("size")
    page.get_by_label("Middle").check()
    page.get_by_role("button", name="Write it down").click()
    take("sized")
    press(page, "Start the vote A quiet room with soft light")
    take("opening")
    page.get_by_role("button", name="Start the vote").click()
    take("vote-open")
    press(page, "Worries")
    take("worries-none")
    page.goto(f"{club.address}/why/")
    page.get_by_role("link", name="Vote We buy a light for the dance floor").click()
    press(page, "Worries")
    page.get_by_text("Answer this worry").first.click()
    page.get_by_text("This worry is over").first.click()
    take("worries")


def changing(page: Page, club: Club, take: Take) -> None:
    """Jobs that pass on, lines that are written, people who come and go."""
    page.goto(f"{club.address}/jobs/")
    press(page, "Give an answer Sell drinks at the bar")
    take("offer")
    page.get_by_role("button", name="Yes, I will").click()
    take("offer-accepted")
    press(page, "See the jobs")
    press(page, "Give to someone Open the door")
    take("give")
    page.get_by_role("button", name="Dev").click()
    take("give-check")
    page.get_by_role("button", name="Ask Dev", exact=True).click()
    take("offer-mine")
    page.goto(f"{club.address}/jobs/")
    take("jobs-offered")
    page.get_by_role("button", name="I will do this Clear up after the club").click()
    take("jobs-taken")
    press(page, "Why? Clear up after the club")
    press(page, "We do not need this job")
    take("drop-job")
    press(page, "Back")
    press(page, "Back to the jobs")
    press(page, "Add a job")
    page.get_by_role("button", name="Add the job").click()
    take("new-job")
    page.goto(f"{club.address}/plan/")
    press(page, "Write it in the plan")
    take("new-line")
    press(page, "Music line")
    take("old-line")
    press(page, "Take this line out")
    take("drop-line")
    page.goto(f"{club.address}/plan/new")
    take("new-plan")
    page.goto(f"{club.address}/people/")
    press(page, "Change Ben")
    take("person")
    page.get_by_role("button", name="Make a link Ben").click()
    take("link")
    page.goto(f"{club.address}/people/{club.people['Ben']}/going")
    take("going")
    page.goto(f"{club.address}/people/leave")
    take("leave")
    page.get_by_role("button", name="Finish and sign out").click()
    take("left")


WALKS = (
    *(visitor, reading, looking_back, voting, ideas, changing),
    *(
        stepping_in,
        deciding,
        changing_again,
        doing_alone,
        meeting,
        sharing,
        asking,
        practising,
        dark,
    ),
)


PARTS = ((told, WALKS), (all_told, MORE_WALKS))
"""What is told, and who walks through it: the demonstration, then every kind of vote."""


def look_at(browser: Browser, width: int, out: Path) -> int:
    taken: list[str] = []

    def take(name: str) -> None:
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready")
        page.screenshot(path=out / f"{len(taken):03}-{name}-{width}.png", full_page=True)
        taken.append(name)

    for tell, walks in PARTS:
        with tempfile.TemporaryDirectory() as folder, serving(Path(folder), tell) as club:
            context = browser.new_context(viewport={"width": width, "height": 740})
            page = context.new_page()
            page.set_default_timeout(30_000)
            for walk in walks:
                walk(page, club, take)
            context.close()
    return len(taken)


def main(out: Path) -> int:
    if find() is None:
        print(NONE_HERE)
        return 1
    out.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        number = sum(look_at(browser, width, out) for width in WIDTHS)
    print(f"{number} pictures in {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT))
