"""The statutes of deciding by other ways than a count: ties, mandates, a hurry, staff alone."""

from typing import Any

from domain.application import Governance
from domain.authority import RuleInForce
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen, RuleBroken
from domain.events import Event
from domain.ids import StreamId
from domain.kinds import Closing, Domain, Route, Seat, Stake
from domain.proposal import Proposal, Weighed
from domain.values import EventId, event_id
from domain.voting.answers import Ranking
from domain.voting.rule import Method, Rule, Tie
from domain.voting.tally import Outcome, Result
from tests.committee_facts import (
    BY_DECISION,
    MONEY_ALONE,
    TODAY,
    TOMORROW,
    YESTERDAY,
    a_club_with_staff,
    committee_closed,
    held_by,
    mandate_granted,
    pounds,
    right,
    stepped_in,
    up_to,
)
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    CONSENT,
    CURRY,
    DEV,
    EVENING,
    IDEA,
    NO,
    NOON,
    NOT_SURE,
    OTHER_CLUB,
    PIZZA,
    RULE,
    SOUP,
    THE_COMMITTEE,
    YES,
    a_club,
    another_club,
    by,
    cast,
    closed,
    decided,
    imported,
    left,
    made,
    opened,
    recused,
    role_taken,
    rule_adopted,
    seated,
    worried,
)
from tests.proposal_facts import (
    OLDER_DECISION,
    OLDER_IDEA,
    an_older_yes,
    casting_vote,
    decision_reversed,
    paper_shared,
)
from tests.scenario import given

IT_PASSED, IT_FAILED = Outcome(result=Result.ADOPTED), Outcome(result=Result.REJECTED)
CHAIR_BREAKS = Rule(method=Method.MAJORITY, tie=Tie.CHAIR)
CHAIR_BREAKS_RANKED = Rule(method=Method.SCHULZE, tie=Tie.CHAIR)
PROGRAMME: dict[str, Any] = {"domain": Domain.PROGRAMME}


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


# ---- Ties that the chair breaks


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


THE_RULE = event_id(CLUB, 2)


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


# ---- By a mandate, or by a decision that lets somebody decide


def a_mandate(**more: Any) -> list[Event]:
    return [*a_club_with_staff(), mandate_granted(**more)]


def the(past: list[Event]) -> EventId:
    return right(past, type(past[-1]))


def test_who_holds_a_mandate_decides_within_it() -> None:
    past = a_mandate(holder=held_by(BEN))
    given(*past, made(**PROGRAMME)).when(
        Governance.record_decision,
        by(BEN),
        IDEA,
        Route.DELEGATED_MEMBER,
        IT_PASSED,
        authority=the(past),
    ).then(decided(route=Route.DELEGATED_MEMBER, deciders=(BEN,), actor=BEN, authority=the(past)))


def test_beyond_the_mandate_nobody_decides_alone() -> None:
    past = a_mandate(holder=held_by(BEN), says=MONEY_ALONE, limit=up_to(80))
    for idea, why in (
        (made(domain=Domain.SAFETY), "does not cover this"),
        (made(), "does not cover this"),
        (made(amount=pounds(90), **PROGRAMME), "more money"),
    ):
        given(*past, idea).when(
            Governance.record_decision,
            by(BEN),
            IDEA,
            Route.DELEGATED_MEMBER,
            IT_PASSED,
            authority=the(past),
        ).then_refused(NoAuthority, saying=why)
    given(*past, made(amount=pounds(80), **PROGRAMME)).when(
        Governance.record_decision,
        by(CARA),
        IDEA,
        Route.DELEGATED_MEMBER,
        IT_PASSED,
        authority=the(past),
    ).then_refused(NoAuthority, saying="Somebody else holds this mandate")


def test_a_decision_may_let_somebody_decide() -> None:
    given(*an_older_yes(), *a_club(), made(**PROGRAMME)).when(
        Governance.record_decision,
        by(CARA),
        IDEA,
        Route.DELEGATED_MEMBER,
        IT_PASSED,
        authority=OLDER_DECISION,
    ).then(decided(deciders=(CARA,), authority=OLDER_DECISION))


def test_who_decided_says_who_they_are() -> None:
    past = [*an_older_yes(), *a_club_with_staff(), made(**PROGRAMME)]
    for route, deciders, why in (
        (Route.DELEGATED_STAFF, [BEN], "of the staff"),
        (Route.DELEGATED_STAFF, [BEN, DEV], "nobody else"),
        (Route.DELEGATED_MEMBER, [DEV], "in another way"),
        (Route.DELEGATED_JOINT, [BEN, CARA], "together"),
        (Route.DELEGATED_JOINT, [DEV], "together"),
    ):
        given(*past).when(
            Governance.record_decision,
            by(ASHA),
            IDEA,
            route,
            IT_PASSED,
            deciders=deciders,
            authority=OLDER_DECISION,
        ).then_refused(Malformed, saying=why)
    for route, deciders in (
        (Route.DELEGATED_STAFF, [DEV]),
        (Route.DELEGATED_JOINT, [BEN, DEV]),
        (Route.DELEGATED_MEMBER, [BEN, CARA]),
    ):
        given(*past).when(
            Governance.record_decision,
            by(ASHA),
            IDEA,
            route,
            IT_PASSED,
            deciders=deciders,
            authority=OLDER_DECISION,
        ).then(decided(route=route, deciders=tuple(deciders)))


def test_who_decides_sits_on_the_committee_and_does_not_stay_out() -> None:
    past = [*an_older_yes(), *a_club(), made(**PROGRAMME)]
    decide = (Governance.record_decision, by(ASHA), IDEA, Route.DELEGATED_MEMBER, IT_PASSED)
    given(*past).when(*decide, deciders=[DEV], authority=OLDER_DECISION).then_refused(
        NotEligible, saying="on this committee"
    )
    given(*past, recused(BEN)).when(*decide, deciders=[BEN], authority=OLDER_DECISION).then_refused(
        NotEligible, saying="cannot decide it"
    )
    given(*past, left(ASHA)).when(*decide, authority=OLDER_DECISION).then_refused(
        NotEligible, saying="on this committee"
    )


def test_every_way_of_deciding_names_its_right() -> None:
    past = given(*a_club(chair=ASHA), made())
    for route in set(Route) - {Route.VOTE, Route.STAFF_ALONE, Route.UNDOCUMENTED}:
        past.when(Governance.record_decision, by(ASHA), IDEA, route, IT_PASSED).then_refused(
            NoAuthority, saying="by which right"
        )
    past.when(
        Governance.record_decision,
        by(ASHA),
        IDEA,
        Route.DELEGATED_MEMBER,
        IT_PASSED,
        authority=THE_RULE,
    ).then_refused(NoAuthority, saying="decide together")
    past.when(
        Governance.record_decision,
        by(ASHA),
        IDEA,
        Route.DELEGATED_MEMBER,
        IT_PASSED,
        authority=event_id(CLUB, 1),
    ).then_refused(NoAuthority, saying="Name the mandate or the decision")


# ---- In a hurry


def test_what_is_decided_in_a_hurry_says_until_when_the_committee_agrees() -> None:
    past = a_mandate(holder=held_by(BEN))
    club = given(*past, made(**PROGRAMME))
    urgent = (Governance.record_decision, by(BEN), IDEA, Route.URGENT, IT_PASSED)
    club.when(*urgent, authority=the(past), ratify_by=TOMORROW).then(
        decided(route=Route.URGENT, ratify_by=TOMORROW, deciders=(BEN,))
    )
    club.when(*urgent, authority=the(past)).then_refused(Malformed, saying="until when")
    club.when(*urgent, authority=the(past), ratify_by=YESTERDAY).then_refused(
        Malformed, saying="has passed"
    )
    club.when(
        Governance.record_decision,
        by(BEN),
        IDEA,
        Route.DELEGATED_MEMBER,
        IT_PASSED,
        authority=the(past),
        ratify_by=TOMORROW,
    ).then_refused(Malformed, saying="in a hurry")


# ---- Without the committee, or by another one


def test_a_decision_by_a_step_in_names_the_step_in() -> None:
    past = [*a_club_with_staff(), stepped_in(DEV, touches=(StreamId(IDEA),))]
    given(*past, made(**PROGRAMME)).when(
        Governance.record_decision, by(DEV), IDEA, Route.STEP_IN, IT_FAILED, authority=the(past)
    ).then(decided(Result.REJECTED, route=Route.STEP_IN, deciders=(DEV,), authority=the(past)))
    given(*an_older_yes(), *past, made()).when(
        Governance.record_decision,
        by(DEV),
        IDEA,
        Route.STEP_IN,
        IT_FAILED,
        authority=OLDER_DECISION,
    ).then_refused(NoAuthority, saying="Name the step-in")


def test_a_step_in_about_something_else_decides_nothing_here() -> None:
    past = [*a_club_with_staff(), stepped_in(DEV)]
    given(*past, made(**PROGRAMME)).when(
        Governance.record_decision, by(DEV), IDEA, Route.STEP_IN, IT_FAILED, authority=the(past)
    ).then_refused(NoAuthority, saying="not about this")


def test_what_staff_decided_alone_is_recorded_as_that_without_any_right() -> None:
    past = [*an_older_yes(), *a_club_with_staff(), made()]
    given(*past).when(Governance.record_decision, by(DEV), IDEA, Route.STAFF_ALONE, IT_PASSED).then(
        decided(route=Route.STAFF_ALONE, deciders=(DEV,), authority=None)
    )
    given(*past).when(
        Governance.record_decision, by(BEN), IDEA, Route.STAFF_ALONE, IT_PASSED, deciders=[DEV]
    ).then(decided(route=Route.STAFF_ALONE, actor=BEN, deciders=(DEV,)))
    given(*past).when(
        Governance.record_decision, by(BEN), IDEA, Route.STAFF_ALONE, IT_PASSED
    ).then_refused(Malformed, saying="of the staff")
    given(*past).when(
        Governance.record_decision,
        by(DEV),
        IDEA,
        Route.STAFF_ALONE,
        IT_PASSED,
        authority=OLDER_DECISION,
    ).then_refused(Malformed, saying="in another way")


def test_that_something_was_decided_somehow_can_be_recorded_too() -> None:
    given(*a_club(), made()).when(
        Governance.record_decision, by(CARA), IDEA, Route.UNDOCUMENTED, IT_PASSED
    ).then(decided(route=Route.UNDOCUMENTED, actor=CARA, deciders=(), authority=None))
    given(*a_club(), made()).when(
        Governance.record_decision, by(DEV), IDEA, Route.UNDOCUMENTED, IT_PASSED
    ).then_refused(NotEligible, saying="on this committee")


def test_the_committee_above_may_decide_and_its_decision_is_named() -> None:
    above = an_older_yes(committee=OTHER_CLUB)
    club = a_club()
    club[3] = club[3].model_copy(update={"answers_to": OTHER_CLUB})
    decide = (Governance.record_decision, by(BEN), IDEA, Route.TRUSTEES, IT_PASSED)
    given(another_club(), *above, *club, made()).when(*decide, authority=OLDER_DECISION).then(
        decided(route=Route.TRUSTEES, authority=OLDER_DECISION, deciders=())
    )
    given(another_club(), *above, *a_club(), made()).when(
        *decide, authority=OLDER_DECISION
    ).then_refused(NoAuthority, saying="answers to")
    given(another_club(), *an_older_yes(), *club, made()).when(
        *decide, authority=OLDER_DECISION
    ).then_refused(NoAuthority, saying="answers to")


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
