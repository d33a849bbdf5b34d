"""The `-a` arguments: right ones mean what they say, wrong ones show a right one."""

import re
from datetime import date
from pathlib import Path

import pytest

from cleaners.article import Article
from spiders.arguments import Wanted


def article(published: str | None = None, text: str = "سازمان آموزش فنی و حرفه‌ای") -> Article:
    return Article("mehr:1", "mehr", published_at=published, body=[text], text=text)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1404/01/01", date(2025, 3, 21)),
        ("1403-12-30", date(2025, 3, 20)),
        ("۱۴۰۴/۷/۱۵", date(2025, 10, 7)),
        ("2025-10-07", date(2025, 10, 7)),
    ],
)
def test_days_are_jalali_or_gregorian(typed: str, day: date) -> None:
    assert Wanted.read({"since": typed}).since == day


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ({"since": "yesterday"}, "since=1404/01/01"),
        ({"since": "1404/13/01"}, "since=1404/01/01"),
        ({"since": "1402/12/30"}, "1402/12/30 is not a date"),
        ({"since": "1500/07/01"}, "1500/07/01 is out of range (Jalali years are 1200 to 1419"),
        ({"since": "1404/02/01", "until": "1404/01/01"}, "since is later than until"),
        ({"since": "2099-01-01"}, "since=2099-01-01 is in the future"),
        ({"until": "1300/01/01"}, "until=1300/01/01 is before there was any news"),
        ({"limit": "0"}, "limit=20"),
        ({"limit": "ten"}, "limit=20"),
        ({"topic": "sport"}, "topic=tvto"),
        ({"urls": "mehrnews.com"}, "urls=https://"),
        ({"urls": ""}, "urls=https://"),
        ({"urls": "https://mehrnews.com:99999/news/1"}, "urls=https://"),
        ({"urls": "http://[mehrnews/news/1"}, "urls=https://"),
        ({"urls": "@/no/such/file"}, "one address per line"),
        ({"refresh": "maybe"}, "refresh=1"),
        ({"query": "  "}, "query='فنی و حرفه‌ای'"),
        ({"sinse": "1404/01/01"}, "no argument 'sinse': did you mean -a since=1404/01/01?"),
        ({"nosuch": "1"}, "there is no argument 'nosuch': try for example -a since=1404/01/01;"),
        ({"province": "تهرانن"}, "-a province='تهران'; the provinces are "),
        ({"province": "xyz"}, "خراسان جنوبی"),
    ],
)
def test_a_wrong_argument_is_answered_with_a_right_one(
    arguments: dict[str, str], part: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(part)):
        Wanted.read(arguments)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("آذربایجان\u200cشرقی", "آذربایجان شرقی"),
        ("آذربايجان شرقي", "آذربایجان شرقی"),
        ("استان گيلان", "گیلان"),
        ("كرمان", "کرمان"),
    ],
)
def test_a_province_in_any_spelling(typed: str, name: str) -> None:
    assert Wanted.read({"province": typed}).province == name


def test_addresses_may_hold_commas() -> None:
    wanted = Wanted.read({"urls": "https://a.ir/x,y, https://b.ir/z"})
    assert wanted.urls == ("https://a.ir/x,y", "https://b.ir/z")


def test_pages_that_are_named_are_wanted_whatever_they_are_about() -> None:
    named = {"urls": "https://a.ir/1"}
    off_topic = article(text="نشست خبری فدراسیون فوتبال")
    assert Wanted.read(named).misfit(off_topic) is None
    assert Wanted.read({**named, "topic": "tvto"}).misfit(off_topic) == "off-topic"
    assert Wanted.read({}).misfit(off_topic) == "off-topic"


def test_an_address_that_is_named_twice_counts_once() -> None:
    assert Wanted.read({"urls": "https://a.ir/1 https://a.ir/1"}).urls == ("https://a.ir/1",)


def test_addresses_from_a_file(tmp_path: Path) -> None:
    names = tmp_path / "urls.txt"
    names.write_text("\ufeffhttps://a.ir/1\n\n# later\nhttps://a.ir/2\n", "utf-8")
    assert Wanted.read({"urls": f"@{names}"}).urls == ("https://a.ir/1", "https://a.ir/2")


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        ("2025-03-20T23:59:00+03:30", False),
        ("2025-03-21T00:00:00+03:30", True),
        ("2025-03-21", True),
        ("2025-04-20T23:59:00+03:30", True),
        ("2025-04-21T00:00:00+03:30", False),
        (None, False),
    ],
)
def test_the_window_is_exact_and_inclusive(published: str | None, kept: bool) -> None:
    farvardin = Wanted.read({"since": "1404/01/01", "until": "1404/01/31"})
    assert (farvardin.misfit(article(published)) is None) is kept


def test_the_window_in_a_summer_with_summer_time() -> None:
    day = Wanted.read({"since": "1401/05/12", "until": "1401/05/12"})
    assert day.misfit(article("2022-08-03T00:10:00+04:30")) is None
    assert day.misfit(article("2022-08-02T23:50:00+04:30")) == "off-dates"


def test_the_leap_day_before_nowruz() -> None:
    day = Wanted.read({"since": "1403/12/30", "until": "1403/12/30"})
    assert day.misfit(article("2025-03-20T12:00:00+03:30")) is None
    assert day.misfit(article("2025-03-21T00:00:00+03:30")) == "off-dates"


def test_a_query_wants_all_its_words_in_any_spelling() -> None:
    for query in ("فني حرفه‌اي", "فنی و حرفه ای", "فنی و حرفه‌ای"):
        assert Wanted.read({"query": query}).misfit(article()) is None
    wanted = Wanted.read({"query": "فنی و حرفه ای"})
    assert wanted.misfit(article(text="آموزش فنی و حرفه ای")) is None
    assert wanted.misfit(article(text="آموزش فنی")) == "off-query"


def test_the_topic_is_tvto_unless_all_is_asked_for() -> None:
    football = article(text="مهارت بازیکنان پرسپولیس تماشاگران را به وجد آورد")
    assert Wanted.read({}).misfit(football) == "off-topic"
    assert Wanted.read({"topic": "all"}).misfit(football) is None


def test_a_section_is_the_pages_own_or_that_of_the_listing() -> None:
    wanted = Wanted.read({"section": "استان‌ها", "topic": "all"})
    inside, outside = article(), article()
    inside.section = ["استان ها", "یزد"]
    assert wanted.misfit(inside) is None
    assert wanted.misfit(outside) == "off-section"
    assert wanted.misfit(outside, by_way=True) is None


def test_a_province_that_the_article_tells_goes_before_the_listing() -> None:
    wanted = Wanted.read({"province": "یزد", "topic": "all"})
    untold, other = article(), article()
    other.province = "فارس"
    assert wanted.misfit(untold) == "off-province"
    assert wanted.misfit(untold, by_way=True) is None
    assert wanted.misfit(other, by_way=True) == "off-province"
