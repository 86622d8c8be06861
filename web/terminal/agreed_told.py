"""Rules, mandates and step-ins, for people to read."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from rich.console import RenderableType

from domain.voting.say import rule_in_words
from projections.agreed_seen import AgreedRule, BenchmarkSeen, MandateSeen, StepInSeen
from projections.committee_sentences import EACH, FOUND, GROUNDS, MAY, PEOPLE, measured_by
from projections.plan import in_words
from projections.wording import listed, quoted
from web.terminal import words
from web.terminal.parts import Facts
from web.terminal.printing import heading, indented, plain
from web.terminal.provenance import Provenance
from web.terminal.refs import Refs


def rules(
    group: str, agreed: Sequence[AgreedRule], grounds: Provenance
) -> Iterator[RenderableType]:
    """How a committee decides, and how it decided before."""
    yield heading(f"How {group} decides")
    if not agreed:
        yield plain("It has not agreed how it decides.")
    for one in agreed:
        until = f" until {words.day(one.until)}" if one.until else ", in force"
        yield plain("")
        yield plain(f"From {words.day(one.since)}{until}{_covers(one)}")
        yield indented(rule_in_words(one.terms))
        yield indented(f"Its id is {one.rule}.")
        yield from words.because(grounds.of(one.event).chain, one.authority)


def benchmarks(agreed: Sequence[BenchmarkSeen], grounds: Provenance) -> Iterator[RenderableType]:
    """What was agreed on for measures of the audit, since when, and who decided it."""
    if not agreed:
        return
    yield plain("")
    yield heading("What was agreed on beforehand")
    for one in agreed:
        said = measured_by(one.benchmark, one.value, one.hours)
        yield plain(f"{one.metric}: {said}, from {words.day(one.since)}")
        yield from words.because(grounds.of(one.event).chain, one.authority)


def _covers(rule: AgreedRule) -> str:
    """Which questions a rule is for, where it is not for all of them."""
    said = []
    if rule.domains:
        said.append(f"about {listed(one.value for one in rule.domains)}")
    if rule.stakes:
        said.append(f"of size {listed(str(one.value) for one in rule.stakes)}")
    return f", for questions {' and '.join(said)}" if said else ""


def mandates(
    refs: Refs, group: str, granted: Sequence[MandateSeen], grounds: Provenance
) -> Iterator[RenderableType]:
    """Who may decide what alone, and who could before."""
    yield heading(f"Mandates that {group} granted")
    if not granted:
        yield plain("It has granted none.")
    for one in granted:
        yield plain("")
        yield plain(f"{one.holder_name}: {one.words}")
        yield indented(f"{_standing(one)} Its name is {refs.of(one.mandate)}.")
        yield from map(indented, _may(one))
        yield from words.because(grounds.of(one.event).chain, one.authority)


def _standing(seen: MandateSeen) -> str:
    """From when to when, which version it is, and whether it holds."""
    told = f"Version {seen.version}. " if seen.version > 1 else ""
    told += f"From {seen.starts}"
    if seen.expires:
        told += f" to {seen.expires}"
    if seen.revoked_at:
        return f"{told}; taken back on {words.day(seen.revoked_at)}."
    if seen.renewed_on:
        told += f"; renewed from {seen.renewed_on}"
    return f"{told}. It holds." if seen.in_force else f"{told}. It does not hold."


def _may(seen: MandateSeen) -> Iterator[str]:
    for say, may in MAY.items():
        domains = [one.domain.value for one in seen.says if one.say is say]
        if domains:
            yield f"{seen.holder_name} may {may} {listed(domains)}."
    if seen.limit:
        yield f"For up to {in_words(seen.limit.money)} {EACH[seen.limit.per]}."


def step_ins(group: str, applied: Iterable[tuple[StepInSeen, Facts]]) -> Iterator[RenderableType]:
    """When staff stepped in, and what became of it."""
    yield heading(f"Step-ins on {group}")
    is_any = False
    for one, came in applied:
        is_any = True
        yield plain("")
        reason = f": {one.reason}" if one.reason else "."
        yield plain(
            f"{words.when(one.began)}  {one.name} stepped in {GROUNDS[one.grounds]}{reason}"
        )
        yield from map(indented, chain(_course(one), _came_of(one, came)))
    if not is_any:
        yield plain("Nobody has stepped in.")


def _course(seen: StepInSeen) -> Iterator[str]:
    """What became of a step-in."""
    if seen.touches:
        yield f"It was about {listed(seen.touches)}."
    if seen.lifted_at:
        yield f"It was ended on {words.when(seen.lifted_at)}."
    elif seen.ends:
        yield f"It {'ends' if seen.in_force else 'ended'} by itself on {words.when(seen.ends)}."
    else:
        yield "No end is stated."
    for one in seen.told:
        yield f"{PEOPLE[one.to]} heard of it on {words.when(one.at)}."
    if seen.told_late:
        yield "The committee was not told within 48 hours."
    for two in seen.reviews:
        yield f"Looked at on {words.when(two.at)}: it was {FOUND[two.finding]}."
    if seen.review_late:
        yield "It was not looked at within 14 days."


def _came_of(seen: StepInSeen, came: Facts) -> Iterator[str]:
    """What changed because of a step-in, and what may still change."""
    if seen.reviews and not came["led_to"]:
        yield "So far nothing changed because of it."
    for one in came["led_to"]:
        yield f"Because of it: {one['sentence']}"
    for idea in came["ideas"]:
        yield f"An idea because of it that is not decided: {quoted(idea['title'])}."
