"""How a test looks at pages of the past, and what it needs to have happened."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

from werkzeug.test import TestResponse

from domain.act import Act
from domain.ids import LineId, PlanId
from domain.kinds import Precision
from tests.web.club import Club


def main(page: TestResponse) -> str:
    """The part of a page that is its own."""
    text = plain(page)
    return text[text.index("<main") : text.index("</main>")]


def plain(page: TestResponse) -> str:
    """A page without the marks that keep words of any script apart."""
    return re.sub(r"</?bdi>", "", page.text)


def leads(page: TestResponse, words: str) -> str:
    """Where the press leads that begins with these words."""
    found = re.search(
        rf'<a [^>]*href="([^"]+)"[^>]*>(?:<svg.*?</svg>)?\s*(?:<span>)?{words}', plain(page)
    )
    assert found, words
    return unescape(found[1])


def stop(page: TestResponse, words: str) -> str:
    """Where the named stop leads that has these words behind its day."""
    found = re.search(
        rf'<a [^>]*href="([^"]+)"[^>]*><svg.*?</svg>\s*<span><time[^>]*>[^<]*</time>, '
        rf"<small>{words}</small>",
        plain(page),
    )
    assert found, words
    return unescape(found[1])


def link_with(page: TestResponse, words: str) -> str:
    """Where the press leads in whose words these stand."""
    found = re.search(rf'<a [^>]*href="([^"]+)"(?:(?!</a>).)*?{words}', plain(page), re.DOTALL)
    assert found
    return found[1]


def step(page: TestResponse, arrow: str) -> str:
    """Where the arrow leads that points back, or on; empty where there is none."""
    found = re.search(rf'href="([^"]+)"><svg[^>]*><use href="[^"]+#{arrow}"', main(page))
    return unescape(found[1]) if found else ""


def write(club: Club, plan: PlanId, label: str, value: str) -> LineId:
    """A line of a plan, written anew if it is there."""
    seen = club.services.plans.plan(plan)
    old = [line.line for line in seen.lines if line.label == label] if seen else []
    cited = club.reason(f"{label}: {value}")
    line = next(iter(old), None)
    return club.does.write_line(club.act("Ben"), plan, label, value, line=line, authority=cited)


def meet(club: Club, act: Act | None = None) -> None:
    """A meeting of an hour."""
    act = act or club.act("Asha")
    meeting = club.does.hold_meeting(act, club.here)
    later = act.happened_at + timedelta(hours=1)
    recorded = max(act.recorded_at, later)
    club.does.close_meeting(replace(act, recorded_at=recorded, occurred_at=later), meeting)


def told_late(club: Club, days: float) -> Act:
    """Something that happened so many days ago, and is written down only now."""
    then = club.clock.now - timedelta(days=days)
    return replace(club.act("Asha"), occurred_at=then, occurred_to=Precision.MINUTE)


def changed(page: TestResponse) -> list[str]:
    """What each line of the comparison says, one cell after the other."""
    table = main(page).partition("<tbody")[2].partition("</tbody>")[0]
    shown = re.sub(r'<b class="narrow"[^>]*>.*?</b>|<small>.*?</small>|<a .*?</a>', "", table)
    cells = re.findall(r"(?s)<t[hd][^>]*>(.*?)</t[hd]>", shown)
    told = [" ".join(unescape(cell).split()) for cell in cells]
    return [" | ".join(told[i : i + 4]) for i in range(0, len(told), 4)]


def a_plan(club: Club) -> PlanId:
    """A plan that said something else before: Tuesday, Wednesday and Thursday of one week."""
    plan = club.plan()
    club.clock.on(hours=1)
    write(club, plan, "Music", "DJ Sam")
    club.clock.on(days=1)
    meet(club)
    club.clock.on(days=1)
    write(club, plan, "Music", "DJ Femi")
    club.clock.on(days=1)
    return plan
