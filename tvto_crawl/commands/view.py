"""`scrapy view`, which leaves the articles alone."""

from typing import ClassVar

from scrapy.commands.view import Command as ScrapyView

__all__ = ["Command"]


class Command(ScrapyView):
    """Scrapy's command, but it opens no article file, keeps no ledger and holds no lock."""

    default_settings: ClassVar = {**ScrapyView.default_settings, "LOOK_ONLY": True}
