"""Choose between spellings of a word with half-spaces and without them."""

from lexicon_evidence import ENDINGS, is_common, weight
from lexicon_sources import Sources, key

from cleaners.persian.characters import ZWNJ
from cleaners.persian.inflection import inflection

__all__ = ["is_inflected_letter", "is_right_written_on", "parted_form"]

# The second part of آیین‌نامه, and how it looks written on after a noon.
_LETTER, _DOUBLED = f"{ZWNJ}نامه", "ننامه"
_RULES = inflection()
_AFTER_LETTER = frozenset({"ٔ", *_RULES.plural, *_RULES.after_heh})


def is_right_written_on(sources: Sources, form: str, word: str) -> bool:
    """Return whether `word` is as good a spelling as `form`, which has a half-space.

    `یکبار`, `همانطور`, `پلتفرم`, `سهامداران`: dictionaries list them, or many people write them
    like this. Such a word is left as typed unless the edited treebank and general usage together
    write it with a half-space two times in three. (Half of the spellings without one are put down
    to haste.)
    """
    if ZWNJ not in form or form.rpartition(ZWNJ)[2] in ENDINGS:
        return False
    lists = sum(word in words for words in (sources.hazm, sources.lilak, sources.shekar))
    if lists < 2 and sources.wordfreq[word] < 1:
        return False
    halved = sources.perdt[form] + 0.4 * sources.wordfreq[form]
    written_on = sources.perdt[word] + 0.2 * sources.wordfreq[word] + 0.3 * lists
    return halved < 2.0 * written_on


def parted_form(sources: Sources, candidates: set[str]) -> str | None:
    """Return the spelling of a word that two rules ask for, whatever the sources prefer.

    A silent heh is never written on (`نیمه‌جان`), and neither is `به` within a word. Of compounds in
    ‑نامه those that are customarily written on stay so (house style): `شناسنامه`, `گواهینامه`.
    """
    for form in sorted(candidates, key=lambda form: (-weight(sources, form), form)):
        stem, letter, rest = form.partition(_LETTER)
        if not letter and (at := form.find(_DOUBLED)) > 0 and form[: at + 1] in sources.hazm:
            stem, rest = form[: at + 1], form[at + len(_DOUBLED) :]  # امان‌نامه
            letter = _LETTER
        if letter and weight(sources, form) >= 0.8:
            return (
                key(stem + letter) + rest if _is_customary(sources, stem) else stem + letter + rest
            )
        *firsts, last = form.split(ZWNJ)
        is_seamed = "به" in firsts[1:] or any(
            len(first) > 3 and _has_silent_heh(sources, first) for first in firsts
        )
        if is_seamed and last not in ENDINGS and sources.perdt[key(form)] < 3:
            return form
    return None


def is_inflected_letter(form: str) -> bool:
    """Return whether `form` is a compound in ‑نامه with an ending: `آیین‌نامه‌های`."""
    return form.rpartition(_LETTER[1:])[2].strip(ZWNJ) in _AFTER_LETTER


def _has_silent_heh(sources: Sources, word: str) -> bool:
    """Return whether `word` is a noun or an adjective that ends like `نیمه`, not like `گروه`."""
    is_heh = word.endswith("ه") and word[-2] not in "او" and word not in sources.sounded_heh
    return is_heh and (word in sources.countable or word in sources.adjectives)


def _is_customary(sources: Sources, stem: str) -> bool:
    """Return whether `stem` and نامه are met as one word: `گواهینامه`, but not `پایاننامه`."""
    if stem.endswith("ن") or _has_silent_heh(sources, stem):
        return False
    word = f"{key(stem)}نامه"
    return sources.wordfreq[word] >= 1 or is_common(sources, word)
