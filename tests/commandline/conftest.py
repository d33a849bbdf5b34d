"""`tvto-crawl` as users run it, in this process."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from tvto_crawl.cli import main

Run = Callable[..., Result]


@pytest.fixture
def tvto() -> Run:
    """Run `tvto-crawl` with arguments; standard input by `input=`."""

    def run(*arguments: object, **options: object) -> Result:
        return CliRunner().invoke(main, [str(a) for a in arguments], **options)  # type: ignore[arg-type]

    return run
