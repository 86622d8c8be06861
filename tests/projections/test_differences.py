"""Old and new side by side, and for each difference what made it, back to the right for it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from domain.ids import MINUTES, CommitteeId
from domain.kinds import Domain, Say, Seat, StepInGround, Through
from domain.sealed import Sealed
from domain.values import DomainSay, Due, EventId, LocalMoment, MandateHolder
from projections.differences import Difference, Differences
from projections.stops import NOW, Stop
from tests.facts import CONSENT, NO, YES
from tests.projections.another_year import MAY, another_year
from tests.projections.club import Club
from tests.projections.year import a_year

RULE = "Film Club agreed how it decides. More than half must say yes. We count only YES and NO."
JUNE = LocalMoment(day=date(2026, 6, 3), zone="Europe/London")


@pytest.fixture
def night(club: Club) -> EventId:
    """The decision that allows what follows."""
    return club.decide("A club night", about=Domain.RULES)


def here(club: Club) -> Stop:
    """Where we are now on both axes; an hour later it goes on."""
    stop = Stop(club.now, club.governance.position())
    club.later(hours=1)
    return stop


def told(found: Sequence[Difference]) -> list[tuple[str, str, str | None, str | None]]:
    return [(one.what, one.label, one.was, one.now) for one in found]


def reasons(found: Sequence[Difference]) -> list[str]:
    return [one.because[0].sentence for one in found]


def ask(club: Club) -> Differences:
    return club.views.of(Differences)


def test_each_line_that_differs_tells_what_it_was_what_it_is_and_why(
    club: Club, night: EventId
) -> None:
    it, ben = club.governance, club.by(club.ben)
    plan = club.plan("Friday", authority=night, on=MAY)
    food = it.write_line(ben, plan, "Food", "Pizza", authority=night)
    music = it.write_line(ben, plan, "Music", "Records", authority=night)
    it.write_line(ben, plan, "Place", "The hall", authority=night)
    then = here(club)
    ben = club.by(club.ben)
    it.write_line(ben, plan, "Food", "Curry", line=food, authority=night)
    it.drop_line(ben, plan, music, authority=night)
    it.write_line(ben, plan, "Drinks", "Juice", authority=night)
    it.move_plan(ben, plan, JUNE, authority=night)
    found = ask(club).plan(plan, at=then.at, known=then.known)
    assert told(found) == [
        ("day", "Friday", "6 May 2026", "3 June 2026"),
        ("line", "Food", "Pizza", "Curry"),
        ("line", "Music", "Records", None),
        ("line", "Drinks", None, "Juice"),
    ]
    assert reasons(found) == [
        "The plan “Friday” is now for 3 June 2026.",
        "Ben wrote in the plan “Friday”: Food: Curry.",
        "Ben took a line out of the plan “Friday”.",
        "Ben wrote in the plan “Friday”: Drinks: Juice.",
    ]
    for one in found:
        assert [entry.sentence for entry in one.because[1:]] == [
            "We decided on “A club night”: YES.",
            RULE,
            "Asha founded Film Club.",
        ]
    assert told(ask(club).plans(club.committee, at=then.at)) == told(found)
    assert ask(club).plan(plan) == []


def test_what_was_told_late_is_what_is_known_now_about_then(club: Club, night: EventId) -> None:
    it, plan = club.governance, club.plan("Friday", authority=night)
    club.later(days=3)
    then = here(club)
    club.later(days=3)
    late = replace(club.by(club.ben), occurred_at=then.at, through=Through.IMPORT)
    it.write_line(late, plan, "Food", "Pizza", authority=night)
    it.write_line(club.by(club.ben), plan, "Music", "Records", authority=night)
    as_known_now = Stop(at=then.at)
    found = ask(club).plan(plan, as_known_now, at=then.at, known=then.known)
    assert told(found) == [("line", "Food", None, "Pizza")]
    assert reasons(found) == ["Ben wrote in the plan “Friday”: Food: Pizza."]
    since = ask(club).plan(plan, at=then.at)
    assert told(since) == [("line", "Music", None, "Records")]


def test_jobs_differ_in_who_has_them_how_they_stand_and_what_they_are(
    club: Club, night: EventId
) -> None:
    it, asha, ben = club.governance, *map(club.by, club.people[:2])
    fair = club.plan("Fair", authority=night, on=MAY)
    door, bar = (club.task(name, authority=night, plan=fair) for name in ("Door", "Bar"))
    it.take_task(asha, door)
    it.offer_handover(asha, door, club.ben)
    then = here(club)
    ben = club.by(club.ben)
    it.accept_handover(ben, door)
    it.finish_task(ben, door)
    it.move_plan(ben, fair, JUNE, authority=night)
    due = Due(on=MAY)
    it.amend_task(ben, bar, "The bar", plan=fair, due=due, people=2, authority=night)
    club.task("Lights", authority=night)
    found = ask(club).tasks(club.committee, at=then.at, known=then.known)
    assert told(found) == [
        ("holders", "Door", "Asha", "Ben"),
        ("status", "Door", "held", "done"),
        ("due", "Door", "6 May 2026", "3 June 2026"),
        ("title", "The bar", "Bar", "The bar"),
        ("people", "The bar", "1", "2"),
        ("title", "Lights", None, "Lights"),
    ]
    assert reasons(found) == [
        "Ben accepted the job “Door” from Asha.",
        "Ben finished the job “Door”.",
        "The plan “Fair” is now for 3 June 2026.",
        "Ben said anew what the job “The bar” is.",
        "Ben said anew what the job “The bar” is.",
        "Ben added the job “Lights”.",
    ]
    assert [entry.topic for entry in found[0].because][:3] == [
        "task.handover-accepted",
        "task.task-added",
        "proposal.decision-taken",
    ]


def test_committees_differ_in_who_sits_there_and_who_has_which_role(
    club: Club, night: EventId
) -> None:
    it, group, asha = club.governance, club.committee, club.by(club.asha)
    it.give_role(asha, group, MINUTES, "Minutes", club.asha, authority=night)
    it.offer_role(asha, group, MINUTES, club.ben)
    then = here(club)
    asha, ben = map(club.by, club.people[:2])
    it.accept_role(ben, group, MINUTES)
    it.leave_committee(club.by(club.cara), group, club.cara)
    it.seat_person(asha, group, club.dev, Seat.STAFF, authority=night)
    it.fix_term(asha, group, club.ben, date(2028, 1, 1), authority=night)
    found = ask(club).directory(group, at=then.at)
    assert told(found) == [
        ("seat", "Cara", "Sits as a member", None),
        ("seat", "Dev", "Sits as an observer, without a vote", "Sits as staff"),
        ("holders", "Minutes", "Asha", "Ben"),
        ("term", "Ben", None, "Until 1 January 2028"),
    ]
    assert reasons(found) == [
        "Cara left Film Club.",
        "Dev now sits on Film Club as staff.",
        "Ben accepted the role of Minutes from Asha.",
        "Ben is there on the committee until 1 January 2028.",
    ]


def test_what_was_agreed_differs_also_where_it_ran_out_by_itself(
    club: Club, night: EventId
) -> None:
    it, group, asha = club.governance, club.committee, club.by(club.asha)
    says = [DomainSay(domain=Domain.MONEY, say=Say.ALONE)]
    for person, ends in ((club.asha, club.now.date()), (club.ben, None)):
        holder = MandateHolder(person=person)
        more = {"says": says, "expires": ends, "authority": night}
        it.grant_mandate(asha, group, holder, "Tickets", **more)  # type: ignore[arg-type]
    granted = it.events_of(group)[-1].mandate  # type: ignore[attr-defined]
    then = here(club)
    club.later(days=2)
    it.revoke_mandate(club.by(club.asha), group, granted, authority=night)
    it.adopt_rule(club.by(club.asha), group, CONSENT, night)
    found = ask(club).agreed(group, club.now, at=then.at)
    assert [(one.what, one.label, one.now is None) for one in found] == [
        ("rule", "How we decide", False),
        ("mandate", "Asha", True),
        ("mandate", "Ben", True),
    ]
    assert [one.because[0].topic.partition(".")[2] for one in found] == [
        "rule-adopted",
        "mandate-granted",
        "mandate-revoked",
    ]
    assert found[1].was == "“Tickets”: may decide alone about money, until 3 March 2026"


def test_a_step_in_that_was_lifted_differs(club: Club, night: EventId) -> None:
    it, group = club.governance, club.committee
    it.seat_person(club.by(club.asha), group, club.dev, Seat.STAFF, authority=night)
    why = replace(club.by(club.dev), reason=Sealed.of("The stairs"))
    ends = club.now + timedelta(days=1)
    more: dict[str, Any] = {"less_restrictive_tried": True, "touches": [group], "ends": ends}
    step = it.step_in(why, group, StepInGround.HARM, **more)
    then = here(club)
    it.lift_step_in(club.by(club.dev), group, step)
    found = ask(club).agreed(group, club.now, at=then.at)
    assert told(found) == [("step-in", "Dev", "In force", "Over")]
    assert found[0].because[0].topic == "committee.step-in-lifted"


@pytest.mark.usefixtures("night")
def test_ideas_differ_in_how_far_they_have_come_and_whether_they_hold(club: Club) -> None:
    it = club.governance
    walk, soup, fight = (club.idea(name) for name in ("A walk", "Soup", "A fight"))
    it.open_voting(club.by(club.asha), soup)
    club.vote(soup, YES)
    then = here(club)
    it.open_voting(club.by(club.asha), walk)
    club.vote(walk, YES, YES)
    club.close(walk)
    club.vote(soup, YES, NO)
    why = replace(club.by(club.asha), reason=Sealed.of("No"))
    it.decline_proposal(why, fight)
    old = club.decisions.register()[0].proposal
    it.reverse_decision(why, old, authority=it.authority_of(walk))
    found = ask(club).decisions(club.committee, club.now, at=then.at)
    assert told(found) == [
        ("state", "A walk", "Nobody has been asked yet", "Decided: YES"),
        ("state", "Soup", "1 of 3 have voted", "2 of 3 have voted"),
        ("state", "A fight", "Nobody has been asked yet", "It was not put on the list"),
        ("ended", "A club night", None, "Holds no longer"),
    ]
    assert [one.because[0].topic.partition(".")[2] for one in found] == [
        "decision-taken",
        "ballot-cast",
        "proposal-declined",
        "decision-reversed",
    ]


def test_a_vote_whose_time_is_up_is_over_by_its_own_end(club: Club) -> None:
    idea = club.open(closes_at=club.now + timedelta(hours=2))
    then = here(club)
    found = ask(club).decisions(club.committee, club.later(days=1), at=then.at)
    assert told(found) == [("state", "A club night", "0 of 3 have voted", "The vote is over")]
    assert (found[0].thing, found[0].because[0].topic) == (idea, "proposal.voting-opened")


Ask = Callable[[Stop, Stop], list[Difference]]


def every(club: Club, committee: CommitteeId) -> list[Ask]:
    """Each way of comparing two stops."""
    them, now = ask(club), club.now
    return [
        lambda then, beside: them.plans(committee, beside, *then),
        lambda then, beside: them.tasks(committee, beside, *then),
        lambda then, beside: them.directory(committee, beside, *then),
        lambda then, beside: them.agreed(committee, now, beside, *then),
        lambda then, beside: them.decisions(committee, now, beside, *then),
    ]


def test_two_stops_differ_alike_from_both_sides_and_each_difference_has_its_reason(
    strangers: Club,
) -> None:
    """Where the event that is told counts at both, it came by itself, by what was said before."""
    year = a_year(strangers)
    another_year(year)
    by_itself = {"mandate", "step-in", "state"}
    last = strangers.governance.position()
    stops = [Stop(known=place) for place in range(20, last, 41)] + [NOW]
    for compare in every(strangers, strangers.committee):
        for then in stops:
            assert compare(then, then) == []
            for beside in stops:
                found, back = compare(then, beside), compare(beside, then)
                mirrored = [(one.thing, one.what, one.now, one.was) for one in back]
                seen = [(one.thing, one.what, one.was, one.now) for one in found]
                assert sorted(seen, key=str) == sorted(mirrored, key=str)
                for one in found:
                    assert one.because, one
                    event = strangers.governance.event(one.because[0].event)
                    place = one.because[0].position
                    is_between = then.counts(place, event) is not beside.counts(place, event)
                    assert is_between or one.what in by_itself
