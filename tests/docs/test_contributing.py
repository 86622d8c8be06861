"""The worked example of CONTRIBUTING.md is applied to a copy of the code, and tested there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import FOLDERS, ROOT, Block, blocks

CONTRIBUTING = ROOT / "CONTRIBUTING.md"
TESTS = (
    "tests/domain/test_thanks.py",
    "tests/domain/test_events.py",
    "tests/web/test_everyone.py::test_no_page_and_no_button_is_forgotten",
    "tests/web/test_everyone.py::test_who_may_press_what",
    "tests/web/test_native_commands.py",
    "tests/docs/test_glossary.py",
)
"""What the example brings, and what every event has to keep to."""


def apply(block: Block, copy: Path) -> Path:
    """Put a block where it says: a new file whole, a change between the lines around it."""
    heading, _, text = block.text.partition("\n")
    path = copy / heading.removeprefix("--- ").removeprefix("# ")
    if block.language == "python":
        assert not path.exists(), f"{block}: {path.name} is there already"
        path.write_text(text, encoding="utf-8")
        return path
    old = "".join(line[1:] for line in text.splitlines(keepends=True) if line[0] != "+")
    new = "".join(line[1:] for line in text.splitlines(keepends=True) if line[0] != "-")
    code = path.read_text(encoding="utf-8")
    assert code.count(old) == 1, f"{block}: {path.name} does not have this once:\n{old}"
    path.write_text(code.replace(old, new), encoding="utf-8")
    return path


def run(copy: Path, *command: str) -> None:
    environment = os.environ | {"PYTHONPATH": str(copy)}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in (*FOLDERS, "docs"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    for file in ("pyproject.toml", "CHANGELOG.md"):
        shutil.copy(ROOT / file, tmp_path)
    return tmp_path


def typed() -> list[str]:
    """What the page tells to run with the checkout's own Python."""
    program = ".venv/bin/python -m "
    lines = [line for block in blocks(CONTRIBUTING, "sh") for line in block.text.splitlines()]
    return [line.removeprefix(program) for line in lines if line.startswith(program)]


def test_an_event_is_added_in_six_steps(copy: Path) -> None:
    changed = {apply(block, copy) for block in blocks(CONTRIBUTING, "diff", "python")}
    code = sorted(str(path.relative_to(copy)) for path in changed if path.suffix == ".py")
    for module in typed():
        run(copy, module)
    run(copy, "ruff", "format", "--check", *code)
    run(copy, "ruff", "check", *code)
    run(copy, "mypy", *code)
    run(copy, "pytest", "-p", "no:cacheprovider", *TESTS)
