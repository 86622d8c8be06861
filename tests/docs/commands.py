"""The command line as it is, to hold documents against."""

import re
import shlex
from collections.abc import Iterator

import click

from web.cli import main


def every(group: click.Group = main, path: str = "hands") -> Iterator[tuple[str, click.Command]]:
    """Each command that does something, by what one types."""
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from every(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def usage(path: str, command: click.Command) -> str:
    """What one types, with what it needs."""
    needed = (p for p in command.params if isinstance(p, click.Argument))
    return " ".join([path, *(p.metavar or str(p.name).upper() for p in needed)])


def says(command: click.Command) -> str:
    """The first line of its help."""
    return (command.help or "").strip().splitlines()[0]


def problem(line: str) -> str | None:
    """Why this is not a command of ours; nothing if it is, and has the options it is given."""
    words = shlex.split(re.split(r"[|>&;]", line)[0])[1:]
    command: click.Command = main
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        name = words.pop(0)
        if name not in command.commands:
            return f"there is no command {name}"
        command = command.commands[name]
    known = {opt for p in command.params for opt in (*p.opts, *p.secondary_opts)} | {"--help"}
    asked = {word.split("=")[0] for word in words if word.startswith("--")}
    return f"{line} does not know {asked - known}" if asked - known else None


def options() -> set[str]:
    """Every option of every command."""
    return {opt for _, command in every() for p in command.params for opt in p.opts} | {"--help"}
