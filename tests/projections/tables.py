"""What lies in ``views.db``, looked at past the read models."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

Tables = Mapping[str, Sequence[tuple[Any, ...]]]


def tables(file: Path) -> Tables:
    """Every row of every table, as it lies there; of the file itself only how far it is."""
    with closing(sqlite3.connect(file)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        found = {
            name: connection.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608
            for (name,) in sorted(names)
        }
    return found | {"file": [row[1:2] for row in found["file"]]}


def places(file: Path) -> dict[str, int]:
    """How far each read model has read."""
    return {model: position for model, _, position, _ in tables(file)["place"]}
