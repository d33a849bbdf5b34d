"""A page in, its article out: the path that every page takes through the cleaners."""

from datetime import date, datetime

from cleaners.agency import agency_named
from cleaners.article import Article
from cleaners.draft import Draft
from cleaners.errors import NotAnArticle
from cleaners.finish import finish
from cleaners.generic.leads import lead_by_description
from cleaners.generic.metadata import dates_of, fill_missing
from cleaners.generic.way import extract_generic
from cleaners.identity import agency_of
from cleaners.layouts.extract import extract, extract_head
from cleaners.layouts.site import choose_layouts
from cleaners.lines.copies import without_copies
from cleaners.links import leads_to_front
from cleaners.markup.page import Page, open_page
from cleaners.markup.truncation import breaks_off, without_letter_left
from cleaners.persian.folding import fold
from cleaners.profile import SiteProfile
from cleaners.rules import Layout
from cleaners.verdict import (
    refuse_challenge,
    refuse_foreign,
    refuse_own_page,
    refuse_what_says_not_found,
)

__all__ = ["clean_html", "day_of"]

# A longer text is never a "not found" notice.
_LONGEST_NOTICE = 600
# A text below pictures has at least this many letters; captions and a photographer's note are
# shorter.
_SHORTEST_TEXT = 250
# A text of at least this many letters is no notice above a form.
_LONG_TEXT = 600


def clean_html(
    html: bytes | str,
    url: str | None = None,
    *,
    normalize: bool = True,
    rules: bool = True,
    agency: str | None = None,
    content_type: str | None = None,
    fetched_at: datetime | str | None = None,
    source: str | None = None,
    profile: SiteProfile | None = None,
) -> Article:
    """Take the article out of a page.

    Args:
        html: the page, preferably as the bytes that came over the wire.
        url: its address, which gives agency, news code and id and makes relative links absolute.
        normalize: False gives the text as the page has it: white space squeezed, ZWNJ kept,
            nothing else touched.
        rules: False ignores the layouts of known sites and reads the page the generic way.
        agency: key of the agency, or host of the site, for a page that has no address and states
            none; the site of the profile if it is not given.
        content_type: the HTTP header, for pages that do not declare their encoding.
        fetched_at: when the page was fetched: an aware datetime, or ISO 8601.
        source: where it came from: `live`, `sample`, a WARC's name.
        profile: what `learn_boilerplate` has learned of the site, for pages that no rule knows.

    Raises:
        NotAnArticle: the page holds no article; `reason` says why.
        ValueError: `fetched_at` is not ISO 8601, or `agency` is neither a key nor a host.
        TypeError: an argument is of another type, such as a file's name as `profile`.
    """
    if url is not None and not isinstance(url, str):
        raise TypeError(f"url is a str, not {type(url).__name__}")
    if profile is not None and not isinstance(profile, SiteProfile):
        raise TypeError(
            f"profile is a SiteProfile, not {type(profile).__name__}: SiteProfile.load(path)"
        )
    agency = agency_named(agency) if agency else None
    page = open_page(html, url, content_type=content_type, trusting=True)
    day = day_of(fetched_at)
    try:
        draft = _draft(page, profile, rules=rules, fetched_on=day)
    except NotAnArticle:
        if not page.may_be_misread():
            raise
        draft = None
    if draft is None or (_is_damaged(draft) and page.may_be_misread()):
        page = open_page(html, url, content_type=content_type)
        draft = _draft(page, profile, rules=rules, fetched_on=day)
    if breaks_off(page, cut := without_letter_left(draft.body)):
        draft.body = cut
        draft.warnings.append("truncated")
        draft.body[-1] = draft.body[-1].rstrip("\ufffd")  # half of its last letter
    draft.site_name = page.meta("og:site_name")
    by_rules = not draft.extractor.startswith("generic")
    return finish(
        draft,
        url,
        normalize=normalize,
        canonical=page.canonical,
        agency=agency or (agency_of(f"https://{profile.host}/") if profile else None),
        fetched_at=fetched_at,
        source=source,
        more_dates=(lambda: dates_of(page)) if by_rules else None,
    )


def _is_damaged(draft: Draft) -> bool:
    """Return whether a character of title, lead or body could not be decoded."""
    return any("\ufffd" in text for text in (draft.title or "", draft.lead or "", *draft.body))


def _draft(
    page: Page, profile: SiteProfile | None, *, rules: bool, fetched_on: date | None
) -> Draft:
    """Read the page by the rules, else the generic way.

    Raises:
        NotAnArticle: there is no article, or none in Persian.
    """
    draft = _read(page, profile, rules=rules, fetched_on=fetched_on)
    refuse_foreign(" ".join(filter(None, (draft.lead, *draft.body))))
    refuse_own_page(draft.title, is_story=lambda: _is_story(draft))
    return draft


def _is_story(draft: Draft) -> bool:
    """Return whether a text is long, or has a date."""
    if sum(map(len, draft.body)) >= _LONG_TEXT:
        return True
    draft.published = list(draft.published)  # by the rules, dates are not looked for until now
    return bool(draft.published)


def _read(
    page: Page, profile: SiteProfile | None, *, rules: bool, fetched_on: date | None
) -> Draft:
    """Read the page by the first layout that finds a body, else the generic way."""
    choices = choose_layouts(page, fetched_on) if rules else []
    if page.address and leads_to_front(page.address):
        _refuse_notice(page)
        raise NotAnArticle("listing", "the address is a site's front page")
    generic: Draft | None = None
    for choice in choices:
        draft = extract(page, choice.layout)
        if draft is not None and not draft.body:
            generic = generic or _text_beside(page, profile, draft)
        if draft is not None and (draft.body or generic is None):
            draft.lead = draft.lead or lead_by_description(page, draft)
            if draft.body:
                _fill(page, choice.layout, draft)
            return draft
    text = _visible_text(page)
    refuse_challenge(page, text)
    try:
        draft = generic or extract_generic(page, profile)
    except NotAnArticle:
        refuse_what_says_not_found(page, text)
        raise
    if sum(map(len, draft.body)) <= _LONGEST_NOTICE:
        refuse_what_says_not_found(page, text)
    marked = next((choice.layout for choice in choices if choice.layout.marks), None)
    if marked is not None:
        if not page.is_amp:  # a family's layouts do not cover its AMP pages
            draft.warnings.append("layout-changed")
        _keep_known_head(page, marked, draft)
    return draft


def _fill(page: Page, layout: Layout, draft: Draft) -> None:
    """Fill what a layout missed on a page that has none of the names that the layout knows."""
    # A usual page has one of these, so that others are seldom asked for.
    if draft.kicker or draft.tags or not layout.names:
        return
    if page.tree.css_first(layout.names) is None:
        fill_missing(page, draft)


def _visible_text(page: Page) -> str:
    return " ".join(page.top.text(separator=" ").split())


def _refuse_notice(page: Page) -> None:
    """Raise if a page is a firewall's or a server's, in place of the one that was asked for."""
    text = _visible_text(page)
    refuse_challenge(page, text)
    if len(text) <= _LONGEST_NOTICE:
        refuse_what_says_not_found(page, text)


def _text_beside(page: Page, profile: SiteProfile | None, pictures: Draft) -> Draft | None:
    """Return the text of a page that its layout takes for a photo page, with its lead, if any.

    Any page may have a gallery of other pictures, while its text is in an element that the layout
    does not know.
    """
    try:
        draft = extract_generic(page, profile)
    except NotAnArticle:
        return None
    rest = without_copies(draft.body, pictures.title, pictures.lead)
    long = max(_SHORTEST_TEXT, 2 * len(pictures.lead or ""))
    return draft if sum(map(len, rest)) >= long else None


def _keep_known_head(page: Page, layout: Layout, draft: Draft) -> None:
    """Give a draft the title, kicker and lead of a layout that did not find its body.

    A title that the draft separated from a kicker in the same heading stays.
    """
    head = extract_head(page, layout, draft.holder) if draft.holder is not None else None
    if head is not None and head.title:
        is_parted = draft.kicker and fold(head.title) == fold(f"{draft.kicker}{draft.title or ''}")
        if not is_parted:
            draft.title = head.title
            draft.kicker = head.kicker or draft.kicker
        draft.lead = head.lead or draft.lead
        rest = without_copies(draft.body, draft.kicker, draft.title, draft.lead)
        if rest:
            draft.body = rest
        else:  # the lead is all the text there is
            draft.lead = None


def day_of(moment: datetime | str | None) -> date | None:
    """Return the day of `fetched_at`, which decides between the versions of a layout."""
    if isinstance(moment, datetime):
        return moment.date()
    try:
        return datetime.fromisoformat(moment).date() if moment else None
    except ValueError:
        return None
