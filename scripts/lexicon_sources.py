"""Read the published word lists that the lexicon is built from.

NOTICE lists them with their versions and licences.
"""

import collections
import csv
import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgpack

from cleaners.persian.characters import NON_JOINING, ZWNJ

__all__ = ["Counts", "Sources", "key"]

type Counts = collections.Counter[str]

_FOLD = str.maketrans("يىكھہە", "ییکههه", "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
_WORD = re.compile("[\u0621-\u063a\u0641-\u064a\u0654پچژکگیۀ\u200c]+")
_USELESS_ZWNJ = re.compile(f"(?<=[{''.join(NON_JOINING)}\u200c])\u200c+|^\u200c+|\u200c+$")

_WORDFREQ = "wordfreq/data/small_fa.msgpack.gz"


def _as_word(raw: str) -> str | None:
    """Return `raw` in Persian letters without useless half-spaces, or None if it is not a word."""
    word = _USELESS_ZWNJ.sub("", raw.translate(_FOLD).strip())
    return word if _WORD.fullmatch(word) else None


def key(form: str) -> str:
    """Return `form` without its half-spaces."""
    return form.replace(ZWNJ, "")


@dataclass(slots=True)
class Sources:
    """The word lists, each as `form -> weight` (a count, a frequency, or 1)."""

    perdt: Counts = field(default_factory=collections.Counter)
    hazm: Counts = field(default_factory=collections.Counter)
    verbs: list[tuple[str, str]] = field(default_factory=list)
    shekar: Counts = field(default_factory=collections.Counter)
    shekar_compounds: Counts = field(default_factory=collections.Counter)
    wordfreq: Counts = field(default_factory=collections.Counter)
    lilak: Counts = field(default_factory=collections.Counter)
    sounded_heh: set[str] = field(default_factory=set)
    adjectives: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    countable: set[str] = field(default_factory=set)
    """Nouns that lilak declines; hazm calls almost any word a noun."""
    adverbs: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, perdt: Path, lilak: Path, packages: Path) -> "Sources":
        """Read all sources from their files."""
        sources = cls()
        for raw, count in _tab_separated(perdt):
            for part in raw.split(" "):
                if word := _as_word(part):
                    sources.perdt[word] += int(count)
        for line in (packages / "hazm/data/words.dat").read_text("utf-8").splitlines():
            raw, frequency, tags = line.split("\t")
            if word := _as_word(raw):
                sources.hazm[word] += 1 + int(frequency)
                if "N" in tags.split(","):
                    sources.nouns.add(word)
                if "AJ" in tags.split(",") and "ADV" in tags.split(","):
                    sources.adverbs.add(word)
        for line in (packages / "hazm/data/verbs.dat").read_text("utf-8").splitlines():
            past, _, present = line.strip().partition("#")
            sources.verbs.append((past, present))
        shekar = packages / "shekar/data/files"
        with (shekar / "vocab.csv").open(encoding="utf-8") as vocabulary:
            for raw, frequency in csv.reader(vocabulary):
                if word := _as_word(raw):
                    sources.shekar[word] += int(frequency)
        for line in (shekar / "compound_words.csv").read_text("utf-8").splitlines():
            if word := _as_word(line.replace("#", ZWNJ)):
                sources.shekar_compounds[word] += 1
        bins = msgpack.unpackb(gzip.decompress((packages / _WORDFREQ).read_bytes()))[1:]
        for centibels, words in enumerate(bins):
            for raw in words:
                if word := _as_word(raw):
                    sources.wordfreq[word] += 10 ** (6 - centibels / 100)  # in a million words
        for line in (lilak / "index.dic").read_text("utf-8").splitlines()[1:]:
            raw, _, flags = line.partition("/")
            if word := _as_word(raw):
                sources.lilak[word] += 1
                classes = set(re.findall("..", flags))
                if {"st", "su"} & classes:  # the suffixes تر and ترین
                    sources.adjectives.add(word)
                if "pa" in classes:  # the suffixes of nouns
                    sources.nouns.add(word)
                    sources.countable.add(word)
                    sources.adverbs.discard(word)
                if word.endswith("ه") and "sl" in flags and "sk" not in flags and "sp" not in flags:
                    sources.sounded_heh.add(word)
        return sources

    def known(self, form: str) -> int:
        """Return how many of the sources have `form`."""
        lists = (
            self.perdt,
            self.hazm,
            self.shekar,
            self.shekar_compounds,
            self.wordfreq,
            self.lilak,
        )
        return sum(form in words for words in lists)


def _tab_separated(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text("utf-8").splitlines():
        raw, tab, count = line.partition("\t")
        if tab and not line.startswith("#"):
            yield raw, count
