"""The statutes of votes by show of hands, counted by the chair."""

from domain.application import Governance
from domain.errors import Malformed, NotEligible, NotOpen, RuleBroken
from domain.kinds import Closing, Seat
from domain.proposal import Proposal
from domain.voting.quorum import AtLeast, MoreThan
from domain.voting.rule import Method, Rule
from domain.voting.tally import ChoiceTally, Result, StatedTally
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CONSENT,
    CURRY,
    IDEA,
    MAJORITY,
    PIZZA,
    RANKED,
    YES,
    a_club,
    by,
    cast,
    closed,
    decided,
    imported,
    made,
    opened,
    recused,
    voters,
)
from tests.proposal_facts import (
    SLIP,
    hands,
    hands_counted,
)
from tests.scenario import given


def test_hands_that_the_chair_counted_decide_as_votes_do() -> None:
    club = [*a_club(chair=ASHA), made(), opened()]
    given(*club).when(Governance.count_hands, by(ASHA), IDEA, hands(yes=2, no=1)).then(
        hands_counted(hands(yes=2, no=1))
    )
    given(*club).when(Governance.count_hands, by(BEN), IDEA, hands(yes=3)).then_refused(
        NotEligible, saying="who runs the meeting"
    )
    given(*club, hands_counted(hands(yes=2, no=1))).when(
        Governance.close_voting, by(ASHA), IDEA
    ).then(
        closed(),
        decided(
            Result.ADOPTED,
            entitled=3,
            tally=ChoiceTally(
                yes=2, no=1, abstain=0, objection=0, stand_aside=0, silent=0, recused=0
            ),
        ),
    )


def test_hands_may_be_counted_anew_and_the_last_count_holds() -> None:
    past = given(made(), opened(), hands_counted(hands(yes=2)), hands_counted(hands(yes=1, no=2)))
    past.when(Proposal.count_hands, by(ASHA), hands(yes=1, no=2)).then_nothing()
    past.when(Proposal.close, by(ASHA)).then(closed(), decided(Result.REJECTED))


def test_hands_count_towards_a_quorum() -> None:
    terms = Rule(method=Method.MAJORITY, quorum=(AtLeast(at_least=3, of="entitled"),))
    for counts, result in (
        (hands(yes=2), Result.NO_QUORUM),
        (hands(yes=2, abstain=1), Result.ADOPTED),
    ):
        given(made(), opened(terms), hands_counted(counts)).when(Proposal.close, by(ASHA)).then(
            closed(), decided(result)
        )


def test_by_consent_a_hand_that_is_up_for_a_worry_stops_it() -> None:
    given(made(), opened(CONSENT), hands_counted(hands(yes=2, objection=1))).when(
        Proposal.close, by(ASHA)
    ).then(closed(), decided(Result.REJECTED))


def test_nobody_is_counted_by_hand_and_by_name() -> None:
    given(made(), opened(), cast(BEN)).when(
        Proposal.count_hands, by(ASHA), hands(yes=2)
    ).then_refused(RuleBroken, saying="counted twice")
    raised = given(made(), opened(), hands_counted(hands(yes=2)))
    raised.when(Proposal.cast_ballot, by(BEN), BEN, YES).then_refused(
        NotOpen, saying="counted twice"
    )
    raised.when(Proposal.read_paper_ballot, by(BEN), SLIP, BEN, CARA, YES).then_refused(
        NotOpen, saying="counted twice"
    )


def test_hands_that_cannot_be_counted_by_the_rule_are_refused() -> None:
    weighed = Rule(method=Method.MAJORITY, weights={BEN: 2})
    by_seat = Rule(method=Method.MAJORITY, quorum=(MoreThan(more=Seat.MEMBER, than=Seat.STAFF),))
    ben = voters(BEN)[0].model_copy(update={"weight": 2})
    for vote, counts, why in (
        (opened(), hands(yes=4), "More hands"),
        (opened(), hands(yes=-1), "less than no hand"),
        (opened(), StatedTally(said={"silent": 1}), "for each other answer"),
        (opened(weighed, electorate=(*voters(ASHA), ben)), hands(yes=1), "weigh more"),
        (opened(by_seat), hands(yes=1), "which seats"),
    ):
        given(made(), vote).when(Proposal.count_hands, by(ASHA), counts).then_refused(
            Malformed, saying=why
        )
    given(made(options=(PIZZA, CURRY)), opened(RANKED)).when(
        Proposal.count_hands, by(ASHA), hands(yes=1)
    ).then_refused(Malformed, saying="asks for more")


def test_who_stays_out_raises_no_hand() -> None:
    given(made(), opened(), recused(BEN)).when(
        Proposal.count_hands, by(ASHA), hands(yes=3)
    ).then_refused(Malformed, saying="More hands")


def test_hands_that_a_source_tells_of_are_kept_and_count_where_they_can() -> None:
    more = hands(yes=9)
    given(made(), opened()).when(Proposal.count_hands, imported(), more).then(hands_counted(more))
    given(made(), opened(), hands_counted(hands(yes=2))).when(
        Proposal.close_and_decide, imported()
    ).then(closed(Closing.NOT_STATED), decided(Result.ADOPTED))
    given(made(), opened(MAJORITY), hands_counted(more)).when(
        Proposal.close_and_decide, imported(), outcome=decided().outcome
    ).then(closed(Closing.NOT_STATED), decided(Result.ADOPTED, tally=None))
