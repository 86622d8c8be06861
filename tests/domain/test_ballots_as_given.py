"""The statutes of voting as people really do it: later, on paper, by hand, with help."""

from datetime import timedelta

from domain.application import Governance
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen, RuleBroken
from domain.ids import DisputeId, ObjectionId
from domain.kinds import Closing, Seat, Support, Through
from domain.proposal import Proposal
from domain.values import event_id
from domain.voting.quorum import AtLeast, MoreThan
from domain.voting.rule import Method, Rule
from domain.voting.tally import ChoiceTally, Result, StatedTally
from tests.committee_facts import (
    BY_ANOTHER_CLUB,
    BY_DECISION,
    BY_FOUNDING,
    BY_MANDATE,
    disputed,
)
from tests.facts import (
    A_WORRY,
    ASHA,
    BEN,
    CARA,
    CONSENT,
    CURRY,
    DECISION,
    DEV,
    EVENING,
    IDEA,
    MAJORITY,
    NO,
    NOON,
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
    registered,
    seated,
    taken_back,
    voter_dropped,
    voters,
    worried,
)
from tests.proposal_facts import (
    OLDER_DECISION,
    OTHER_SLIP,
    SLIP,
    an_older_yes,
    extended,
    hands,
    hands_counted,
    helped,
    proxy_given,
    proxy_withdrawn,
    slip_read,
    voter_added,
)
from tests.scenario import NEW, given

LATER = EVENING + timedelta(days=1)


# ---- More time


def test_the_chair_may_give_people_more_time_and_never_less() -> None:
    club = given(*a_club(chair=ASHA), made(), opened(closes_at=EVENING))
    club.when(Governance.extend_voting, by(ASHA), IDEA, LATER).then(extended(LATER))
    club.when(Governance.extend_voting, by(ASHA), IDEA, EVENING).then_nothing()
    club.when(Governance.extend_voting, by(ASHA), IDEA, NOON).then_refused(
        Malformed, saying="only come later"
    )
    club.when(Governance.extend_voting, by(BEN), IDEA, LATER).then_refused(
        NotEligible, saying="who runs the meeting"
    )
    given(made(), opened()).when(Proposal.extend_voting, by(ASHA), LATER).then_refused(
        Malformed, saying="has no end"
    )


def test_once_the_time_is_up_there_is_no_more_of_it() -> None:
    late = given(*a_club(chair=ASHA), made(), opened(closes_at=NOON), cast(BEN)).when(
        Governance.extend_voting, by(ASHA, NOON), IDEA, EVENING
    )
    late.then_although_refused(closed(Closing.DEADLINE), decided())
    assert type(late.refusal) is NotOpen


def test_with_more_time_people_vote_until_the_later_end() -> None:
    vote = given(*a_club(), made(), opened(closes_at=NOON), extended(EVENING))
    vote.when(Governance.cast_ballot, by(BEN, NOON), IDEA, YES).then(cast(BEN))
    vote.when(Governance.settle_voting, IDEA, EVENING).then(
        closed(Closing.DEADLINE), decided(Result.UNDECIDED)
    ).at(EVENING)


# ---- Who was left out


def test_who_was_left_out_may_vote_once_the_committee_has_decided_so() -> None:
    club = [*an_older_yes(), registered(DEV), *a_club(chair=ASHA), made(), opened(), seated(DEV)]
    given(*club).when(Governance.add_voter, by(ASHA), IDEA, DEV, authority=OLDER_DECISION).then(
        voter_added(DEV, authority=OLDER_DECISION)
    )
    given(*club).when(Governance.add_voter, by(ASHA), IDEA, DEV).then_refused(
        NoAuthority, saying="The committee itself has to decide"
    )
    given(*club).when(
        Governance.add_voter, by(BEN), IDEA, DEV, authority=OLDER_DECISION
    ).then_refused(NotEligible, saying="who runs the meeting")
    given(*club, voter_added(DEV)).when(Governance.cast_ballot, by(DEV), IDEA, YES).then(cast(DEV))


def test_no_founding_no_mandate_and_no_other_committee_adds_a_voter() -> None:
    (dev,) = voters(DEV)
    vote = given(made(), opened())
    vote.when(Proposal.add_voter, by(ASHA), dev, BY_DECISION).then(
        voter_added(DEV, authority=DECISION)
    )
    for right in (BY_FOUNDING, BY_MANDATE, BY_ANOTHER_CLUB):
        answer = vote.when(Proposal.add_voter, by(ASHA), dev, right)
        assert type(answer.refusal) is NoAuthority
    (ben,) = voters(BEN)
    vote.when(Proposal.add_voter, by(ASHA), ben, BY_DECISION).then_nothing()
    given(made()).when(Proposal.add_voter, by(ASHA), dev, BY_DECISION).then_refused(
        NotOpen, saying="not opened yet"
    )


def test_who_is_added_has_a_seat_with_a_vote() -> None:
    club = [*an_older_yes(), registered(DEV), *a_club(), made(), opened()]
    given(*club).when(
        Governance.add_voter, by(ASHA), IDEA, DEV, authority=OLDER_DECISION
    ).then_refused(NotEligible, saying="on this committee")
    given(*club, seated(DEV, Seat.OBSERVER)).when(
        Governance.add_voter, by(ASHA), IDEA, DEV, authority=OLDER_DECISION
    ).then_refused(NotEligible, saying="has no vote")


# ---- Voting for somebody else


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


# ---- On paper


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


# ---- Hands


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


# ---- Help


def test_who_voted_or_who_helped_may_say_that_there_was_help() -> None:
    club = given(*a_club(), registered(DEV), made(), opened(), cast(CARA))
    club.when(
        Governance.note_support,
        by(CARA),
        IDEA,
        CARA,
        DEV,
        Support.EXPLAINED,
        chosen_by_voter=True,
        read_back=True,
    ).then(helped(CARA, DEV, Support.EXPLAINED, chosen_by_voter=True, read_back=True))
    club.when(Governance.note_support, by(DEV), IDEA, CARA, DEV, Support.READ).then(
        helped(CARA, DEV, Support.READ, actor=DEV)
    )
    club.when(Governance.note_support, by(BEN), IDEA, CARA, DEV, Support.READ).then_refused(
        NotEligible, saying="who helped them"
    )


def test_help_is_told_after_the_vote_too_and_once() -> None:
    past = given(made(), opened(), cast(CARA), closed(), decided(), helped(CARA, DEV))
    past.when(Proposal.note_support, by(CARA), CARA, DEV, Support.READ).then_nothing()
    past.when(Proposal.note_support, by(CARA), CARA, DEV, Support.PRESSED).then(
        helped(CARA, DEV, Support.PRESSED)
    )


def test_only_the_voter_tells_whether_they_picked_their_helper() -> None:
    past = given(made(), opened(), cast(CARA))
    for told in ({"chosen_by_voter": True}, {"read_back": False}):
        past.when(Proposal.note_support, by(DEV), CARA, DEV, Support.READ, **told).then_refused(
            NotEligible, saying="Only who voted"
        )


def test_there_is_no_help_with_a_vote_that_nobody_gave() -> None:
    for past in ([], [cast(CARA), taken_back(CARA)]):
        given(made(), opened(), *past).when(
            Proposal.note_support, by(CARA), CARA, DEV, Support.READ
        ).then_refused(NotOpen, saying="after the vote")


def test_a_helped_vote_counts_like_every_other() -> None:
    helped_votes = [cast(CARA), helped(CARA, DEV, Support.PRESSED), cast(BEN, NO)]
    with_help = given(made(), opened(), *helped_votes, cast(ASHA)).when(Proposal.close, by(ASHA))
    without = given(made(), opened(), cast(CARA), cast(BEN, NO), cast(ASHA)).when(
        Proposal.close, by(ASHA)
    )
    assert with_help.events[-1].model_dump()["tally"] == without.events[-1].model_dump()["tally"]


def test_a_vote_needs_no_word_about_help() -> None:
    given(*a_club(), made(), opened()).when(Governance.cast_ballot, by(CARA), IDEA, YES).then(
        cast(CARA)
    )


def test_help_is_somebody_elses_and_for_a_voter() -> None:
    vote = given(made(), opened())
    vote.when(Proposal.note_support, by(CARA), CARA, CARA).then_refused(
        Malformed, saying="somebody else"
    )
    vote.when(Proposal.note_support, by(DEV), DEV, BEN).then_refused(
        NotEligible, saying="could vote when this opened"
    )
