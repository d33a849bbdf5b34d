"""`scrapy parse`, which leaves the articles alone."""

import argparse
from typing import ClassVar

from scrapy.commands.parse import Command as ScrapyParse

__all__ = ["Command"]


class Command(ScrapyParse):
    """Scrapy's command, but it opens no article file, keeps no ledger and holds no lock.

    Without `-c` it takes the page for an article's.
    """

    default_settings: ClassVar = {**ScrapyParse.default_settings, "LOOK_ONLY": True}

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the options; Scrapy's own default, `parse`, is no method of these spiders."""
        super().process_options(args, opts)
        if not opts.rules:
            opts.callback = opts.callback or "parse_article"
