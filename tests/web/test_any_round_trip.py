"""Whatever people do, in whatever order: their log goes out, and comes in again as it was."""

import pytest
from hypothesis import settings

from projections.export.history import history
from tests.domain.test_sequences import People
from tests.web.going_out import must_come_in_as_it_went_out


class Outgoing(People):
    """In the end the log is written out, and taken in elsewhere."""

    def teardown(self) -> None:
        try:
            file = self.folder / "history.jsonl"
            with file.open("wb") as out:
                out.writelines(line for _, line in history(self.programs[0]))
            must_come_in_as_it_went_out(file)
        finally:
            super().teardown()


TestOutgoing = pytest.mark.timeout(600)(Outgoing.TestCase)
TestOutgoing.settings = settings(max_examples=25, stateful_step_count=40, derandomize=True)
