"""Literal markup is read, addresses are kept to the byte, straight quotes are paired."""

import pytest

from cleaners.persian import normalize


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("می\u200cبینیم».<br>", "می\u200cبینیم»."),
        ("سلام<br/>دنیا", "سلام دنیا"),
        ("سلام<BR />دنیا", "سلام دنیا"),
        ("سلام&nbsp;دنیا", "سلام دنیا"),
        ("کتاب&zwnj;ها", "کتاب\u200cها"),
        ("کتاب&#8204;ها", "کتاب\u200cها"),
        ("کتاب&amp;zwnj;ها", "کتاب\u200cها"),
        ("&laquo;نقل&raquo;", "«نقل»"),
        ("AT&amp;T", "AT&T"),
    ],
)
def test_markup_is_read(typed, expected):
    assert normalize(typed) == expected


@pytest.mark.parametrize("text", ["تگ <br> است", "a < b و c > d", "&lt;p&gt;", "<متن>", "R&D; خوب"])
def test_what_is_no_stray_markup_stays(text):
    assert normalize(text) == text


def test_markup_is_reported():
    report = normalize("سلام<br>", report=True)
    assert report.counts["controls"] == 1
    assert [tuple(change) for change in report.changes] == [("controls", 4, "<br>", "")]


@pytest.mark.parametrize(
    "address",
    [
        "http://a.ir/ك",
        "https://a.ir/اخبار/آموزش_هاي-فني",
        "#فني_حرفه_اي",
        "@كاربر",
        "a.ir/ي",
        "www.a.ir/ة/ك",
    ],
)
def test_addresses_are_kept_to_the_byte(address):
    assert normalize(f"كتاب {address} علي") == f"کتاب {address} علی"


def test_direction_marks_behind_an_address_go():
    assert normalize("https://a.ir/x\u200f رفت") == "https://a.ir/x رفت"


def test_words_before_a_number_are_folded():
    assert normalize("كوويد-19") == "کووید-19"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('گفت " سلام " و رفت', 'گفت "سلام" و رفت'),
        ('" الف " و " ب "', '"الف" و "ب"'),
        ('لوله 2" و 3" است', 'لوله 2" و 3" است'),
        ('یک " تنها', 'یک " تنها'),
        ("۵۰ ٪ و 12.5 %", "۵۰٪ و 12.5%"),
    ],
)
def test_straight_quotes_and_percent(typed, expected):
    assert normalize(typed) == expected


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (None, "normalize takes str, not NoneType"),
        (b"x", "normalize takes str, not bytes; decode bytes first"),
    ],
)
def test_other_types_are_refused(given, sentence):
    with pytest.raises(TypeError, match=sentence):
        normalize(given)
