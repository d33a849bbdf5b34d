"""A tree into lines: no blank inside a word, none lost between words."""

import pytest

from cleaners.markup.blocks import Block
from cleaners.markup.page import open_page
from cleaners.markup.walking import blocks_of


def blocks(html: str) -> list[Block]:
    return blocks_of(open_page(f"<body>{html}</body>").top)


def lines(html: str) -> list[str]:
    return [block.text for block in blocks(html)]


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
        ('<p style="DISPLAY:NONE">پنهان</p><p style="display:\nnone">پنهان</p><p>متن</p>', ["متن"]),
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


LONG = "مدیر مرکز گفت: شش کارگاه جوشکاری، برق، خیاطی و رایانه در این ساختمان آماده شده و باز است."
CELL = f"<td><p>{LONG}</p><p>پایان</p></td>"


@pytest.mark.parametrize(
    "rows",
    [
        f"<tr><td>۱۴۰۲/۰۹/۱۲<td>شماره: ۴۵</tr><tr>{CELL}</tr>",
        f"<tr>{CELL}<td>آخرین اخبار</td></tr>",
        "<tr><td><h1>عنوان</h1><p>متن</p></td><td>آخرین اخبار</td></tr>",
    ],
)
def test_table_with_paragraphs_lays_out_the_page(rows: str) -> None:
    assert not any(block.kind == "tr" for block in blocks(f"<table>{rows}</table>"))


@pytest.mark.parametrize(
    "rows",
    [
        f"<tr><td>۱</td>{CELL}</tr><tr><td>۲</td>{CELL}</tr>",
        f"<tr><td>شهر<td>نفر</tr><tr><td>یزد<td>۱۲</tr><tr>{CELL}</tr>",
        f"<tr><td>شهر<td>نفر</tr><tr><td>{LONG}</td></tr>",
        "<tr><td><h4>شهر</h4><small>مرکز استان</small></td><td>نفر</td></tr>",
    ],
)
def test_table_with_long_cells_is_read_row_by_row(rows: str) -> None:
    assert all(block.kind == "tr" for block in blocks(f"<table>{rows}</table>"))


DAYS = f"<tr><td colspan=2>روز نخست</td></tr><tr><td>ساعت ۹</td>{CELL}</tr>"


@pytest.mark.parametrize(
    "rows",
    [
        DAYS,
        f"{DAYS}<tr><td colspan=2>روز دوم</td></tr><tr><td>ساعت ۱۰</td>{CELL}</tr>",
        f"<tr>{CELL}{CELL}</tr>",
        f"<tr><td>شهریه<td>رایگان</tr><tr>{CELL}</tr>",
        "<tr><td><h1>رشته</h1></td><td><h1>ظرفیت</h1></td></tr><tr><td>برق</td><td>۶۰</td></tr>",
    ],
)
@pytest.mark.parametrize(
    "around",
    [
        "<p>{text}</p>{table}",
        '<p>{text}</p><div class="scroll">{table}</div>',
        "{text}<br>{table}",
        "<p>{text}</p><p>جدول دوره‌ها:</p>{table}",
    ],
)
def test_table_right_below_a_paragraph_is_read_row_by_row(rows: str, around: str) -> None:
    html = around.format(text=LONG, table=f"<table>{rows}</table>")
    table = [block.kind for block in blocks(f"<div>{html}</div>")][1 + ("جدول" in around) :]
    assert table == ["tr"] * rows.count("<tr>")


def test_table_below_a_paragraph_of_another_box_may_lay_out() -> None:
    table = f"<table>{DAYS}</table>"
    assert "tr" not in [block.kind for block in blocks(f"<header><p>{LONG}</p></header>{table}")]


def test_break_in_a_cell_is_a_blank() -> None:
    html = "<table><tr><td>فناوری<br>نوپدید</td><td>۱</td></tr></table>"
    assert lines(html) == ["فناوری نوپدید | ۱"]


def test_letters_in_links_are_counted() -> None:
    html = (
        '<p>پیش <a href="/news/1234567">پیوند</a></p><p><a href="/b">تنها</a></p><p><a>بی</a></p>'
    )
    found = blocks(html)
    assert [block.linked for block in found] == [5, 4, 0]
    assert [block.is_only_links for block in found] == [False, True, False]
    assert found[0].links == ["/news/1234567"]


def test_link_to_a_file_is_no_link_to_a_page() -> None:
    html = '<p><a href="/files/form.PDF">فرم درخواست</a></p>'
    (block,) = blocks(html)
    assert block.leads_to_files
    assert not block.is_only_links


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div><b>کد:</b><i>۵۱۲۰</i></div>", ["کد: ۵۱۲۰"]),
        ("<div><b>کد:</b>۵۱۲۰<br><i>۲۴</i><i>آبان</i></div>", ["کد: ۵۱۲۰", "۲۴ آبان"]),
        ("<div>کد خبر:۵۱۲۰<br>۲۴ آبان</div>", ["کد خبر:۵۱۲۰", "۲۴ آبان"]),
        ("<div><b>کد:</b>۵۱۲۰<script>x</script></div>", ["کد: ۵۱۲۰"]),
        ("<table><tr><td>کد<td>۱<tr><td><b>تاریخ:</b>۲۴</table>", ["کد | ۱", "تاریخ: ۲۴"]),
    ],
)
def test_facts_side_by_side_are_spaced(html: str, expected: list[str]) -> None:
    assert [block.spaced for block in blocks(html)] == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<td><span id=t>عنوان</span><br>متن", ["t"]),
        ("<td><span id=t>عنوان<br></span>متن", ["t"]),
        ("<td><a id=a href=/1>\n<b id=t><i>عنوان</i></b></a><br>متن", ["t", "a"]),
        ("<td><span id=t>عنوان</span> خبر<br>متن", []),
        ("<td>عنوان<br><span id=t>متن</span>", []),
    ],
)
def test_elements_that_hold_a_line_and_no_more(html: str, expected: list[str]) -> None:
    title = blocks(f"<table><tr>{html}</table>")[0]
    assert title.text.startswith("عنوان")
    assert [node.id for node in title.holders if node.tag != "td" and node.id] == expected


SENTENCES = ["مدیرکل از کارگاه‌های شهرستان بازدید کرد.", "وی از مربیان سپاس گفت."]
PICTURE = "<img src='a.jpg'>"


@pytest.mark.parametrize(
    ("figure", "captions"),
    [
        ("<p>کارآموزان در کارگاه</p>", ["کارآموزان در کارگاه"]),
        (f"<p>{SENTENCES[0]}</p>", SENTENCES[:1]),
        (f"<p>{SENTENCES[0]}</p><p>عکس: رضا کریمی</p>", [SENTENCES[0], "عکس: رضا کریمی"]),
        ("<i class='lead-image'></i><p>کارآموزان</p>", ["کارآموزان"]),
        ("<figcaption><p>کارآموزان.</p></figcaption>", ["کارآموزان."]),
        ("<figcaption>کارآموزان</figcaption><p>عکس: رضا</p>", ["کارآموزان", "عکس: رضا"]),
        (f"<figcaption>کارآموزان</figcaption><p>{SENTENCES[0]}</p>", ["کارآموزان"]),
        ("".join(f"<p>{sentence}</p>" for sentence in SENTENCES), []),
        (f"<h1>آغاز دوره‌ها</h1><p>{SENTENCES[0]}</p>", []),
        (f"<div class='lead'>{SENTENCES[0]}</div>", []),
    ],
)
def test_captions_of_a_figure(figure: str, captions: list[str]) -> None:
    found = blocks(f"<figure>{PICTURE}{figure}</figure><p>متن</p>")
    assert [block.text for block in found if block.is_caption] == captions


def test_paragraphs_in_a_figure_without_a_picture_are_no_captions() -> None:
    assert not any(block.is_caption for block in blocks(f"<figure><p>{SENTENCES[0]}</p></figure>"))


def test_every_line_of_a_card_in_a_link_leads_where_the_link_does() -> None:
    card = '<a href="/p/7"> <img src="a.jpg"> <h3>کارگاه</h3> <p>دوازدهم مهر</p> </a><p>متن</p>'
    assert [line.links for line in blocks(card)] == [["/p/7"], ["/p/7"], []]


def test_label_above_a_link_around_lines_does_not_lead_where_the_link_does() -> None:
    box = '<b>بیشتر بخوانید</b> <a href="/news/7"><h3>گشایش کارگاه</h3></a>'
    assert [line.links for line in blocks(f"<div>{box}</div>")] == [[], ["/news/7"]]


def test_link_of_a_picture_is_not_of_the_line_below_it() -> None:
    gallery = (
        "<div><a href='/1.jpg'><img src='1.jpg'></a><a href='/2.jpg'><img src='2.jpg'></a></div>"
    )
    assert [line.links for line in blocks(f"{gallery}<p>متن</p>")] == [[]]
    assert [line.links for line in blocks("<p><a href='/1'><img src='1.jpg'></a> متن</p>")] == [
        ["/1"]
    ]
