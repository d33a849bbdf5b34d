"""Persian as it is meant to be written: characters, spacing, half-spaces."""

from cleaners.persian.normalization import normalize, normalize_counted
from cleaners.persian.paragraphs import repair_paragraphs
from cleaners.persian.repairs import Change, Normalized, Repairs
from cleaners.persian.tokens import sentences, words

__all__ = [
    "Change",
    "Normalized",
    "Repairs",
    "normalize",
    "normalize_counted",
    "repair_paragraphs",
    "sentences",
    "words",
]
