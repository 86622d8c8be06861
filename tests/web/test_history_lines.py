"""What lines about committees and people become: these events, and no more."""

from datetime import UTC, date, datetime

from domain.events import (
    CommitteeFounded,
    DecisionTaken,
    DetailsGiven,
    HandoverWithdrawn,
    PersonLeft,
    PersonRegistered,
    PersonSeated,
    RoleLaidDown,
    RoleNamed,
    RoleTaken,
    RuleAdopted,
    TaskLaidDown,
    VoterDropped,
)
from domain.ids import CHAIR
from domain.kinds import NotAPerson, Precision, Seat, Through
from domain.voting.rule import Base, Method
from tests.web.past import (
    A_YES,
    CLUB,
    NOON,
    NOW,
    UNKNOWN,
    Past,
    became,
    cast,
    decided,
    founded,
    joined,
    kinds,
    line,
    listed,
    opened,
)

# ---- What every line says


def test_a_line_keeps_when_it_happened_when_it_was_noted_and_where_it_stands(past: Past) -> None:
    (event,) = became(
        past,
        line("rule.adopted", committee="club", rule={"method": "consent"}, noted="2026-05-03"),
    )
    assert event.occurred_at == NOON
    assert event.occurred_to is Precision.DAY
    assert event.noted_at == datetime(2026, 5, 3, 12, tzinfo=UTC)
    assert event.recorded_at == NOW
    assert event.through is Through.IMPORT
    assert event.source.line == 1
    assert event.actor is UNKNOWN
    assert event.authority is None


def test_a_moment_is_kept_to_the_minute_in_utc(past: Past) -> None:
    (event,) = became(past, cast("ben", at="2026-05-02T19:30:59+01:00"), before=(*CLUB, opened()))
    assert event.occurred_at == datetime(2026, 5, 2, 18, 30, tzinfo=UTC)
    assert event.occurred_to is Precision.MINUTE


def test_a_line_names_whose_act_it_was_who_wrote_it_down_and_who_saw_it(past: Past) -> None:
    (event,) = became(
        past,
        cast("ben", actor="asha", recorded_by="cara", witness="asha", through="paper"),
        before=(*CLUB, opened()),
    )
    asha, cara = past.ref("person", "asha"), past.ref("person", "cara")
    assert (event.actor, event.recorded_by, event.witness) == (asha, cara, asha)
    assert event.through is Through.PAPER
    assert event.voter == past.ref("person", "ben")


def test_the_reason_of_a_line_is_sealed_with_its_event(past: Past) -> None:
    (event,) = became(past, cast("ben", reason="It was fun"), before=(*CLUB, opened()))
    assert past.said(event.reason) == "It was fun"


def test_the_committee_or_nobody_may_have_acted(past: Past) -> None:
    events = became(
        past,
        line("plan.made", committee="club", plan="july", title="July", actor="committee"),
        line("plan.line", plan="july", line="Music", value="DJ Sam", actor="unknown"),
    )
    assert [event.actor for event in events] == [NotAPerson.COMMITTEE, UNKNOWN]


# ---- Committees and people


def test_a_founding_brings_name_purpose_and_the_first_rule(past: Past) -> None:
    rule = {"method": "supermajority", "base": "entitled"}
    events = became(past, founded(purpose="Club nights", rule=rule), before=())
    assert kinds(events) == listed(CommitteeFounded, RuleAdopted)
    assert past.said(events[0].name) == "The club"
    assert past.said(events[0].purpose) == "Club nights"
    assert (events[1].terms.method, events[1].terms.base) == (Method.SUPERMAJORITY, Base.ENTITLED)


def test_a_committee_may_be_founded_by_a_decision_of_another(past: Past) -> None:
    (event,) = became(
        past, line("committee.founded", committee="bar", authority="dj"), before=A_YES
    )
    assert event.answers_to == past.ref("committee", "club")
    assert event.authority == past.events(DecisionTaken)[0].event_id


def test_a_right_that_nobody_needs_is_not_kept_and_told(past: Past) -> None:
    past.take(*A_YES, opened("next"))
    report = past.take(cast("ben", proposal="next", authority="dj"))
    assert report.warnings[0].why == "Nobody needs a right for this, so “authority” is not kept."


def test_a_committee_may_be_founded_without_a_name_or_a_rule(past: Past) -> None:
    events = became(past, line("committee.founded", committee="club"), before=())
    assert kinds(events) == listed(CommitteeFounded)
    assert events[0].name is None


def test_a_rule_replaces_the_one_in_force(past: Past) -> None:
    past.take(*CLUB)
    (first,) = past.events(RuleAdopted)
    (event,) = became(past, line("rule.adopted", committee="club", rule={"method": "consent"}))
    assert event.replaces == first.rule


def test_whoever_joins_becomes_known_and_takes_a_seat(past: Past) -> None:
    events = became(
        past,
        joined("jo", name="Jo Smith", seat="staff", voting=False, term_ends="2027-05-01"),
    )
    assert kinds(events) == listed(PersonRegistered, PersonSeated)
    assert past.said(events[0].ref) == "jo"
    assert past.said(events[0].details) == '{"name":"Jo Smith"}'
    seated = events[1]
    assert (seated.seat, seated.voting, seated.term_ends) == (Seat.STAFF, False, date(2027, 5, 1))


def test_observers_have_no_vote_unless_it_is_said(past: Past) -> None:
    events = became(
        past, joined("eve", seat="observer"), joined("fay", seat="observer", voting=True)
    )
    assert [event.voting for event in events if isinstance(event, PersonSeated)] == [False, True]


def test_only_what_is_new_of_somebody_is_written(past: Past) -> None:
    events = became(past, joined("ben", name="Ben"), joined("ben", seat="trustee", name="Ben"))
    assert kinds(events) == listed(DetailsGiven, PersonSeated)


def test_joining_twice_adds_nothing_and_is_told(past: Past) -> None:
    past.take(*CLUB)
    report = past.take(joined("ben", note="again"))
    assert report.warnings[0].why == "“ben” sits on “club” already. This adds nothing."
    assert (report.written, report.bad) == (1, [])


def test_whoever_leaves_is_dropped_from_open_votes_tasks_and_roles_by_the_program(
    past: Past,
) -> None:
    events = became(
        past,
        line("person.left", committee="club", person="ben", at="2026-05-02", reason="Moved away"),
        before=(
            *CLUB,
            line("role.taken", committee="club", person="ben", role="treasurer"),
            opened("dj"),
            opened("old"),
            cast("asha", proposal="old"),
            decided("old"),
            line("task.added", committee="club", task="bar", title="The bar"),
            line("task.taken", task="bar", person="ben"),
            line("handover.offered", task="bar", giver="ben", taker="cara"),
            line("task.added", committee="club", task="door", title="The door"),
            line("task.taken", task="door", person="cara"),
        ),
    )
    assert kinds(events) == listed(
        PersonLeft, RoleLaidDown, VoterDropped, HandoverWithdrawn, TaskLaidDown)  # fmt: skip
    assert [event.actor for event in events] == [UNKNOWN, *[NotAPerson.PROGRAM] * 4]
    assert past.said(events[0].reason) == "Moved away"


def test_whoever_leaves_in_the_same_file_is_dropped_as_well(past: Past) -> None:
    events = became(
        past,
        *CLUB,
        opened(),
        line("task.added", committee="club", task="bar", title="The bar"),
        line("task.taken", task="bar", person="ben"),
        line("person.left", committee="club", person="ben"),
        before=(),
    )
    assert kinds(events)[-3:] == listed(PersonLeft, VoterDropped, TaskLaidDown)


def test_a_role_is_named_the_first_time_it_is_taken(past: Past) -> None:
    events = became(
        past,
        line("role.taken", committee="club", person="ben", role="chair", term_ends="2027-01-01"),
        line("role.left", committee="club", person="ben", role="chair"),
        line("role.taken", committee="club", person="asha", role="chair"),
        line("role.taken", committee="club", person="asha", role="key holder"),
    )
    assert kinds(events) == listed(
        RoleNamed, RoleTaken, RoleLaidDown, RoleTaken, RoleNamed, RoleTaken
    )
    assert events[0].role == CHAIR
    assert past.said(events[4].label) == "key holder"
    assert events[1].term_ends == date(2027, 1, 1)
    assert events[2].actor == past.ref("person", "ben")
