"""Runs what a document shows in its ``console`` blocks, and compares what is printed.

A line that begins with ``$ `` is typed; what follows is the answer. A line that is only ``…`` stands
for any lines. Ids, clock times and secrets differ each time, and are compared by their form.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MASKS = (
    (re.compile(r"\b[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\b"), "<id>"),
    (re.compile(r"(/enter/)[\w-]{43}"), r"\1<secret>"),
    (re.compile(r"\b20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?"), "<time>"),
    (re.compile(r"\b\d+([.,]\d+)? ?(ms|s|seconds?)\b"), "<duration>"),
)
ANY_LINES = "…"


@dataclass(frozen=True)
class Step:
    """One command, and the answer that the document promises."""

    command: str
    answer: tuple[str, ...]


def steps(text: str) -> Iterator[Step]:
    command, answer = "", []
    for line in text.splitlines():
        if line.startswith("$ "):
            if command:
                yield Step(command, tuple(answer))
            command, answer = line[2:], []
        elif command.endswith("\\"):
            command += f"\n{line.removeprefix('> ')}"
        else:
            answer.append(line)
    yield Step(command, tuple(answer))


def surroundings(folder: Path) -> dict[str, str]:
    """A terminal of plain text, a hundred letters wide, whose home is this folder."""
    program = Path(sys.executable).parent
    return {
        "PATH": f"{program}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "home"),
        "LANG": "C.UTF-8",
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "TERM": "dumb",
    }


def run(command: str, folder: Path) -> list[str]:
    """What the terminal shows after this was typed."""
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=surroundings(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return done.stdout.splitlines()


def form_of(lines: list[str] | tuple[str, ...]) -> list[str]:
    """Lines as they are compared: without what differs each time, and without empty ones."""
    return [masked for line in lines if (masked := _mask(line))]


def _mask(line: str) -> str:
    for pattern, stand_in in MASKS:
        line = pattern.sub(stand_in, line)
    return " ".join(line.split())


def agrees(promised: list[str], printed: list[str]) -> bool:
    """Whether these lines were printed, with any lines where the document leaves some out."""
    pattern = "\n".join(".*" if line == ANY_LINES else re.escape(line) for line in promised)
    return re.fullmatch(pattern, "\n".join(printed), re.DOTALL) is not None
