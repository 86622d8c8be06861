"""What the parts of a measure are called on a page, in plain words and with their unit."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from domain.kinds import Domain, Promise, Route, Seat
from projections.power.measure import things
from web.seen.abouts import ABOUT

GROUPS = {
    Seat.MEMBER: "members",
    Seat.STAFF: "staff",
    Seat.TRUSTEE: "trustees",
    Seat.VOLUNTEER: "volunteers",
    Seat.OBSERVER: "people who look on",
}
ROUTES = {
    Route.VOTE: "by a vote",
    Route.CONSENT: "nobody said stop",
    Route.CONSENSUS: "we all agreed",
    Route.DELEGATED_MEMBER: "a member, as agreed",
    Route.DELEGATED_JOINT: "some of us, as agreed",
    Route.DELEGATED_STAFF: "staff, as agreed",
    Route.URGENT: "in a hurry",
    Route.STEP_IN: "staff stepped in",
    Route.STAFF_ALONE: "staff alone",
    Route.TRUSTEES: "the trustees",
    Route.UNDOCUMENTED: "nobody wrote it down",
}
DOMAINS = {one: words.lower() for one, (words, _) in ABOUT.items()}
PROMISES = {
    Promise.INFORM: "we tell you",
    Promise.CONSULT: "we ask you",
    Promise.INVOLVE: "you can change it",
    Promise.DECIDE_TOGETHER: "decide together",
    Promise.MEMBERS_DECIDE: "members decide",
}
ROLES = {
    "chair": "run the meeting",
    "minutes": "write it down",
    "agenda": "make the list",
    "time": "watch the time",
    "access": "see that all can join in",
}
SIZES = {"1": "small", "2": "bigger", "3": "the biggest"}
CAUSES = {"transport": "getting there", "time": "no time", "format": "not in a form for them"}

WORDS: Mapping[str, Mapping[str, str]] = {
    "A4": {"said": "members who said something", "disputes": "lines that somebody said are wrong"},
    "A2": {"nobody said when": "lines of which nobody said when"},
    "A3": {"nobody said who pressed": "votes of which nobody said who pressed"},
    "B1": {
        "nobody said whose": "ideas of which nobody said whose",
        "by people who do not sit here": "brought by others",
        "by member, but staff wrote it down": "from members, but staff wrote them down",
        "members here": "members in our group",
        "people here": "people in our group",
    },
    "B4": {
        "nobody said who wrote them": "choices where nobody said who wrote the answers",
        "choices between answers": "choices with more than one answer",
        "votes for answers that lost": "votes for answers that lost",
    },
    "B5": {
        "what members said": "things that members said",
        "built in, as told": "worries that were built in",
    },
    "B7": {"not in this table": "not in this table"},
    "C0": {
        "route": "not a shared way to decide",
        "right": "no right that holds",
        "staff could not pass it alone": "staff could pass it alone",
        "time": "not enough time to read",
        "reason": "no reason was given",
        "not undone past the committee": "undone later, and not by us",
        "weight shared": "shared, when big ones count more",
        "weight of all": "all, when big ones count more",
    },
    "C0w": {"choices": "choices in all"},
    "C2": {
        "staff can pass alone": "staff alone could say yes",
        "staff can block alone": "staff alone could stop it",
        "members can pass alone": "members alone could say yes",
        "members can block alone": "members alone could stop it",
        "not known": "we do not know",
    },
    "C3": {
        "choices with votes that we know": "choices with votes that we know",
        "votes of staff": "votes of staff",
        "votes of staff that tipped it alone": "votes of one of staff that tipped it",
        "choices that staff tipped as a group": "choices that staff tipped together",
        "votes of members": "votes of members",
        "votes of members that tipped it alone": "votes of one member that tipped it",
        "choices that members tipped as a group": "choices that members tipped together",
    },
    "C4": {
        "votes of staff": "votes of staff",
        "votes of staff that were done": "votes of staff that came true",
    },
    "C6": {
        "as staff, after seeing it": "votes like staff, after they saw it",
        "votes after seeing it": "all votes after they saw it",
        "as staff, without seeing it": "votes like staff, when they did not see it",
        "votes without seeing it": "all votes when they did not see it",
    },
    "C7": {"choices without a no": "choices without a NO", "of the last": "choices we looked at"},
    "C8": {
        "with a reason": "with a reason",
        "with a ground": "for one of the agreed grounds",
        "looked at in time": "looked at in time",
        "again on the same thing": "again about the same thing",
        "found: right": "we found: it was right",
        "found: partly right": "we found: it was partly right",
        "found: not right": "we found: it was not right",
        "something changed": "something changed because of it",
    },
    "C9": {"days after, half of them": "half of them held no longer than"},
    "C10": {
        "agreed in time": "agreed in time",
        "agreed too late": "agreed too late",
        "agreed to by others": "others agreed, not we",
        "not agreed": "not agreed",
        "no answer": "no answer",
        "no day was named": "no day was named",
    },
    "C11": {
        "no right named": "no right was named",
        "the right did not hold then": "the right did not hold then",
        "somebody else’s right": "it was the right of someone else",
        "about something else": "the right was about other things",
        "over the limit": "over the limit",
        "nobody wrote down how": "choices where nobody wrote down how",
    },
    "D1": {"meetings": "meetings"},
    "D2": {
        "helper picked by the voter": "the voter picked the helper",
        "helper without a side": "the helper took no side",
        "own words read back": "the helper read it back",
    },
    "D4": {
        "integrated": "built into the idea",
        "explained": "explained",
        "withdrawn": "taken back",
        "overruled": "set aside",
        "not stated": "nobody said how it ended",
        "open": "still open",
        "raised by members": "worries of members",
        "raised by members, overruled by staff": "worries of members that staff set aside",
    },
    "D5": {
        "answered": "answered",
        "waiting": "still waiting",
        "days that the oldest waits": "the oldest waits",
        "days, staff": "staff waited for",
    },
    "D6": {"waiting": "still waiting", "days until it was there": "half were there after"},
    "E9": {
        "were helped": "people who were helped",
        "did it alone later": "then did it alone",
        "help now": "now help others",
    },
    "TLAP": {
        "co-production": "made together, from start to end",
        "co-design": "planned together, staff do it",
        "engagement": "others decided, we changed it",
        "consultation": "others decided, we were asked",
        "informing": "others decided, we were told",
        "not told": "nobody told us",
        "not enough recorded": "not enough is written down",
    },
}
"""Measure -> its parts, as it names them -> in plain words."""

SEAT = "member|staff|trustee|volunteer|observer"
Say = Callable[[re.Match[str]], str]


class Pattern(NamedTuple):
    """Names that are put together, and how they are said."""

    of: frozenset[str]
    name: re.Pattern[str]
    say: Say


def _pattern(of: str, name: str, say: Say) -> Pattern:
    return Pattern(frozenset(of.split()), re.compile(name), say)


def _group(seat: str) -> str:
    return GROUPS[Seat(seat)]


def _route(name: str) -> str:
    return "we do not know" if name == "not known" else ROUTES[Route(name)]


PATTERNS = (
    _pattern("B1", rf"by ({SEAT})", lambda m: f"brought by {_group(m[1])}"),
    _pattern(
        "B1w",
        r"ideas of size (\d), (members|everybody)",
        lambda m: f"{SIZES[m[1]]} ideas, {'of members' if m[2] == 'members' else 'of all'}",
    ),
    _pattern("B1w", "(nobody said how big|nobody said whose)", lambda m: m[1]),
    _pattern("B2", rf"(got a yes|decided), ({SEAT})", lambda m: f"{_group(m[2])}: {m[1]}"),
    _pattern(
        "B3", rf"days to an answer, ({SEAT})", lambda m: f"{_group(m[1])} had an answer after"
    ),
    _pattern(
        "B3",
        rf"kept off the list by ({SEAT}|people who do not sit here)",
        lambda m: f"kept off the list by {_by(m[1])}",
    ),
    _pattern("B3", rf"(.+), ({SEAT})", lambda m: f"{_group(m[2])}: {m[1]}"),
    _pattern("B4", rf"answers by ({SEAT}|None)", lambda m: f"answers that {_by(m[1])} wrote"),
    _pattern("B6", r"together, (.+)", lambda m: f"decided together: {DOMAINS[Domain(m[1])]}"),
    _pattern("B6", "(nobody said what about)", lambda m: f"{m[1]} it was"),
    _pattern("B7", r"(\w+ began), (\w+ decided)", lambda m: f"{m[1]} it, {m[2]} it"),
    _pattern("C1 C1w", "(.+)", lambda m: _route(m[1])),
    _pattern("C5", "not done: (.+)", lambda m: f"not as we wanted: {_route(m[1])}"),
    _pattern("C9", "by route: (.+)", lambda m: f"changed this way: {_route(m[1])}"),
    _pattern("C9", "(decided by .+, changed by .+)", lambda m: m[1].replace("not known", "others")),
    _pattern("C11", "beyond it: (.+)", lambda m: f"went too far: {m[1]}"),
    _pattern("C12", "promised: (.+)", lambda m: f"we promised: {PROMISES[Promise(m[1])]}"),
    _pattern("D1", "away: (.+)", lambda m: f"away: {CAUSES.get(m[1], m[1])}"),
    _pattern("E3", r"(\w+) to (\w+)", lambda m: f"from {m[1]} to {m[2]}"),
    _pattern("G1", r"(\w+), members", lambda m: f"{ROLES[m[1]]}: members"),
    _pattern("G1", r"(\w+), all", lambda m: f"{ROLES[m[1]]}: everybody"),
    _pattern(
        "G1", r"(\w+), longest run of one person", lambda m: f"{ROLES[m[1]]}: one person in a row"
    ),
    _pattern("G1", r"(\w+), as if so many shared it", lambda m: f"{ROLES[m[1]]}: as if shared by"),
    _pattern(
        "G1", r"(\w+), members who want a turn", lambda m: f"{ROLES[m[1]]}: members who want a turn"
    ),
)


def _by(name: str) -> str:
    return _group(name) if name in [*Seat] else "others"


def known_words(metric: str, name: str) -> str | None:
    """What this part is called; none where nobody has said it in plain words yet."""
    if (said := WORDS.get(metric, {}).get(name)) is not None:
        return said
    for pattern in PATTERNS:
        if metric in pattern.of and (found := pattern.name.fullmatch(name)):
            return pattern.say(found)
    return None


def part_words(metric: str, name: str) -> str:
    """What a part of a measure is called on a page; what has no plain words is called as it is."""
    return known_words(metric, name) or name


def part_number(name: str, number: int) -> str:
    """How many, and of what where that is not plain from its name."""
    if "days" in name:
        return things(number, "day")
    if name.endswith("longest run of one person"):
        return things(number, "meeting")
    if name.endswith("as if so many shared it"):
        return things(number, "person", "people")
    return str(number)
