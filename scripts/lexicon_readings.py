"""Decide what a word in ‑های is whose half-space is lost: a plural, or a word in ‑ه with a yeh.

`حرفهای` can be `حرف‌های` or `حرفه‌ای`. Where only one of them is to be expected it is the word's
form; where both are, both are kept and the words around it decide.
"""

from lexicon_evidence import is_common, reading_weight
from lexicon_sources import Sources, key

from cleaners.persian.characters import NON_JOINING, ZWNJ

__all__ = ["add_readings"]

# The plurals by which a noun shows that it is counted.
_PLURALS = ("ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "هاست")
# How often a noun in ‑ه has an indefinite yeh, in UD PerDT: `خانه‌ای` among all that is خانه.
_INDEFINITE_RATE = 0.05
# A preposition follows the indefinite ten times as often as the plural: «چشمه‌ای در», «چشم‌های در».
_BEFORE_PREPOSITION = 0.1
# As seldom as this beside its stem, a word in ‑ه is not to be expected where nothing tells.
_BESIDE_STEM, _BESIDE_ADJECTIVE = 0.03, 0.05
# A plural is firm where its stem is met as often as this beside the word in ‑ه: not آیین, پل.
_FIRM_BESIDE = 5
# A noun that is met as often as this, and never in the plural, is not counted: میان, صرف.
_OFTEN = 20


def add_readings(sources: Sources, chosen: set[str]) -> tuple[dict[str, tuple[str, str]], set[str]]:
    """Decide all words in ‑های of two readings; put what is certain into `chosen`.

    Returns:
        The words with two readings, the likelier first, by key; and those keys whose plural is so
        frequent that a preposition may well follow it.
    """
    readings: dict[str, tuple[str, str]] = {}
    firm: set[str] = set()
    listed = sources.nouns | sources.adjectives
    for word in sorted(chosen):
        if not word.endswith("ه") or len(word) < 3:
            continue
        stem = word[:-1]
        if stem not in chosen or word in sources.sounded_heh or word[-2] in "او":
            continue
        joint = "" if word[-2] in NON_JOINING else ZWNJ
        plural, indefinite = f"{stem}{joint}های", f"{word}{ZWNJ}ای"
        k = key(plural)
        if joint and k in chosen:
            continue
        chosen -= {plural, indefinite}
        if joint and f"{stem}ها" in chosen and is_common(sources, f"{stem}ها"):
            continue  # اشتهای: its stem is not اشت
        if joint and _is_hardly_pluralized(sources, stem, chosen):
            if is_common(sources, word) or sources.known(indefinite) or word in listed:
                chosen.add(indefinite)
            continue
        likelier, rarer = _indefinite_or_plural(sources, stem, joint)
        if joint and likelier == plural and _is_noun(sources, word):
            if _is_uncounted(sources, stem, is_far_likelier=rarer is None):
                likelier, rarer = indefinite, plural
            else:
                if rarer is None and _is_firm(sources, stem):
                    firm.add(k)
                rarer = indefinite
        chosen.add(likelier)
        if rarer:
            readings[k] = (likelier, rarer)
    return readings, firm


def _is_hardly_pluralized(sources: Sources, stem: str, chosen: set[str]) -> bool:
    """Return whether `stem` is noise of the lists (`طلیع`), or a plural itself (`دوستان`)."""
    if _times_pluralized(sources, stem):
        return False
    noun = stem.removesuffix("ان")
    is_plural = stem not in sources.countable and noun != stem and len(noun) > 1
    return not is_common(sources, stem) or (
        is_plural and noun in chosen and is_common(sources, noun)
    )


def _is_noun(sources: Sources, word: str) -> bool:
    """Return whether `word` is a noun that is in use."""
    return word in sources.countable and is_common(sources, word)


def _is_uncounted(sources: Sources, stem: str, *, is_far_likelier: bool) -> bool:
    """Return whether `stem` is no countable noun, so that only `stem` and a heh is: `ویرانه‌ای`."""
    if _times_pluralized(sources, stem):
        return False
    often, beside = _frequency(sources, stem), _frequency(sources, f"{stem}ه")
    if stem in sources.countable:
        share = _BESIDE_ADJECTIVE if stem in sources.adjectives else _BESIDE_STEM
        return is_far_likelier and often >= _OFTEN and beside >= share * often
    return stem not in sources.adjectives or beside >= _BESIDE_ADJECTIVE * often


def _is_firm(sources: Sources, stem: str) -> bool:
    """Return whether the plural of `stem` outweighs the indefinite even before a preposition."""
    often = _frequency(sources, f"{stem}ه")
    expected = _INDEFINITE_RATE * often
    if _frequency(sources, stem) < _FIRM_BESIDE * often:
        return False
    return expected <= _BEFORE_PREPOSITION * max(_times_pluralized(sources, stem), 0.5)


def _times_pluralized(sources: Sources, stem: str) -> float:
    """Return how often plurals of `stem` are met."""
    forms = [f"{stem}{ZWNJ}{ending}" for ending in _PLURALS]
    return sum(sources.perdt[form] + 0.4 * sources.wordfreq[form] for form in forms)


def _frequency(sources: Sources, word: str) -> float:
    """Return how often `word` is met, in occurrences in a corpus of PerDT's size."""
    return sources.perdt[word] + 0.2 * sources.wordfreq[word]


def _indefinite_or_plural(sources: Sources, stem: str, joint: str) -> tuple[str, str | None]:
    """Return the likelier form of `stem` and a heh, and the rarer one if it is to be expected.

    The two are the plural of `stem` (`حرف‌های`) and the word in ‑ه with an indefinite yeh
    (`حرفه‌ای`); once the half-space is lost they are typed alike.
    """
    word = f"{stem}ه"
    plural, indefinite = f"{stem}{joint}های", f"{word}{ZWNJ}ای"
    plural_weight = reading_weight(sources, stem, f"{joint}های")
    indefinite_weight = reading_weight(sources, word, f"{ZWNJ}ای")
    if stem.endswith("ی") and word in sources.nouns and not _is_pluralized(sources, stem):
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


def _is_pluralized(sources: Sources, stem: str) -> bool:
    """Return whether two plurals of `stem` are attested: `روسی‌ها` and `روسی‌های`."""
    plurals = [f"{stem}{ZWNJ}{ending}" for ending in ("ها", "های", "هایی")]
    return sum(sources.known(form) > 0 for form in plurals) > 1
