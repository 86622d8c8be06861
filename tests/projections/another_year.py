"""The club's second year, in which everything happens that happens seldom."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from domain.act import Act
from domain.ids import CHAIR, MINUTES, PersonId, ProposalId, StreamId
from domain.kinds import (
    Benchmark,
    Domain,
    Finding,
    Rhythm,
    Say,
    Seat,
    Stake,
    StepInGround,
    TakeoverAnswer,
)
from domain.sealed import Sealed
from domain.values import DomainSay, Due, EventId, LocalMoment, MandateHolder
from domain.voting.tally import StatedTally
from tests.facts import CONSENT, NO, YES
from tests.projections.club import Club
from tests.projections.year import Year

MAY = LocalMoment(day=date(2026, 5, 6), zone="Europe/London")


def another_year(year: Year) -> None:
    """Cara comes back, Dev is staff now, Ben runs the meetings too, and minds are changed."""
    club, it = year.club, year.club.governance
    club.later(days=30)
    back = club.open("Cara comes back", about=Domain.RULES)
    club.vote(back, YES, YES)
    club.close(back)
    right = club.governance.authority_of(back)
    asha, ben = club.by(club.asha), club.by(club.ben)
    with it.batch():
        it.seat_person(asha, club.committee, club.cara, authority=right)
        it.seat_person(asha, club.committee, club.dev, Seat.STAFF, authority=right)
        it.give_role(asha, club.committee, CHAIR, "Chair", club.asha, authority=right)
        it.shadow_role(ben, club.committee, CHAIR)
        it.offer_role(asha, club.committee, CHAIR, club.ben, share=True)
        it.accept_role(ben, club.committee, CHAIR)
        it.give_role(asha, club.committee, MINUTES, "Minutes", club.ben, authority=right)
        it.offer_role(ben, club.committee, MINUTES, club.cara)
        it.accept_role(club.by(club.cara), club.committee, MINUTES)
        it.fix_term(asha, club.committee, club.ben, date(2028, 1, 1), role=CHAIR, authority=right)
        it.fix_term(asha, club.committee, club.cara, date(2027, 9, 9), authority=right)
    walk = _walk(club, right)
    _others(club, right)
    _agreements(club, right)
    _occasion(club, right)
    over = club.decide("No walk after all")
    it.reverse_decision(_because(club, club.ben), walk, authority=over)


def _because(club: Club, person: PersonId) -> Act:
    return replace(club.by(person), reason=Sealed.of("It rains"))


def _walk(club: Club, right: EventId) -> ProposalId:
    """Asked in better words, with more time and one more voter than at first."""
    it, walk = club.governance, club.idea("A walk")
    club.later(days=1)
    it.amend_proposal(club.by(club.ben), walk, title="A long walk", text="To the hills")
    it.judge_stake(club.by(club.asha), walk, Stake.MONEY_PEOPLE_TIME, Domain.PEOPLE)
    it.leave_committee(club.by(club.cara), club.committee, club.cara)
    it.open_voting(club.by(club.ben), walk, closes_at=club.now + timedelta(days=1))
    club.vote(walk, YES, NO)
    it.extend_voting(club.by(club.ben), walk, club.now + timedelta(days=3))
    it.seat_person(club.by(club.asha), club.committee, club.cara, authority=right)
    it.add_voter(club.by(club.ben), walk, club.cara, authority=right)
    club.later(days=2)
    club.vote(walk, YES, YES, YES)
    it.settle_voting(walk, club.later(days=2))
    return walk


def _others(club: Club, right: EventId) -> None:
    it = club.governance
    with it.batch():
        it.decline_proposal(_because(club, club.ben), club.idea("A fight"))
        soup = club.idea("Soup or salad", ["Soup", "Salad"])
        it.amend_proposal(club.by(club.ben), soup, options=["Soup", "Bread"])
        raised = club.open("More chairs")
        it.count_hands(club.by(club.ben), raised, StatedTally(said={YES: 2, NO: 1}))
        it.close_voting(club.by(club.ben), raised)
        it.adopt_rule(club.by(club.asha), club.committee, CONSENT, right, domains=[Domain.MONEY])


def _agreements(club: Club, right: EventId) -> None:
    it, here, asha = club.governance, club.committee, club.by(club.asha)
    alone = DomainSay(domain=Domain.PROGRAMME, say=Say.ALONE)
    chair = MandateHolder(role=CHAIR)
    mandate = it.grant_mandate(asha, here, chair, "Music", says=[alone], authority=right)
    it.adopt_benchmark(asha, here, "C0", Benchmark.TARGET, Fraction(1, 2), authority=right)
    club.later(days=5)
    dev, ends = _because(club, club.dev), club.now + timedelta(days=1)
    it.revoke_mandate(club.by(club.asha), here, mandate, authority=right)
    outside = it.register_person(asha, "Eve")
    step = it.step_in(
        dev,
        here,
        StepInGround.HARM,
        less_restrictive_tried=True,
        touches=[StreamId(here)],
        ends=ends,
    )
    it.tell_step_in(dev, here, step)
    it.lift_step_in(dev, here, step)
    it.review_step_in(club.by(club.ben), here, step, Finding.UPHELD, [club.ben, outside])


def _occasion(club: Club, right: EventId) -> None:
    it, asha, ben = club.governance, club.by(club.asha), club.by(club.ben)
    fair = it.make_plan(ben, club.committee, "Fair", MAY, authority=right)
    it.plan_recurrence(ben, fair, Rhythm.MONTHLY, until=date(2026, 12, 31), authority=right)
    june = MAY.model_copy(update={"day": date(2026, 6, 3)})
    stall = it.add_task(ben, club.committee, "Stall", plan=fair, authority=right)
    it.take_task(asha, stall)
    it.take_over_task(ben, stall, club.asha, asked=False)
    club.later(days=3)
    due = Due(on=june)
    ben = club.by(club.ben)
    it.move_plan(ben, fair, june, authority=right)
    it.amend_task(ben, stall, "Two stalls", plan=fair, due=due, people=2, authority=right)
    it.answer_takeover(club.by(club.asha), stall, club.ben, TakeoverAnswer.TAKEN)
    it.return_task(club.by(club.ben), stall, club.asha)
    it.cancel_plan(club.by(club.ben), fair, authority=right)
