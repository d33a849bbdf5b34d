"""Weigh what the sources say for a word."""

from lexicon_sources import Sources

from cleaners.persian.characters import ZWNJ

__all__ = ["is_common", "is_frequent", "reading_weight", "weight"]


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


def is_frequent(sources: Sources, word: str) -> bool:
    """Tell whether `word` is among the few thousand that everyone uses."""
    return sources.perdt[word] >= 8 or sources.wordfreq[word] > 40


def is_common(sources: Sources, word: str) -> bool:
    """Tell whether `word` is frequent enough to be trusted as a part of others."""
    return (
        sources.perdt[word] > 0
        or sources.wordfreq[word] > 2
        or (sources.shekar[word] > 300_000 and sources.lilak[word] > 0)
    )


def reading_weight(sources: Sources, base: str, ending: str) -> float:
    """Return how often `base` with `ending` is to be expected."""
    form = base + ending
    return (
        sources.perdt[form]
        + 0.4 * sources.wordfreq[form]
        + 0.5 * sources.known(form)
        + 0.02 * (sources.perdt[base] + 0.2 * sources.wordfreq[base])
    )
