"""Stops in time as a page shows them: named ones to press, and a day of one's own choice."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

from flask import g, url_for

from domain.ids import CommitteeId
from projections.meetings_seen import HeldSeen
from projections.stops import Stop
from web.clock import Moment
from web.services import services
from web.stops import A_SECOND, AskedStop, Axis, end_of, in_address

SHOWN = 5
MEETINGS = 3


@dataclass(frozen=True, slots=True)
class Named:
    """A moment that people remember by what happened then."""

    at: datetime
    words: str
    picture: str
    on: Moment
    is_listed: bool = True
    """Whether it stands in the list; the others are reached step by step."""

    @classmethod
    def before(cls, change: datetime, words: str, *, is_last: bool) -> Self:
        """The moment before something changed."""
        on = g.clock.tell(change, to_the_day=True)
        return cls(change - A_SECOND, words, "change", on, is_last)

    @classmethod
    def met(cls, held: HeldSeen, *, is_last: bool, is_listed: bool) -> Self:
        """The end of a meeting; of its day, where nobody wrote down the hour."""
        day = held.began.astimezone(g.clock.zone).date()
        over = held.ended if held.ended and not held.to_the_day else end_of(day)
        words = "after we last met" if is_last else "after we met"
        return cls(over, words, "talk", g.clock.tell_day(day), is_listed)

    @classmethod
    def decided(cls, at: datetime, title: str) -> Self:
        """The moment of a decision."""
        on = g.clock.tell(at, to_the_day=True)
        return cls(at, f"when we decided “{title}”", "decided", on)


@dataclass(frozen=True, slots=True)
class Choice:
    """A stop to press."""

    words: str
    on: Moment | None
    picture: str
    href: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """What a page of the past says before everything else. ``other`` is the other way to look."""

    sentence: str
    short: str
    now: str
    before: Choice | None
    after: Choice | None
    other: Choice | None


@dataclass(frozen=True, slots=True)
class Times:
    """All about time on one page; ``kept`` goes along when a day is picked."""

    past: Past | None
    choices: list[Choice]
    action: str
    kept: dict[str, str]
    day: str
    last_day: str


class Place:
    """A page that can be looked at as it was."""

    def __init__(self, asked: AskedStop, endpoint: str, **values: Any) -> None:
        self.asked = asked
        self._endpoint, self._values = endpoint, values

    @property
    def now(self) -> str:
        """Its address without a time."""
        return url_for(self._endpoint, **self._values)

    @property
    def here(self) -> str:
        """Its address at this stop."""
        return self.now if self.asked.is_now else self._at(self.asked.in_address, self.asked.axis)

    def _at(self, when: str, axis: Axis) -> str:
        stop: dict[str, Any] = {axis: when}
        return url_for(self._endpoint, **self._values, **stop)

    def times(self, named: Iterable[Named], look: Callable[[Stop], object]) -> Times:
        """Its stops, the latest first; ``look`` is what would be seen at one."""
        stops = _in_order(stop for stop in named if stop.at < g.clock.now)
        listed = _told_apart(stop for stop in stops if stop.is_listed)
        address = urlsplit(self.now)
        return Times(
            past=None if self.asked.is_now else self._past(stops, look),
            choices=[self._now(), *(self._choice(stop) for stop in listed[:SHOWN])],
            action=address.path,
            kept=dict(parse_qsl(address.query)),
            day="" if self.asked.is_now else self.asked.clock.today.isoformat(),
            last_day=g.clock.today.isoformat(),
        )

    def _past(self, stops: list[Named], look: Callable[[Stop], object]) -> Past:
        asked = self.asked
        here = next((stop for stop in stops if self._is_at(stop)), None)
        when = f"on {here.on.words}, {here.words}" if here else asked.in_words
        began = "It was like this" if asked.axis == "at" else "We knew this"
        earlier = (stop for stop in stops if stop.at < asked.moment and stop is not here)
        later = [stop for stop in stops if stop.at > asked.moment and stop is not here]
        return Past(
            sentence=f"{began} {when}.",
            short=here.on.words if here else asked.told.words,
            now=self.now,
            before=next((self._choice(stop) for stop in earlier), None),
            after=self._choice(later[-1]) if later else self._now(),
            other=self._other(look),
        )

    def _other(self, look: Callable[[Stop], object]) -> Choice | None:
        """How it was beside what we knew, where that is not the same."""
        asked = self.asked
        if asked.on_other_axis is None or look(asked.stop) == look(asked.on_other_axis):
            return None
        if asked.axis == "at":
            href = self._at(asked.in_address, "known")
            return Choice("See what we knew then", None, "look", href)
        return Choice("See how it was then", None, "look", self._at(asked.in_address, "at"))

    def _now(self) -> Choice:
        return Choice("As it is now", None, "clock", self.now, self.asked.is_now)

    def _choice(self, stop: Named) -> Choice:
        href = self._at(in_address(stop.at), self.asked.axis)
        return Choice(stop.words, stop.on, stop.picture, href, self._is_at(stop))

    def _is_at(self, stop: Named) -> bool:
        return not self.asked.is_now and _second(stop.at) == _second(self.asked.moment)


CHANGES = "before the last change", "before a change"
DECISIONS = "before we last decided", "before we decided"


def changes(
    last: datetime | None,
    others: Iterable[datetime | None],
    words: tuple[str, str] = CHANGES,
) -> list[Named]:
    """Before each of these changes; only the last one of all stands in the list."""
    last_one, any_one = words
    named = [Named.before(change, any_one, is_last=False) for change in others if change]
    return [*named, *([Named.before(last, last_one, is_last=True)] if last else [])]


def meetings(
    committee: CommitteeId, asked: AskedStop, until: datetime | None = None
) -> list[Named]:
    """After the last meetings (until some moment), and after those that lie next to the stop."""
    ask = services().meetings
    last = ask.held(committee, MEETINGS, at=until)
    near = [] if asked.is_now else ask.held(committee, 2, at=asked.moment)
    following = None if asked.is_now else ask.held_after(committee, asked.moment)
    near += [following] if following else []
    return [
        *(Named.met(held, is_last=False, is_listed=False) for held in near),
        *(
            Named.met(held, is_last=not n and until is None, is_listed=True)
            for n, held in enumerate(last)
        ),
    ]


def _in_order(named: Iterable[Named]) -> list[Named]:
    """The latest first, one for each moment: a later one of this list instead of an earlier."""
    by_moment = {_second(stop.at): stop for stop in named}
    return [by_moment[moment] for moment in sorted(by_moment, reverse=True)]


def _told_apart(stops: Iterable[Named]) -> list[Named]:
    """The last of those that would have the same words: two changes of one day, say."""
    by_words: dict[tuple[str, str], Named] = {}
    for stop in stops:
        by_words.setdefault((stop.on.words, stop.words), stop)
    return [*by_words.values()]


def _second(moment: datetime) -> int:
    return int(moment.timestamp())
