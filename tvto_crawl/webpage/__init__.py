"""Single-file web pages: what `report` and `inspect` share.

`assets/` holds colours, layout, the font, words in Persian and English, and the scripts that turn
plain text into elements; each page adds its own. The result needs no network and no other file, and
its policy forbids both.
"""

import base64
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

from cleaners.persian.characters import well_formed

__all__ = ["PageAssets", "fill", "policy", "to_json"]

_SHARED: Final = files("tvto_crawl.webpage").joinpath("assets")
_IMPORT: Final = re.compile(r"^import .*?;\n", re.MULTILINE | re.DOTALL)
_EXPORT: Final = re.compile(r"^export ", re.MULTILINE)
_SLOT: Final = re.compile(r"<!--@(\w+)-->")


class PageAssets:
    """The files of one kind of page: its own, and otherwise the shared ones.

    Args:
        package: the package whose folder `assets` holds the page's own files.
        scripts: names of ES modules, in order of dependency. They are real modules, so that tools
            can read them; on the page they share one scope.
        styles: names of style sheets, in order.
    """

    def __init__(self, package: str, *, scripts: Iterable[str], styles: Iterable[str]) -> None:
        self._own = files(package).joinpath("assets")
        self.scripts = tuple(scripts)
        self.styles = tuple(styles)

    def text(self, name: str) -> str:
        """Return a file as text."""
        return self._find(name).read_text("utf-8")

    @cached_property
    def script(self) -> str:
        """The modules as one script, without imports and in one scope."""
        sources = [self.text(f"js/{name}.js") for name in self.scripts]
        modules = [_EXPORT.sub("", _IMPORT.sub("", source)) for source in sources]
        return '"use strict";\n(() => {\n' + "\n".join(modules) + "\n})();\n"

    @cached_property
    def style(self) -> str:
        """The style sheets as one, with the font embedded."""
        font = self._find("vazirmatn.woff2").read_bytes()
        address = "data:font/woff2;base64," + base64.b64encode(font).decode("ascii")
        style = "\n".join(self.text(f"css/{name}.css") for name in self.styles)
        return style.replace("vazirmatn.woff2", address)

    @cached_property
    def words(self) -> dict[str, dict[str, str]]:
        """The texts of the page: key → language → words; its own replace the shared ones."""
        shared: dict[str, dict[str, str]] = json.loads(
            _SHARED.joinpath("words.json").read_text("utf-8")
        )
        own: dict[str, dict[str, str]] = json.loads(
            self._own.joinpath("words.json").read_text("utf-8")
        )
        return shared | own

    def _find(self, name: str) -> Traversable:
        own = self._own.joinpath(name)
        return own if own.is_file() else _SHARED.joinpath(name)


def fill(template: str, slots: Mapping[str, Callable[[], Iterable[str]]]) -> Iterator[str]:
    """Yield `template` with every `<!--@name-->` replaced by the content of that slot.

    The content itself is not searched for slots.
    """
    end = 0
    for slot in _SLOT.finditer(template):
        yield template[end : slot.start()]
        yield from slots[slot[1]]()
        end = slot.end()
    yield template[end:]


def to_json(value: Any) -> str:
    r"""Return `value` as JSON that is safe in a script element: `<` is written `\u003c`.

    A lone surrogate, which JSON can express but UTF-8 can't, becomes U+FFFD.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return well_formed(text).replace("<", "\\u003c")


def policy(*scripts: str) -> str:
    """Return a Content-Security-Policy that lets only these scripts run, and nothing be fetched.

    Inline styles are allowed, since charts set them; they can't fetch anything either.
    """
    hashes = " ".join(
        "'sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() + "'"
        for code in scripts
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; font-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )
