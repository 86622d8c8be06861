"""The statutes of deciding: ideas, votes, worries, and what comes of them."""

from datetime import timedelta

from domain.application import Governance
from domain.authority import RuleInForce
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen, RuleBroken
from domain.ids import ObjectionId
from domain.kinds import Closing, Domain, ObjectionGround, Resolution, Route, Seat, Stake
from domain.proposal import Proposal
from domain.values import Option, event_id
from domain.voting.answers import Choice, Ranking
from domain.voting.rule import Method, Rule
from domain.voting.tally import ChoiceTally, Outcome, Result, StatedTally
from tests.facts import (
    A_WORRY,
    ASHA,
    BEN,
    CARA,
    CLUB,
    CONSENT,
    CURRY,
    DEV,
    EVENING,
    IDEA,
    MAJORITY,
    MORNING,
    NO,
    NOON,
    NOT_SURE,
    PIZZA,
    RANKED,
    RULE,
    SOME_WORDS,
    SOUP,
    THE_COMMITTEE,
    THE_PROGRAM,
    WORRY,
    YES,
    a_club,
    by,
    cast,
    closed,
    decided,
    founded,
    imported,
    left,
    made,
    opened,
    recused,
    registered,
    rule_adopted,
    seated,
    taken_back,
    voter_dropped,
    voters,
    withdrawn,
    worried,
    worry_answered,
    worry_resolved,
)
from tests.scenario import NEW, given

THE_RULE = RuleInForce(MAJORITY, RULE, event_id(CLUB, 2))
OTHER_WORRY = ObjectionId(NEW)
AT_HALF_PAST = NOON + timedelta(minutes=30)


def ranking(*places: str) -> Ranking:
    """Such as ``ranking("pizza", "curry soup")``, best first."""
    names = {"pizza": PIZZA, "curry": CURRY, "soup": SOUP}
    return Ranking(places=tuple(tuple(names[n] for n in place.split()) for place in places))


# ---- Making an idea known


def test_anybody_on_the_committee_puts_a_question() -> None:
    given(*a_club()).when(
        Governance.make_proposal, by(BEN), CLUB, "A DJ", stake=Stake.SMALL, domain=Domain.PROGRAMME
    ).then(made(actor=BEN, committee=CLUB, idea_by=BEN, stake=Stake.SMALL, domain=Domain.PROGRAMME))


def test_an_idea_may_be_told_for_somebody_else() -> None:
    given(*a_club()).when(Governance.make_proposal, by(BEN), CLUB, "A DJ", idea_by=DEV).then(
        made(actor=BEN, idea_by=DEV)
    )


def test_a_stranger_puts_no_question() -> None:
    given(*a_club()).when(Governance.make_proposal, by(DEV), CLUB, "A DJ").then_refused(
        NotEligible, saying="Only people on this committee"
    )


def test_a_question_has_a_title() -> None:
    given(*a_club()).when(Governance.make_proposal, by(BEN), CLUB, " ").then_refused(
        Malformed, saying="words"
    )


def test_a_choice_needs_two_answers_or_more() -> None:
    given().when(
        Proposal.make, by(BEN), CLUB, SOME_WORDS, options=[Option(option=PIZZA, title=SOME_WORDS)]
    ).then_refused(Malformed, saying="two answers or more")


def test_a_history_kept_elsewhere_tells_of_questions_by_people_without_a_seat() -> None:
    given(*a_club()).when(Governance.make_proposal, imported(DEV), CLUB, "A DJ").then(
        made(actor=DEV)
    )


def test_whose_idea_it_is_may_take_it_back() -> None:
    given(made(by=BEN)).when(Proposal.withdraw, by(BEN)).then(withdrawn(by=BEN))


def test_an_idea_can_be_taken_back_while_people_vote() -> None:
    given(made(by=BEN), opened(), cast(ASHA)).when(Proposal.withdraw, by(BEN)).then(withdrawn(BEN))


def test_nobody_takes_back_the_idea_of_another() -> None:
    given(made(by=BEN)).when(Proposal.withdraw, by(ASHA)).then_refused(
        NotEligible, saying="whose idea this is"
    )


def test_what_is_decided_or_taken_back_cannot_be_taken_back() -> None:
    given(made(), opened(), closed(), decided()).when(Proposal.withdraw, by(BEN)).then_refused(
        NotOpen, saying="This is decided."
    )
    given(made(), withdrawn()).when(Proposal.withdraw, by(BEN)).then_refused(
        NotOpen, saying="was taken back"
    )


def test_an_idea_is_not_taken_back_once_its_time_is_up() -> None:
    idea = given(*a_club(), made(), opened(closes_at=NOON), cast(BEN))
    answer = idea.when(Governance.withdraw_proposal, by(BEN, EVENING), IDEA)
    assert str(answer.refusal) == "Voting is over. This is decided."
    answer.then_although_refused(closed(Closing.DEADLINE), decided())


# ---- Opening the vote


def test_voting_opens_by_the_rule_in_force_with_everybody_who_has_a_vote() -> None:
    given(*a_club(ASHA, BEN), seated(CARA, Seat.OBSERVER), made()).when(
        Governance.open_voting, by(BEN), IDEA, closes_at=EVENING
    ).then(
        opened(
            terms=MAJORITY,
            rule=RULE,
            authority=event_id(CLUB, 2),
            electorate=voters(ASHA, BEN),
            opens_at=NOON,
            closes_at=EVENING,
        )
    )


def test_who_left_has_no_vote() -> None:
    given(*a_club(ASHA, BEN, CARA), left(CARA), made()).when(
        Governance.open_voting, by(BEN), IDEA
    ).then(opened(electorate=voters(ASHA, BEN)))


def test_a_vote_weighs_what_the_rule_says() -> None:
    terms = Rule(method=Method.MAJORITY, weights={BEN: 3})
    given(*a_club(ASHA, BEN, rule=terms), made()).when(Governance.open_voting, by(BEN), IDEA).then(
        opened(electorate=(voters(ASHA)[0], voters(BEN)[0].model_copy(update={"weight": 3})))
    )


def test_the_person_who_runs_the_meeting_opens_the_vote() -> None:
    club = given(*a_club(chair=ASHA), made())
    club.when(Governance.open_voting, by(ASHA), IDEA).then(opened(actor=ASHA))
    club.when(Governance.open_voting, by(BEN), IDEA).then_refused(
        NotEligible, saying="who runs the meeting"
    )


def test_where_nobody_runs_the_meetings_anybody_with_a_vote_opens_it() -> None:
    club = given(*a_club(ASHA, BEN), seated(CARA, Seat.OBSERVER), made())
    club.when(Governance.open_voting, by(BEN), IDEA).then(opened(actor=BEN))
    for nobody in (CARA, DEV, THE_PROGRAM):
        club.when(Governance.open_voting, by(nobody), IDEA).then_refused(
            NotEligible, saying="who runs the meeting"
        )


def test_without_a_rule_no_vote_is_held() -> None:
    given(founded(), seated(BEN), made()).when(Governance.open_voting, by(BEN), IDEA).then_refused(
        RuleBroken, saying="no rule yet"
    )


def test_without_a_voter_no_vote_is_held() -> None:
    given(made()).when(Proposal.open_voting, by(BEN), (), THE_RULE).then_refused(
        RuleBroken, saying="Nobody can vote yet"
    )


def test_a_vote_opens_once() -> None:
    given(made(), opened()).when(Proposal.open_voting, by(BEN), voters(BEN), THE_RULE).then_refused(
        NotOpen, saying="Voting is open already."
    )
    given(made(), withdrawn()).when(
        Proposal.open_voting, by(BEN), voters(BEN), THE_RULE
    ).then_refused(NotOpen, saying="taken back")
    given(made(), opened(), closed(), decided()).when(
        Proposal.open_voting, by(BEN), voters(BEN), THE_RULE
    ).then_refused(NotOpen, saying="decided")


def test_the_end_of_a_vote_lies_ahead() -> None:
    for too_early in (MORNING, NOON):
        given(made()).when(
            Proposal.open_voting, by(BEN, NOON), voters(BEN), THE_RULE, closes_at=too_early
        ).then_refused(Malformed, saying="must lie ahead")


def test_a_rule_has_to_suit_the_question() -> None:
    given(made(options=(PIZZA, CURRY))).when(
        Proposal.open_voting, by(BEN), voters(BEN), THE_RULE
    ).then_refused(Malformed, saying="cannot choose between several options")
    given(made()).when(
        Proposal.open_voting, by(BEN), voters(BEN), RuleInForce(RANKED)
    ).then_refused(Malformed, saying="no options to choose from")


def test_nobody_brings_a_rule_or_voters_of_their_own() -> None:
    club = given(*a_club(), made())
    for own in ({"terms": CONSENT}, {"electorate": [BEN]}):
        club.when(Governance.open_voting, by(BEN), IDEA, **own).then_refused(
            NoAuthority, saying="the committee's own rule"
        )


def test_a_history_kept_elsewhere_may_tell_of_a_rule_and_voters_for_one_vote() -> None:
    given(*a_club(), made()).when(
        Governance.open_voting, imported(), IDEA, terms=CONSENT, electorate=[CARA, BEN]
    ).then(opened(terms=CONSENT, rule=None, authority=None, electorate=voters(CARA, BEN)))


def test_voters_that_a_source_names_sit_on_the_committee() -> None:
    given(*a_club(), made()).when(
        Governance.open_voting, imported(), IDEA, electorate=[DEV]
    ).then_refused(NotEligible, saying="on this committee")


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


# ---- Worries


def test_anybody_on_the_committee_may_have_a_worry_before_and_while_people_vote() -> None:
    for past in ([], [opened()]):
        given(*a_club(), made(), *past).when(
            Governance.raise_objection, by(BEN), IDEA, "The stairs", ObjectionGround.SAFETY
        ).then(worried(BEN, OTHER_WORRY, ground=ObjectionGround.SAFETY, named=True))


def test_a_stranger_has_no_worry_here() -> None:
    given(*a_club(), made()).when(Governance.raise_objection, by(DEV), IDEA, "No").then_refused(
        NotEligible, saying="on this committee"
    )


def test_nobody_has_a_worry_in_anothers_name() -> None:
    given(*a_club(), made()).when(
        Governance.raise_objection, by(ASHA), IDEA, "No", person=BEN
    ).then_refused(NotEligible, saying="for themselves")


def test_a_worry_after_the_decision_comes_too_late() -> None:
    given(made(), opened(), closed(), decided()).when(
        Proposal.raise_objection, by(BEN), BEN
    ).then_refused(NotOpen, saying="decided")
    given(made(), withdrawn()).when(Proposal.raise_objection, by(BEN), BEN).then_refused(
        NotOpen, saying="taken back"
    )


def test_words_found_later_belong_to_the_same_worry() -> None:
    given(made(), opened(), worried(BEN, WORRY)).when(
        Proposal.raise_objection, by(BEN), BEN, ObjectionGround.MONEY, SOME_WORDS
    ).then(worried(BEN, WORRY, ground=ObjectionGround.MONEY, words=SOME_WORDS))


def test_a_worry_that_was_dealt_with_stays_so_and_a_new_one_is_new() -> None:
    given(made(), opened(), worried(BEN, WORRY), worry_resolved(Resolution.EXPLAINED)).when(
        Proposal.raise_objection, by(BEN), BEN
    ).then(worried(BEN, OTHER_WORRY))


def test_voting_i_have_a_worry_raises_one() -> None:
    given(made(), opened()).when(Proposal.cast_ballot, by(BEN), BEN, A_WORRY).then(
        cast(BEN, A_WORRY), worried(BEN, OTHER_WORRY, ground=ObjectionGround.NOT_STATED)
    )


def test_voting_i_have_a_worry_raises_none_where_one_is_open() -> None:
    given(made(), opened(), worried(BEN)).when(Proposal.cast_ballot, by(BEN), BEN, A_WORRY).then(
        cast(BEN, A_WORRY)
    )


def test_voting_something_else_takes_ones_worry_back() -> None:
    given(made(), opened(), cast(BEN, A_WORRY), worried(BEN), worried(ASHA, OTHER_WORRY)).when(
        Proposal.cast_ballot, by(BEN), BEN, YES
    ).then(cast(BEN, YES), worry_resolved(Resolution.WITHDRAWN, objection=WORRY))


def test_taking_the_vote_i_have_a_worry_back_takes_the_worry_back() -> None:
    given(made(), opened(), cast(BEN, A_WORRY), worried(BEN)).when(
        Proposal.withdraw_ballot, by(BEN), BEN
    ).then(taken_back(BEN), worry_resolved(Resolution.WITHDRAWN, objection=WORRY))
    given(made(), opened(), cast(BEN, NOT_SURE), worried(BEN)).when(
        Proposal.withdraw_ballot, by(BEN), BEN
    ).then(taken_back(BEN))


def test_an_imported_ballot_brings_no_worry_that_the_source_does_not_tell() -> None:
    given(made(), opened()).when(Proposal.cast_ballot, imported(BEN), BEN, A_WORRY).then(
        cast(BEN, A_WORRY)
    )


def test_anybody_on_the_committee_answers_a_worry() -> None:
    club = given(*a_club(), made(), worried(BEN))
    club.when(Governance.answer_objection, by(CARA), IDEA, WORRY, "There is a lift").then(
        worry_answered(by=CARA, objection=WORRY)
    )
    club.when(Governance.answer_objection, by(DEV), IDEA, WORRY, "It is fine").then_refused(
        NotEligible, saying="on this committee"
    )


def test_an_answer_after_the_deadline_does_not_keep_the_vote_open() -> None:
    given(*a_club(), made(), opened(closes_at=NOON), cast(CARA), worried(BEN)).when(
        Governance.answer_objection, by(CARA, EVENING), IDEA, WORRY, "There is a lift"
    ).then(closed(Closing.DEADLINE), decided(), worry_answered(by=CARA))


def test_a_worry_is_dealt_with_once() -> None:
    past = given(made(), opened(), worried(BEN), worry_resolved(Resolution.WITHDRAWN))
    past.when(Proposal.resolve_objection, by(BEN), WORRY, Resolution.WITHDRAWN).then_refused(
        NotOpen, saying="dealt with already"
    )
    past.when(Proposal.answer_objection, by(BEN), WORRY, SOME_WORDS).then_refused(
        NotOpen, saying="dealt with already"
    )


def test_there_is_no_such_worry() -> None:
    given(made(), opened()).when(
        Proposal.resolve_objection, by(BEN), WORRY, Resolution.WITHDRAWN
    ).then_refused(NotFound, saying="There is no such worry.")


def test_only_who_has_the_worry_takes_it_back() -> None:
    club = given(*a_club(chair=ASHA), made(), opened(), worried(BEN))
    club.when(Governance.resolve_objection, by(BEN), IDEA, WORRY, Resolution.WITHDRAWN).then(
        worry_resolved(Resolution.WITHDRAWN, actor=BEN)
    )
    club.when(
        Governance.resolve_objection, by(ASHA), IDEA, WORRY, Resolution.WITHDRAWN
    ).then_refused(NotEligible, saying="who has this worry")


def test_the_chair_says_for_the_committee_how_a_worry_was_met() -> None:
    club = given(*a_club(chair=ASHA), made(), opened(), worried(BEN))
    for how in (Resolution.INTEGRATED, Resolution.EXPLAINED, Resolution.OVERRULED):
        club.when(Governance.resolve_objection, by(ASHA), IDEA, WORRY, how).then(
            worry_resolved(how, actor=ASHA)
        )
        club.when(Governance.resolve_objection, by(BEN), IDEA, WORRY, how).then_refused(
            NotEligible, saying="who runs the meeting"
        )


def test_a_history_kept_elsewhere_may_not_say_who_took_a_worry_back() -> None:
    given(made(), opened(), worried(BEN)).when(
        Proposal.resolve_objection, imported(), WORRY, Resolution.WITHDRAWN
    ).then(worry_resolved(Resolution.WITHDRAWN))


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
    given(made(stake=Stake.SAFETY_RULES_MEMBERSHIP_PLACE, domain=Domain.PLACE), opened()).when(
        Proposal.close, by(ASHA)
    ).then(
        closed(),
        decided(Result.REJECTED, stake=Stake.SAFETY_RULES_MEMBERSHIP_PLACE, domain=Domain.PLACE),
    )


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
