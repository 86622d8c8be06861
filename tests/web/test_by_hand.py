"""Native lines that somebody wrote: what no other kind of line can say, by names of their own."""

from typing import Any

import pytest

from domain import events
from domain.events import Event
from domain.kinds import Format, Help, NotAPerson, Through
from domain.voting.answers import Ranking
from tests.docs.pages import ROOT, blocks
from tests.web.past import (
    CLUB,
    FOOD,
    NOON,
    PLANNED,
    UNKNOWN,
    Past,
    Said,
    became,
    cast,
    decided,
    kinds,
    line,
    listed,
    opened,
)

PAGE = ROOT / "docs" / "history-file.md"


def note(kind: str, *, at: str = "2026-05-02", **said: Any) -> Said:
    """A native line of the day after."""
    return {"kind": kind, "at": at} | said


def only(past: Past, kind: type[Event]) -> Any:
    (found,) = past.events(kind)
    return found


# ---- What they say


def test_the_lines_on_the_page_about_history_files_come_in(past: Past) -> None:
    example = (ROOT / "docs" / "examples" / "friday-club.jsonl").read_text("utf-8")
    (by_hand,) = (one for one in blocks(PAGE, "json") if "paper-shared" in one.text)
    report = past.take(*example.splitlines(), *by_hand.text.splitlines())
    assert (report.bad, report.warnings) == ([], [])
    paper = only(past, events.PaperShared)
    assert paper.paper == past.ref("paper", "songs")
    assert (paper.format, paper.to) == (
        Format.EASY_READ, (past.ref("person", "asha"), past.ref("person", "ben")),
    )  # fmt: skip
    assert past.said(paper.content) == "What Sam plays"
    helped = only(past, events.HelpGiven)
    assert (helped.by, helped.kind) == (past.ref("person", "jo"), Help.DO_IT_WITH_ME)
    assert only(past, events.TaskAdded).people == 2


def test_what_begins_keeps_its_name_also_for_later_files(past: Past) -> None:
    ask = note("proposal.question-asked", proposal="dj", person="ben", question="when", words="?")
    became(past, opened(), ask)
    later = note("proposal.question-answered", proposal="dj", question="when", words="At ten")
    past.take(later)
    asked, answered = only(past, events.QuestionAsked), only(past, events.QuestionAnswered)
    assert answered.question == asked.question == past.ref("question", "when")


def test_a_name_may_be_left_out_where_nobody_asks_for_it(past: Past) -> None:
    became(past, note("person.adjustment-asked", person="ben", words="A ramp"))
    assert past.said(only(past, events.AdjustmentAsked).words) == "A ramp"


def test_whoever_says_something_for_themselves_is_its_actor(past: Past) -> None:
    wants = note("proposal.position-voiced", proposal="dj", person="ben", position="for")
    needs = note("person.adjustment-asked", person="cara", words="A ramp")
    shared = note("proposal.paper-shared", proposal="dj", content="A song")
    named = note("proposal.paper-shared", proposal="dj", content="Two songs", actor="asha")
    _, _, one, two, three, four = became(past, opened(), wants, needs, shared, named)
    assert [one.actor, two.actor] == [past.ref("person", "ben"), past.ref("person", "cara")]
    assert [three.actor, four.actor] == [UNKNOWN, past.ref("person", "asha")]


def test_a_native_line_says_what_every_line_may(past: Past) -> None:
    more = {
        "recorded_by": "asha",
        "witness": "cara",
        "noted": "2026-05-03",
        "through": "told",
        "reason": "He asked",
    }
    ask = note("proposal.question-asked", proposal="dj", person="ben", words="When?", **more)
    *_, asked = became(past, opened(), ask)
    assert (asked.recorded_by, asked.witness) == (
        past.ref("person", "asha"), past.ref("person", "cara"),
    )  # fmt: skip
    assert (asked.through, past.said(asked.reason)) == (Through.TOLD, "He asked")
    assert asked.noted_at == NOON.replace(day=3)


def test_somebody_unknown_becomes_known_here_too(past: Past) -> None:
    report = past.take(*CLUB, note("person.consent-given", person="eve", to="photo"))
    assert "“eve” was not known yet" in report.warnings[0].why
    assert only(past, events.ConsentGiven).originator_id == past.ref("person", "eve")


WHOLE: tuple[Said, ...] = (
    note("person.person-registered", person="eve", details={"name": "Eve"}),
    note("person.preferences-given", person="eve", preferences={"wants": {"letters": "large"}}),
    note("committee.committee-founded", committee="choir", name="The choir"),
    note("committee.rule-adopted", committee="choir", terms={"method": "majority"}),
    note("committee.person-seated", committee="choir", person="eve", seat="staff", voting=True),
    note("committee.person-seated", committee="choir", person="ben", seat="member", voting=True),
    note("committee.role-taken", committee="choir", person="eve", role="keeper of songs"),
    note("committee.role-taken", committee="choir", person="eve", role="chair"),
    note(
        "proposal.proposal-made",
        committee="choir",
        proposal="songs",
        title="Which songs",
        options=[{"option": "old", "title": "Old ones"}, {"option": "new", "title": "New ones"}],
    ),
    note("plan.plan-made", committee="choir", plan="june", title="June"),
    note("plan.line-written", plan="june", line="where", label="Where", words="The hall"),
    note("plan.line-written", plan="june", line="where", label="Where", words="The park"),
    note("task.task-added", committee="choir", task="notes", title="Notes", plan="june"),
    note("meeting.meeting-opened", committee="choir", meeting="first"),
    note("meeting.attendance-noted", meeting="first", present=["eve"]),
    note("meeting.note-taken", meeting="first", item="songs", words="We sang"),
    note(
        "committee.mandate-granted",
        committee="choir",
        mandate="small things",
        holder={"role": "keeper of songs"},
        words="Buys notes",
        says=[{"domain": "programme", "say": "alone"}],
    ),
    note("task.task-taken", task="notes", person="eve"),
    note("task.task-done", task="notes", by=["eve"]),
)


def test_a_committee_can_be_told_by_native_lines_alone(past: Past) -> None:
    made = became(past, *WHOLE)
    assert past.said(made[0].ref) == "eve"
    assert past.services.naming.name(past.ref("person", "eve")) == "Eve"
    first, second = past.events(events.LineWritten)
    assert first.line == second.line == past.ref("line", "where")
    granted = only(past, events.MandateGranted)
    assert granted.holder.role == past.ref("role", "keeper of songs")
    named = [past.said(one.label) for one in past.events(events.RoleNamed)]
    assert named == ["keeper of songs", "chair"]
    assert only(past, events.NoteTaken).item == past.ref("proposal", "songs")


def test_options_are_called_by_their_names(past: Past) -> None:
    food = opened("food", options=FOOD, rule={"method": "schulze"})
    ballot = note(
        "proposal.ballot-cast",
        proposal="food",
        voter="ben",
        answer={"ranking": [["soup"], ["pizza", "curry"]]},
    )
    *_, made = became(past, food, ballot)
    soup, pizza, curry = (past.ref("option", name) for name in ("soup", "pizza", "curry"))
    assert made.answer == Ranking(places=((soup,), (pizza, curry)))


# ---- What the program adds


def test_the_program_adds_what_it_adds_by_itself(past: Past) -> None:
    offer = note("task.handover-offered", task="bar", giver="ben", taker="asha")
    down = note("task.task-laid-down", task="bar", person="ben")
    made = became(past, offer, down, before=PLANNED)
    assert kinds(made) == [events.HandoverOffered, events.HandoverWithdrawn, events.TaskLaidDown]
    assert [one.actor for one in made[1:]] == [NotAPerson.PROGRAM, past.ref("person", "ben")]


def test_whoever_leaves_drops_out_of_votes_and_jobs(past: Past) -> None:
    other = opened("quiz", at="2026-05-01T18:00")
    made = became(past, other, note("committee.person-left", committee="club", person="ben"),
                  before=PLANNED)  # fmt: skip
    dropped = listed(events.VoterDropped, events.TaskLaidDown)
    assert [one for one in kinds(made) if one in dropped] == dropped


def test_native_lines_tell_other_lines_what_is_open(past: Past) -> None:
    """A vote and a job that native lines began are left by somebody who leaves."""
    made = became(
        past,
        note("proposal.proposal-made", committee="club", proposal="quiz", title="A quiz"),
        line("voting.opened", "2026-05-02", proposal="quiz"),
        note("task.task-added", committee="club", task="door", title="The door"),
        note("task.task-taken", task="door", person="ben"),
        line("person.left", "2026-05-03", committee="club", person="ben"),
    )
    assert kinds(made)[-2:] == listed(events.VoterDropped, events.TaskLaidDown)


def test_what_is_so_already_adds_nothing_and_says_so(past: Past) -> None:
    again = note("task.task-taken", task="bar", person="ben")
    report = past.take(*PLANNED, again)
    assert [one.why for one in report.warnings] == ["This adds nothing: it was so already."]


# ---- What events rest on


def test_an_event_is_named_by_its_line(past: Past) -> None:
    worry = note("proposal.objection-raised", proposal="dj", person="ben", words="Loud", id="n-1")
    better = note("proposal.proposal-amended", proposal="dj", title="Quiet", because_of=["n-1"])
    made = line("proposal.made", proposal="dj", committee="club", title="Loud")
    became(past, made, worry, better)
    raised = only(past, events.ObjectionRaised)
    assert only(past, events.ProposalAmended).because_of == (raised.event_id,)


def test_an_event_is_named_by_a_line_of_an_earlier_file(past: Past) -> None:
    """Also one whose line is there again in a file that has grown, and one of another kind."""
    vote = cast("ben", id="ben's vote")
    ask = note("proposal.question-asked", proposal="dj", person="ben", words="When?", id="q")
    assert not past.take(*CLUB, opened(), vote, ask).bad
    doubts = [
        note("committee.record-disputed", committee="club", event=name, words="No", actor="cara")
        for name in ("ben's vote", "q")
    ]
    assert past.take(ask, *doubts).written == 2
    about = [one.event for one in past.events(events.RecordDisputed)]
    ballot, asked = only(past, events.BallotCast), only(past, events.QuestionAsked)
    assert about == [ballot.event_id, asked.event_id]


def test_a_right_is_named_as_on_every_line(past: Past) -> None:
    decision = decided(id="the decision")
    by_name, by_line, by_event = (
        note("task.task-added", committee="club", task=name, title=name, authority=right)
        for name, right in (("a", "dj"), ("b", "the decision"), ("c", None))
    )
    assert not past.take(*CLUB, opened(), cast("asha"), cast("ben"), decision, by_name).bad
    right = only(past, events.DecisionTaken).event_id
    assert not past.take(by_event | {"authority": right}).bad
    nothing = "What was cited gives nobody a right. Name the decision itself."
    assert past.why(by_line) == nothing  # the line's first event is the end of the vote
    assert [one.authority for one in past.events(events.TaskAdded)] == [right, right]


# ---- Bad lines

ASKED = note("proposal.question-asked", proposal="dj", person="ben", words="When?")
TAKEN = note("task.task-taken", task="bar", person="ben")
ADDED = note("task.task-added", committee="club", task="new", title="New")
WANTS = note("person.preferences-given", person="ben", preferences={"wants": {}})
NOBODY = "0" * 32


def without(said: Said, key: str) -> Said:
    return {name: value for name, value in said.items() if name != key}


BAD: list[tuple[Said, str]] = [
    (without(ASKED, "proposal"), "The key “proposal” is missing."),
    (without(ASKED, "person"), "The key “person” is missing."),
    (without(ASKED, "words"), "The key “words” is missing."),
    (ASKED | {"loud": True}, "There is no key “loud” for this kind of line."),
    (
        ASKED | {"originator_version": 7},
        "There is no key “originator_version” for this kind of line.",
    ),
    (ASKED | {"words": 7}, "Words are written as text, in quotation marks."),
    (ASKED | {"words": " "}, "Some words are missing here. Please write them."),
    (ASKED | {"during": "x"}, "There is no key “during” for this kind of line."),
    (
        note("proposal.question-answered", proposal="dj", question="why", words="!"),
        "There is no question “why” here.",
    ),
    (TAKEN | {"task": "bat"}, "There is no task “bat”. Names like it: “bar”."),
    (TAKEN | {"task": ["bar"]}, "task: it has to be text, in quotation marks."),
    (TAKEN | {"person": NOBODY}, f"There is no person “{NOBODY}” in this log."),
    (
        TAKEN | {"called": "bar"},
        "Only a line that a log wrote out can say what something is “called”.",
    ),
    (ADDED | {"task": "bar"}, "There is a task “bar” already. A new one needs a new name."),
    (without(ADDED, "committee"), "The key “committee” is missing."),
    (
        ADDED | {"task": NOBODY},
        f"“{NOBODY}” looks like an id. Give what begins here a name of its own.",
    ),
    (WANTS | {"preferences": "large"}, "preferences: it has to be an object, in curly brackets."),
    (WANTS | {"preferences": {}}, "The key “wants” is missing."),
    (
        note("committee.record-disputed", committee="club", event="e-7", words="No"),
        "There is no earlier line with the id “e-7”.",
    ),
    (note("meeting.note-taken", meeting="first", words="Hi"), "There is no meeting “first”."),
    (
        note("committee.step-in-applied", committee="club", grounds="harm", touches=["x"]),
        "There is nothing that is called “x”.",
    ),
    (
        note("committee.role-named", committee="club", role="singer", label="Singer"),
        "A role gets its name when somebody takes it. The line about that has to come next.",
    ),
    (
        note("proposal.ballot-cast", proposal="dj", voter="ben", answer="yes", slip="blue"),
        "There is no slip “blue” here.",
    ),
]


@pytest.mark.parametrize(("said", "sentence"), BAD, ids=[sentence for _, sentence in BAD])
def test_a_bad_line_is_told_in_a_sentence(past: Past, said: Said, sentence: str) -> None:
    assert not past.take(*PLANNED).bad
    assert past.why(said) == sentence


def test_what_a_line_says_has_to_come_out_so(past: Past) -> None:
    """The rules count the votes, and whoever writes down another count is told."""
    vote = (*CLUB, opened(), cast("asha"), cast("ben"))
    assert not past.take(*vote).bad
    said = note(
        "proposal.decision-taken", proposal="dj", outcome={"result": "rejected"}, route="vote"
    )
    assert past.why(said) == "Voting is open already."
    other = note("committee.person-seated", committee="club", person="ben", seat="staff",
                 voting=True, term_ends="2027-01-01", authority=None)  # fmt: skip
    assert not past.take(other).bad
    late = note("proposal.voter-dropped", proposal="dj", voter="ben")
    assert past.why(late) == "Only who left the committee drops out of its votes."


def test_points_are_read_as_what_they_are(past: Past) -> None:
    """This program cannot count points yet, and says so in a sentence."""
    vote = opened("food", options=FOOD, rule={"method": "schulze"})
    assert not past.take(*CLUB, vote).bad
    points = {"scores": {"pizza": 3, "soup": 1}}
    ballot = note("proposal.ballot-cast", proposal="food", voter="ben", answer=points)
    assert past.why(ballot) == "This question asks for an order of the options."
