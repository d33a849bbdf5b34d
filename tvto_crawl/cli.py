"""The command line `tvto-crawl`, for everything around the crawl."""

import click

from tvto_crawl import __version__
from tvto_crawl.commandline.lazy import LazyGroup

__all__ = ["main"]


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tvto-crawl")
def main() -> None:
    """Clean pages, and work with the articles that the spiders of tvto_crawl have written."""


if __name__ == "__main__":
    main()
