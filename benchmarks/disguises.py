"""Real pages without what helps extraction: the same words and noise, but harder to read.

    python -m benchmarks.disguises FOLDER OUT

writes each page of FOLDER once in each disguise to OUT, with `gold.jsonl`. A reader can still see
everything that the gold calls the article.
"""

import argparse
import json
import re
from collections.abc import Callable
from hashlib import sha1
from pathlib import Path
from typing import Final

__all__ = ["DISGUISES", "disguised", "main", "write_disguised"]

_NAMES: Final = re.compile(rb"""\s(?:class|id|itemprop|itemtype|role)=("[^"]*"|'[^']*'|[^\s>]+)""")
_VALUE: Final = re.compile(rb"""\s(class|id)=(?:"([^"]*)"|'([^']*)')""")
_DATA: Final = re.compile(rb"<script[^>]*ld\+json[^>]*>.*?</script>", re.DOTALL)
_META: Final = re.compile(rb"""<meta[^>]*\b(?:property|name|itemprop)=[^>]*>|<link[^>]*>""")
_SECTIONING: Final = re.compile(
    rb"<(/?)(?:article|main|section|aside|header|footer|nav|figure|figcaption|time)\b"
)
_HEADING: Final = re.compile(rb"<(/?)h[1-6]\b")
_PARAGRAPH: Final = re.compile(rb"<p\b[^>]*>")


def _without_names(page: bytes) -> bytes:
    """Remove classes, ids and microdata."""
    return _NAMES.sub(b"", page)


def _obfuscated(page: bytes) -> bytes:
    """Replace each class name and id by a hash of it."""

    def hashed(match: re.Match[bytes]) -> bytes:
        names = (match[2] or match[3] or b"").split()
        told = b" ".join(b"c" + sha1(name).hexdigest()[:6].encode() for name in names)
        return b" " + match[1] + b'="' + told + b'"'

    return _VALUE.sub(hashed, page)


def _without_head(page: bytes) -> bytes:
    """Remove OpenGraph, JSON-LD and all other metas, but not `<title>`."""
    return _META.sub(b"", _DATA.sub(b"", page))


def _only_divs(page: bytes) -> bytes:
    """Turn sectioning elements into `<div>`."""
    return _SECTIONING.sub(rb"<\1div", page)


def _no_paragraphs(page: bytes) -> bytes:
    """Turn `<p>` into lines that `<br>` ends."""
    return _PARAGRAPH.sub(b"", page).replace(b"</p>", b"<br>")


def _no_headings(page: bytes) -> bytes:
    """Turn headings into `<div>`."""
    return _HEADING.sub(rb"<\1div", page)


#: The changes to a page, by the name of the disguise.
DISGUISES: Final[dict[str, tuple[Callable[[bytes], bytes], ...]]] = {
    "without-names": (_without_names,),
    "obfuscated": (_obfuscated,),
    "without-head": (_without_head,),
    "only-divs": (_only_divs,),
    "no-paragraphs": (_no_paragraphs,),
    "no-headings": (_no_headings,),
    "names-and-head": (_without_names, _without_head),
    "divs-without-names": (_without_names, _only_divs),
    "bare": (_without_names, _without_head, _only_divs, _no_paragraphs),
}


def disguised(page: bytes, kind: str) -> bytes:
    """Return the page in the disguise `kind`."""
    for change in DISGUISES[kind]:
        page = change(page)
    return page


def write_disguised(folder: Path, out: Path) -> None:
    """Write each page of `folder` once in each disguise to `out`, with its gold."""
    out.mkdir(parents=True, exist_ok=True)
    lines = []
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        page = (folder / gold["file"]).read_bytes()
        for kind in DISGUISES:
            file = f"{kind}-{gold['file']}"
            (out / file).write_bytes(disguised(page, kind))
            told = {**gold, "file": file, "traits": {"disguise": kind}}
            lines.append(json.dumps(told, ensure_ascii=False))
    (out / "gold.jsonl").write_text("\n".join(lines), "utf-8")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    write_disguised(options.folder, options.out)


if __name__ == "__main__":
    main()
