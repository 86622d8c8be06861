"""The demonstration holds together: what a year of the club says, anybody could check like this."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import pytest

from domain.events import (
    CommitteeFounded,
    DecisionReviewed,
    DecisionTaken,
    Event,
    HandoverAccepted,
    HandoverDeclined,
    HelpAsked,
    HelpGiven,
    LineWritten,
    MandateGranted,
    MinutesConfirmed,
    ObjectionAnswered,
    ObjectionRaised,
    ObjectionResolved,
    PersonSeated,
    PlanMade,
    ProposalMade,
    RoleHandoverAccepted,
    RoleHandoverDeclined,
    RuleAdopted,
    StepInApplied,
    StepInReviewed,
    StepInTold,
    SupportNoted,
    TaskAdded,
    TaskDone,
    TaskNotDone,
    TaskReturned,
    TaskTakenOver,
    VotingOpened,
)
from domain.ids import PersonId
from domain.kinds import Capacity, Route, Seat, Through
from domain.mapper import seals_in
from domain.sealed import Sealed
from web.demo import MARK, fill
from web.services import Services

NOW = datetime(2026, 6, 3, 9, 30, tzinfo=UTC)
PEOPLE = ["Asha", "Ben", "Cara", "Dev", "Ella", "Femi", "Jo"]
LOOKING_ON = ["Tess", "Ola"]

SAFE_SINCE = (
    "Two people tell everybody how to be safe. If something is wrong, Jo rings Asha, then Ben."
)

E = TypeVar("E", bound=Event)


class Year:
    """The demonstration as it was written on one day."""

    def __init__(self, services: Services, people: list[tuple[str, PersonId]]) -> None:
        self.services = services
        self.people = dict(people)
        history = services.governance.history()
        self.events = [event for page in history for _, event in page]

    def all(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    def one(self, kind: type[E]) -> E:
        (event,) = self.all(kind)
        return event

    def place(self, event: Event) -> int:
        return self.events.index(event)

    def word(self, seal: Sealed | None) -> str:
        return self.services.governance.vault.words([seal])[seal] if seal else ""

    def sentences(self) -> list[str]:
        log = self.services.audit.log(0, len(self.events))
        return [entry.sentence for entry in log]


def voters(vote: VotingOpened) -> set[PersonId]:
    return {voter.person for voter in vote.electorate}


def a_year(folder: Path, now: datetime) -> Iterator[Year]:
    services = Services.open(folder)
    people = fill(services.governance, now)
    yield Year(services, people)
    services.close()


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    yield from a_year(tmp_path_factory.mktemp("year"), NOW)


@pytest.fixture(
    params=[
        datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
        datetime(2028, 2, 29, 23, 59, tzinfo=UTC),
        datetime(2027, 1, 1, tzinfo=UTC),
        datetime(2026, 7, 15, 12, tzinfo=UTC),
        datetime(2026, 5, 16, 12, tzinfo=UTC),
    ],
    ids=str,
)
def any_day(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[tuple[Year, datetime]]:
    for year in a_year(tmp_path, request.param):
        yield year, request.param


# ---- When


def test_it_can_be_told_on_any_day(any_day: tuple[Year, datetime]) -> None:
    year, now = any_day
    assert all(event.recorded_at < now for event in year.events)
    assert all(one.recorded_at <= then.recorded_at for one, then in pairwise(year.events))
    assert year.services.audit.without_authority() == []
    nights = [plan.on.day for plan in year.all(PlanMade) if plan.on]
    assert len({(night.year, night.month) for night in nights}) == 12
    assert nights[-2] < now.date() < nights[-1] < now.date() + timedelta(days=21)
    told = timedelta(hours=48)
    reviewed = timedelta(days=14)
    applied = year.one(StepInApplied)
    assert year.all(StepInTold)[0].occurred_at - applied.occurred_at < told
    assert year.one(StepInReviewed).occurred_at - applied.occurred_at < reviewed


def test_twelve_nights_on_fridays_in_a_year(year: Year) -> None:
    nights = [plan.on.day for plan in year.all(PlanMade) if plan.on]
    assert len(nights) == 12
    assert {night.strftime("%A") for night in nights} == {"Friday"}
    assert all(28 <= (then - one).days <= 35 for one, then in pairwise(nights))
    assert year.events[0].recorded_at > NOW - timedelta(days=366)


# ---- Who


def test_six_members_and_one_of_the_staff_and_it_says_that_it_is_a_demonstration(
    year: Year,
) -> None:
    assert [*year.people] == [*PEOPLE, *LOOKING_ON]
    seats = [seated.seat for seated in year.all(PersonSeated) if seated.voting]
    assert seats == [Seat.MEMBER] * 6 + [Seat.STAFF]
    (committee,) = year.services.directory.committees()
    assert "Demo" in committee.name
    founded = year.one(CommitteeFounded)
    assert year.word(founded.purpose) == MARK


def test_a_trustee_and_an_auditor_look_on_because_the_club_said_that_they_may(year: Year) -> None:
    seated = [seat for seat in year.all(PersonSeated) if not seat.voting]
    assert [seat.seat for seat in seated] == [Seat.TRUSTEE, Seat.OBSERVER]
    assert [seat.person for seat in seated] == [year.people[name] for name in LOOKING_ON]
    decided = {event.event_id: event for event in year.all(DecisionTaken)}
    told = year.all(StepInTold)[-1]
    for seat in seated:
        assert seat.authority in decided
        assert year.place(told) < year.place(decided[seat.authority]) < year.place(seat)
    here = {person for vote in year.all(VotingOpened) for person in voters(vote)}
    assert not here & {seat.person for seat in seated}


def test_jo_has_most_jobs_at_first_and_few_at_the_end(year: Year) -> None:
    jo = year.people["Jo"]
    plans = [plan.originator_id for plan in year.all(PlanMade)]
    plan_of = {task.originator_id: task.plan for task in year.all(TaskAdded)}
    did = [
        [done for done in year.all(TaskDone) if plan_of[done.originator_id] == plan]
        for plan in plans[:11]
    ]
    share = [sum(jo in done.by for done in night) / len(night) for night in did]
    assert share[0] == 1
    assert all(each <= 1 / 4 for each in share[3:])
    last = {name for night in did[-3:] for done in night for name in done.by}
    assert last >= {year.people[name] for name in PEOPLE[:6]}


# ---- By which right


def test_every_change_states_its_right_and_every_line_is_somebodys_decision(year: Year) -> None:
    assert year.services.audit.without_authority() == []
    rights = {event.event_id: event for event in year.events}
    for line in year.all(LineWritten):
        assert line.authority
        assert isinstance(rights[line.authority], DecisionTaken | StepInApplied)
        assert year.place(rights[line.authority]) < year.place(line)


def test_every_decision_is_by_the_rule_in_force_or_by_a_mandate(year: Year) -> None:
    opened = {vote.originator_id: vote for vote in year.all(VotingOpened)}
    mandate = year.one(MandateGranted)
    for decision in year.all(DecisionTaken):
        if decision.route is Route.DELEGATED_STAFF:
            assert decision.authority == mandate.event_id
        else:
            assert decision.route is Route.VOTE
            assert decision.rule == opened[decision.originator_id].rule
    results = {decision.outcome.result.value for decision in year.all(DecisionTaken)}
    assert results == {"adopted", "rejected", "chosen", "no_quorum"}


def test_a_rule_that_was_adopted_later_is_used_later(year: Year) -> None:
    first, four, _ = year.all(RuleAdopted)
    for vote in year.all(VotingOpened):
        before = year.place(vote) < year.place(four)
        assert (vote.rule == first.rule) is before


# ---- What became of it


def test_every_job_of_a_past_night_was_done_or_told_not_done(year: Year) -> None:
    *past, ahead = [plan.originator_id for plan in year.all(PlanMade)]
    over = {ended.originator_id for ended in (*year.all(TaskDone), *year.all(TaskNotDone))}
    for plan in past:
        jobs = [task.originator_id for task in year.all(TaskAdded) if task.plan == plan]
        assert len(jobs) >= 7
        assert set(jobs) <= over
    open_now = [task for task in year.all(TaskAdded) if task.originator_id not in over]
    assert {task.plan for task in open_now} == {ahead}


def test_jobs_pass_on_by_two_acts_and_a_no_is_a_no(year: Year) -> None:
    assert len(year.all(HandoverAccepted)) >= 12
    assert len(year.all(HandoverDeclined)) >= 6
    assert len(year.all(RoleHandoverAccepted)) == len(year.all(RoleHandoverDeclined)) == 1
    taken, returned = year.one(TaskTakenOver), year.one(TaskReturned)
    assert (taken.giver, taken.taker) == (returned.taker, returned.giver)
    assert taken.asked is False


def test_whoever_asked_for_help_was_helped(year: Year) -> None:
    asked, given = year.all(HelpAsked), year.all(HelpGiven)
    assert len(asked) >= 5
    helped = {(one.originator_id, one.kind) for one in given}
    assert {(one.originator_id, one.kind) for one in asked} <= helped


def test_every_worry_on_what_is_decided_was_answered_and_brought_to_its_end(year: Year) -> None:
    decided = {decision.originator_id for decision in year.all(DecisionTaken)}
    raised = {one.objection for one in year.all(ObjectionRaised) if one.originator_id in decided}
    assert len(raised) == 4
    assert raised == {one.objection for one in year.all(ObjectionAnswered)}
    assert raised == {one.objection for one in year.all(ObjectionResolved)}


def test_staff_stepped_in_once_and_the_plan_changed_because_of_what_was_found(year: Year) -> None:
    applied, reviewed = year.one(StepInApplied), year.one(StepInReviewed)
    seated = {seat.person for seat in year.all(PersonSeated)}
    assert set(reviewed.reviewers) - seated
    assert applied.person not in reviewed.reviewers
    (safe,) = [line for line in year.all(LineWritten) if line.authority == applied.event_id]
    assert safe.originator_id in applied.touches
    found = year.place(reviewed)
    later = [line for line in year.all(LineWritten) if year.place(line) > found]
    changed = next(line for line in later if year.word(line.words) == SAFE_SINCE)
    decided = next(one for one in year.all(DecisionTaken) if one.event_id == changed.authority)
    assert year.place(decided) > found


def test_what_the_review_found_true_was_a_worry_before(year: Year) -> None:
    changed, kept = year.all(DecisionReviewed)
    assert (changed.finding.value, kept.finding.value) == ("change", "keep")
    (true,) = changed.come_true
    assert true in {one.objection for one in year.all(ObjectionRaised)}


def test_minutes_are_confirmed_by_the_chair_and_another(year: Year) -> None:
    confirmed = year.all(MinutesConfirmed)
    chairs = [one for one in confirmed if one.capacity is Capacity.CHAIR]
    assert len(chairs) == 12
    assert len(confirmed) == 24
    for one in confirmed:
        assert one.seen_to <= year.place(one)


def test_some_things_were_told_late_and_some_votes_were_helped(year: Year) -> None:
    late = [event for event in year.events if event.through is Through.TOLD]
    assert len(late) == 2
    assert all(event.recorded_at - event.occurred_at > timedelta(days=3) for event in late)
    assert len(year.all(SupportNoted)) >= 5
    assert all(one.chosen_by_voter for one in year.all(SupportNoted))


def test_prices_are_amounts_and_choices_have_pictures(year: Year) -> None:
    made = year.all(ProposalMade)
    assert sum(one.amount is not None for one in made) >= 10
    options = [option for one in made for option in one.options]
    assert len(options) == 6
    assert all(option.picture for option in options)


# ---- What is open now


def test_four_things_wait_for_asha(year: Year) -> None:
    (committee,) = year.services.directory.committees()
    name, asha = committee.committee, year.people["Asha"]
    waiting = year.services.decisions.open_for(name, asha, NOW)
    assert [idea.title for idea in waiting if not idea.ballot_of(asha)] == [
        "We buy a light for the dance floor",
        "What do we eat at the club night?",
    ]
    tasks = year.services.tasks.open(name)
    asked = [task.title for task in tasks for offer in task.offers if offer.taker.person == asha]
    assert asked == ["Sell drinks at the bar"]
    held = [task.title for task in tasks if asha in {one.person for one in task.holders}]
    assert held == ["Open the door"]
    assert [task.title for task in tasks if not task.holders] == ["Clear up after the club"]


def test_every_entry_is_a_sentence_and_none_has_lost_its_words(year: Year) -> None:
    sentences = year.sentences()
    assert len(sentences) == len(year.events)
    assert all(one.endswith((".", ".”", "?”", ".’”")) for one in sentences)
    seals = {seal for event in year.events for seal in seals_in(event)}
    assert seals == year.services.governance.vault.words(seals).keys()
