"""The statutes of what is decided, and of the way in which it was decided."""

from domain.application import Governance
from domain.authority import RuleInForce
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen, RuleBroken
from domain.events import Event
from domain.kinds import Route, Seat, Stake
from domain.proposal import Proposal, Weighed
from domain.values import event_id
from domain.voting.rule import Method, Rule
from domain.voting.tally import Outcome, Result
from tests.committee_facts import (
    BY_DECISION,
    TODAY,
    TOMORROW,
    a_club_with_staff,
    committee_closed,
)
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    CONSENT,
    CURRY,
    IDEA,
    OTHER_CLUB,
    PIZZA,
    RULE,
    SOUP,
    THE_COMMITTEE,
    a_club,
    by,
    cast,
    closed,
    decided,
    imported,
    made,
    opened,
    recused,
    role_taken,
    rule_adopted,
    seated,
    worried,
)
from tests.proposal_facts import (
    IT_FAILED,
    IT_PASSED,
    OLDER_DECISION,
    OLDER_IDEA,
    THE_RULE,
    an_older_yes,
    decision_reversed,
    paper_shared,
)
from tests.scenario import given

# ---- What a vote keeps of what was on the table


def test_a_decision_keeps_what_was_weighed_and_what_it_takes_the_place_of() -> None:
    the_paper = event_id(IDEA, 2)
    given(*an_older_yes(), *a_club(), made(), paper_shared(), opened(), cast(BEN)).when(
        Governance.close_voting,
        by(BEN),
        IDEA,
        considered=["A band", "A DJ"],
        left_out=["A quiz"],
        risks=["It is loud"],
        papers=[the_paper],
        review_on=TOMORROW,
        replaces=OLDER_DECISION,
    ).then(
        closed(),
        decided(papers=(the_paper,), review_on=TOMORROW, replaces=OLDER_DECISION),
        decision_reversed(stream=OLDER_IDEA, authority=event_id(IDEA, 6), actor=THE_COMMITTEE),
    )


def test_a_decision_rests_on_papers_that_people_were_given_and_is_looked_at_later() -> None:
    past = given(made(), opened(), cast(BEN))
    past.when(Proposal.close, by(BEN), Weighed(papers=(event_id(IDEA, 1),))).then_refused(
        NotFound, saying="not given to people"
    )
    past.when(Proposal.close, by(BEN), Weighed(review_on=TODAY)).then_refused(
        Malformed, saying="lies ahead"
    )


def test_a_decision_takes_the_place_of_a_decision_of_the_same_committee() -> None:
    vote = [*a_club(), made(), opened(), cast(BEN)]
    given(*an_older_yes(committee=OTHER_CLUB), *vote).when(
        Governance.close_voting, by(BEN), IDEA, replaces=OLDER_DECISION
    ).then_refused(Malformed, saying="Another committee")
    given(*an_older_yes(), *vote).when(
        Governance.close_voting, by(BEN), IDEA, replaces=event_id(OLDER_IDEA, 1)
    ).then_refused(Malformed, saying="not a decision")


def test_a_vote_by_consent_or_consensus_is_told_as_that() -> None:
    for method, route in (
        (Method.CONSENT, Route.CONSENT),
        (Method.CONSENSUS, Route.CONSENSUS),
        (Method.MAJORITY, Route.VOTE),
    ):
        given(made(), opened(Rule(method=method)), cast(ASHA), cast(BEN), cast(CARA)).when(
            Proposal.close, by(ASHA)
        ).then(closed(), decided(route=route))


# ---- Together, without a vote


def consent_club(*more: Event, rule: Rule = CONSENT) -> list[Event]:
    return [*a_club(chair=ASHA, rule=rule), made(), *more]


def test_where_the_rule_is_consent_the_chair_records_that_nobody_objected() -> None:
    given(*consent_club()).when(
        Governance.record_decision,
        by(ASHA),
        IDEA,
        Route.CONSENT,
        IT_PASSED,
        authority=THE_RULE,
        present=3,
    ).then(
        decided(
            Result.ADOPTED,
            route=Route.CONSENT,
            rule=RULE,
            authority=THE_RULE,
            present=3,
            actor=THE_COMMITTEE,
            deciders=(),
            tally=None,
        )
    )
    given(*consent_club()).when(
        Governance.record_decision, by(BEN), IDEA, Route.CONSENT, IT_PASSED, authority=THE_RULE
    ).then_refused(NotEligible, saying="who runs the meeting")


def test_by_consent_nothing_passes_over_an_open_worry() -> None:
    by_consent = (Route.CONSENT, IT_PASSED)
    given(*consent_club(worried(CARA))).when(
        Governance.record_decision, by(ASHA), IDEA, *by_consent, authority=THE_RULE
    ).then_refused(RuleBroken, saying="still has a worry")
    given(*consent_club(worried(CARA), recused(CARA))).when(
        Governance.record_decision, by(ASHA), IDEA, *by_consent, authority=THE_RULE
    ).then(decided(recused=(CARA,)))
    given(*consent_club(worried(CARA))).when(
        Governance.record_decision, by(ASHA), IDEA, Route.CONSENT, IT_FAILED, authority=THE_RULE
    ).then(decided(Result.REJECTED))


def test_a_committee_that_agreed_to_vote_votes() -> None:
    for route in (Route.CONSENT, Route.CONSENSUS):
        given(*a_club(chair=ASHA), made()).when(
            Governance.record_decision, by(ASHA), IDEA, route, IT_PASSED, authority=THE_RULE
        ).then_refused(NoAuthority, saying="Hold a vote")


def test_the_rule_that_is_cited_is_the_one_in_force() -> None:
    given(*consent_club(), rule_adopted(CONSENT, domains=())).when(
        Governance.record_decision, by(ASHA), IDEA, Route.CONSENT, IT_PASSED, authority=THE_RULE
    ).then_refused(NoAuthority, saying="gives nobody a right")
    given(
        *consent_club(), rule_adopted(CONSENT, stakes=(Stake.SMALL,)), made(stream=OLDER_IDEA)
    ).when(
        Governance.record_decision,
        by(ASHA),
        IDEA,
        Route.CONSENT,
        IT_PASSED,
        authority=event_id(CLUB, 8),
    ).then_refused(RuleBroken, saying="Another rule is in force")


def test_a_vote_is_never_only_recorded() -> None:
    given(*a_club(chair=ASHA), made()).when(
        Governance.record_decision, by(ASHA), IDEA, Route.VOTE, IT_PASSED, authority=THE_RULE
    ).then_refused(RuleBroken, saying="decided by its votes")


# ---- When, and what


def test_what_is_voted_on_is_decided_by_the_vote() -> None:
    for end in ([opened()], [opened(), closed(), decided()]):
        answer = given(*a_club(), made(), *end).when(
            Governance.record_decision, by(BEN), IDEA, Route.UNDOCUMENTED, IT_PASSED
        )
        assert type(answer.refusal) is NotOpen


def test_a_closed_committee_decides_nothing_more() -> None:
    given(*a_club(), committee_closed(), made()).when(
        Governance.record_decision, by(BEN), IDEA, Route.UNDOCUMENTED, IT_PASSED
    ).then_refused(NotOpen, saying="has come to its end")


def test_the_outcome_is_an_answer_to_the_question() -> None:
    choice = given(*a_club(), made(options=(PIZZA, CURRY)))
    decide = (Governance.record_decision, by(BEN), IDEA, Route.UNDOCUMENTED)
    choice.when(*decide, Outcome(result=Result.CHOSEN, options=(PIZZA,))).then(
        decided(Result.CHOSEN, PIZZA)
    )
    choice.when(*decide, Outcome(result=Result.CHOSEN, options=(SOUP,))).then_refused(
        Malformed, saying="not part of the question"
    )
    choice.when(*decide, Outcome(result=Result.CHOSEN)).then_refused(
        Malformed, saying="which answer"
    )
    choice.when(*decide, Outcome(result=Result.ADOPTED, options=(PIZZA,))).then_refused(
        Malformed, saying="which answer"
    )


def test_a_history_kept_elsewhere_tells_of_every_way_with_or_without_a_right() -> None:
    for route in Route:
        given(*a_club_with_staff(), made()).when(
            Governance.record_decision, imported(), IDEA, route, IT_PASSED, deciders=[BEN]
        ).then(decided(route=route, deciders=(BEN,), authority=None))
    given(made()).when(
        Proposal.record_decision, imported(), Route.URGENT, IT_PASSED, BY_DECISION, deciders={}
    ).then(decided(authority=BY_DECISION.event))
    rule = RuleInForce(CONSENT, RULE, THE_RULE)
    given(made()).when(
        Proposal.record_decision, imported(), Route.CONSENT, IT_PASSED, rule, deciders={}
    ).then(decided(rule=RULE, authority=THE_RULE))


def test_a_seat_is_what_somebody_had_when_deciding() -> None:
    given(*an_older_yes(), *a_club(), seated(BEN, Seat.STAFF), role_taken(BEN), made()).when(
        Governance.record_decision,
        by(BEN),
        IDEA,
        Route.DELEGATED_MEMBER,
        IT_PASSED,
        authority=OLDER_DECISION,
    ).then_refused(Malformed, saying="in another way")
