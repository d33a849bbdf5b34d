"""Pages of a gallery or a video, whose only text is the lead."""

import re
from functools import cache
from typing import Any, Final

from cleaners.identity import path_of
from cleaners.markup.classnames import generic_data
from cleaners.markup.page import Page
from cleaners.persian.folding import fold

__all__ = ["is_media_page"]

_PARTS: Final = re.compile(r"[./_\s]+")


@cache
def _media() -> dict[str, Any]:
    data: dict[str, Any] = generic_data()["media"]
    return data


@cache
def _words() -> frozenset[str]:
    return frozenset(map(fold, _media()["words"]))


def is_media_page(page: Page) -> bool:
    """Return whether a page says, in its metas or its address, that it shows pictures or a video.

    Its address does in a step of the path: `/photo/8255122/`.
    """
    stated = [page.meta(name) or "" for name in _media()["metas"]]
    steps = path_of(page.address or "").split("/")[:-1]
    return any(
        fold(word) in _words() for text in (*stated, *steps) for word in _PARTS.split(text) if word
    )
