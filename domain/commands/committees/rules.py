"""Rules and benchmarks: what a committee agrees on beforehand."""

from collections.abc import Collection
from fractions import Fraction

from domain.act import Act
from domain.authority import Ground
from domain.commands.committees.decided import wrong_with_rule
from domain.commands.common import Commands
from domain.committee import Committee
from domain.errors import NoAuthority
from domain.ids import CommitteeId, RuleId
from domain.kinds import Benchmark, Domain, Stake
from domain.ledger import Desk
from domain.proposal import Proposal
from domain.values import EventId, RuleFor, place_of
from domain.voting.rule import Rule


class RuleCommands(Commands):
    """What is done about rules and benchmarks."""

    def adopt_rule(  # noqa: PLR0913 -- a rule is for some questions
        self,
        act: Act,
        committee: CommitteeId,
        terms: Rule,
        authority: EventId | None = None,
        *,
        domains: Collection[Domain] = (),
        stakes: Collection[Stake] = (),
        ends: RuleId | None = None,
    ) -> RuleId:
        """Decide in this way from now on: everything, or only some kinds of questions.

        Our usual rule may end one that was for some questions. People take their seats after a
        founding, so a first rule is not held against them. Where the decision that is cited was on
        a new rule, it has to be that one, for the same questions.
        """

        def adopt(desk: Desk) -> RuleId:
            group = desk.get(Committee, committee)
            if authority is not None and not act.is_import:
                _must_be_what_was_decided(desk, authority, terms, (domains, stakes, ends))
            right = self._arranging(desk, act, group, authority)
            terms.check()
            if not act.is_import and right.ground is not Ground.FOUNDING:
                group.must_be_able_to_decide(terms)
            return group.adopt_rule(act, terms, right, domains=domains, stakes=stakes, ends=ends)

        return self._do(adopt)

    def adopt_benchmark(  # noqa: PLR0913 -- a benchmark has these parts
        self,
        act: Act,
        committee: CommitteeId,
        metric: str,
        benchmark: Benchmark,
        value: Fraction | None = None,
        *,
        hours: int | None = None,
        authority: EventId | None = None,
    ) -> None:
        """Agree beforehand what a measure should be, or by which time it counts."""

        def adopt(desk: Desk) -> None:
            group = desk.get(Committee, committee)
            right = self._settling(desk, act, group, authority)
            group.adopt_benchmark(act, metric, benchmark, right, value, hours)

        self._do(adopt)


def _must_be_what_was_decided(
    desk: Desk,
    cited: EventId,
    terms: Rule,
    questions: tuple[Collection[Domain], Collection[Stake], RuleId | None],
) -> None:
    """A vote on one rule lets nobody adopt another, and one about something else lets nobody.

    Nor is a rule to which people said yes for some questions one for others.
    """
    source = desk.first_of(Committee, Proposal, place_of(cited)[0])
    if not isinstance(source, Proposal):
        return
    if source.new_rule == terms:
        domains, stakes, ends = questions
        decided = source.new_rule_for or RuleFor()
        if (set(decided.domains), set(decided.stakes)) != (set(domains), set(stakes)):
            raise NoAuthority("We said yes to this rule for other questions. Take those.")
        if decided.ends != ends:
            raise NoAuthority("We did not say yes to an end of this rule. Make that an idea.")
        return
    if wrong := wrong_with_rule(source, terms):
        raise NoAuthority(wrong)
