"""The statutes of a tie: where the rule says so, the chair breaks it."""

from typing import Any

from domain.application import Governance
from domain.errors import Malformed, NotEligible, NotOpen, RuleBroken
from domain.events import Event
from domain.kinds import Closing
from domain.proposal import Proposal
from domain.voting.answers import Ranking
from domain.voting.rule import Method, Rule, Tie
from domain.voting.tally import Outcome, Result
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CURRY,
    EVENING,
    IDEA,
    NO,
    NOON,
    NOT_SURE,
    PIZZA,
    RULE,
    SOUP,
    THE_COMMITTEE,
    YES,
    a_club,
    by,
    cast,
    closed,
    decided,
    made,
    opened,
    recused,
)
from tests.proposal_facts import (
    casting_vote,
)
from tests.scenario import given

CHAIR_BREAKS = Rule(method=Method.MAJORITY, tie=Tie.CHAIR)
CHAIR_BREAKS_RANKED = Rule(method=Method.SCHULZE, tie=Tie.CHAIR)


def a_tie(chair: Any = ASHA) -> list[Event]:
    return [
        *a_club(chair=chair, rule=CHAIR_BREAKS),
        made(),
        opened(CHAIR_BREAKS),
        cast(BEN, YES),
        cast(CARA, NO),
        cast(ASHA, NOT_SURE),
    ]


def after_a_tie(result: Result) -> Outcome:
    return Outcome(result=result, ties=((YES, NO),))


def test_where_the_rule_leaves_a_tie_to_the_chair_nothing_is_decided_before_the_chair_speaks() -> (
    None
):
    given(*a_tie()).when(Governance.close_voting, by(ASHA), IDEA).then(closed(Closing.BY_HAND))
    given(*a_tie()[:-4], opened(CHAIR_BREAKS, closes_at=NOON), *a_tie()[-3:]).when(
        Governance.settle_voting, IDEA, EVENING
    ).then(closed(Closing.DEADLINE))


def test_with_the_word_of_the_chair_the_committee_has_decided() -> None:
    tied = given(*a_tie(), closed())
    tied.when(Governance.give_casting_vote, by(ASHA), IDEA, YES).then(
        casting_vote(ASHA, YES),
        decided(outcome=after_a_tie(Result.ADOPTED), actor=THE_COMMITTEE, rule=RULE),
    )
    tied.when(Governance.give_casting_vote, by(ASHA), IDEA, NO).then(
        casting_vote(ASHA, NO), decided(outcome=after_a_tie(Result.REJECTED))
    )


def test_the_casting_vote_is_the_chairs_alone() -> None:
    given(*a_tie(), closed()).when(Governance.give_casting_vote, by(BEN), IDEA, YES).then_refused(
        NotEligible, saying="who runs the meeting"
    )
    given(*a_tie(chair=None), closed()).when(
        Governance.give_casting_vote, by(ASHA), IDEA, YES
    ).then_refused(NotEligible, saying="who runs the meeting")


def test_a_chair_who_stays_out_breaks_no_tie() -> None:
    given(
        made(), opened(CHAIR_BREAKS), recused(ASHA), cast(BEN, YES), cast(CARA, NO), closed()
    ).when(Proposal.give_casting_vote, by(ASHA), ASHA, YES).then_refused(
        NotEligible, saying="staying out"
    )


def test_a_casting_vote_has_to_break_the_tie() -> None:
    given(*a_tie(), closed()).when(
        Governance.give_casting_vote, by(ASHA), IDEA, NOT_SURE
    ).then_refused(Malformed, saying="does not break the tie")


def test_among_options_the_chair_puts_one_first() -> None:
    past = given(
        made(options=(PIZZA, CURRY, SOUP)),
        opened(CHAIR_BREAKS_RANKED),
        cast(BEN, Ranking(places=((PIZZA,), (CURRY,), (SOUP,)))),
        cast(CARA, Ranking(places=((CURRY,), (PIZZA,), (SOUP,)))),
        closed(),
    )
    curry_first = Ranking(places=((CURRY,), (PIZZA,)))
    past.when(Proposal.give_casting_vote, by(ASHA), ASHA, curry_first).then(
        casting_vote(ASHA, curry_first),
        decided(outcome=Outcome(result=Result.CHOSEN, options=(CURRY,), ties=((PIZZA, CURRY),))),
    )
    past.when(
        Proposal.give_casting_vote, by(ASHA), ASHA, Ranking(places=((PIZZA, CURRY),))
    ).then_refused(Malformed, saying="does not break the tie")


def test_where_no_tie_waits_for_the_chair_there_is_nothing_to_break() -> None:
    given(made(), opened(), cast(BEN), cast(CARA, NO), closed()).when(
        Proposal.give_casting_vote, by(ASHA), ASHA, YES
    ).then_refused(RuleBroken, saying="Nobody has to break a tie")
    given(made(), opened(CHAIR_BREAKS), cast(BEN)).when(
        Proposal.give_casting_vote, by(ASHA), ASHA, YES
    ).then_refused(NotOpen, saying="open already")
    given(made(), opened(CHAIR_BREAKS), cast(BEN)).when(Proposal.close, by(ASHA)).then(
        closed(), decided(Result.ADOPTED)
    )
