"""How the tests share the machine."""

import os

import pytest
from hypothesis import settings

__all__ = ["pytest_xdist_auto_num_workers"]


# A case that waits for a busy machine is no error; tests that bound time measure the processor's.
settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run at least four workers: the tests of crawls and browsers mostly wait.

    On two cores all tests took 8:28 minutes with two workers and 6:38 with four.
    """
    return max(4, os.cpu_count() or 1)
