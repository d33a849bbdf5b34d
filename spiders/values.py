"""The values of `-a` arguments, from what was typed; a wrong one is answered with a right one."""

import re
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from cleaners.dates.jalali import GREGORIAN_YEARS, JALALI_YEARS
from cleaners.dates.parsing import parse_date
from cleaners.identity import absolute
from cleaners.lines.places import province_named, province_names

__all__ = [
    "EXAMPLES",
    "addresses_of",
    "day_of",
    "is_yes",
    "number_of",
    "province_of",
    "topic_of",
    "words_of",
]

#: A valid value of each argument, for error messages.
EXAMPLES: Final = {
    "since": "1404/01/01",
    "until": "1404/01/31",
    "topic": "all",
    "query": "'فنی و حرفه\u200cای'",
    "section": "مهارت",
    "province": "'خراسان جنوبی'",
    "limit": "20",
    "urls": "@file",
    "refresh": "1",
    "domain": "tabnak.ir",
}
_YEAR_FIRST: Final = re.compile(r"\s*(\d{4})[/.-]\d{1,2}[/.-]\d{1,2}\b")
_TOPICS: Final = ("tvto", "all")
_YES: Final = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}


def day_of(name: str, value: str | None) -> date | None:
    """Return the day that was typed, or None if none was.

    Raises:
        ValueError: it is wrong; the message shows a right one.
    """
    if value is None:
        return None
    found = parse_date(value)
    if found is None:
        raise ValueError(
            f"{name}={value} is {_no_date(value)}; give a Jalali one, such as "
            f"-a {name}=1404/01/01, or a Gregorian one, such as -a {name}=2025-03-21"
        )
    return found.date() if isinstance(found, datetime) else found


def _no_date(value: str) -> str:
    """Return why something is no date, in words."""
    year = _YEAR_FIRST.match(value)
    if year and int(year[1]) not in {*JALALI_YEARS, *GREGORIAN_YEARS}:
        jalali, gregorian = (
            f"{years[0]} to {years[-1]}" for years in (JALALI_YEARS, GREGORIAN_YEARS)
        )
        return f"out of range (Jalali years are {jalali}, Gregorian ones {gregorian})"
    return "not a date"


def number_of(value: str | None) -> int | None:
    """Return the limit that was typed, or None if none was.

    Raises:
        ValueError: it is wrong; the message shows a right one.
    """
    if value is None:
        return None
    if not value.isdecimal() or int(value) == 0:
        raise ValueError(f"limit={value} is not a number above 0; give for example -a limit=20")
    return int(value)


def topic_of(value: str) -> str:
    """Return the topic that was typed.

    Raises:
        ValueError: it is wrong; the message shows a right one.
    """
    if value not in _TOPICS:
        raise ValueError(
            f"there is no topic {value!r}: -a topic=tvto keeps articles about TVTO or skills "
            "training, -a topic=all keeps everything"
        )
    return value


def words_of(name: str, value: str | None) -> str | None:
    """Return words with single spaces between them, or None if none were typed.

    Raises:
        ValueError: it is wrong; the message shows a right one.
    """
    if value is None:
        return None
    words = " ".join(value.split())
    if not words:
        raise ValueError(f"{name} is empty; give for example -a {name}={EXAMPLES[name]}")
    return words


def province_of(value: str | None) -> str | None:
    """Return the usual name of a province, whatever its spelling.

    Raises:
        ValueError: it is wrong; the message shows a right one.
    """
    name = words_of("province", value)
    if name is None:
        return None
    if found := province_named(name):
        return found
    names = province_names()
    alike = get_close_matches(name, names, n=1)
    example = alike[0] if alike else names[0]
    raise ValueError(
        f"there is no province {name!r}; give for example -a province='{example}'; "
        f"the provinces are {'، '.join(names)}"
    )


def is_yes(name: str, value: str) -> bool:
    """Return whether yes was typed, or no.

    Raises:
        ValueError: it is wrong; the message shows a right one.
    """
    try:
        return _YES[value.lower()]
    except KeyError:
        raise ValueError(f"{name}={value} is neither yes nor no; give -a {name}=1") from None


def addresses_of(value: str | None) -> tuple[str, ...]:
    """Read addresses from a comma-separated list, or from `@file` with one per line.

    Raises:
        ValueError: one is wrong; the message shows a right one.
    """
    if value is None:
        return ()
    if value.startswith("@"):
        named = _lines(value[1:])
    else:
        # An address may contain a comma; the next address begins with its scheme.
        named = [part.strip() for part in re.split(r",\s*(?=https?://)|\s+", value)]
    urls = [url.strip(",") for url in named if url.strip(",")]
    wrong = next((url for url in urls if not absolute(url, None)), None)
    if wrong or not urls:
        raise ValueError(
            (f"{wrong} is not a web address" if wrong else "urls has no address")
            + "; give -a urls=https://…,https://… or -a urls=@file with one address per line"
        )
    return tuple(dict.fromkeys(urls))


def _lines(name: str) -> list[str]:
    try:
        text = Path(name).expanduser().read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        raise ValueError(
            f"the file of -a urls=@{name} can't be read: {why}; it must hold one address per line"
        ) from error
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]
