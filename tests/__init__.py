"""What is promised, each test a sentence of it."""

import pytest

pytest.register_assert_rewrite("tests.scenario")
