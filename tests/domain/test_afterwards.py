"""The statutes of what comes after: why, who was told, agreeing later, looking again, ending."""

from dataclasses import replace
from datetime import timedelta

from domain.act import Act
from domain.application import Governance
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen
from domain.kinds import Audience, Capacity, Format, Review, Route
from domain.proposal import Proposal
from tests.committee_facts import (
    BY_ANOTHER_CLUB,
    BY_DECISION,
    BY_FOUNDING,
    BY_MANDATE,
    TODAY,
    TOMORROW,
    YESTERDAY,
)
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    DECISION,
    DEV,
    IDEA,
    NOON,
    OTHER_CLUB,
    SOME_WORDS,
    WORRY,
    a_club,
    a_yes,
    another_club,
    by,
    decided,
    imported,
    made,
    opened,
    planned,
    seated,
    withdrawn,
    worried,
)
from tests.proposal_facts import (
    OLDER_DECISION,
    THAT_DECISION,
    an_older_yes,
    by_route,
    confirmed,
    decision_reversed,
    in_a_hurry,
    outcome_told,
    ratification_refused,
    ratified,
    reason_given,
    reviewed,
)
from tests.scenario import given

IN_TWO_DAYS = NOON + timedelta(days=2)


def because(act: Act) -> Act:
    return replace(act, reason=SOME_WORDS)


# ---- Why, and who was told


def test_the_chair_says_for_the_committee_why_it_was_decided_so() -> None:
    club = given(*a_club(chair=ASHA), *a_yes())
    club.when(Governance.give_reason, by(ASHA), IDEA, "Everybody liked it", TOMORROW).then(
        reason_given(review_on=TOMORROW, actor=ASHA)
    )
    club.when(Governance.give_reason, by(BEN), IDEA, "I liked it").then_refused(
        NotEligible, saying="who runs the meeting"
    )
    club.when(Governance.give_reason, by(ASHA), IDEA, "It was good", TODAY).then_refused(
        Malformed, saying="lies ahead"
    )


def test_people_confirm_for_themselves_that_this_was_decided() -> None:
    club = given(*a_club(chair=ASHA), *a_yes(), confirmed(CARA))
    club.when(Governance.confirm_decision, by(ASHA), IDEA).then(confirmed(ASHA, Capacity.CHAIR))
    club.when(Governance.confirm_decision, by(BEN), IDEA).then(confirmed(BEN, Capacity.OTHER))
    club.when(Governance.confirm_decision, by(CARA), IDEA).then_nothing()
    club.when(Governance.confirm_decision, by(BEN), IDEA, capacity=Capacity.CHAIR).then_refused(
        NotEligible, saying="who runs the meeting"
    )
    club.when(Governance.confirm_decision, by(BEN), IDEA, CARA).then_refused(
        NotEligible, saying="for themselves"
    )
    club.when(Governance.confirm_decision, by(DEV), IDEA).then_refused(
        NotEligible, saying="on this committee"
    )


def test_that_people_were_told_is_noted_once_for_each_form() -> None:
    club = given(*a_club(), *a_yes(), outcome_told(Audience.COMMITTEE, format=Format.SPOKEN))
    told = (Governance.tell_outcome, by(CARA), IDEA)
    club.when(*told, Audience.COMMITTEE, Format.EASY_READ).then(
        outcome_told(Audience.COMMITTEE, format=Format.EASY_READ, actor=CARA)
    )
    club.when(*told, Audience.COMMITTEE, Format.SPOKEN).then_nothing()


def test_what_is_not_decided_yet_has_no_afterwards() -> None:
    for past in ([], [opened()], [withdrawn()]):
        idea = given(made(), *past)
        for command, *args in (
            (Proposal.give_reason, SOME_WORDS),
            (Proposal.confirm_decision, ASHA, Capacity.OTHER),
            (Proposal.tell_outcome, Audience.PUBLIC),
            (Proposal.review_decision, Review.KEEP),
            (Proposal.reverse_decision, BY_DECISION),
            (Proposal.refuse_ratification,),
        ):
            idea.when(command, by(ASHA), *args).then_refused(NotOpen, saying="not decided yet")


# ---- Agreeing afterwards


def test_the_committee_agrees_afterwards_by_a_decision_of_its_own() -> None:
    club = given(*an_older_yes(), *a_club(), *in_a_hurry())
    club.when(Governance.ratify_decision, by(ASHA), IDEA, authority=OLDER_DECISION).then(
        ratified(authority=OLDER_DECISION)
    )
    club.when(Governance.ratify_decision, by(ASHA), IDEA).then_refused(
        NoAuthority, saying="The committee itself has to decide"
    )
    club.when(Governance.ratify_decision, by(DEV), IDEA, authority=OLDER_DECISION).then_refused(
        NotEligible, saying="on this committee"
    )
    club.when(Governance.ratify_decision, by(ASHA), IDEA, authority=THAT_DECISION).then_refused(
        NoAuthority, saying="The committee itself has to decide"
    )


def test_only_who_is_entitled_agrees_afterwards() -> None:
    idea = given(*in_a_hurry())
    for right in (BY_FOUNDING, BY_MANDATE, BY_ANOTHER_CLUB):
        answer = idea.when(Proposal.ratify_decision, by(ASHA), right)
        assert type(answer.refusal) is NoAuthority
    idea.when(Proposal.ratify_decision, by(ASHA), BY_ANOTHER_CLUB, OTHER_CLUB).then(
        ratified(authority=DECISION)
    )


def test_what_was_decided_together_needs_no_second_yes() -> None:
    for past in (a_yes(), by_route(Route.STAFF_ALONE)):
        given(*past).when(Proposal.ratify_decision, by(ASHA), BY_DECISION).then_refused(
            NotEligible, saying="in a hurry"
        )


def test_the_committee_answers_once_whether_it_agrees() -> None:
    for answered in (ratified(), ratification_refused()):
        idea = given(*in_a_hurry(), answered)
        for command, *args in (
            (Proposal.ratify_decision, BY_DECISION),
            (Proposal.refuse_ratification,),
        ):
            idea.when(command, by(ASHA), *args).then_refused(NotOpen, saying="answered this")


def test_after_the_day_that_was_named_it_has_lapsed() -> None:
    idea = given(*in_a_hurry())
    for command, *args in (
        (Proposal.ratify_decision, BY_DECISION),
        (Proposal.refuse_ratification,),
    ):
        idea.when(command, by(ASHA, IN_TWO_DAYS), *args).then_refused(NotOpen, saying="lapsed")


def test_the_chair_says_for_the_committee_that_it_does_not_agree() -> None:
    club = given(*a_club(chair=ASHA), *in_a_hurry())
    club.when(Governance.refuse_ratification, by(ASHA), IDEA).then(ratification_refused(actor=ASHA))
    club.when(Governance.refuse_ratification, by(BEN), IDEA).then_refused(
        NotEligible, saying="who runs the meeting"
    )


# ---- Looking again


def test_the_chair_writes_down_what_was_found_and_which_worries_came_true() -> None:
    club = given(*a_club(chair=ASHA), made(), worried(BEN), decided())
    look = (Governance.review_decision, by(ASHA), IDEA)
    club.when(*look, Review.CHANGE, come_true=[WORRY], review_on=TOMORROW).then(
        reviewed(Review.CHANGE, come_true=(WORRY,), review_on=TOMORROW)
    )
    club.when(*look, Review.NOT_STATED).then_refused(Malformed, saying="what you found")
    club.when(*look, Review.KEEP, review_on=YESTERDAY).then_refused(Malformed, saying="lies ahead")
    club.when(Governance.review_decision, by(BEN), IDEA, Review.KEEP).then_refused(
        NotEligible, saying="who runs the meeting"
    )
    given(*a_yes()).when(
        Proposal.review_decision, by(ASHA), Review.KEEP, come_true=[WORRY]
    ).then_refused(NotFound, saying="no such worry")


def test_finding_that_it_has_to_end_does_not_end_it() -> None:
    given(*a_club(), *a_yes(), reviewed(Review.END)).when(
        Governance.make_plan, by(BEN), CLUB, "The club night", authority=DECISION
    ).then(planned())


# ---- Ending a decision


def test_a_decision_ends_by_another_decision_and_for_a_reason() -> None:
    club = given(*an_older_yes(), *a_club(), *a_yes())
    end = Governance.reverse_decision
    club.when(end, because(by(ASHA)), IDEA, authority=OLDER_DECISION).then(
        decision_reversed(authority=OLDER_DECISION, reason=SOME_WORDS)
    )
    club.when(end, by(ASHA), IDEA, authority=OLDER_DECISION).then_refused(
        Malformed, saying="Say why"
    )
    club.when(end, because(by(ASHA)), IDEA).then_refused(
        NoAuthority, saying="The committee itself has to decide"
    )
    club.when(end, because(by(ASHA)), IDEA, authority=DECISION).then_refused(
        NoAuthority, saying="cannot speak about itself"
    )
    club.when(end, because(by(DEV)), IDEA, authority=OLDER_DECISION).then_refused(
        NotEligible, saying="on this committee"
    )


def test_a_decision_is_ended_by_its_committee_or_the_one_above_and_by_no_other() -> None:
    past = given(*in_a_hurry())
    for right in (BY_FOUNDING, BY_MANDATE, BY_ANOTHER_CLUB):
        answer = past.when(Proposal.reverse_decision, because(by(ASHA)), right)
        assert type(answer.refusal) is NoAuthority
    past.when(Proposal.reverse_decision, because(by(ASHA)), BY_ANOTHER_CLUB, OTHER_CLUB).then(
        decision_reversed(authority=DECISION)
    )


def test_the_committee_above_ends_a_decision_by_somebody_who_sits_there() -> None:
    club = a_club()
    club[3] = club[3].model_copy(update={"answers_to": OTHER_CLUB})
    past = [another_club(), *an_older_yes(committee=OTHER_CLUB), *club, *a_yes()]
    end = (Governance.reverse_decision, because(by(DEV)), IDEA)
    given(*past, seated(DEV, stream=OTHER_CLUB)).when(*end, authority=OLDER_DECISION).then(
        decision_reversed(actor=DEV)
    )
    given(*past).when(*end, authority=OLDER_DECISION).then_refused(
        NotEligible, saying="on this committee"
    )


def test_ending_a_decision_twice_adds_nothing() -> None:
    given(*a_yes(), decision_reversed()).when(
        Proposal.reverse_decision, because(by(ASHA)), BY_DECISION
    ).then_nothing()


def test_a_history_kept_elsewhere_may_end_a_decision_without_a_word() -> None:
    given(*a_club(), *a_yes()).when(Governance.reverse_decision, imported(), IDEA).then(
        decision_reversed(authority=None, actor=imported().actor).model_copy(
            update={"reason": None}
        )
    )
