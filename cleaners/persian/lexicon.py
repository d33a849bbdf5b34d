"""The words that Persian text is mended with, loaded when they are first needed.

`data/lexicon.txt.xz` is made by `scripts/build_lexicon.py`, which names its sources.
It holds sections, each a line `[name]` and then one entry a line:

- `frequent`, `common` and `rare`: words written without a half-space.
- `gradable`: words that take تر and ترین.
- `sounded_heh`: words that end in a heh that is spoken (`توجه`), unlike `خانه`.
- `forms`: words written with half-spaces. A leading `+` marks those whose
  parts, typed apart, are this word and nothing else (`تصمیم گیری`).
- `readings`: words with two readings once their half-space is lost, as
  `plural⇥adjective` (`حرف‌های⇥حرفه‌ای`), the likelier one first.
- `verbs`: what may follow `می‌` and `نمی‌`.
- `seconds`: productive second parts of compounds (`سازی`); `bound` ones
  hardly ever stand alone in UD PerDT. (Those that do elsewhere, such as `دوز`,
  are `own_seconds` in `data/half_spaces.toml`.)
- `firsts`: productive first parts (`بی`, `هم`).
"""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from cleaners.persian.characters import NON_JOINING

__all__ = [
    "NON_JOINING",
    "ZWNJ",
    "Context",
    "Inflection",
    "Lexicon",
    "Reading",
    "context",
    "inflection",
    "lexicon",
]

_DATA = Path(__file__).parent / "data"

ZWNJ = "\u200c"


# The heh of حبیب‌اللهی is sounded, whatever stands before it.
_ALLAH: Final = "الله"
# Letters that the stem of the past ends with: آمد, گفت.
_ENDS_PAST: Final = frozenset("تد")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word tables; every key is a word without half-spaces."""

    plain: frozenset[str]
    common: frozenset[str]
    frequent: frozenset[str]
    gradable: frozenset[str]
    sounded_heh: frozenset[str]
    forms: dict[str, str]
    joinable: frozenset[str]
    readings: dict[str, tuple[str, str]]
    verbs: frozenset[str]
    """What may follow می, as it is written."""
    seconds: frozenset[str]
    bound: frozenset[str]
    firsts: frozenset[str]
    spoken_verbs: frozenset[str] = frozenset()
    """What may follow می as it is spoken: گه, خواد."""
    also_words: frozenset[str] = frozenset()
    """Those of them that are words of their own: ده."""
    whole: frozenset[str] = frozenset()
    """Words that are never taken apart, whatever they look like."""
    never_second: frozenset[str] = frozenset()
    """Frequent words that end no compound which the other lists do not have."""
    never_first: frozenset[str] = frozenset()
    """Short words that begin none."""
    silent_heh: frozenset[str] = frozenset()
    """Words whose ه is silent though it stands behind و: میوه."""

    def is_verb(self, tail: str) -> bool:
        """Tell whether `tail` apart from می before it is its verb, as it is written or spoken."""
        return tail in self.verbs or (tail in self.spoken_verbs and tail not in self.also_words)

    def is_past_stem(self, word: str) -> bool:
        """Tell whether `word` with a heh is a participle: آمد of آمده, but چشم is none."""
        return word[-1:] in _ENDS_PAST and word in self.verbs and word + "ه" in self.plain

    def is_common(self, word: str) -> bool:
        """Tell whether a word is common, or has a half-space in its own form."""
        return word in self.common or word in self.forms

    def bound_bases(self) -> dict[str, str]:
        """Return what is bound in second parts: all of نگری, گرا of گرایان, دهنده of دهندهٔ."""
        return {b + ending: b for ending in ("یان", "ان", "ٔ", "") for b in self.bound}

    def has_silent_heh(self, word: str) -> bool:
        """Tell whether `word` ends with a silent ه, so that an ending takes a half-space."""
        if len(word) < 3 or word[-1] != "ه" or word in self.sounded_heh:
            return False
        if word.endswith(_ALLAH):
            return False
        return word[-2] not in "او" or word in self.silent_heh


@dataclass(frozen=True, slots=True)
class Inflection:
    """The endings and verb prefixes of `data/half_spaces.toml`, by their key."""

    plural: dict[str, str]
    spoken_plural: frozenset[str]
    """Plurals as people speak, which are told from names only where they are typed apart."""
    spoken_plural_of: frozenset[str]
    """The only nouns that take them."""
    comparative: dict[str, str]
    after_heh: dict[str, str]
    after_yeh: dict[str, str]
    attached: frozenset[str]
    verb_prefixes: frozenset[str]
    name_parts: frozenset[str]
    names_as_typed: frozenset[str]


def _read_lexicon(text: str) -> Lexicon:
    """Return the lexicon written in `text`, in the form of the data file."""
    sections: dict[str, list[str]] = {}
    for part in text.split("\n["):
        head, _, rest = part.partition("\n")
        sections[head.strip("[]")] = rest.split("\n") if rest else []
    marked = sections.get("forms", [])
    forms = [form.removeprefix("+") for form in marked]
    readings: dict[str, tuple[str, str]] = {}
    for line in sections.get("readings", []):
        first, _, second = line.partition("\t")
        readings[first.replace(ZWNJ, "")] = (first, second)
    frequent = frozenset(sections.get("frequent", ()))
    common = frequent.union(sections.get("common", ()))
    plain = common.union(sections.get("rare", ()))
    # A second part such as وجو is no word, so جست وجو is one, marked or not.
    with_and = {
        first + second
        for first, _, second in (form.partition(ZWNJ) for form in forms if f"{ZWNJ}و" in form)
        if second[:1] == "و" and second not in plain and second[1:] in plain
    }
    return Lexicon(
        plain=plain,
        common=common,
        frequent=frequent,
        gradable=frozenset(sections.get("gradable", ())),
        sounded_heh=frozenset(sections.get("sounded_heh", ())),
        forms={form.replace(ZWNJ, ""): form for form in forms},
        joinable=frozenset(form[1:].replace(ZWNJ, "") for form in marked if form[:1] == "+")
        | with_and,
        readings=readings,
        verbs=frozenset(sections.get("verbs", ())),
        seconds=frozenset(sections.get("seconds", ())),
        bound=frozenset(sections.get("bound", ())),
        firsts=frozenset(sections.get("firsts", ())),
    )


@cache
def lexicon() -> Lexicon:
    """Return the lexicon that ships with the package."""
    import lzma  # not needed before the first word is mended

    packed = (_DATA / "lexicon.txt.xz").read_bytes()
    tables = _half_space_tables()
    found = _read_lexicon(lzma.decompress(packed).decode())
    spoken = tables["verbs"]["spoken"]
    found = replace(
        found, spoken_verbs=_spoken_verbs(spoken), also_words=frozenset(spoken["also_words"])
    )
    return _completed(found, tables["words"])


def _spoken_verbs(table: dict[str, list[str]]) -> frozenset[str]:
    return frozenset(
        stem + ending
        for stems in ("present", "after_vowel", "past")
        for stem in table[stems]
        for ending in table[f"{stems}_endings"]
    )


def _completed(found: Lexicon, words: dict[str, Any]) -> Lexicon:
    """Return a lexicon with the `words` of `data/half_spaces.toml`, which no published list has."""
    counted = words["counted"]
    compounds = [number + ZWNJ + unit for number in counted["numbers"] for unit in counted["units"]]
    for ending in ("", "ین"):
        compounds += [
            f"{ten}{ZWNJ}و{o}{ending}" for ten in counted["tens"] for o in counted["ordinals"]
        ]
    whole, joined = frozenset(words["whole"]), _by_key(words["joined"] + compounds)
    readings = {first.replace(ZWNJ, ""): (first, second) for first, second in words["readings"]}
    return replace(
        found,
        plain=found.plain | whole,
        whole=whole,
        forms=found.forms | _by_key(words["forms"]) | joined,
        joinable=found.joinable.union(joined),
        firsts=found.firsts.union(words["firsts"]),
        readings=found.readings | readings,
        sounded_heh=found.sounded_heh.union(_by_key(words["sounded_heh"])),
        silent_heh=frozenset(words["silent_heh"]),
        never_second=frozenset(words["never_second"]),
        never_first=frozenset(words["never_first"]),
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """What tells which of its two readings a word has: the plural, or the one in ‑ای."""

    singular_before: frozenset[str] = frozenset()
    """The last word before it, or the last two, that make the reading in ‑ای sure."""
    singular_behind: frozenset[str] = frozenset()
    """The first word behind it, or the first two, that do."""
    plural_behind: frozenset[str] = frozenset()
    """The word behind it that makes the plural sure."""
    plural_before: frozenset[str] = frozenset()
    """The word before it that makes the plural likelier."""
    unless: frozenset[str] = frozenset()
    """The words behind it before which that word tells nothing."""


@dataclass(frozen=True, slots=True)
class Context:
    """The word lists of `data/half_spaces.toml` that decide by what stands beside a word."""

    numbers: frozenset[str]
    """Numbers that make a compound with what they count: هشت‌ساله."""
    given_names: frozenset[str]
    """Names of people that are no other words."""
    no_ending: frozenset[str]
    own_words: frozenset[str]
    noun_before: frozenset[str]
    no_compound: frozenset[str]
    pairs: frozenset[str]
    together: frozenset[str]
    own_seconds: frozenset[str]
    places_before: frozenset[str]
    phrases: frozenset[str]
    sure: frozenset[str]
    after_fellow: frozenset[str]
    spans_of_time: frozenset[str]
    clause_begins: frozenset[str]
    host_before: frozenset[str]
    hosting: frozenset[str]
    called: frozenset[str]
    """Who or what an ای before it calls."""
    letters: dict[str, bool]
    """English names of letters; True for those that are no Persian words."""
    month_before: frozenset[str]
    no_noun_follows: frozenset[str]
    clause_goes_on: frozenset[str]
    possessor_follows: frozenset[str]
    singular_before: frozenset[str]
    measures: frozenset[str]
    """What a number behind a word with two readings measures, so that it is a singular."""
    readings: dict[str, Reading]
    """A word with two readings → what tells which."""
    plural_after_and: dict[str, tuple[str, frozenset[str]]]
    """A plural without its half-space → the plural, and the words before و that make it sure."""
    particles: frozenset[str]
    after_words: frozenset[str]
    after_verbs: frozenset[str]
    never_attached: frozenset[str]
    after_number: frozenset[str]
    noun_before_verb: dict[str, tuple[str, ...]]
    """A prefix of verbs that looks like a noun → how verbs begin behind the noun."""
    prefixes: frozenset[str]
    written_on: frozenset[str]


@cache
def context() -> Context:
    """Return the lists for decisions by context."""
    tables = _half_space_tables()
    apart, beside, glued = tables["apart"], tables["context"], tables["glued"]
    return Context(
        numbers=frozenset(tables["words"]["counted"]["numbers"]),
        given_names=frozenset(name.replace(ZWNJ, "") for name in tables["names"]["given"]),
        no_ending=frozenset(apart["no_ending"]),
        own_words=frozenset(apart["own_words"]),
        noun_before=frozenset(apart["noun_before"]),
        no_compound=frozenset(apart["no_ending"] + apart["no_compound"]),
        pairs=frozenset(apart["pairs"]),
        together=frozenset(apart["together"]),
        own_seconds=frozenset(apart["own_seconds"]),
        places_before=frozenset(apart["places_before"]),
        phrases=frozenset(apart["phrases"]),
        sure=frozenset(apart["sure"]),
        after_fellow=frozenset(apart["after_fellow"]),
        spans_of_time=frozenset(apart["spans_of_time"]),
        clause_begins=frozenset(apart["clause_begins"]),
        host_before=frozenset(apart["host_before"]),
        hosting=frozenset(apart["hosting"]),
        called=frozenset(apart["called"]),
        letters=dict.fromkeys(apart["doubtful_letters"], False)
        | dict.fromkeys(apart["letters"], True),
        month_before=frozenset(apart["month_before"]),
        no_noun_follows=frozenset(beside["no_noun_follows"]),
        clause_goes_on=frozenset(beside["clause_goes_on"]),
        possessor_follows=frozenset(beside["possessor_follows"]),
        singular_before=frozenset(beside["singular_before"]),
        measures=frozenset(beside["measures"]),
        readings={
            word: Reading(**{key: frozenset(words) for key, words in table.items()})
            for word, table in beside["reading"].items()
        },
        plural_after_and={
            plural.replace(ZWNJ, ""): (plural, frozenset(words))
            for plural, words in beside["plural_after_and"].items()
        },
        particles=frozenset(glued["particles"]),
        after_words=frozenset(glued["after_words"]),
        after_verbs=frozenset(glued["after_verbs"]),
        never_attached=frozenset(glued["never_attached"]),
        after_number=frozenset(glued["after_number"]),
        noun_before_verb={
            noun: tuple(begins) for noun, begins in tables["verbs"]["noun_before"].items()
        },
        prefixes=frozenset(apart["prefixes"]),
        written_on=frozenset(apart["written_on"]),
    )


@cache
def _half_space_tables() -> dict[str, Any]:
    import tomllib

    source = (_DATA / "half_spaces.toml").read_text("utf-8")
    return tomllib.loads(source)


def _by_key(endings: list[str]) -> dict[str, str]:
    return {ending.replace(ZWNJ, ""): ending for ending in endings}


@cache
def inflection() -> Inflection:
    """Return the endings and prefixes that inflected words are made with."""
    tables = _half_space_tables()
    endings = tables["inflection"]
    return Inflection(
        plural=_by_key(endings["plural"]),
        spoken_plural=frozenset(endings["spoken_plural"]),
        spoken_plural_of=frozenset(endings["spoken_plural_of"]),
        comparative=_by_key(endings["comparative"]),
        after_heh=_by_key(endings["after_heh"]),
        after_yeh=_by_key(endings["after_yeh"]),
        attached=frozenset(endings["attached"]),
        verb_prefixes=frozenset(tables["verbs"]["prefixes"]),
        name_parts=frozenset(tables["names"]["parts"]),
        names_as_typed=frozenset(tables["names"]["as_typed"]),
    )
