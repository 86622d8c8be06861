"""AsyncAPI's own file of its votes: thirteen votes of 36 members, as published.

Nobody on this project wrote it. It is read from where it lies beside the project. What is broken
is shown on a small file of the same kind, whose people are invented.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.web.prompt import Prompt

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "tsc-votes"
FILE = FOLDER / "asyncapi" / "voteTrackingFile.json"
AS_PUBLISHED = pytest.mark.skipif(
    not FILE.exists(), reason="the committee's votes do not lie beside the project"
)
COUNTERS = {
    "agreeCount": "yes",
    "disagreeCount": "no",
    "abstainCount": "abstain",
    "notParticipatingCount": "silent",
}
TABLE = "| vote | in favor | against | abstain | silent | not yet member |"


@pytest.fixture(scope="module")
def committee(tmp_path_factory: pytest.TempPathFactory) -> Prompt:
    return Prompt(tmp_path_factory.mktemp("asyncapi"))


@pytest.fixture(scope="module")
def report(committee: Prompt) -> Any:
    return committee.ask("import", FILE, "--format", "asyncapi")


@pytest.fixture(scope="module")
def decisions(committee: Prompt, report: Any) -> dict[str, Any]:
    assert not report["bad"]
    register = committee.ask("show", "decisions")["decisions"]
    return {decision["proposal"]: decision for decision in register}


def published() -> list[dict[str, Any]]:
    members: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8"))
    return members


def told_in_the_table() -> dict[str, list[int]]:
    """The numbers of every vote, as whoever collected the file counted them."""
    rows = (FOLDER / "README.md").read_text("utf-8").partition(TABLE)[2].splitlines()[2:]
    cells = [row.strip("| ").split(" | ") for row in rows[: rows.index("")]]
    return {title.rpartition(" #")[2]: [*map(int, numbers)] for title, *numbers in cells}


@AS_PUBLISHED
def test_the_whole_file_is_taken_in(report: Any) -> None:
    assert (report["lines"], report["written"], report["already"]) == (348, 348, 0)


@AS_PUBLISHED
def test_every_vote_is_counted_as_the_table_says(decisions: dict[str, Any]) -> None:
    expected = told_in_the_table()
    assert len(expected) == 13
    counted = {}
    for proposal, decision in decisions.items():
        tally = decision["tally"]
        said = [tally[one] for one in ("yes", "no", "abstain", "silent")]
        assert sum(said) == decision["entitled"]
        counted[proposal] = [*said, 36 - decision["entitled"]]
    assert counted == expected


@AS_PUBLISHED
def test_the_rule_asks_for_51_of_100_of_those_who_may_vote(decisions: dict[str, Any]) -> None:
    for decision in decisions.values():
        assert (decision["rule"]["threshold"], decision["rule"]["base"]) == ("51/100", "entitled")
        yes, entitled = decision["tally"]["yes"], decision["entitled"]
        assert decision["outcome"] == ("adopted" if 100 * yes >= 51 * entitled else "rejected")
        assert decision["stated"] is None


@AS_PUBLISHED
def test_what_every_member_did_is_what_the_file_says(
    committee: Prompt, decisions: dict[str, Any]
) -> None:
    did: dict[str, Counter[str]] = {member["name"]: Counter() for member in published()}
    for proposal in decisions:
        shown = committee.ask("show", "proposal", proposal)
        ballots = {ballot["voter"]: ballot["answer"] for ballot in shown["ballots"]}
        for member in shown["electorate"]:
            did[member][ballots.get(member, "silent")] += 1
    equal = [
        member["name"]
        for member in published()
        if all(did[member["name"]][ours] == member[theirs] for theirs, ours in COUNTERS.items())
    ]
    assert len(equal) == 36


@AS_PUBLISHED
def test_whoever_was_not_a_member_yet_could_not_vote(committee: Prompt, report: Any) -> None:
    assert report["written"]
    members = published()
    for vote in (key for key in members[0] if "$$" in key):
        shown = committee.ask("show", "proposal", vote.rpartition("$$")[2])
        assert shown["title"] == vote.rpartition("$$")[0]
        eligible = {m["name"] for m in members if m[vote] != "Not a member yet"}
        assert set(shown["electorate"]) == eligible


@AS_PUBLISHED
def test_a_day_that_the_file_does_not_tell_is_said_to_be_the_latest(
    report: Any, decisions: dict[str, Any]
) -> None:
    ended = {proposal: decision["decided_at"][:10] for proposal, decision in decisions.items()}
    told = {"1155": "2024-04-12", "1130": "2024-06-07", "1681": "2025-02-21", "1634": "2025-04-29",
            "1948": "2025-07-22", "2163": "2025-12-05", "2312": "2026-04-01"}  # fmt: skip
    assert told.items() <= ended.items()
    open_days = [day for proposal, day in ended.items() if proposal not in told]
    notes = [one["why"] for one in report["warnings"] if "does not say when" in one["why"]]
    assert [note.rpartition(" ")[2] for note in notes] == [f"{day}." for day in open_days]
    assert len(open_days) == 6


@AS_PUBLISHED
def test_a_ballot_whose_day_is_told_keeps_it(committee: Prompt, report: Any) -> None:
    assert report["written"]
    shown = committee.ask("show", "proposal", "2312")
    at = {ballot["voter"]: ballot["at"][:10] for ballot in shown["ballots"]}
    last = {m["name"]: m["lastParticipatedVoteTime"] for m in published()}
    assert at == {voter: last[voter] for voter in at}
    assert len(set(at.values())) > 3


@AS_PUBLISHED
def test_a_ballot_whose_day_is_not_told_is_put_on_the_last_day_of_its_vote(
    committee: Prompt, report: Any
) -> None:
    """The file tells when each member took part last; of the vote before, it tells no day."""
    assert report["written"]
    shown = committee.ask("show", "proposal", "2221")
    later = {m["name"] for m in published() if m["lastParticipatedVoteTime"] > "2026-03"}
    days = {b["at"][:10] for b in shown["ballots"] if b["voter"] in later}
    told = {b["at"][:10] for b in shown["ballots"] if b["voter"] not in later}
    assert days == {"2026-04-01"}
    assert told == {f"2026-01-{day:02}" for day in (7, 8, 9, 12, 13, 14)}


@AS_PUBLISHED
def test_the_same_file_again_adds_nothing(committee: Prompt, report: Any) -> None:
    again = committee.ask("import", FILE, "--format", "asyncapi")
    assert (again["written"], again["already"]) == (0, report["written"])


# ---- Files of this kind

FIRST, SECOND = "Shall we?$$1", "And now?$$7"


def member(name: str, *said: str, votes: tuple[str, ...] = (FIRST, SECOND), **more: Any) -> Any:
    answers = dict(zip(votes, said, strict=True))
    counts = Counter(said)
    return {
        "name": name,
        **answers,
        "lastParticipatedVoteTime": "2026-02-01",
        "isVotedInLast3Months": True,
        "lastVoteClosedTime": "2026-02-03",
        "firstVoteClosedTime": "2026-01-03",
        "firstEligibleVoteTime": "2026-01-03",
        "agreeCount": counts["In favor"],
        "disagreeCount": counts["Against"],
        "abstainCount": counts["Abstain"],
        "notParticipatingCount": counts["Not participated"],
    } | more


ASHA = member("asha", "In favor", "Against")
BEN = member("ben", "Not a member yet", "In favor", firstEligibleVoteTime="2026-02-03")
CARA = member("cara", "Abstain", "Not participated", lastParticipatedVoteTime="2026-01-02")
CLUB = [ASHA, BEN, CARA]


@pytest.fixture
def prompt(tmp_path: Path) -> Prompt:
    return Prompt(tmp_path)


def file(prompt: Prompt, said: object) -> Path:
    path = prompt.folder / "votes.json"
    if not isinstance(said, str | bytes):
        said = json.dumps(said, indent=2, ensure_ascii=False)
    path.write_bytes(said if isinstance(said, bytes) else said.encode())
    return path


def taken(prompt: Prompt, said: object) -> Any:
    return prompt.ask("import", file(prompt, said), "--format", "asyncapi")


def refused(prompt: Prompt, said: object) -> str:
    sentence = prompt.refused("import", file(prompt, said), "--format", "asyncapi")
    assert not prompt.ask("show", "decisions")["decisions"]
    return sentence.strip()


def test_nobody_votes_before_they_are_members(prompt: Prompt) -> None:
    taken(prompt, CLUB)
    shown = prompt.ask("show", "proposal", "1")
    assert shown["electorate"] == ["asha", "cara"]
    assert [(b["voter"], b["answer"], b["at"][:10]) for b in shown["ballots"]] == [
        ("cara", "abstain", "2026-01-02"), ("asha", "yes", "2026-01-03"),
    ]  # fmt: skip
    assert prompt.ask("show", "proposal", "7")["decision"]["tally"]["silent"] == 1


def test_every_event_names_the_line_that_tells_it(prompt: Prompt) -> None:
    path = file(prompt, CLUB)
    number = next(
        number
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if "Not a member yet" in line
    )
    report = prompt.ask("import", file(prompt, [ASHA, BEN | {"agreeCount": 9}, CARA]),
                        "--format", "asyncapi")  # fmt: skip
    assert report["warnings"] == [
        {"line": 1, "why": "This file lists the members of today. Who left is missing, with their "
                           "votes."},
        {"line": number - 1,
         "why": "The numbers given for “ben” are not those of their votes."},
    ]  # fmt: skip


def test_a_file_that_has_grown_adds_what_is_new(prompt: Prompt) -> None:
    before = taken(prompt, CLUB)
    three = (FIRST, SECOND, "Again?$$9")
    grown = [
        member("asha", "In favor", "Against", "In favor", votes=three),
        member("ben", "Not a member yet", "In favor", "Against", votes=three,
               firstEligibleVoteTime="2026-02-03"),
        member("dev", *["Not a member yet"] * 2, "In favor", votes=three,
               firstEligibleVoteTime="2026-03-03", lastParticipatedVoteTime="2026-03-01"),
    ]  # fmt: skip
    for one in grown:
        one["lastVoteClosedTime"] = "2026-03-03"
    after = taken(prompt, grown)
    assert not after["bad"]
    assert after["written"] == 6
    assert before["written"] == 12
    assert after["already"] < before["written"]
    decisions = prompt.ask("show", "decisions")["decisions"]
    assert [decision["proposal"] for decision in decisions] == ["1", "7", "9"]
    assert decisions[2]["entitled"] == 3


def test_a_vote_in_which_nobody_took_part_is_told_and_not_decided(prompt: Prompt) -> None:
    report = taken(prompt, [member("asha", "Not participated", "In favor")])
    assert "Nobody voted on “Shall we?”, so nothing is recorded as decided." in [
        one["why"] for one in report["warnings"]
    ]
    assert len(prompt.ask("show", "decisions")["decisions"]) == 1


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("{", "This is no vote tracking file. "),
        ('{"kind": "ballot.cast"}\n{}', "This is no vote tracking file. "),
        ('{"kind": "ballot.cast"}', "This is no vote tracking file. "),
        (b"[\xff]", "This file is not in UTF-8."),
        ([], "This vote tracking file has no members."),
        ([member("asha", votes=())], "This vote tracking file has no votes."),
        ([{"name": "asha"}], "Member 1: The key “lastParticipatedVoteTime” is missing."),
        ([member("asha", "In favor", "Maybe")], "it has to be one of 'In favor', 'Against'"),
        ([member("asha", "In favor", votes=("Shall we?",))], "“Shall we?” is no vote: its title"),
        ([member("asha", "In favor", "Against", votes=("A$$1", "B$$1"))],
         "Two votes have the same number."),
        ([ASHA, member("ben", "In favor", votes=(FIRST,))], "“ben” has other votes than “asha”."),
        ([ASHA, ASHA], "Two members have the same name."),
        ([ASHA, CARA | {"firstEligibleVoteTime": "2026-01-04"}],
         "“Shall we?” ended on 2026-01-03, and on 2026-01-04."),
        ([ASHA | {"lastVoteClosedTime": "2026-01-01"}],
         "“Shall we?” ended later than a vote that came after it."),
        ([ASHA | {"lastVoteClosedTime": "soon"}], "Member 1: lastVoteClosedTime: Write a day"),
    ],
    ids=range(15),
)  # fmt: skip
def test_a_broken_file_is_refused_in_a_sentence(
    prompt: Prompt, said: object, sentence: str
) -> None:
    why = refused(prompt, said)
    assert why.startswith("votes.json: ")
    assert sentence in why
    assert why.endswith("Nothing was written.")
    assert "\n" not in why
