"""Whether an event of the log is the one that a line says, with its words in the clear."""

from typing import Any

from domain.events import Event
from domain.mapper import seals_in
from domain.vault import Vault
from projections.export.history import line

APART = ("recorded_at", "source", "noted")
"""When and from where it came into this log."""


def is_same(recorded: Event, said: Event, vault: Vault) -> bool:
    """Whether both tell the same; words that were erased in one of them are not compared."""
    words = fresh_words(recorded) | fresh_words(said)
    words |= vault.words(seal for seal in seals_in(recorded) if seal not in words)
    noted = [one.noted_at or one.recorded_at for one in (recorded, said)]
    if said.noted_at is not None and noted[0] != noted[1]:
        return False
    ours, theirs = (line(one, words) for one in (recorded, said))
    for key in APART:
        ours.pop(key, None)
        theirs.pop(key, None)
    return _alike(ours, theirs)


def fresh_words(event: Event) -> dict[str, str]:
    """The words of an event that are still at hand, by their seals."""
    return {str(seal): seal.words for seal in seals_in(event) if seal.is_fresh}


def _alike(ours: Any, theirs: Any) -> bool:
    if _is_erased(ours) or _is_erased(theirs):
        return True
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return ours.keys() == theirs.keys() and all(_alike(ours[k], theirs[k]) for k in ours)
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(_alike, ours, theirs))
    return bool(ours == theirs)


def _is_erased(said: Any) -> bool:
    return isinstance(said, dict) and said.keys() == {"seal"}
