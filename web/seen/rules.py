"""How we decide, and how we decided before: each rule in words, with what it does to us."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from flask import g, url_for

from domain.ids import CommitteeId
from domain.kinds import Seat
from domain.voting.quorum import AtLeast, MoreThan, QuorumCondition
from domain.voting.rule import Method, Rule
from domain.voting.say import rule_in_words
from projections.agreed_seen import AgreedRule
from web.clock import Moment
from web.seen.decided import ABOUT
from web.seen.effect import Effect, effect
from web.seen.explained import EXPLAINED, Explained
from web.seen.plans import Pick
from web.seen.record import address
from web.services import services

QUORUMS: dict[str, tuple[QuorumCondition, ...]] = {
    "anybody": (),
    "half": (AtLeast(at_least=Fraction(1, 2), of=Seat.MEMBER),),
    "more": (MoreThan(more=Seat.MEMBER, than=Seat.STAFF),),
}
WHO_VOTES = [
    Pick("anybody", "Whoever votes is enough", "person"),
    Pick("half", "At least half of the members", "people"),
    Pick("more", "More members than staff", "fair"),
]
FOR_ALL = (
    *(Method.MAJORITY, Method.SUPERMAJORITY, Method.DOUBLE_MAJORITY),
    *(Method.CONSENT, Method.CONSENSUS),
)
"""The ways that suit any question of yes or no, and so a whole committee."""


@dataclass(frozen=True, slots=True)
class OneWay:
    """A way to decide in a list."""

    title: str
    picture: str
    href: str


@dataclass(frozen=True, slots=True)
class OneRule:
    """A rule that the committee has or had."""

    words: str
    picture: str
    covers: str
    since: Moment
    until: Moment | None
    href: str
    way: OneWay


@dataclass(frozen=True, slots=True)
class RulesPage:
    """What ``rules.html`` shows."""

    now: list[OneRule]
    before: list[OneRule]
    for_all: list[OneWay]
    of_many: list[OneWay]


@dataclass(frozen=True, slots=True)
class RulePage:
    """What ``rule.html`` shows."""

    rule: OneRule
    effect: Effect | None
    why: str
    is_now: bool


@dataclass(frozen=True, slots=True)
class WayPage:
    """What ``way.html`` shows."""

    method: str
    way: Explained
    quorum: str
    quorums: list[Pick]
    words: str
    effect: Effect | None
    may_ask: bool
    is_ours: bool


def rules_page(here: CommitteeId) -> RulesPage:
    """The rules in force, those before, and every way to decide."""
    found = [(one, _one(one)) for one in services().mandates.rules(here)]
    return RulesPage(
        now=[shown for one, shown in found if one.until is None],
        before=[shown for one, shown in reversed(found) if one.until],
        for_all=[_way(one) for one in EXPLAINED if one in FOR_ALL],
        of_many=[_way(one) for one in EXPLAINED if one not in FOR_ALL],
    )


def rule_page(here: CommitteeId, one: AgreedRule) -> RulePage:
    """One rule, what it does to us, and who decided it."""
    is_now = one.until is None
    shown = effect(here, one.terms) if is_now else None
    return RulePage(_one(one), shown, address(one.event), is_now)


def way_page(here: CommitteeId, method: Method, quorum: str) -> WayPage:
    """One way to decide, and what it would do to us."""
    terms = terms_of(method, quorum)
    ours = services().directory.rule(here)
    return WayPage(
        method=method.value,
        way=EXPLAINED[method],
        quorum=quorum,
        quorums=WHO_VOTES,
        words=rule_in_words(terms),
        effect=effect(here, terms),
        may_ask=method in FOR_ALL,
        is_ours=ours is not None and ours.terms == terms,
    )


def terms_of(method: Method, quorum: str) -> Rule:
    """The rule that a page offers by this name."""
    double = (Seat.MEMBER,) if method is Method.DOUBLE_MAJORITY else ()
    asked = QUORUMS[quorum] if method in FOR_ALL else ()
    return Rule(method=method, quorum=asked, double=double)


def _one(one: AgreedRule) -> OneRule:
    way = _way(one.terms.method)
    return OneRule(
        words=rule_in_words(one.terms),
        picture=way.picture,
        covers=_covers(one),
        since=g.clock.tell(one.since, to_the_day=True),
        until=g.clock.tell(one.until, to_the_day=True) if one.until else None,
        href=url_for("rules.show", rule=one.rule),
        way=way,
    )


def _way(method: Method) -> OneWay:
    way = EXPLAINED[method]
    return OneWay(way.title, way.picture, url_for("rules.way", method=method.value))


def _covers(one: AgreedRule) -> str:
    about: Sequence[str] = [ABOUT[domain][0] for domain in one.domains if domain in ABOUT]
    return f"For: {', '.join(about)}" if about else ""
