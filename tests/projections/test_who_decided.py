"""Who decided what: from a change to its right, its decision and the ballots, in one question."""

from dataclasses import replace

import pytest

from domain.ids import CHAIR, MINUTES
from domain.kinds import Domain, Through
from domain.values import EventId, event_id
from projections.audit import WhoDecided
from projections.directory import RoleHeld
from tests.facts import CONSENT, MAJORITY, NO, YES
from tests.projections.club import Club


@pytest.fixture
def night(club: Club) -> EventId:
    """Asha and Ben said yes to a club night, Cara no; afterwards Cara left."""
    idea = club.open("A club night", about=Domain.RULES)
    club.vote(idea, YES, YES, NO)
    club.close(idea)
    decision = club.governance.authority_of(idea)
    club.governance.leave_committee(club.by(club.cara), club.committee, club.cara)
    return decision


def behind(club: Club, event: EventId) -> WhoDecided:
    """What lies behind this; the decision is always the one on the club night."""
    found = club.audit.who_decided(event)
    assert found.decision
    assert found.decision.title == "A club night"
    said = [(ballot.name, ballot.answer) for ballot in found.ballots]
    assert said == [("Asha", YES), ("Ben", YES), ("Cara", NO)]
    return found


def told(found: WhoDecided) -> list[str]:
    return [entry.topic.partition(".")[2] for entry in found.chain]


def holding(club: Club, role: str) -> RoleHeld:
    members = club.directory.members(club.committee)
    return next(held for member in members for held in member.held if held.name == role)


FROM_DECISION = ["decision-taken", "rule-adopted", "committee-founded"]


def test_of_a_decision(club: Club, night: EventId) -> None:
    found = behind(club, night)
    assert told(found) == FROM_DECISION
    assert found.decision
    assert (found.decision.event, found.decision.route) == (night, "vote")


def test_of_a_line(club: Club, night: EventId) -> None:
    plan = club.plan(authority=night)
    club.governance.write_line(club.by(club.ben), plan, "Food", "Pizza", authority=night)
    (line,) = [line for one in club.plans.plans(club.committee) for line in one.lines]
    assert told(behind(club, line.event)) == ["line-written", *FROM_DECISION]


def test_of_a_job_and_of_whoever_took_it(club: Club, night: EventId) -> None:
    job = club.task("Door", authority=night)
    club.governance.take_task(club.by(club.ben), job)
    (seen,) = club.tasks.tasks()
    assert told(behind(club, seen.event)) == ["task-added", *FROM_DECISION]
    taken = behind(club, event_id(job, 2))
    assert told(taken) == ["task-taken", "task-added", *FROM_DECISION]
    club.governance.amend_task(club.by(club.ben), job, "Two doors", authority=night)
    club.governance.finish_task(club.by(club.ben), job)
    done = behind(club, event_id(job, 4))
    assert told(done) == ["task-done", "task-amended", *FROM_DECISION]


def test_of_a_role_and_of_whoever_it_was_handed_to(club: Club, night: EventId) -> None:
    it, here, asha, ben = club.governance, club.committee, *map(club.by, club.people[:2])
    it.give_role(asha, here, MINUTES, "Minutes", club.asha, authority=night)
    given = holding(club, "Minutes")
    assert told(behind(club, given.event)) == ["role-taken", *FROM_DECISION]
    it.offer_role(asha, here, MINUTES, club.ben)
    it.accept_role(ben, here, MINUTES)
    accepted = behind(club, holding(club, "Minutes").event)
    assert told(accepted) == ["role-handover-accepted", "role-taken", *FROM_DECISION]
    source = replace(ben, through=Through.IMPORT)
    it.report_role_handover(source, here, MINUTES, [club.ben], [club.asha])
    passed = behind(club, holding(club, "Minutes").event)
    assert told(passed) == ["role-handover-reported", *told(accepted)]


def test_of_a_rule(club: Club, night: EventId) -> None:
    club.governance.adopt_rule(club.by(club.asha), club.committee, CONSENT, night)
    rule = club.directory.rule(club.committee)
    assert rule
    assert told(behind(club, rule.event)) == ["rule-adopted", *FROM_DECISION]


def test_what_the_founding_allowed_nobody_decided(club: Club) -> None:
    club.governance.give_role(club.by(club.asha), club.committee, CHAIR, "Chair", club.asha)
    found = club.audit.who_decided(holding(club, "Chair").event)
    assert told(found) == ["role-taken", "committee-founded"]
    assert (found.decision, found.ballots) == (None, ())


def test_of_what_is_not_there_nothing_is_told(club: Club) -> None:
    assert club.audit.who_decided(EventId("nonsense")) == WhoDecided((), None, ())


def test_a_decision_is_told_as_it_was_taken(club: Club, night: EventId) -> None:
    over = club.open("No club night")
    club.vote(over, YES, YES)
    club.close(over)
    idea = club.decisions.register()[0].proposal
    told_why = replace(club.by(club.asha), through=Through.IMPORT)
    club.governance.reverse_decision(told_why, idea, authority=club.governance.authority_of(over))
    found = behind(club, night)
    assert found.decision
    assert found.decision.reversed is None


@pytest.fixture
def gaps(club: Club) -> Club:
    """Two clubs whose history states no right for anything."""
    told = replace(club.by(club.asha), through=Through.IMPORT)
    for name in ("Film", "Food"):
        group = club.governance.found_committee(told, name, MAJORITY)
        club.governance.add_task(told, group, f"{name} first")
        club.governance.add_task(told, group, f"{name} second")
    return club


def test_changes_that_state_no_right_are_listed_of_one_committee_page_by_page(gaps: Club) -> None:
    film = gaps.directory.committees()[1].committee
    ask = gaps.audit.without_authority
    everything, theirs = ask(), ask(committee=film)
    assert [one.sentence for one in theirs] == [
        "Asha added the job “Film first”.",
        "Asha added the job “Film second”.",
    ]
    assert {one.event for one in theirs} < {one.event for one in everything}
    first = ask(0, 1, film)
    assert first + ask(first[0].position, 1, film) == theirs
    assert ask(known=theirs[0].position, committee=film) == theirs[:1]
