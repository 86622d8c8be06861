"""What can be compared of a committee: its seats and roles, and what was agreed beforehand."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from domain.events import (
    MandateGranted,
    MandateRevoked,
    PersonLeft,
    PersonRemoved,
    PersonSeated,
    RoleHandoverAccepted,
    RoleHandoverReported,
    RoleLaidDown,
    RoleTaken,
    RoleTakenAway,
    StepInLifted,
    StepInReviewed,
    TermFixed,
)
from domain.ids import CommitteeId
from domain.kinds import Benchmark
from domain.voting.say import rule_in_words
from projections.agreed_seen import AgreedRule, BenchmarkSeen, MandateSeen, StepInSeen
from projections.aspects import Aspect, Kinds
from projections.committee_sentences import EACH, FOUND, MAY, measured_by
from projections.directory_seen import Member, RoleSeen
from projections.plan import in_words
from projections.wording import SEATS, day_in_words, listed, quoted

SEATED: Kinds = (PersonSeated, PersonLeft, PersonRemoved)
ROLE_HELD: Kinds = (
    RoleTaken,
    RoleLaidDown,
    RoleTakenAway,
    RoleHandoverAccepted,
    RoleHandoverReported,
)


def of_member(committee: CommitteeId, seen: Member) -> Iterator[Aspect]:
    """What somebody sits as, and until when."""
    here, seat = (committee,), SEATS[seen.seat]
    sits = f"Sits as {seat}{'' if seen.voting else ', without a vote'}"
    yield Aspect(seen.person, "seat", seen.name, sits, here, seen.event, SEATED)
    if seen.term_ends:
        until = f"Until {day_in_words(seen.term_ends)}"
        term = (TermFixed, PersonSeated)
        yield Aspect(seen.person, "term", seen.name, until, here, kinds=term)


def of_role(committee: CommitteeId, seen: RoleSeen, names: Mapping[Any, str]) -> Aspect:
    """Who has a role."""
    holders = listed(names[person] for person in seen.holders) or "Nobody"
    return Aspect(seen.role, "holders", seen.name, holders, (committee,), kinds=ROLE_HELD)


def of_agreed(
    committee: CommitteeId,
    rules: Iterable[AgreedRule],
    mandates: Iterable[MandateSeen],
    benchmarks: Iterable[BenchmarkSeen],
    step_ins: Iterable[StepInSeen],
) -> Iterator[Aspect]:
    """What is in force; of step-ins also what became of them."""
    here = (committee,)
    for rule in rules:
        covers = [*rule.domains, *(f"stake {stake}" for stake in rule.stakes)]
        about = f" about {listed(covers)}" if covers else ""
        label, said = f"How we decide{about}", rule_in_words(rule.terms)
        yield Aspect(committee, f"rule{about}", label, said, here, rule.event)
    for mandate in mandates:
        ends: Kinds = (MandateRevoked, MandateGranted)
        name, said = mandate.holder_name, _mandate(mandate)
        yield Aspect(mandate.mandate, "mandate", name, said, here, mandate.event, ends)
    for mark in benchmarks:
        said = measured_by(mark.benchmark, mark.value, mark.hours)
        what = "time" if mark.benchmark is Benchmark.TIME else "benchmark"
        yield Aspect(committee, f"{what} {mark.metric}", mark.metric, said, here, mark.event)
    for step in step_ins:
        state = "In force" if step.in_force else "Over"
        ways: Kinds = (StepInLifted,)
        yield Aspect(step.step_in, "step-in", step.name, state, here, step.event, ways)
        if step.reviews:
            found = FOUND[step.reviews[-1].finding]
            reviewed: Kinds = (StepInReviewed,)
            yield Aspect(step.step_in, "review", step.name, found, here, kinds=reviewed)


def _mandate(seen: MandateSeen) -> str:
    may = "; ".join(f"{MAY[one.say]} {one.domain}" for one in seen.says)
    limit = f", up to {in_words(seen.limit.money)} {EACH[seen.limit.per]}" if seen.limit else ""
    until = f", until {day_in_words(seen.expires)}" if seen.expires else ""
    return f"{quoted(seen.words)}{f': may {may}' if may else ''}{limit}{until}"
