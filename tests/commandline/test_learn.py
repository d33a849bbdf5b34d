"""`tvto-crawl learn`: a profile of a site, out of files, folders and recordings."""

import pytest

from cleaners import SiteProfile
from tests.cleaners.test_profile import PAGES, PROMOTION, stating
from tests.commandline.archives import records, write_warc
from tests.sample_pages import FIXTURES

SITE = "https://news.example.ir/"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for number, (body, _) in enumerate(PAGES):
        (folder / f"{number}.html").write_bytes(body)
    (folder / "style.css").write_text("p { color: red }")
    return folder


def recording(path, count=6):
    return write_warc(path, [(url, body) for body, url in PAGES[:count]])


def test_learns_from_a_folder(tvto, folder, tmp_path):
    result = tvto("learn", folder, "--url", SITE, "-o", tmp_path / "site.toml")
    assert result.exit_code == 0, result.output
    profile = SiteProfile.load(tmp_path / "site.toml")
    assert profile.host == "news.example.ir"
    assert PROMOTION in profile.lines
    assert profile.body == ("div.xc",)
    assert "2 recurring lines in 6 articles (6 pages read)" in result.stderr
    assert "warning" not in result.stderr


def test_learns_from_a_recording_which_tells_the_site(tvto, tmp_path):
    recording(tmp_path / "site.warc.gz")
    result = tvto("learn", tmp_path / "site.warc.gz", "-o", tmp_path / "site.toml")
    assert result.exit_code == 0, result.output
    assert SiteProfile.load(tmp_path / "site.toml").host == "news.example.ir"


def test_a_page_saved_by_a_browser_tells_the_site(tvto, folder, tmp_path):
    for number, (body, url) in enumerate(PAGES):
        saved = f"<!-- saved from url=({len(url):04}){url} -->".encode() + body
        (folder / f"{number}.html").write_bytes(saved)
    assert tvto("learn", folder, "-o", tmp_path / "site.toml").exit_code == 0
    assert SiteProfile.load(tmp_path / "site.toml").host == "news.example.ir"


@pytest.mark.parametrize("agency", ["ilna", "mehr", "irib"])
def test_learns_from_the_articles_that_clean_finds(tvto, tmp_path, agency):
    archive = FIXTURES / agency / "site.warc.gz"
    result = tvto("learn", archive, "-o", tmp_path / "site.toml")
    assert result.exit_code == 0, result.output
    tvto("clean", archive, "-o", tmp_path / "out.jsonl")
    articles = {record["fingerprint"] for record in records(tmp_path / "out.jsonl")}
    assert f"in {len(articles)} articles (" in result.stderr


def test_a_profile_that_somebody_edited_is_not_replaced(tvto, folder, tmp_path):
    profile = tmp_path / "site.toml"
    learn = ("learn", folder, "--url", SITE, "-o", profile)
    assert tvto(*learn).exit_code == 0
    learned = profile.read_text("utf-8")
    assert tvto(*learn).exit_code == 0, "it is the same"
    profile.write_text(edited := learned.replace(PROMOTION, "ما"), "utf-8")
    refused = tvto(*learn)
    assert refused.exit_code == 2
    assert f"{profile} exists" in refused.stderr
    assert "--force" in refused.stderr
    assert profile.read_text("utf-8") == edited
    assert tvto(*learn, "--force").exit_code == 0
    assert profile.read_text("utf-8") == learned


def test_an_empty_file_is_filled(tvto, folder, tmp_path):
    (tmp_path / "site.toml").touch()
    assert tvto("learn", folder, "--url", SITE, "-o", tmp_path / "site.toml").exit_code == 0


def test_pages_of_several_sites_are_refused_whatever_site_is_given(tvto, tmp_path):
    pages = [(url, body) for body, url in PAGES]
    pages[0] = ("https://third.ir/news/1", pages[0][1])
    write_warc(tmp_path / "site.warc.gz", pages)
    result = tvto("learn", tmp_path / "site.warc.gz", "--url", "https://www.other.ir/")
    assert result.exit_code == 2
    assert "several sites: news.example.ir, third.ir" in result.stderr


def test_an_address_that_pages_state_counts_more_than_the_given_one(tvto, folder):
    for number, (body, url) in enumerate(PAGES):
        (folder / f"{number}.html").write_bytes(stating(body, url))
    result = tvto("learn", folder, "--url", "https://www.other.ir/")
    assert 'hosts = ["news.example.ir"]' in result.stdout


def test_prints_without_an_output(tvto, folder):
    result = tvto("learn", folder, "--url", SITE)
    assert 'hosts = ["news.example.ir"]' in result.stdout
    assert "recurring" not in result.stdout


def test_warns_of_too_few_different_articles(tvto, folder, tmp_path):
    for number in (3, 4, 5):
        (folder / f"{number}.html").write_bytes(PAGES[0][0])
    result = tvto("learn", folder, "--url", SITE, "-o", tmp_path / "site.toml")
    assert result.exit_code == 0
    assert "warning: 3 different articles" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["pages"], 2, "add --url"),
        (["pages/1.html", "--url", SITE], 2, "two different articles"),
        (["pages/style.css"], 2, "no input is a page"),
        (["pages", "--url", SITE, "-o", "no/site.toml"], 2, "there is no folder no"),
        (["pages", "--url", "notaurl"], 2, "notaurl is not a web address"),
        (["pages", "--url", ""], 2, "is not a web address"),
        (["missing"], 2, "does not exist"),
    ],
)
def test_says_what_is_wrong(tvto, folder, tmp_path, monkeypatch, arguments, code, words):
    monkeypatch.chdir(tmp_path)
    result = tvto("learn", *arguments)
    assert result.exit_code == code
    assert words in result.stderr
    assert not (tmp_path / "site.toml").exists()


def test_what_was_learned_is_used_as_written(tvto, tmp_path):
    recording(tmp_path / "site.warc.gz")
    profile = tmp_path / "site.toml"
    tvto("learn", tmp_path / "site.warc.gz", "-o", profile)
    result = tvto(
        *("clean", tmp_path / "site.warc.gz", "-o", tmp_path / "out.jsonl", "--profile", profile)
    )
    assert result.exit_code == 0, result.output
    assert PROMOTION[:20] not in (tmp_path / "out.jsonl").read_text("utf-8")


def test_a_misspelt_key_is_refused_with_a_sentence(tvto, folder, tmp_path):
    profile = tmp_path / "site.toml"
    profile.write_text('hosts = ["news.example.ir"]\ndorp = ["div.ad"]\n', "utf-8")
    result = tvto("clean", folder, "-o", tmp_path / "out.jsonl", "--profile", profile)
    assert result.exit_code == 2
    assert "has no dorp" in " ".join(result.stderr.split())
