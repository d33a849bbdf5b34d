"""Check the addresses that commands are given."""

import click

from tvto_crawl.terminal import escaped

__all__ = ["check_address"]


def check_address(text: str) -> None:
    """Check that `text` is an address on the web.

    Raises:
        click.UsageError: it is not.
    """
    from cleaners.identity import absolute

    if absolute(text, None) is None:
        raise click.UsageError(
            f"{escaped(text)} is not a web address, such as https://www.example.ir/news/12345"
        )
