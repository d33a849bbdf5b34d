"""`scrapy crawl` as a user runs it: what it writes, says and returns."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from small_sites import FEED, HTML, ROOT, Crawl, feed_of, write_warc

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


def test_o_writes_that_file_alone_and_limit_is_exact(crawl: Crawl, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = crawl("ilna", "-s", "SOURCE=sample", "-O", str(out), "-a", "limit=3", "-a", "topic=all")
    assert done.returncode == 0
    assert len(lines(out)) == 3
    assert list(lines(out)[0])[:3] == ["id", "agency", "agency_name"]
    assert "\\u06" not in out.read_text("utf-8")
    assert not (tmp_path / "articles").exists()


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
    assert "1 the input is not an HTML page" in done.stderr
    assert "1 the page has no article text" in done.stderr
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
        (["site"], "which site? Name it, for example -a domain=tabnak.ir"),
    ],
)
def test_a_wrong_command_is_one_sentence(arguments: list[str], sentence: str, crawl: Crawl) -> None:
    done = crawl(*arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


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
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "crawl", "ilna", "-s", "SOURCE=sample"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    assert "clone the project's repository" in done.stderr


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


@pytest.mark.parametrize("option", ["-o", "-O"])
@pytest.mark.parametrize("name", ["folder", "file/out.jsonl", "file/new/out.jsonl"])
def test_an_output_that_cannot_be_written_stops_the_crawl_before_it_begins(
    name: str, option: str, crawl: Crawl, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    done = crawl("ilna", "-s", "SOURCE=sample", option, f"{tmp_path / name}:jsonlines")
    assert done.returncode == 1
    (sentence,) = done.stderr.splitlines()
    assert f"{tmp_path / name} can't be written: " in sentence


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_fills_its_disk_ends_the_crawl_with_a_sentence(crawl: Crawl) -> None:
    done = crawl("ilna", "-s", "SOURCE=sample", "-O", "/dev/full:jsonlines")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "ilna: /dev/full can't be written: No space left on device"
    )
    assert "ilna: 0 new articles" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_whose_end_does_not_fit_is_told_too(crawl: Crawl) -> None:
    done = crawl("ilna", "-s", "SOURCE=sample", "-a", "limit=1", "-O", "/dev/full:json")
    assert done.returncode == 1
    assert "/dev/full can't be written: No space left" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "json"])
def test_a_full_disk_leaves_whole_articles(suffix: str, crawl: Crawl, tmp_path: Path) -> None:
    out = tmp_path / f"out.{suffix}"
    limit = 12_000  # bytes that a file may have, in place of a disk
    done = crawl("ilna", "-s", "SOURCE=sample", "-a", "topic=all", "-O", str(out), file_size=limit)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == f"ilna: {out} can't be written: File too large"
    text = out.read_text("utf-8")
    written = {
        "jsonl": lambda: [json.loads(line) for line in text.splitlines()],
        "csv": lambda: list(csv.DictReader(io.StringIO(text))),
        "json": lambda: json.loads(text),
    }[suffix]()
    assert written
    assert text.endswith(("\n", "]"))
    assert f"ilna: {len(written)} new article" in done.stderr


def test_half_a_line_of_a_killed_crawl_is_cut_off(crawl: Crawl, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text('{"id": "x:1"}\n{"id": "x:2", "ti', "utf-8")
    crawl("ilna", "-s", "SOURCE=sample", "-a", "limit=1", "-a", "topic=all", "-o", str(out))
    first, second = (json.loads(line) for line in out.read_text("utf-8").splitlines())
    assert first == {"id": "x:1"}
    assert second["agency"] == "ilna"


def test_a_last_line_without_its_end_is_ended(crawl: Crawl, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text('{"id": "x:1"}', "utf-8")
    crawl("ilna", "-s", "SOURCE=sample", "-a", "limit=1", "-a", "topic=all", "-o", str(out))
    assert [json.loads(line)["id"][:1] for line in out.read_text("utf-8").splitlines()] == [
        "x", "i",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["json", "xml", "csv"])
def test_two_crawls_are_not_one_document(kind: str, crawl: Crawl, tmp_path: Path) -> None:
    out = tmp_path / f"out.{kind}"
    wanted = ["ilna", "-s", "SOURCE=sample", "-a", "limit=1"]
    assert crawl(*wanted, "-o", str(out)).returncode == 0
    first = out.read_bytes()
    again = crawl(*wanted, "-o", str(out))
    assert again.returncode == 2
    assert "-O " in again.stderr
    assert out.read_bytes() == first
    assert crawl(*wanted, "-O", str(out)).returncode == 0


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


def test_an_output_that_nothing_can_write_is_refused(crawl: Crawl) -> None:
    done = crawl("ilna", "-s", "SOURCE=sample", "-o", "nosuch://bucket/out.jsonl")
    assert done.returncode == 1
    assert "nosuch://bucket/out.jsonl can't be written" in done.stderr.splitlines()[-1]


def test_the_reader_of_a_pipe_gets_all_articles(crawl: Crawl, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE, text=True) as reader:
        done = crawl("ilna", "-s", "SOURCE=sample", "-a", "limit=2", "-o", f"{pipe}:jsonlines")
        out, _ = reader.communicate(timeout=30)
    assert done.returncode == 0
    assert len(out.splitlines()) == 2


def test_a_folder_for_o_is_made_by_the_crawl_only(crawl: Crawl, tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder" / "out.jsonl"
    done = crawl("ilna", "-s", "SOURCE=sample", "-a", "limit=1", "-o", str(out))
    assert done.returncode == 0
    assert len(lines(out)) == 1


def test_a_recording_of_nothing_leaves_no_folder(
    crawl: Crawl, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    record = tmp_path / "deep" / "warc"
    done = crawl("ilna", "-s", f"RECORD={record}", "-s", "DOWNLOAD_DELAY=0", "-s", "RETRY_TIMES=0")
    assert done.returncode == 1
    assert not (tmp_path / "deep").exists()


def test_a_recording_that_cannot_be_written_is_one_sentence(crawl: Crawl, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = crawl("ilna", "-s", f"RECORD={tmp_path / 'file' / 'warc'}")
    assert done.returncode == 1
    (sentence,) = done.stderr.splitlines()
    assert f"{tmp_path / 'file'} is a file, not a folder" in sentence


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


def test_an_account_that_cannot_be_written_stops_the_command(crawl: Crawl, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "stats.json", tmp_path):
        done = crawl("ilna", "-s", "SOURCE=sample", "-s", f"STATS_JSON={path}")
        assert done.returncode == 1
        assert "STATS_JSON=" in done.stderr
        assert "can't be written" in done.stderr
        assert not (tmp_path / "articles").exists()


def test_an_account_that_does_not_fit_leaves_the_last_one(crawl: Crawl, tmp_path: Path) -> None:
    stats = tmp_path / "stats.json"
    stats.write_text("{}")
    sample = [
        "mehr",
        "-s",
        "SOURCE=sample",
        "-O",
        "/dev/null:jsonlines",
        "-s",
        f"STATS_JSON={stats}",
    ]
    done = crawl(*sample, file_size=100)
    assert stats.read_text() == "{}"
    assert "STATS_JSON" in done.stderr
    assert done.returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["stats.json"]


def test_a_section_that_nothing_is_of_is_told(crawl: Crawl) -> None:
    for _ in ("new", "known"):
        done = crawl("tvto", "-s", "SOURCE=sample", "-a", "section=xyz")
        assert done.returncode == 1
        assert "no article is in the section 'xyz'" in done.stderr.splitlines()[-1]


def test_help_lists_what_a_spider_takes(crawl: Crawl) -> None:
    done = crawl("site", "-a", "help=1")
    assert done.returncode == 0
    assert "domain    the site: tabnak.ir" in done.stdout
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
