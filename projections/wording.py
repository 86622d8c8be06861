"""What the sentences of the record have in common: names, quotation marks, lists and days."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from domain.events import Event
from domain.kinds import Format, NotAPerson, Seat
from domain.values import LocalMoment
from projections.naming import ERASED, ERASED_PERSON, NOBODY, UNNAMED, UNNAMED_PERSON

Names = Mapping[Any, str]
Words = Mapping[str, str]
Telling = Callable[[Any, Names, Words], str]

SOMEBODY = NOBODY[NotAPerson.UNKNOWN]
INSTEAD_OF_NAMES = (UNNAMED_PERSON, UNNAMED, ERASED_PERSON, ERASED)
CHAIR = "the chair"
STOPS = (".", "!", "?", "…")

SEATS = {
    Seat.MEMBER: "a member",
    Seat.STAFF: "staff",
    Seat.TRUSTEE: "a trustee",
    Seat.VOLUNTEER: "a volunteer",
    Seat.OBSERVER: "an observer",
}
OFFICES = tuple(f"{office} " for office in (CHAIR, "somebody", *SEATS.values()))
"""How people are told of where nobody is told by name."""
GROUPS = {
    Seat.MEMBER: "The members",
    Seat.STAFF: "The staff",
    Seat.TRUSTEE: "The trustees",
    Seat.VOLUNTEER: "The volunteers",
    Seat.OBSERVER: "The observers",
}


def capital(told: str) -> str:
    """A sentence begins with a capital; but people and groups write their names as they like."""
    return told[0].upper() + told[1:] if told.startswith((*INSTEAD_OF_NAMES, *OFFICES)) else told


def one_stop(told: str) -> str:
    """A sentence without the stop at its end, where the words before it bring their own."""
    before = told.removesuffix(".")
    return before if before.removesuffix("”").endswith(STOPS) else told


def quoted(words: str) -> str:
    """Words as somebody wrote them."""
    return f"“{words}”"


def the(event: Event, names: Names) -> str:
    """What this stream is about, in quotation marks."""
    return quoted(names[event.originator_id])


def titles(things: Iterable[Any], names: Names) -> list[str]:
    """What these are called, each in quotation marks."""
    return [quoted(names[thing]) for thing in things]


def listed(parts: Iterable[str]) -> str:
    """One, another and a third."""
    *most, last = [*parts] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def many(people: Iterable[Any], names: Names) -> str:
    """Everybody by name; or somebody, where nobody is named."""
    return listed(names[person] for person in people) or SOMEBODY


def saying(seal: str | None, words: Words) -> str:
    """The end of a sentence: somebody's words, where there are any and they are known."""
    said = words.get(seal or "")
    return "." if said is None else f": {quoted(said)}"


def day_in_words(day: date | datetime) -> str:
    """A day as people say it."""
    return f"{day:%-d %B %Y}"


def moment_in_words(moment: LocalMoment) -> str:
    """A day, and the time if it is known: 1 April 2026, 19:30."""
    return day_in_words(moment.day) + (f", {moment.at:%H:%M}" if moment.at else "")


def in_form(form: Format) -> str:
    """In which form something was given to people, if that is stated."""
    return "" if form is Format.NOT_STATED else f" ({form})"


def time_in_words(hours: int) -> str:
    """How long, in whole days where it is whole days."""
    number, unit = (hours // 24, "day") if hours % 24 == 0 else (hours, "hour")
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
