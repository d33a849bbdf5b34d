"""When texts count as the same, nearly the same, or one inside the other."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.duplicates import anchors, bands, compare, letters, shingles
from tests.sample_pages import article_pages

TEXTS = ["\n\n".join(page.expected()["body"]) for page in article_pages()]
LONG = max(TEXTS, key=len)


def alike(one: str, other: str):
    return compare(shingles(letters(one)), shingles(letters(other)))


@pytest.mark.parametrize(
    "copy",
    [
        LONG.replace("\u200c", ""),
        LONG.replace("\u200c", " "),
        LONG.replace("ی", "ي").replace("ک", "ك"),
        LONG.replace("،", " ، ").replace("\n\n", "\n"),
    ],
)
def test_writing_makes_no_difference(copy):
    assert letters(copy) == letters(LONG)


def test_boilerplate_around_it_leaves_a_text_near():
    found = alike(LONG, f"خبرگزاری کار ایران | صفحه نخست\n{LONG}\nانتهای پیام/\nنظر شما چیست؟")
    assert found is not None
    assert found.kind == "near"
    assert found.score > 0.9


def test_half_of_a_text_is_contained_in_it():
    found = alike(LONG, LONG[: len(LONG) // 2])
    assert found is not None
    assert found.kind == "contained"
    assert found.score == 1.0


def test_a_phrase_is_no_excerpt():
    assert alike(LONG, LONG[:40]) is None


def test_different_articles_are_not_alike():
    distinct = {letters(text): text for text in TEXTS}
    pages = list(distinct.values())
    assert not [
        (one[:40], other[:40])
        for place, one in enumerate(pages)
        for other in pages[:place]
        if alike(one, other)
    ]


def test_likeness_is_the_jaccard_similarity_of_runs_of_five():
    one, other = "آموزش فنی و حرفه‌ای استان", "آموزش فنی و حرفه‌ای کشور"
    runs = [{letters(t)[i : i + 5] for i in range(len(letters(t)) - 4)} for t in (one, other)]
    expected = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
    found = alike(one, other)
    assert found is not None
    assert found.score == pytest.approx(expected)


def test_copies_share_a_key():
    random.seed(4)
    for text in TEXTS:
        words = text.split(" ")
        for place in random.sample(range(len(words)), len(words) // 25):
            words[place] = "دیگر"
        one, other = letters(text), letters(" ".join(words))
        assert set(bands(one) + anchors(one)) & set(bands(other) + anchors(other))


def test_an_excerpt_shares_the_anchors_that_stand_in_it():
    coded = letters(LONG)
    middle = coded[len(coded) // 3 : len(coded) * 2 // 3]
    assert len(anchors(middle)) > 5
    assert set(anchors(middle)) <= set(anchors(coded))


def test_keys_are_the_same_in_every_process():
    code = "from cleaners.duplicates import *; print(bands(%r) + anchors(%r))"
    coded = letters(LONG)
    for seed in "12":
        told = subprocess.run(
            [sys.executable, "-c", code % (coded, coded)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
        assert sorted(json.loads(told.stdout)) == sorted(bands(coded) + anchors(coded))


@given(st.text())
def test_any_text_has_letters_shingles_and_keys(text):
    coded = letters(text)
    assert len(shingles(coded)) >= 1
    assert all(0 <= key < 2**61 for key in bands(coded) + anchors(coded))
