"""What was said, given and found out about an idea, as it stood at any moment."""

from datetime import date, datetime, timedelta
from typing import Any

from domain.application import Governance
from domain.events import Event
from domain.ids import ProposalId
from domain.kinds import Audience, Capacity, Domain, Format, Position, Review, Route, Stake, Support
from projections.meetings import Meetings
from projections.talk import Talk
from projections.talk_seen import AfterwardsSeen, TalkSeen
from tests.committee_facts import TODAY, TOMORROW, a_club_with_staff
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    DEV,
    EVENING,
    IDEA,
    MORNING,
    NO,
    NOON,
    WORRY,
    YES,
    a_club,
    by,
    cast,
    closed,
    decided,
    made,
    opened,
    worried,
)
from tests.meeting_facts import began, ended
from tests.projections.reading import asked
from tests.proposal_facts import (
    OLDER_DECISION,
    OLDER_IDEA,
    an_older_yes,
    confirmed,
    decision_reversed,
    deferred,
    extended,
    hands,
    hands_counted,
    helped,
    outcome_told,
    proxy_given,
    proxy_withdrawn,
    ratification_refused,
    ratified,
    reason_given,
    referral_answered,
    referred,
    reviewed,
    slip_read,
    stake_judged,
    voter_added,
    wants,
)

LATER = EVENING + timedelta(days=1)


def about(
    past: list[Event], at: datetime = LATER, known: int | None = None, then: Any = lambda _: None
) -> TalkSeen:
    return asked(past, Talk, lambda it: it.about(IDEA, at, known), then)


def after(past: list[Event], at: datetime = LATER, known: int | None = None) -> AfterwardsSeen:
    return asked(past, Talk, lambda it: it.afterwards(IDEA, at, known), beside=[Meetings])


# ---- Before the decision


def test_of_an_idea_nobody_has_talked_about_there_is_nothing_to_tell() -> None:
    seen = about([*a_club(), made()])
    assert not any((seen.papers, seen.questions, seen.positions, seen.slips))
    assert seen.casting_vote is None
    assert not after([*a_club(), made()]).holds


def test_papers_questions_and_answers_are_told_with_names_and_words() -> None:
    def talk(governance: Governance) -> None:
        governance.give_name(by(BEN), BEN, "Ben")
        governance.give_name(by(CARA), CARA, "Cara")
        governance.share_paper(by(BEN), IDEA, "A DJ costs £80", Format.EASY_READ, to=[CARA])
        question = governance.ask_question(by(CARA), IDEA, "Who pays?")
        governance.answer_question(by(BEN), IDEA, question, "We do")

    seen = about([*a_club(), made()], then=talk)
    (paper,), (question,) = seen.papers, seen.questions
    assert (paper.said.by, paper.said.words, paper.to) == ("Ben", "A DJ costs £80", ("Cara",))
    assert paper.format is Format.EASY_READ
    assert (question.asked.by, question.asked.words) == ("Cara", "Who pays?")
    assert [(one.by, one.words) for one in question.answers] == [("Ben", "We do")]


def test_what_somebody_wanted_first_is_kept_beside_what_they_want_now() -> None:
    past = [*a_club(), made(), wants(BEN, Position.FOR)]
    past += [wants(CARA, Position.FOR), wants(BEN, Position.WORRIED, at=NOON)]

    def told(at: datetime, known: int | None = None) -> list[tuple[Any, Position, bool]]:
        return [(p.person, p.position, p.holds) for p in about(past, at, known).positions]

    first = [(BEN, Position.FOR, True), (CARA, Position.FOR, True)]
    assert told(MORNING) == first
    assert told(NOON, known=len(past) - 1) == first
    assert told(NOON) == [
        (BEN, Position.FOR, False),
        (CARA, Position.FOR, True),
        (BEN, Position.WORRIED, True),
    ]


def test_better_words_stakes_and_puttings_off_keep_their_order() -> None:
    def mend(governance: Governance) -> None:
        governance.amend_proposal(by(BEN), IDEA, title="A band", options=["A", "B"])

    past = [*a_club(), made(), stake_judged(Stake.SMALL), deferred(TOMORROW)]
    past += [stake_judged(Stake.MONEY_PEOPLE_TIME, domain=Domain.MONEY)]
    seen = about(past, then=mend)
    assert [one.stake for one in seen.stakes] == [Stake.SMALL, Stake.MONEY_PEOPLE_TIME]
    assert [(one.declined, one.until) for one in seen.put_off] == [(False, TOMORROW)]
    (better,) = seen.amendments
    assert (better.title, better.text, better.options) == ("A band", None, ("A", "B"))


def test_each_answer_of_another_committee_belongs_to_the_question_before_it() -> None:
    past = [*a_club(), made(), referred(), referral_answered(), referred(answer_by=TOMORROW)]
    first, second = about(past).referrals
    assert first.answer is not None
    assert (second.answer, second.answer_by) == (None, TOMORROW)


def test_readings_that_differ_are_shown_and_one_that_was_corrected_is_kept() -> None:
    past = [*a_club(), made(), opened(), slip_read(ASHA, CARA, YES), slip_read(BEN, CARA, NO)]
    (slip,) = about(past).slips
    assert slip.differs
    (slip,) = about([*past, slip_read(BEN, CARA, YES)]).slips
    assert not slip.differs
    assert [reading.holds for reading in slip.readings] == [True, False, True]


def test_hands_help_more_time_and_voters_are_told() -> None:
    past = [*a_club_with_staff(), made(), opened(closes_at=NOON), extended(EVENING)]
    past += [voter_added(DEV), hands_counted(hands(yes=1)), hands_counted(hands(yes=2))]
    past += [helped(CARA, DEV, Support.READ, chosen_by_voter=True)]
    past += [proxy_given(BEN, CARA), proxy_withdrawn(BEN)]
    seen = about(past)
    assert seen.extended_to == (EVENING,)
    assert len(seen.added_voters) == 1
    assert [(one.counts, one.holds) for one in seen.hands] == [
        (hands(yes=1), False),
        (hands(yes=2), True),
    ]
    assert [(s.voter, s.kind, s.chosen_by_voter) for s in seen.support] == [
        (CARA, Support.READ, True)
    ]
    assert [one.holds for one in seen.proxies] == [False]


# ---- After it


def a_decision(*more: Event, **named: Any) -> list[Event]:
    return [*a_club(), made(), worried(BEN), opened(), cast(BEN), closed(), decided(**named), *more]


def test_a_decision_is_told_with_its_reason_and_who_heard_of_it() -> None:
    seen = after(
        a_decision(
            reason_given(review_on=TOMORROW),
            confirmed(ASHA, Capacity.CHAIR),
            outcome_told(Audience.PUBLIC, format=Format.SPOKEN),
        )
    )
    assert [one.review_on for one in seen.reasons] == [TOMORROW]
    assert [one.capacity for one in seen.confirmed] == [Capacity.CHAIR]
    assert [(one.to, one.format) for one in seen.told] == [(Audience.PUBLIC, Format.SPOKEN)]
    assert seen.holds


def test_the_day_to_look_again_is_the_one_that_was_named_last() -> None:
    past = a_decision(reason_given(at=NOON), review_on=TODAY)
    assert after(past).review_on == TODAY
    past += [reviewed(Review.KEEP, review_on=TOMORROW, come_true=(WORRY,), at=NOON)]
    assert after(past).review_on == TOMORROW
    assert after(past, at=MORNING).review_on == TODAY
    assert after([*past, reviewed(Review.KEEP, at=NOON)]).review_on is None
    assert after([*past, decision_reversed(at=NOON)]).review_on is None


def test_decisions_whose_day_has_come_are_found() -> None:
    past = a_decision(review_on=TODAY)

    def due(on: date, more: list[Event]) -> list[tuple[date, ProposalId]]:
        return asked(
            [*past, *more], Talk, lambda it: it.to_review(CLUB, on, None, LATER), beside=[Meetings]
        )

    assert due(TODAY, []) == [(TODAY, IDEA)]
    assert due(TODAY - timedelta(days=1), []) == []
    assert due(TOMORROW, [reviewed(Review.KEEP)]) == []
    assert due(TODAY, [reviewed(Review.KEEP, review_on=TOMORROW)]) == []
    assert due(TOMORROW, [reviewed(Review.KEEP, review_on=TOMORROW)]) == [(TOMORROW, IDEA)]
    assert due(TOMORROW, [decision_reversed()]) == []


def test_what_was_decided_in_a_hurry_holds_until_its_day_and_then_only_if_agreed_to() -> None:
    hurry: dict[str, Any] = {"route": Route.URGENT, "ratify_by": TODAY}
    assert after(a_decision(**hurry), at=EVENING).holds
    assert after(a_decision(**hurry)).lapsed
    agreed = after(a_decision(ratified(), **hurry))
    assert agreed.holds
    assert agreed.ratified is not None
    assert agreed.ratified.authority == OLDER_DECISION
    assert not after(a_decision(ratification_refused(), **hurry)).holds


def test_what_was_decided_in_a_hurry_lapses_when_the_next_meeting_is_over() -> None:
    past = a_decision(route=Route.URGENT, ratify_by=LATER.date() + timedelta(days=9))
    met = [*past, began(at=EVENING), ended(at=EVENING)]
    assert after(past).holds
    assert after([*past, began(at=EVENING)]).holds
    assert after(met, at=EVENING).holds
    assert after(met).lapsed
    assert after(met).answer_until == EVENING.date()
    assert not after([*met, ratified(at=EVENING)]).lapsed


def test_an_ended_decision_is_told_with_what_ended_it() -> None:
    past = a_decision(decision_reversed(at=NOON))
    assert after(past, at=MORNING).holds
    ended = after(past)
    assert not ended.holds
    assert ended.reversed is not None
    assert ended.reversed.authority == OLDER_DECISION


def test_what_takes_the_place_of_a_decision_is_found_from_both_sides() -> None:
    past = [*an_older_yes(), *a_decision(replaces=OLDER_DECISION)]
    assert after(past).replaces == OLDER_DECISION
    older = asked(past, Talk, lambda it: it.afterwards(OLDER_IDEA, LATER), beside=[Meetings])
    assert len(older.replaced_by) == 1
    assert older.replaced_by[0].startswith(IDEA.hex)


def test_what_was_weighed_is_told_in_words() -> None:
    def close(governance: Governance) -> None:
        governance.close_voting(by(BEN), IDEA, considered=["A band"], risks=["It is loud"])

    past = [*a_club(), made(), opened(), cast(BEN)]
    seen = asked(past, Talk, lambda it: it.afterwards(IDEA, LATER), close, beside=[Meetings])
    assert seen.weighed == (("considered", ("A band",)), ("risks", ("It is loud",)))
