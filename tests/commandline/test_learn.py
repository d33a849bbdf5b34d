"""`tvto-crawl learn`: a profile of a site, out of files, folders and recordings."""

import pytest

from cleaners import SiteProfile
from tests.cleaners.test_profile import PAGES, PROMOTION
from tests.commandline.archives import write_warc

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
        (["pages"], 1, "add --url"),
        (["pages/1.html", "--url", SITE], 1, "two different articles"),
        (["pages/style.css"], 2, "no input is a page"),
        (["pages", "--url", SITE, "-o", "no/site.toml"], 2, "there is no folder no"),
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
