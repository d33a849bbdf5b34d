"""Pages that no rule knows, in pieces: a title, paragraphs, what stands around them."""

from cleaners import Article, clean_html

TITLE = "مرکز تازه مهارت در شهر راه‌اندازی شد"
BODY = [
    "به گزارش روابط عمومی، مرکز تازه مهارت با حضور مدیران استان گشایش یافت و ثبت‌نام آن آغاز شد.",
    "مدیر مرکز گفت: شش کارگاه جوشکاری، برق، خیاطی و رایانه در این ساختمان آماده شده است.",
    "وی افزود: هزینه ساخت این مرکز را خیران پرداخته‌اند و زمین آن را شهرداری واگذار کرده است.",
]
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
ABOUT_US = (
    "درباره ما: این رسانه از سال ۱۳۸۶ با هدف اطلاع‌رسانی دقیق و بی‌طرفانه کار خود را آغاز کرده و"
    " امروز با بیش از شصت خبرنگار در همه استان‌ها به خوانندگان خود خدمت می‌کند."
)
TEASER = "مدیرعامل شرکت آب منطقه‌ای با اشاره به کاهش بارندگی گفت مصرف شهروندان دو برابر شده است."
STORIES = [
    ("/news/700001/a", "مرمت خانه تاریخی مشیر به نیمه رسید"),
    ("/news/700002/b", "کشف یک محوطه باستانی در جاده کمربندی"),
    ("/news/700003/c", "رکورد تازه صادرات زعفران از مرزها"),
]
LINKS = "".join(f'<li><a href="{href}">{text}</a></li>' for href, text in STORIES)
TEASERS = "".join(
    f'<div class="w"><h4><a href="{href}">{text}</a></h4><p>{TEASER}</p></div>'
    for href, text in STORIES
)


def clean(inside: str, *, head: str = "") -> Article:
    html = (
        f"<html><head><title>{TITLE} | خبرگزاری سپیدار</title>{head}</head>"
        f"<body>{inside}</body></html>"
    )
    url = "https://www.khabar-nemoune.ir/news/512340/x"
    return clean_html(html, url, rules=False, normalize=False)
