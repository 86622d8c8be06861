"""A year of the film club, in which everything happens that happens every year."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.ids import (
    CHAIR,
    MINUTES,
    CommitteeId,
    ObjectionId,
    PlanId,
    ProposalId,
    StreamId,
    TaskId,
)
from domain.kinds import (
    Capacity,
    Domain,
    Help,
    LineKind,
    Presence,
    Say,
    Seat,
    TakeoverAnswer,
)
from domain.values import DomainSay, EventId, LocalMoment, MandateHolder
from tests.facts import A_WORRY, MAJORITY, NO, YES
from tests.projections.club import Club


@dataclass(frozen=True)
class Year:
    """What came of it."""

    club: Club
    night: ProposalId
    worry: ObjectionId
    decision: EventId
    plan: PlanId
    task: TaskId
    other: CommitteeId


def a_year(club: Club) -> Year:
    """From the founding to the day when Cara leaves."""
    club.governance.give_name(club.by(club.dev), club.dev, "Devika")
    club.found(MAJORITY, chair=True)
    with club.governance.batch():
        club.governance.give_role(
            club.by(club.asha), club.committee, MINUTES, "Minute-taker", club.cara
        )
        night, worry = _vote(club)
        decision = club.governance.authority_of(night)
        plan = _plan(club, decision)
        task = _work(club, decision, plan)
        _end(club, decision)
        other = club.governance.found_committee(
            club.by(club.ben), "Food Club", MAJORITY, founded_by=decision
        )
    club.governance.name_seat(club.by(club.dev), club.committee, Seat.OBSERVER, "guest")
    club.governance.remove_person(club.by(club.ben), club.committee, club.dev, authority=decision)
    _spring(club)
    return Year(club, night, worry, decision, plan, task, other)


def _vote(club: Club) -> tuple[ProposalId, ObjectionId]:
    night = club.open("A club night", about=Domain.RULES)
    club.later(hours=1)
    club.vote(night, YES, YES, A_WORRY)
    worry = club.governance.raise_objection(club.by(club.cara), night, "It is too loud")
    club.governance.answer_objection(club.by(club.ben), night, worry, "Only until ten")
    club.later(hours=1)
    club.governance.cast_ballot(club.by(club.cara), night, NO)
    club.governance.withdraw_ballot(club.by(club.cara), night)
    club.governance.recuse(club.by(club.asha), night)
    club.later(hours=1)
    club.close(night)
    return night, worry


def _plan(club: Club, decision: EventId) -> PlanId:
    act = club.by(club.ben)
    plan = club.governance.make_plan(act, club.committee, "Friday night", authority=decision)
    write = club.governance.write_line
    food = write(act, plan, "Food", "Pizza", kind=LineKind.FOOD, authority=decision)
    write(act, plan, "Food", "Curry", line=food, kind=LineKind.FOOD, authority=decision)
    music = write(act, plan, "Music", "Records", authority=decision)
    club.governance.drop_line(act, plan, music, authority=decision)
    return plan


def _work(club: Club, decision: EventId, plan: PlanId) -> TaskId:
    it, ben, cara = club.governance, club.by(club.ben), club.by(club.cara)
    task = it.add_task(ben, club.committee, "Speakers", plan=plan, authority=decision)
    it.take_task(ben, task)
    it.offer_handover(ben, task, club.cara, "Please", share=True)
    it.withdraw_handover(ben, task, club.cara)
    it.offer_handover(ben, task, club.cara)
    it.decline_handover(cara, task)
    it.offer_handover(ben, task, club.cara)
    it.accept_handover(cara, task)
    it.lay_down_task(cara, task)
    it.take_task(ben, task)
    it.finish_task(ben, task)
    lights = it.add_task(ben, club.committee, "Lights", authority=decision)
    it.drop_task(ben, lights, authority=decision)
    return task


def _end(club: Club, decision: EventId) -> None:
    it, asha, ben, cara = club.governance, *map(club.by, club.people[:3])
    it.withdraw_proposal(ben, club.idea("A quiz"))
    trip = club.open("A trip", closes_at=club.now + timedelta(days=1))
    room = it.add_task(ben, club.committee, "Book the room", authority=decision)
    it.take_task(cara, room)
    it.leave_committee(cara, club.committee, club.cara, proposals=[trip], tasks=[room])
    it.lay_down_role(asha, club.committee, CHAIR, club.asha)
    it.settle_voting(trip, club.later(days=2))
    club.open("Another year")


def _spring(club: Club) -> None:
    """What Asha and Ben do when only the two of them are left."""
    it, asha, ben = club.governance, *map(club.by, club.people[:2])
    spring = club.idea("A spring night", about=Domain.RULES)
    question = it.ask_question(asha, spring, "Where?")
    it.answer_question(ben, spring, question, "At the lake")
    it.open_voting(ben, spring)
    club.vote(spring, YES, YES)
    meeting = it.hold_meeting(ben, club.committee)
    it.note_attendance(ben, meeting, [club.asha, club.ben])
    it.close_voting(replace(ben, meeting=meeting), spring, review_on=date(2027, 3, 3))
    right = it.authority_of(spring)
    it.take_note(ben, meeting, "We go by boat", StreamId(spring))
    it.confirm_minutes(ben, meeting, Capacity.OTHER, it.position())
    it.close_meeting(ben, meeting)
    it.give_reason(ben, spring, "It is warm then")
    act_alone = DomainSay(domain=Domain.MONEY, say=Say.ALONE)
    holder = MandateHolder(person=club.asha)
    it.grant_mandate(ben, club.committee, holder, "Tickets", says=[act_alone], authority=right)
    _by_the_lake(club, right)
    dispute = it.dispute_record(asha, club.committee, right, "It was three of us")
    it.answer_dispute(ben, club.committee, dispute, upheld=False)
    it.correct_record(ben, club.committee, right, "It was two of us", authority=right)


def _by_the_lake(club: Club, right: EventId) -> None:
    it, asha, ben = club.governance, *map(club.by, club.people[:2])
    may = LocalMoment(day=date(2026, 5, 6), zone="Europe/London")
    june = may.model_copy(update={"day": date(2026, 6, 3)})
    lake = it.make_plan(ben, club.committee, "By the lake", may, authority=right)
    it.move_plan(ben, lake, june, authority=right)
    it.note_presence(asha, lake, Presence.HERE)
    boat = it.add_task(ben, club.committee, "Row", plan=lake, people=2, authority=right)
    it.amend_task(ben, boat, "Row the boat", plan=lake, authority=right)
    it.take_task(asha, boat)
    it.ask_help(asha, boat, Help.TELL_ME_HOW)
    it.take_over_task(ben, boat, club.asha)
    it.answer_takeover(asha, boat, club.ben, TakeoverAnswer.SHARED)
    it.finish_task(ben, boat)
    it.reopen_task(asha, boat)
