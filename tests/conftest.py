"""How the tests share the machine."""

import os

import pytest

__all__ = ["pytest_xdist_auto_num_workers"]


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run at least four workers: the tests of crawls and browsers mostly wait.

    On two cores all tests took 8:28 minutes with two workers and 6:38 with four.
    """
    return max(4, os.cpu_count() or 1)
