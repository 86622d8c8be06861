"""What tests of more than one part ask for."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import settings
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from domain.application import Governance
from tests.scenario import governing
from tests.web.every_page import Seen, met_together

MEMORY, ENOUGH = Path("/dev/shm"), 4 * 2**30  # noqa: S108 -- pytest makes a folder of its own there

MEASURED = "measured"
FIRST = (
    *("tests/browser/test_gates", "tests/browser/test_story"),
    *("tests/web/test_round_trip", "tests/web/test_who_sees_what"),
)
"""What takes longest, so that no process is left with it at the end; then all else by its name."""

settings.register_profile("here", settings(), deadline=None)
settings.load_profile("here")  # how long one example takes tells how busy the machine is


def pytest_configure(config: pytest.Config) -> None:
    """Let folders lie in memory where there is room: most of the time would go into a slow disk.

    What no test can tell is whether a disk keeps its promise. A program that is killed finds the
    same in memory as on disk.
    """
    there = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH
    if there and not config.getoption("basetemp"):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda one: [not one.nodeid.startswith(first) for first in FIRST])


@pytest.fixture
def told_at_the_end(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Says what a test measured, below all results, whichever process measured it."""
    return partial(record_property, MEASURED)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write what tests measured."""
    reports = (one for some in terminalreporter.stats.values() for one in some)
    calls = [one for one in reports if isinstance(one, pytest.TestReport) and one.when == "call"]
    told = [str(words) for one in calls for name, words in one.user_properties if name == MEASURED]
    if told:
        terminalreporter.section("what was measured")
        terminalreporter.write_line("\n".join(sorted(told)))


class Compiled(BytecodeCache):
    """Templates as they were compiled before, for the next application of the same session."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self.kept.get(bucket.key + bucket.checksum):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key + bucket.checksum] = bucket.bytecode_to_string()


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Every test makes an application; each would compile all templates anew."""
    before = Flask.jinja_options
    Flask.jinja_options = {**before, "bytecode_cache": Compiled()}
    yield
    Flask.jinja_options = before


@pytest.fixture(scope="session")
def together(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def every_page(together: Path) -> list[Seen]:
    """Every page as each reader met it, with a mark at each word that a person wrote."""
    return met_together(together / "walked")


@pytest.fixture
def governance(tmp_path: Path) -> Iterator[Governance]:
    """The program on an empty folder."""
    with governing(tmp_path) as program:
        yield program
