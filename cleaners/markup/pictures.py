"""Pictures of an article, and those of the page around it: furniture, portraits, banners."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from cleaners.article import Image
from cleaners.links import leads_to_another_site, leads_to_channel, leads_to_picture
from cleaners.markup.blocks import one_line
from cleaners.markup.captions import LEVELS, caption_beside
from cleaners.markup.classnames import class_words, generic_data, names_of
from cleaners.markup.tree import up_to
from cleaners.markup.walking import field_text
from cleaners.persian.folding import fold

__all__ = [
    "image_of",
    "is_advertisement",
    "is_alone_beside",
    "is_called_portrait",
    "is_large",
    "is_named_after",
    "link_around",
    "shows_person",
    "sizes_of",
    "stated_image",
]

# Lower-case addresses of pictures that belong to the page, not to the story.
_FURNITURE: Final = re.compile(
    r"(?:^|[/_-])(?:icons?|logo|print|mail|email|spacer|blank|pixel|loading|avatar|share|rss|arrow)"
    r"\w*\.|(?:^|[/_-])(?:space|clear|dot|transparent|1x1)\.gif$"
    r"|\.svg$|/icons?/|^data:|[/.]gravatar\.com/|/avatars?/|/m_images/|/images/topics/|/ad[sv]/"
    r"|(?:^|[/_-])qr(?:[_-]?code)?(?:[_-]?\d+)?\.(?:png|gif|jpg)$"
    r"|(?:^|[/_-])(?:pdf|docx?|xlsx?|zip|word|excel|download)(?:[_-]?(?:icon|file|logo))?\d*\.(?:gif|png|jpg)$"
)
# The signs of networks, unless a site keeps there what is uploaded.
_SIGN: Final = re.compile(
    r"/(?:tg|telegram|insta(?:gram)?|whatsapp|eitaa|rubika|soroush|twitter)\.(?:png|gif|jpg)$"
)
_UPLOADED: Final = re.compile(r"/(?:uploads?|files?)/")
# Paths of pictures that belong to a theme. A theme's script shows the picture that its query names,
# and what was uploaded is the story's.
_OF_THEME: Final = re.compile(r"(?<!/uploads)/themes?/(?!.*\.php$)")
# Without a picture, some sites state the address of a folder or the front page, or «NULL».
_NO_FILE: Final = re.compile(r"^(?:[a-z]+:)?//[^/]*$|(?:^|/)(?:null)?$")
# Others state one for all pages: `default.jpg`, `site-social.png`, `share-1200x630.jpg`. But a
# story may be about social security or share prices.
_FOR_ALL: Final = re.compile(
    r"(?:^|[/_.-])(?:default[_.-]|(?:social|share)(?:[_-](?:img|image|media|card|[\dx]+))*\.)[^/]*$"
)
# Icons are no larger than this, in pixels.
_TINY: Final = 48
_TINY_DIGITS: Final = len("48px")
_SIZE: Final = re.compile(r"(\d{1,2})(?:px)? (\d{1,2})(?:px)?")
# Portraits and logos are narrower or lower than this, in pixels.
_LARGE: Final = (400, 200)
_PIXELS: Final = re.compile(r"(\d{1,5})(?:px)?")
_PROPORTIONS: Final = frozenset(((16, 9), (9, 16), (4, 3), (3, 4), (3, 2), (2, 3), (1, 1), (21, 9)))
# A banner is so many times as wide as high.
_BANNER: Final = 4
_SIZE_IN_NAME: Final = re.compile(r"(?<!\d)(\d{2,4})x(\d{2,4})(?!\d)")
_TO_ADVERTISEMENT: Final = re.compile(r"/(?:ads?|adv)/")
# An editor's pictures stand in these.
_HOLD_PICTURES: Final = frozenset(("p", "figure"))
# A link is at most this many elements above the picture in it.
_IN_LINK: Final = 6


def sizes_of(node: LexborNode) -> list[int]:
    """Return the width and the height in pixels that an `<img>` states, if it does."""
    sizes = (_PIXELS.fullmatch(node.attributes.get(key) or "") for key in ("width", "height"))
    return [int(size[1]) for size in sizes if size]


def is_large(node: LexborNode) -> bool:
    """Return whether an `<img>` says that it is larger than portraits and logos are."""
    known = sizes_of(node)
    return len(known) == len(_LARGE) and known[0] >= _LARGE[0] and known[1] >= _LARGE[1]


def is_named_after(node: LexborNode, people: Iterable[str]) -> bool:
    """Return whether the text of an `<img>` is the name of one of `people`."""
    text = fold(node.attributes.get("alt") or "")
    return bool(text) and text in map(fold, people)


def shows_person(node: LexborNode, people: Iterable[str]) -> bool:
    """Return whether an `<img>` says that it shows one of `people`, or an author."""
    address = (node.attributes.get("src") or "").lower()
    return "avatar" in address or is_called_portrait(node) or is_named_after(node, people)


def link_around(node: LexborNode) -> str:
    """Return the address to which the link around an `<img>` leads, or an empty text."""
    around = islice(up_to(node), 1, _IN_LINK + 1)
    link = next((box for box in around if box.tag == "a"), None)
    return (link.attributes.get("href") or "") if link is not None else ""


def is_advertisement(node: LexborNode, url: str | None) -> bool:
    """Return whether an `<img>` is a banner: it links to another site than the page's `url`.

    What an editor puts into a text stands in a paragraph or a figure, or has a caption, or is
    large: a photo on Flickr, a poster that leads to a form. Banners are wide and low, move, or lead
    to a channel or with a campaign's name.
    """
    href = link_around(node)
    around = list(islice(up_to(node), 1, _IN_LINK + 1))
    is_sold = any("sponsored" in (box.attributes.get("rel") or "") for box in around)
    if is_sold or _TO_ADVERTISEMENT.search(href):
        return True
    if not leads_to_another_site(href, url) or leads_to_picture(href):
        return False
    if "utm_" in href or _is_banner(node):
        return True
    if caption_beside(node) is not None:
        return False
    is_editors = is_large(node) or any(box.tag in _HOLD_PICTURES for box in around)
    return leads_to_channel(href) or not is_editors


def _is_banner(node: LexborNode) -> bool:
    """Return whether an `<img>` moves, or is much wider than high by its sizes or its name."""
    address = (node.attributes.get("src") or "").lower().partition("?")[0]
    named = _SIZE_IN_NAME.search(address)
    sizes = sizes_of(node) or ([int(named[1]), int(named[2])] if named else [])
    is_low = len(sizes) == len(_LARGE) and sizes[0] >= _BANNER * sizes[1]
    return is_low or address.endswith(".gif")


def is_alone_beside(node: LexborNode, name: str) -> bool:
    """Return whether a box holds an `<img>` and a name, and nothing else.

    In a figure, the name is the caption.
    """
    for box in islice(up_to(node), 1, LEVELS + 1):
        if box.tag == "figure":
            return False
        if text := field_text(box):
            return fold(text) == fold(name)
    return False


def image_of(node: LexborNode, head: Iterable[str | None]) -> Image | None:
    """Read an `<img>`, with the caption beside it or else the alternative text.

    `head` holds title and lead: a text that repeats one of them is not a caption.
    """
    attributes = node.attributes
    url = next(
        (
            value.strip()
            for key in ("data-src", "data-original", "data-lazy-src", "src")
            if (value := attributes.get(key)) and not value.startswith("data:")
        ),
        None,
    )
    if not url or "\\" in url or _is_furniture(url) or _is_no_picture(node):
        return None
    known = {fold(text) for text in head if text}
    for caption in (caption_beside(node), one_line(attributes.get("alt") or "")):
        if caption and fold(caption) not in known:
            return Image(url, caption)
    return Image(url)


def stated_image(url: str | None) -> Image | None:
    """Return the picture that a page's meta names, unless it is the site's own or none at all."""
    if not url or "logo" in url.lower() or _is_furniture(url):
        return None
    path = url.lower().partition("?")[0]
    if _NO_FILE.search(path) or _FOR_ALL.search(path):
        return None
    return Image(url)


def _is_furniture(url: str) -> bool:
    """Return whether an address is that of a page's furniture: a logo, an icon, a portrait."""
    address = url.lower()
    path = address.partition("?")[0]
    if _FURNITURE.search(address) or _OF_THEME.search(path):
        return True
    return _SIGN.search(path) is not None and _UPLOADED.search(path) is None


@cache
def _portrait_words() -> frozenset[str]:
    return frozenset(generic_data()["no_picture"]["words"])


@cache
def _icon_names() -> frozenset[str]:
    return frozenset(generic_data()["no_picture"]["icons"])


def is_called_portrait(node: LexborNode) -> bool:
    """Return whether class or id name an element as a portrait or an author."""
    return not _portrait_words().isdisjoint(class_words(names_of(node)))


def _is_no_picture(node: LexborNode) -> bool:
    """Return whether an `<img>` is an icon or an author's portrait, by size or by name."""
    attributes = node.attributes
    width, height = attributes.get("width") or "", attributes.get("height") or ""
    if len(width) <= _TINY_DIGITS and (sized := _SIZE.fullmatch(f"{width} {height}")):
        size = int(sized[1]), int(sized[2])
        # Width and height may also be a picture's proportions.
        if max(size) <= _TINY and size not in _PROPORTIONS:
            return True
    return is_called_portrait(node) or not _icon_names().isdisjoint(names_of(node).lower().split())
