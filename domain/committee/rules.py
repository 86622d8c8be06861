"""How a committee decides, what others may decide alone, and what it wants to be measured by."""

from collections.abc import Collection
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from domain.act import Act
from domain.authority import Authority, Ground, RuleInForce
from domain.committee.rights import Rights, must_be_metric
from domain.errors import Malformed, NoAuthority, NotFound, RuleBroken
from domain.events import BenchmarkAdopted, MandateGranted, MandateRevoked, RuleAdopted
from domain.ids import MandateId, RuleId
from domain.kinds import Benchmark, Domain, Stake
from domain.sealed import Sealed
from domain.values import NEVER_AN_AIM, TIMED, DomainSay, EventId, Limit, MandateHolder
from domain.voting.nearest import nearest
from domain.voting.rule import Rule

A_YEAR = 366 * 24


class _Covering(NamedTuple):
    """A rule, and what it covers."""

    rule: RuleInForce
    domains: Collection[Domain]
    stakes: Collection[Stake]

    @property
    def terms(self) -> Rule:
        return self.rule.terms


class Rules(Rights):
    """Rules, mandates and benchmarks: what the committee agreed beforehand."""

    def adopt_rule(
        self,
        act: Act,
        terms: Rule,
        authority: Authority,
        *,
        domains: Collection[Domain] = (),
        stakes: Collection[Stake] = (),
    ) -> RuleId:
        """Decide in this way from now on: everything, or what concerns these domains and stakes.

        Votes that are open keep the rule they began with.
        """
        if authority.ground is Ground.FOUNDING and self.rules:
            raise NoAuthority("The committee has a rule. To change it, make it an idea and vote.")
        terms.check()
        cited = self._by_founding_or_decision(act, authority)
        rule = RuleId(act.fresh({known.rule for known in self.rules.values()}))
        replaced = self.rules.get((frozenset(domains), frozenset(stakes)))
        self.record(
            RuleAdopted,
            act,
            rule=rule,
            terms=terms,
            domains=tuple(sorted(set(domains))),
            stakes=tuple(sorted(set(stakes))),
            replaces=replaced.rule if replaced else None,
            authority=cited,
        )
        return rule

    def rule_in_force(
        self, domain: Domain = Domain.NOT_STATED, stake: Stake | None = None, answers: int = 0
    ) -> RuleInForce:
        """How this committee decides now; the rule that is most for a question like this."""
        covering = (_Covering(rule, *covers) for covers, rule in self.rules.items())
        found = nearest(covering, domain, stake, answers)
        if found is None:
            raise RuleBroken("The committee has no rule yet. It has to agree how it decides.")
        return found.rule

    def grant_mandate(  # noqa: PLR0913 -- a mandate has these terms
        self,
        act: Act,
        holder: MandateHolder,
        words: Sealed,
        authority: Authority,
        *,
        says: Collection[DomainSay] = (),
        limit: Limit | None = None,
        starts: date | None = None,
        expires: date | None = None,
        renews: MandateId | None = None,
    ) -> MandateId:
        """Let a committee, a role or a person decide some things alone, within limits."""
        if authority.ground is Ground.FOUNDING:
            self._must_be_founding_mandate(holder)
        _must_name_one(holder)
        if not act.is_import:
            self._must_make_sense(act, holder, says, limit, starts, expires)
        if renews is not None and renews not in self.mandates:
            raise NotFound("There is no such mandate.")
        cited = self._by_founding_or_decision(act, authority)
        mandate = MandateId(act.fresh(self.mandates))
        self.record(
            MandateGranted,
            act,
            mandate=mandate,
            holder=holder,
            words=words,
            says=tuple(says),
            limit=limit,
            starts=starts,
            expires=expires,
            renews=renews,
            authority=cited,
        )
        return mandate

    def revoke_mandate(self, act: Act, mandate: MandateId, authority: Authority) -> None:
        """Take a mandate back. What was done by it stands. Twice adds nothing."""
        if mandate not in self.mandates:
            raise NotFound("There is no such mandate.")
        if not self.mandates[mandate].is_revoked:
            cited = self._settled(act, authority)
            self.record(MandateRevoked, act, mandate=mandate, authority=cited)

    def adopt_benchmark(  # noqa: PLR0913 -- a benchmark has these parts
        self,
        act: Act,
        metric: str,
        benchmark: Benchmark,
        authority: Authority,
        value: Fraction | None = None,
        hours: int | None = None,
    ) -> None:
        """Agree beforehand what a measure should be, or by which time it counts.

        It holds from now on, and for nothing that lies behind. The same twice adds nothing.
        """
        must_be_metric(metric)
        if not act.is_import:
            _must_fit(metric, benchmark, value, hours)
        key = metric, benchmark is Benchmark.TIME
        if self.benchmarks.get(key) == (benchmark, value, hours):
            return
        cited = self._settled(act, authority)
        self.record(
            BenchmarkAdopted,
            act,
            metric=metric,
            benchmark=benchmark,
            value=value,
            hours=hours,
            authority=cited,
        )

    # Rules

    def _by_founding_or_decision(self, act: Act, authority: Authority) -> EventId | None:
        if authority.ground is Ground.FOUNDING:
            return self._arranged(act, authority, Domain.RULES)
        return self._settled(act, authority)

    def _must_be_founding_mandate(self, holder: MandateHolder) -> None:
        if self.mandates:
            raise NoAuthority("The committee has a mandate. To change it, make it an idea.")
        if holder.committee != self.name:
            raise NoAuthority(
                "A founding says what the committee may do. "
                "What a person or a role may do alone, the committee decides."
            )

    def _must_make_sense(  # noqa: PLR0913 -- a mandate has these terms
        self,
        act: Act,
        holder: MandateHolder,
        says: Collection[DomainSay],
        limit: Limit | None,
        starts: date | None,
        expires: date | None,
    ) -> None:
        if holder.person is not None:
            self.must_have_seat(holder.person)
        if holder.role is not None and holder.role not in self.roles:
            raise Malformed("This role has no name yet. Give it one first.")
        named = [said.domain for said in says]
        if not named or Domain.NOT_STATED in named or len(set(named)) < len(named):
            raise Malformed("Say what the mandate is for, and of each thing only once.")
        if limit is not None and limit.money.amount <= 0:
            raise Malformed("The limit of a mandate is more than nothing.")
        if expires and expires < max(starts or date.min, act.counts_from.date()):
            raise Malformed("A mandate ends after it begins, on a day that lies ahead.")


def _must_name_one(holder: MandateHolder) -> None:
    if sum(one is not None for one in (holder.person, holder.role, holder.committee)) != 1:
        raise Malformed("A mandate is held by one committee, one role or one person.")


def _must_fit(metric: str, benchmark: Benchmark, value: Fraction | None, hours: int | None) -> None:
    """Refuse what makes no sense for this measure."""
    if (value is not None) != (benchmark is Benchmark.TARGET):
        raise Malformed("A target has a number, such as 1/2. The other ways have none.")
    if (hours is not None) != (benchmark is Benchmark.TIME):
        raise Malformed("A time is so many hours. The other ways have none.")
    if value is not None and not 0 < value <= 1:
        raise Malformed("A target is more than none and at most all: between 0 and 1.")
    if hours is not None and metric not in TIMED:
        raise Malformed(
            f"This measure counts by no time. Those that do are {', '.join(sorted(TIMED))}."
        )
    if hours is not None and not 1 <= hours <= A_YEAR:
        raise Malformed("A time is at least one hour and at most a year.")
    if hours is None and (metric in NEVER_AN_AIM or metric.startswith("W")):
        raise Malformed("Nobody aims for this: whoever does, spoils it.")
