"""Whether the settings of a crawl make sense: names, values, and arguments taken for settings."""

import math
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import Final

from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings, default_settings

import tvto_crawl.settings

__all__ = ["check_arguments", "check_names", "check_values"]

_OURS: Final = {n: v for n, v in vars(tvto_crawl.settings).items() if n.isupper()}
# With none at a time nothing would ever be fetched.
_LEAST: Final = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "CONCURRENT_ITEMS": 1}


def check_names(given: Iterable[str], arguments: Collection[str]) -> None:
    """Check the settings after `-s`, each as `NAME=VALUE`; `arguments` are what `-a` takes.

    Raises:
        UsageError: one is an argument, or nobody knows it and it looks like one of the project's.
            Other unknown names may belong to an extension of the user's own.
    """
    for setting in given:
        name = setting.partition("=")[0]
        if name in arguments:
            raise UsageError(
                f"{name} is no setting but an argument: -a {setting}", print_help=False
            )
        if name in _OURS or hasattr(default_settings, name):
            continue
        if alike := get_close_matches(name.upper(), _OURS, n=1, cutoff=0.8):
            raise UsageError(
                f"there is no setting {name}: did you mean -s {alike[0]}=…?", print_help=False
            )


def check_arguments(arguments: dict[str, str]) -> None:
    """Check the names after `-a`.

    Raises:
        UsageError: one is that of a setting.
    """
    for name, value in arguments.items():
        if name in _OURS or (name.isupper() and hasattr(default_settings, name)):
            raise UsageError(
                f"{name} is no argument but a setting: -s {name}={value}", print_help=False
            )


def check_values(settings: BaseSettings) -> None:
    """Check the values of the project's settings by the kinds of their defaults.

    Raises:
        UsageError: one is of another kind, negative or too small; the message shows a right one.
    """
    for name, usual in _OURS.items():
        if isinstance(usual, bool | int | float) and not _fits(settings, name):
            what = "neither yes nor no" if isinstance(usual, bool) else "no number that will do"
            right = f"-s {name}={float(usual):.15g}"  # without a point where none is needed
            raise UsageError(f"{name}={settings[name]} is {what}: {right}", print_help=False)


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
