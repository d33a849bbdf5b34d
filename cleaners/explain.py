"""Explain an article: every line of its page, kept or dropped, with the field and the reason.

For people who write rules. `clean_html` knows nothing of this and pays nothing for it: the
explanation is worked out afterwards, by the functions that read the page in the first place.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from cleaners.article import Article
from cleaners.clean import clean_html, day_of
from cleaners.errors import NotAnArticle
from cleaners.explained.lines import explain_lines
from cleaners.explained.reasons import ExplainedLine
from cleaners.layouts.extract import extract
from cleaners.layouts.site import Choice, choose_layouts
from cleaners.markup.page import open_page
from cleaners.profile import SiteProfile

__all__ = ["Attempt", "ExplainedLine", "Explanation", "Outcome", "explain_html"]

Outcome = Literal["took", "found-no-body", "gone", "refused", "not-tried"]


@dataclass(frozen=True, slots=True)
class Attempt:
    """A layout that might fit the page, and what came of it."""

    layout: str
    """Name and version: `mehr/1`."""
    why: str
    """Why it might fit: `the page bears meta:nastooh:code`."""
    mark: str | None
    """The mark of its CMS that the page bears; None if only the host suggested the layout."""
    outcome: Outcome
    """`took` the article; `found-no-body`; `gone`: an element that the layout names says that the
    article does not exist; `refused`: the text it found is not an article; `not-tried`, because
    another layout came first."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a page became an article, or why it did not."""

    article: Article | None
    """The article as the page has it (not normalized), or None."""
    refusal: NotAnArticle | None
    """Why there is no article, or None."""
    attempts: list[Attempt] = field(default_factory=list)
    """The layouts that might fit, in the order in which they are tried; the generic way follows."""
    lines: list[ExplainedLine] = field(default_factory=list)
    """Every line of the page, in reading order."""

    @property
    def layouts(self) -> list[str]:
        """The layouts that might fit, in order, each with the reason."""
        return [f"{attempt.layout}: {attempt.why}" for attempt in self.attempts]


def explain_html(
    html: bytes | str,
    url: str | None = None,
    *,
    rules: bool = True,
    content_type: str | None = None,
    fetched_at: datetime | str | None = None,
    profile: SiteProfile | None = None,
) -> Explanation:
    """Explain every line of a page: whether it was kept, for which field, and why.

    The arguments are those of `clean_html`; the lines are told as the page has them, not
    normalized. A page that is not an article is explained as far as it was
    read; one that cannot be parsed at all raises `NotAnArticle`, as there are no lines.

    Raises:
        NotAnArticle: the page cannot be parsed.
        ValueError: `fetched_at` is not ISO 8601.
    """
    page = open_page(html, url, content_type=content_type)
    article, refusal = None, None
    try:
        article = clean_html(
            html,
            url,
            normalize=False,
            rules=rules,
            content_type=content_type,
            fetched_at=fetched_at,
            profile=profile,
        )
    except NotAnArticle as refused:
        refusal = refused
    choices = choose_layouts(page, day_of(fetched_at)) if rules else []
    label = article.extractor if article else ""
    layout = next((c.layout for c in choices if c.layout.label == label), None)
    lines = list(explain_lines(page, article, layout, profile))

    # Each layout gets a page of its own, as reading a page may change it.
    def tried(choice: Choice) -> Outcome:
        try:
            draft = extract(open_page(html, url, content_type=content_type), choice.layout)
        except NotAnArticle:
            return "gone"
        return "found-no-body" if draft is None else "refused"

    attempts: list[Attempt] = []
    ended = False
    for choice in choices:
        took = choice.layout.label == label
        outcome: Outcome = "took" if took else "not-tried" if ended else tried(choice)
        ended = ended or outcome != "found-no-body"
        why = choice.why.removeprefix(f"{choice.layout.label}: ")
        attempts.append(Attempt(choice.layout.label, why, choice.mark, outcome))
    return Explanation(article, refusal, attempts, lines)
