"""The strings that repair most easily harms, each with what must come out of it."""

from pathlib import Path

import pytest

from cleaners.persian import normalize

LIST = Path(__file__).parents[2] / "benchmarks" / "hard_strings.tsv"


def hard_strings():
    for line in LIST.read_text("utf-8").splitlines():
        if not line.startswith("# "):
            typed, tab, mended = line.partition("\t")
            yield typed, mended.replace("~", "\u200c") if tab else typed


@pytest.mark.parametrize(("typed", "mended"), list(hard_strings()))
def test_hard_string(typed, mended):
    assert normalize(typed) == mended


@pytest.mark.parametrize(("typed", "mended"), list(hard_strings()))
def test_hard_string_in_a_sentence(typed, mended):
    if typed.startswith("١٠:٥٦") or " " not in typed:
        sentence = normalize(f"او گفت: «{typed}» و رفت.")
        assert sentence == f"او گفت: «{mended}» و رفت."


def test_there_are_many():
    assert len(list(hard_strings())) >= 150
