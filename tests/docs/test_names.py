"""Whatever a document names is there: commands, options, targets, files, names of the code."""

import re
from functools import cache
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, ROOT, anchors, blocks, links, name_of, read, spans

SHELLS = ("sh", "console")
MADE_LATER = {"log.db", "private.db", "views.db", "lock", "data", "venv"}
"""Files that the program or its setting up makes."""

FOLDERS = ("domain", "projections", "web", "tests", "bench")
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
