"""Whether two logs say the same, whatever ids they gave and whenever they recorded it."""

import json
import re
from typing import Any

from domain.vault import Vault
from tests.web.prompt import Prompt

_ID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_OF_THIS_LOG = {"recorded_at"}


def answers(prompt: Prompt) -> dict[str, Any]:
    """Everything that can be asked on the command line, with ids told apart and clocks left out."""
    asked: list[tuple[str, ...]] = [("log",), ("decisions",), ("tasks",)]
    asked += [("members", "--committee", name) for name in _named(prompt, "committee")]
    asked += [("proposal", name) for name in _named(prompt, "proposal")]
    asked += [("plan", name) for name in _named(prompt, "plan")]
    return {" ".join(one): _alike(without_clocks(prompt.ask("show", *one))) for one in asked}


def _named(prompt: Prompt, kind: str) -> list[str]:
    vault = Vault(str(prompt.data / "private.db"))
    try:
        return sorted({one.name for one in vault.references(kind)})
    finally:
        vault.close()


def _alike(said: Any) -> Any:
    """The same with each id called by its turn."""
    seen: dict[str, str] = {}

    def turn(found: re.Match[str]) -> str:
        return seen.setdefault(found[0].replace("-", ""), f"<{len(seen)}>")

    return json.loads(_ID.sub(turn, json.dumps(said)))


def without_clocks(said: Any) -> Any:
    """The same without what our own clock said when it was recorded."""
    if isinstance(said, dict):
        if "members" in said:
            said = {"members": said["members"]}  # the rest says how old the log is
        return {key: without_clocks(one) for key, one in said.items() if key not in _OF_THIS_LOG}
    return [without_clocks(one) for one in said] if isinstance(said, list) else said
