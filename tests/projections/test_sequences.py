"""Whatever people do, in whatever order: who looks on sees what the events come to, and no more."""

from collections import defaultdict
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import rule
from pydantic_core import to_json

from domain.events import Event
from domain.ids import CommitteeId, PlanId, ProposalId, TaskId
from projections.decisions import Decisions
from projections.directory import Directory
from projections.plan import Plans
from projections.stops import Stop
from projections.tasks import Tasks
from projections.views import Views
from tests.domain.test_sequences import People, number, program
from tests.projections import folds
from tests.projections.answers import answers, compares, put, some_asked
from tests.projections.tables import tables
from tests.projections.then import asked_of, views_of_then
from web.services import READ_MODELS


class Onlookers(People):
    """Both programs look at the same ``views.db``, now and then."""

    def __init__(self) -> None:
        super().__init__()
        file = self.folder / "views.db"
        self.views = [Views(file, program, READ_MODELS) for program in self.programs]

    def teardown(self) -> None:
        try:
            self.both_see_the_same()
            self.a_new_file_is_the_same()
            self.what_is_seen_is_what_happened()
            self.how_it_stood_is_what_a_log_of_then_tells()
        finally:
            for one in self.views:
                one.close()
            super().teardown()

    @rule(which=program, idea=number, job=number)
    def somebody_looks(self, which: int, idea: int, job: int) -> None:
        """At an idea and at a job; both are as the log tells them."""
        views = self.views[which]
        self.see_idea(views, self.idea(idea))
        self.see_job(views, self.task(job))

    @rule(which=program, how=st.sampled_from(["deleted", "made anew"]))
    def somebody_tidies_up(self, which: int, how: str) -> None:
        if how == "deleted":
            (self.folder / "views.db").unlink(missing_ok=True)
        else:
            self.views[which].rebuild()

    # ---- What is seen

    def stream(self, stream: UUID) -> list[Event]:
        return self.programs[0].events_of(stream)

    def see_idea(self, views: Views, idea: ProposalId) -> None:
        events = self.stream(idea)
        seen, vote = views.of(Decisions).proposal(idea, self.now), folds.vote(events)
        assert seen
        assert {b.voter: b.answer for b in seen.counted_ballots} == vote.counted
        if seen.decision:
            assert [seen.decision.tally] == folds.tallies(events) == [vote.tally]

    def see_job(self, views: Views, job: TaskId) -> None:
        seen = views.of(Tasks).task(job)
        assert seen
        asked = {offer.taker.person: offer.giver.person for offer in seen.offers}
        held = [holder.person for holder in seen.holders]
        assert (held, asked, not seen.is_open) == folds.holders(self.stream(job))

    # ---- In the end

    def both_see_the_same(self) -> None:
        first, second = (answers(views, self.now) for views in self.views)
        assert first == second

    def a_new_file_is_the_same(self) -> None:
        new = Views(self.folder / "new.db", self.programs[0], READ_MODELS)
        assert answers(new, self.now) == answers(self.views[0], self.now)
        assert tables(self.folder / "new.db") == tables(self.folder / "views.db")
        new.close()

    def what_is_seen_is_what_happened(self) -> None:
        views = self.views[0]
        streams: dict[str, list[UUID]] = defaultdict(list)
        for event in self.events:
            if event.originator_version == 1:
                streams[event.TOPIC.split(".")[0]].append(event.originator_id)
        for idea in streams["proposal"]:
            self.see_idea(views, ProposalId(idea))
        for job in streams["task"]:
            self.see_job(views, TaskId(job))
        for plan in streams["plan"]:
            seen = views.of(Plans).plan(PlanId(plan))
            assert seen
            assert [(it.line, it.authority) for it in seen.lines] == folds.lines(self.stream(plan))
        for committee in streams["committee"]:
            sitting = views.of(Directory).members(CommitteeId(committee))
            assert {
                it.person: (it.seat, it.voting, bool(it.roles)) for it in sitting
            } == folds.members(self.stream(committee))

    def how_it_stood_is_what_a_log_of_then_tells(self) -> None:
        views, number = self.views[0], len(self.events)
        moment = self.events[number * 2 // 3].occurred_at
        for stop in (Stop(known=number // 2), Stop(moment), Stop(moment, number * 3 // 4)):
            clock = stop.at or self.now
            with views_of_then(self.programs[0], stop) as then:
                for ask, values in some_asked(views, clock, 5):
                    if not compares(ask):
                        expected = put(asked_of(then, ask), values, clock)
                        told = put(ask, values, clock, stop)
                        assert to_json(told) == to_json(expected), (ask.__qualname__, stop)


TestOnlookers = pytest.mark.timeout(600)(Onlookers.TestCase)
TestOnlookers.settings = settings(max_examples=15, stateful_step_count=30, derandomize=True)
