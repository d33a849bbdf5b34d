"""Build `cleaners/persian/data/lexicon.txt.xz` from published word lists.

    pip install hazm==0.12.1 shekar==1.7.0 wordfreq==3.1.1
    npm install dictionary-fa@2.0.0
    python scripts/build_lexicon.py --perdt perdt-train-counts.tsv \
        --lilak node_modules/dictionary-fa

The sources, their versions and licences stand in NOTICE. hazm, shekar and wordfreq are read from
the running environment (or from `--packages`, a `site-packages` folder); none of them is imported.
The same sources give the same file, byte for byte.

What is decided here, once, so that it need not be at run time: which words are written with
half-spaces and which without, which parts make compounds freely, and which pairs of words are one
word when typed apart. UD PerDT, a treebank that was edited by hand, outweighs the other sources.
"""

import argparse
import collections
import lzma
import re
from collections.abc import Iterable
from pathlib import Path

import msgpack
from lexicon_sources import Counts, Sources, key

from cleaners.persian.characters import NON_JOINING, ZWNJ
from cleaners.persian.inflection import inflection
from cleaners.persian.lexicon import Lexicon

# Compounds in ‑نامه stay as typed (house style), and these two pronouns.
_LEFT_AS_TYPED = re.compile(f"{ZWNJ}نامه|^(?:آن|این){ZWNJ}ها")
_PRONOUN_PLURALS = re.compile("(?:آن|این)ها(?:ی|یی|ست|یند|یم|یش)?")


def main() -> None:
    """Read the sources, decide, and write the data file."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    default = Path("cleaners/persian/data/lexicon.txt.xz")
    parser.add_argument("--perdt", type=Path, required=True, help="word counts of UD PerDT, TSV")
    parser.add_argument("--lilak", type=Path, required=True, help="folder of npm dictionary-fa")
    parser.add_argument("--packages", type=Path, help="site-packages with hazm, shekar, wordfreq")
    parser.add_argument("--out", type=Path, default=default)
    options = parser.parse_args()
    packages = options.packages or Path(msgpack.__file__).parents[1]
    sources = Sources.read(options.perdt, options.lilak, packages)
    text = write_sections(decide(sources))
    packed = lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME)
    options.out.write_bytes(packed)
    print(f"{options.out}: {len(packed):,} bytes, {len(text):,} characters")


# Deciding

_RULES = inflection()
#: What follows a half-space in inflection, as against a compound.
ENDINGS = frozenset({*_RULES.plural, *_RULES.comparative, *_RULES.after_heh, *_RULES.after_yeh})


def decide(sources: Sources) -> Lexicon:
    """Return the lexicon that the sources agree on best."""
    verbs = verb_tails(sources)
    chosen, readings = choose_forms(sources)
    plain = {word for word in chosen if ZWNJ not in word}
    forms = {key(word): word for word in chosen if ZWNJ in word}
    ties = Ties(sources, forms.values())
    seconds, bound = productive_seconds(sources, ties, plain, forms.values())
    firsts = frozenset({"بی", "هم", "پیش", "نیمه", "فوق", "خوش", "کم", "تک", "پس", "غیر"})
    joinable = {k for k, form in forms.items() if ties.one_when_apart(form, sources.known(form))}
    return Lexicon(
        plain=frozenset(plain),
        common=frozenset(word for word in plain if is_common(sources, word)),
        frequent=frozenset(word for word in plain if is_frequent(sources, word)),
        gradable=gradable_words(sources, plain),
        sounded_heh=frozenset(sources.sounded_heh),
        forms=forms,
        joinable=frozenset(joinable),
        readings=readings,
        verbs=verbs,
        seconds=seconds,
        bound=bound,
        firsts=firsts,
    )


def verb_tails(sources: Sources) -> frozenset[str]:
    """Return what stands after `می‌` and `نمی‌`, from the lists and by conjugation."""
    tails = {
        tail
        for words in (sources.perdt, sources.lilak, sources.hazm)
        for word in words
        for head, cut, tail in [word.partition(ZWNJ)]
        if cut and head in inflection().verb_prefixes and ZWNJ not in tail
    }
    for past, present in sources.verbs:
        if past.isalpha():
            tails |= {past + ending for ending in ("", "م", "ی", "یم", "ید", "ند")}
        if present.isalpha():
            tails |= {present + ending for ending in ("م", "ی", "د", "یم", "ید", "ند")}
    return frozenset(tail for tail in tails if len(tail) > 1)


def choose_forms(sources: Sources) -> tuple[set[str], dict[str, tuple[str, str]]]:
    """Return one form a word, and the words that have two readings."""
    by_key: dict[str, set[str]] = collections.defaultdict(set)
    for words in (
        sources.perdt,
        sources.hazm,
        sources.shekar,
        sources.shekar_compounds,
        sources.wordfreq,
        sources.lilak,
    ):
        for word in words:
            by_key[key(word)].add(word)
    chosen: set[str] = set()
    readings: dict[str, tuple[str, str]] = {}
    written_on: set[str] = set()
    for k, candidates in by_key.items():
        ranked = sorted(candidates, key=lambda form: (-weight(sources, form), form))
        best = ranked[0]
        if weight(sources, best) < 0.8:
            continue
        if _LEFT_AS_TYPED.search(best) or _PRONOUN_PLURALS.fullmatch(k):
            best = k
        elif is_right_written_on(sources, best, k):
            written_on.add(k)
            best = k
        chosen.add(best)
    chosen -= {word for word in chosen if is_inflected(sources, word, chosen)}
    chosen -= {word for word in chosen if is_glued(sources, word)}
    # What is left as typed is so in all its forms: سهامدار، سهامداران؛ باغدار، باغداران.
    people = {word for word in chosen if ZWNJ not in word and f"{word}ان" in by_key}
    chosen -= {
        word
        for word in chosen
        if ZWNJ in word
        and sources.perdt[word] < 5
        and any(
            word.endswith(ending)
            and (
                key(word).removesuffix(ending) in written_on
                or (ending == "ان" and key(word).removesuffix(ending) in people)
            )
            for ending in _RULES.attached
        )
    }
    for word in sorted(chosen):
        if word.endswith("ه") and len(word) > 2:
            stem = word[:-1]
            if stem not in chosen or word in sources.sounded_heh or word[-2] in "او":
                continue
            joint = "" if word[-2] in NON_JOINING else ZWNJ
            plural, adjective = f"{stem}{joint}های", f"{word}{ZWNJ}ای"
            k = key(plural)
            if joint and k in chosen:
                continue
            chosen -= {plural, adjective}
            likelier, rarer = indefinite_or_plural(sources, stem, joint)
            chosen.add(likelier)
            if rarer:
                readings[k] = (likelier, rarer)
    return chosen, readings


def indefinite_or_plural(sources: Sources, stem: str, joint: str) -> tuple[str, str | None]:
    """Return the likelier form of `stem` and a heh, and the rarer one if it is to be expected.

    The two are the plural of `stem` (`حرف‌های`) and the word in ‑ه with an indefinite yeh
    (`حرفه‌ای`); once the half-space is lost they are typed alike.
    """
    word = f"{stem}ه"
    plural, indefinite = f"{stem}{joint}های", f"{word}{ZWNJ}ای"
    plural_weight = reading_weight(sources, stem, f"{joint}های")
    indefinite_weight = reading_weight(sources, word, f"{ZWNJ}ای")
    if stem.endswith("ی") and word in sources.nouns and not is_pluralized(sources, stem):
        return indefinite, plural  # شهریه‌ای: an adjective such as شهری hardly has a plural
    if not joint:
        # As it was typed, the plural is no error: دیدهای. A participle with a yeh is rare in prose.
        parts = [stem.removesuffix(past) for past, _ in sources.verbs if stem.endswith(past)]
        if stem in sources.nouns and not _PREVERBS.isdisjoint(parts):
            seen, other = (sources.perdt[f] + sources.wordfreq[f] for f in (plural, indefinite))
            return (indefinite, plural) if other >= 2 and not seen else (plural, indefinite)
        if not {"بر", "در", "باز"}.isdisjoint(parts):  # these make nouns: برآمد، بازدید
            return plural, indefinite
        if not _PREVERBS.isdisjoint(parts):
            return indefinite, None
    likelier, rarer = plural, indefinite
    if indefinite_weight > plural_weight:
        likelier, rarer = indefinite, plural
    weights = sorted((plural_weight, indefinite_weight))
    return likelier, rarer if weights[0] > 0.08 * weights[1] else None


_PREVERBS = frozenset({"", "بر", "در", "باز", "فرو", "فرا", "ور", "وا", "ن"})


def is_pluralized(sources: Sources, stem: str) -> bool:
    """Return whether two plurals of `stem` are attested: `روسی‌ها` and `روسی‌های`."""
    plurals = [f"{stem}{ZWNJ}{ending}" for ending in ("ها", "های", "هایی")]
    return sum(sources.known(form) > 0 for form in plurals) > 1


def gradable_words(sources: Sources, plain: set[str]) -> frozenset[str]:
    """Return the words that take تر: adjectives, adverbs, and what is attested with it.

    After other words a تر typed apart is the adjective "wet": «چشم تر», «نان تر و تازه».
    """
    attested = {
        base.rstrip(ZWNJ)
        for words in (sources.perdt, sources.hazm, sources.shekar, sources.wordfreq, sources.lilak)
        for form in words
        for ending in ("تر", "ترین")
        if (base := form.removesuffix(ending)) != form
        and (form.count(ZWNJ) or is_common(sources, form))
    }
    gradable = (sources.adjectives | sources.adverbs | attested) & plain
    # A yeh makes adjectives of nouns (کاربرد: کاربردی), but also nouns of adjectives (شیرینی).
    gradable |= {
        word
        for word in plain
        if word.endswith("ی")
        and word[-2:-1] not in "او"  # هوای: that yeh only joins what follows
        and word[:-1] in plain
        and (word[:-1] not in gradable or word not in sources.nouns)
    }
    gradable -= {"این", "آن", "وی", "هر"}  # noise of the lists
    return frozenset(word for word in gradable if is_common(sources, word))


def is_right_written_on(sources: Sources, form: str, word: str) -> bool:
    """Return whether `word` is as good a spelling as `form`, which has a half-space.

    `یکبار`, `همانطور`, `پلتفرم`, `سهامداران`: dictionaries list them, or many people write them so.
    Such a word is left as typed unless the edited treebank and general usage together write it
    with a half-space two times in three. (Half of what is typed without one is taken for haste.)
    """
    if ZWNJ not in form or form.rpartition(ZWNJ)[2] in ENDINGS:
        return False
    lists = sum(word in words for words in (sources.hazm, sources.lilak, sources.shekar))
    if lists < 2 and sources.wordfreq[word] < 1:
        return False
    halved = sources.perdt[form] + 0.4 * sources.wordfreq[form]
    written_on = sources.perdt[word] + 0.2 * sources.wordfreq[word] + 0.3 * lists
    return halved < 2.0 * written_on


def is_inflected(sources: Sources, word: str, chosen: set[str]) -> bool:
    """Return whether `word`, listed without a half-space, is an inflected word that lost it."""
    if ZWNJ in word or sources.perdt[word] >= 3:
        return False
    for ending in ("ها", "های", "هایی", "هایش", "هایشان", "هایم", "ترین"):
        base = word.removesuffix(ending)
        if base != word and len(base) > 2 and base[-1] not in NON_JOINING and base in chosen:
            return is_common(sources, base)
    return False


def is_glued(sources: Sources, word: str) -> bool:
    """Return whether `word`, listed by few, is a particle stuck to a frequent word: `وحرف`."""
    if sources.known(word) > 2 or word in sources.lilak or is_common(sources, word):
        return False
    return any(
        len(rest) > 2 and is_frequent(sources, rest)
        for particle in ("و", "در", "از", "را")
        if (rest := word.removeprefix(particle)) != word
    )


def is_frequent(sources: Sources, word: str) -> bool:
    """Return whether `word` is among the few thousand that everyone uses."""
    return sources.perdt[word] >= 8 or sources.wordfreq[word] > 40


def reading_weight(sources: Sources, base: str, ending: str) -> float:
    """Return how often `base` with `ending` is to be expected."""
    form = base + ending
    return (
        sources.perdt[form]
        + 0.4 * sources.wordfreq[form]
        + 0.5 * sources.known(form)
        + 0.02 * (sources.perdt[base] + 0.2 * sources.wordfreq[base])
    )


def weight(sources: Sources, form: str) -> float:
    """Return how much speaks for `form`, in occurrences in a corpus of PerDT's size."""
    halved = ZWNJ in form
    return (
        2.0 * sources.perdt[form]
        + (1.0 if form in sources.hazm and (halved or sources.hazm[form] > 1) else 0.0)
        + (0.9 if form in sources.lilak else 0.0)
        + (0.8 if form in sources.shekar_compounds else 0.0)
        + (0.8 if form in sources.shekar and not halved else 0.3 * (form in sources.shekar))
        + min(2.0, sources.wordfreq[form] * (0.4 if halved else 0.02))
    )


def is_common(sources: Sources, word: str) -> bool:
    """Return whether `word` is frequent enough to be trusted as a part of others."""
    return (
        sources.perdt[word] > 0
        or sources.wordfreq[word] > 2
        or (sources.shekar[word] > 300_000 and sources.lilak[word] > 0)
    )


def productive_seconds(
    sources: Sources, ties: "Ties", plain: set[str], forms: Iterable[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the second parts that make compounds freely, and those that hardly stand alone."""
    endings = ENDINGS | {"ه" + ending for ending in _RULES.after_heh}
    halved: Counts = collections.Counter()
    for form in forms:
        first, _, second = form.rpartition(ZWNJ)
        if len(second) > 1 and second not in endings and first not in _RULES.verb_prefixes:
            halved[second] += 1
    whole: Counts = collections.Counter()
    for word in plain:
        for at in range(2, len(word) - 1):
            if word[at - 1] not in NON_JOINING and word[at:] in halved and word[:at] in plain:
                whole[word[at:]] += 1
    seconds = {
        second
        for second, count in halved.items()
        if count >= 3 and count >= whole[second] and len(second) > 2
    }
    bound = {second for second in seconds if halved[second] >= 4 and ties.second(second) >= 0.75}
    return frozenset(seconds), frozenset(bound)


class Ties:
    """How strongly the parts of compounds are tied to them.

    The tie of a part is the share of its occurrences in UD PerDT that are inside a compound. On
    the treebank's own development set and on a technical handbook, joining pairs whose second part
    has a tie of 0.5 or more, or whose first has 0.7, was right 97 times in 100; independence of
    the two words (their counts multiplied) did not separate `نصب شده` from `نرم افزار`.
    """

    def __init__(self, sources: Sources, forms: Iterable[str]) -> None:
        self._perdt = sources.perdt
        self._firsts: Counts = collections.Counter()
        self._seconds: Counts = collections.Counter()
        self._types: Counts = collections.Counter()
        for form in forms:
            first, _, second = form.rpartition(ZWNJ)
            if first in _RULES.verb_prefixes or second in ENDINGS:
                continue
            self._types[second] += 1
            self._seconds[second] += sources.perdt[form]
            self._firsts[first] += sources.perdt[form]

    def first(self, part: str) -> float:
        """Return the tie of a first part."""
        inside = self._firsts[part]
        return inside / (inside + self._perdt[part] + 1)

    def second(self, part: str) -> float:
        """Return the tie of a second part; past participles (`شده`) have none."""
        if part.endswith(("شده", "کرده", "یافته", "گرفته", "داده")):
            return 0.0
        inside = self._seconds[part] + 0.3 * self._types[part]
        return inside / (inside + self._perdt[part] + 1)

    def one_when_apart(self, form: str, known: int) -> bool:
        """Return whether the two parts of `form`, typed apart, are this word rather than two.

        Args:
            form: A word with half-spaces.
            known: How many of the sources have it.
        """
        first, _, second = form.partition(ZWNJ)
        if ZWNJ in second or first in inflection().verb_prefixes:
            return False
        count = self._perdt[form]
        by_chance = self._perdt[first] * self._perdt[second] / self._perdt.total()
        return (
            self.second(second) >= 0.5
            or (second.startswith("ال") and len(second) > 4)
            or self.first(first) >= 0.7
            or (count >= 3 and count >= 5 * by_chance and self.second(second) >= 0.2)
            or (count >= 8 and count >= 20 * by_chance)
            or (known >= 3 and first in _PREFIXES and self._perdt[second] <= 60)
        )


# First parts that are prefixes rather than words, though they can stand alone.
_PREFIXES = frozenset({"پیش", "پس", "نیم", "نیمه", "خوش", "تک", "هم", "کم", "فوق", "شبه", "میان"})


# Writing


def write_sections(lexicon: Lexicon) -> str:
    """Return `lexicon` as the text of the data file."""
    marked = (("+" if k in lexicon.joinable else "") + form for k, form in lexicon.forms.items())
    sections = {
        "frequent": lexicon.frequent,
        "common": lexicon.common - lexicon.frequent,
        "rare": lexicon.plain - lexicon.common,
        "gradable": lexicon.gradable,
        "sounded_heh": lexicon.sounded_heh,
        "forms": marked,
        "readings": (f"{a}\t{b}" for a, b in lexicon.readings.values()),
        "verbs": lexicon.verbs,
        "seconds": lexicon.seconds,
        "bound": lexicon.bound,
        "firsts": lexicon.firsts,
    }
    return "\n".join(
        "\n".join([f"[{name}]", *sorted(entries, key=lambda e: e.lstrip("+"))])
        for name, entries in sections.items()
    )


if __name__ == "__main__":
    main()
