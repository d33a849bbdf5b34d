"""From the blocks of a body to its paragraphs: what is not part of the article is dropped."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import takewhile
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.boxes.buttons import judge_block
from cleaners.boxes.storyboxes import boxed_lines
from cleaners.identity import news_code_of
from cleaners.lines.attribution import level
from cleaners.lines.boilerplate import judge_line
from cleaners.lines.copies import without_copies
from cleaners.lines.endmarks import trim_end_mark
from cleaners.lines.reasons import DATE_LABEL, RELATED_LINKS
from cleaners.lines.things import tells_of_thing
from cleaners.links import leads_to_another_story, leads_to_channel, leads_to_front
from cleaners.markup.blocks import Block
from cleaners.markup.classnames import generic_data
from cleaners.persian.folding import fold_each, latin_digits

__all__ = ["is_label", "paragraphs_of"]

# "گفت‌وگو: نسرین کاویانی/ز": below the text an initial needs no full stop before it.
_REACH_OF_INITIAL: Final = 5
_LAST_INITIAL: Final = re.compile(r"(?<=[آ-ی])\s*/+\s*[آ-ی]?$")
# A reporter's number, alone on a line below the text, as on khabaronline.ir: `17302`.
_LONE_NUMBER: Final = re.compile(r"\d[\d\s/*.\-]{2,24}")
# Or their initials: `م.ن`, `ط ا`.
_LONE_INITIALS: Final = re.compile(r"[آ-ی](?:[. ]{1,2}[آ-ی]){1,2}\.?")
# Phone numbers belong to the text (`۰۹۱۲۰۰۰۰۰۰۰`, `021-66000000`). One with its leading zero shows
# that the bare numbers beside it are phone numbers, too.
_PHONE: Final = re.compile(r"[0۰](?:[\s\-]?\d){7,12}")
# An advertisement is a link with at most this many characters beside it: a word that says so.
_AD_LABEL: Final = 14
# A card's link stands at most this many elements above its lines.
_LINK_ABOVE: Final = 3
# Characters that stand before the headline of another story.
_ARROWS: Final = ("←", "→", "»", "›", "◄", "►", "◀", "▶", "⇐", "➤")
# What stands between a label and its link.
_BEFORE_A_LINK: Final = " :؛-–—|»>←◄"
# Digits of a news code.
_LONGEST_CODE: Final = 17
# A review of other stories has at least so many.
_MANY_STORIES: Final = 4
# Longer lines are prose: no boilerplate line and no label is as long.
_LONGEST_LABEL: Final = 60
_SPONSORED: Final = "a[rel~=sponsored]"


def paragraphs_of(
    blocks: Sequence[Block],
    *,
    apart: Iterable[str | None] = (),
    captions: Iterable[str | None] = (),
    code: str | None = None,
    url: str | None = None,
) -> list[str]:
    """Return the paragraphs among `blocks`, in order.

    Args:
        blocks: the lines of the body's element.
        apart: title, kicker and lead; paragraphs that only repeat one of them are dropped.
        captions: captions of the pictures; paragraphs that only repeat one of them are dropped.
        code: the article's own news code, so that a link to itself is not taken for another story.
        url: the page's own address, for the same purpose.
    """
    boxed = boxed_lines(blocks, url)
    lines, no_text = _until_the_end(blocks, boxed)
    if len(lines) < len(blocks) and _are_many(lines, boxed):
        # Several stories that are most of the text above the comments are no boxes in it.
        boxed = boxed_lines(lines, url)
    kept = [block for at, block in enumerate(lines) if at not in no_text | boxed]
    kept = _without_link_boxes(kept, code, url)
    paragraphs = [block.text for block in kept if not block.is_caption]
    if in_captions := set(fold_each([caption for caption in captions if caption])):
        keyed = zip(paragraphs, fold_each(paragraphs), strict=True)
        # The caption may be all the text that a picture has: then it stays.
        paragraphs = [text for text, key in keyed if key not in in_captions] or paragraphs
    # Drop the news code alone on a line, without its label.
    own = (code, news_code_of(url))
    paragraphs = [t for t in paragraphs if len(t) > _LONGEST_CODE or latin_digits(t) not in own]
    return _without_tail_marks(without_copies(paragraphs, *apart))


def _are_many(lines: Sequence[Block], boxed: Collection[int]) -> bool:
    """Return whether the boxed ones among the lines lead to several stories."""
    stories = {href for at, line in enumerate(lines) if at in boxed for href in line.links}
    return len(stories) >= _MANY_STORIES


def _until_the_end(
    blocks: Sequence[Block], boxed: Collection[int]
) -> tuple[Sequence[Block], set[int]]:
    """Return the lines above the end mark, and the indexes of those that are boilerplate.

    What is in a box of another story, such as its number of comments, ends nothing.
    """
    boilerplate: set[int] = set()
    for index, block in enumerate(blocks):
        if index in boxed:
            continue
        verdict = judge_block(block, is_last=block is blocks[-1])
        if (
            verdict is None
            or verdict.action == "label"
            or is_label(block)
            or (verdict.reason == DATE_LABEL and _is_of_event(blocks, index))
        ):
            continue
        has_text_above = any(at not in boxed and at not in boilerplate for at in range(index))
        if verdict.action == "cut" and has_text_above:  # above the text, it ends nothing
            return blocks[:index], boilerplate
        boilerplate.add(index)
    return blocks, boilerplate


def _is_of_event(blocks: Sequence[Block], index: int) -> bool:
    """Return whether a date below the first line stands beside a place: «زمان: …», «مکان: …»."""
    beside = blocks[index - 1 : index + 2]
    return index > 0 and any(tells_of_thing(block.text) for block in beside)


def _without_link_boxes(blocks: list[Block], code: str | None, url: str | None) -> list[Block]:
    """Drop labels with the links below them, lists of links, and lone links to other stories."""
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        heads_links = is_label(block)
        run = [block]
        if heads_links or block.is_only_links:
            run += takewhile(lambda other: other.is_only_links, blocks[at + 1 :])
        at += len(run)
        if heads_links:
            continue
        if not block.is_only_links or not _is_link_box(run, code, url):
            kept.extend(run)
        elif len(run) > 1 and kept and kept[-1].may_be_label:
            kept.pop()
    return kept


@cache
def _ad_words() -> tuple[str, ...]:
    return tuple(generic_data()["advertisement"]["openings"])


def is_label(block: Block) -> bool:
    """Return whether a block is the heading of a link box, with or without a link on its line."""
    verdict = judge_line(block.text)
    if verdict is not None and verdict.action == "label":
        return True
    if not block.links or not block.linked:
        return False
    if len(block.text) - block.linked <= _AD_LABEL and level(block.text).startswith(_ad_words()):
        return True
    # «بیشتر بخوانید: …», or the same words before the link without a colon.
    head, colon, _ = block.text.partition(":")
    if not colon:
        head = block.text[: -block.linked].rstrip(_BEFORE_A_LINK)
    if not head or len(head) > _LONGEST_LABEL:
        return False
    verdict = judge_line(head + ":")
    if verdict is None or verdict.action != "label":
        return False
    return bool(colon) or verdict.reason == RELATED_LINKS


def _is_link_box(run: list[Block], code: str | None, url: str | None) -> bool:
    """Return whether blocks that are only links lead to other stories, or to channels.

    Two or more in a row are a list of links; one alone is a related story when its address is
    another article's, and an advertisement when the link is a box of its own that leads elsewhere.
    """
    hrefs = run[0].links
    if len(run) == 1 and run[0].is_linked_sentence:
        return False
    if len(run) > 1 or all(leads_to_channel(o) or leads_to_front(o) for o in hrefs):
        return True
    if run[0].text.startswith(_ARROWS):
        return True
    if not run[0].is_heading and run[0].node.css_first(_SPONSORED) is not None:
        return True
    is_boxed = _is_in_a_link(run[0].node) or (
        run[0].kind == "div" and bool(run[0].node.attributes.get("class"))
    )
    if is_boxed and any("//" in href for href in hrefs):
        return True
    return any(leads_to_another_story(href, code, url) for href in hrefs)


def _is_in_a_link(node: LexborNode) -> bool:
    """Return whether a link wraps the whole element of a line; links in a text are inside it."""
    above = node.parent
    for _ in range(_LINK_ABOVE):
        if above is None:
            return False
        if above.tag == "a":
            return above.parent is None or above.parent.tag != "li"
        above = above.parent
    return False


def _without_tail_marks(paragraphs: list[str]) -> list[str]:
    """Remove end marks and reporters' codes from the last paragraphs."""
    while paragraphs:
        last = trim_end_mark(paragraphs[-1])
        if "/" in last[-_REACH_OF_INITIAL:]:
            last = _LAST_INITIAL.sub("", last)
        is_number = _LONE_NUMBER.fullmatch(last) and not _ends_in_phones(paragraphs)
        if last and not (is_number or _LONE_INITIALS.fullmatch(last)):
            paragraphs[-1] = last
            break
        paragraphs.pop()
    return paragraphs


def _ends_in_phones(paragraphs: Sequence[str]) -> bool:
    """Return whether one of the numbers alone on the last lines is a phone number."""
    numbers = takewhile(_LONE_NUMBER.fullmatch, reversed(paragraphs))
    return any(_PHONE.fullmatch(number) for number in numbers)
