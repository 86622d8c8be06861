"""How a committee decides, and what it wants to be measured by."""

from collections.abc import Collection
from fractions import Fraction
from typing import NamedTuple

from domain.act import Act
from domain.authority import Authority, Ground, RuleInForce
from domain.committee.mandates import Mandates
from domain.committee.rights import must_be_metric
from domain.committee.state import covers_of
from domain.errors import Malformed, NoAuthority, RuleBroken
from domain.events import BenchmarkAdopted, RuleAdopted
from domain.ids import RuleId
from domain.kinds import Benchmark, Domain, Stake
from domain.values import ENDS_NO_OTHER, NEVER_AN_AIM, TIMED, RuleFor
from domain.voting.nearest import chooses, nearest
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


class Rules(Mandates):
    """Rules and benchmarks, beside mandates: what the committee agreed beforehand."""

    def adopt_rule(  # noqa: PLR0913 -- a rule is for some questions
        self,
        act: Act,
        terms: Rule,
        authority: Authority,
        *,
        domains: Collection[Domain] = (),
        stakes: Collection[Stake] = (),
        ends: RuleId | None = None,
    ) -> RuleId:
        """Decide in this way from now on: everything, or what concerns these domains and stakes.

        A rule for everything may end one for some questions. Votes that are open keep the rule they
        began with. A rule for choices between answers stands beside the one for yes or no: neither
        takes the place of the other.
        """
        if authority.ground is Ground.FOUNDING and self.rules:
            raise NoAuthority("The committee has a rule. To change it, make it an idea and vote.")
        terms.check()
        cited = self._by_founding_or_decision(act, authority)
        rule = RuleId(act.fresh({known.rule for known in self.rules.values()}))
        asked = RuleFor(domains=tuple(domains), stakes=tuple(stakes), ends=ends)
        ended = self._ended(act, terms, asked)
        same = self.rules.get(covers_of(terms, domains, stakes))
        self.record(
            RuleAdopted,
            act,
            rule=rule,
            terms=terms,
            domains=tuple(sorted(set(domains))),
            stakes=tuple(sorted(set(stakes))),
            replaces=ended or (same.rule if same else None),
            authority=cited,
        )
        return rule

    def must_fit_our_rules(self, terms: Rule, questions: RuleFor | None) -> None:
        """Refuse to end what is no rule for some questions, or to end it by another than our usual.

        What ends with it is only that these questions have a rule of their own.
        """
        if questions is None or questions.ends is None:
            return
        if questions.domains or questions.stakes:
            raise Malformed(ENDS_NO_OTHER)
        special = next((key for key, it in self.rules.items() if it.rule == questions.ends), None)
        if special is None or not (special[0] or special[1]):
            raise RuleBroken("This is no rule for some questions, or it has ended.")
        usual = self.rules.get(covers_of(terms, (), ()))
        if usual is None or usual.terms != terms or special[2] != chooses(terms):
            raise RuleBroken("Our usual rule is another one by now. Make it an idea again.")

    def _ended(self, act: Act, terms: Rule, questions: RuleFor) -> RuleId | None:
        """The rule for some questions that ends by this one.

        A history may say that one ends which does not; then none does, and the two are compared.
        """
        try:
            self.must_fit_our_rules(terms, questions)
        except (Malformed, RuleBroken):
            if act.is_import:
                return None
            raise
        return questions.ends

    def rule_in_force(
        self, domain: Domain = Domain.NOT_STATED, stake: Stake | None = None, answers: int = 0
    ) -> RuleInForce:
        """How this committee decides now; the rule that is most for a question like this."""
        covering = (
            _Covering(rule, domains, stakes) for (domains, stakes, _), rule in self.rules.items()
        )
        found = nearest(covering, domain, stake, answers)
        if found is None:
            raise RuleBroken("The committee has no rule yet. It has to agree how it decides.")
        return found.rule

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
