"""What holds for every string, whatever it is."""

import unicodedata

import hypothesis.strategies as st
import pytest
from hypothesis import example, given, settings

from cleaners.persian import Repairs, normalize, repair_paragraphs
from cleaners.persian.protected import find_protected

PIECES = (
    "می نمی ها های هایی ای ام اند تر ترین و در را از به بی هم که کتاب کتابهای خانه خانهای حرفهای "
    "فنی وحرفه حرفه شده است سازی گذاری نفر ده رابطهای نرم افزار تصمیم گیری نهاد "
    "، . .. … …… ؛ : « » ( ) ! ؟ - – / "
    "۱۲ 12 3.5 ۱۴۰۴/۰۷/۱۵ A4 GPT-4o x.ir https://a.b/می-شود #تگ_ها "
    "@me و/یا کووید-19 "
    '\u200c \u200d \u200b \u00a0 \u0640 \u064e \u0654 \ue000 ۀ ي ك ﻻ ﷼ ﷺ \n " % 😀'
).split(" ")
persian_looking = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "  ", "\u200c"])), max_size=12
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))
any_text = st.one_of(persian_looking, st.text(max_size=60))

FOLD = str.maketrans("يىےكڪہەھ", "یییککههه")


def letters(text):
    """Return the letters and digits of `text`, Arabic forms folded."""
    plain = "".join(
        unicodedata.normalize("NFKC", c) if "\ufb50" <= c <= "\ufefc" and c not in "ﷺ﷼" else c
        for c in text
    )
    return [c for c in plain.translate(FOLD) if c.isalnum() and c != "\u0640"]


@settings(max_examples=600, deadline=None)
@given(any_text)
@example("خسته کنندهای")
@example("می » » )")
@example("خانه » اخبار » ورزش » )")
@example("پیدا،\u200cدر")
@example("می۱۲\u200cمی")
@example("ـ\u200cـ\u200cك")
@example("\n ـمی")
@example("\n\u00a0ـمی")
def test_is_idempotent(text):
    once = normalize(text)
    assert normalize(once) == once


@settings(max_examples=400, deadline=None)
@given(any_text)
def test_keeps_the_letters(text):
    assert letters(normalize(text)) == letters(text)


@settings(max_examples=300, deadline=None)
@given(any_text)
def test_keeps_the_lines(text):
    assert normalize(text).count("\n") == text.count("\n")


@settings(max_examples=300, deadline=None)
@given(persian_looking)
def test_keeps_protected_spans(text):
    kept = normalize(text)
    for span in find_protected(" ".join(PIECES)):
        assert kept.count(span) >= (span in text.split(" "))


@settings(max_examples=300, deadline=None)
@given(any_text)
def test_changes_rebuild_the_text(text):
    report = normalize(text, report=True)
    rebuilt, at = [], 0
    for change in report.changes:
        rebuilt += [text[at : change.start], change.after]
        assert text.startswith(change.before, change.start)
        at = change.start + len(change.before)
    assert "".join(rebuilt) + text[at:] == report.text
    assert bool(report.changes) == (text != report.text)


@settings(max_examples=200, deadline=None)
@given(any_text, st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_every_choice_keeps_the_letters(text, characters, spacing, half_spaces, glued):
    repairs = Repairs(
        characters=characters, spacing=spacing, half_spaces=half_spaces, glued_words=glued
    )
    assert letters(normalize(text, repairs)) == letters(text)


@settings(max_examples=400, deadline=None)
@given(persian_looking)
@example("گرفت .. وی")
@example("« سلام »، گفت")
def test_stretches_are_mended_like_the_whole_line(text):
    """What the sets of sound and settled chunks leave out would not have been changed."""
    quick = normalize(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "cleaners.persian.normalization.stretches_to_mend", lambda chunks: [(0, len(chunks))]
        )
        patch.setattr("cleaners.persian.half_spaces._around", lambda _, count: list(range(count)))
        assert normalize(text) == quick


@settings(max_examples=200, deadline=None)
@given(st.lists(persian_looking, max_size=6))
def test_paragraph_repair_keeps_the_letters(paragraphs):
    repaired = repair_paragraphs(paragraphs)
    assert letters("".join(repaired)) == letters("".join(paragraphs))


@pytest.mark.parametrize(
    "text",
    ["م" * 100_000, "می" * 50_000, "ها " * 30_000, "." * 100_000, ". " * 50_000, "،" * 100_000,
     " " * 100_000, "\u200c" * 100_000, "«" * 100_000, "(ص" * 50_000, "a-" * 50_000, "۱." * 50_000,
     "و/یا" * 25_000, "x." * 50_000, "http://" * 20_000, "@" * 100_000, "ـ" * 100_000,
     "م\u064e" * 50_000, "«م» " * 25_000, "م(م)" * 25_000,
     "م" * 100_000 + ". ها", "۱" * 100_000 + " سلام.گفت", "ب\u200c" * 50_000 + " سلام.گفت"],
    ids=lambda text: ascii(text[:8]),
)  # fmt: skip
def test_long_runs_take_no_time(text):
    import time

    started = time.perf_counter()
    normalize(text)
    # Linear is some hundredths of a second, quadratic half a minute.
    assert time.perf_counter() - started < 10
