"""How acts reach the log: one after the other, all of an act or nothing, never on old news."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from eventsourcing.persistence import StoredEvent

from domain import ledger
from domain.application import Governance
from domain.errors import (
    LogUnreadable,
    NoAuthority,
    NotEligible,
    NotFound,
    NotOpen,
    RuleBroken,
)
from domain.kinds import Closing, Domain
from domain.log import Envelope
from domain.values import EventId
from domain.voting.tally import Result
from tests.domain.mishaps import Crash, after_writing, before_writing, crash, working_again
from tests.domain.whole import must_be_whole
from tests.facts import (
    ANOTHER_IDEA,
    ASHA,
    BEN,
    CARA,
    CLUB,
    CONSENT,
    DECISION,
    DEV,
    EVENING,
    IDEA,
    JOB,
    MAJORITY,
    NIGHT,
    NO,
    NOON,
    NOT_SURE,
    YES,
    a_club,
    a_yes,
    added,
    by,
    cast,
    closed,
    decided,
    laid_down,
    left,
    made,
    opened,
    planned,
    registered,
    rule_adopted,
    seated,
    taken,
    voter_dropped,
)
from tests.scenario import Answer, governing, history, record


@pytest.fixture
def club(governance: Governance) -> Governance:
    """A club that votes on one idea, and has a plan and a job."""
    record(governance, [*a_club(), made(), opened(), planned(), added(), taken(ASHA)])
    return governance


@pytest.fixture
def other(club: Governance, tmp_path: Path) -> Iterator[Governance]:
    """Another program on the same files, that has looked at everything already."""
    del club
    with governing(tmp_path) as program:
        for look in (
            lambda: program.authority_of(IDEA),
            lambda: program.seat_person(by(ASHA), CLUB, BEN),
            lambda: program.withdraw_ballot(by(BEN), IDEA),
            lambda: program.take_task(by(ASHA), JOB),
        ):
            try:
                look()
            except RuleBroken:
                continue
        yield program


def since(governance: Governance, position: int) -> Answer:
    return Answer(history(governance, position))


# ---- Two programs on the same files


def test_who_comes_second_decides_on_what_the_first_has_written(
    club: Governance, other: Governance
) -> None:
    start = club.position()
    club.cast_ballot(by(BEN), IDEA, YES)
    other.cast_ballot(by(CARA), IDEA, NO)
    club.cast_ballot(by(ASHA), IDEA, NOT_SURE)
    since(club, start).then(cast(BEN, YES), cast(CARA, NO), cast(ASHA, NOT_SURE))


def test_a_refusal_on_old_news_is_thought_over(governance: Governance, tmp_path: Path) -> None:
    record(governance, [*a_club(), made()])
    with governing(tmp_path) as other, pytest.raises(NotOpen):
        other.cast_ballot(by(BEN), IDEA, YES)
    with governing(tmp_path) as other:
        with pytest.raises(NotOpen):
            other.cast_ballot(by(BEN), IDEA, YES)
        governance.open_voting(by(BEN), IDEA)
        other.cast_ballot(by(BEN), IDEA, YES)
    since(governance, governance.position() - 1).then(cast(BEN, YES))


def test_a_refusal_on_fresh_news_stands(club: Governance, other: Governance) -> None:
    club.cast_ballot(by(ASHA), IDEA, YES)
    club.close_voting(by(ASHA), IDEA)
    position = club.position()
    with pytest.raises(NotOpen, match=r"This is decided\."):
        other.cast_ballot(by(BEN), IDEA, YES)
    assert club.position() == position


def test_nothing_to_do_on_old_news_is_thought_over(club: Governance, other: Governance) -> None:
    other.cast_ballot(by(BEN), IDEA, YES)
    club.cast_ballot(by(BEN), IDEA, NO)
    start = club.position()
    other.cast_ballot(by(BEN), IDEA, YES)
    since(club, start).then(cast(BEN, YES))


def test_a_vote_opens_by_the_rule_that_another_program_has_just_recorded(
    governance: Governance, tmp_path: Path
) -> None:
    record(governance, [*a_club(), *a_yes(domain=Domain.RULES)])
    with governing(tmp_path) as other:
        proposal = other.make_proposal(by(BEN), CLUB, "A second idea")
        governance.adopt_rule(by(BEN), CLUB, CONSENT, DECISION)
        start = governance.position()
        other.open_voting(by(BEN), proposal)
    since(governance, start).then(opened(terms=CONSENT))


def test_who_left_by_another_program_changes_nothing_any_more(
    governance: Governance, tmp_path: Path
) -> None:
    record(governance, [*a_club(), *a_yes(), planned()])
    with governing(tmp_path) as other:
        other.write_line(by(BEN), NIGHT, "Music", "A DJ", authority=DECISION)
        governance.leave_committee(by(BEN), CLUB, BEN)
        position = governance.position()
        with pytest.raises(NotEligible):
            other.write_line(by(BEN), NIGHT, "Food", "Pizza", authority=DECISION)
        with pytest.raises(NotEligible):
            other.make_proposal(by(BEN), CLUB, "Another idea")
    assert governance.position() == position


def test_a_right_that_another_program_has_just_recorded_counts(
    club: Governance, other: Governance
) -> None:
    with pytest.raises(NoAuthority):
        other.authority_of(IDEA)
    club.cast_ballot(by(BEN), IDEA, YES)
    club.close_voting(by(BEN), IDEA)
    assert other.authority_of(IDEA) == club.authority_of(IDEA)
    other.write_line(by(BEN), NIGHT, "Music", "A DJ", authority=club.authority_of(IDEA))


# ---- All of it or nothing


def test_an_act_on_several_streams_is_written_whole(club: Governance) -> None:
    start = club.position()
    club.leave_committee(by(ASHA), CLUB, ASHA, proposals=[IDEA], tasks=[JOB])
    since(club, start).then(left(ASHA), voter_dropped(ASHA), laid_down(ASHA))


def test_an_act_that_loses_a_race_on_one_of_its_streams_is_decided_anew_on_all(
    club: Governance, other: Governance
) -> None:
    club.take_task(by(ASHA), JOB)
    club.cast_ballot(by(ASHA), IDEA, YES)
    start = club.position()
    other.leave_committee(by(ASHA), CLUB, ASHA, proposals=[IDEA], tasks=[JOB])
    since(club, start).then(left(ASHA), voter_dropped(ASHA), laid_down(ASHA))


def test_a_refused_act_leaves_nothing_half_done(club: Governance) -> None:
    nowhere = UUID(int=404)
    position = club.position()
    with pytest.raises(NotFound):
        club.leave_committee(by(ASHA), CLUB, ASHA, proposals=[IDEA], tasks=[nowhere])  # type: ignore[list-item]
    assert club.position() == position
    club.cast_ballot(by(ASHA), IDEA, YES)
    club.make_proposal(by(ASHA), CLUB, "I am still here")
    assert club.position() == position + 2


def test_an_act_that_fails_for_another_reason_leaves_nothing_half_done(club: Governance) -> None:
    unknown = StoredEvent(UUID(int=9), 1, "task.task-juggled", b"{}")
    club.recorder.insert_events([unknown], envelopes=[Envelope(NOON, ())])
    club.make_proposal(by(ASHA), CLUB, "I am here")
    position = club.position()
    with pytest.raises(LogUnreadable):
        club.leave_committee(by(ASHA), CLUB, ASHA, tasks=[unknown.originator_id])  # type: ignore[list-item]
    club.make_proposal(by(ASHA), CLUB, "I am still here")
    assert club.position() == position + 1


def test_a_write_that_fails_leaves_nothing_half_done(club: Governance) -> None:
    club.cast_ballot(by(BEN), IDEA, NO)
    position = club.position()
    before_writing(club, crash)
    with pytest.raises(Crash):
        club.cast_ballot(by(BEN), IDEA, YES)
    working_again(club)
    assert club.position() == position
    club.cast_ballot(by(BEN), IDEA, YES)
    since(club, position).then(cast(BEN, YES))


def test_what_goes_wrong_when_one_has_the_log_to_oneself_leaves_nothing_half_done(
    club: Governance, other: Governance, tmp_path: Path
) -> None:
    def overtaken() -> None:
        working_again(club)
        other.cast_ballot(by(CARA), IDEA, NO)
        after_writing(club, crash)

    before_writing(club, overtaken)
    position = club.position()
    with pytest.raises(Crash):
        club.raise_objection(by(BEN), IDEA, "The stairs are steep")
    working_again(club)
    must_be_whole(tmp_path)
    club.cast_ballot(by(BEN), IDEA, YES)
    since(club, position).then(cast(CARA, NO), cast(BEN, YES))


def test_who_was_overtaken_on_a_stream_they_only_looked_at_decides_anew(
    governance: Governance, tmp_path: Path
) -> None:
    record(
        governance, [*a_club(), *a_yes(domain=Domain.RULES), made(stream=ANOTHER_IDEA), planned()]
    )
    with governing(tmp_path) as other:

        def overtaken() -> None:
            working_again(governance)
            other.adopt_rule(by(CARA), CLUB, CONSENT, DECISION)

        before_writing(governance, overtaken)
        start = governance.position()
        governance.open_voting(by(BEN), ANOTHER_IDEA)
    since(governance, start).then(rule_adopted(CONSENT), opened(terms=CONSENT, stream=ANOTHER_IDEA))


# ---- What lies in memory


def test_streams_that_were_asked_for_longest_ago_are_let_go_and_found_again(
    governance: Governance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "STREAMS_KEPT", 2)
    record(governance, [*a_club(), made(), opened(), planned(), added()])
    governance.cast_ballot(by(BEN), IDEA, YES)
    governance.take_task(by(BEN), JOB)
    governance.register_person(by(DEV))
    start = governance.position()
    governance.cast_ballot(by(BEN), IDEA, YES)
    governance.take_task(by(BEN), JOB)
    assert governance.position() == start


def test_a_vote_costs_the_same_however_many_came_before(club: Governance) -> None:
    club.cast_ballot(by(BEN), IDEA, YES)
    reads: list[str] = []
    with club.recorder.datastore.get_connection(commit=False) as connection:
        connection._sqlite_conn.set_trace_callback(reads.append)  # noqa: SLF001
    for turn in range(20):
        club.cast_ballot(by(BEN), IDEA, (NO, YES)[turn % 2])
    assert not [read for read in reads if "SELECT" in read]


def test_what_nobody_recorded_is_not_found(club: Governance) -> None:
    for name in (EventId(f"{IDEA.hex}@99"), EventId(f"{CLUB.hex}@{10**17}"), EventId("an entry")):
        for question in (club.event, club.placed_event):
            with pytest.raises(NotFound, match="no such entry"):
                question(name)


def test_the_deadline_is_met_once_whoever_comes_first(
    governance: Governance, tmp_path: Path
) -> None:
    record(governance, [*a_club(), made(), opened(closes_at=NOON), cast(BEN)])
    start = governance.position()
    with governing(tmp_path) as other:
        governance.settle_voting(IDEA, EVENING)
        other.settle_voting(IDEA, EVENING)
        with pytest.raises(NotOpen):
            other.cast_ballot(by(CARA, EVENING), IDEA, NO)
    since(governance, start).then(closed(Closing.DEADLINE), decided(Result.ADOPTED))


def test_a_seat_given_by_two_programs_at_once_is_given_once(
    governance: Governance, tmp_path: Path
) -> None:
    record(governance, [*a_club(), registered(DEV)])
    start = governance.position()
    with governing(tmp_path) as other:
        for program in (governance, other, governance):
            program.seat_person(by(ASHA), CLUB, DEV)
    since(governance, start).then(seated(DEV))


def test_the_first_rule_is_adopted_once(governance: Governance, tmp_path: Path) -> None:
    committee = governance.found_committee(by(ASHA), "Club night")
    with governing(tmp_path) as other:

        def adopt(program: Governance) -> Callable[[], object]:
            return lambda: program.adopt_rule(by(ASHA), committee, MAJORITY)

        adopt(governance)()
        with pytest.raises(NoAuthority):
            adopt(other)()
    since(governance, 1).then(rule_adopted(MAJORITY))
