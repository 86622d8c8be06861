"""A log that somebody has altered after it was written out: told in a sentence, not taken in."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.projections.club import club_in
from tests.web.full_year import FullYear
from tests.web.going_out import must_show_the_same, taken_in, written_out
from web.history.importer import Remark
from web.services import Services

Said = dict[str, Any]
Lines = list[Said]
Alter = Callable[[Lines], int]
"""Alters some lines, and says which of them is bad, counted from 0."""

SOMEBODY = "0" * 31 + "1"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which everything has happened."""
    folder = tmp_path_factory.mktemp("told") / "year"
    folder.mkdir()
    with club_in(folder) as club:
        FullYear(club).pass_by()
    return folder


@pytest.fixture(scope="module")
def told(folder: Path) -> bytes:
    """The year, as its log was written out."""
    return written_out(folder).read_bytes()


def lines_in(told: bytes) -> Lines:
    return [json.loads(line) for line in told.splitlines()]


def written(lines: Lines, path: Path) -> Path:
    path.write_bytes(b"".join(json.dumps(line).encode() + b"\n" for line in lines))
    return path


def first(lines: Lines, kind: str, **said: Any) -> int:
    """The first line of this kind that says this."""
    return next(
        n
        for n, line in enumerate(lines)
        if line["kind"] == kind and all(line.get(key) == value for key, value in said.items())
    )


def stream(lines: Lines, number: int) -> str:
    return str(lines[number]["id"].partition("@")[0])


def another(lines: Lines, kind: str, number: int) -> str:
    """A stream of this kind that is not this line's."""
    return next(
        stream(lines, n)
        for n, line in enumerate(lines)
        if line["kind"].startswith(kind) and stream(lines, n) != stream(lines, number)
    )


# ---- What somebody alters, and the sentence that tells it


def another_voter(lines: Lines) -> int:
    ballot = first(lines, "proposal.ballot-cast")
    known = lines[:ballot]
    people = {line["person"] for line in known if line["kind"] == "person.person-registered"}
    opened = first(lines, "proposal.voting-opened", proposal=lines[ballot]["proposal"])
    voters = {voter["person"] for voter in lines[opened]["electorate"]}
    lines[ballot]["voter"] = min(people - voters)
    return ballot


def somebody_the_log_does_not_know(lines: Lines) -> int:
    ballot = first(lines, "proposal.ballot-cast")
    lines[ballot]["actor"] = SOMEBODY
    return ballot


def more_votes_than_there_were(lines: Lines) -> int:
    decided = first(lines, "proposal.decision-taken", route="vote")
    lines[decided]["tally"]["yes"] += 1
    return decided


def the_other_outcome(lines: Lines) -> int:
    decided = first(lines, "proposal.decision-taken", route="vote")
    lines[decided]["outcome"] = {"result": "rejected"}
    return decided


def a_vote_that_weighs_more(lines: Lines) -> int:
    opened = first(lines, "proposal.voting-opened")
    lines[opened]["electorate"][0]["weight"] = 3
    return opened


def another_rule(lines: Lines) -> int:
    opened = first(lines, "proposal.voting-opened")
    lines[opened]["terms"]["threshold"] = "1/3"
    return opened


def a_holder_who_never_held(lines: Lines) -> int:
    offer = first(lines, "task.handover-offered")
    lines[offer]["giver"] = lines[offer]["taker"]
    lines[offer]["taker"] = lines[offer]["actor"]
    return offer


def a_right_that_gives_none(lines: Lines) -> int:
    line = first(lines, "plan.line-written")
    lines[line]["authority"] = lines[first(lines, "proposal.ballot-cast")]["id"]
    return line


def a_rule_that_takes_its_own_place(lines: Lines) -> int:
    rule = first(lines, "committee.rule-adopted")
    lines[rule]["replaces"] = lines[rule]["rule"]
    return rule


def a_place_in_another_stream(lines: Lines) -> int:
    taken = first(lines, "task.task-taken")
    other = another(lines, "plan.", taken)
    lines[taken]["id"] = f"{other}@{lines[taken]['id'].partition('@')[2]}"
    return taken


def a_stream_of_another_kind(lines: Lines) -> int:
    taken = len(lines) - 1
    other = another(lines, "person.", taken)
    lines[taken] |= {"id": f"{other}@2", "committee": other}
    return taken


def an_id_that_is_another_ones(lines: Lines) -> int:
    granted = first(lines, "committee.mandate-granted")
    lines[granted]["mandate"] = lines[first(lines, "committee.rule-adopted")]["rule"]
    return granted


def a_gap(lines: Lines) -> int:
    taken = first(lines, "task.task-taken")
    del lines[taken]
    return next(n for n, line in enumerate(lines) if n >= taken and line["kind"][:5] == "task.")


def two_lines_the_other_way_round(lines: Lines) -> int:
    taken = first(lines, "task.task-taken")
    lines[taken], lines[taken - 1] = lines[taken - 1], lines[taken]
    return taken - 1


def a_missing_consequence(lines: Lines) -> int:
    """Whoever leaves lays their roles down; the line about it is taken out."""
    left = first(lines, "committee.person-left")
    assert lines[left + 1]["kind"] == "committee.role-laid-down"
    del lines[left + 1]
    return left + 1


def a_consequence_of_another_act(lines: Lines) -> int:
    left = first(lines, "committee.person-left")
    lines[left + 1]["recorded_at"] = "2026-03-09T12:00:00Z"
    return left


def the_same_place_told_otherwise(lines: Lines) -> int:
    made = first(lines, "plan.plan-made")
    lines.insert(made + 1, lines[made] | {"title": "Saturday night"})
    return made + 1


def an_earlier_time(lines: Lines) -> int:
    closed = first(lines, "proposal.voting-closed")
    lines[closed]["at"] = "2026-03-01T12:00:00Z"
    return closed


def a_slip_that_nobody_has_read(lines: Lines) -> int:
    ballot = first(lines, "proposal.ballot-cast")
    lines[ballot]["slip"] = SOMEBODY
    return ballot


def a_field_that_there_is_not(lines: Lines) -> int:
    taken = first(lines, "task.task-taken")
    lines[taken]["twice"] = True
    return taken


def a_name_for_nothing(lines: Lines) -> int:
    taken = first(lines, "task.task-taken")
    lines[taken]["called"] = "the taking"
    return taken


def a_broken_seal(lines: Lines) -> int:
    made = first(lines, "plan.plan-made")
    lines[made]["title"] = {"seal": "0"}
    return made


def a_right_where_none_is_needed(lines: Lines) -> int:
    taken = first(lines, "task.task-taken")
    lines[taken]["authority"] = lines[0]["id"]
    return taken


SENTENCES: dict[Alter, str] = {
    another_voter: "Only people who could vote when this opened can vote here.",
    somebody_the_log_does_not_know: f"There is no person “{SOMEBODY}” in this log.",
    more_votes_than_there_were: "tally: by the rules this is {",
    the_other_outcome: (
        'outcome: by the rules this is {"result":"adopted"}, '
        'and the line says {"result":"rejected"}.'
    ),
    a_vote_that_weighs_more: "electorate: by the rules this is [{",
    another_rule: "terms: by the rules this is {",
    a_holder_who_never_held: "Only somebody who has this job can do this.",
    a_right_that_gives_none: "What was cited gives nobody a right. Name the decision itself.",
    a_rule_that_takes_its_own_place: 'replaces: by the rules this is nothing, and the line says "',
    a_place_in_another_stream: "“task” and “id” name two different things.",
    a_stream_of_another_kind: "The log has something else in this place. Is this another log?",
    an_id_that_is_another_ones: "The id of what begins here belongs to something else already.",
    a_gap: "of what happened to this task, and number 2 is missing.",
    two_lines_the_other_way_round: "of what happened to this task, and number 1 is missing.",
    a_missing_consequence: "What comes here by the rules is “committee.role-laid-down”.",
    a_consequence_of_another_act: (
        "With this comes a “committee.role-laid-down”: its line is missing."
    ),
    the_same_place_told_otherwise: "The log has something else in this place. Is this another log?",
    an_earlier_time: "This happened before the last thing that is recorded here",
    a_slip_that_nobody_has_read: "Two people read a slip of paper, and both read the same.",
    a_field_that_there_is_not: "There is no key “twice” for this kind of line.",
    a_name_for_nothing: "Nothing begins with this line, so it cannot be “called” anything.",
    a_broken_seal: "seal: it has to be 64 digits and letters from a to f.",
    a_right_where_none_is_needed: "There is no key “authority” for this kind of line.",
}


def is_empty(folder: Path) -> bool:
    services = Services.open(folder)
    try:
        return services.governance.position() == 0
    finally:
        services.close()


@pytest.mark.parametrize("alter", SENTENCES, ids=lambda alter: alter.__name__)
def test_what_somebody_altered_is_told_and_nothing_is_written(
    told: bytes, tmp_path: Path, alter: Alter
) -> None:
    lines = lines_in(told)
    number = alter(lines)
    report = taken_in(tmp_path / "new", written(lines, tmp_path / "altered.jsonl"))
    found = {bad.line: bad.why for bad in report.bad}
    assert SENTENCES[alter] in found.get(number + 1, str(report.bad[:3]))
    assert is_empty(tmp_path / "new")


def test_a_line_that_is_there_twice_adds_nothing(told: bytes, tmp_path: Path) -> None:
    lines = lines_in(told)
    made = first(lines, "plan.plan-made")
    twice = [*lines[: made + 1], *lines[made:], *lines]
    report = taken_in(tmp_path / "new", written(twice, tmp_path / "twice.jsonl"))
    assert (report.written, report.already, report.bad) == (len(lines), len(lines) + 1, [])


def test_another_logs_lines_are_told_apart(told: bytes, folder: Path, tmp_path: Path) -> None:
    """The same club wrote on in two places: what is in both is there, what differs is told."""
    lines = lines_in(told)
    last = max(n for n, line in enumerate(lines) if line["kind"] == "meeting.note-taken")
    lines[last]["words"] = "It snowed"
    report = taken_in(folder, written(lines, tmp_path / "other.jsonl"))
    assert [(bad.line, bad.why) for bad in report.bad] == [
        (last + 1, "The log has something else in this place. Is this another log?")
    ]
    assert (report.written, report.already) == (0, len(lines) - 1)


# ---- Leaving bad lines out


def hangs_on(bad: list[Remark]) -> Iterator[str]:
    """What is said of lines that are bad because others are."""
    return (one.why for one in bad if one.why.startswith(("Line ", "This belongs together")))


def test_the_good_lines_of_an_altered_log_come_in_and_the_rest_when_it_is_mended(
    told: bytes, tmp_path: Path
) -> None:
    lines = lines_in(told)
    number = more_votes_than_there_were(lines)
    altered = written(lines, tmp_path / "altered.jsonl")
    report = taken_in(tmp_path / "new", altered, skip_bad=True)
    assert 0 < report.written == len(lines) - len(report.bad)
    assert f"Line {number + 1} about the same proposal is bad." in hangs_on(report.bad)
    belongs = f"This belongs together with line {number + 1}, which is bad."
    assert belongs in hangs_on(report.bad)
    mended = taken_in(tmp_path / "new", written(lines_in(told), tmp_path / "mended.jsonl"))
    assert (mended.written, mended.bad) == (len(report.bad), [])


def test_what_was_left_out_at_the_end_comes_in_when_it_is_mended(
    told: bytes, folder: Path, tmp_path: Path
) -> None:
    lines = lines_in(told)
    right = lines[-1] | {}
    lines[-1]["actor"] = SOMEBODY
    altered = written(lines, tmp_path / "altered.jsonl")
    assert len(taken_in(tmp_path / "new", altered, skip_bad=True).bad) == 1
    lines[-1] = right
    report = taken_in(tmp_path / "new", written(lines, tmp_path / "mended.jsonl"))
    assert (report.written, report.already, report.bad) == (1, len(lines) - 1, [])
    must_show_the_same(folder, tmp_path / "new", few=1)
