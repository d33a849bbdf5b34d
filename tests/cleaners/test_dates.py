"""Dates of Persian pages, in every form that has been met."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.dates import find_date, is_future, iso, jalali, parse_date

TEHRAN = timezone(timedelta(hours=3.5))

MET = {
    # forms of the agencies and their siblings
    "۸ مهر ۱۴۰۴، ۸:۱۰": "2025-09-30T08:10:00+03:30",
    "۱۹ بهمن ۱۴۰۲ - ۱۳:۳۰": "2024-02-08T13:30:00+03:30",
    "سه شنبه ۲۳ خرداد ۱۴۰۲ - ۱۰:۱۱": "2023-06-13T10:11:00+03:30",
    "سه\u200cشنبه، ۲۳ خرداد ۱۴۰۲ - ۱۰:۱۱": "2023-06-13T10:11:00+03:30",
    "تاریخ انتشار: ۲۱:۳۶ - ۰۲-۰۳-۱۴۰۳": "2024-05-22T21:36:00+03:30",
    "تاریخ انتشار: ۱۹:۳۲ - ۰۴ شهريور ۱۳۹۱": "2012-08-25T19:32:00+04:30",
    "15 دی 1395 - 22:53": "2017-01-04T22:53:00+03:30",
    "2 تير 1399 - 12:09:08 ب.ظ": "2020-06-22T12:09:08+04:30",
    "۲۱ تیر ۱۳۹۸ / ۱۸:۰۰": "2019-07-12T18:00:00+04:30",
    "١٠:٥٦ - يکشنبه ٢٧ اسفند ١٣٩٦": "2018-03-18T10:56:00+03:30",
    "۱۴۰۲/۰۳/۲۳ ۱۰:۱۱:۲۵": "2023-06-13T10:11:25+03:30",
    "1403/10/12": "2025-01-01",
    " date 2025-11-26 ": "2025-11-26",
    "۱۳۹۶/۰۲/۲۸ - ۲۲:۵۷": "2017-05-18T22:57:00+04:30",
    # ISO 8601, on both calendars
    "2025-10-07T10:48:00Z": "2025-10-07T14:18:00+03:30",
    "2025-10-07T14:18:00+03:30": "2025-10-07T14:18:00+03:30",
    "2018-07-21T09:48:00Z": "2018-07-21T14:18:00+04:30",
    "2018-07-21T14:18:00.125+0430": "2018-07-21T14:18:00+04:30",
    "2025-10-07T14:18": "2025-10-07T14:18:00+03:30",
    "20251007T104800Z": "2025-10-07T14:18:00+03:30",
    "1404-07-15T14:18": "2025-10-07T14:18:00+03:30",
    "۱۴۰۴-۰۷-۱۵T۱۴:۱۸:۰۰+03:30": "2025-10-07T14:18:00+03:30",
    # feeds and scripts
    "21 Jul 2018 08:39:54 +0430": "2018-07-21T08:39:54+04:30",
    "Tue, 07 Oct 2025 10:48:00 GMT": "2025-10-07T14:18:00+03:30",
    "Tue Oct 07 2025 14:18:00 GMT+0330 (Iran Standard Time)": "2025-10-07T14:18:00+03:30",
    "October 7, 2025 2:18 PM": "2025-10-07T14:18:00+03:30",
    # months by other names
    "15 آبان\u200cماه 1400": "2021-11-06",
    "۱۲ اسفندماه ۱۴۰۳ ساعت ۱۴:۱۸": "2025-03-02T14:18:00+03:30",
    "۵ امرداد ۱۳۹۹": "2020-07-26",
    "۵ ارديبهشت ماه سال ۱۳۹۹": "2020-04-24",
    "۷ اکتبر ۲۰۲۵": "2025-10-07",
    "٧ أكتوبر ٢٠٢٥ - ١٤:١٨": "2025-10-07T14:18:00+03:30",
    "۳ ژوئیه ۲۰۱۹": "2019-07-03",
    # order, padding, half of the day, labels
    "۱۴۰۴ مهر ۱۵, سه\u200cشنبه": "2025-10-07",
    "15-مهر-1404": "2025-10-07",
    "10/17/2025": "2025-10-17",
    "07.10.2025": "2025-10-07",
    "۱۵ مهر ۱۴۰۴ - ۲:۱۸ بعد از ظهر": "2025-10-07T14:18:00+03:30",
    "۱۵ مهر ۱۴۰۴ - ۱۲:۰۵ ق.ظ": "2025-10-07T00:05:00+03:30",
    "۱۵ مهر ۱۴۰۴ - ۹:۰۵ صبح": "2025-10-07T09:05:00+03:30",
    "۱۵ مهر ۱۴۰۴ - ۵:۳۰ عصر": "2025-10-07T17:30:00+03:30",
    "۱۵ مهر ۱۴۰۴ - ۱۱:۰۵ شب": "2025-10-07T23:05:00+03:30",
    "۱۵ مهر ۱۴۰۴ ساعت ۸ صبح": "2025-10-07T08:00:00+03:30",
    "۱۴:۱۸ سه شنبه، ۱۵ مهر ماه ۱۴۰۴": "2025-10-07T14:18:00+03:30",
    "ساعت: ۱۴:۱۸ | تاریخ: ۱۴۰۴/۷/۱۵ | کد: 123456": "2025-10-07T14:18:00+03:30",
    "1404/7/15 - کد خبر 1234567 - ۱۴:۱۸": "2025-10-07T14:18:00+03:30",
    # glued to their labels
    "تاریخ:۱۴۰۴/۰۷/۱۵": "2025-10-07",
    "تاریخ انتشار:۱۵ مهر ۱۴۰۴": "2025-10-07",
    "زمان:۱۵ مهر ۱۴۰۴ - ۱۰:۲۰": "2025-10-07T10:20:00+03:30",
    "انتشار:۱۰:۲۰ - ۱۴۰۴/۰۷/۱۵": "2025-10-07T10:20:00+03:30",
    "۱۵ مهر ۱۴۰۴ساعت:۱۰:۲۳": "2025-10-07T10:23:00+03:30",
    "تاریخ:۹۳/۰۴/۱۸": "2014-07-09",
    "\u200f۱۵ مهر\u00a0۱۴۰۴\u200e - ۱۴:۱۸": "2025-10-07T14:18:00+03:30",
    "१५ مهر १४०४": "2025-10-07",
    # both calendars at once
    "سه\u200cشنبه ۱۵ مهر ۱۴۰۴ - ۷ اکتبر ۲۰۲۵ - ۱۴:۱۸": "2025-10-07T14:18:00+03:30",
    "۱۵ مهر ۱۴۰۴ (7 October 2025) ساعت ۱۴:۱۸": "2025-10-07T14:18:00+03:30",
    "2025-10-07 / ۱۴۰۴/۰۷/۱۵": "2025-10-07",
    # years of two digits
    "۰۲/۱۲/۱۹": "2024-03-09",
    "95/12/19": "2017-03-09",
    "93/04/18 :: 01:14": "2014-07-09T01:14:00+04:30",
    "۱۵ مهر ۹۵ - ۱۴:۱۸": "2016-10-06T14:18:00+03:30",
}

NO_DATE = [
    "",
    "متن بدون تاریخ",
    "۰/۰۰/۰۰ - ۰۰:۰۰",
    "30 اسفند 1404",  # no leap year
    "31 مهر 1404",
    "1404/13/01",
    "2025-02-30",
    "1404/07/15 25:71",
    "۱۵ مهر ۲۰۲۵",  # a month of the one calendar, a year of the other
    "7 اکتبر 1404",
    "۱۵ ربیع الثانی ۱۴۴۷",  # Islamic
    "1447/04/14",
    "۱۵ مهر ۰۸:۱۰",  # a time is no year
    "۱۵ مهر",
    "مهر ۱۴۰۴",
    "02/12/19",  # 1402 or 2019
    "۰۲/۱۲/۰۵",  # 1402 or 1405
    "192.168.1.2024",
    "کد خبر: 14040715",
    "9999-12-31T23:59:59Z",
]


@pytest.mark.parametrize(("text", "expected"), MET.items())
def test_reads_every_form_that_was_met(text, expected):
    value = parse_date(text)
    assert value is not None
    assert iso(value) == expected


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_date_or_an_impossible_one_is_none(text):
    assert parse_date(text) is None


def test_a_leap_day_of_1403_is_read_right():
    # Libraries that compute leap years by a plain 33-year cycle are a day off here.
    assert parse_date("30 اسفند 1403") == date(2025, 3, 20)
    assert parse_date("1 فروردین 1404") == date(2025, 3, 21)


def test_summer_time_ended_in_1401():
    assert iso(parse_date("۳۰ شهریور ۱۴۰۱ - ۱۲:۰۰")) == "2022-09-21T12:00:00+04:30"
    assert iso(parse_date("۳۰ شهریور ۱۴۰۲ - ۱۲:۰۰")) == "2023-09-21T12:00:00+03:30"


@pytest.mark.parametrize(
    ("text", "value", "raw"),
    [
        (
            "خبرگزاری | تاریخ انتشار: ۲۱:۳۶ - ۰۲-۰۳-۱۴۰۳ | کد خبر: ۱۲۳",
            "2024-05-22T21:36:00+03:30",
            "۲۱:۳۶ - ۰۲-۰۳-۱۴۰۳",
        ),
        (
            "سه\u200cشنبه ۱۵ مهر ۱۴۰۴ ساعت ۱۴:۱۸ کد خبر ۵",
            "2025-10-07T14:18:00+03:30",
            "سه\u200cشنبه ۱۵ مهر ۱۴۰۴ ساعت ۱۴:۱۸",
        ),
        ("این طرح از ۱۵ مهر ۱۴۰۴ آغاز شد و ۱۴:۱۸ پایان یافت", "2025-10-07", "۱۵ مهر ۱۴۰۴"),
        ("انتشار:۱۰:۲۰ - ۱۴۰۴/۰۷/۱۵", "2025-10-07T10:20:00+03:30", "۱۰:۲۰ - ۱۴۰۴/۰۷/۱۵"),
        ("۱۵ مهر ۱۴۰۴ساعت:۱۰:۲۳", "2025-10-07T10:23:00+03:30", "۱۵ مهر ۱۴۰۴ساعت:۱۰:۲۳"),
        (" date 2025-11-26 به گزارش", "2025-11-26", "2025-11-26"),
    ],
)
def test_finds_a_date_in_running_text(text, value, raw):
    found = find_date(text)
    assert found is not None
    assert (iso(found[0]), found[1]) == (value, raw)


def test_running_text_without_a_date_has_none():
    assert find_date("ساعت ۱۴:۱۸ روز ۱۵ مهر ۱۲۰ نفر آمدند") is None


def test_iso_converts_into_tehrans_offset():
    assert iso(datetime(2025, 10, 7, 10, 48, tzinfo=UTC)) == "2025-10-07T14:18:00+03:30"
    assert iso(datetime(2018, 7, 21, 10, 0)) == "2018-07-21T10:00:00+04:30"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime(2025, 10, 7, 10, 48, tzinfo=UTC), "1404-07-15 14:18"),
        (datetime(2025, 10, 7, 22, 0, tzinfo=UTC), "1404-07-16 01:30"),
        (date(2025, 10, 7), "1404-07-15"),
    ],
)
def test_jalali_layout(value, expected):
    assert jalali(value) == expected


def test_a_bare_date_is_future_only_when_its_day_has_not_begun():
    now = datetime(2025, 10, 7, 14, 18, tzinfo=TEHRAN)
    assert not is_future(date(2025, 10, 7), now)
    assert is_future(date(2025, 10, 8), now)
    assert is_future(now + timedelta(minutes=1), now)
    assert not is_future(now, now)


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_what_jalali_writes_parse_date_reads(day):
    assert parse_date(jalali(day)) == day


@given(st.datetimes(datetime(1990, 1, 1), datetime(2060, 12, 31), timezones=st.just(UTC)))
def test_what_iso_writes_parse_date_reads(moment):
    moment = moment.replace(microsecond=0)
    assert parse_date(iso(moment)) == moment


@given(
    st.text(alphabet="0123۴۵۶۷٨٩/-:.،, |Tمهرتیدبظساعتشنبه+Zماه\u200c\u00a0", max_size=40)
    | st.text()
)
def test_never_raises(text):
    value = parse_date(text)
    found = find_date(text)
    assert value is None or isinstance(value, date)
    assert found is None or found[1] in text
