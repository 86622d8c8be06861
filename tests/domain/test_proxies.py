"""The statutes of voting for somebody else."""

from domain.application import Governance
from domain.errors import Malformed, NotEligible, NotFound, NotOpen, RuleBroken
from domain.ids import ObjectionId
from domain.proposal import Proposal
from domain.voting.rule import Method, Rule
from tests.facts import (
    A_WORRY,
    ASHA,
    BEN,
    CARA,
    DEV,
    IDEA,
    NO,
    YES,
    a_club,
    by,
    cast,
    closed,
    imported,
    made,
    opened,
    recused,
    worried,
)
from tests.proposal_facts import (
    hands,
    hands_counted,
    proxy_given,
    proxy_withdrawn,
)
from tests.scenario import NEW, given


def test_no_rule_lets_anybody_vote_for_somebody_else() -> None:
    given(*a_club(), made(), opened()).when(
        Governance.give_proxy, by(BEN), IDEA, CARA
    ).then_refused(RuleBroken, saying="vote for somebody else")


ASKING = Rule(method=Method.MAJORITY, proxies=True)


def test_where_the_rule_lets_people_ask_a_voter_asks_another_and_they_vote() -> None:
    vote = [*a_club(rule=ASKING), made(), opened(ASKING)]
    given(*vote).when(Governance.give_proxy, by(BEN), IDEA, CARA).then(proxy_given(BEN, CARA))
    given(*vote, proxy_given(BEN, CARA)).when(Governance.give_proxy, by(BEN), IDEA, CARA).then()
    given(*vote, proxy_given(BEN, CARA)).when(
        Governance.cast_ballot, by(CARA), IDEA, A_WORRY, BEN
    ).then(
        cast(BEN, A_WORRY, actor=CARA),
        worried(BEN, ObjectionId(NEW), actor=BEN),
    )
    given(*vote, proxy_given(BEN, CARA)).when(
        Governance.cast_ballot, by(ASHA), IDEA, YES, BEN
    ).then_refused(NotEligible, saying="for themselves")


def test_who_asked_may_always_vote_and_then_nobody_votes_for_them() -> None:
    asked = [made(), opened(ASKING), proxy_given(BEN, CARA)]
    for_ben = cast(BEN, NO, actor=CARA)
    given(*asked, for_ben).when(Proposal.cast_ballot, by(CARA), BEN, YES).then(
        cast(BEN, YES, actor=CARA)
    )
    given(*asked, for_ben).when(Proposal.cast_ballot, by(BEN), BEN, YES).then(cast(BEN, YES))
    given(*asked, for_ben, cast(BEN, YES)).when(
        Proposal.cast_ballot, by(CARA), BEN, NO
    ).then_refused(NotEligible, saying="voted themselves")
    given(*asked, proxy_withdrawn(BEN)).when(Proposal.cast_ballot, by(CARA), BEN, NO).then_refused(
        NotEligible, saying="for themselves"
    )


def test_only_a_voter_who_votes_is_asked_and_only_by_who_has_not_voted() -> None:
    vote = [made(), opened(ASKING)]
    for past, to, kind, why in (
        ([], DEV, NotEligible, "Only somebody who votes here"),
        ([recused(CARA)], CARA, NotEligible, "Only somebody who votes here"),
        ([cast(BEN)], CARA, RuleBroken, "You have voted"),
        ([proxy_given(CARA, ASHA)], CARA, RuleBroken, "asked somebody to vote for them"),
        ([proxy_given(ASHA, BEN)], CARA, RuleBroken, "asked you to vote for them"),
        ([hands_counted(hands(yes=2))], CARA, NotOpen, "Hands were counted"),
        ([closed()], CARA, NotOpen, "Voting is over"),
    ):
        given(*vote, *past).when(Proposal.give_proxy, by(BEN), BEN, to).then_refused(
            kind, saying=why
        )


def test_a_history_kept_elsewhere_may_tell_of_a_proxy_and_the_voter_may_end_it() -> None:
    vote = given(made(), opened())
    vote.when(Proposal.give_proxy, imported(BEN), BEN, CARA).then(proxy_given(BEN, CARA))
    vote.when(Proposal.give_proxy, imported(BEN), BEN, BEN).then_refused(
        Malformed, saying="for themselves"
    )
    vote.when(Proposal.withdraw_proxy, by(BEN), BEN).then_refused(
        NotFound, saying="Nobody else was asked"
    )
    told = given(made(), opened(), proxy_given(BEN, CARA))
    told.when(Proposal.give_proxy, imported(BEN), BEN, CARA).then_nothing()
    told.when(Proposal.withdraw_proxy, by(BEN), BEN).then(proxy_withdrawn(BEN))
    told.when(Proposal.withdraw_proxy, by(CARA), BEN).then_refused(
        NotEligible, saying="for themselves"
    )
    told.when(Proposal.close, by(ASHA)).then_refused(RuleBroken, saying="Nobody has voted yet")
