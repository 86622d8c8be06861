"""The page about the history file says what the program takes in, no more and no less."""

import json
import re
from collections.abc import Iterator

from pydantic.fields import FieldInfo

from domain.voting.rule import Method, Rule, Tie
from projections.export.keys import DURING, KIND, STREAMS
from tests.docs.pages import ROOT, prose, read, table
from web.history.kinds import KINDS
from web.history.lines import Line
from web.history.native.lines import NativeLine

PAGE = ROOT / "docs" / "history-file.md"
OF_OTHER_BALLOTS = {"scores", "approves"}
"""Ways to answer that the year of the club has no use for."""


def names(cell: str) -> set[str]:
    return set(re.findall(r"`([\w.]+)`", cell))


def keys(kind: str) -> Iterator[tuple[str, FieldInfo]]:
    """What a line of this kind may say beyond what every line may."""
    for name, field in KINDS[kind].shape.model_fields.items():
        common = Line.model_fields.get(name)
        if common is None or (field.is_required() and not common.is_required()):
            yield field.alias or name, field


def test_every_kind_is_listed_with_its_keys() -> None:
    listed = {
        kind.strip("`"): (names(must), names(may)) for kind, _, must, may in table(PAGE, "kind")
    }
    assert listed == {
        kind: (
            {key for key, field in keys(kind) if field.is_required()},
            {key for key, field in keys(kind) if not field.is_required()},
        )
        for kind in KINDS
    }


def said_in_examples() -> dict[str, set[str]]:
    """The keys that the examples use, kind by kind."""
    used: dict[str, set[str]] = {}
    for file in (ROOT / "docs" / "examples").glob("*.jsonl"):
        for line in read(file).splitlines():
            if not line.startswith("#"):
                said = json.loads(line)
                used.setdefault(said["kind"], set()).update(said)
    return used


def test_the_examples_show_every_kind_with_every_key() -> None:
    used = said_in_examples()
    told = {kind: {key for key, _ in keys(kind)} for kind in KINDS}
    missing = {kind: told[kind] - used.get(kind, set()) for kind in told}
    assert {kind: keys for kind, keys in missing.items() if keys} == {
        "ballot.cast": OF_OTHER_BALLOTS,
        "role.left": {"term_ends"},  # which is understood, and not kept
    }
    assert set().union(*used.values()) >= set(Line.model_fields)


def test_every_key_of_native_lines_is_listed() -> None:
    listed = set().union(*(names(key) for key, _ in table(PAGE, "native key")))
    own = set(NativeLine.model_fields) - set(Line.model_fields)
    assert own | {KIND, DURING, *STREAMS} <= listed | names(prose(PAGE).partition("native key")[2])


def test_every_key_that_all_lines_share_is_listed() -> None:
    listed = set().union(*(names(key) for key, _ in table(PAGE, "key")))
    assert listed == set(Line.model_fields)


def test_every_key_of_a_rule_is_listed() -> None:
    listed = set().union(*(names(row[0]) for row in table(PAGE, "key", "Rules")))
    said = names(prose(PAGE).partition("## Rules")[2])
    assert listed <= set(Rule.model_fields)
    assert set(Rule.model_fields) <= said


def test_every_method_is_named() -> None:
    said = names(prose(PAGE).partition("## Rules")[2].split("\n\n")[1])
    assert {str(method) for method in Method} <= said
    assert names(prose(PAGE)) >= {str(tie) for tie in Tie} - {Tie.CHAIR}
