"""A tree into lines: no blank inside a word, none lost between words."""

import pytest

from cleaners.blocks import blocks_of
from cleaners.page import open_page


def lines(html: str) -> list[str]:
    return [block.text for block in blocks_of(open_page(f"<body>{html}</body>").top)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>یک</p><p>دو</p>", ["یک", "دو"]),
        ("یک<br>دو<br><br>سه", ["یک", "دو", "سه"]),
        ("<div>یک<div>دو</div>سه</div>", ["یک", "دو", "سه"]),
        ("<p>دستگیر<b>ی</b> <i>سارق</i></p>", ["دستگیری سارق"]),
        ("<p>کار&nbsp;<span>آموزان</span>&nbsp;</p>", ["کار آموزان"]),
        ("<p>حرفه&zwnj;ای و حرفه&#8204;ای و حرفه&#x200c;ای</p>", ["حرفه‌ای و حرفه‌ای و حرفه‌ای"]),
        ("<p>&nbsp;</p><p> \n </p><p>متن</p>", ["متن"]),
        ("<ul><li>یک</li><li>دو</li></ul>", ["یک", "دو"]),
        ("<script>x</script><style>y</style><noscript>z</noscript><p>متن</p>", ["متن"]),
        ('<p style="display: none">پنهان</p><p hidden>پنهان</p><p>متن</p>', ["متن"]),
        ('<p class="d-none">پنهان</p><p class="news hidden">پنهان</p><p>متن</p>', ["متن"]),
        ('<p class="d-none d-md-block">متن</p><p class="hidden lg:block">دوم</p>', ["متن", "دوم"]),
        ("<div>یک<div hidden>پنهان</div>دو</div>", ["یک", "دو"]),
        ("<p>کار<span hidden>پنهان</span>آموز</p>", ["کارآموز"]),
        ("<!-- یادداشت --><p>متن</p>", ["متن"]),
        ("<form><label>نام</label><input value='x'><button>ارسال</button></form>", ["نام"]),
    ],
)
def test_lines(html: str, expected: list[str]) -> None:
    assert lines(html) == expected


def test_row_of_a_table_is_one_line() -> None:
    html = "<table><tr><th>شهر</th><th>نفر</th></tr><tr><td>یزد</td><td>۱۲</td></tr></table>"
    assert lines(html) == ["شهر | نفر", "یزد | ۱۲"]


def test_row_of_a_table_in_a_table_that_lays_out_is_one_line() -> None:
    data = "<table><tr><td>شهر</td><td>نفر</td></tr><tr><td>یزد</td><td>۱۲</td></tr></table>"
    html = f"<table><tr><td><div>متن خبر</div>{data}</td></tr></table>"
    assert lines(html) == ["متن خبر", "شهر | نفر", "یزد | ۱۲"]


def test_table_that_lays_out_is_read_line_by_line() -> None:
    html = "<table><tr><td><p>بند نخست</p><p>بند دوم</p></td></tr></table>"
    assert lines(html) == ["بند نخست", "بند دوم"]


def test_break_in_a_cell_is_a_blank() -> None:
    html = "<table><tr><td>فناوری<br>نوپدید</td><td>۱</td></tr></table>"
    assert lines(html) == ["فناوری نوپدید | ۱"]


def test_letters_in_links_are_counted() -> None:
    html = (
        '<p>پیش <a href="/news/1234567">پیوند</a></p><p><a href="/b">تنها</a></p><p><a>بی</a></p>'
    )
    blocks = blocks_of(open_page(f"<body>{html}</body>").top)
    assert [block.linked for block in blocks] == [5, 4, 0]
    assert [block.is_only_links for block in blocks] == [False, True, False]
    assert blocks[0].links == ["/news/1234567"]


def test_link_to_a_file_is_no_link_to_a_page() -> None:
    html = '<p><a href="/files/form.PDF">فرم درخواست</a></p>'
    (block,) = blocks_of(open_page(f"<body>{html}</body>").top)
    assert block.leads_to_files
    assert not block.is_only_links
