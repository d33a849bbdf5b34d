"""Find out from their content what the inputs are."""

import codecs
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from tvto_crawl.bulk.columns import MARKUP, columns_of, why_no_column
from tvto_crawl.bulk.streams import UNREADABLE, compression_by_magic, is_stream, open_input

__all__ = [
    "Found",
    "Input",
    "Kind",
    "distinct_names",
    "find_inputs",
    "kind_of",
    "why_nothing",
]

Kind = Literal["warc", "jsonl", "html", "text"]

# Bytes of a file by which its kind is recognized.
_HEAD: Final = 1 << 20
_TEXT_ENDINGS: Final = frozenset({".txt", ".text"})
_OTHER_MARKUP: Final = re.compile(
    rb"\s*<(?:\?xml(?![^>]*>(?:\s|<!--.*?-->)*<(?:!doctype )?html)|rss|feed|urlset|svg)",
    re.IGNORECASE | re.DOTALL,
)
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Input:
    """A file to clean."""

    path: Path
    kind: Kind
    root: Path
    """The folder that the user named, or the file itself."""
    name: str
    """Its name in records and messages, which no other input has."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found at the paths that the user named."""

    inputs: list[Input]
    others: list[Path]
    """Files with nothing to clean: images, style sheets, feeds, cleaned articles, broken links."""
    unreadable: list[Path]
    """Files and folders that the rights forbid to read."""


def find_inputs(
    paths: Iterable[Path], *, output: Iterable[Path] = (), column: str | None = None
) -> Found:
    """Look at the given files, and at all files below the given folders except hidden ones.

    Each file counts once, even if it is reached in several ways. Files and folders of `output`,
    where this or an earlier run writes, are left out, and so is what can be read only once (see
    `pipes.copied`). `column` names the JSONL column to look for.
    """
    found: list[tuple[Path, Path, Kind]] = []
    others: list[Path] = []
    unreadable: list[Path] = []
    seen = {path.resolve() for path in output}
    for root in paths:
        for path in () if is_stream(root) else _files(root):
            real = path.resolve()
            if real in seen or (root != path and not seen.isdisjoint(real.parents)):
                continue
            seen.add(real)
            if not _may_be_read(path):
                unreadable.append(path)
                continue
            kind = kind_of(path, named=path == root, column=column) if path.exists() else None
            if kind is None:
                others.append(path)
            else:
                found.append((path, root, kind))
    names = distinct_names([(path, root) for path, root, _ in found])
    inputs = [
        Input(path, kind, root, name) for (path, root, kind), name in zip(found, names, strict=True)
    ]
    return Found(inputs, others, unreadable)


def distinct_names(found: Sequence[tuple[Path, Path]]) -> list[str]:
    """Return a name for each file, given as pairs of file and the folder (or file) the user named.

    It is the path below that folder, or the name of a file that the user named itself. Where that
    is the same for several files, it is the path below the folder that they have in common.
    """
    names = [_name(path, root) for path, root in found]
    for name, count in Counter(names).items():
        if count > 1:
            alike = [n for n, other in enumerate(names) if other == name]
            whole = [found[n][0].absolute() for n in alike]
            common = os.path.commonpath([path.parent for path in whole])
            for n, path in zip(alike, whole, strict=True):
                names[n] = path.relative_to(common).as_posix()
    if len(set(names)) < len(names):
        return [path.absolute().as_posix() for path, _ in found]
    return names


def _name(path: Path, root: Path) -> str:
    return path.name if path == root else path.relative_to(root).as_posix()


def _files(root: Path) -> Iterator[Path]:
    """Yield `root`, or if it is a folder the files and broken links below it, sorted by name.

    Folders that can't be read come last.
    """
    if not root.is_dir():
        yield root
        return
    unreadable: list[OSError] = []
    for folder, below, names in os.walk(root, onerror=unreadable.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if not name.startswith(".") and _is_file_or_unknown(path):
                yield path
    yield from (Path(error.filename) for error in unreadable)


def _is_file_or_unknown(path: Path) -> bool:
    """Return whether `path` is a file, a broken link, or in a folder that can't be entered."""
    try:
        return path.is_file() or not path.exists()
    except PermissionError:
        return True


def _may_be_read(path: Path) -> bool:
    """Return whether the rights permit to read a file or folder, whether it exists or not."""
    try:
        if path.is_dir():
            next(path.iterdir(), None)
        else:
            path.open("rb").close()
    except PermissionError:
        return False
    except OSError:
        return True
    return True


def kind_of(path: Path, *, named: bool = False, column: str | None = None) -> Kind | None:
    """Return what a file is, judging by its content; None if there is nothing to clean in it.

    Anything readable may be text, so in a folder a text needs the ending of one; a file that the
    user `named` does not. `column` names the JSONL column to look for.
    """
    try:
        with open_input(path) as stream:
            head = stream.read(_HEAD)
    except UNREADABLE:
        # A torn archive is still an archive; in other files there is nothing to read.
        return "warc" if ".warc" in path.name.lower() else None
    if head.startswith(b"WARC/"):
        return "warc"
    start = head.lstrip(codecs.BOM_UTF8 + b" \t\r\n")
    if start.startswith(b"{"):
        return "jsonl" if columns_of(start, column) else None
    if not start or start.startswith(b"[") or compression_by_magic(start):
        return None
    if _looks_like_html(start):
        return "html"
    text_by_name = any(ending.lower() in _TEXT_ENDINGS for ending in path.suffixes[-2:])
    if (named or text_by_name) and not _OTHER_MARKUP.match(start) and not _is_binary(head):
        return "text"
    return None


def _looks_like_html(start: bytes) -> bool:
    """Return whether bytes are a page: they have its tags near the top, and are not a feed."""
    if _OTHER_MARKUP.match(start) or _is_binary(start):
        return False
    head = start[: 1 << 16].replace(b"\x00", b"")
    if start.startswith(b"<"):
        return bool(MARKUP.search(head))
    # A text may mention tags; a page that begins with text has many of them.
    return len(MARKUP.findall(head)) >= 3 and bool(re.search(rb"</(?:html|body|div|p)>", head))


def _is_binary(head: bytes) -> bool:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    sample = head[:4096]
    return len(_CONTROLS.findall(sample)) > max(8, len(sample) // 50)


def why_nothing(path: Path, *, column: str | None = None) -> str:
    """Return why there is nothing to clean in a file, as a sentence that begins with its name."""
    try:
        with open_input(path) as stream:
            start = stream.read(_HEAD).lstrip(codecs.BOM_UTF8 + b" \t\r\n")
    except UNREADABLE as error:
        if isinstance(error, FileNotFoundError) and path.is_symlink():
            return "is a link to a file that is not there"
        return f"can't be read: {getattr(error, 'strerror', None) or error}"
    if not start:
        return "is empty"
    if start.startswith(b"{"):
        return why_no_column(start, column)
    if start.startswith(b"["):
        return "is a JSON array; JSONL has one object per line"
    return "is not a page, WARC, JSONL or text"
