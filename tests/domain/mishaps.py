"""What can go wrong between one file and the other, made to happen."""

from collections.abc import Callable

import pytest

from domain.application import Governance
from domain.vault import Vault


class Crash(BaseException):
    """The power goes, between one file and the other."""


def before_writing(governance: Governance, happens: Callable[[], None]) -> None:
    """When the log is about to be written, this happens first."""
    write = governance.recorder.insert_events

    def after_all(*args: object, **kwargs: object) -> object:
        happens()
        return write(*args, **kwargs)  # type: ignore[arg-type]

    governance.recorder.insert_events = after_all  # type: ignore[method-assign, assignment]


def after_writing(governance: Governance, happens: Callable[[], None]) -> None:
    """When the log has just been written, this happens next."""
    write = governance.recorder.insert_events

    def and_then(*args: object, **kwargs: object) -> object:
        positions = write(*args, **kwargs)  # type: ignore[arg-type]
        happens()
        return positions

    governance.recorder.insert_events = and_then  # type: ignore[method-assign, assignment]


def crash() -> None:
    """Stop here and now."""
    raise Crash


def power_cut(governance: Governance, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next write reaches ``private.db`` and not the log, and nothing is tidied up."""
    before_writing(governance, crash)
    monkeypatch.setattr(Vault, "take_back", lambda *_: None)


def working_again(governance: Governance) -> None:
    """The log can be written as always."""
    del governance.recorder.insert_events
