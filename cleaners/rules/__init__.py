"""The rules as data: how the pages of a CMS family, or of one site, are laid out.

Each TOML file beside this module describes one family (`nastooh.toml`) or one site (`mehr.toml`,
which states only how it differs from its family). The `README.md` beside them explains every key.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final, Literal

from cleaners.persian.folding import fold

__all__ = ["FIELDS", "Layout", "Mark", "Source", "family_of_host", "layouts", "usual_names"]

#: Fields for which a layout may give sources.
FIELDS: Final = (
    "kicker",
    "title",
    "lead",
    "published",
    "modified",
    "code",
    "section",
    "tags",
    "authors",
    "images",
)
_KEYS: Final = frozenset(
    "name family hosts version since until marks root hide body drop gone lines photo "
    "photo_authors video".split()
) | frozenset(FIELDS)


# Fields of the text itself, and what in a selector asks for a class or an id.
_TEXTS: Final = ("kicker", "title", "lead", "body")
_NAME: Final = re.compile(r"[.#]|\[(?:class|id)")
# A comma between selectors, but not one in brackets: `a:is(.path *, .crumbs *)`.
_COMMA: Final = re.compile(r",\s*(?![^()]*\))")
# Files with something else than a layout.
_NO_LAYOUTS: Final = ("hosts.toml", "usual.toml")
# Keys that a version does not inherit from its file or family.
_ITS_OWN: Final = ("older", "version", "since", "until")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a field may stand: `css`, `css@attribute`, `prose:css`, `person:css`, `meta:key`.

    Or `ld:key`, of JSON-LD.
    """

    kind: Literal["css", "meta", "ld"]
    key: str
    attribute: str | None = None
    is_prose: bool = False
    """Whether only sentences outside the body count there; for elements without a telling name."""

    is_person: bool = False
    """Whether only the name of a person counts there; for elements that other stories have, too."""

    @classmethod
    def parse(cls, text: str) -> "Source":
        """Read a source as the rules write it."""
        kind, _, key = text.partition(":")
        if kind == "meta":
            return cls("meta", key.strip().lower())
        if kind == "ld":
            return cls("ld", key.strip().lower())
        if kind == "prose":
            return cls("css", key.strip(), is_prose=True)
        if kind == "person":
            return cls("css", key.strip(), is_person=True)
        selector, _, attribute = text.partition("@")
        return cls("css", selector.strip(), attribute.strip() or None)


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign on a page that shows which family it belongs to.

    `css:selector`, `meta:key`, `meta:key=part`, `link:part`, `url:part`, `body:class`.
    """

    kind: Literal["css", "meta", "link", "url", "body"]
    key: str
    value: str | None = None

    @classmethod
    def parse(cls, text: str) -> "Mark":
        """Read a mark as the rules write it."""
        kind, _, key = text.partition(":")
        match kind:
            case "meta":
                name, _, value = key.partition("=")
                return cls("meta", name.strip().lower(), value.strip().lower() or None)
            case "css" | "link" | "url" | "body":
                return cls(kind, key)
        raise ValueError(f"a mark starts with css:, meta:, link:, url: or body:, not {text!r}")


@dataclass(frozen=True, slots=True)
class Layout:
    """One dated version of the layout of a family or a site."""

    name: str
    """Name of the file: `nastooh`, `mehr`."""
    version: int
    family: str
    hosts: tuple[str, ...] = ()
    """Hosts that this layout is for; empty for a family."""
    since: date | None = None
    """First day of a fetch that this version is for."""
    until: date | None = None
    """Last day of a fetch that this version is for."""
    marks: tuple[Mark, ...] = ()
    """Any one of these shows that the page is of this family."""
    root: tuple[str, ...] = ()
    """Selectors of the element that holds the whole article, in order of trust."""
    hide: str = ""
    """Selector of elements that are not read at all, not even for the fields."""
    body: tuple[str, ...] = ()
    """Selectors of the element that holds the paragraphs, in order of trust."""
    drop: str = ""
    """Selector of elements inside the body that are not part of the article."""
    gone: str = ""
    """Selector of an element by which a page says that an article does not exist."""
    lines: frozenset[str] = frozenset()
    """Lines that stand on most pages of the site and are not part of the article, folded."""
    photo: tuple[Mark, ...] = ()
    """Marks of a photo page, which may have no paragraphs."""
    photo_authors: tuple[Source, ...] = ()
    """Where a photo page names its photographer."""
    video: tuple[Mark, ...] = ()
    """Marks of a video page, which may have no paragraphs either."""
    sources: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    """Field → where it may stand, in order of trust."""

    names: str = ""
    """Selector of every element that bears a name which the layout knows for the article's text."""

    @property
    def label(self) -> str:
        """Name and version, as in the record's `extractor`."""
        return f"{self.name}/{self.version}"


@cache
def layouts() -> tuple[Layout, ...]:
    """Return every layout: sites before families, newer versions before older ones.

    Raises:
        ValueError: a rules file has an unknown key, or its family is missing.
    """
    tables = {
        file.name.removesuffix(".toml"): _read(file)
        for file in files("cleaners.rules").iterdir()
        if file.name.endswith(".toml") and file.name not in _NO_LAYOUTS
    }
    found = [
        layout for name, table in sorted(tables.items()) for layout in _layouts(name, table, tables)
    ]
    return tuple(sorted(found, key=lambda layout: (not layout.hosts, layout.name, -layout.version)))


def _read(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{file.name} is not TOML: {error}") from error


def _layouts(name: str, table: dict[str, Any], tables: dict[str, dict[str, Any]]) -> list[Layout]:
    """Build the versions of one file; a version inherits from its file and its family."""
    family = table.get("family", name)
    base: dict[str, Any] = {}
    if family not in tables and "body" not in table:
        raise ValueError(f"{name}.toml: it has no body, and no rules of its family {family!r}")
    if family != name and family in tables:
        base = {k: v for k, v in tables[family].items() if k not in (*_ITS_OWN, "hosts")}
    own = {key: value for key, value in table.items() if key != "older"}
    shared = base | {key: value for key, value in own.items() if key not in _ITS_OWN}
    versions = [base | own, *(shared | older for older in table.get("older", []))]
    for version in versions:
        if unknown := sorted(version.keys() - _KEYS):
            raise ValueError(f"{name}.toml: no such key: {', '.join(unknown)}")
    return [_layout(name, family, version) for version in versions]


def _layout(name: str, family: str, table: dict[str, Any]) -> Layout:
    def sources(key: str) -> tuple[Source, ...]:
        return tuple(Source.parse(text) for text in table.get(key, ()))

    return Layout(
        name=name,
        version=table["version"],
        family=family,
        hosts=tuple(table.get("hosts", ())),
        since=table.get("since"),
        until=table.get("until"),
        marks=tuple(Mark.parse(text) for text in table.get("marks", ())),
        root=tuple(table.get("root", ())),
        hide=", ".join(table.get("hide", ())),
        body=tuple(table.get("body", ())),
        drop=", ".join(table.get("drop", ())),
        gone=", ".join(table.get("gone", ())),
        lines=frozenset(fold(line) for line in table.get("lines", ())),
        photo=tuple(Mark.parse(text) for text in table.get("photo", ())),
        photo_authors=sources("photo_authors"),
        video=tuple(Mark.parse(text) for text in table.get("video", ())),
        names=_named(selector for key in _TEXTS for selector in table.get(key, ())),
        sources={key: sources(key) for key in FIELDS if key in table},
    )


def _named(selectors: Iterable[str]) -> str:
    """Return those of `selectors` that ask for a class or an id, as one; metas are not elements."""
    elements = [s.removeprefix("prose:") for s in selectors if not s.startswith(("meta:", "ld:"))]
    parts = [part for selector in elements for part in _COMMA.split(selector)]
    return ", ".join(dict.fromkeys(part for part in parts if _NAME.search(part)))


@cache
def _families_by_host() -> dict[str, str]:
    table = tomllib.loads(files("cleaners.rules").joinpath("hosts.toml").read_text("utf-8"))
    return {host: family for family, hosts in table.items() for host in hosts}


def family_of_host(host: str) -> str | None:
    """Return the CMS family that `host` was seen with: only a hint, as sites move between CMSs."""
    return _families_by_host().get(host.removeprefix("www."))


@cache
def usual_names(field: str) -> str:
    """Return the selector of elements that sites of any family use for a field."""
    table = tomllib.loads(files("cleaners.rules").joinpath("usual.toml").read_text("utf-8"))
    return ", ".join(table[field])
