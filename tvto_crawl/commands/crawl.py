"""`scrapy crawl`, with an exit code that says how it went."""

import argparse
import gc
import logging
from pathlib import Path
from typing import Any

from scrapy import signals
from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings

from tvto_crawl.account import Account
from tvto_crawl.exit_codes import CANT_BEGIN, FAILED, INTERRUPTED, MEANINGS
from tvto_crawl.fatal import fatal_of
from tvto_crawl.feeds import complaint_of_feeds, refuse_compression, refuse_second_document
from tvto_crawl.interruption import InterruptibleCrawler
from tvto_crawl.places import articles_folder, can_be_seen, complaint_of_file, complaint_of_folder
from tvto_crawl.setting_checks import SETTINGS, check_arguments, check_names, check_values
from tvto_crawl.sources import find_source
from tvto_crawl.terminal import say

__all__ = ["Command"]


class Command(ScrapyCrawl):
    """Run a spider.

    The exit codes are those of all commands, see `tvto_crawl.exit_codes`; if it is not 0, the last
    line says why.
    """

    def short_desc(self) -> str:
        """Return the line for `scrapy --help`."""
        return "Run a spider; the exit code says how it went"

    def long_desc(self) -> str:
        """Return the introduction of `scrapy crawl --help`."""
        return f"Run a spider. `scrapy crawl ilna -a help=1` lists what -a and -s take. {MEANINGS}"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the options; a wrong one is told in a sentence, without the usage."""
        try:
            refuse_compression([*(opts.output or ()), *(opts.overwrite_output or ())])
            super().process_options(args, opts)
            assert self.settings is not None
            _check_level(self.settings["LOG_LEVEL"])
        except UsageError as error:
            say(f"scrapy crawl: {error}")
            raise SystemExit(CANT_BEGIN) from error

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check the arguments, crawl, and set the exit code."""
        assert self.crawler_process is not None
        settings = self.crawler_process.settings
        try:
            name = self._spider_name(args)
            if "help" in opts.spargs:
                print(self._described(name))
                return
            spider = self.crawler_process.spider_loader.load(name)
            check_names(opts.set, getattr(spider, "argument_names", frozenset)())
            check_arguments(opts.spargs)
            check_values(settings)
            self._check(name, opts.spargs)
            find_source(settings, name)
            refuse_second_document(settings)
            _refuse_missing_folder(settings)
        except UsageError as error:  # Scrapy would print its usage before the message
            say(f"scrapy crawl: {error}")
            self.exitcode = CANT_BEGIN
            return
        if complaint := _complaint_of_places(settings):
            say(f"{name}: {complaint}")
            self.exitcode = FAILED
            return
        self._crawl(name, opts.spargs)

    def _crawl(self, name: str, arguments: dict[str, Any]) -> None:
        assert self.crawler_process is not None
        process = self.crawler_process
        spider = process.spider_loader.load(name)
        crawler = InterruptibleCrawler(spider, process.settings)
        crawler.signals.connect(_keep_what_is_loaded, signals.spider_opened)
        process.crawl(crawler, **arguments)
        process.start()
        account = crawler.get_extension(Account) if crawler._extensions else None
        late = fatal = fatal_of(crawler)  # it may have happened after the account was given
        killed = account is not None and not account.given
        was_killed = killed and not process.bootstrap_failed
        if was_killed:
            second = "at once by a second signal" if crawler.was_interrupted else "by a signal"
            late = late or f"stopped {second}; the next run continues from here"
        if late and account and not account.failed:
            say(f"{name}: {late}")
        if process.bootstrap_failed or killed or late or (account and account.failed):
            self.exitcode = FAILED
        if (was_killed or crawler.was_interrupted) and not fatal:
            self.exitcode = INTERRUPTED

    def _spider_name(self, args: list[str]) -> str:
        assert self.crawler_process is not None
        names = self.crawler_process.spider_loader.list()
        known = ", ".join(sorted(names))
        if unknown := [word for word in args if word.startswith("-")]:
            told = f"there is no option {unknown[0]}; `scrapy crawl --help` lists them"
            raise UsageError(told, print_help=False)
        if len(args) != 1:
            raise UsageError(f"name one spider: {known}{_meant_by(args)}", print_help=False)
        if args[0] not in names:
            raise UsageError(
                f"there is no spider {args[0]!r}; the spiders are {known}", print_help=False
            )
        return args[0]

    def _check(self, name: str, arguments: dict[str, Any]) -> None:
        """Raise UsageError for a wrong `-a`; the message shows a valid one."""
        assert self.crawler_process is not None
        check = getattr(self.crawler_process.spider_loader.load(name), "check_arguments", None)
        try:
            if check:
                check(**arguments)
        except ValueError as error:
            raise UsageError(str(error), print_help=False) from error

    def _described(self, name: str) -> str:
        """Return the help text for the arguments of a spider, and for the settings."""
        assert self.crawler_process is not None
        describe = getattr(self.crawler_process.spider_loader.load(name), "describe", None)
        arguments = str(describe()) if describe else f"{name} takes no arguments"
        width = max(map(len, SETTINGS))
        settings = (f"  {setting:<{width}}  {what}" for setting, what in SETTINGS.items())
        return "\n".join([arguments, "", "Settings, each as -s NAME=VALUE:", *settings])


def _check_level(level: object) -> None:
    """Raise UsageError for a level that logging does not know; it would end in a traceback."""
    levels = logging.getLevelNamesMapping()
    if isinstance(level, str) and level not in levels:
        alike = next((name for name in levels if name == level.upper()), "INFO")
        raise UsageError(
            f"there is no LOG_LEVEL {level}; give for example -L {alike}", print_help=False
        )


def _meant_by(words: list[str]) -> str:
    """Return a question after a setting or argument whose option was forgotten, if there is one."""
    given = next((word for word in words if "=" in word), None)
    if given is None:
        return ""
    option = "-s" if given.partition("=")[0].isupper() else "-a"
    return f"; did you mean {option} {given}?"


def _keep_what_is_loaded() -> None:
    """Exclude what is never garbage from garbage collection; this saves a tenth of the time."""
    gc.freeze()


def _refuse_missing_folder(settings: BaseSettings) -> None:
    """Raise UsageError if STATS_JSON is in a folder that is not there, perhaps a slip."""
    if not settings.get("STATS_JSON"):
        return
    path = Path(settings["STATS_JSON"]).expanduser()
    if not can_be_seen(path.parent) and path.parent != articles_folder(settings):
        raise UsageError(
            f"there is no folder {path.parent}, as -s STATS_JSON={path} needs", print_help=False
        )


def _complaint_of_places(settings: BaseSettings) -> str | None:
    """Return why one of the crawl's outputs can't be written, or None."""
    record, stats = settings.get("RECORD"), settings.get("STATS_JSON")
    if record and (complaint := complaint_of_folder(Path(record).expanduser())):
        return complaint
    if stats and (complaint := complaint_of_file(Path(stats).expanduser())):
        return f"-s STATS_JSON={complaint}"
    return complaint_of_feeds(settings)
