"""The finer terms of a rule, as a page offers them: who votes, how many, in which order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from domain.kinds import Seat, Shown
from domain.voting.methods import USUAL_THRESHOLD, WEIGHED, Base, Method, Tie
from domain.voting.quorum import AtLeast, MoreThan, OverDefault
from domain.voting.rule import Rule
from domain.voting.terms import CountedIn, Early
from web.seen.plans import Pick

SURE = "Yes, when no vote can change it"
AS_NOW = "now"
"""Where our rule says something that this page does not offer: it stays so."""


@dataclass(frozen=True, slots=True)
class Way:
    """One answer, and what a rule says by it."""

    value: str
    words: str
    picture: str
    says: Any


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a rule can say, and the answers to it. The first is what is usual."""

    name: str
    field: str
    """What it is called in a rule."""
    asks: str
    ways: tuple[Way, ...]
    of: frozenset[Method] = frozenset(Method)
    """The ways to count of which it is asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question on the page."""

    name: str
    asks: str
    picks: list[Pick]
    picked: str

    @property
    def now(self) -> Pick:
        """The answer that is picked."""
        return next(one for one in self.picks if one.value == self.picked)


PARTS = (
    Part(
        "base",
        "base",
        "Which votes do we count?",
        (
            Way("cast", "Only YES and NO", "vote", Base.CAST),
            Way("present", "All votes, NOT SURE too", "unsure", Base.PRESENT),
            Way("entitled", "All of us, who does not vote too", "people", Base.ENTITLED),
        ),
        of=frozenset(USUAL_THRESHOLD),
    ),
    Part(
        "voters",
        "voters",
        "Who may vote?",
        (
            Way("all", "All who have a vote", "people", ()),
            Way("members", "Only members", "person", (Seat.MEMBER,)),
        ),
    ),
    Part(
        "votes",
        "weights",
        "How many votes do people have?",
        (
            Way("one", "One vote each", "person", {}),
            Way("two", "Members have 2 votes each", "people", {Seat.MEMBER: 2}),
            Way("three", "Members have 3 votes each", "people", {Seat.MEMBER: 3}),
        ),
        of=WEIGHED,
    ),
    Part(
        "quorum",
        "quorum",
        "Who has to take part?",
        (
            Way("anybody", "Whoever votes is enough", "person", ()),
            Way("half", "Half of us", "people", (AtLeast(at_least=Fraction(1, 2), of="entitled"),)),
            Way(
                *("more", "More members than staff", "fair"),
                (MoreThan(more=Seat.MEMBER, than=Seat.STAFF),),
            ),
            Way("four", "At least 4 members", "people", (AtLeast(at_least=4, of=Seat.MEMBER),)),
        ),
    ),
    Part(
        "last",
        "last",
        "Who votes last?",
        (
            Way("nobody", "All can vote at any time", "hand", ()),
            Way("staff", "Staff vote last", "card", (Seat.STAFF,)),
        ),
    ),
    Part(
        "read",
        "days_to_read",
        "How long do we read first?",
        (
            Way("0", "We can vote at once", "hand", None),
            Way("2", "2 days", "clock", 2),
            Way("7", "7 days", "clock", 7),
        ),
    ),
    Part(
        "least",
        "least_days",
        "How long can people vote?",
        (
            Way("0", "As long as we pick", "clock", None),
            Way("3", "3 days or more", "clock", 3),
            Way("7", "7 days or more", "clock", 7),
        ),
    ),
    Part(
        "most",
        "most_days",
        "When must a vote end?",
        (
            Way("0", "When we close it", "hand", None),
            Way("7", "After 7 days", "clock", 7),
            Way("28", "After 4 weeks", "clock", 28),
        ),
    ),
    Part(
        "early",
        "early",
        "Can a vote end early?",
        (
            Way("no", "No", "cannot", ()),
            Way("voted", "Yes, when all have voted", "done", (Early.ALL_VOTED,)),
            Way("sure", SURE, "done", (Early.CERTAIN,)),
        ),
    ),
    Part(
        "shown",
        "shown",
        "When do we see how others vote?",
        (
            Way("soon", "As soon as they vote", "look", None),
            Way("end", "At the end", "wait", Shown.AT_CLOSING),
        ),
    ),
    Part(
        "proxies",
        "proxies",
        "May one vote for another?",
        (
            Way("no", "No", "cannot", None),
            Way("yes", "Yes, if they are asked", "people", says=True),
        ),
    ),
    Part(
        "tie",
        "tie",
        "What if it is a tie?",
        (
            Way("no", "Then it is not a yes", "cannot", Tie.NOT_PASSED),
            Way("chair", "The person who runs the meeting decides", "person", Tie.CHAIR),
            Way("lot", "We draw lots", "ask", Tie.LOT),
        ),
    ),
)


LIKED_BETTER = Part(
    "better",
    "quorum",
    "How many must like an idea better?",
    (
        Way("any", "Whoever votes is enough", "person", ()),
        Way("two", "At least 2 people", "people", (OverDefault(at_least=1),)),
        Way("three", "At least 3 people", "people", (OverDefault(at_least=2),)),
        Way("five", "At least 5 people", "people", (OverDefault(at_least=4),)),
    ),
)
"""How many have to put an idea before: we leave it as it is."""

MUCH_BETTER = Part(
    "ratio",
    "over_default",
    "And how many more than those who do not?",
    (
        Way("more", "More than do not", "vote", None),
        Way("twice", "More than 2 for each one", "people", Fraction(2)),
        Way("thrice", "More than 3 for each one", "people", Fraction(3)),
    ),
)

WHO_DECIDES = Part(
    "decide",
    "voters",
    "Who decides?",
    (
        Way("members", "All members together", "person", (Seat.MEMBER,)),
        Way("staff", "All staff together", "card", (Seat.STAFF,)),
        Way("all", "All who have a vote", "people", ()),
    ),
)

_USUAL = {part.name: part for part in PARTS}
_ELSE = {part.name: part for part in (LIKED_BETTER, MUCH_BETTER, WHO_DECIDES)}
LEFT_TO_SOME = ("read", "least", "most")


def asked_of(method: Method, picked: Mapping[str, str], ours: Rule | None) -> list[Asked]:
    """Each question with its answers, and which of them is picked so far."""
    like = _like(method, ours)
    return [_asked(part, picked.get(part.name, ""), like) for part in _parts(method)]


def finer(
    method: Method, picked: Mapping[str, str], ours: Rule | None, seed: int
) -> dict[str, Any]:
    """What a rule says by what was picked; what was not picked stays as it is now.

    Lots are drawn from the seed of our rule, else from this one.
    """
    like = _like(method, ours)
    kept = _kept(method, like)
    said = {part.field: _says(part, picked.get(part.name, ""), like) for part in _parts(method)}
    if not said.get("last"):
        kept.pop("last_part", None)
    if said.get("base") is not Base.ENTITLED:
        stays = kept.get("recused_in", ())
        kept["recused_in"] = tuple(one for one in stays if one is not CountedIn.BASE)
    if said.get("tie") is Tie.LOT and kept.get("seed") is None:
        kept["seed"] = seed
    return {**kept, **said}


def _parts(method: Method) -> list[Part]:
    """What is asked of a rule of this kind.

    By the Debian count, also how much better an idea must be. Where some decide for all, all of
    them have to say yes, so there is less to ask.
    """
    if method is Method.DELEGATED:
        return [WHO_DECIDES, *(part for part in PARTS if part.name in LEFT_TO_SOME)]
    if method in USUAL_THRESHOLD:
        return [*PARTS]
    some = [
        replace(part, ways=tuple(way for way in part.ways if way.words != SURE))
        for part in PARTS
        if method in part.of
    ]
    if method is not Method.DEBIAN:
        return some
    better = {"quorum": (LIKED_BETTER, MUCH_BETTER)}
    return [new for part in some for new in better.get(part.field, (part,))]


def _like(method: Method, ours: Rule | None) -> Rule | None:
    """Our rule, as far as one of this kind can say the same: only Debian's asks what is better."""
    if ours is None or ours.method is not Method.DEBIAN or method is Method.DEBIAN:
        return ours
    rest = tuple(one for one in ours.quorum if not isinstance(one, OverDefault))
    return ours.model_copy(update={"quorum": rest})


def is_known(picked: Mapping[str, str]) -> bool:
    """Whether all that was picked is on the page."""
    every = _USUAL | _ELSE
    return all(
        value in ("", AS_NOW, *(way.value for way in every[name].ways))
        for name, value in picked.items()
    )


def _asked(part: Part, picked: str, ours: Rule | None) -> Asked:
    now = _now(part, ours)
    picks = [Pick(way.value, way.words, way.picture) for way in part.ways]
    if now == AS_NOW:
        picks.insert(0, Pick(AS_NOW, "As it is now", "rule"))
    return Asked(part.name, part.asks, picks, picked or now)


def _says(part: Part, picked: str, ours: Rule | None) -> Any:
    now = _now(part, ours)
    value = picked or now
    if ours is not None and value == AS_NOW:
        return getattr(ours, part.field)
    return next((way.says for way in part.ways if way.value == value), part.ways[0].says)


def _now(part: Part, ours: Rule | None) -> str:
    """The answer that our rule gives; one of its own where it gives none of these."""
    says = getattr(ours, part.field) if ours else None
    if ours is None or says is None:
        return part.ways[0].value
    alike = (way.value for way in part.ways if way.says == says or not (way.says or says))
    return next(alike, AS_NOW)


def _kept(method: Method, ours: Rule | None) -> dict[str, Any]:
    """What our rule says beside this, such as who is drawn in a lot.

    More than half is more than half; of any other kind of share, ours stays.
    """
    if ours is None:
        return {}
    names = ["last_part", "seed", "recused_in"]
    if method in USUAL_THRESHOLD:
        names.append("seats")
    if method is ours.method:
        names += ["double", "most_choices", "most_points", "dots", "seats_to_fill"]
    if method is ours.method and method is not Method.MAJORITY:
        names += ["threshold", "strict"]
    return {name: getattr(ours, name) for name in names}
