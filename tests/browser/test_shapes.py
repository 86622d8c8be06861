"""What a machine can see of the pages: nothing scrolls sideways, every button can be hit."""

import pytest
from playwright.sync_api import Browser

from tests.browser.club import Club

pytestmark = pytest.mark.browser

PATHS = (
    *("/", "/?all=1", "/plan/", "/plan/new", "/jobs/", "/jobs/?by=person", "/jobs/new", "/why/"),
    *("/why/record", "/people/", "/people/leave", "/help", "/look", "/credits", "/ideas/new"),
    *("/why/record/without-a-reason", "/why/?at=2026-05-17", "/jobs/?at=2026-05-29"),
)
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"
SMALL = """() => [...document.querySelectorAll(
    'a[href], button, summary, textarea, input:not([type=hidden])')]
  .map((e) => e.matches('[type=radio]') ? e.closest('label') : e)
  .filter((e) => e.offsetParent !== null && !e.closest('.skip'))
  .map((e) => [e, e.getBoundingClientRect()])
  .filter(([e, r]) => Math.min(r.width, r.height) < 47.5)
  .map(([e, r]) => e.outerHTML.slice(0, 120))"""
UNNAMED = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden])')]
  .filter((e) => !(e.textContent || e.ariaLabel || [...(e.labels || [])].map((l) => l.textContent)
    .join('')).trim())
  .map((e) => e.outerHTML.slice(0, 120))"""
BARE = """() => [...document.querySelectorAll('main a[href], header a, footer a, button')]
  .filter((e) => !e.querySelector('svg, img, .face') && !e.matches('.tall, .trouble a'))
  .map((e) => e.outerHTML.slice(0, 120))"""
TWICE = """() => [...document.querySelectorAll('[id]')].map((e) => e.id)
  .filter((id, place, all) => all.indexOf(id) !== place)"""
LARGEST = "document.documentElement.classList.add('bigger')"


def pages(club: Club) -> list[str]:
    """Every page of the list, and one of each thing."""
    seen = club.services
    (committee,) = seen.directory.committees()
    ideas = [d.proposal for d in seen.decisions.register(committee.committee)]
    open_now = [i.proposal for i in seen.decisions.undecided(committee.committee, club.now)]
    jobs = [task.task for task in seen.tasks.tasks(committee.committee)]
    plan = seen.plans.plans(committee.committee)[0].plan
    return [
        *PATHS,
        *(f"/ideas/{one}" for one in (*ideas, *open_now)),
        *(f"/ideas/{one}/worries" for one in open_now),
        *(f"/why/{one}" for one in (*ideas, *open_now)),
        *(f"/jobs/{one}" for one in jobs),
        f"/jobs/{jobs[1]}/not-needed",
        f"/plan/{plan}/lines/new",
        *(f"/plan/{plan}?at={day}" for day in ("2026-05-07", "2026-05-15")),
        f"/why/record/{plan}/1",
        f"/why/people/{club.people['Asha']}",
        f"/ideas/{open_now[-1]}/opening",
    ]


def test_every_page_fits_a_small_screen_with_the_largest_words(
    browser: Browser, club: Club
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 740})
    page = context.new_page()
    club.enter(page, "Asha")
    found: list[str] = []
    for path in pages(club):
        page.goto(club.address + path)
        found += [f"{path} is too wide"] if page.evaluate(TOO_WIDE) else []
        found += [f"{path} {what}" for what in page.evaluate(SMALL)]
        found += [f"{path} has no name: {what}" for what in page.evaluate(UNNAMED)]
        found += [f"{path} has no picture: {what}" for what in page.evaluate(BARE)]
        found += [f"{path} has twice: {what}" for what in page.evaluate(TWICE)]
        page.evaluate(LARGEST)
        found += [f"{path} is too wide with large words"] if page.evaluate(TOO_WIDE) else []
    context.close()
    assert found == []
