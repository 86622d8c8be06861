"""Rules, mandates and benchmarks: what a committee agrees on beforehand."""

from collections.abc import Collection
from datetime import date
from fractions import Fraction

from domain.act import Act
from domain.authority import Ground, is_over
from domain.commands.common import Commands
from domain.committee import Committee
from domain.errors import NoAuthority
from domain.ids import CommitteeId, MandateId, RuleId
from domain.kinds import Benchmark, Domain, Per, Say, Stake
from domain.ledger import Desk
from domain.proposal import Proposal
from domain.sealed import Sealed
from domain.values import DomainSay, EventId, Limit, MandateHolder, Money, place_of
from domain.voting.rule import Rule


class RuleCommands(Commands):
    """What is done about rules, mandates and benchmarks."""

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

    def grant_mandate(  # noqa: PLR0913 -- a mandate has these terms
        self,
        act: Act,
        committee: CommitteeId,
        holder: MandateHolder,
        words: str,
        *,
        says: Collection[DomainSay] = (),
        limit: Limit | None = None,
        starts: date | None = None,
        expires: date | None = None,
        renews: MandateId | None = None,
        authority: EventId | None = None,
    ) -> MandateId:
        """Let a committee, a role or a person decide some things alone, within limits.

        As the committee decided, or the one it answers to; without another authority, the
        committee's own first mandate by its founding.
        """

        def grant(desk: Desk) -> MandateId:
            group = desk.get(Committee, committee)
            if holder.committee is not None:
                desk.get(Committee, holder.committee)
            if authority is not None and not act.is_import:
                _must_reach_so_far(desk, authority, says, limit)
            return group.grant_mandate(
                act,
                holder,
                Sealed.of(words),
                self._settling(desk, act, group, authority),
                says=says,
                limit=limit,
                starts=starts,
                expires=expires,
                renews=renews,
            )

        return self._do(grant)

    def revoke_mandate(
        self,
        act: Act,
        committee: CommitteeId,
        mandate: MandateId,
        *,
        authority: EventId | None = None,
    ) -> None:
        """Take a mandate back, as the committee decided, or the one it answers to."""

        def revoke(desk: Desk) -> None:
            group = desk.get(Committee, committee)
            group.revoke_mandate(act, mandate, self._settling(desk, act, group, authority))

        self._do(revoke)

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
    if source.domain not in (Domain.RULES, Domain.NOT_STATED):
        raise NoAuthority("We said yes to something else there. Make the new rule an idea.")


def _must_reach_so_far(
    desk: Desk, cited: EventId, says: Collection[DomainSay], limit: Limit | None
) -> None:
    """Nobody may do more alone than what people said yes to: about other things, or more money.

    A yes about rules may be to anything that somebody does alone. Where an idea did not say what it
    is about, or what it costs, its words do.
    """
    source = desk.first_of(Committee, Proposal, place_of(cited)[0])
    if not isinstance(source, Proposal) or source.domain is Domain.NOT_STATED:
        return
    alone = {said.domain for said in says if said.say is Say.ALONE}
    if source.domain is not Domain.RULES and alone - source.change().domains:
        raise NoAuthority("We said yes to something else there. Make this an idea.")
    agreed = source.amount
    if limit and agreed and is_over(_each_time(agreed), limit.money, 0):
        raise NoAuthority("We did not say yes to so much money there. Make this an idea.")


def _each_time(agreed: Money) -> Limit:
    return Limit(money=agreed, per=Per.DECISION)
