"""Which requests of a crawl with a limit go out, and when."""

from collections.abc import Iterator

import pytest
from scrapy import Request, Spider
from scrapy.utils.test import get_crawler

from tvto_crawl.scheduler import ThriftyScheduler

SITES = ("fars", "yazd", "tehran", "alborz")


class _Scheduler(ThriftyScheduler):
    """With what is under way, and how much is written, told by the test."""

    sent: list[Request]
    articles = 0

    def _under_way(self) -> Iterator[Request]:
        yield from self.sent

    def _written(self) -> int:
        return self.articles


@pytest.fixture
def scheduler() -> _Scheduler:
    settings = {
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "SCHEDULER_PRIORITY_QUEUE": "scrapy.pqueues.ScrapyPriorityQueue",
        "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",
    }
    made = _Scheduler.from_crawler(get_crawler(Spider, settings))
    spider = Spider(name="tvto")
    made.sent = []
    made.open(spider)
    return made


def listing(site: str, page: int = 1) -> Request:
    return Request(f"https://{site}.irantvto.ir/list/{page}", meta={"listing": True})


def article(site: str, number: int) -> Request:
    url = f"https://{site}.irantvto.ir/news/{number}"
    return Request(url, priority=10, meta={"article": f"{site}:{number}"})


def send_all(scheduler: _Scheduler, limit: int) -> list[str]:
    """Send what may go out, and return it as `site/kind`."""
    scheduler.spider.limit = limit  # type: ignore[attr-defined]
    went = []
    while request := scheduler.next_request():
        scheduler.sent.append(request)
        parts = request.url.split("/")
        went.append(f"{parts[2].partition('.')[0]} {parts[3]}")
    return went


def test_a_small_limit_asks_for_one_listing(scheduler: _Scheduler) -> None:
    for site in SITES:
        scheduler.enqueue_request(listing(site))
    assert send_all(scheduler, limit=3) == ["fars list"]


def test_a_large_limit_asks_many_sites_at_once_and_each_for_one_listing(
    scheduler: _Scheduler,
) -> None:
    for site in SITES:
        scheduler.enqueue_request(listing(site))
        scheduler.enqueue_request(listing(site, 2))
    assert send_all(scheduler, limit=500) == [f"{site} list" for site in SITES]


def test_no_more_listings_go_out_than_the_missing_articles_need(scheduler: _Scheduler) -> None:
    for site in SITES:
        scheduler.enqueue_request(listing(site))
    assert send_all(scheduler, limit=30) == ["fars list", "yazd list"]


def test_articles_of_all_sites_go_out_beside_each_other(scheduler: _Scheduler) -> None:
    for site in SITES[:3]:
        for number in range(5):
            scheduler.enqueue_request(article(site, number))
    first = send_all(scheduler, limit=15)
    assert sorted(first[:3]) == ["fars news", "tehran news", "yazd news"]
    assert len(first) == 6  # one on its way and one behind it, for each site


def test_links_that_suffice_hold_listings_back(scheduler: _Scheduler) -> None:
    scheduler.enqueue_request(listing("yazd"))
    for number in range(6):
        scheduler.enqueue_request(article("fars", number))
    assert send_all(scheduler, limit=6) == ["fars news", "fars news"]
    assert len(scheduler) == 5


def test_links_that_do_not_suffice_let_another_site_s_listing_go_first(
    scheduler: _Scheduler,
) -> None:
    scheduler.enqueue_request(listing("yazd"))
    for number in range(6):
        scheduler.enqueue_request(article("fars", number))
    assert send_all(scheduler, limit=7)[0] == "yazd list"


def test_no_more_articles_are_under_way_than_are_wanted(scheduler: _Scheduler) -> None:
    for site in SITES:
        scheduler.enqueue_request(article(site, 1))
    scheduler.articles = 8
    assert len(send_all(scheduler, limit=10)) == 2


def test_without_a_limit_nothing_is_held_back(scheduler: _Scheduler) -> None:
    for number in range(9):
        scheduler.enqueue_request(article("fars", number))
    assert len(send_all(scheduler, limit=None)) == 9  # type: ignore[arg-type]
