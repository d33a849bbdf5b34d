"""The fields of a page that no rule knows: from meta, JSON-LD, microdata and the page's shape."""

from collections.abc import Sequence
from typing import Final

from cleaners.draft import Draft
from cleaners.generic.authors import authors_of
from cleaners.generic.heads import fill_head
from cleaners.generic.images import images_of
from cleaners.generic.prose import Prose
from cleaners.generic.publication import publication_dates, update_dates
from cleaners.generic.sections import sections_of
from cleaners.generic.tags import tags_of
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.endmarks import is_end_mark
from cleaners.lines.facts import facts_of
from cleaners.lines.newscode import code_of_lines
from cleaners.lines.reasons import COMMENTS, COMMENTS_OR_SUBHEADING
from cleaners.markup.blocks import Block
from cleaners.markup.page import Page
from cleaners.persian.folding import fold

__all__ = ["dates_of", "fill_fields", "fill_missing"]

# Date and code stand among the nearest _NEAR lines above the title, boxes of other stories (within
# _FAR lines) not counted, or among the first _BELOW lines below the text.
_NEAR: Final = 12
_FAR: Final = 40
_BELOW: Final = 6
_COMMENTS: Final = frozenset((COMMENTS, COMMENTS_OR_SUBHEADING))


def fill_fields(page: Page, prose: Prose, draft: Draft) -> None:
    """Fill every field of `draft` but its body."""
    fill_head(page, prose, draft)
    region = _region(prose)
    draft.published = [
        *prose.found_by_profile("published"),
        *publication_dates(page, prose, region),
    ]
    draft.modified = [
        *filter(None, (page.meta("article:modified_time", "datemodified", "og:updated_time"),)),
        *page.ld_texts("datemodified"),
    ] or update_dates(prose, region)
    draft.news_code = next(iter(prose.found_by_profile("code")), None) or (
        code_of_lines(prose.blocks[index].spaced for index in region) or page.meta("nastooh:code")
    )
    draft.section = prose.found_by_profile("section") or sections_of(
        page, prose, region, draft.title
    )
    draft.tags = prose.found_by_profile("tags") or tags_of(page, prose)
    head = (draft.kicker, draft.title, draft.lead)
    draft.authors = authors_of(page, prose, [*region, *_credit(prose, region)], head)
    draft.images = images_of(page, prose, (draft.title, draft.lead), draft.authors)


def fill_missing(page: Page, draft: Draft) -> None:
    """Fill kicker, code, section, tags, authors and images of `draft`, each where it has none."""
    found = Draft(draft.extractor)
    fill_fields(page, Prose(page), found)
    if fold(found.title or "") == fold(draft.title or ""):
        draft.kicker = draft.kicker or found.kicker
    draft.news_code = draft.news_code or found.news_code
    draft.section = draft.section or found.section
    draft.tags = draft.tags or found.tags
    draft.authors = draft.authors or found.authors
    draft.images = draft.images or found.images


def dates_of(page: Page) -> list[str]:
    """Return the dates of publication on a page whose layout does not say where to look."""
    prose = Prose(page)
    return publication_dates(page, prose, _region(prose))


def _region(prose: Prose) -> list[int]:
    """Return the indexes of the lines around the article that may hold its date and code.

    From a little above the title to a little below the text, without comments and story lists.
    """
    title = prose.title_at or 0
    first = prose.article.first if prose.article else title
    start = prose.title_at if prose.title_at is not None and prose.title_at < first else first
    below = (prose.article.last if prose.article else title) + 1
    # Dates and codes may also stand below the mark that ends the text.
    is_marked = prose.end < len(prose.blocks) and is_end_mark(prose.blocks[prose.end].text)
    stop = prose.end + 1 + _BELOW if is_marked else min(prose.end, below + _BELOW)
    stop = min(stop, len(prose.blocks))
    # A date below another heading or label is not the article's: another story, a comment.
    stop = next((i for i in range(below, stop) if _begins_another(prose.blocks[i])), stop)
    boxed = prose.boxed
    around = range(max(0, start - _FAR), min(stop, len(prose.blocks)))
    lines = [index for index in around if index not in boxed and not prose.is_listed(index)]
    above = [index for index in lines if index < start]
    return above[-_NEAR:] + lines[len(above) :]


def _credit(prose: Prose, region: Sequence[int]) -> list[int]:
    """Return the heading right below the region that names an author: «عکاس: …» of a photo page.

    In a box of its own it may be another story's.
    """
    at = max(*region[-1:], prose.article.last if prose.article else 0, 0) + 1
    block = prose.blocks[at] if at < min(prose.end, len(prose.blocks)) else None
    if block is None or not block.is_heading or block.links:
        return []
    parent = block.node.parent
    is_beside = parent is not None and parent.mem_id in prose.around
    facts = facts_of(block.spaced) if is_beside else None
    return [at] if facts and facts.authors else []


def _begins_another(block: Block) -> bool:
    verdict = judge_line(block.text)
    return block.is_heading or (verdict is not None and verdict.reason in _COMMENTS)
