"""Voting for somebody who asked for it, where the rule lets people ask."""

from domain.act import Act
from domain.errors import Malformed, NotEligible, NotFound, NotOpen, RuleBroken
from domain.events import ProxyGiven, ProxyWithdrawn
from domain.ids import PersonId
from domain.proposal.state import Stage
from domain.proposal.voting import Voting


class Proxies(Voting):
    """Who asked whom. Their own vote always goes before the one that another gives for them."""

    def give_proxy(self, act: Act, voter: PersonId, to: PersonId) -> None:
        """Ask another voter to vote for one, in this vote. The same again adds nothing.

        A source may tell of it whatever its rule said; what the other then voted stands as a
        ballot of the voter.
        """
        if not act.is_import:
            self._must_be_at(Stage.OPEN)
        if self.stage is not Stage.MADE:
            self._must_vote(act, voter)
        if to == voter:
            raise Malformed("Nobody needs to be asked to vote for themselves.")
        if not act.is_import:
            self._must_let_ask(voter, to)
        if self.proxies.get(voter) != to:
            self.record(ProxyGiven, act, voter=voter, to=to)

    def withdraw_proxy(self, act: Act, voter: PersonId) -> None:
        """Vote for oneself again. What the other has voted stays, until one votes anew."""
        self._must_be_own(act, voter)
        if voter not in self.proxies:
            raise NotFound("Nobody else was asked to vote for them.")
        self.record(ProxyWithdrawn, act, voter=voter)

    # Rules

    def _must_let_ask(self, voter: PersonId, to: PersonId) -> None:
        if not self.terms.proxies:
            raise RuleBroken("The committee's rule does not let anybody vote for somebody else.")
        if self.hands is not None:
            raise NotOpen("Hands were counted for this already. Nobody can be counted twice.")
        if to not in self.electorate or to in self.recused or to in self.dropped:
            raise NotEligible("Only somebody who votes here can vote for you.")
        if voter in self.ballots and voter not in self.voted_for:
            raise RuleBroken("You have voted. To ask somebody else, take your vote back first.")
        if to in self.proxies:
            raise RuleBroken("They asked somebody to vote for them. Ask somebody who votes here.")
        if voter in self.proxies.values():
            raise RuleBroken("Somebody asked you to vote for them. So you vote here yourself.")
