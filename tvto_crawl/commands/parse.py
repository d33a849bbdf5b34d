"""`scrapy parse`, which leaves the articles alone."""

from typing import ClassVar

from scrapy.commands.parse import Command as ScrapyParse

__all__ = ["Command"]


class Command(ScrapyParse):
    """Scrapy's command; it opens no article file, keeps no ledger, holds no lock."""

    default_settings: ClassVar = {**ScrapyParse.default_settings, "LOOK_ONLY": True}
