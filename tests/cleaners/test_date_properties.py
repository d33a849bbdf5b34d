"""Properties of dates: what is written is read, nothing raises, no line takes long."""

from datetime import UTC, date, datetime
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaners import clean_html
from cleaners.dates.jalali import in_tehran
from cleaners.dates.parsing import find_date, iso, jalali, parse_date


# The years from 1420 (2041) on are Islamic ones.
@given(st.dates(date(1990, 1, 1), date(2041, 3, 19)))
def test_what_jalali_writes_parse_date_reads(day):
    assert parse_date(jalali(day)) == day


@given(st.datetimes(datetime(1990, 1, 1), datetime(2060, 12, 31), timezones=st.just(UTC)))
def test_what_iso_writes_parse_date_reads(moment):
    moment = moment.replace(microsecond=0)
    written = iso(moment)
    is_midnight = "T00:00:00" in written
    assert parse_date(written) == (date.fromisoformat(written[:10]) if is_midnight else moment)


MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
UNITS = "یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم".split()
TEENS = "دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم نوزدهم".split()
WORDS = [
    *UNITS,
    *TEENS,
    "بیستم",
    *(f"بیست و {unit}" for unit in UNITS),
    "سی‌ام",
    "سی و یکم",
]
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@given(
    st.dates(date(1990, 1, 1), date(2030, 12, 31)),
    st.sampled_from(
        [
            "{d} {m} {y}",
            "{d}{m}{y}",
            "{d}/{m}/{y}",
            "{d}ام {m} {y}",
            "{w} {m} {y}",
            "{w} {m}ماه سال {y}",
            "{m} {d}, {y}",
            "{y} {m} {d}",
            "{y}/{n}/{d}",
            "{d}.{n}.{y}",
        ]
    ),
    st.booleans(),
)
def test_every_day_in_every_shape(day, shape, in_persian_digits):
    year, month, number = map(int, jalali(day).split("-"))
    text = shape.format(
        d=number, n=month, y=year, m=MONTHS[month - 1], w=WORDS[number - 1]
    ).translate(PERSIAN if in_persian_digits else {})
    assert parse_date(text) == day
    assert find_date(f"تاریخ: {text}") == (day, text)
    assert find_date(f"{text} - ۱۲:۳۰ به وقت تهران")[0] == datetime(
        day.year, day.month, day.day, 12, 30
    ).replace(tzinfo=in_tehran(datetime(day.year, day.month, day.day, 12, 30)).tzinfo)


@given(
    st.dates(date(1990, 1, 1), date(2041, 1, 1)),
    st.sampled_from(["Z", "", "+00:00", "+03:30", "-08:00", "+14:00", ".000Z"]),
)
def test_a_midnight_never_shifts_its_day(day, zone):
    assert parse_date(f"{day}T00:00:00{zone}") == day


PIECES = [
    *"۱۴۰۳ ۱۵ ۹۶ 2024 12 7 ۱۷:۲۲ 00:00:00 / - . : ، ( ) T Z + AM ب.ظ مهر آذر دسامبر May ام".split(),
    *"بیست سی و اول سوم ماه سال ساعت شنبه روز شماره به وقت CET تهران برابر با ربیع الثانی".split(),
    *"Mayıs Aprıl Auguſt OCT İ ı ſ \u212a MS\u212a MSK sunday Frıday 2ſt 5th no. ver".split(),
    *"محرم ذی‌الحجه ١٢ १५ ۱۴۴۶ \u064b \u0651 \u0301 \u0640 \u202b".split(),
    *[" "] * 12,
    *"\u200c\t\n\u00a0",
]


@given(
    st.text(alphabet="0123۴۵۶۷٨٩/-:.،, |Tمهرتیدبظساعتشنبه+Zماه\u200c\u00a0", max_size=40)
    | st.text(alphabet="0123۴۵۶۷ ,:/+marchyjunedecogtspkMARKISıİſ\u212aً\u0651مهر", max_size=40)
    | st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
    | st.text()
)
@example("0001-01-01T00:00:00+14:00")
@example("2100-12-31T24:00 به وقت کابل")
@example("Mayıs 12, 2024")
@example("12 Auguſt 2024")
@example("1403/02/03 17:22 MS\u212a")
def test_never_raises(text):
    value = parse_date(text)
    found = find_date(text)
    assert value is None or isinstance(value, date)
    assert found is None or found[1] in text


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_words_that_tell_a_date_tell_it_alone(text):
    if found := find_date(text):
        assert parse_date(found[1]) == found[0]


# One day in ever other digits, so that no two of its texts are the same.
SCRIPTS = [
    chr(zero) for zero in (0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6)
]
SAME_DAYS = " ".join(
    "".join(
        chr(ord(SCRIPTS[n // 10**place % 10]) + int(digit)) for place, digit in enumerate("1403")
    )
    + "/1/1"
    for n in range(8_000)
)


@pytest.mark.parametrize(
    ("begin", "again"),
    [
        ("۱۴۰۳/۰۱/۰۱ 5 محرم", "ا"),
        ("۱۴۰۳/۰۱/۰۱ 5 محرم", " "),
        ("۱۴۰۳/۰۱/۰۱ 5 محرم", "ا "),
        ("۱۴۰۳/۰۱/۰۱ ", "5 محرم ۱۴۴۶ "),
        ("۱۴۰۳/۰۱/۰۱ ", "برابر با "),
        ("", "1403/1/1 25:71 "),
        ("1403/1/1 25:71 ", "1403/1/1 "),
        ("1403/1/1 10:20:30.", "1"),
        ("1403/1/1", " ساعت: "),
        ("2024 12 مهر", " "),
        ("2024 12", " "),
        ("2024 12 jan", "a"),
        ("2024 ", "jan "),
        ("2024 تشرین", " "),
        ("2024 ", "سی و "),
        ("2024 ", "سی ام "),
        ("2024 ", "12 مهر - "),
        ("2024 ", "monday "),
        ("2024 ", "-"),
        ("", "1"),
        ("", SAME_DAYS),
    ],
)
def test_the_longest_line_takes_no_longer_than_its_length(begin, again):
    for length in (600, 6_000, 60_000):  # what is cubic fails at the first, not in an hour
        line = (begin + again * (length // len(again) + 1))[: length - 6] + " 25:71"
        started = process_time()
        find_date(line)
        parse_date(line)
        assert process_time() - started < 1


def test_a_page_fetched_at_midnight_is_judged_by_that_midnight():
    body = (
        "<p>مدیرکل آموزش فنی و حرفه\u200cای استان از آغاز دوره\u200cهای تازه مهارت خبر داد.</p>" * 4
    )
    page = f"<h1>آغاز دوره\u200cهای تازه مهارت</h1><p>تاریخ انتشار: ۱۲ دی ۱۴۰۴ - ۱۰:۲۰</p>{body}"
    article = clean_html(page, fetched_at="2026-01-01T00:00:00+03:30")
    assert article.published_at == "2026-01-02T10:20:00+03:30"
    assert "date-in-future" in article.warnings
