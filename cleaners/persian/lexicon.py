"""The words that Persian text is mended with, loaded when they are first needed.

`data/lexicon.txt.xz` is made by `scripts/build_lexicon.py`, which names its sources.
It holds sections, each a line `[name]` and then one entry a line:

- `frequent`, `common` and `rare`: words written without a half-space.
- `gradable`: words that take تر and ترین.
- `sounded_heh`: words that end in a heh that is spoken (`توجه`), unlike `خانه`.
- `forms`: words written with half-spaces. A leading `+` marks those whose
  parts, typed apart, are this word and nothing else (`تصمیم گیری`).
- `readings`: words with two readings once their half-space is lost, as
  `plural⇥adjective` (`حرف‌های⇥حرفه‌ای`), the likelier one first. A leading `+`
  marks those whose plural a preposition may follow (`سال‌های⇥ساله‌ای`).
- `verbs`: what may follow `می‌` and `نمی‌`.
- `finite`: verbs without them that can be no other word (`زدند`).
- `seconds`: productive second parts of compounds (`سازی`); `bound` ones
  hardly ever stand alone in UD PerDT. (Those that do elsewhere, such as `دوز`,
  are `own_seconds` in `data/half_spaces.toml`.)
- `firsts`: productive first parts (`بی`, `هم`).
"""

from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from cleaners.persian.characters import NON_JOINING, ZWNJ
from cleaners.persian.spoken import spoken_verbs, without_object
from cleaners.persian.tables import by_key, half_space_tables, spelled

__all__ = ["Lexicon", "lexicon"]

_DATA = Path(__file__).parent / "data"

# The heh of حبیب‌اللهی is pronounced, whatever precedes it.
_ALLAH: Final = "الله"
# Endings by which a noun shows that it is counted.
_PLURALS: Final = ("ها", "هایی", "هایش", "هایشان", "هایم", "هاست", "هایمان")
# Last letters of past stems: آمد, گفت.
_ENDS_PAST: Final = frozenset("تد")
# What follows the heh of a perfect: کرده‌ام.
_AUXILIARIES: Final = frozenset(("ام", "است", "ایم", "اید", "اند"))
# Each makes an adjective of any noun: پراسترس, کم‌ریسک.
_OF_MUCH: Final = ("پر", "کم")
# Fewest letters of that noun, and of one that need not be frequent.
_SHORTEST_NOUN: Final = 3
_LONG_NOUN: Final = 4


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
    """Compounds that can be nothing else where their parts are typed apart, by key."""
    readings: dict[str, tuple[str, str]]
    verbs: frozenset[str]
    """What may follow می, as it is written."""
    seconds: frozenset[str]
    bound: frozenset[str]
    firsts: frozenset[str]
    spoken_verbs: frozenset[str] = frozenset()
    """What may follow می as it is spoken: گه, خواد."""
    also_words: frozenset[str] = frozenset()
    """Those of them that are separate words, too, even after a می that is May: ده."""
    apart: dict[str, str] = field(default_factory=dict)
    """Those of `joinable` that are right as one word, too: لپ‌تاپ, not in `forms`."""
    whole: frozenset[str] = frozenset()
    """Words that are never taken apart, whatever they look like."""
    never_second: frozenset[str] = frozenset()
    """Frequent words that are never the second part of an unlisted compound."""
    never_first: frozenset[str] = frozenset()
    """Short words that are never the first part of one."""
    short_firsts: frozenset[str] = frozenset()
    """Short words that begin many compounds: آدم of آدم‌کشی."""
    never_agents: frozenset[str] = frozenset()
    """Nouns that look like the verb of an agent: روند, whose plural is روندهای."""
    firm_plurals: frozenset[str] = frozenset()
    """Words with two readings whose plural is so frequent that only a sure sign rules it out."""
    uncounted: frozenset[str] = frozenset()
    """Words with two readings whose plural is listed, but hardly met."""
    ordinals: frozenset[str] = frozenset()
    """Ordinals, which are never compared: چهارمتری is no چهارم‌تری."""
    finite: frozenset[str] = frozenset()
    """Verbs without می that can be no other word: زدند, نماند."""
    silent_heh: frozenset[str] = frozenset()
    """Words whose ه is silent though it follows و: میوه."""

    def is_verb(self, tail: str) -> bool:
        """Return whether `tail` typed apart from a می before it is its verb, written or spoken."""
        return (
            tail in self.verbs
            or tail in self.spoken_verbs
            or any(verb in self.verbs or verb in self.spoken_verbs for verb in without_object(tail))
            or self.is_perfect(tail)
        )

    def is_perfect(self, tail: str) -> bool:
        """Return whether `tail`, without half-spaces, is a perfect that may follow می: کرده‌اند."""
        stem, heh, ending = tail.rpartition("ه")
        return bool(heh) and ending in _AUXILIARIES and self.is_past_stem(stem)

    def joint(self, key: str) -> str:
        """Return the compound that the parts of `key`, which is `joinable`, make."""
        return self.apart.get(key) or self.forms[key]

    def is_finite(self, word: str) -> bool:
        """Return whether `word`, without half-spaces, can be nothing but a finite verb."""
        if word in self.finite:
            return True
        tail = word.removeprefix("ن").removeprefix("می")
        is_prefixed = tail != word and tail != word[1:] and word not in self.plain
        return is_prefixed and tail in self.verbs and not tail.endswith(("ه", "ی"))

    def is_past_stem(self, word: str) -> bool:
        """Return whether `word` with a heh is a participle: آمد of آمده, but چشم is not a stem."""
        return word[-1:] in _ENDS_PAST and word in self.verbs and word + "ه" in self.plain

    def is_of_much(self, word: str) -> bool:
        """Return whether پر or کم makes an adjective of a noun, which takes تر: پرتنش, کم‌ریسک."""
        noun = word[2:]
        if not word.startswith(_OF_MUCH) or len(noun) < _SHORTEST_NOUN:
            return False
        return noun in (self.common if len(noun) >= _LONG_NOUN else self.frequent)

    def is_common(self, word: str) -> bool:
        """Return whether a word is common, or has a half-space in its own form."""
        return word in self.common or word in self.forms

    def has_plural(self, noun: str) -> bool:
        """Return whether lists have another plural of `noun` than the one in ‑های."""
        return any(noun + ending in self.forms for ending in _PLURALS)

    def bound_bases(self) -> dict[str, str]:
        """Return the bound part of each second part: all of نگری, گرا of گرایان, دهنده of دهندهٔ."""
        return {b + ending: b for ending in ("یان", "ان", "ٔ", "") for b in self.bound}

    def has_silent_heh(self, word: str) -> bool:
        """Return whether `word` ends with a silent ه, so that an ending takes a half-space."""
        if len(word) < 3 or word[-1] != "ه" or word in self.sounded_heh:
            return False
        if word.endswith(_ALLAH):
            return False
        return word[-2] not in "او" or word in self.silent_heh


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
        first, _, second = line.removeprefix("+").partition("\t")
        readings[first.replace(ZWNJ, "")] = (first, second)
    firm = (line[1:].partition("\t")[0] for line in sections.get("readings", []) if line[0] == "+")
    frequent = frozenset(sections.get("frequent", ()))
    common = frequent.union(sections.get("common", ()))
    plain = common.union(sections.get("rare", ()))
    # A second part such as وجو is not a word, so جست وجو is one, marked or not.
    with_and = {
        first + second.replace(ZWNJ, "")
        for first, _, second in (form.partition(ZWNJ) for form in forms if f"{ZWNJ}و" in form)
        if second[:1] == "و" and second not in common and second[1:].replace(ZWNJ, "") in common
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
        firm_plurals=frozenset(form.replace(ZWNJ, "") for form in firm),
        verbs=frozenset(sections.get("verbs", ())),
        finite=frozenset(sections.get("finite", ())),
        seconds=frozenset(sections.get("seconds", ())),
        bound=frozenset(sections.get("bound", ())),
        firsts=frozenset(sections.get("firsts", ())),
    )


@cache
def lexicon() -> Lexicon:
    """Return the lexicon that ships with the package."""
    import lzma  # not needed before the first word is mended

    packed = (_DATA / "lexicon.txt.xz").read_bytes()
    tables = half_space_tables()
    found = _read_lexicon(lzma.decompress(packed).decode())
    spoken = tables["verbs"]["spoken"]
    found = replace(
        found,
        spoken_verbs=spoken_verbs(spoken, found.verbs, found.plain),
        also_words=frozenset(spoken["also_words"]),
    )
    return _completed(found, tables["words"])


def _paired(tables: list[list[str]]) -> list[str]:
    """Return the compounds of tables of second parts, each with its first parts."""
    return [
        first + ZWNJ + second
        for seconds, firsts in tables
        for second in seconds.split()
        for first in firsts.split()
        if first[-1] not in NON_JOINING
    ]


def _completed(found: Lexicon, words: dict[str, Any]) -> Lexicon:
    """Return a lexicon with the `words` of `data/half_spaces.toml`, which no published list has."""
    counted = words["counted"]
    compounds = [number + ZWNJ + unit for number in counted["numbers"] for unit in counted["units"]]
    for ending in ("", "ین"):
        compounds += [
            f"{ten}{ZWNJ}و{o}{ending}" for ten in counted["tens"] for o in counted["ordinals"]
        ]
    whole, joined = frozenset(words["whole"]), by_key(words["joined"] + compounds)
    apart = by_key(words["typed_apart"] + _paired(words["paired"]))
    single = {key for key in apart if key in found.plain and key not in found.forms}
    joined |= {key: form for key, form in apart.items() if key not in single}
    letters = by_key([spelled(known.split()) for known in words["abbreviations"]])
    new_letters = {key: letters[key] for key in letters.keys() - found.plain}  # انبیای is a word
    readings = {first.replace(ZWNJ, ""): (first, second) for first, second in words["readings"]}
    return replace(
        found,
        plain=found.plain | whole,
        whole=whole,
        forms=found.forms | by_key(words["forms"]) | new_letters | joined,
        joinable=found.joinable.union(joined, apart),
        apart={key: apart[key] for key in single},
        bound=found.bound.union(words["agents"]),
        seconds=found.seconds.union(words["agents"]),
        firsts=found.firsts.union(words["firsts"]),
        readings=found.readings | readings,
        ordinals=frozenset(counted["ordinals"]),
        uncounted=frozenset(f"{noun}های" for noun in words["uncounted"]),
        sounded_heh=found.sounded_heh.union(by_key(words["sounded_heh"])),
        silent_heh=frozenset(words["silent_heh"]),
        never_second=frozenset(words["never_second"]),
        never_first=frozenset(words["never_first"]),
        short_firsts=frozenset(words["short_firsts"]),
        never_agents=frozenset(words["never_agents"]),
    )
