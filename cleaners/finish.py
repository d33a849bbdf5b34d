"""Turn a draft into a record: normalize its text, read its dates, find its place and identity."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Final

from cleaners.article import Article, Image, lay_out
from cleaners.canonical import address_of
from cleaners.dates.addresses import date_in_address
from cleaners.dates.parsing import is_future, iso, jalali, parse_date
from cleaners.draft import Draft
from cleaners.identity import (
    absolute,
    agencies,
    agency_of,
    article_id,
    news_code_of,
)
from cleaners.lines.attribution import is_masthead, level, trim_signature
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.bylines import closing_byline, opening_byline
from cleaners.lines.newscode import bare_code
from cleaners.lines.people import each_person, is_no_person, without_role
from cleaners.lines.places import locate
from cleaners.lines.sections import is_front_page, labelled_sections, step_name
from cleaners.persian import normalize_counted
from cleaners.persian.folding import fold

__all__ = ["finish"]

type _Mend = Callable[[str], str]

# A body with fewer characters than this is reported as `short-body`: the shortest complete item of
# the captures and seeds has about 600, a single sentence about 150.
_SHORT_BODY: Final = 200
_PERSIAN: Final = re.compile(r"[\u0621-\u06cc]")
# The label before a date: «تاریخ انتشار: », «تاریخ ۱۲ آذر».
_LABEL: Final = re.compile(r"^[^\d۰-۹٠-٩:]{2,40}:\s*(?=\S)|^(?:تار[یي]خ|مورخه?)\s+(?=\d)")
# The domain of the company that made the site, given as an author.
_DOMAIN: Final = re.compile(r"[\w-]+(?:\.[a-z]{2,})+", re.IGNORECASE | re.ASCII)
_LONGEST_AUTHOR: Final = 60
_LONGEST_TAG: Final = 80


def finish(
    draft: Draft,
    url: str | None,
    *,
    normalize: bool = True,
    canonical: str | None = None,
    agency: str | None = None,
    fetched_at: datetime | str | None = None,
    source: str | None = None,
    more_dates: Callable[[], list[str]] | None = None,
) -> Article:
    """Make the article of a draft.

    Args:
        draft: what extraction found.
        url: the address that was requested; None for bare text.
        normalize: whether the text is repaired, or left as the page has it.
        canonical: the address that the page states as its own.
        agency: the agency's key where there is no address, if it is known from something else.
        fetched_at: when the page was fetched; later dates count as in the future.
        source: `live`, `sample`, a WARC's name, or `text`.
        more_dates: returns more dates, for a draft without a usable one.
    """
    repairs: dict[str, int] = {}
    mend: _Mend = (lambda text: normalize_counted(text, repairs)) if normalize else str
    address = address_of(url, canonical)
    known_agency = agency_of(address) if address else agency or "unknown"
    article = Article(id="", agency=known_agency, url=address)
    known = agencies().get(article.agency)
    article.agency_name = known.name if known else _maybe(mend, _site_name(draft.site_name))
    article.news_code = news_code_of(address) or bare_code(draft.news_code)
    _fill_text(article, draft, mend)
    _fill_around(article, draft, mend)
    article.source = source
    article.fetched_at = _fetched(fetched_at)
    article.extractor = draft.extractor
    article.warnings = list(draft.warnings)
    _date(article, draft, fetched_at, more_dates)
    article.repairs = repairs
    article.id = article_id(
        address,
        agency=article.agency,
        news_code=article.news_code,
        fingerprint=article.fingerprint,
    )
    if sum(map(len, article.body)) < _SHORT_BODY:
        article.warnings.append("short-body")
    return article


def _fill_text(article: Article, draft: Draft, mend: _Mend) -> None:
    """Fill in kicker, title, lead and body, and the text that they make together."""
    article.kicker = _maybe(mend, draft.kicker)
    article.title = _maybe(mend, draft.title)
    article.lead = _maybe(mend, trim_signature(draft.lead or ""))
    article.body = [mend(paragraph) for paragraph in draft.body]
    article.text, article.fingerprint = lay_out(
        article.kicker, article.title, article.lead, article.body
    )


def _fill_around(article: Article, draft: Draft, mend: _Mend) -> None:
    """Fill in what is known about the text: authors, sections, tags, pictures, place."""
    article.authors = _authors(draft, article.agency_name, mend)
    article.section = _section(draft, article.agency_name, mend)
    article.tags = _tags(draft.tags, mend)
    article.images = [
        Image(url, _maybe(mend, _caption(image.caption)))
        for image in draft.images
        if (url := _image_url(image.url, article.url))
    ]
    article.place, article.province = locate(
        article.lead, article.body, article.section, article.url
    )


def _site_name(stated: str | None) -> str | None:
    """Return the Persian name of a site from `og:site_name`, which may add slogans: `ایسنا | …`."""
    parts = [part.strip() for part in (stated or "").split("|")]
    return next((part for part in parts if _PERSIAN.search(part)), stated)


def _maybe(mend: _Mend, text: str | None) -> str | None:
    return (mend(text) or None) if text else None


def _image_url(url: str, address: str | None) -> str | None:
    """Return a picture's absolute address; unchanged if the page's own address is unknown."""
    return absolute(url, address) if address or "://" in url else url


def _authors(draft: Draft, agency_name: str | None, mend: _Mend) -> list[str]:
    """Return the people among `draft.authors`, or those whom the text's first words name."""
    stated = _people(draft.authors, draft, agency_name)
    return [mend(name) for name in stated or _people(_bylines(draft), draft, agency_name)]


def _bylines(draft: Draft) -> list[str]:
    """Return whom lead or text name in their first words, or an interview in its last line."""
    head = (draft.kicker, draft.title)
    first, *rest = draft.body or [""]
    return (
        opening_byline(draft.lead or "", (*head, first, *rest))
        or opening_byline(first, (*head, draft.lead, *rest))
        or closing_byline(rest[-1] if rest else "", (*head, draft.lead, first, *rest[:-1]))
    )


def _people(authors: Iterable[str], draft: Draft, agency_name: str | None) -> list[str]:
    """Return the people among `authors`, each once, without their roles."""
    names = [name for author in authors for name in each_person(without_role(author))]
    institutions = fold(f"{draft.site_name or ''} {agency_name or ''}")
    return list(
        dict.fromkeys(
            name
            for name in names
            if name
            and len(name) <= _LONGEST_AUTHOR
            and not is_no_person(name)
            and not _DOMAIN.fullmatch(name)
            and fold(name) not in institutions
        )
    )


def _section(draft: Draft, agency_name: str | None, mend: _Mend) -> list[str]:
    """Return the steps of a breadcrumb that are sections, without the marks between them."""
    steps = (
        name for text in draft.section for name in labelled_sections(text, level(text)) or [text]
    )
    names = dict.fromkeys(map(step_name, steps))
    return [mend(name) for name in names if not _is_no_section(name, draft, agency_name)]


def _is_no_section(name: str, draft: Draft, agency_name: str | None) -> bool:
    """Return whether a breadcrumb's step is the front page, the site, the article or a mark."""
    folded = fold(name)
    if not folded or is_front_page(name):
        return True
    if is_masthead(name) and len(draft.section) > 1 and fold(draft.section[0]) == folded:
        return True  # the site, at the head of its breadcrumb
    if folded in (fold(draft.title or ""), fold(draft.site_name or "")):
        return True
    names = re.split(r"[()]|خبرگزاری", agency_name or "")  # «خبرگزاری کار ایران (ایلنا)»
    return folded in {fold(part) for part in names}


def _tags(tags: list[str], mend: _Mend) -> list[str]:
    """Return each tag once, without its `#`."""
    mended = [
        mend(tag.strip("#، ,؛").replace("_", " ")) for tag in tags if len(tag) <= _LONGEST_TAG
    ]
    return list(dict.fromkeys(tag for tag in mended if tag))


def _caption(caption: str | None) -> str | None:
    """Return a caption, unless it is boilerplate or a placeholder without a Persian letter."""
    if not caption or not _PERSIAN.search(caption) or judge_line(caption):
        return None
    return caption


def _date(
    article: Article,
    draft: Draft,
    fetched_at: datetime | str | None,
    more_dates: Callable[[], list[str]] | None,
) -> None:
    """Fill in when the article was published and changed."""
    published, raw = _best_date(draft.published)
    if published is None and more_dates is not None:
        published, raw = _best_date(more_dates())
    if published is None:
        in_address = date_in_address(article.url or "")
        if in_address is not None and not is_future(in_address[0], _moment(fetched_at)):
            published, raw = in_address
    if published is None:
        article.warnings.append("no-date")
    else:
        article.published_at = iso(published)
        article.published_jalali = jalali(published)
        article.published_raw = raw
        if is_future(published, _moment(fetched_at)):
            article.warnings.append("date-in-future")
    modified, _ = _best_date(draft.modified)
    article.modified_at = iso(modified) if modified else None


def _best_date(texts: Iterable[str]) -> tuple[datetime | date | None, str | None]:
    """Return the first date and its text, with the time of a later text that has the same day."""
    best: datetime | date | None = None
    raw: str | None = None
    for text in texts:
        value = parse_date(text)
        if value is None:
            continue
        if best is None:
            best, raw = value, _LABEL.sub("", text)
        elif isinstance(value, datetime) and value.date() == best:
            best = value
        if isinstance(best, datetime):
            break
    return best, raw


def _fetched(fetched_at: datetime | str | None) -> str | None:
    """Return the time of the fetch to the second, with an offset: UTC if it has none."""
    if isinstance(fetched_at, str):
        try:
            fetched_at = datetime.fromisoformat(fetched_at)
        except ValueError as error:
            raise ValueError(f"fetched_at is not an ISO 8601 time: {fetched_at!r}") from error
    if fetched_at is None:
        return None
    if fetched_at.tzinfo is None:
        fetched_at = fetched_at.replace(tzinfo=UTC)
    return fetched_at.isoformat(timespec="seconds")


def _moment(fetched_at: datetime | str | None) -> datetime:
    """Return the time of the fetch, or the present time if it is unknown."""
    known = _fetched(fetched_at)
    return datetime.fromisoformat(known) if known else datetime.now(UTC)
