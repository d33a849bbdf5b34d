"""How many copies `tvto-crawl dedup` finds, how many are false, and how fast it is.

    python -m benchmarks.duplicates [--articles 20000]

Articles are invented word by word: each word follows the previous one somewhere in the sentences of
the samples (and of ../shared/zwnj, if that exists), so that different articles are as similar in
their words as news are. Every tenth article has a copy of each kind. The marks are compared with
what was copied.
"""

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from tvto_crawl.dedup.run import DedupJob, run_dedup

__all__ = ["Writer", "corpus", "main"]

_ROOT = Path(__file__).parents[1]
_ZWNJ = "\u200c"
_BOILERPLATE = (
    "خبرگزاری کار ایران | اخبار اقتصادی\n\n{text}\n\nانتهای پیام/\n\nنظر شما در مورد این خبر چیست؟ "
    "لطفا نظر خود را در کادر زیر بنویسید\n\nبیشتر بخوانید\n\nنرم‌افزار موبایل را دریافت کنید"
)


def _sentences() -> list[str]:
    """Return the sentences from which words are taken."""
    found: list[str] = []
    for file in sorted(_ROOT.glob("tests/fixtures/*/articles/*.json")):
        found += json.loads(file.read_text("utf-8"))["body"]
    perdt = _ROOT.parent / "shared" / "zwnj" / "perdt-dev.txt"
    if perdt.exists():
        found += perdt.read_text("utf-8").split("\n")
    return found


class Writer:
    """Invents articles."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.after: dict[str, list[str]] = defaultdict(list)
        for sentence in _sentences():
            words = ["", *sentence.split(), ""]
            for one, next_one in pairwise(words):
                self.after[one].append(next_one)
        self.words = [word for word in self.after if word]

    def sentence(self) -> str:
        """Return a sentence of 5 to 40 words."""
        words = [self.random.choice(self.after[""])]
        while len(words) < 40:
            word = self.random.choice(self.after[words[-1]])
            if word or len(words) >= 5:
                words.append(word)
            else:
                words.append(self.random.choice(self.words))
            if not words[-1]:
                break
        return " ".join(words).strip()

    def article(self) -> str:
        """Return a title, a lead and 4 to 15 paragraphs."""
        count = self.random.randint(4, 15)
        return "\n\n".join(self.sentence() for _ in range(count + 2))

    def edited(self, text: str, share: float = 0.04) -> str:
        """Replace a share of the words by others."""
        words = text.split(" ")
        for place in self.random.sample(range(len(words)), max(1, int(share * len(words)))):
            words[place] = self.random.choice(self.words)
        return " ".join(words)

    def shorter(self, text: str) -> str:
        """Drop a sentence that is neither the first nor the last."""
        parts = text.split("\n\n")
        del parts[self.random.randrange(1, len(parts) - 1)]
        return "\n\n".join(parts)

    def excerpt(self, text: str) -> str:
        """Return half of the text, starting at a random word."""
        words = text.split(" ")
        start = self.random.randrange(len(words) // 2 + 1)
        return " ".join(words[start : start + len(words) // 2])


def _doubled_lead(text: str) -> str:
    """Repeat the title and the lead in a paragraph of their own."""
    title, lead, *rest = text.split("\n\n")
    return "\n\n".join([title, lead, f"{title} {lead}", *rest])


def _variants(writer: Writer) -> dict[str, Callable[[str], str]]:
    """Return the kinds of copies."""
    return {
        "half-spaces lost": lambda text: text.replace(_ZWNJ, ""),
        "half-spaces spaced": lambda text: text.replace(_ZWNJ, " "),
        "boilerplate added": lambda text: _BOILERPLATE.format(text=text),
        "lead doubled": _doubled_lead,
        "sentence dropped": writer.shorter,
        "4 % of words edited": writer.edited,
        "half-length excerpt": writer.excerpt,
        "excerpt, 4 % edited": lambda text: writer.edited(writer.excerpt(text)),
        "all but excerpt": lambda text: writer.edited(
            writer.shorter(_doubled_lead(_BOILERPLATE.format(text=text.replace(_ZWNJ, " "))))
        ),
    }


def corpus(count: int, seed: int) -> Iterator[tuple[dict[str, object], str | None, str]]:
    """Yield (record, id of the original, kind of copy) in a random order."""
    writer = Writer(seed)
    kinds = _variants(writer)
    rows: list[tuple[dict[str, object], str | None, str]] = []
    for number in range(count):
        text = writer.article()
        day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
        original = f"mehr:{number}"
        rows.append((_record(original, text, f"{day}T08:00:00+03:30"), None, ""))
        if number % 10 == 0:
            for place, (kind, copy) in enumerate(kinds.items()):
                published = f"{day}T{9 + place:02}:00:00+03:30"
                name = f"irib:{number}{place}"
                rows.append((_record(name, copy(text), published), original, kind))
    writer.random.shuffle(rows)
    yield from rows


def _record(name: str, text: str, published: str) -> dict[str, object]:
    """Return the fields of a record that matter here."""
    return {
        "id": name,
        "agency": name.partition(":")[0],
        "text": text,
        "published_at": published,
        "duplicate_of": None,
    }


def main() -> None:
    """Make a corpus, search it for duplicates, and print what was found."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, marked = Path(folder, "articles.jsonl"), Path(folder, "marked.jsonl")
        wanted: dict[str, tuple[str, str]] = {}
        total = 0
        with source.open("w", encoding="utf-8") as stream:
            for row, original, kind in corpus(given.articles, given.seed):
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")
                total += 1
                if original:
                    wanted[str(row["id"])] = (original, kind)
        began = time.process_time()
        outcome = run_dedup(DedupJob((source,), marked))
        seconds = time.process_time() - began
        found: Counter[str] = Counter()
        false = 0
        with marked.open(encoding="utf-8") as stream:
            for line in stream:
                row = json.loads(line)
                original, kind = wanted.get(row["id"], (None, ""))
                if row["duplicate_of"] is None:
                    continue
                if row["duplicate_of"] == original:
                    found[kind] += 1
                else:
                    head = wanted.get(row["duplicate_of"], (row["duplicate_of"], ""))[0]
                    false += head != (original or row["id"])
        megabytes = source.stat().st_size / 1e6
    asked = Counter(kind for _, kind in wanted.values())
    sys.stdout.write(f"{total:,} articles, {megabytes:.0f} MB, {outcome.kinds}\n")
    for kind, count in asked.items():
        sys.stdout.write(
            f"  {kind:22} {found[kind]:>6} of {count:>6} found, {found[kind] / count:.2%}\n"
        )
    sys.stdout.write(f"  false pairs: {false} among {given.articles:,} articles\n")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"  {total / seconds:,.0f} articles a second of one core, {memory:.0f} MB at most\n"
    )


if __name__ == "__main__":
    main()
