"""Rules and benchmarks: what a committee agrees on beforehand."""

from collections.abc import Collection
from fractions import Fraction

from domain.act import Act
from domain.authority import Ground
from domain.commands.common import Commands
from domain.committee import Committee
from domain.errors import NoAuthority
from domain.ids import CommitteeId, RuleId
from domain.kinds import Benchmark, Domain, Stake
from domain.ledger import Desk
from domain.proposal import Proposal
from domain.values import EventId, place_of
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
    ) -> RuleId:
        """Decide in this way from now on: everything, or only some kinds of questions.

        People take their seats after a founding, so a first rule is not held against them.
        Where the decision that is cited was on a new rule, it has to be that one.
        """

        def adopt(desk: Desk) -> RuleId:
            group = desk.get(Committee, committee)
            if authority is not None and not act.is_import:
                _must_be_what_was_decided(desk, authority, terms)
            right = self._arranging(desk, act, group, authority)
            terms.check()
            if not act.is_import and right.ground is not Ground.FOUNDING:
                group.must_be_able_to_decide(terms)
            return group.adopt_rule(act, terms, right, domains=domains, stakes=stakes)

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


def _must_be_what_was_decided(desk: Desk, cited: EventId, terms: Rule) -> None:
    """A vote on one rule lets nobody adopt another, and one about something else lets nobody."""
    source = desk.first_of(Committee, Proposal, place_of(cited)[0])
    if not isinstance(source, Proposal) or source.new_rule == terms:
        return
    if source.new_rule is not None:
        raise NoAuthority("We said yes to another rule than this one. Take the one we decided.")
    if source.carries or source.domain is not Domain.RULES:
        raise NoAuthority("We said yes to something else there. Make the new rule an idea.")
