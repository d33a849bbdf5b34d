"""`scrapy crawl` as a user runs it: what it writes, says and returns."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from small_sites import FEED, HTML, ROOT, Crawl, damage, feed_of, write_warc

from tvto_crawl.ledger import Ledger
from tvto_crawl.places import sample_folder
from tvto_crawl.store import Store

SAMPLES = sample_folder() or Path()
GOOD_PAGE = SAMPLES / "mehr" / "pages" / "6613042-khorasan-jonoubi.html"
AGENCIES = sorted(path.parent.name for path in SAMPLES.glob("*/site.toml"))


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("agency", AGENCIES)
def test_the_sample_site_comes_out_as_articles(agency: str, crawl: Crawl, tmp_path: Path) -> None:
    first = crawl(agency, "-s", "SOURCE=sample")
    assert first.returncode == 0, first.stderr
    articles = lines(tmp_path / "articles" / f"{agency}.jsonl")
    assert len(articles) >= 6
    assert {a["agency"] for a in articles} == {agency}
    assert {a["source"] for a in articles} == {"sample"}
    assert "replaying the sample site" in first.stderr
    assert f"{agency}: {len(articles)} new articles" in first.stderr

    again = crawl(agency, "-s", "SOURCE=sample")
    assert again.returncode == 0
    assert f"0 new articles, {len(articles)} already written" in again.stderr
    assert lines(tmp_path / "articles" / f"{agency}.jsonl") == articles


def test_single_addresses(crawl: Crawl, tmp_path: Path) -> None:
    done = crawl(
        "ilna", "-s", "SOURCE=sample", "-a",
        "urls=https://www.ilna.ir/fa/tiny/news-1433816,https://www.mehrnews.com/news/1234567",
    )  # fmt: skip
    assert done.returncode == 0
    (article,) = lines(tmp_path / "articles" / "ilna.jsonl")
    assert article["id"] == "ilna:1433816"
    assert "1 on hosts that are not the spider's" in done.stderr


def test_bad_pages_are_counted_and_the_crawl_goes_on(crawl: Crawl, tmp_path: Path) -> None:
    site = "https://www.mehrnews.com"
    pages = [
        (
            f"{site}/rss",
            FEED,
            feed_of(f"{site}/news/1000001/a", f"{site}/news/1000002") + "<broken",
        ),
        (f"{site}/rss/tp/6", FEED, "no feed at all"),
        (f"{site}/service/Society", "application/pdf", b"%PDF-1.4 \x00\x01"),
        (f"{site}/service/Provinces", HTML, f"<a href='{site}/news/6613042'>t</a>" * 3),
        (f"{site}/news/1000001/a", "image/png", b"\x89PNG\x00"),
        (f"{site}/news/1000002", HTML, b""),
        (f"{site}/news/6613042", HTML, GOOD_PAGE.read_bytes()),
    ]
    warc = write_warc(tmp_path / "site.warc.gz", pages)
    done = crawl("mehr", "-s", f"SOURCE={warc}", "-a", "topic=all")
    assert "pages    1 article, 2 pages without one, " in done.stderr
    assert "left out 1 not HTML\n" in done.stderr
    assert "left out 1 without article text\n" in done.stderr
    assert "not a feed, or broken XML" in done.stderr
    assert "Traceback" not in done.stderr
    (article,) = lines(tmp_path / "articles" / "mehr.jsonl")
    assert article["source"] == "site.warc.gz"


def test_an_archive_without_listings_gives_its_articles(crawl: Crawl, tmp_path: Path) -> None:
    page = GOOD_PAGE.read_bytes()
    warc = write_warc(
        tmp_path / "cc.warc.gz",
        [
            ("http://www.mehrnews.com/news/6613042/x", HTML, page),
            ("http://www.mehrnews.com/service/Society", HTML, "<p>listing</p>"),
            ("http://www.example.com/news/6613043", HTML, page),
        ],
    )
    done = crawl("mehr", "-s", f"SOURCE={warc}", "-a", "topic=all")
    assert done.returncode == 0, done.stderr
    assert [a["id"] for a in lines(tmp_path / "articles" / "mehr.jsonl")] == ["mehr:6613042"]


def test_robots_that_forbid_everything_end_the_crawl_with_a_word(
    crawl: Crawl, tmp_path: Path
) -> None:
    site = "https://www.mehrnews.com"
    pages = [
        (f"{site}/robots.txt", "text/plain", "User-agent: tvto_crawl\nDisallow: /\n"),
        (f"{site}/rss", FEED, feed_of(f"{site}/news/1000001")),
    ]
    done = crawl("mehr", "-s", f"SOURCE={write_warc(tmp_path / 'r.warc.gz', pages)}")
    assert done.returncode == 1
    assert "mehr: robots.txt forbids https://www.mehrnews.com/" in done.stderr


def test_a_host_that_cannot_be_reached_is_one_sentence(
    crawl: Crawl, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A proxy on a closed port stands in for a site that is down, without any network.
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    done = crawl("ilna", "-s", "DOWNLOAD_DELAY=0.01", "-s", "RETRY_TIMES=0")
    assert done.returncode == 1
    assert "www.ilna.ir can't be reached" in done.stderr.splitlines()[-1]
    assert done.stderr.count("can't be reached") == 1
    assert "Traceback" not in done.stderr
    assert "add -s CONTACT=" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nosuch"], "there is no spider 'nosuch'; the spiders are"),
        (["ilna", "-a", "limit=many"], "-a limit=20"),
        (["ilna", "-s", "SOURCE=/no/such.warc.gz"], "there is no WARC file at /no/such.warc.gz"),
        (["ilna", "-s", "SOURCE="], "SOURCE is empty; give -s SOURCE=live"),
        (["ilna", "-s", f"SOURCE={__file__}"], "test_crawl.py is not a WARC file"),
        (["ilna", "-s", "SORCE=sample"], "did you mean -s SOURCE=…?"),
        (["ilna", "-s", "source=sample"], "did you mean -s SOURCE=…?"),
        (["ilna", "-s", "limit=1"], "limit is an argument, not a setting: -a limit=1"),
        (["ilna", "-a", "SOURCE=sample"], "SOURCE is a setting, not an argument: -s SOURCE=sample"),
        (["ilna", "--nosuch"], "there is no option --nosuch; `scrapy crawl --help` lists them"),
        (
            ["ilna", "-s", "LOG_LEVEL=debug"],
            "there is no LOG_LEVEL debug; give for example -L DEBUG",
        ),
        (["ilna", "-L", "LOUD"], "there is no LOG_LEVEL LOUD; give for example -L INFO"),
        (["ilna", "-a", "query=\udce3"], r"-a query=\udce3 is not UTF-8: set the terminal to it"),
        (["ilna", "-s", "RECORD_SIZE=1GB"], "-s RECORD_SIZE=1000000000"),
        (["ilna", "-s", "SECOND_OPINION=x"], "-s SECOND_OPINION=50"),
        (["ilna", "-s", "DOWNLOAD_DELAY=abc"], "-s DOWNLOAD_DELAY=1"),
        (["ilna", "-s", "DOWNLOAD_DELAY=-1"], "-s DOWNLOAD_DELAY=1"),
        (["ilna", "-s", "ALLOW_PRIVATE_ADDRESSES=maybe"], "neither yes nor no"),
        (["ilna", "-s", "CONCURRENT_REQUESTS_PER_DOMAIN=0"], "-s CONCURRENT_REQUESTS_PER_DOMAIN=1"),
        (["ilna", "-s", "CONCURRENT_ITEMS=0"], "-s CONCURRENT_ITEMS=1"),
        (["ilna", "-a", "sinse=1404/01/01"], "did you mean -a since=1404/01/01?"),
        (["ilna", "-a", "nosuch=1"], "try for example -a since=1404/01/01"),
        (["ilna", "-a", "province=تهرانن"], "-a province='تهران'"),
        (["site", "-a", "domian=tabnak.ir"], "the arguments are domain, since, until"),
        (["ilna", "SOURCE=sample"], "did you mean -s SOURCE=sample?"),
        (["ilna", "limit=3"], "did you mean -a limit=3?"),
        (["ilna", "-O", "/no/out.jsonl.gz"], "write /no/out.jsonl, and compress that"),
        (["ilna", "-O", "/no/out.xz:jsonl"], "write /no/out, and compress that"),
        (["ilna", "-O", "/no/out.docx"], "Unrecognized output format 'docx'"),
        (["site"], "which site? Name it, for example -a domain=tabnak.ir"),
    ],
)
def test_a_wrong_command_is_one_sentence(arguments: list[str], sentence: str, crawl: Crawl) -> None:
    done = crawl(*arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert "Usage" not in done.stdout + done.stderr


def test_samples_outside_a_checkout_say_where_to_get_them(tmp_path: Path) -> None:
    # As from a wheel: the three packages, and nothing of the checkout beside them.
    for package in ("cleaners", "spiders", "tvto_crawl"):
        (tmp_path / "site" / package).parent.mkdir(exist_ok=True)
        subprocess.run(["cp", "-r", str(ROOT / package), str(tmp_path / "site")], check=True)
    environment = {
        **os.environ,
        "PYTHONPATH": str(tmp_path / "site"),
        "SCRAPY_SETTINGS_MODULE": "tvto_crawl.settings",
    }
    for command in (["crawl", "ilna", "-s", "SOURCE=sample"], ["check"]):
        done = subprocess.run(
            [sys.executable, "-m", "scrapy", *command],
            cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        assert done.returncode == 2
        assert "clone the project's repository" in done.stderr
        assert "Ran " not in done.stderr


def test_the_contracts_of_every_spider_hold_offline() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "check"],
        cwd=ROOT, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Ran 15 contracts" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("spider", "arguments"),
    [
        ("mehr", ["since=1404/07/14", "until=1404/07/15"]),
        ("mehr", ["query=فنی و حرفه‌ای"]),
        ("mehr", ["province=خراسان جنوبی"]),
        ("irib", ["since=1404/09/01", "until=1404/09/30"]),
        ("ilna", ["section=مهارت"]),
        ("tvto", ["province=فارس"]),
    ],
)
def test_the_samples_by_archive_by_search_and_by_section(
    spider: str, arguments: list[str], crawl: Crawl, tmp_path: Path
) -> None:
    given = [part for argument in arguments for part in ("-a", argument)]
    done = crawl(spider, "-s", "SOURCE=sample", *given)
    assert done.returncode == 0, done.stderr
    assert lines(tmp_path / "articles" / f"{spider}.jsonl")


def test_the_second_of_two_crawls_says_so_and_stops(crawl: Crawl, tmp_path: Path) -> None:
    with Store(tmp_path / "articles", "ilna", sample=True):
        done = crawl("ilna", "-s", "SOURCE=sample")
    assert done.returncode == 1
    assert "another crawl of ilna" in done.stderr.splitlines()[-1]


def test_a_live_crawl_is_refused_over_sample_lines(crawl: Crawl, tmp_path: Path) -> None:
    crawl("ilna", "-s", "SOURCE=sample", "-a", "limit=1")
    before = (tmp_path / "articles" / "ilna.jsonl").read_bytes()
    done = crawl("ilna", "-s", "CONTACT=x@y.ir")
    assert done.returncode == 1
    assert "holds sample articles" in done.stderr.splitlines()[-1]
    assert "new article" not in done.stderr
    assert (tmp_path / "articles" / "ilna.jsonl").read_bytes() == before


@pytest.mark.parametrize(
    "command",
    [
        ["shell", "-c", "response.status"],
        ["fetch", "--spider", "mehr"],
        ["parse", "--spider", "mehr", "-c", "parse_article", "--pipelines"],
        ["parse"],
    ],
    ids=["shell", "fetch", "parse by spider", "parse"],
)
def test_commands_to_look_with_leave_the_articles_alone(command: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    settings = ["-s", "SOURCE=sample", "-s", f"ARTICLES={folder}"]
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", *command, *settings, "https://www.mehrnews.com/news/6613042"],
        cwd=ROOT, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout
    assert "Traceback" not in done.stderr
    assert not folder.exists()
    assert "deprecated" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["-c", "nosuch", "https://www.mehrnews.com/news/6613042"], 2, "no callback nosuch"),
        (["https://www.mehrnews.com/news/1"], 1, "No response downloaded"),
        (["https://nosuch.example/news/1"], 2, "Unable to find spider"),
    ],
    ids=["callback", "page", "spider"],
)
def test_a_page_that_can_not_be_parsed_is_a_failure(
    arguments: list[str], status: int, told: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "parse", "-s", "SOURCE=sample", *arguments],
        cwd=ROOT, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == status, done.stderr
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("table", ["pages", "runs", "listings"])
def test_a_crawl_with_a_damaged_ledger_ends_with_a_sentence(
    crawl: Crawl, tmp_path: Path, table: str
) -> None:
    with Store(tmp_path / "articles", "ilna", sample=True):
        pass
    damage(tmp_path / "articles" / "ilna.sample.ledger", table)
    done = crawl("ilna", "-s", "SOURCE=sample")
    assert done.returncode == 1
    assert "ilna.sample.ledger may be deleted" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_crawl_whose_words_nobody_reads_is_closed_properly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "scrapy", "crawl", "mehr", "-s", "SOURCE=sample"]
    running = subprocess.Popen(
        [*command, "-s", f"ARTICLES={tmp_path}"], cwd=ROOT, stderr=subprocess.PIPE
    )
    assert running.stderr
    running.stderr.close()
    assert running.wait(60) == 0
    with Ledger(tmp_path / "mehr.sample.ledger") as ledger:
        (run,) = ledger.runs()
    assert run["ended"]


def test_the_same_address_twice_is_one_article_and_nothing_else(
    crawl: Crawl, tmp_path: Path
) -> None:
    names = tmp_path / "urls.txt"
    names.write_text("https://www.ilna.ir/fa/tiny/news-1433816\n" * 2, "utf-8")
    done = crawl("ilna", "-s", "SOURCE=sample", "-a", f"urls=@{names}")
    assert done.returncode == 0
    assert "ilna: 1 new article, 0 already written" in done.stderr
    assert "pages    1 article, 0 listings" in done.stderr
    assert "left out" not in done.stderr


def test_a_site_that_no_recording_holds_is_told_with_its_reason(crawl: Crawl) -> None:
    done = crawl("site", "-a", "domain=tabnak.ir", "-s", "SOURCE=sample")
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith("site: no page of tabnak.ir is in the sample sites: there are ")
    assert all(host in last for host in ("ilna.ir, ", "iribnews.ir, ", "mehrnews.com, "))


def test_a_section_that_nothing_is_of_is_told(crawl: Crawl) -> None:
    for _ in ("new", "known"):
        done = crawl("tvto", "-s", "SOURCE=sample", "-a", "section=xyz")
        assert done.returncode == 1
        assert "no article is in the section 'xyz'" in done.stderr.splitlines()[-1]


def test_help_lists_what_a_spider_takes(crawl: Crawl) -> None:
    done = crawl("site", "-a", "help=1")
    assert done.returncode == 0
    assert "domain    the site, such as tabnak.ir" in done.stdout
    assert "since     first day" in done.stdout
    assert "Sections: مهارت، کارگری" in crawl("ilna", "-a", "help=1").stdout


@pytest.mark.parametrize("agency", AGENCIES)
def test_a_limit_is_exact_and_asks_for_no_more_than_it_needs(
    agency: str, crawl: Crawl, tmp_path: Path
) -> None:
    stats = tmp_path / "stats.json"
    done = crawl(agency, "-s", "SOURCE=sample", "-a", "limit=3", "-s", f"STATS_JSON={stats}")
    assert done.returncode == 0
    account = json.loads(stats.read_text("utf-8"))
    assert account["articles"] == 3
    left_out = sum(account["skipped"].values())
    assert account["pages"] <= 3 + left_out
