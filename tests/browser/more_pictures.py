"""The last part of what is pictured: every kind of vote, rights and step-ins, as they stand."""

from playwright.sync_api import Page

from projections.stops import NOW as AS_IT_IS
from tests.browser.club import Club
from tests.browser.later_pictures import Take

MANY = 1000
ELSEWHERE = "Book club"
VOTES = (
    ("We visit the zoo", "vote-slips"),
    ("We go to the sea in August", "vote-for-another"),
    ("Ruth joins us", "vote-by-consent"),
    ("We sing at the start", "vote-hands"),
    ("We lock the back door", "vote-tie"),
    ("Two of three have to say yes", "vote-new-rule"),
    ("Where do we go in July?", "vote-pick"),
    ("Where do we go in August?", "vote-choose"),
    ("Where do we go in autumn?", "vote-points"),
    ("Where do we go in winter?", "vote-dots"),
    ("Where do we go in spring?", "vote-order"),
    ("Kim joins us", "result-consent"),
    ("Lou joins us", "result-worry"),
    ("Nobody may say no", "result-new-rule"),
    ("Last time: Where do we go in July?", "result-picks"),
    ("Last time: Where do we go in autumn?", "result-points"),
    ("Last time: Where do we go in winter?", "result-dots"),
    ("Last time: Where do we go in spring?", "result-schulze"),
    ("Last time: Where do we go next year?", "result-pairs"),
    ("Last time: Where do we go by bus?", "result-runoff"),
    ("Last time: Which two trips do we make?", "result-places"),
    ("Who will look after the money?", "who-stands"),
    ("Who will write down the money?", "vote-people"),
    ("Who will count the money?", "result-people"),
)
"""A question, and what its page is called among the pictures."""
AS_CHAIR = (
    ("We visit the zoo", "paper", "paper"),
    ("We visit the zoo", "paper/slips", "slips"),
    ("We go to the sea in August", "asking", "ask-another"),
    ("We sing at the start", "hands", "hands"),
    ("We lock the back door", "tie", "break-tie"),
    ("We meet in the garden", "closing", "closing-terms"),
    ("Ruth joins us", "worries", "worries-consent"),
    ("Ruth joins us", "staying-out", "staying-out"),
    ("Ruth joins us", "about-me", "about-me"),
    ("A plumber comes at once", "agree", "agree-waits"),
    ("Kim joins us", "reason", "reason"),
    ("We light a fire", "size", "size-rarely"),
    ("We light a fire", "not-now", "put-off"),
    ("We light a fire", "ask-others", "ask-others"),
    ("We light a fire", "opening", "opening-rarely"),
    ("We visit the zoo", "voters", "joining"),
    ("Who will look after the money?", "people", "name-people"),
)
"""Pages of a question that whoever runs the meetings may see."""
PLACES = (
    *("ideas/people", "practice/order", "practice/picks", "practice/points", "practice/dots"),
    *("people/committees", "meetings/new"),
)
"""Pages of nothing in particular."""
WAYS = ("majority", "consent", "dots", "schulze", "stv_scottish")


def addresses(club: Club) -> dict[str, str]:
    """Each question of the club -> where its page is."""
    ask, now = club.services.decisions, club.now
    here = next(
        one.committee for one in club.services.directory.committees() if "Book" not in one.name
    )
    waiting = ask.ideas(here, now, MANY, 0, "", *AS_IT_IS).some
    decided = [ask.proposal(one.proposal, now) for one in ask.register(here)]
    found = [*waiting, *(one for one in decided if one)]
    return {one.title: f"{club.address}/ideas/{one.proposal}" for one in found}


def deciding_in_every_way(page: Page, club: Club, take: Take) -> None:
    """Each kind of vote as a voter meets it, and what comes of each; then what the chair sees."""
    at = addresses(club)
    club.enter(page, "Ben")
    for title, name in VOTES:
        page.goto(at[title])
        take(name)
    page.goto(f"{at['We visit the zoo']}/paper/wrong")
    take("paper-wrong")
    page.goto(f"{at['We go to the sea in August']}/for/{club.people['Cara']}")
    take("voting-for")
    page.get_by_role("button", name="Finish and sign out").click()
    club.enter(page, "Asha")
    for title, path, name in AS_CHAIR:
        page.goto(f"{at[title]}/{path}")
        take(name)
    for path, name in (
        ("why/rules/", "rules"),
        *((f"why/ways/{way}", f"way-{way}") for way in WAYS),
        ("why/ways/majority?voters=members&quorum=half", "way-finer"),
        ("why/agreed/", "agreed"),
        ("why/agreed/F2", "agreed-one"),
        ("why/record/too-far", "too-far"),
    ):
        page.goto(f"{club.address}/{path}")
        take(name)


def rarely(page: Page, club: Club, take: Take) -> None:
    """What few people see, or not often: how it was counted, and a slip that is read."""
    at = addresses(club)
    page.goto(at["Last time: Where do we go by bus?"])
    page.get_by_text("See how we counted").click()
    take("counted")
    page.goto(f"{at['We visit the zoo']}/paper")
    page.get_by_role("link", name="Read a new slip").click()
    take("slip")
    for place in PLACES:
        page.goto(f"{club.address}/{place}")
        take(place.replace("/", "-").partition("?")[0])
    page.get_by_role("button", name="Finish and sign out").click()


def outside(page: Page, club: Club, take: Take) -> None:
    """What a trustee and somebody who looks on see of a vote, and what a trustee is asked."""
    at = addresses(club)
    for name in ("Ola", "Tess"):
        club.enter(page, name)
        for title in ("Where do we go in spring?", "Last time: Which two trips do we make?"):
            page.goto(at[title])
            take(f"{name.lower()}-{'result' if 'Last' in title else 'vote'}")
    for words in ("Give an answer", "Say if it goes on"):
        page.goto(f"{club.address}/?all=1")
        page.locator("main").get_by_role("link", name=words).first.click()
        take(words.lower().replace(" ", "-"))
    page.get_by_role("button", name="Finish and sign out").click()


def rights(page: Page, club: Club, take: Take) -> None:
    """What people may do alone and when staff stepped in: now, and at another time."""
    club.enter(page, "Asha")
    for place in ("alone", "step-ins"):
        page.goto(f"{club.address}/{place}/")
        take(f"{place}-more")
        for number, link in enumerate(_looks(page)):
            page.goto(f"{club.address}{link}")
            take(f"{place}-{number}")
    for place in ("alone", "step-ins", "meetings"):
        page.goto(f"{club.address}/{place}/?at=2026-01-20")
        take(f"old-{place}")
    page.get_by_role("button", name="Finish and sign out").click()


def _looks(page: Page) -> list[str]:
    return [
        str(link.get_attribute("href"))
        for link in page.locator("main .list").get_by_role("link", name="Look").all()
    ]


def by_night(page: Page, club: Club, take: Take) -> None:
    """The same by night."""
    at = addresses(club)
    club.enter(page, "Ben")
    page.goto(f"{club.address}/look")
    page.get_by_label("Dark").check()
    page.get_by_role("button", name="Keep this").click()
    for title, name in VOTES:
        page.goto(at[title])
        take(f"dark-{name}")
    for path in ("why/rules/", "why/ways/stv_scottish", "why/agreed/", "alone/new"):
        page.goto(f"{club.address}/{path}")
        take(f"dark-{path.strip('/').replace('/', '-')}")


MORE_WALKS = (deciding_in_every_way, rarely, outside, rights, by_night)
