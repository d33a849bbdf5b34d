"""`scrapy shell`, which leaves the articles alone."""

from typing import ClassVar

from scrapy.commands.shell import Command as ScrapyShell

__all__ = ["Command"]


class Command(ScrapyShell):
    """Scrapy's command, but it opens no article file, keeps no ledger and holds no lock."""

    default_settings: ClassVar = {**ScrapyShell.default_settings, "LOOK_ONLY": True}
