"""`tvto-crawl clean`: whatever goes in, the right articles come out; and calls that cannot work."""

import gzip
import json

import pytest
from archives import numbered, records, samples, write_warc
from backports import zstd

from cleaners import clean_html, clean_text
from tests.sample_pages import article_pages

PAGE = next(page for page in article_pages() if page.agency == "mehr")
TEXT = clean_html(PAGE.read(), PAGE.url).text


@pytest.mark.parametrize("ending", [".warc", ".warc.gz"])
def test_every_page_of_a_warc_comes_out_as_clean_html_has_it(tvto, tmp_path, ending):
    archive = write_warc(tmp_path / f"news{ending}", samples())
    result = tvto("clean", archive, "-o", tmp_path / "out.jsonl", "-j1")
    assert result.exit_code == 0, result.output
    expected = [
        clean_html(
            page.read(),
            page.url,
            content_type="text/html; charset=utf-8",
            fetched_at="2026-01-05T10:00:00+00:00",
            source=archive.name,
        ).to_dict()
        for page in article_pages()
    ]
    assert records(tmp_path / "out.jsonl") == expected


def test_a_page_file(tvto, tmp_path):
    (tmp_path / "page.html").write_bytes(PAGE.read())
    tvto("clean", tmp_path / "page.html", "-o", tmp_path / "out.jsonl")
    [article] = records(tmp_path / "out.jsonl")
    assert article["text"] == TEXT
    assert article["source"] == "page.html"


@pytest.mark.parametrize(
    "top",
    [
        b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "XHTML 1.0">',
        b'<?xml version="1.0"?><!-- made by hand --><html>',
        b"\xef\xbb\xbf\r\n<!-- a comment first --><!doctype html>",
        b"",
    ],
)
def test_a_page_is_known_whatever_it_begins_with(tvto, tmp_path, top):
    page = PAGE.read().split(b">", 1)[1] if top else PAGE.read()
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "no-ending").write_bytes(top + page)
    tvto("clean", tmp_path / "pages", "-o", tmp_path / "out.jsonl")
    assert records(tmp_path / "out.jsonl")[0]["text"] == TEXT


def test_a_page_in_utf_16(tvto, tmp_path):
    (tmp_path / "page.html").write_bytes(PAGE.read().decode().encode("utf-16"))
    tvto("clean", tmp_path / "page.html", "-o", tmp_path / "out.jsonl")
    assert records(tmp_path / "out.jsonl")[0]["text"] == TEXT


def test_a_saved_page_tells_where_it_came_from(tvto, tmp_path):
    page = b"<!-- saved from url=(0040)https://www.ilna.ir/fa/tiny/news-1234567 -->\n" + PAGE.read()
    (tmp_path / "page.html").write_bytes(page)
    tvto("clean", tmp_path / "page.html", "-o", tmp_path / "out.jsonl")
    assert records(tmp_path / "out.jsonl")[0]["id"].split(":")[1] == "1234567"


@pytest.mark.parametrize("column", ["html", "content", "raw_html"])
def test_jsonl_of_pages(tvto, tmp_path, column):
    lines = [json.dumps({"url": url, column: page.decode()}) for url, page in numbered(3)]
    (tmp_path / "pages.jsonl").write_text("\n".join(lines), "utf-8")
    tvto("clean", tmp_path / "pages.jsonl", "-o", tmp_path / "out.jsonl")
    out = records(tmp_path / "out.jsonl")
    assert [article["id"] for article in out] == [f"mehr:{7000000 + n}" for n in range(3)]


def test_jsonl_of_texts_keeps_the_address(tvto, tmp_path):
    line = json.dumps({"text": TEXT, "url": "https://www.mehrnews.com/news/6577733/x"})
    (tmp_path / "texts.jsonl").write_text(line, "utf-8")
    tvto("clean", tmp_path / "texts.jsonl", "-o", tmp_path / "out.jsonl")
    [article] = records(tmp_path / "out.jsonl")
    assert article["id"] == "mehr:6577733"
    assert article["body"] == clean_text(TEXT).body


def test_the_column_can_be_named(tvto, tmp_path):
    line = json.dumps({"text": "x", "flattened": TEXT})
    (tmp_path / "texts.jsonl").write_text(line, "utf-8")
    out = tmp_path / "out.jsonl"
    tvto("clean", tmp_path / "texts.jsonl", "-o", out, "--column", "flattened")
    assert records(out)[0]["body"] == clean_text(TEXT).body


def test_the_texts_of_articles_are_cleaned_again_where_their_column_is_named(tvto, tmp_path):
    article = clean_html(PAGE.read(), PAGE.url)
    (tmp_path / "mehr.jsonl").write_text(article.to_json(), "utf-8")
    result = tvto(
        "clean", tmp_path / "mehr.jsonl", "-o", tmp_path / "out.jsonl", "--column", "text"
    )
    assert result.exit_code == 0, result.output
    [again] = records(tmp_path / "out.jsonl")
    assert (again["id"], again["body"]) == (article.id, clean_text(TEXT).body)


@pytest.mark.parametrize(
    ("record", "options", "told"),
    [
        ({"a": "x", "n": 1}, [], "its text columns are a; name one of them with --column"),
        ({"a": "x"}, ["--column", "b"], "has no text in a column b; its text columns are a"),
        ({"fingerprint": "", "extractor": "", "repairs": {}}, [], "articles that are clean"),
    ],
)
def test_a_file_without_the_column_is_told_why(tvto, tmp_path, record, options, told):
    (tmp_path / "a.jsonl").write_text(json.dumps(record), "utf-8")
    result = tvto("clean", tmp_path / "a.jsonl", "-o", tmp_path / "out.jsonl", *options)
    assert result.exit_code == 2
    assert f"a.jsonl {told}" in result.stderr or told in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_flattened_text(tvto, tmp_path, encoding):
    (tmp_path / "text.txt").write_text(TEXT, encoding)
    tvto("clean", tmp_path / "text.txt", "-o", tmp_path / "out.jsonl")
    assert records(tmp_path / "out.jsonl") == [clean_text(TEXT).to_dict()]


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
@pytest.mark.parametrize("kind", ["page.html", "text.txt", "lines.jsonl", "all.warc"])
def test_packed_files_read_like_plain_ones(tvto, tmp_path, pack, kind):
    plain = {
        "page.html": PAGE.read(),
        "text.txt": TEXT.encode(),
        "lines.jsonl": json.dumps({"text": TEXT}).encode(),
        "all.warc": write_warc(tmp_path / "w", samples()).read_bytes(),
    }[kind]
    (tmp_path / kind).write_bytes(plain)
    tvto("clean", tmp_path / kind, "-o", tmp_path / "plain.jsonl", "-j1")
    (tmp_path / kind).write_bytes(pack(plain))
    tvto("clean", tmp_path / kind, "-o", tmp_path / "packed.jsonl", "-j1")
    assert (tmp_path / "plain.jsonl").read_bytes()
    assert (tmp_path / "packed.jsonl").read_bytes() == (tmp_path / "plain.jsonl").read_bytes()


def test_a_folder_of_all_kinds_and_other_things(tvto, tmp_path):
    folder = tmp_path / "crawl"
    (folder / "deep").mkdir(parents=True)
    (folder / "1714210-slug").write_bytes(PAGE.read())
    (folder / "deep" / "page.htm").write_bytes(PAGE.read())
    (folder / "text.txt").write_text(TEXT, "utf-8")
    (folder / "lines.jsonl").write_text(json.dumps({"text": TEXT}), "utf-8")
    write_warc(folder / "w.warc.gz", numbered(1))
    (folder / "style.css").write_text("p { color: red }")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 9)
    (folder / "feed.xml").write_text("<?xml version='1.0'?><rss><channel/></rss>")
    (folder / "numbers.jsonl").write_text('{"a": 1}\n')
    (folder / ".hidden.html").write_bytes(PAGE.read())
    result = tvto("clean", folder, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 0, result.output
    assert len(records(tmp_path / "out.jsonl")) == 5
    assert "4 other files" in result.stderr
    for name in ("style.css", "photo.jpg", "feed.xml", "numbers.jsonl"):
        assert name in result.stderr


@pytest.mark.parametrize("kind", ["page", "text", "jsonl", "warc.gz"])
def test_standard_input_may_be_anything(tvto, tmp_path, kind):
    given = {
        "page": PAGE.read(),
        "text": TEXT.encode(),
        "jsonl": json.dumps({"text": TEXT}).encode(),
        "warc.gz": write_warc(tmp_path / "w.warc.gz", numbered(1)).read_bytes(),
    }[kind]
    result = tvto("clean", "-", "-o", "-", input=given)
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["body"] == clean_html(PAGE.read(), PAGE.url).body


def test_a_missing_input_is_an_error_and_leaves_nothing(tvto, tmp_path):
    result = tvto("clean", tmp_path / "nowhere.warc.gz", "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 2
    assert "there is no" in result.stderr
    assert not list(tmp_path.iterdir())


def test_nothing_to_clean_is_an_error(tvto, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(3000))
    result = tvto("clean", tmp_path / "photo.jpg", "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 2
    assert "nothing to clean" in result.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_if_there_is_nothing_to_clean_in_a_folder_the_first_file_is_told_with_the_reason(
    tvto, tmp_path
):
    (tmp_path / "in").mkdir()
    for name in ("a.html", "b.html"):
        (tmp_path / "in" / name).touch()
    result = tvto("clean", tmp_path / "in", "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 2
    assert f"(2 other files; {tmp_path / 'in' / 'a.html'} is empty); " in result.stderr


@pytest.mark.parametrize("option", ["-o", "--rejects"])
def test_an_output_that_cant_be_written_is_told_before_the_work(tvto, tmp_path, option):
    (tmp_path / "file").touch()
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    outputs = {"-o": tmp_path / "out.jsonl"} | {option: tmp_path / "file" / "out.jsonl"}
    options = [word for pair in outputs.items() for word in pair]
    result = tvto("clean", tmp_path / "text.txt", *options)
    assert result.exit_code == 1
    assert f"nothing can be written in {tmp_path / 'file'}: " in result.stderr
    assert "again" not in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "text.txt"]


def test_articles_are_not_cleaned_twice(tvto, tmp_path):
    (tmp_path / "page.html").write_bytes(PAGE.read())
    tvto("clean", tmp_path / "page.html", "-o", tmp_path / "out.jsonl")
    result = tvto("clean", tmp_path, "-o", tmp_path / "again.jsonl")
    assert "1 article from 1 page or text →" in result.stderr
    assert "out.jsonl" in result.stderr


def unaddressed(code: int, sentence: str) -> bytes:
    """A page that states its code, but neither its address nor its site."""
    body = "".join(f"<p>{sentence} و این بند شمارهٔ {n} است که پایان می‌یابد.</p>" for n in range(5))
    return (
        f"<html><body><div>کد خبر: {code}</div><h1>عنوان خبر {sentence}</h1>"
        f"<article>{body}</article></body></html>"
    ).encode()


def test_codes_of_two_sites_that_are_not_named_do_not_collide(tvto, tmp_path):
    for site, sentence in (("one", "کارگاه جوشکاری گشایش یافت"), ("two", "آموزشگاه خیاطی باز شد")):
        (tmp_path / "pages" / site).mkdir(parents=True)
        for code in range(4000, 4003):
            page = unaddressed(code, f"{sentence} {code}")
            (tmp_path / "pages" / site / f"{code}.html").write_bytes(page)
    tvto("clean", tmp_path / "pages", "-o", tmp_path / "out.jsonl")
    articles = records(tmp_path / "out.jsonl")
    assert [article["news_code"] for article in articles] == ["4000", "4001", "4002"] * 2
    assert len({article["id"] for article in articles}) == 6


def test_the_agency_of_a_page_without_an_address_can_be_given(tvto, tmp_path):
    (tmp_path / "page.html").write_bytes(unaddressed(4001, "کارگاه جوشکاری گشایش یافت"))
    call = ("clean", tmp_path / "page.html", "-o", tmp_path / "out.jsonl")
    tvto(*call, "--agency", "www.tabnak.ir")
    assert records(tmp_path / "out.jsonl")[0]["id"] == "tabnak.ir:4001"


NAMES_OF_MEHR = ["mehr", "mehrnews.com", "www.mehrnews.com", "en.mehrnews.com"]


@pytest.mark.parametrize("name", [*NAMES_OF_MEHR, "https://www.mehrnews.com/news/12"])
def test_an_agency_has_one_id_however_it_is_named(tvto, tmp_path, name):
    page = unaddressed(4001, "کارگاه جوشکاری گشایش یافت")
    (tmp_path / "page.html").write_bytes(page)
    call = ("clean", tmp_path / "page.html", "-o", tmp_path / "out.jsonl")
    result = tvto(*call, "--agency", name)
    assert result.exit_code == 0, result.output
    assert records(tmp_path / "out.jsonl")[0]["id"] == "mehr:4001"
    assert clean_html(page, agency=name).id == "mehr:4001"
    assert clean_text(TEXT, agency=name).agency == "mehr"


@pytest.mark.parametrize("name", ["mehrnews", "tabnak.ir/news", "tabnak.ir:80", "ftp://a.ir/", "."])
def test_what_names_no_agency_is_refused(tvto, tmp_path, name):
    (tmp_path / "page.html").write_bytes(PAGE.read())
    call = ("clean", tmp_path / "page.html", "-o", tmp_path / "out.jsonl")
    result = tvto(*call, "--agency", name)
    assert result.exit_code == 2
    assert "there is no agency" in result.stderr
    for clean in (clean_html, clean_text):
        with pytest.raises(ValueError, match="there is no agency"):
            clean(TEXT, agency=name)


def test_a_text_that_names_its_agency_keeps_it(tvto, tmp_path):
    body = "کارگاه جوشکاری و خیاطی در شهرک صنعتی این شهر با حضور مدیران گشایش یافت. " * 6
    named = f"به گزارش خبرنگار ایلنا از اراک، {body}"
    lines = [json.dumps({"text": text}, ensure_ascii=False) for text in (named, body)]
    (tmp_path / "texts.jsonl").write_text("\n".join(lines), "utf-8")
    tvto("clean", tmp_path / "texts.jsonl", "-o", tmp_path / "out.jsonl", "--agency", "mehr")
    assert [one["agency"] for one in records(tmp_path / "out.jsonl")] == ["ilna", "mehr"]
    assert clean_text(named, agency="mehr").agency == "mehr"


def test_the_address_of_a_page_can_be_given(tvto, tmp_path):
    page = unaddressed(4001, "کارگاه جوشکاری گشایش یافت")
    (tmp_path / "page.html").write_bytes(page)
    url = "https://www.example.ir/news/71234/x"
    for given in (tmp_path / "page.html", "-"):
        result = tvto("clean", given, "-o", tmp_path / "out.jsonl", "--url", url, input=page)
        assert result.exit_code == 0, result.output
        [article] = records(tmp_path / "out.jsonl")
        assert (article["id"], article["url"]) == ("example.ir:71234", url)


@pytest.mark.parametrize("kind", ["two", "jsonl", "no address"])
def test_an_address_is_that_of_one_page(tvto, tmp_path, kind):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "1.html").write_bytes(PAGE.read())
    (tmp_path / "pages" / "2.html").write_bytes(PAGE.read())
    (tmp_path / "texts.jsonl").write_text(json.dumps({"text": TEXT}), "utf-8")
    given = tmp_path / ("texts.jsonl" if kind == "jsonl" else "pages")
    url = "example" if kind == "no address" else "https://www.example.ir/news/71234/x"
    result = tvto("clean", given, "-o", tmp_path / "out.jsonl", "--url", url)
    assert result.exit_code == 2
    told = {"two": "2 inputs", "jsonl": "may hold many", "no address": "not a web address"}[kind]
    assert told in " ".join(result.stderr.split())
    assert not (tmp_path / "out.jsonl").exists()
