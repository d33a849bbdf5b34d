"""`scrapy fetch`, which leaves the articles alone."""

from typing import ClassVar

from scrapy.commands.fetch import Command as ScrapyFetch

__all__ = ["Command"]


class Command(ScrapyFetch):
    """Scrapy's command, but it opens no article file, keeps no ledger and holds no lock."""

    default_settings: ClassVar = {**ScrapyFetch.default_settings, "LOOK_ONLY": True}
