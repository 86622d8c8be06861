"""Invented times to look back to, and what has changed since then."""

from types import SimpleNamespace as Thing

from tests.browser.design.invented.people import JUNE, when


def choice(words: str, on: Thing | None, picture: str, *, current: bool = False) -> Thing:
    return Thing(words=words, on=on, picture=picture, href="plan_past.html", current=current)


MET, CHANGED = when("Thursday 28 May", "2026-05-28"), when("Sunday 17 May", "2026-05-17")


def times(*, past: bool = False, late: bool = False) -> Thing:
    """A page about now, or about the time after a meeting."""
    then = Thing(
        sentence="It was like this on Thursday 28 May, after we last met.",
        short="Thursday 28 May",
        now="plan.html",
        before=choice("before a change", CHANGED, "change"),
        after=choice("when we decided “DJ Sam in July”", JUNE, "decided"),
        other=choice("See what we knew then", None, "look") if late else None,
    )
    return Thing(
        past=then if past else None,
        choices=[
            choice("As it is now", None, "clock", current=not past),
            choice("when we decided “DJ Sam in July”", JUNE, "decided"),
            choice("after we last met", MET, "talk", current=past),
            choice("before the last change", CHANGED, "change"),
        ],
        action="#main",
        kept={"by": "time"},
        day="2026-05-28" if past else "",
        last_day="2026-06-03",
    )


def change(label: str, then: str, now: str, sentence: str, about: str = "") -> Thing:
    return Thing(
        label=label,
        about=about,
        then=then,
        now=now,
        sentence=sentence,
        on=JUNE,
        href="chain.html",
    )


SINCE = [
    change("Music", "", "DJ Sam, from 8", "Ben wrote in the plan: Music: DJ Sam, from 8."),
    change("Food", "Pizza", "Curry", "Cara wrote in the plan: Food: Curry."),
    change("Games", "Table tennis", "", "Asha took a line out of the plan."),
]
JOBS_SINCE = [
    change("Open the door", "Jo", "Asha", "Asha accepted the job from Jo.", "Who does it"),
    change("Clear up", "Nobody", "Ben and Dev", "Ben took the job.", "Who does it"),
]
