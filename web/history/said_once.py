"""Keys that stand twice in one object: of these, JSON keeps the last, and nobody is told."""

import json
import re
from typing import Any

from web.history.names import BadLine

_KEY = re.compile(rb'"\s*:')


def must_say_once(line: bytes, said: object) -> None:
    """Refuse a line that says something twice, of which ``said`` is what was kept.

    Whether there are as many keys as look like one is quickly seen; only where there are fewer, all
    of it is read again.
    """
    if len(_KEY.findall(line)) != _keys(said):
        json.loads(line, object_pairs_hook=_each_once)


def _keys(said: object) -> int:
    if isinstance(said, dict):
        return len(said) + sum(map(_keys, said.values()))
    return sum(map(_keys, said)) if isinstance(said, list) else 0


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadLine(f"This says “{twice}” twice. Keep one of them.")
    return found
