"""Whatever a document names is there: commands, options, targets, files, names of the code."""

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.docs import commands
from tests.docs.commands import says, usage
from tests.docs.pages import (
    FOLDERS,
    PAGES,
    ROOT,
    anchors,
    blocks,
    links,
    name_of,
    read,
    spans,
    table,
)

SHELLS = ("sh", "console")
README = ROOT / "README.md"
MADE_LATER = {"log.db", "private.db", "views.db", "lock", "data", "venv"}
"""Files that the program or its setting up makes."""

EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=name_of)
OF_TODAY = pytest.mark.parametrize(
    "page", [page for page in PAGES if page.parent.name != "decisions"], ids=name_of
)
"""Decisions tell of their own day, and are kept as they were."""


@cache
def code() -> str:
    """All that is written here, to look names up in."""
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    texts = [*files, ROOT / "pyproject.toml", ROOT / "Makefile", ROOT / ".gitignore"]
    return "\n".join(map(read, texts))


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*## ", read(ROOT / "Makefile"), re.MULTILINE))


def typed(page: Path) -> list[str]:
    """What the page tells people to type: whole blocks, and commands within a sentence."""
    lines = [line for block in blocks(page, *SHELLS) for line in block.text.splitlines()]
    return [line.removeprefix("$ ") for line in lines] + spans(page)


def is_file(span: str) -> bool:
    return bool(re.fullmatch(r"[\w.*/-]+/[\w.*-]*|[\w-]+\.(md|py|toml|lock|db|jsonl)", span))


def is_there(file: str) -> bool:
    return file.rsplit("/", maxsplit=1)[-1] in MADE_LATER or any(ROOT.glob(file.rstrip("/")))


@EVERY_PAGE
def test_make_targets_exist(page: Path) -> None:
    asked = {found for line in typed(page) for found in re.findall(r"\bmake ([a-z]+)", line)}
    assert asked <= targets()


@EVERY_PAGE
def test_commands_and_their_options_exist(page: Path) -> None:
    asked = [line for line in typed(page) if re.match(r"hands( |$)", line)]
    assert not [why for line in asked if (why := commands.problem(line))]


@EVERY_PAGE
def test_options_are_options_of_some_command(page: Path) -> None:
    asked = {span.split()[0] for span in spans(page) if span.startswith("--")}
    assert asked <= commands.options()


def test_the_readme_lists_every_command_as_its_help_does() -> None:
    listed = [tuple(row) for row in table(README, "command")]
    assert listed == [(f"`{usage(*one)}`", says(one[1])) for one in commands.every()]


def test_the_changelog_knows_this_version() -> None:
    version = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]["version"]
    assert re.search(rf"\b{re.escape(version)}\b", read(ROOT / "CHANGELOG.md"))


def test_promises_are_checked_by_tests_that_exist() -> None:
    for _, by in table(README, "promise"):
        names = re.findall(r"`(test_\w+)`", by)
        assert names or re.search(r"`tests/\S+`", by)
        assert all(re.search(rf"^ *def {name}\(", code(), re.MULTILINE) for name in names)


@EVERY_PAGE
def test_files_exist(page: Path) -> None:
    assert not [span for span in spans(page) if is_file(span) and not is_there(span)]


@EVERY_PAGE
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        if link.startswith(("https:", "http:", "mailto:")):
            continue
        file, _, place = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        assert target.exists(), link
        assert not place or place in anchors(target), link


@OF_TODAY
def test_names_of_the_code_exist(page: Path) -> None:
    """Every word that looks like code occurs in the code, or in an example on the same page."""
    example = "".join(block.text for block in blocks(page, "diff", "python"))
    names = {
        part
        for span in spans(page)
        if re.fullmatch(r"@?[A-Za-z_][\w.]*(\(.*\))?(=[\w.]+)?", span) and not is_file(span)
        for part in re.findall(r"[A-Za-z_]\w*", span)
    }
    known = set(re.findall(r"\w+", code() + example)) | MADE_LATER
    assert not sorted(names - known)


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "pictures").iterdir())
    assert pictures
    assert all(picture.stat().st_size < 150_000 for picture in pictures)
