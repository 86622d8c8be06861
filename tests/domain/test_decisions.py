"""The statutes of deciding: how a vote ends, by which rule it is counted, what is kept of it."""

from datetime import timedelta

from domain.application import Governance
from domain.errors import Malformed, NoAuthority, NotEligible, NotOpen, RuleBroken
from domain.kinds import Closing, Domain, Resolution, Route, Stake
from domain.proposal import Proposal
from domain.values import event_id
from domain.voting.answers import Choice
from domain.voting.tally import ChoiceTally, Outcome, Result, StatedTally
from tests.facts import (
    A_WORRY,
    ASHA,
    BEN,
    CARA,
    CLUB,
    CONSENT,
    CURRY,
    EVENING,
    FOUNDING,
    IDEA,
    MAJORITY,
    MORNING,
    NO,
    NOON,
    NOT_SURE,
    PIZZA,
    RANKED,
    RULE,
    SOUP,
    THE_COMMITTEE,
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
    rule_adopted,
    withdrawn,
    worried,
    worry_resolved,
)
from tests.proposal_facts import ranking
from tests.scenario import given

AT_HALF_PAST = NOON + timedelta(minutes=30)


# ---- Closing and deciding


def test_the_person_who_runs_the_meeting_ends_the_vote_and_the_committee_has_decided() -> None:
    club = given(*a_club(chair=ASHA), made(), opened(), cast(BEN), cast(CARA, NOT_SURE))
    club.when(Governance.close_voting, by(ASHA), IDEA).then(
        closed(Closing.BY_HAND, actor=ASHA),
        decided(
            Result.ADOPTED,
            actor=THE_COMMITTEE,
            route=Route.VOTE,
            rule=RULE,
            authority=event_id(CLUB, 2),
            tally=ChoiceTally(
                yes=1, no=0, abstain=1, objection=0, stand_aside=0, silent=1, recused=0
            ),
            entitled=3,
        ),
    )
    club.when(Governance.close_voting, by(BEN), IDEA).then_refused(
        NotEligible, saying="who runs the meeting"
    )


def test_the_decision_keeps_what_was_at_stake() -> None:
    big, place = Stake.SAFETY_RULES_MEMBERSHIP_PLACE, Domain.PLACE
    given(made(stake=big, domain=place), opened(), cast(BEN, NO)).when(
        Proposal.close, by(ASHA)
    ).then(closed(), decided(Result.REJECTED, stake=big, domain=place))


def test_a_vote_in_which_nobody_voted_is_not_closed_by_hand() -> None:
    given(made(), opened()).when(Proposal.close, by(ASHA)).then_refused(
        RuleBroken, saying="Nobody has voted yet"
    )


def test_where_all_stay_out_nobody_decides() -> None:
    given(made(), opened(), cast(BEN), recused(ASHA), recused(BEN), recused(CARA)).when(
        Proposal.close, by(ASHA)
    ).then_refused(RuleBroken, saying="Everybody who may vote stays out")


def test_a_vote_that_is_not_open_cannot_be_ended() -> None:
    given(made()).when(Proposal.close, by(ASHA)).then_refused(NotOpen, saying="not opened yet")
    given(made(), opened(), closed(), decided()).when(Proposal.close, by(ASHA)).then_refused(
        NotOpen, saying="decided"
    )


def test_a_promised_end_is_kept() -> None:
    given(made(), opened(closes_at=EVENING)).when(Proposal.close, by(ASHA, NOON)).then_refused(
        NotOpen, saying="until the end that was promised"
    )


def test_at_the_deadline_the_committee_has_decided_whoever_comes_next() -> None:
    given(*a_club(), made(), opened(closes_at=AT_HALF_PAST), cast(BEN)).when(
        Governance.settle_voting, IDEA, EVENING
    ).then(
        closed(Closing.DEADLINE, actor=THE_COMMITTEE, recorded_by=None),
        decided(Result.ADOPTED, actor=THE_COMMITTEE),
    ).at(AT_HALF_PAST)


def test_a_vote_in_which_nobody_voted_comes_to_nothing_at_its_deadline() -> None:
    """The committee has said neither yes nor no."""
    for out in ([], [recused(ASHA), recused(BEN), recused(CARA)]):
        given(*a_club(), made(), opened(closes_at=AT_HALF_PAST), *out).when(
            Governance.settle_voting, IDEA, EVENING
        ).then(
            closed(Closing.DEADLINE, actor=THE_COMMITTEE, recorded_by=None),
            decided(Result.UNDECIDED, actor=THE_COMMITTEE),
        )


def test_nothing_is_settled_before_the_deadline_and_nothing_twice() -> None:
    given(*a_club(), made(), opened(closes_at=NOON)).when(
        Governance.settle_voting, IDEA, NOON - timedelta(seconds=1)
    ).then_nothing()
    given(*a_club(), made(), opened()).when(Governance.settle_voting, IDEA, EVENING).then_nothing()
    given(*a_club(), made(), opened(closes_at=NOON), closed(), decided()).when(
        Governance.settle_voting, IDEA, EVENING
    ).then_nothing()


def test_the_deadline_itself_is_too_late() -> None:
    vote = given(*a_club(), made(), opened(closes_at=NOON), cast(BEN, NO))
    vote.when(Governance.cast_ballot, by(ASHA, NOON - timedelta(seconds=1)), IDEA, YES).then(
        cast(ASHA)
    )
    answer = vote.when(Governance.cast_ballot, by(ASHA, NOON), IDEA, YES)
    answer.then_although_refused(closed(Closing.DEADLINE), decided(Result.REJECTED))
    assert str(answer.refusal) == "Voting is over. This is decided."


def test_whatever_comes_after_the_deadline_finds_the_vote_decided() -> None:
    vote = given(*a_club(chair=ASHA), made(), opened(closes_at=NOON), cast(BEN))
    for too_late in (
        vote.when(Governance.withdraw_ballot, by(BEN, EVENING), IDEA),
        vote.when(Governance.recuse, by(BEN, EVENING), IDEA),
        vote.when(Governance.raise_objection, by(BEN, EVENING), IDEA, "The stairs"),
        vote.when(Governance.close_voting, by(ASHA, EVENING), IDEA),
    ):
        too_late.then_although_refused(closed(Closing.DEADLINE), decided())
        assert type(too_late.refusal) is NotOpen


def test_a_clock_that_was_put_back_keeps_no_vote_open() -> None:
    late = NOON + timedelta(minutes=5)
    given(*a_club(), made(), opened(closes_at=NOON), cast(BEN, at=late)).when(
        Governance.settle_voting, IDEA, EVENING
    ).then(closed(Closing.DEADLINE), decided()).at(late)


def test_a_vote_is_counted_by_the_rule_in_force_when_it_opened() -> None:
    given(
        *a_club(rule=CONSENT),
        made(),
        opened(CONSENT),
        cast(BEN),
        cast(ASHA, A_WORRY),
        worried(ASHA),
        rule_adopted(MAJORITY),
    ).when(Governance.close_voting, by(ASHA), IDEA).then(
        closed(), decided(Result.REJECTED, route=Route.CONSENT)
    )


def test_by_consent_an_open_worry_stops_it_and_one_that_was_met_does_not() -> None:
    past = [made(), opened(CONSENT), cast(BEN), worried(CARA)]
    given(*past).when(Proposal.close, by(ASHA)).then(closed(), decided(Result.REJECTED))
    given(*past, worry_resolved(Resolution.INTEGRATED)).when(Proposal.close, by(ASHA)).then(
        closed(), decided(Result.ADOPTED, route=Route.CONSENT)
    )


def test_the_best_liked_option_is_chosen() -> None:
    given(
        made(options=(PIZZA, CURRY, SOUP)),
        opened(RANKED),
        cast(ASHA, ranking("curry", "pizza")),
        cast(BEN, ranking("curry", "soup pizza")),
        cast(CARA, ranking("soup", "curry")),
    ).when(Proposal.close, by(ASHA)).then(closed(), decided(Result.CHOSEN, CURRY))


# ---- What a history kept elsewhere tells


def test_only_an_import_states_an_outcome() -> None:
    given(*a_club(), made(), opened(), cast(BEN)).when(
        Governance.close_and_decide, by(ASHA), IDEA, outcome=Outcome(result=Result.ADOPTED)
    ).then_refused(NoAuthority, saying="Only an imported history")


def test_imported_ballots_are_counted_and_what_the_source_says_is_kept_beside() -> None:
    stated = Outcome(result=Result.ADOPTED)
    tally = StatedTally(said={Choice.YES: 5})
    given(*a_club(), made(), opened(), cast(BEN, NO)).when(
        Governance.close_and_decide, imported(), IDEA, outcome=stated, tally=tally, words="5:1"
    ).then(
        closed(Closing.NOT_STATED),
        decided(
            Result.REJECTED, stated_outcome=stated, stated_tally=tally, route=Route.VOTE, entitled=3
        ),
    )


def test_a_history_kept_elsewhere_may_say_who_decided_and_by_which_right() -> None:
    given(*a_club(), made(), opened(), cast(BEN)).when(
        Governance.close_and_decide, imported(), IDEA, deciders=[BEN, CARA], authority=FOUNDING
    ).then(closed(Closing.NOT_STATED), decided(deciders=(BEN, CARA), authority=FOUNDING))
    given(*a_club(), made()).when(
        Governance.close_and_decide,
        imported(),
        IDEA,
        outcome=Outcome(result=Result.ADOPTED),
        deciders=[BEN],
        authority=FOUNDING,
    ).then(decided(deciders=(BEN,), authority=FOUNDING, route=Route.UNDOCUMENTED))


def test_without_ballots_the_sources_word_stands_alone() -> None:
    tally = StatedTally(said={Choice.YES: 5})
    given(made(stake=Stake.SMALL)).when(
        Proposal.close_and_decide,
        imported(ASHA),
        outcome=Outcome(result=Result.ADOPTED),
        tally=tally,
    ).then(
        decided(
            Result.ADOPTED,
            actor=ASHA,
            tally=tally,
            route=Route.UNDOCUMENTED,
            rule=None,
            authority=None,
            stake=Stake.SMALL,
        )
    )


def test_without_ballots_and_without_an_outcome_nothing_is_decided() -> None:
    given(made(), opened()).when(Proposal.close_and_decide, imported()).then_refused(
        Malformed, saying="no ballots to count"
    )


def test_what_is_decided_is_not_decided_again() -> None:
    given(made(), opened(), cast(BEN), closed(), decided()).when(
        Proposal.close_and_decide, imported()
    ).then_refused(NotOpen, saying="decided")
    given(made(), withdrawn()).when(Proposal.close_and_decide, imported()).then_refused(
        NotOpen, saying="taken back"
    )


# ---- The order of things


def test_what_is_told_later_fits_in_between() -> None:
    given(made(), opened(), cast(ASHA, at=NOON)).when(
        Proposal.cast_ballot, by(BEN, EVENING, occurred_at=AT_HALF_PAST), BEN, YES
    ).then(cast(BEN)).at(AT_HALF_PAST)


def test_what_is_told_later_cannot_have_happened_before_what_is_recorded() -> None:
    given(made(), opened(), cast(ASHA, at=NOON)).when(
        Proposal.cast_ballot, by(BEN, EVENING, occurred_at=MORNING), BEN, YES
    ).then_refused(Malformed, saying="3 March 2026, 12:00")


def test_a_clock_that_was_put_back_stops_nobody() -> None:
    given(made(), opened(), cast(ASHA, at=NOON)).when(
        Proposal.cast_ballot, by(BEN, MORNING), BEN, YES
    ).then(cast(BEN)).at(NOON)


def test_time_is_kept_to_the_minute() -> None:
    given(made(), opened()).when(
        Proposal.cast_ballot, by(BEN, NOON + timedelta(seconds=59)), BEN, YES
    ).then(cast(BEN, recorded_at=NOON + timedelta(seconds=59))).at(NOON)
