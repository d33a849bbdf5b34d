"""What is known about one site besides the rules: a profile, kept as a rules file people can edit.

`cleaners.learn` learns it from some pages; it makes the generic way better
(`clean_html(…, profile=…)`).
"""

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from cleaners.persian.folding import fold
from cleaners.rules import Source

__all__ = ["LEARNED_FIELDS", "SiteProfile"]

#: Fields whose places on the page are learned.
LEARNED_FIELDS: Final = ("kicker", "title", "lead", "published")
# Never learned; somebody who knows the site may add them.
_ADDED: Final = ("code", "section", "tags", "drop")
_KEYS: Final = (*LEARNED_FIELDS, "body", "lines", *_ADDED)
# These are places on the page, not texts: plain selectors.
_PLACES: Final = ("title", "lead", "body", "drop")
# Keys of a rules file that a profile accepts and ignores.
_HEADING: Final = ("family", "hosts", "version")


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """What was learned from some pages of a site.

    `pages` counts them, 0 for a profile that was read from a file. `lines` are the recurring lines
    as the site writes them; `body` and the fields are selectors, in order of trust; `drop` selects
    elements that do not belong to the article.
    """

    host: str
    pages: int
    lines: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    kicker: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()

    def folded_lines(self) -> frozenset[str]:
        """Return the recurring lines as they are compared."""
        return frozenset(fold(line) for line in self.lines)

    def to_toml(self) -> str:
        """Return the profile as a rules file: the keys of `cleaners/rules/README.md`."""
        name = re.sub(r"[^a-z0-9]+", "-", self.host.lower()).strip("-") or "site"
        keys = [(key, getattr(self, key)) for key in _KEYS]
        learned = f"learned from {self.pages} pages. " if self.pages else ""
        return "\n".join(
            [
                f"# {self.host}: {learned}Look at it, edit it, keep it.",
                f'family = "{name}"',
                f'hosts = ["{self.host}"]',
                "version = 1",
                "",
                *(f"{key} = {_toml_list(values)}" for key, values in keys if values),
                "",
            ]
        )

    def save(self, path: str | Path) -> None:
        """Write the profile as a rules file."""
        Path(path).write_text(self.to_toml(), "utf-8")

    @classmethod
    def load(cls, path: str | Path) -> "SiteProfile":
        """Read a profile from a rules file, edited or not.

        Raises:
            OSError: the file can't be read.
            ValueError: it is not TOML, names no host, or has an unknown key or a selector that is
                not one.
        """
        try:
            table = tomllib.loads(Path(path).read_text("utf-8"))
        except UnicodeDecodeError as error:
            raise ValueError(f"{path} is not TOML: its bytes are not UTF-8") from error
        except tomllib.TOMLDecodeError as error:
            raise ValueError(f"{path} is not TOML: {error}") from error
        hosts = [host for host in _strings(path, "hosts", table.get("hosts", [])) if host]
        if not hosts:
            raise ValueError(f'{path} names no host: add hosts = ["example.ir"]')
        if unknown := sorted(table.keys() - {*_KEYS, *_HEADING}):
            raise ValueError(
                f"{path}: a profile has no {', '.join(unknown)}; its keys are {', '.join(_KEYS)}"
            )
        if len(hosts) > 1:
            raise ValueError(f"{path}: a profile is of one host, not of {', '.join(hosts)}")
        known = {key: _strings(path, key, table.get(key, [])) for key in _KEYS}
        for key, values in known.items():
            for value in values if key != "lines" else ():
                _check_selector(path, key, value)
        return cls(host=hosts[0], pages=0, **known)


def _strings(path: str | Path, key: str, values: object) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError(f'{path}: {key} is a list of texts: {key} = ["…"]')
    return tuple(values)


def _check_selector(path: str | Path, key: str, text: str) -> None:
    # Only a plain selector can say where on the page a line or an element stands.
    source = Source("css", text) if key in _PLACES else Source.parse(text)
    if not source.key:
        raise ValueError(f"{path}: {key} has {text!r}, which names nothing")
    if source.kind != "css":
        return
    try:
        LexborHTMLParser("<p>").css_first(source.key)
    except SelectolaxError as error:
        raise ValueError(f"{path}: {key} has {text!r}, which is not a selector") from error


def _toml_list(values: Sequence[str]) -> str:
    # A JSON string is a TOML basic string, but for one control character.
    quoted = [json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f") for value in values]
    if len(quoted) == 1 and len(quoted[0]) < 80:
        return f"[{quoted[0]}]"
    return "[\n" + "".join(f"    {value},\n" for value in quoted) + "]"
