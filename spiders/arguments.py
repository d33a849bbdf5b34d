"""The `-a` arguments of a crawl, read and checked before anything is fetched."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from difflib import get_close_matches
from typing import Final, Literal, Self

from cleaners.article import Article
from cleaners.dates.jalali import in_tehran
from cleaners.persian.characters import ZWNJ
from cleaners.persian.folding import fold, fold_words
from cleaners.topic import is_about_skills_training
from spiders.values import (
    EXAMPLES,
    addresses_of,
    day_of,
    is_yes,
    number_of,
    province_of,
    topic_of,
    words_of,
)

__all__ = ["ARGUMENTS", "Misfit", "Wanted"]

#: Every argument with its help text.
ARGUMENTS: Final = {
    "since": "first day, in Tehran, such as 1404/01/01 or 2025-03-21 (default: the newest)",
    "until": "last day, in the same formats (default: today)",
    "topic": "tvto (about TVTO or skills training) or all (default: tvto; with urls: all)",
    "query": "words that an article must contain, all of them, such as فنی و حرفه\u200cای",
    "section": "one section, by its Persian name (default: those with the topic)",
    "province": "one of the 31 provinces, by its Persian name",
    "limit": "the most articles to write, such as 20 (default: no limit)",
    "urls": "single pages, as https://…,https://…, or as @file with one address per line",
    "refresh": "1 to fetch written articles again, and write those that changed (default: 0)",
}
# 1372/01/01: no news agency's site or archive goes back further.
_FIRST_DAY: Final = date(1993, 3, 21)

Misfit = Literal["off-topic", "off-dates", "off-section", "off-province", "off-query"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The arguments of a crawl."""

    urls: tuple[str, ...] = ()
    """Addresses of articles; if given, nothing else is read."""
    limit: int | None = None
    """The most articles to write."""
    topic: str = "tvto"
    """`tvto` (the organization, or skills training) or `all`."""
    since: date | None = None
    """First day, in Tehran."""
    until: date | None = None
    """Last day, in Tehran."""
    query: str | None = None
    """Words that the article must contain, all of them."""
    section: str | None = None
    province: str | None = None
    refresh: bool = False
    """Fetch articles again that are already written, and write those that changed."""

    @classmethod
    def read(cls, arguments: dict[str, str], own: Iterable[str] = ()) -> Self:
        """Read the arguments given with `-a`; `own` names those that only this spider takes.

        Raises:
            ValueError: a name or value is wrong; the message shows a valid one.
        """
        known = (*own, *ARGUMENTS)
        if unknown := sorted(set(arguments) - set(known)):
            alike = get_close_matches(unknown[0], known, n=1)
            right = alike[0] if alike else "since"
            shown = f"-a {right}={EXAMPLES.get(right, '…')}"
            raise ValueError(
                f"there is no argument {unknown[0]!r}: "
                + (f"did you mean {shown}? " if alike else f"try for example {shown}; ")
                + f"the arguments are {', '.join(known)}"
            )
        since = day_of("since", arguments.get("since"))
        until = day_of("until", arguments.get("until"))
        if since and until and since > until:
            raise ValueError(
                "since is later than until; give for example "
                "-a since=1404/01/01 -a until=1404/01/31"
            )
        if since and since > in_tehran(datetime.now(UTC)).date():
            raise ValueError(
                f"since={arguments['since']} is in the future; give for example -a since=1404/01/01"
            )
        if until and until < _FIRST_DAY:
            raise ValueError(
                f"until={arguments['until']} is before there was any news on the web; "
                "give for example -a until=1404/01/31"
            )
        urls = addresses_of(arguments.get("urls"))
        return cls(
            urls=urls,
            limit=number_of(arguments.get("limit")),
            topic=topic_of(arguments.get("topic", "all" if urls else "tvto")),
            since=since,
            until=until,
            query=words_of("query", arguments.get("query")),
            section=words_of("section", arguments.get("section")),
            province=province_of(arguments.get("province")),
            refresh=is_yes("refresh", arguments.get("refresh", "0")),
        )

    @property
    def dated(self) -> bool:
        """Whether only some days are wanted."""
        return self.since is not None or self.until is not None

    @property
    def whole_days(self) -> bool:
        """Whether whatever some days have is wanted, so that finding nothing there is a fault."""
        return self.dated and not (self.urls or self._is_part)

    @property
    def narrowed(self) -> bool:
        """Whether only some days are wanted, or a part of what they have."""
        return self.dated or self._is_part

    @property
    def _is_part(self) -> bool:
        return bool(self.query or self.section or self.province)

    def signature(self) -> str:
        """Return as one string the arguments that decide which articles are kept."""
        return "|".join(
            str(value or "")
            for value in (
                self.topic, self.since, self.until, self.query, self.section, self.province
            )
        )  # fmt: skip

    def before(self, day: date | datetime | str | None) -> bool:
        """Return whether `day` is before the first wanted day."""
        return self.since is not None and day is not None and _iso_day(day) < str(self.since)

    def reaches_back_to(self, days: Iterable[date | datetime]) -> bool:
        """Return whether one of `days` is the first wanted day or an earlier one."""
        return self.since is not None and any(_iso_day(day) <= str(self.since) for day in days)

    def after(self, day: date | datetime | str | None) -> bool:
        """Return whether `day` is after the last wanted day."""
        return self.until is not None and day is not None and _iso_day(day) > str(self.until)

    def misfit(self, article: Article, *, by_way: bool = False) -> Misfit | None:
        """Return why the article is not wanted, or None if it is wanted.

        An article without a known date counts as outside the wanted days. `by_way` says that a
        listing of the wanted section or province led to it; sites name sections in several ways.
        """
        published = article.published_at
        if self.dated and (not published or self.before(published) or self.after(published)):
            return "off-dates"
        if self.section and not by_way and not _is_in(self.section, article.section):
            return "off-section"
        if self.province and self.province != (article.province or (by_way and self.province)):
            return "off-province"
        if self.query and not _has_words(_all_text(article), self.query):
            return "off-query"
        if self.topic == "tvto" and not is_about_skills_training(article):
            return "off-topic"
        return None


def _is_in(section: str, sections: list[str]) -> bool:
    return fold(section) in map(fold, sections)


def _has_words(text: str, query: str) -> bool:
    """Return whether `text` contains all words of `query`, with half-spaces or with spaces."""
    words = {*fold_words(text), *fold_words(text.replace(ZWNJ, " "))}
    return words.issuperset(fold_words(query)) or words.issuperset(
        fold_words(query.replace(ZWNJ, " "))
    )


def _all_text(article: Article) -> str:
    return "\n".join([article.text, article.lead or "", " ".join(article.tags)])


def _iso_day(day: date | datetime | str) -> str:
    """Return the Gregorian day as `2025-10-07`; the times in records are Tehran's."""
    if isinstance(day, str):
        return day[:10]
    return day.strftime("%Y-%m-%d")
