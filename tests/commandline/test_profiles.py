"""`--profile`: what was learned of a site helps `clean` and `inspect` with its pages."""

import json
from pathlib import Path

import pytest
from archives import records, write_warc

from cleaners import clean_html, explain_html, learn_boilerplate
from tests.cleaners.test_profile import PAGES, PROMOTION, SENTENCES
from tests.sample_pages import article_pages

OTHER = [(body, url.replace("news.example.ir", "other.ir")) for body, url in PAGES]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "example.toml"
    learn_boilerplate(PAGES[:5]).save(file)
    return file


def archive(folder: Path, pages: list[tuple[bytes, str]]) -> Path:
    return write_warc(folder / "pages.warc", [(url, body) for body, url in pages])


def bodies(path: Path) -> list[list[str]]:
    return [article["body"] for article in records(path)]


def test_clean_leaves_out_what_recurs_on_the_site(tvto, tmp_path, profile):
    pages, out = archive(tmp_path, PAGES), tmp_path / "out.jsonl"
    result = tvto("clean", pages, "-o", out, "--no-normalize", "--profile", profile)
    assert result.exit_code == 0, result.output
    assert bodies(out)[5] == [sentence.format(n=6) for sentence in SENTENCES]


def test_processes_have_the_profile_too(tvto, tmp_path, profile, monkeypatch):
    monkeypatch.setattr("tvto_crawl.bulk.portions._SMALLEST", 3000)
    pages = archive(tmp_path, PAGES)
    for jobs in (1, 2):
        tvto("clean", pages, "-o", tmp_path / f"{jobs}.jsonl", f"-j{jobs}", "--profile", profile)
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()
    assert PROMOTION[:20] not in (tmp_path / "2.jsonl").read_text("utf-8")


def test_a_page_of_another_site_is_read_without_it(tvto, tmp_path, profile):
    tvto("clean", archive(tmp_path, OTHER), "-o", tmp_path / "out.jsonl", "--profile", profile)
    assert all(
        any(PROMOTION[:20] in text for text in body) for body in bodies(tmp_path / "out.jsonl")
    )


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_profile_that_fits_no_page_is_told_once(tvto, tmp_path, profile, monkeypatch, jobs):
    monkeypatch.setattr("tvto_crawl.bulk.portions._SMALLEST", 3000)
    out = f"{tmp_path / 'shards'}/"
    for _ in range(2):  # the second run only finds what the first has done
        result = tvto(
            "clean", archive(tmp_path, OTHER), "-o", out, f"-j{jobs}", "--profile", profile
        )
        assert result.exit_code == 0
        assert result.stderr.count("warning") == 1
        assert (
            "warning: no page is from news.example.ir, so its profile was not used;"
            " the pages are from other.ir" in result.stderr
        )


def test_of_several_profiles_only_those_that_fit_no_page_are_told(tvto, tmp_path, profile):
    other, third = tmp_path / "other.toml", tmp_path / "third.toml"
    other.write_text('hosts = ["other.ir"]\n')
    third.write_text('hosts = ["third.ir"]\n')
    (tmp_path / "page.html").write_bytes(PAGES[5][0])
    options = [option for file in (profile, other, third) for option in ("--profile", file)]
    pages = archive(tmp_path, PAGES)
    result = tvto("clean", pages, tmp_path / "page.html", "-o", tmp_path / "out.jsonl", *options)
    assert (
        "warning: no page is from other.ir, third.ir, so their profiles were not used;"
        " the pages are from news.example.ir" in result.stderr
    )


def test_a_profile_that_fits_is_told_by_the_record(tvto, tmp_path, profile):
    pages, out = archive(tmp_path, PAGES), tmp_path / "out.jsonl"
    result = tvto("clean", pages, "-o", out, "--profile", profile)
    assert "warning" not in result.stderr
    assert all(str(article["extractor"]).endswith("+profile") for article in records(out))


def test_a_page_of_a_host_below_the_site_is_of_the_site(tvto, tmp_path, profile):
    below = [(body, url.replace("news.", "fars.news.")) for body, url in PAGES]
    tvto("clean", archive(tmp_path, below), "-o", tmp_path / "out.jsonl", "--profile", profile)
    assert not any(
        PROMOTION[:20] in text for body in bodies(tmp_path / "out.jsonl") for text in body
    )


def test_a_page_without_an_address_is_taken_for_one_of_the_only_site(tvto, tmp_path, profile):
    (tmp_path / "page.html").write_bytes(PAGES[5][0])
    tvto("clean", tmp_path / "page.html", "-o", tmp_path / "out.jsonl", "--profile", profile)
    assert len(bodies(tmp_path / "out.jsonl")[0]) == len(SENTENCES)


def test_a_page_without_an_address_belongs_to_the_only_site(tvto, tmp_path, profile):
    (tmp_path / "page.html").write_bytes(PAGES[5][0])
    out = tmp_path / "out.jsonl"
    tvto("clean", tmp_path / "page.html", "-o", out, "--profile", profile)
    assert records(out)[0]["agency"] == "news.example.ir"
    tvto("clean", tmp_path / "page.html", "-o", out, "--profile", profile, "--agency", "mehr")
    assert records(out)[0]["agency"] == "mehr"


def test_a_page_of_another_site_does_not_belong_to_that_of_a_profile():
    article = clean_html(*OTHER[5], profile=learn_boilerplate(PAGES[:5]), agency="mehr")
    assert article.agency == "other.ir"


def test_another_profile_makes_the_work_anew(tvto, tmp_path, profile):
    pages, out = archive(tmp_path, PAGES), tmp_path / "shards"
    tvto("clean", pages, "-o", f"{out}/")
    again = tvto("clean", pages, "-o", f"{out}/", "--profile", profile)
    assert "complete already" not in again.stderr
    kept = tvto("clean", pages, "-o", f"{out}/", "--profile", profile)
    assert "1 portion already complete" in kept.stderr


@pytest.mark.parametrize("command", ["clean", "inspect"])
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("family = ", "is not TOML"),
        ('family = "a"', "names no host"),
        ('hosts = ["a.ir"]\nbody = ["div["]', "body has 'div[', which is not a selector"),
    ],
)
def test_a_file_that_is_no_profile_is_a_wrong_command(tvto, tmp_path, command, text, word):
    (tmp_path / "page.html").write_bytes(PAGES[5][0])
    (tmp_path / "bad.toml").write_text(text, "utf-8")
    arguments = [tmp_path / "page.html", "-o", tmp_path / "out", "--profile", tmp_path / "bad.toml"]
    result = tvto(command, *arguments)
    assert result.exit_code == 2
    assert word in " ".join(result.stderr.split())


def test_inspect_shows_the_article_that_clean_writes(tvto, tmp_path, profile):
    body, url = PAGES[5]
    (tmp_path / "page.html").write_bytes(body)
    arguments = [tmp_path / "page.html", "--url", url, "--profile", profile]
    result = tvto("inspect", *arguments, "-o", tmp_path / "view.html")
    assert result.exit_code == 0, result.output
    data = (tmp_path / "view.html").read_text("utf-8")
    told = json.loads(
        data.split('<script type="application/json" id="inspection">')[1].split("</")[0]
    )
    expected = learn_and_clean()
    assert told["record"]["body"] == expected
    assert [line["code"] for line in told["lines"] if line["text"] == PROMOTION] == ["recurring"]


def learn_and_clean() -> list[str]:
    return clean_html(*PAGES[5], profile=learn_boilerplate(PAGES[:5])).body


def test_inspect_tells_that_a_profile_is_of_another_site(tvto, tmp_path, profile):
    (tmp_path / "page.html").write_bytes(PAGES[5][0])
    arguments = [tmp_path / "page.html", "--url", OTHER[5][1], "--profile", profile]
    result = tvto("inspect", *arguments, "-o", tmp_path / "view.html")
    assert "no profile was used, because the page is not from news.example.ir" in result.stderr


def test_a_recurring_line_is_explained():
    learned = learn_boilerplate(PAGES[:5])
    lines = explain_html(*PAGES[5], profile=learned).lines
    [promotion] = [line for line in lines if line.text == PROMOTION]
    assert (promotion.kept, promotion.rule, promotion.code) == (False, "profile lines", "recurring")
    assert "profile of the site" in promotion.reason


def test_a_profile_that_no_page_needs_is_told(tvto, tmp_path):
    page = next(page for page in article_pages() if page.agency == "mehr")
    known = tmp_path / "mehr.toml"
    known.write_text('hosts = ["mehrnews.com"]\nlines = ["صفحه نخست"]\n', "utf-8")
    pages = write_warc(tmp_path / "pages.warc", [(page.url, page.read())])
    call = ("clean", pages, "-o", tmp_path / "out.jsonl", "--profile", known)
    told = "rules cover all articles from mehrnews.com, so its profile was not used"
    assert told in tvto(*call).stderr
    assert "warning" not in tvto(*call, "--no-rules").stderr


@pytest.mark.parametrize("jobs", [1, 2])
def test_keys_of_a_profile_that_find_nothing_are_told(tvto, tmp_path, monkeypatch, jobs):
    monkeypatch.setattr("tvto_crawl.bulk.portions._SMALLEST", 3000)
    known = tmp_path / "known.toml"
    keys = 'title = ["h2.xb"]\nbody = ["div.nope"]\npublished = ["meta:nope", "b.nope"]\n'
    known.write_text(f'hosts = ["news.example.ir"]\n{keys}', "utf-8")
    pages, out = archive(tmp_path, PAGES), tmp_path / "out.jsonl"
    result = tvto("clean", pages, "-o", out, "--profile", known, f"-j{jobs}")
    assert result.stderr.count("warning") == 1
    told = "the profile's body, published found nothing on 6 articles from news.example.ir"
    assert told in result.stderr
