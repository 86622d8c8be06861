"""The statutes of voting on paper."""

from domain.application import Governance
from domain.errors import Malformed, NotEligible, NotFound, NotOpen, RuleBroken
from domain.ids import DisputeId, ObjectionId
from domain.kinds import Through
from domain.proposal import Proposal
from domain.values import event_id
from tests.committee_facts import (
    disputed,
)
from tests.facts import (
    A_WORRY,
    ASHA,
    BEN,
    CARA,
    CURRY,
    DEV,
    IDEA,
    NO,
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
    taken_back,
    voter_dropped,
    worried,
)
from tests.proposal_facts import (
    OTHER_SLIP,
    SLIP,
    slip_read,
)
from tests.scenario import NEW, given


def test_two_equal_readings_by_two_people_make_a_vote() -> None:
    club = [*a_club(), made(), opened()]
    given(*club).when(Governance.read_paper_ballot, by(ASHA), IDEA, SLIP, YES, CARA).then(
        slip_read(ASHA, CARA, YES, slip=SLIP)
    )
    given(*club, slip_read(ASHA, CARA, YES)).when(
        Governance.read_paper_ballot, by(BEN), IDEA, SLIP, YES, CARA
    ).then(
        slip_read(BEN, CARA, YES),
        cast(CARA, YES, slip=SLIP, actor=CARA, recorded_by=BEN, through=Through.PAPER),
    )


def test_one_person_reading_twice_makes_no_vote() -> None:
    past = given(made(), opened(), slip_read(ASHA, CARA, YES))
    past.when(Proposal.read_paper_ballot, by(ASHA), SLIP, ASHA, CARA, YES).then_nothing()
    past.when(Proposal.read_paper_ballot, by(ASHA), SLIP, ASHA, CARA, NO).then(
        slip_read(ASHA, CARA, NO)
    )


def test_readings_that_differ_are_kept_and_none_of_them_counts() -> None:
    past = given(made(), opened(), slip_read(ASHA, CARA, YES))
    past.when(Proposal.read_paper_ballot, by(BEN), SLIP, BEN, CARA, NO).then(
        slip_read(BEN, CARA, NO)
    )
    past.when(Proposal.read_paper_ballot, by(BEN), SLIP, BEN, DEV, YES).then_refused(
        NotEligible, saying="cannot vote on this one"
    )
    past.when(Proposal.read_paper_ballot, by(BEN), SLIP, BEN, BEN, YES).then(
        slip_read(BEN, BEN, YES)
    )


def test_whoever_misread_may_read_anew_and_then_the_two_agree() -> None:
    given(made(), opened(), slip_read(ASHA, CARA, YES), slip_read(BEN, CARA, NO)).when(
        Proposal.read_paper_ballot, by(ASHA), SLIP, ASHA, CARA, NO
    ).then(slip_read(ASHA, CARA, NO), cast(CARA, NO))


def test_a_reading_that_comes_third_changes_nothing() -> None:
    past = [made(), opened(), slip_read(ASHA, CARA), slip_read(BEN, CARA), cast(CARA, slip=SLIP)]
    given(*past).when(Proposal.read_paper_ballot, by(DEV), SLIP, DEV, CARA, YES).then(
        slip_read(DEV, CARA, YES)
    )
    for again, reads in ((DEV, NO), (ASHA, NO)):
        given(*past).when(
            Proposal.read_paper_ballot, by(again), SLIP, again, CARA, reads
        ).then_refused(NotOpen, saying="Only the person whose vote it is")


def test_a_slip_that_was_given_up_is_no_vote_again() -> None:
    past = [made(), opened(), slip_read(ASHA, CARA), slip_read(BEN, CARA), cast(CARA, slip=SLIP)]
    for given_up in ([taken_back(CARA)], [cast(CARA, NO), taken_back(CARA)]):
        given(*past, *given_up).when(
            Proposal.read_paper_ballot, by(DEV), SLIP, DEV, CARA, YES
        ).then_refused(NotOpen, saying="counts no more")


def test_a_voter_says_that_a_slip_was_misread_and_votes_anew() -> None:
    on_paper = cast(CARA, slip=SLIP)
    vote = [*a_club(), made(), opened(), slip_read(ASHA, CARA), slip_read(BEN, CARA), on_paper]
    said = disputed(CARA, event_id(IDEA, 5), dispute=DisputeId(NEW))
    given(*vote).when(Governance.dispute_paper_ballot, by(CARA), IDEA).then(taken_back(CARA), said)
    given(*vote).when(Governance.dispute_paper_ballot, by(BEN), IDEA).then_refused(
        NotFound, saying="no vote on paper for you"
    )
    given(*vote, closed(), decided()).when(Governance.dispute_paper_ballot, by(CARA), IDEA).then(
        said
    )
    given(*vote, closed(), decided(), said).when(
        Governance.dispute_paper_ballot, by(CARA), IDEA
    ).then_nothing()


def test_a_second_slip_of_the_same_voter_counts_once_two_have_read_it() -> None:
    given(made(), opened(), cast(CARA, slip=SLIP), slip_read(ASHA, CARA, NO, slip=OTHER_SLIP)).when(
        Proposal.read_paper_ballot, by(BEN), OTHER_SLIP, BEN, CARA, NO
    ).then(slip_read(BEN, CARA, NO, slip=OTHER_SLIP), cast(CARA, NO, slip=OTHER_SLIP))


def test_paper_does_not_overrule_what_somebody_pressed_themselves() -> None:
    past = [made(), opened(), slip_read(ASHA, CARA, YES), cast(CARA, NO)]
    given(*past).when(Proposal.read_paper_ballot, by(BEN), SLIP, BEN, CARA, YES).then_refused(
        RuleBroken, saying="voted on a screen"
    )
    given(*past, taken_back(CARA)).when(
        Proposal.read_paper_ballot, by(BEN), SLIP, BEN, CARA, YES
    ).then(slip_read(BEN, CARA, YES), cast(CARA, YES))


def test_a_worry_on_paper_is_a_worry() -> None:
    given(made(), opened(), slip_read(ASHA, CARA, A_WORRY)).when(
        Proposal.read_paper_ballot, by(BEN), SLIP, BEN, CARA, A_WORRY
    ).then(
        slip_read(BEN, CARA, A_WORRY),
        cast(CARA, A_WORRY),
        worried(CARA, ObjectionId(NEW), actor=CARA),
    )


def test_a_slip_has_a_name_on_it_and_an_answer_to_the_question() -> None:
    past = given(made(), opened())
    past.when(Proposal.read_paper_ballot, by(ASHA), SLIP, ASHA, None, YES).then_refused(
        Malformed, saying="whose vote this is"
    )
    ranked = given(made(options=(PIZZA, CURRY)), opened(RANKED))
    ranked.when(Proposal.read_paper_ballot, by(ASHA), SLIP, ASHA, CARA, YES).then_refused(
        Malformed, saying="an order of the options"
    )


def test_paper_is_read_for_oneself_on_the_committee_and_while_people_vote() -> None:
    club = given(*a_club(), made(), opened())
    club.when(Governance.read_paper_ballot, by(DEV), IDEA, SLIP, YES, CARA).then_refused(
        NotEligible, saying="on this committee"
    )
    club.when(
        Governance.read_paper_ballot, by(ASHA), IDEA, SLIP, YES, CARA, reader=BEN
    ).then_refused(NotEligible, saying="for themselves")
    for past in ([], [opened(), closed()]):
        answer = given(made(), *past).when(
            Proposal.read_paper_ballot, by(ASHA), SLIP, ASHA, CARA, YES
        )
        assert type(answer.refusal) is NotOpen


def test_a_slip_of_somebody_who_stays_out_or_left_makes_no_vote() -> None:
    for gone in (recused(CARA), voter_dropped(CARA)):
        given(made(), opened(), gone).when(
            Proposal.read_paper_ballot, by(ASHA), SLIP, ASHA, CARA, YES
        ).then_refused(NotEligible, saying="cannot vote on this one")


def test_a_history_kept_elsewhere_tells_readings_and_votes_each_by_itself() -> None:
    past = given(made(), opened(), slip_read(ASHA, CARA, YES))
    past.when(Proposal.read_paper_ballot, imported(BEN), SLIP, BEN, CARA, YES).then(slip_read(BEN))
    past.when(Proposal.read_paper_ballot, imported(BEN), SLIP, BEN, None, YES).then(
        slip_read(BEN, voter=None)
    )
