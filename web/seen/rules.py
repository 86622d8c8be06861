"""How we decide, and how we decided before: each rule in words, with what it does to us."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from flask import g, url_for

from domain.ids import CommitteeId
from domain.kinds import Seat
from domain.voting.electorate import a_voter
from domain.voting.fits import problems_with
from domain.voting.nearest import chooses
from domain.voting.rule import Method, Rule
from domain.voting.say import finer_sentences, rule_in_words
from projections.agreed_seen import AgreedRule
from projections.rule_for import things
from web.clock import Moment
from web.seen.covers import asked_for, questions_of, things_of, value_of
from web.seen.effect import Effect, effect
from web.seen.explained import EXPLAINED, Explained
from web.seen.finer import Asked, asked_of, finer
from web.seen.how_it_goes import how_it_goes
from web.seen.lots import Lots, lots_of
from web.seen.new_rule import ours_like, what_for
from web.seen.record import address
from web.services import services

A_MILLION = 1_000_000
"""Lots are drawn from a number below it, which a committee has before anybody votes."""

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

    @property
    def first(self) -> str:
        """How it goes, in one sentence."""
        return self._sentences[0]

    @property
    def more(self) -> list[str]:
        """What else it says."""
        return self._sentences[1:]

    @property
    def _sentences(self) -> list[str]:
        return re.split(r"(?<=\.) (?=[A-Z0-9])", self.words)


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
    goes: Explained
    effect: Effect | None
    why: str
    is_now: bool
    id: str
    usual: str
    """Our usual rule, where this one is for some things only and holds."""
    lots: Lots | None = None


@dataclass(frozen=True, slots=True)
class WayPage:
    """What ``way.html`` shows."""

    method: str
    way: Explained
    picked: dict[str, str]
    more: list[Asked]
    says_more: bool
    """Whether something was picked, so that the finer terms stand open."""
    terms: Rule
    words: str
    finer: str
    wrong: dict[str, str]
    """Why nothing can be decided like this."""
    effect: Effect | None
    is_ours: bool
    about: str
    """For which things it would be, where not for all."""
    only: list[str]


def rules_page(here: CommitteeId) -> RulesPage:
    """The rules in force, the usual one first, those before, and every way to decide."""
    found = [(one, _one(one)) for one in services().mandates.rules(here)]
    now = [shown for one, shown in found if one.until is None]
    return RulesPage(
        now=sorted(now, key=lambda shown: bool(shown.covers)),
        before=[shown for one, shown in reversed(found) if one.until],
        for_all=[_way(one) for one in EXPLAINED if one in FOR_ALL],
        of_many=[_way(one) for one in EXPLAINED if one not in FOR_ALL],
    )


def rule_page(here: CommitteeId, one: AgreedRule) -> RulePage:
    """One rule, what it does to us, and who decided it."""
    is_now = one.until is None
    shown = effect(here, one.terms) if is_now else None
    special = is_now and bool(one.domains or one.stakes)
    usual = ours_like(here, one.terms.method) if special else None
    return RulePage(
        rule=_one(one),
        goes=how_it_goes(one.terms),
        effect=shown,
        why=address(one.event),
        is_now=is_now,
        id=str(one.rule),
        usual=rule_in_words(usual) if usual else "",
        lots=lots_of(one.terms),
    )


def way_page(here: CommitteeId, method: Method, said: Mapping[str, str]) -> WayPage:
    """One way to decide with these terms, and what it would do to us."""
    asked = questions_of(said.get("covers", ""))
    ours = ours_like(here, method, asked)
    terms = terms_of(method, said, ours, here.int % A_MILLION)
    more = [asked_for(said.get("covers", "")), *asked_of(method, said, ours)]
    return WayPage(
        method=method.value,
        way=how_it_goes(terms),
        picked={one.name: one.picked for one in more},
        more=more,
        says_more=any(said.values()),
        terms=terms,
        words=rule_in_words(terms),
        finer=" ".join(finer_sentences(terms)),
        wrong=_wrong(here, terms),
        effect=None if terms.problems() else effect(here, terms),
        is_ours=ours == terms,
        about=things_of(asked),
        only=what_for(here, method, asked),
    )


def terms_of(method: Method, said: Mapping[str, str], ours: Rule | None, seed: int) -> Rule:
    """The rule that a page offers by this name, with the terms that were picked."""
    double = (Seat.MEMBER,) if method is Method.DOUBLE_MAJORITY else ()
    more = finer(method, said, ours, seed)
    return Rule(**{"method": method, "double": double, **more})


def _wrong(here: CommitteeId, terms: Rule) -> dict[str, str]:
    """Why no vote can be held by it, or nothing could pass with those who sit here now."""
    voters = [
        a_voter(one.person, one.seat, terms.weight_of(one.person, one.seat))
        for one in services().directory.members(here)
        if one.voting and terms.lets_vote(one.seat)
    ]
    problems = terms.problems() or list(problems_with(terms, voters))
    return {"more": " ".join(problems)} if problems else {}


def _one(one: AgreedRule) -> OneRule:
    way = _way(one.terms.method, value_of(one))
    return OneRule(
        words=rule_in_words(one.terms),
        picture=way.picture,
        covers=_covers(one),
        since=g.clock.tell(one.since, to_the_day=True),
        until=g.clock.tell(one.until, to_the_day=True) if one.until else None,
        href=url_for("rules.show", rule=one.rule),
        way=way,
    )


def _way(method: Method, covers: str = "") -> OneWay:
    way = EXPLAINED[method]
    href = url_for("rules.way", method=method.value, covers=covers or None)
    return OneWay(way.title, way.picture, href)


def _covers(one: AgreedRule) -> str:
    about = things(one.domains, one.stakes)
    if not chooses(one.terms):
        return f"For {about}" if about else ""
    return f"For {about}: one of many ideas" if about else "One of many ideas"
