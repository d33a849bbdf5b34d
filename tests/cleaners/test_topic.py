"""What speaks of TVTO or of skills training, in all spellings, and what does not."""

import pytest

from cleaners.article import Article
from cleaners.topic import is_about_skills_training


def article(*body: str, title: str | None = None, tags: tuple[str, ...] = ()) -> Article:
    return Article("x:1", "x", title=title, body=list(body), tags=list(tags))


@pytest.mark.parametrize(
    "words",
    [
        "فنی و حرفه‌ای",
        "فنی و حرفه ای",
        "فنی و حرفهای",
        "فنی وحرفه ای",
        "فنی‌وحرفه‌ای",
        "فني و حرفه اي",
        "فنی\u00a0و\u00a0حرفه‌ای",
        "فنی‌و‌حرفه‌ای‌ها",
        "مهارت‌آموزی",
        "مهارت آموزان",
        "مهارتآموزی",
        "آموزش‌های مهارتی",
        "آموزشهای مهارتی",
        "مسابقات ملی مهارت",
        "گواهینامه مهارت",
    ],
)
def test_every_spelling_of_its_names(words: str) -> None:
    assert is_about_skills_training(article(f"مدیرکل {words} استان گفت: ثبت‌نام آغاز شد."))


def test_the_title_or_a_tag_is_enough() -> None:
    assert is_about_skills_training(article("متن", title="مرکز فنی و حرفه‌ای افتتاح شد"))
    assert is_about_skills_training(article("متن", tags=("مهارت آموزی",)))


def test_two_different_hints_make_a_topic() -> None:
    assert is_about_skills_training(
        article("کارآموزان جوان در دوره جوشکاری شرکت کردند و راهی بازار کار شدند.")
    )


@pytest.mark.parametrize(
    "story",
    [
        "این بازیکن با مهارت خود سه مدافع پرسپولیس را جا گذاشت و گل زد.",
        "مهارت راننده، جان مسافران اتوبوس را نجات داد.",
        "کارگاه آموزش مهارت‌های زندگی برای زوج‌های جوان برگزار شد.",
        "آزمون کارآموزان وکالت مرکز مشاوران قوه قضاییه برگزار شد.",
        "مهارت‌های فوتبالی نوجوانان در آکادمی باشگاه سنجیده می‌شود.",
        "بازار کار آلمان با رکود روبه‌رو شد.",
        "او به کار آموزش و پرورش علاقه دارد و معلم شد.",
        "نقص فنی و حرفه خلبان در گزارش سانحه بررسی شد.",
        "",
    ],
)
def test_other_stories_are_not_of_the_topic(story: str) -> None:
    assert not is_about_skills_training(article(story))
