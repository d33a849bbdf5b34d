"""Pages of a gallery or a video, whose only text is the lead."""

from functools import cache
from typing import Any

from cleaners.identity import path_of
from cleaners.markup.classnames import generic_data
from cleaners.markup.page import Page
from cleaners.persian.folding import fold

__all__ = ["is_media_page"]


@cache
def _media() -> dict[str, Any]:
    data: dict[str, Any] = generic_data()["media"]
    return data


@cache
def _words() -> frozenset[str]:
    return frozenset(map(fold, _media()["words"]))


def is_media_page(page: Page) -> bool:
    """Return whether a page says, in its metas or its address, that it shows pictures or a video.

    Its address does in a step of the path: `/photo/8255122/`. «سینما و فیلم» is a section of texts.
    """
    stated = [page.meta(name) or "" for name in _media()["metas"]]
    steps = path_of(page.address or "").split("/")[:-1]
    # `video.other` is a kind of video, `video.movie` a film that a page is about.
    return any(fold(text.removesuffix(".other")) in _words() for text in (*stated, *steps) if text)
