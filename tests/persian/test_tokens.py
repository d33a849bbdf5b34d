"""Sentences and words."""

from types import SimpleNamespace

import pytest

from cleaners.persian import sentences, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("آموزش‌های فنی، خوب", ["آموزش‌های", "فنی", "،", "خوب"]),
        ("در ۱۴۰۴/۰۷/۱۵ بود.", ["در", "۱۴۰۴/۰۷/۱۵", "بود", "."]),
        ("ساعت ۱۴:۱۸", ["ساعت", "۱۴:۱۸"]),
        ("نرخ ۲.۵ درصد", ["نرخ", "۲.۵", "درصد"]),
        ("سایت irantvto.ir است", ["سایت", "irantvto.ir", "است"]),
        ("به https://a.ir/b,c بروید", ["به", "https://a.ir/b,c", "بروید"]),
        ("مدل GPT-4o‌ها", ["مدل", "GPT-4o‌ها"]),
        ("«نقل»", ["«", "نقل", "»"]),
        ("", []),
    ],
)
def test_words(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("رفت. آمد!", ["رفت.", "آمد!"]),
        ("چرا؟ چون شد.", ["چرا؟", "چون شد."]),
        ("م. ر. شجریان خواند. رفت.", ["م. ر. شجریان خواند.", "رفت."]),
        ("خانه هوشمند و ... در فنی. پایان.", ["خانه هوشمند و ... در فنی.", "پایان."]),
        ("نرخ ۲.۵ شد. خوب.", ["نرخ ۲.۵ شد.", "خوب."]),
        ("سطر یک\nسطر دو", ["سطر یک", "سطر دو"]),
        ("۱. نخست. دوم.", ["۱. نخست.", "دوم."]),
        ("سایت a.ir است. خوب.", ["سایت a.ir است.", "خوب."]),
        ("", []),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


def test_takes_an_article():
    article = SimpleNamespace(text="رفت. آمد.")
    assert sentences(article) == ["رفت.", "آمد."]
    assert words(article) == ["رفت", ".", "آمد", "."]


def test_private_characters_of_the_text_come_through():
    assert words("الف \ue000 ب") == ["الف", "\ue000", "ب"]
