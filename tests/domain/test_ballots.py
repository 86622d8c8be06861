"""The statutes of voting: who answers, until when, and what becomes of it."""

from domain.application import Governance
from domain.errors import Malformed, NotEligible, NotFound, NotOpen
from domain.proposal import Proposal
from domain.voting.tally import Result
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    CONSENT,
    CURRY,
    DEV,
    IDEA,
    NO,
    NOON,
    PIZZA,
    RANKED,
    THE_PROGRAM,
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
    withdrawn,
    worried,
)
from tests.proposal_facts import ranking
from tests.scenario import given

# ---- Voting


def test_a_voter_answers() -> None:
    given(made(), opened()).when(Proposal.cast_ballot, by(BEN), BEN, YES).then(
        cast(BEN, YES, actor=BEN)
    )


def test_a_voter_answers_anew_until_the_vote_closes() -> None:
    given(made(), opened(), cast(BEN, YES)).when(Proposal.cast_ballot, by(BEN), BEN, NO).then(
        cast(BEN, NO)
    )


def test_the_same_answer_twice_adds_nothing() -> None:
    given(made(), opened(), cast(BEN, YES)).when(
        Proposal.cast_ballot, by(BEN), BEN, YES
    ).then_nothing()


def test_nobody_votes_before_voting_opens() -> None:
    for act in (by(BEN), imported(BEN)):
        given(made()).when(Proposal.cast_ballot, act, BEN, YES).then_refused(
            NotOpen, saying="Voting has not opened yet."
        )


def test_nobody_votes_after_the_end() -> None:
    given(made(), opened(), closed()).when(Proposal.cast_ballot, by(BEN), BEN, YES).then_refused(
        NotOpen, saying="Voting is over."
    )
    given(made(), opened(), closed(), decided()).when(
        Proposal.cast_ballot, by(BEN), BEN, YES
    ).then_refused(NotOpen, saying="This is decided.")
    given(made(), opened(), withdrawn()).when(Proposal.cast_ballot, by(BEN), BEN, YES).then_refused(
        NotOpen, saying="taken back"
    )


def test_nobody_votes_once_the_deadline_has_passed() -> None:
    vote = given(made(), opened(closes_at=NOON))
    vote.when(Proposal.cast_ballot, by(BEN, NOON), BEN, YES).then_refused(
        NotOpen, saying="Voting is over."
    )
    vote.when(Proposal.cast_ballot, imported(BEN, NOON), BEN, YES).then(cast(BEN))


def test_only_who_could_vote_when_it_opened_votes() -> None:
    given(made(), opened(people=(ASHA, BEN))).when(
        Proposal.cast_ballot, by(CARA), CARA, YES
    ).then_refused(NotEligible, saying="who could vote when this opened")


def test_who_joined_later_does_not_vote_on_what_was_open_already() -> None:
    given(
        *a_club(ASHA, BEN), made(), opened(people=(ASHA, BEN)), registered(CARA), seated(CARA)
    ).when(Governance.cast_ballot, by(CARA), IDEA, YES).then_refused(
        NotEligible, saying="when this opened"
    )


def test_who_is_recused_does_not_vote() -> None:
    given(made(), opened(), recused(BEN)).when(
        Proposal.cast_ballot, by(BEN), BEN, YES
    ).then_refused(NotEligible, saying="staying out")


def test_who_left_does_not_vote() -> None:
    given(made(), opened(), voter_dropped(BEN)).when(
        Proposal.cast_ballot, by(BEN), BEN, YES
    ).then_refused(NotEligible, saying="you have left it")


def test_nobody_votes_in_anothers_place() -> None:
    given(*a_club(), made(), opened()).when(
        Governance.cast_ballot, by(ASHA), IDEA, YES, voter=BEN
    ).then_refused(NotEligible, saying="for themselves")


def test_whoever_pressed_for_a_voter_is_named() -> None:
    given(*a_club(), made(), opened()).when(
        Governance.cast_ballot, by(BEN, recorded_by=ASHA), IDEA, YES
    ).then(cast(BEN, YES, actor=BEN, recorded_by=ASHA))


def test_the_program_has_no_vote() -> None:
    given(*a_club(), made(), opened()).when(
        Governance.cast_ballot, by(THE_PROGRAM), IDEA, YES
    ).then_refused(NotEligible, saying="Only a person")


def test_an_answer_has_to_fit_the_question() -> None:
    given(made(), opened()).when(
        Proposal.cast_ballot, by(BEN), BEN, ranking("pizza", "curry")
    ).then_refused(Malformed, saying="yes or no")
    ranked = given(made(options=(PIZZA, CURRY)), opened(RANKED))
    ranked.when(Proposal.cast_ballot, by(BEN), BEN, YES).then_refused(
        Malformed, saying="an order of the options"
    )
    ranked.when(Proposal.cast_ballot, by(BEN), BEN, ranking("pizza", "soup")).then_refused(
        Malformed, saying="not part of the question"
    )
    ranked.when(Proposal.cast_ballot, by(BEN), BEN, ranking("pizza", "curry")).then(
        cast(BEN, ranking("pizza", "curry"))
    )


def test_there_is_no_such_idea() -> None:
    given(*a_club()).when(Governance.cast_ballot, by(BEN), IDEA, YES).then_refused(
        NotFound, saying="There is no such idea."
    )
    given(*a_club()).when(Governance.cast_ballot, by(BEN), CLUB, YES).then_refused(
        NotFound, saying="There is no such idea."
    )


def test_an_imported_ballot_after_the_end_is_kept_and_never_counts() -> None:
    given(made(), opened(), cast(ASHA, NO), closed(), decided(Result.REJECTED)).when(
        Proposal.cast_ballot, imported(BEN), BEN, YES
    ).then(cast(BEN, YES))
    given(made(), opened(), cast(ASHA, NO), closed(), cast(BEN), cast(CARA)).when(
        Proposal.close_and_decide, imported()
    ).then(decided(Result.REJECTED))


def test_a_voter_may_take_their_answer_back() -> None:
    vote = given(made(), opened(), cast(BEN))
    vote.when(Proposal.withdraw_ballot, by(BEN), BEN).then(taken_back(BEN))
    vote.when(Proposal.withdraw_ballot, by(ASHA), BEN).then_refused(
        NotEligible, saying="for themselves"
    )


def test_without_an_answer_there_is_none_to_take_back() -> None:
    given(made(), opened()).when(Proposal.withdraw_ballot, by(BEN), BEN).then_nothing()
    given(made(), opened(), cast(BEN), taken_back(BEN)).when(
        Proposal.withdraw_ballot, by(BEN), BEN
    ).then_nothing()


def test_an_answer_stands_once_the_vote_is_over() -> None:
    given(made(), opened(), cast(BEN), closed(), decided()).when(
        Proposal.withdraw_ballot, by(BEN), BEN
    ).then_refused(NotOpen, saying="decided")


def test_the_answer_of_somebody_who_left_stands() -> None:
    given(made(), opened(), cast(BEN), voter_dropped(BEN)).when(
        Proposal.withdraw_ballot, by(BEN), BEN
    ).then_refused(NotEligible, saying="you have left it")


# ---- Staying out


def test_a_person_may_stay_out_of_deciding() -> None:
    given(*a_club(), made()).when(Governance.recuse, by(BEN), IDEA).then(recused(BEN))
    given(*a_club(), made(), opened(), cast(BEN)).when(Governance.recuse, by(BEN), IDEA).then(
        recused(BEN)
    )


def test_staying_out_twice_adds_nothing() -> None:
    given(made(), recused(BEN)).when(Proposal.recuse, by(BEN), BEN).then_nothing()


def test_nobody_is_kept_out_by_another() -> None:
    given(*a_club(), made()).when(Governance.recuse, by(ASHA), IDEA, BEN).then_refused(
        NotEligible, saying="for themselves"
    )


def test_only_somebody_on_the_committee_can_stay_out() -> None:
    given(*a_club(), made()).when(Governance.recuse, by(DEV), IDEA).then_refused(
        NotEligible, saying="on this committee"
    )


def test_it_is_too_late_to_stay_out_once_voting_is_over() -> None:
    for end in ([withdrawn()], [opened(), closed()], [opened(), closed(), decided()]):
        answer = given(made(), *end).when(Proposal.recuse, by(BEN), BEN)
        assert type(answer.refusal) is NotOpen


def test_who_stays_out_is_not_counted() -> None:
    given(made(), opened(), cast(ASHA, NO), cast(BEN, YES), recused(ASHA)).when(
        Proposal.close, by(BEN)
    ).then(closed(), decided(Result.ADOPTED, entitled=2, recused=(ASHA,)))


def test_a_worry_of_somebody_who_stays_out_stops_nothing() -> None:
    given(made(), opened(CONSENT), cast(BEN), worried(ASHA), recused(ASHA)).when(
        Proposal.close, by(BEN)
    ).then(closed(), decided(Result.ADOPTED))


# ---- Leaving while a vote is open


def test_a_ballot_of_somebody_who_left_stands() -> None:
    given(made(), opened(), cast(ASHA, YES), voter_dropped(ASHA)).when(
        Proposal.close, by(BEN)
    ).then(closed(), decided(Result.ADOPTED, entitled=3))


def test_who_left_without_a_ballot_is_not_counted_as_entitled() -> None:
    given(made(), opened(), cast(BEN), voter_dropped(ASHA)).when(Proposal.close, by(BEN)).then(
        closed(), decided(Result.ADOPTED, entitled=2)
    )


def test_a_voter_drops_out_once_and_only_while_voting_is_open() -> None:
    act = by(THE_PROGRAM)
    given(made(), opened()).when(Proposal.drop_voter, act, BEN).then(voter_dropped(BEN))
    given(made(), opened(), voter_dropped(BEN)).when(Proposal.drop_voter, act, BEN).then_nothing()
    given(made(), opened()).when(Proposal.drop_voter, act, DEV).then_nothing()
    given(made()).when(Proposal.drop_voter, act, BEN).then_nothing()
    given(made(), opened(), closed(), decided()).when(Proposal.drop_voter, act, BEN).then_nothing()
