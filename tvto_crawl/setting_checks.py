"""The project's own settings, and checks of those of a crawl: names, values, mistaken arguments."""

import math
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import Final

from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings, default_settings

import tvto_crawl.settings

__all__ = ["SETTINGS", "check_arguments", "check_names", "check_values"]

#: The settings that this project adds to Scrapy's and that people need, each with its help text.
SETTINGS: Final = {
    "SOURCE": "live, sample, or WARC files to replay, as a file, folder or glob (default: live)",
    "RECORD": "folder in which a live crawl keeps what it fetches, as WARC (default: none is kept)",
    "RECORD_SIZE": "bytes after which a new WARC file is begun (default: 1000000000)",
    "ARTICLES": "folder of articles, ledgers and all else that is written (default: articles)",
    "STATS_JSON": "file for the closing account, as JSON (default: none)",
    "CONTACT": "your e-mail or web address, which is added to the user agent (default: none)",
    "MOST_SITEMAPS": "the most sitemaps that are read from one index (default: 1000)",
    "SECOND_OPINION": "one page in so many is also cleaned without rules (default: 50; 0: none)",
    "BLOCKED_AFTER": "refusals in a row after which a site is left alone (default: 5)",
}

_OURS: Final = {n: v for n, v in vars(tvto_crawl.settings).items() if n.isupper()}
# With 0, nothing would ever be fetched.
_LEAST: Final = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "CONCURRENT_ITEMS": 1}


def check_names(given: Iterable[str], arguments: Collection[str]) -> None:
    """Check the settings given with `-s`, each `NAME=VALUE`; `arguments` are the names `-a` takes.

    Raises:
        UsageError: one is an argument, or is unknown but similar to one of the project's settings.
            Other unknown names may belong to an extension of the user's own.
    """
    for setting in given:
        name = setting.partition("=")[0]
        if name in arguments:
            raise UsageError(
                f"{name} is an argument, not a setting: -a {setting}", print_help=False
            )
        if name in _OURS or hasattr(default_settings, name):
            continue
        if alike := get_close_matches(name.upper(), _OURS, n=1, cutoff=0.8):
            raise UsageError(
                f"there is no setting {name}: did you mean -s {alike[0]}=…?", print_help=False
            )


def check_arguments(arguments: dict[str, str]) -> None:
    """Check what is given with `-a`.

    Raises:
        UsageError: a name is that of a setting, or a value is not UTF-8, as from a terminal with
            another encoding.
    """
    for name, value in arguments.items():
        if name in _OURS or (name.isupper() and hasattr(default_settings, name)):
            raise UsageError(
                f"{name} is a setting, not an argument: -s {name}={value}", print_help=False
            )
        is_path = value.startswith("@")
        if not is_path and any("\ud800" <= character <= "\udfff" for character in value):
            raise UsageError(
                f"-a {name}={value} is not UTF-8: set the terminal to it", print_help=False
            )


def check_values(settings: BaseSettings) -> None:
    """Check the values of the project's settings against the types of their defaults.

    Raises:
        UsageError: one has another type, or is negative or too small; the message shows a valid
            value.
    """
    for name, usual in _OURS.items():
        if isinstance(usual, bool | int | float) and not _fits(settings, name):
            what = "neither yes nor no" if isinstance(usual, bool) else _demand(name)
            example = f"-s {name}={float(usual):.15g}"  # without a point if none is needed
            raise UsageError(
                f"{name}={settings[name]} is {what}; give for example {example}", print_help=False
            )


def _demand(name: str) -> str:
    """Return what is wrong with the value of a numeric setting, in words."""
    kind = "a whole number" if isinstance(_OURS[name], int) else "a number"
    return f"not {kind} from {_LEAST.get(name, 0)} up"


def _fits(settings: BaseSettings, name: str) -> bool:
    try:
        if isinstance(_OURS[name], bool):
            settings.getbool(name)
            return True
        is_whole = isinstance(_OURS[name], int)
        value = settings.getint(name) if is_whole else settings.getfloat(name)
    except (TypeError, ValueError):
        return False
    return math.isfinite(value) and value >= _LEAST.get(name, 0)
