"""`scrapy parse`, which leaves the articles alone."""

from typing import ClassVar

from scrapy.commands.parse import Command as ScrapyParse

__all__ = ["Command"]


class Command(ScrapyParse):
    """Scrapy's command, but it opens no article file, keeps no ledger and holds no lock."""

    default_settings: ClassVar = {**ScrapyParse.default_settings, "LOOK_ONLY": True}
