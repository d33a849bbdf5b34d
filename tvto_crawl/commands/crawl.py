"""`scrapy crawl`, with an exit code that tells how it went."""

import argparse
from typing import Any

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.exceptions import UsageError

from tvto_crawl.account import Account
from tvto_crawl.sources import find_source
from tvto_crawl.terminal import say

__all__ = ["Command"]


class Command(ScrapyCrawl):
    """Run a spider.

    Exit codes: 0 the crawl did its work, also when there was nothing new; 1 it could not, and the
    last line says why; 2 the command was wrong.
    """

    def short_desc(self) -> str:
        """Return the line of `scrapy --help`."""
        return "Run a spider; exits with 1 when the crawl could not do its work"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check the arguments, crawl, and set the exit code."""
        assert self.crawler_process is not None
        try:
            name = self._check(args, opts.spargs)
        except UsageError as error:  # one sentence; Scrapy would put its usage before it
            say(f"scrapy crawl: {error}")
            self.exitcode = 2
            return
        crawler = self._create_crawler(name)
        self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        account = crawler.get_extension(Account) if crawler._extensions else None
        if self.crawler_process.bootstrap_failed or (account and account.failed):
            self.exitcode = 1

    def _check(self, args: list[str], arguments: dict[str, Any]) -> str:
        """Return the spider's name, once everything that was typed makes sense.

        Raises:
            UsageError: an argument or setting is wrong; the message shows a right one.
        """
        assert self.crawler_process is not None
        spiders = self.crawler_process.spider_loader
        known = ", ".join(sorted(spiders.list()))
        if len(args) != 1:
            raise UsageError(f"name one spider: {known}", print_help=False)
        name = args[0]
        if name not in spiders.list():
            raise UsageError(f"there is no spider {name!r}; there are {known}", print_help=False)
        check = getattr(spiders.load(name), "check_arguments", None)
        if check:
            try:
                check(**arguments)
            except ValueError as error:
                raise UsageError(str(error), print_help=False) from error
        find_source(self.crawler_process.settings, name)
        return name
