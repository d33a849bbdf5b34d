"""Duplicates in a stream: what a crawl knows already."""

import pytest

from tests.sample_pages import article_pages
from tvto_crawl.dedup.known import KnownTexts

TEXTS = list({"\n\n".join(page.expected()["body"]) for page in article_pages()})
LONG = max(TEXTS, key=len)
HALF = LONG[len(LONG) // 4 : len(LONG) * 3 // 4]


def record(name, text):
    return {"id": name, "text": text}


@pytest.fixture
def known(tmp_path):
    with KnownTexts(tmp_path / "known.sqlite") as texts:
        for number, text in enumerate(TEXTS):
            texts.add(record(f"a:{number}", text))
        yield texts


ORIGINAL = f"a:{TEXTS.index(LONG)}"


def test_different_articles_repeat_nothing(tmp_path):
    with KnownTexts(tmp_path / "k") as texts:
        assert [texts.add(record(f"a:{n}", text)) for n, text in enumerate(TEXTS)] == [
            None for _ in TEXTS
        ]


@pytest.mark.parametrize(
    ("copy", "kind"),
    [
        (LONG.replace("\u200c", ""), "exact"),
        (f"خبرگزاری کار ایران\n{LONG}\nانتهای پیام/", "near"),
        (HALF, "contained"),
    ],
)
def test_a_copy_repeats_its_original(known, copy, kind):
    found = known.add(record("b:1", copy))
    assert found is not None
    assert (found.id, found.kind) == (ORIGINAL, kind)


def test_a_copy_of_a_copy_repeats_the_first(known):
    known.add(record("b:1", f"{LONG} انتهای پیام"))
    found = known.add(record("b:2", f"{LONG} انتهای پیام"))
    assert found is not None
    assert found.id == ORIGINAL


def test_a_longer_article_does_not_repeat_its_excerpt(tmp_path):
    with KnownTexts(tmp_path / "k") as texts:
        texts.add(record("a:1", HALF))
        assert texts.add(record("b:1", LONG)) is None


def test_a_new_version_does_not_repeat_the_old(known):
    assert known.add(record(ORIGINAL, f"{LONG} با تصحیح")) is None


def test_a_new_version_does_not_repeat_its_own_copy(known):
    known.add(record("b:1", f"{LONG} انتهای پیام"))
    assert known.add(record(ORIGINAL, f"{LONG} با تصحیح")) is None


def test_a_text_is_known_while_a_copy_of_it_is(known):
    known.add(record("b:1", LONG))
    known.add(record("b:2", LONG))
    known.add(record(ORIGINAL, "متن خبر به کلی عوض شد و دیگر هیچ چیز از متن پیشین در آن نیست."))
    assert known.add(record("c:1", LONG)) == (ORIGINAL, "exact", 1.0)
    assert known.add(record("c:2", HALF)) == (ORIGINAL, "contained", 1.0)
    known.add(record("b:1", "این نسخه هم عوض شد و چیزی از متن پیشین در آن نمانده است، هیچ چیز."))
    assert known.add(record("c:3", LONG)) == (ORIGINAL, "exact", 1.0)


def test_a_text_that_nothing_has_any_more_is_forgotten(known):
    known.add(record(ORIGINAL, "متن خبر به کلی عوض شد و دیگر هیچ چیز از متن پیشین در آن نیست."))
    assert known.add(record("c:1", LONG)) is None


def test_it_remembers_after_it_was_closed(tmp_path):
    with KnownTexts(tmp_path / "k") as texts:
        texts.add(record("a:1", LONG))
    with KnownTexts(tmp_path / "k") as texts:
        assert texts.add(record("b:1", LONG)) == ("a:1", "exact", 1.0)


def test_short_texts_are_told_apart_by_nothing(known):
    known.add(record("b:1", "عکس روز"))
    assert known.add(record("b:2", "عکس روز")) is None


def test_a_template_does_not_make_the_search_longer(tmp_path):
    """Daily rates: thousands of texts, each nearly the same as all the others."""
    rates = [LONG.replace("آموزش", f"{n}", 1) for n in range(60)]
    with KnownTexts(tmp_path / "k") as texts:
        found = [texts.add(record(f"a:{n}", text)) for n, text in enumerate(rates)]
        (most,) = texts._db.execute(
            "SELECT max(shared) FROM (SELECT count(*) AS shared FROM key GROUP BY key)"
        ).fetchone()
        again = texts.add(record("b:1", rates[-1]))
    assert {original.id for original in found[1:]} == {"a:0"}
    assert most <= 16
    assert again == ("a:0", "exact", 1.0)
