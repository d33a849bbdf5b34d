"""Lines at the start and the end of a text that only tell who wrote it, or ask for something."""

import pytest

from tests.bare_pages import BODY, TEXT, TITLE, clean

NAME = "مهتاب رضایی"


@pytest.mark.parametrize(
    "line", [f"{NAME} | خبرنگار گروه هنر", f"{NAME}/ روزنامه‌نگار", f"{NAME} | دبیر سرویس جامعه"]
)
@pytest.mark.parametrize("at", [0, 1, 4])
def test_name_and_office_are_the_author(line: str, at: int) -> None:
    lines = [*TEXT[:at], line, *TEXT[at:]]
    article = clean(f"<h1>{TITLE}</h1><div>{''.join(f'<p>{text}</p>' for text in lines)}</div>")
    assert article.authors == [NAME]
    assert article.body == TEXT


@pytest.mark.parametrize("line", [f"{NAME} | معاون شورا", "گروه هنر | خبرنگار ما"])
def test_other_names_with_bars_stay(line: str) -> None:
    page = f"<h1>{TITLE}</h1><div><p>{TEXT[0]}</p><p>{line}</p>{BODY}</div>"
    assert clean(page).authors == []
    assert line in clean(page).body


GUESTS = [f"{NAME} | روزنامه‌نگار", "رضا کریمی | خبرنگار"]


@pytest.mark.parametrize(
    ("lines", "credit", "authors"),
    [
        (["برندگان جایزه:", GUESTS[0]], "", []),
        (GUESTS, "", []),
        (GUESTS[:1], "<div>گفت‌وگو از: مریم احمدی</div>", ["مریم احمدی"]),
    ],
)
@pytest.mark.parametrize("is_last", [False, True])
def test_guests_with_an_office(
    lines: list[str], credit: str, authors: list[str], is_last: bool
) -> None:
    wanted = [*TEXT, *lines] if is_last else [*lines, *TEXT]
    text = "".join(f"<p>{line}</p>" for line in wanted)
    article = clean(f"<h1>{TITLE}</h1>{credit}<div>{text}</div>")
    assert (article.authors, article.body) == (authors, wanted)


APPEALS = [
    "این گزارش را پسندیدید؟ کمک مالی شما ما را در نوشتن گزارش‌های بیشتر یاری می‌کند.",
    "آیا مایلید ما را در انتشار گزارش‌های بیشتری از این دست یاری کنید؟",
    "آیا مایل هستید ما را در تحقیق و نوشتن تعداد بیشتری از این‌گونه مطالب یاری کنید؟",
    "با حمایت مالی خود از روزنامه‌نگاری مستقل پشتیبانی کنید و به خوانندگان نشریه بپیوندید.",
]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_appeals_below_the_text(count: int) -> None:
    appeals = "".join(f"<p>{line}</p>" for line in APPEALS[:count])
    assert clean(f"<h1>{TITLE}</h1><div>{BODY}{appeals}</div>").body == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "سخنگو گفت: با کمک مالی شما مردم، این مدرسه تا پایان سال به ما سپرده می‌شود و باز می‌شود.",
        "مدیر خیریه از مردم خواست: با کمک مالی به ما در ساخت این مدرسه یاری کنید.",
        "خانواده او می‌گویند: «برای درمان دخترمان به حمایت مالی نیاز داریم؛ از ما حمایت کنید.»",
        "هنرمندان خواستند با کمک مالی از این نشریه حمایت کنید و شما هم کنار تئاتر بمانید.",
        "بدون حمایت مالی دولت، روزنامه‌نگاری مستقل می‌میرد؛ شما چه فکر می‌کنید؟",
        "دوست دارید به ما در این پویش کمک کنید؟",
        "این شورا از حمایت مالی دولت برخوردار است و به آن پاسخ می‌دهد که با بودجه چه کرده است.",
    ],
)
def test_words_about_money_at_the_end_of_a_text(line: str) -> None:
    assert clean(f"<h1>{TITLE}</h1><div>{BODY}<p>{line}</p></div>").body == [*TEXT, line]


@pytest.mark.parametrize(
    ("box", "is_text"),
    [
        ("<ol><li>ورود به سامانه</li><li>دانلود</li><li>نصب و اجرا</li></ol>", True),
        ("<h2>دانلود</h2>", True),
        ("<div><video src='/v.mp4'></video><p>دانلود</p></div>", False),
        ("<div><a href='/v.mp4'>دانلود</a></div>", False),
    ],
)
def test_word_on_a_button_is_text_as_an_item_or_a_heading(box: str, is_text: bool) -> None:
    first, rest = BODY.split("</p>", 1)
    body = clean(f"<h1>{TITLE}</h1><div>{first}</p>{box}{rest}</div>").body
    assert ("دانلود" in body) is is_text
