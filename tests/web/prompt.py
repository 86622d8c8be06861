"""Commands as they are typed at a prompt."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from tests.web.past import Said, written
from web.cli import main

SHOWS = (
    ("members",),
    ("decisions",),
    ("proposal", "dj"),
    ("plan", "july"),
    ("tasks",),
    ("log",),
    ("meetings",),
    ("rules",),
    ("mandates",),
    ("step-ins",),
    ("person", "ben"),
    ("why", "dj"),
    ("why", "july"),
    ("why", "bar"),
)
"""Everything that can be shown of the club that planned."""


@dataclass
class Prompt:
    """A prompt in a folder of its own; the data folder in it is called ``data``."""

    folder: Path
    called: str = "data"

    @property
    def data(self) -> Path:
        return self.folder / self.called

    def file(self, *lines: Said | str | bytes, name: str = "past.jsonl") -> Path:
        path = self.folder / name
        path.write_bytes(written(*lines))
        return path

    def run(self, *typed: str | Path) -> Result:
        """Run a command inside this process."""
        return CliRunner().invoke(main, [*map(str, typed), "--data", str(self.data)])

    def type(self, *typed: str | Path) -> str:
        """What a command prints that works."""
        result = self.run(*typed)
        assert result.exit_code == 0, result.output
        return result.stdout

    def ask(self, *typed: str | Path) -> Any:
        """What a command answers to a script."""
        return json.loads(self.type(*typed, "--json"))

    def refused(self, *typed: str | Path, status: int = 1) -> str:
        """The sentence with which a command is refused; nothing else is printed."""
        result = self.run(*typed)
        assert (result.exit_code, result.stdout) == (status, ""), result.output
        return result.stderr

    def begin(self, *typed: str | Path, **more: Any) -> subprocess.Popen[str]:
        """Start the real program."""
        command = [sys.executable, "-m", "web.cli", *map(str, typed), "--data", str(self.data)]
        return subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONUNBUFFERED": "1"} | more,
        )

    def real(self, *typed: str | Path, **more: Any) -> tuple[int, str, str]:
        """Run the real program to its end: its status, and what it printed on both sides."""
        with self.begin(*typed, **more) as program:
            out, err = program.communicate(timeout=60)
        return program.returncode, out, err
