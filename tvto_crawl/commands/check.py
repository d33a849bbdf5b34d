"""`scrapy check`, which says why if there is nothing to check the spiders against."""

import argparse

from scrapy.commands.check import Command as ScrapyCheck
from scrapy.exceptions import UsageError
from scrapy.utils.misc import set_environ

from tvto_crawl.exit_codes import CANT_BEGIN
from tvto_crawl.sources import find_source
from tvto_crawl.terminal import say

__all__ = ["Command"]


class Command(ScrapyCheck):
    """Scrapy's command, but without the sample sites it is no success with no contract."""

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Make sure that there are pages for every spider, and check the contracts."""
        assert self.crawler_process is not None
        known = self.crawler_process.spider_loader.list()
        try:
            for name in args or known:
                if name not in known:
                    raise UsageError(
                        f"there is no spider {name!r}; the spiders are {', '.join(known)}"
                    )
                with set_environ(SCRAPY_CHECK="true"):
                    find_source(self.crawler_process.settings, name)
        except UsageError as error:
            say(f"scrapy check: {error}")
            self.exitcode = CANT_BEGIN
            return
        super().run(args, opts)
