"""What `normalize` makes of Persian text, kind by kind. ~ stands for the half-space."""

import pytest

from cleaners.persian import normalize, normalize_counted
from tests.persian.tilde import mended


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("كتاب", "کتاب"),
        ("علي", "علی"),
        ("على", "علی"),
        ("ہمہ", "همه"),
        ("ھمە", "همه"),
        ("ﻓﺎرﺳﯽ", "فارسی"),
        ("ﻻ", "لا"),
        ("کتـــاب", "کتاب"),
        ("می¬روم", "می~روم"),
        ("می\u200bروم", "می~روم"),
        ("\ufeffسلام\u200f", "سلام"),
        ("سلام\u00a0دنیا", "سلام دنیا"),
        ("سلام\tدنیا", "سلام دنیا"),
        ("خانۀ ما", "خانۀ ما"),
        ("۱۳۶۰ ـ ۱۳۶۷", "۱۳۶۰ ـ ۱۳۶۷"),
    ],
)
def test_characters(typed, expected):
    assert mended(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("کتاب~~ها", "کتاب~ها"),
        ("کتاب ~ها", "کتاب~ها"),
        ("خبر~هایی", "خبرهایی"),
        ("داده~", "داده"),
        ("~داده", "داده"),
        ("نقشه~،", "نقشه،"),
        ("CD~ها", "CD~ها"),
    ],
)
def test_useless_half_spaces_go(typed, expected):
    assert mended(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("سلام ، دنیا", "سلام، دنیا"),
        ("سلام،دنیا", "سلام، دنیا"),
        ("چرا ؟ چون", "چرا؟ چون"),
        ("«  نقل  »", "«نقل»"),
        ("گفت«نقل»رفت", "گفت «نقل» رفت"),
        ("«کیهان»ها", "«کیهان»ها"),
        ('فیلم "موقعیت تازه "صبح امروز', 'فیلم "موقعیت تازه" صبح امروز'),
        ("(شهر )را دید", "(شهر) را دید"),
        ("«کیهان »ها", "«کیهان»ها"),
        ("ایران(تهران)رفت", "ایران (تهران) رفت"),
        ("کتاب(ها)", "کتاب(ها)"),
        ("(غیر)مجاز", "(غیر)مجاز"),
        ("دهد .غیاثی", "دهد. غیاثی"),
        ("بودند.وی افزود", "بودند. وی افزود"),
        ("گفت :برو", "گفت: برو"),
        ("سایت .com است", "سایت .com است"),
        ("۱،۲۰۰", "۱،۲۰۰"),
        ("  سلام   دنیا  ", "سلام دنیا"),
    ],
)
def test_spacing(typed, expected):
    assert mended(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("است..", "است."),
        ("است ..", "است."),
        ("توسعه . ..", "توسعه."),
        ("و ... در", "و ... در"),
        ("و...، یکی", "و...، یکی"),
        ("است....", "است..."),
        ("و …… در", "و … در"),
        ("دارد.،وی", "دارد. وی"),
        ("دارد،.", "دارد."),
        ("سلام،، دنیا", "سلام، دنیا"),
        ("چه گفت؟!", "چه گفت؟!"),
    ],
)
def test_marks(typed, expected):
    assert mended(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("کارگاههای آموزشی", "کارگاه~های آموزشی"),
        ("برنامه~ریزیهای", "برنامه~ریزی~های"),
        ("پردازندههایشان", "پردازنده~هایشان"),
        ("اسکریپتهای", "اسکریپت~های"),
        ("زیباترین کارها", "زیباترین کارها"),
        ("نمی خواهمش", "نمی~خواهمش"),
        ("خانهٔ بزرگترین", "خانهٔ بزرگ~ترین"),
        ("قویترین", "قوی~ترین"),
        ("نرم افزارهای", "نرم~افزارهای"),
        ("آموزش های فنی", "آموزش~های فنی"),
        ("کشتی ای", "کشتی~ای"),
        ("کوه ای", "کوه ای"),
        ("که ها", "که ها"),
        ("سیزده، ها", "سیزده، ها"),
    ],
)
def test_half_spaces(typed, expected):
    assert mended(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("حرفهای او", "حرف~های او"),
        ("صلاحیت حرفهای", "صلاحیت حرفه~ای"),
        ("فنی و حرفهای کشور", "فنی و حرفه~ای کشور"),
        ("سالهای گذشته", "سال~های گذشته"),
        ("هیچ رابطهای نیست", "هیچ رابطه~ای نیست"),
    ],
)
def test_two_readings(typed, expected):
    assert mended(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("رادر", "را در"),
        ("۵۵۸۳نفر", "۵۵۸۳ نفر"),
        ("سال۱۴۰۰", "سال ۱۴۰۰"),
        ("۲۴گانه", "۲۴گانه"),
        ("۵ام", "۵ام"),
        ("پایدارو همچنین", "پایدار و همچنین"),
        ("وحرفه~ای", "و حرفه~ای"),
        ("وابستگی~های", "وابستگی~های"),
        ("ورامین", "ورامین"),
    ],
)
def test_glued_words(typed, expected):
    assert mended(typed) == expected


@pytest.mark.parametrize(
    "typed", ["فنی و حرفه ای", "فنی وحرفه~ای", "فنی~و~حرفه~ای", "فنی و حرفهای", "فنی وحرفهای"]
)
def test_name_of_the_organization(typed):
    assert mended(f"آموزش {typed} کشور") == "آموزش فنی و حرفه~ای کشور"


class TestChoices:
    """Every kind of repair can be switched off; the others go on."""

    def test_half_spaces(self):
        assert mended("كتاب ها ، ", half_spaces=False) == "کتاب ها،"

    def test_characters(self):
        assert mended("كار ، می شود", characters=False) == "كار، می~شود"

    def test_spacing(self):
        assert mended("نهاد ، می شود", spacing=False) == "نهاد ، می~شود"

    def test_punctuation(self):
        assert mended("می شود..", punctuation=False) == "می~شود.."

    def test_glued_words(self):
        assert mended("رادر می شود", glued_words=False) == "رادر می~شود"

    def test_names(self):
        assert mended("فنی وحرفه~ای", names=False, glued_words=False) == "فنی وحرفه~ای"

    @pytest.mark.parametrize(
        ("digits", "expected"),
        [("keep", "12 ۱۲ ١٢ A4"), ("persian", "۱۲ ۱۲ ۱۲ A4"), ("latin", "12 12 12 A4")],
    )
    def test_digits(self, digits, expected):
        assert mended("12 ۱۲ ١٢ A4", digits=digits) == expected

    def test_pronoun_plurals(self):
        assert mended("آنها و اینها", split_pronoun_plurals=True) == "آن~ها و این~ها"

    def test_name_compounds(self):
        assert (
            mended("گواهینامه برنامه نامه", split_name_compounds=True) == "گواهی~نامه برنامه نامه"
        )

    def test_nothing(self):
        kinds = "characters spacing punctuation half_spaces glued_words names"
        nothing = dict.fromkeys(kinds.split(), False)
        text = " كتاب ها ، می شود.. رادر "
        assert mended(text, **nothing) == text


class TestReport:
    def test_tells_text_counts_and_changes(self):
        report = normalize("كتاب ها ، ۵نفر", report=True)
        assert report.text == "کتاب\u200cها، ۵ نفر"
        assert report.counts == {
            "letters_folded": 1, "zwnj_restored": 1, "spacing": 1, "glued_split": 1
        }  # fmt: skip
        assert [tuple(change) for change in report.changes] == [
            ("letters_folded", 0, "ك", "ک"),
            ("zwnj_restored", 4, " ", "\u200c"),
            ("spacing", 7, " ، ", "، "),
            ("glued_split", 11, "", " "),
        ]

    def test_counts_nothing_in_right_text(self):
        report = normalize("کتاب\u200cها را می\u200cخواند.", report=True)
        assert report.counts == {}
        assert report.changes == ()

    def test_changes_across_lines(self):
        report = normalize("سلام\n\nمیشود", report=True)
        assert [tuple(change) for change in report.changes] == [("zwnj_restored", 8, "", "\u200c")]

    def test_counts_add_up(self):
        counts = {"spacing": 1}
        normalize_counted("می شود  و می رود", counts)
        assert counts == {"spacing": 2, "zwnj_restored": 2}

    def test_joined_words_are_counted(self):
        assert normalize("نهاد ها", report=True).counts == {"words_joined": 1}

    def test_name_is_counted(self):
        assert normalize("فنی وحرفه\u200cای", report=True).counts == {"names": 1}


def test_line_breaks_stay():
    assert normalize("الف \n\n\n ب\r\nپ") == "الف\n\n\nب\nپ"


def test_empty():
    assert normalize("") == ""
