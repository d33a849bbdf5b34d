"""A text on a page of which only the shape matters."""

from cleaners import Article, clean_html

URL = "https://www.shora-nemoune.ir/fa/news/1815"
TITLE = "تفسیر اصل هفتاد و سوم قانون اساسی"
TEXT = [
    "به گزارش روابط عمومی، شورا در نشست امروز خود درباره تفسیر این اصل گفت‌وگو کرد و رأی داد.",
    "سخنگوی شورا گفت: نامه‌هایی که در این باره رسیده بود یک به یک خوانده و بررسی شد.",
    "وی افزود: نظر شورا در روزنامه رسمی چاپ می‌شود و از همان روز لازم‌الاجرا خواهد بود.",
    "به گفته او، دو نامه دیگر نیز هفته آینده در دستور کار قرار می‌گیرد و پاسخ داده می‌شود.",
]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
MENU = "<ul><li><a href='/a'>سیاسی</a></li><li><a href='/b'>اقتصادی</a></li></ul>"


def clean(inside: str, *, url: str = URL, title: str = TITLE, rules: bool = False) -> Article:
    html = f"<html><head><title>{title}</title></head><body>{inside}</body></html>"
    return clean_html(html, url, rules=rules, normalize=False)
