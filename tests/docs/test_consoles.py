"""Documents are followed to the letter in an empty folder, and print what they say."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.docs.console import agrees, form_of, run, steps
from tests.docs.pages import PAGES, ROOT, blocks, name_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no /bin/sh")

WITH_CONSOLES = [page for page in PAGES if blocks(page, "console")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Somebody's checkout, as far as the commands of the documents need it."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copy(ROOT / "Makefile", tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", WITH_CONSOLES, ids=name_of)
def test_what_a_page_shows_is_what_happens(page: Path, folder: Path) -> None:
    for block in blocks(page, "console"):
        for step in steps(block.text):
            printed, promised = form_of(run(step.command, folder)), form_of(step.answer)
            told = "\n".join([f"{block}: $ {step.command}", *printed])
            assert agrees(promised, printed), told
