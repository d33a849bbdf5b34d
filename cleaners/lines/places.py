"""Where an article is from: the dateline's city and one of the 31 provinces."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from cleaners.lines.attribution import attribution, is_masthead, level, signatures
from cleaners.lines.boilerplate import judge_line
from cleaners.persian.folding import fold
from cleaners.persian.names import begins_with_given_name
from cleaners.tables import read_table

__all__ = [
    "Location",
    "dateline",
    "first_province_in",
    "locate",
    "opens_with_dateline",
    "province_named",
    "province_names",
    "province_of_host",
]

# Datelines are in the first characters of a paragraph, attributions in the first two times as many;
# both in one of the first paragraphs.
_REACH: Final = 300
_OPENING_PARAGRAPHS: Final = 3
# The longest name, "کهگیلویه و بویر احمد", has this many words.
_MOST_WORDS: Final = 4


class Location(NamedTuple):
    """Where an article is from."""

    place: str | None
    """City of the dateline."""
    province: str | None
    """One of the 31 provinces."""


class _Gazetteer(NamedTuple):
    """Folded names and what they stand for."""

    provinces: dict[str, str]
    slugs: dict[str, str]
    cities: dict[str, tuple[str, str]]
    """City → (its usual spelling, its province)."""
    no_city: frozenset[str]
    """Words, levelled, that are in no city's name."""


@cache
def _gazetteer() -> _Gazetteer:
    table = read_table("places")
    found = _Gazetteer({}, {}, {}, frozenset(map(level, table["no_city"])))
    for entry in table["province"]:
        name = entry["name"]
        attributions = entry.get("attributions", [])
        for spelling in (name, *entry.get("spellings", []), *attributions):
            found.provinces[fold(spelling)] = name
        for slug in entry["slugs"]:
            found.slugs[fold(slug)] = name
        for city in entry["cities"]:
            found.cities[fold(city)] = (city, name)
    return found


def province_names() -> list[str]:
    """Return the usual Persian names of the 31 provinces."""
    return list(dict.fromkeys(_gazetteer().provinces.values()))


_SECTION_WORDS: Final = re.compile(r"^(?:اخبار)?(?:استانها|استان)?(?=\w)")


def province_named(text: str) -> str | None:
    """Return the province that a whole section, tag or slug names.

    >>> province_named("استان خراسان جنوبی")
    'خراسان جنوبی'
    >>> province_named("KhorasanJonoobi")
    'خراسان جنوبی'
    """
    if len(text) > 40:
        return None
    gazetteer, key = _gazetteer(), fold(text)
    bare = _SECTION_WORDS.sub("", key)
    return gazetteer.provinces.get(bare) or gazetteer.slugs.get(key)


def province_of_host(host: str) -> str | None:
    """Return the province whose portal `host` is, as `khrazavi.irantvto.ir` or `eatvto.ir`."""
    slugs = _gazetteer().slugs
    for label in host.lower().removeprefix("www.").split(".")[:-1]:
        if province := slugs.get(label) or slugs.get(label.removesuffix("tvto")):
            return province
    return None


_PROVINCE_WORD: Final = re.compile(r"(?<!\w)استان[\s\u200c]+(?=\w)")
_GOVERNOR: Final = re.compile(r"(?<!\w)استانداری?[\s\u200c]+(?=\w)")


def first_province_in(text: str) -> str | None:
    """Return the province of the first «استان X» in `text`; failing that, of «استانداری X»."""
    for word in (_PROVINCE_WORD, _GOVERNOR):
        start = -1
        while (start := text.find("استان", start + 1)) >= 0:
            match = word.match(text, start)
            if match and (province := _province_at(level(text[match.end() : match.end() + 60]))):
                return province
    return None


def _province_at(text: str, start: int = 0) -> str | None:
    return _longest_name(text, start, _gazetteer().provinces)


def _longest_name[T](text: str, start: int, names: dict[str, T]) -> T | None:
    """Return the value of the longest key of `names` that `text` has at `start`."""
    words = text[start : start + 60].split(maxsplit=_MOST_WORDS)[:_MOST_WORDS]
    for count, word in enumerate(words, 1):
        if _ENDS_CLAUSE.search(word):  # a name does not continue after a comma
            words = words[:count]
            break
    for count in range(len(words), 0, -1):
        if (found := names.get(fold("".join(words[:count])))) is not None:
            return found
    return None


_ENDS_CLAUSE: Final = re.compile(r"[^\w\u200c]$")


@cache
def _dateline_pattern() -> re.Pattern[str]:
    """Compile the dateline's own form: `بیرجند- …`, `گرگان - خبرگزاری مهر:`, `ایسنا/اصفهان …`.

    An agency that no list has may sign it as «خبرگزاری» or with the day: `هرات (پژواک، ۲ مهر ۰۱):`.
    """
    signed = "|".join(signatures())
    return re.compile(
        rf"\s*(?:(?P<signed_before>{signed})\s*/\s*(?=\w)"
        r"|(?P<city>\w+(?: \w+){0,3}?) *(?:[-–—ـ/|]+|(?=\())"
        rf"\s*\(?(?P<signed>(?:{signed})(?!\w)|خبرگزاری\s*:"
        r"|(?P<dated>[\w ]{2,24}، ?\d{1,2} [\w ]{2,12} \d{2,4}\)\s*:))?)"
    )


# "به گزارش خبرنگار ایلنا از اراک،", "در گفت‌وگو با خبرنگار … در سنندج".
_REPORTERS: Final = ("گزارش", "خبرنگار", "خبرگزاری", "باشگاه")
_REPORTED_FROM: Final = re.compile(
    rf"(?<!این )(?<!\w)(?:{'|'.join(_REPORTERS)})(?!\w| ها)[^.،؛!؟:]{{0,90}}?"
    r"\s(?:(?<!نقل )از|در)\s+"
    r"(?:شهرستان\s+|شهر\s+|منطقه\s+)?(?=\w)"
)


def dateline(text: str) -> str | None:
    """Return the city in the dateline of a lead or first paragraph, in its usual spelling.

    A city that the gazetteer does not know counts if an agency's name follows it.

    >>> dateline("بیرجند- در دیدار استاندار …")
    'بیرجند'
    >>> dateline("به گزارش خبرنگار ایلنا از نجف آباد، کارگران …")
    'نجف‌آباد'
    """
    known = _dateline(level(text[:_REACH]))
    return known[0] if known else None


def opens_with_dateline(text: str) -> bool:
    """Return whether a paragraph begins with a dateline of its own: `بیرجند- …`."""
    match = _dateline_pattern().match(level(text[:_REACH]))
    if match is None:
        return False
    if match["signed"] or match["signed_before"]:
        return True
    name, gazetteer = fold(match["city"]), _gazetteer()
    return name in gazetteer.cities or name in gazetteer.provinces


def _may_be_city(name: str) -> bool:
    """Return whether levelled words before an agency's name may be a city that no list has.

    They may not if they name a section, a paper or another agency, or tell who spoke.
    """
    return (
        _gazetteer().no_city.isdisjoint(name.split())
        and judge_line(name, context="run") is None
        and not is_masthead(name)
    )


def _dateline(head: str) -> tuple[str | None, str | None] | None:
    """Return (city, its province) for the head of a paragraph, levelled.

    The city is None if the dateline names only the province.
    """
    cities = _gazetteer().cities
    if match := _dateline_pattern().match(head):
        if match["signed_before"]:
            return _longest_name(head, match.end(), cities)
        city = match["city"]
        if known := cities.get(fold(city)):
            return known
        if province := _gazetteer().provinces.get(fold(city)):
            return None, province
        is_quoted = match["dated"] and begins_with_given_name(city)
        if match["signed"] and not is_quoted and _may_be_city(city):
            return city, None
    if not any(word in head for word in _REPORTERS):  # most paragraphs; a tenth of the time
        return None
    for match in _REPORTED_FROM.finditer(head):
        if known := _longest_name(head, match.end(), cities):
            return known
        if province := _province_at(head, match.end()):
            return None, province
    return None


# What precedes a province's name in an attribution; a centre or a county may have a city's name.
_SOURCE_WORD: Final = re.compile(
    r"(?:(?<!\w)(?:استان|منطقه|خبرگزاری\s+\w+|(?<!نقل )از|در)\s|حرفه\s?ای\s"
    r"|(?P<city>(?<!\w)(?:شهرستان|مرکز)\s|سیما(?:ی)?\s*[؛،]?\s*(?:مرکز|استان)?\s))\s*(?=\w)"
)


def _attribution_province(head: str) -> str | None:
    """Return the province that the attribution in the levelled head of a paragraph names.

    >>> _attribution_province("به گزارش صداوسیمامرکز یزد، …")
    'یزد'
    >>> _attribution_province("به گزارش خبرگزاری صدا و سیما، مرکز خلیج فارس …")
    'هرمزگان'
    """
    source = attribution(head)
    if not source:
        return None
    gazetteer = _gazetteer()
    for match in _SOURCE_WORD.finditer(source):
        if province := _province_at(source, match.end()):
            return province
        if match["city"] and (known := _longest_name(source, match.end(), gazetteer.cities)):
            return known[1]
    return None


def _province_of_url(url: str) -> tuple[str | None, str | None]:
    """Return the province of the path (a section such as `/بخش-لرستان-107/`) and of the host."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None, None
    for segment in parts.path.split("/")[1:4]:
        name = unquote(segment).removeprefix("بخش-").rstrip("0123456789").strip("-")
        if name and (province := province_named(name)):
            return province, province_of_host(host)
    return None, province_of_host(host)


def locate(
    lead: str | None,
    body: Iterable[str],
    section: Iterable[str] = (),
    url: str | None = None,
) -> Location:
    """Find out where an article is from: its dateline's city and its province.

    The province comes from the dateline's city, the attribution, the section, the host, the first
    «استان X», in this order.
    """
    texts = [lead, *body] if lead else list(body)
    heads = [level(text[: _REACH * 2]) for text in texts[:_OPENING_PARAGRAPHS]]
    place, province = None, None
    for head in heads:
        if known := _dateline(head[:_REACH]):
            place, province = known
            break
    if province is None:
        province = next(filter(None, map(_attribution_province, heads)), None)
    if province is None:
        province = next(filter(None, map(province_named, section)), None)
    if province is None and url:
        of_path, of_host = _province_of_url(url)
        province = of_path or of_host
    if province is None:
        province = next(filter(None, map(first_province_in, texts)), None)
    return Location(place, province)
