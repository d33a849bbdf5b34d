"""Where pages come from: the live web, the sample sites, or WARC files.

One add-on sets the download handlers for http and https, so that robots.txt, the offsite filter,
decoding and the spiders work in the same way whatever the source.
"""

import gzip
import logging
import os
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings, get_settings_priority

from tvto_crawl.places import sample_folder
from tvto_crawl.recorder import DEFAULT_SIZE, Recorder
from tvto_crawl.terminal import say
from tvto_crawl.warc import WarcArchive, WarcError, expand_paths

__all__ = ["SAMPLE_WARC", "Source", "Sources", "find_source"]

_logger = logging.getLogger(__name__)

#: Name of a sample site's WARC, made by `python -m tvto_crawl.samples`.
SAMPLE_WARC: Final = "site.warc.gz"
_REPLAY: Final = "tvto_crawl.handlers.ReplayHandler"
_RECORDING: Final = "tvto_crawl.handlers.RecordingHandler"
_PRINTABLE: Final = re.compile(r"[!-~]+(?: [!-~]+)*")
# An e-mail or web address: a host with a dot, perhaps with a name before it or a path behind it.
_ADDRESS: Final = re.compile(
    r"(?:https?://|(?:mailto:)?[^@/:]+@)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/.*)?[.,;]?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a crawl takes its pages from."""

    kind: str
    """`live`, `sample` or `warc`."""
    paths: tuple[Path, ...] = ()
    """WARC files; empty for a live crawl."""

    def name(self, file: str) -> str:
        """Return the `source` in the records of pages from `file`."""
        return "sample" if self.kind == "sample" else file


def find_source(settings: BaseSettings, spider: str) -> Source:
    """Return the source that the settings ask for; check SOURCE, RECORD and CONTACT.

    Raises:
        UsageError: the settings contradict each other, or the files do not exist; the message
            says what to do.
    """
    named = str(settings.get("SOURCE", "live")).strip()
    if not named:
        raise UsageError(
            "SOURCE is empty; give -s SOURCE=live, -s SOURCE=sample, or WARC files, such as "
            "-s SOURCE=warc/",
            print_help=False,
        )
    _check_contact(str(settings.get("CONTACT") or ""))
    if named == "live" and _is_check(settings):
        named = "sample"
    if named == "live":
        _check_record(str(settings.get("RECORD") or ""))
        return Source("live")
    if settings.get("RECORD"):
        raise UsageError(
            "RECORD keeps what a live crawl fetches; leave it out if SOURCE is a recording",
            print_help=False,
        )
    if named == "sample":
        return Source("sample", tuple(_sample_files(spider)))
    try:
        paths = tuple(expand_paths(named))
    except WarcError as error:
        raise UsageError(
            f"{error}; SOURCE must be `live`, `sample`, or the path of WARC files such as "
            "'recordings/*.warc.gz'",
            print_help=False,
        ) from error
    for path in paths:
        try:
            is_warc = _begins_as_warc(path)
        except PermissionError as error:
            why = f"{path} can't be read: {error.strerror}"
            raise UsageError(why, print_help=False) from error
        if not is_warc:
            raise UsageError(
                f"{path} is not a WARC file: SOURCE must be `live`, `sample`, or WARC files such "
                "as those that RECORD keeps; for single pages use `tvto-crawl clean`",
                print_help=False,
            )
    return Source("warc", paths)


def _check_contact(contact: str) -> None:
    if not contact:
        return
    if not _PRINTABLE.fullmatch(contact):
        raise UsageError(
            "CONTACT goes into an HTTP header, so write it in Latin letters on one line, "
            "such as -s CONTACT=me@example.org",
            print_help=False,
        )
    if not any(map(_ADDRESS.fullmatch, contact.split())):
        raise UsageError(
            f"nobody can be reached at {contact!r}: give an e-mail or web address, "
            "such as -s CONTACT=me@example.org",
            print_help=False,
        )


def _check_record(folder: str) -> None:
    if folder.endswith((".warc", ".warc.gz")):
        raise UsageError(
            f"RECORD={folder} looks like a file, but RECORD is a folder, in which the WARC files "
            "get names of their own: give for example -s RECORD=warc",
            print_help=False,
        )


def _begins_as_warc(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            opener = gzip.open if file.read(2) == b"\x1f\x8b" else open
        with opener(path, "rb") as content:
            return bool(content.read(5) == b"WARC/")
    except PermissionError:
        raise
    except (OSError, EOFError, zlib.error):
        return False


def _is_check(settings: BaseSettings) -> bool:
    """Return whether `scrapy check` is running, whose contracts need the sample sites."""
    asked_for = settings.getpriority("SOURCE") or 0
    return "SCRAPY_CHECK" in os.environ and asked_for < get_settings_priority("cmdline")


def _sample_files(spider: str) -> list[Path]:
    """Return the WARC of the spider's sample site; those of all sites if it has none of its own."""
    folder = sample_folder()
    if folder is None:
        raise UsageError(
            "SOURCE=sample replays the sample sites, which come with the source code and not "
            "with the installed package: clone the project's repository and run `scrapy crawl` "
            "inside it",
            print_help=False,
        )
    own = folder / spider / SAMPLE_WARC
    files = [own] if own.is_file() else sorted(folder.glob(f"*/{SAMPLE_WARC}"))
    if not files:
        raise UsageError(
            f"there is no {SAMPLE_WARC} in {folder}; build it with `python -m tvto_crawl.samples`",
            print_help=False,
        )
    return files


class Sources:
    """The add-on behind SOURCE, RECORD and CONTACT.

    `source` says where pages come from, `archive` holds the WARC files of a replay, and `recorder`
    keeps what a live crawl fetches.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self.source = Source("live")
        self.archive: WarcArchive | None = None
        self.recorder: Recorder | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Create the add-on for `crawler`."""
        return cls(crawler)

    def update_settings(self, settings: BaseSettings) -> None:
        """Set the download handlers and the pace that the source needs.

        Raises:
            UsageError: as for `find_source`, or a WARC file can't be read.
        """
        spider = str(self._crawler.spidercls.name or "")
        self.source = find_source(settings, spider)
        if self.source.kind == "live":
            self._go_live(settings, spider)
        else:
            self._replay(settings, spider)

    def _go_live(self, settings: BaseSettings, spider: str) -> None:
        if contact := settings.get("CONTACT"):
            agent = f"{settings['USER_AGENT']} (+{contact})"
            _force(settings, "USER_AGENT", agent)
        else:
            option = "--contact " if settings.get("PROBE") else "-s CONTACT="
            _logger.warning(
                "CONTACT is not set, so a site that has trouble with this crawl can only block it; "
                "add %s<your e-mail or web address>",
                option,
            )
        if folder := settings.get("RECORD"):
            self.recorder = Recorder(
                Path(folder).expanduser(),
                spider or "crawl",
                user_agent=settings["USER_AGENT"],
                max_bytes=settings.getint("RECORD_SIZE", DEFAULT_SIZE),
            )
            _force_handlers(settings, _RECORDING)
            self._crawler.signals.connect(self._close_recorder, signals.engine_stopped)

    def _replay(self, settings: BaseSettings, spider: str) -> None:
        try:
            self.archive = WarcArchive(self.source.paths)
        except WarcError as error:
            raise UsageError(str(error), print_help=False) from error
        if not len(self.archive):
            names = ", ".join(path.name for path in self.source.paths)
            raise UsageError(f"there is no page in {names}", print_help=False)
        for name in self.archive.torn:
            _logger.warning(
                "%s ends in the middle of a record; only what precedes it is used", name
            )
        _force_handlers(settings, _REPLAY)
        # No site is contacted, so there is no need to wait.
        for name in ("DOWNLOAD_DELAY", "DOWNLOAD_DELAY_JITTER", "RETRY_TIMES", "BLOCKED_AFTER"):
            _force(settings, name, 0)
        _force(settings, "AUTOTHROTTLE_ENABLED", False)
        where = "the sample site" if self.source.kind == "sample" else "recorded pages"
        files = ", ".join(path.name for path in self.source.paths[:3])
        if self.source.kind == "sample":
            files = ", ".join(str(_short(path)) for path in self.source.paths)
        elif len(self.source.paths) > 3:
            files += f" and {len(self.source.paths) - 3} more"
        say(f"{spider}: replaying {where}, no network is used ({files})")

    def _close_recorder(self) -> None:
        if self.recorder:
            self.recorder.close()


def _force(settings: BaseSettings, name: str, value: object) -> None:
    """Set a value that must win: an add-on's own priority ranks below the project's settings."""
    settings.set(name, value, priority="cmdline")


def _force_handlers(settings: BaseSettings, handler: str) -> None:
    handlers = dict(settings.getdict("DOWNLOAD_HANDLERS"))
    _force(settings, "DOWNLOAD_HANDLERS", handlers | {"http": handler, "https": handler})


def _short(path: Path) -> Path:
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path
