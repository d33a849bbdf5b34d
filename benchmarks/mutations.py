"""Break pages in unforeseen ways, and check that the cleaners can handle them.

    python -m benchmarks.mutations [--count 20000] [--seed 1] [FOLDER …]

Every broken page must give an article or `NotAnArticle` within a second. Pages that do not are
written to `build/mutations/` with the traceback, and the exit status is 1.
"""

import argparse
import random
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(_ROOT))  # run by its path, uninstalled

from cleaners import NotAnArticle, clean_html  # noqa: E402

__all__ = ["SLOWEST", "Outcome", "main", "mutants", "page_bytes", "try_page"]

#: Seconds of processor time that one page may take.
SLOWEST: Final = 1.0
_MOST_TOLD: Final = 20
_REAL: Final = _ROOT.parent / "shared" / "real_pages"
_TAG: Final = re.compile(rb"<[^<>]{1,2000}>")
_OPENING: Final = re.compile(rb"<[a-zA-Z][^<>]{0,2000}>")
_ATTRIBUTE: Final = re.compile(rb"""\s[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s>]+)""")
_ENTITY: Final = re.compile(rb"&#?\w{1,10};")
_TEXT: Final = re.compile(rb">([^<>]{20,})<")
_NASTY: Final = (
    b"\x00",
    b"\xff\xfe",
    b"\xe2\x80",
    b"&#0;",
    b"&#x110000;",
    b"<![CDATA[",
    b"<!--",
    b"]]>",
    b"</p></div>",
    b"<table><td>",
    b"<svg><p>",
    b"<math><mi>",
    b"<template>",
    b"<plaintext>",
    b"<script>",
    b"<textarea>",
    b"<select><option>",
    b"<noscript>",
    b"<frameset>",
    b"<body class=x>",
    b"<a href='javascript:x'>",
    b"<a href='http://[::1'>",
    b"<a href='//:99999/'>",
    b"<time datetime='9999-99-99T99:99:99'>",
    b"<meta property=article:published_time content='0000-00-00'>",
    b"<base href='http://[x'>",
    b"<link rel=canonical href='http://[bad'>",
    b'<script type="application/ld+json">{"@type":["NewsArticle"],',
    b'<script type="application/ld+json">[[{"headline":{"name":[1]},"datePublished":5}]]</script>',
    "<h1>\u200c</h1>".encode(),
    "۱۴۰۴/۱۳/۴۵ ۲۵:۶۱".encode(),
    "کد خبر: ٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩".encode(),
)

type _Mutation = Callable[[bytes, random.Random, Sequence[bytes]], bytes]


def _cut(page: bytes, rng: random.Random, _: Sequence[bytes]) -> bytes:
    """Lose the end, as a broken connection does."""
    return page[: rng.randrange(1, len(page))]


def _lose_middle(page: bytes, rng: random.Random, _: Sequence[bytes]) -> bytes:
    start = rng.randrange(len(page))
    return page[:start] + page[start + rng.randrange(1, 20_000) :]


def _splice(page: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    other = rng.choice(others)
    return page[: rng.randrange(len(page))] + other[rng.randrange(len(other)) :]


def _insert_piece(page: bytes, rng: random.Random, others: Sequence[bytes]) -> bytes:
    other = rng.choice(others)
    start = rng.randrange(len(other))
    at = rng.randrange(len(page))
    return page[:at] + other[start : start + rng.randrange(1, 30_000)] + page[at:]


def _drop_tags(page: bytes, rng: random.Random, _: Sequence[bytes]) -> bytes:
    share = rng.choice((0.01, 0.1, 0.5, 1.0))
    return _TAG.sub(lambda tag: b"" if rng.random() < share else tag[0], page)


def _drop_closing(page: bytes, rng: random.Random, _: Sequence[bytes]) -> bytes:
    share = rng.choice((0.05, 0.5, 1.0))
    return _TAG.sub(
        lambda tag: b"" if tag[0].startswith(b"</") and rng.random() < share else tag[0], page
    )


def _flip_bytes(page: bytes, rng: random.Random, _: Sequence[bytes]) -> bytes:
    flipped = bytearray(page)
    for _n in range(max(1, int(len(page) * rng.choice((0.0001, 0.001, 0.01, 0.2))))):
        flipped[rng.randrange(len(flipped))] = rng.randrange(256)
    return bytes(flipped)


def _shuffle_attributes(page: bytes, rng: random.Random, _: Sequence[bytes]) -> bytes:
    """Give every opening tag the attributes of another one."""
    attributes = [b"".join(_ATTRIBUTE.findall(tag)) for tag in _OPENING.findall(page)]
    rng.shuffle(attributes)
    left = iter(attributes)

    def swapped(tag: re.Match[bytes]) -> bytes:
        name = re.match(rb"<[^\s/>]+", tag[0])
        return (name[0] if name else b"<p") + next(left, b"") + b">"

    return _OPENING.sub(swapped, page)


def _insert_nasty(page: bytes, rng: random.Random, _: Sequence[bytes]) -> bytes:
    for _n in range(rng.randint(1, 8)):
        at = rng.randrange(len(page))
        page = page[:at] + rng.choice(_NASTY) * rng.choice((1, 1, 1, 50)) + page[at:]
    return page


def _repeat_piece(page: bytes, rng: random.Random, _: Sequence[bytes]) -> bytes:
    start = rng.randrange(len(page))
    piece = page[start : start + rng.randrange(1, 3000)]
    return page[:start] + piece * rng.randint(2, 120) + page[start:]


def _nest(page: bytes, rng: random.Random, _: Sequence[bytes]) -> bytes:
    tag = rng.choice(
        (b"<div>", b"<span>", b"<b>", b"<table><tr><td>", b"<ul><li>", b"<font>", b"<a href=/x>")
    )
    at = rng.randrange(len(page))
    return page[:at] + tag * rng.choice((10, 300, 2000, 9000)) + page[at:]


def _long_line(page: bytes, rng: random.Random, _: Sequence[bytes]) -> bytes:
    """Insert a very long line of one repeated text or character."""
    texts = _TEXT.findall(page) or [b"x"]
    chars: tuple[str, ...] = (
        "آ",
        "ی\u200c",
        "\u200c",
        "۱",
        "/",
        " ",
        "«",
        "http://",
        "..",
        "٬",
        "\u0651",
        "\U0001f600",
    )
    sign = rng.choice((rng.choice(texts), *(char.encode() for char in chars)))
    at = rng.randrange(len(page))
    line: bytes = sign * (rng.choice((500, 20_000, 200_000)) // len(sign))
    return page[:at] + b"<p>" + line + page[at:]


def _swap_entities(page: bytes, rng: random.Random, _: Sequence[bytes]) -> bytes:
    names = (
        b"&zwnj;",
        b"&nbsp;",
        b"&#8204;",
        b"&lt;",
        b"&amp;amp;",
        b"&#x202b;",
        b"&shy;",
        b"&#1;",
    )
    swapped = _ENTITY.sub(lambda _m: rng.choice(names), page)
    return swapped.replace(b" ", rng.choice(names), rng.randint(0, 400))


def _other_encoding(page: bytes, rng: random.Random, _: Sequence[bytes]) -> bytes:
    name = rng.choice(("cp1256", "utf-16", "utf-16-le", "iso8859-6", "utf-7"))
    return page.decode("utf-8", "replace").encode(name, "replace")


_MUTATIONS: Final[tuple[_Mutation, ...]] = (
    _cut,
    _lose_middle,
    _splice,
    _insert_piece,
    _drop_tags,
    _drop_closing,
    _flip_bytes,
    _shuffle_attributes,
    _insert_nasty,
    _repeat_piece,
    _nest,
    _long_line,
    _swap_entities,
    _other_encoding,
)


def page_bytes(folders: Sequence[Path]) -> list[bytes]:
    """Return the pages below `folders`, by name."""
    return [path.read_bytes() for folder in folders for path in sorted(folder.rglob("*.html"))]


def mutants(pages: Sequence[bytes], seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """Yield `count` broken pages, each with what was done to it; a seed always gives the same."""
    for index in range(count):
        rng = random.Random(f"{seed}/{index}")
        page = rng.choice(pages)
        chosen = rng.choices(_MUTATIONS, k=rng.choice((1, 1, 2, 3)))
        for mutation in chosen:
            page = mutation(page, rng, pages) or b"<"
        names = "+".join(mutation.__name__.strip("_") for mutation in chosen)
        yield f"{index:05}-{names}", page


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome for one broken page."""

    result: str
    """`article`, the reason of `NotAnArticle`, or `raised`."""
    seconds: float
    trace: str = ""

    @property
    def is_right(self) -> bool:
        """Whether nothing but `NotAnArticle` was raised, and the page did not take too long."""
        return self.result != "raised" and self.seconds <= SLOWEST


def try_page(page: bytes, *, rules: bool) -> Outcome:
    """Clean one broken page; try a slow one again, as the machine may have been busy."""
    outcome = _try_once(page, rules=rules)
    return outcome if outcome.seconds <= SLOWEST else _try_once(page, rules=rules)


def _try_once(page: bytes, *, rules: bool) -> Outcome:
    start = time.process_time()
    trace = ""
    try:
        clean_html(page, "https://www.example.ir/news/123456/x", rules=rules)
        result = "article"
    except NotAnArticle as refusal:
        result = refusal.reason
    except Exception:
        result, trace = "raised", traceback.format_exc()
    return Outcome(result, time.process_time() - start, trace)


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, help="default: fixtures, real captures")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    default = [_ROOT / "tests" / "fixtures", *([_REAL] if _REAL.is_dir() else [])]
    pages = page_bytes(options.folders or default)
    kept = _ROOT / "build" / "mutations"
    results: Counter[str] = Counter()
    slowest, wrong = 0.0, 0
    for index, (name, page) in enumerate(mutants(pages, options.seed, options.count)):
        outcome = try_page(page, rules=index % 2 == 0)
        results[outcome.result] += 1
        slowest = max(slowest, outcome.seconds)
        if not outcome.is_right:
            wrong += 1
            kept.mkdir(parents=True, exist_ok=True)
            (kept / f"{name}.html").write_bytes(page)
            (kept / f"{name}.txt").write_text(f"{outcome.seconds:.2f} s\n{outcome.trace}", "utf-8")
            last = outcome.trace.strip().splitlines()[-1:] or ["slow"]
            if wrong <= _MOST_TOLD:
                print(f"{name}: {outcome.seconds:.2f} s, {last[0]}")
    told = ", ".join(f"{count} {result}" for result, count in results.most_common())
    print(f"{options.count} broken pages: {told}; slowest {slowest:.2f} s; {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
