"""Build `cleaners/persian/data/lexicon.txt.xz` from published word lists.

    pip install hazm==0.12.1 shekar==1.7.0 wordfreq==3.1.1
    npm install dictionary-fa@2.0.0
    python scripts/build_lexicon.py --perdt perdt-train-counts.tsv \
        --lilak node_modules/dictionary-fa

NOTICE lists the sources with their versions and licences. hazm, shekar and wordfreq are read from
the running environment (or from `--packages`, a `site-packages` folder); none of them is imported.
The same sources give the same file, byte for byte.

The decisions are made here, once, rather than at run time: which words are written with
half-spaces and which without, which parts form compounds freely, and which pairs of words are one
word when typed apart. UD PerDT, a treebank that was edited by hand, outweighs the other sources.
`lexicon_evidence` weighs what the sources say; `lexicon_spelling` and `lexicon_readings` choose.
"""

import argparse
import collections
import lzma
import re
from pathlib import Path

import msgpack
from lexicon_evidence import (
    Ties,
    is_common,
    is_frequent,
    is_glued,
    is_inflected,
    productive_seconds,
    weight,
)
from lexicon_readings import add_readings
from lexicon_sources import Sources, key
from lexicon_spelling import is_inflected_letter, is_right_written_on, parted_form

from cleaners.persian.characters import ZWNJ
from cleaners.persian.inflection import inflection
from cleaners.persian.lexicon import Lexicon

__all__ = ["decide", "main", "write_sections"]

# House style: these two pronouns stay as typed.
_LEFT_AS_TYPED = re.compile(f"^(?:آن|این){ZWNJ}ها")
# Past stems that name an act, though no list calls them nouns: «زمان‌های پخت».
_NOUNS_OF_AN_ACT = frozenset({"پخت", "کاشت", "باخت", "زیست", "تاخت", "یافت"})
_PRONOUN_PLURALS = re.compile("(?:آن|این)ها(?:ی|یی|ست|یند|یم|یش)?")


def main() -> None:
    """Read the sources, make the decisions, and write the data file."""
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


def decide(sources: Sources) -> Lexicon:
    """Return the lexicon that the sources agree on best."""
    verbs = _verb_tails(sources)
    chosen = _choose_forms(sources)
    readings, firm = add_readings(sources, chosen)
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
        gradable=_gradable_words(sources, plain),
        sounded_heh=frozenset(sources.sounded_heh),
        forms=forms,
        joinable=frozenset(joinable),
        readings=readings,
        firm_plurals=frozenset(firm),
        verbs=verbs,
        finite=_finite_verbs(sources),
        seconds=seconds,
        bound=bound,
        firsts=firsts,
    )


def _verb_tails(sources: Sources) -> frozenset[str]:
    """Return what may follow `می‌` and `نمی‌`, from the lists and by conjugation."""
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


def _finite_verbs(sources: Sources) -> frozenset[str]:
    """Return the finite verbs without می that are in use and can be nothing else: `زدند`, `نماند`.

    A bare present stem with `م` is mostly a noun (`تنم`), and with a short stem any word (`برند`).
    """
    found: set[str] = set()
    for past, present in sources.verbs:
        if past.isalpha():
            bare = "" if past in _NOUNS_OF_AN_ACT else past
            found |= {bare, *(past + ending for ending in ("م", "یم", "ید", "ند"))}
            found |= {_prefixed("ن", past) + e for e in ("", "م", "یم", "ید", "ند")}
        if present.isalpha():
            for prefix in ("ن", "ب"):
                found |= {_prefixed(prefix, present) + e for e in ("م", "د", "یم", "ید", "ند")}
            if len(present) > 2:
                found |= {present + ending for ending in ("د", "یم", "ند")}
    others = sources.nouns | sources.adjectives | sources.adverbs
    return frozenset(verb for verb in found - others if len(verb) > 2 and sources.known(verb) > 0)


def _prefixed(prefix: str, stem: str) -> str:
    return prefix + (f"یا{stem[1:]}" if stem[0] == "آ" else stem)


def _choose_forms(sources: Sources) -> set[str]:
    """Return one form for each word."""
    by_key = _spellings(sources)
    chosen: set[str] = set()
    left_as_typed: set[str] = set()
    for k, candidates in by_key.items():
        best = min(candidates, key=lambda form: (-weight(sources, form), form))
        if weight(sources, best) < 0.8:
            continue
        if _LEFT_AS_TYPED.search(best) or _PRONOUN_PLURALS.fullmatch(k):
            best = k
        elif (parted := parted_form(sources, candidates)) is not None:
            if is_inflected_letter(parted):
                continue  # آیین‌نامه‌های is as آیین‌نامه
            best = parted
        elif is_right_written_on(sources, best, k):
            left_as_typed.add(k)
            best = k
        chosen.add(best)
    chosen -= {word for word in chosen if is_inflected(sources, word, chosen)}
    chosen -= {word for word in chosen if is_glued(sources, word)}
    people = {word for word in chosen if ZWNJ not in word and f"{word}ان" in by_key}
    chosen -= _forms_of_words_left_as_typed(sources, chosen, left_as_typed, people)
    return chosen


def _spellings(sources: Sources) -> dict[str, set[str]]:
    """Return all spellings in the sources, by what is left when the half-spaces are lost."""
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
    return by_key


def _forms_of_words_left_as_typed(
    sources: Sources, chosen: set[str], left_as_typed: set[str], people: set[str]
) -> set[str]:
    """Return the forms with half-spaces of words that are left as typed.

    Such a word is left as typed in all its forms: سهامدار، سهامداران؛ باغدار، باغداران.
    """
    return {
        word
        for word in chosen
        if ZWNJ in word
        and sources.perdt[word] < 5
        and any(
            word.endswith(ending)
            and (
                key(word).removesuffix(ending) in left_as_typed
                or (ending == "ان" and key(word).removesuffix(ending) in people)
            )
            for ending in _RULES.attached
        )
    }


def _gradable_words(sources: Sources, plain: set[str]) -> frozenset[str]:
    """Return the words that take تر: adjectives, adverbs, and words attested with it.

    After any other word, a separate تر is the adjective "wet": «چشم تر», «نان تر و تازه».
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
    # A yeh turns nouns into adjectives (کاربرد: کاربردی), but also adjectives into nouns (شیرینی).
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
        "readings": (
            ("+" if k in lexicon.firm_plurals else "") + f"{a}\t{b}"
            for k, (a, b) in lexicon.readings.items()
        ),
        "verbs": lexicon.verbs,
        "finite": lexicon.finite,
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
