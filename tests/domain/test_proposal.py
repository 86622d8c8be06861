"""The statutes of ideas: who puts a question, and how a vote on it opens."""

from domain.application import Governance
from domain.authority import RuleInForce
from domain.errors import Malformed, NoAuthority, NotEligible, NotOpen, RuleBroken
from domain.kinds import Closing, Domain, Seat, Stake
from domain.proposal import Proposal
from domain.values import Option, event_id
from domain.voting.rule import Method, Rule
from tests.facts import (
    ANOTHER_IDEA,
    ASHA,
    BEN,
    CARA,
    CLUB,
    CONSENT,
    CURRY,
    DECISION,
    DEV,
    EVENING,
    IDEA,
    MAJORITY,
    MORNING,
    NOON,
    PIZZA,
    RANKED,
    RULE,
    SOME_WORDS,
    THE_PROGRAM,
    a_club,
    a_yes,
    by,
    cast,
    closed,
    decided,
    founded,
    imported,
    left,
    made,
    opened,
    seated,
    voters,
    withdrawn,
)
from tests.scenario import given

THE_RULE = RuleInForce(MAJORITY, RULE, event_id(CLUB, 2))


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


def test_a_history_kept_elsewhere_may_name_the_right_by_which_a_vote_was_held() -> None:
    given(*a_club(), *a_yes(), made(stream=ANOTHER_IDEA)).when(
        Governance.open_voting, imported(), ANOTHER_IDEA, authority=DECISION
    ).then(opened(authority=DECISION, rule=RULE, stream=ANOTHER_IDEA))
    given(*a_club(), *a_yes(), made(stream=ANOTHER_IDEA)).when(
        Governance.open_voting, by(ASHA), ANOTHER_IDEA, authority=DECISION
    ).then_refused(NoAuthority, saying="the committee's own rule")


def test_voters_that_a_source_names_sit_on_the_committee() -> None:
    given(*a_club(), made()).when(
        Governance.open_voting, imported(), IDEA, electorate=[DEV]
    ).then_refused(NotEligible, saying="on this committee")
