"""The record: its order, its JSON, its schema, the seed layout."""

import dataclasses
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest

from cleaners import Article, Image, clean_html, clean_text, read_jsonl, write_jsonl
from cleaners.article import fingerprint, lay_out
from cleaners.schema import article_schema, build_schema
from tests import bare_pages as bare
from tests.sample_pages import article_pages

ORDER = (
    "id agency agency_name url news_code kicker title lead body text published_at modified_at "
    "published_jalali published_raw authors place province section tags images language source "
    "fetched_at extractor warnings repairs fingerprint duplicate_of"
).split()


def article(**fields: object) -> Article:
    values = {"id": "ilna:1433816", "agency": "ilna", "fingerprint": "0" * 40}
    return Article(**(values | fields))  # type: ignore[arg-type]


def test_keys_in_the_order_of_the_record() -> None:
    assert list(article().to_dict()) == ORDER


def test_json_is_one_line_of_real_utf8() -> None:
    line = article(title="آموزش\nمهارت").to_json()
    assert "\n" not in line
    assert "آموزش" in line


def test_json_round_trip() -> None:
    one = article(images=[Image("https://x.ir/a.jpg", "کارگاه")], repairs={"zwnj_restored": 2})
    assert Article.from_json(one.to_json()) == one


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ('{"agency": "ilna"}', "no id"),
        ('{"id": "a:1", "agency": "a", "titel": 1}', "titel"),
        ('{"id": "a:1", "agency": "a", "images": [{"caption": null}]}', "images"),
        ('{"id": "a:1", "agency": "a", "images": ["x"]}', "images"),
        ('{"id": "a:1", "agency": "a", "images": 5}', "images"),
        ("[]", "list"),
        ("{", "Expecting"),
    ],
)
def test_line_that_is_no_article(line: str, word: str) -> None:
    with pytest.raises(ValueError, match=word):
        Article.from_json(line)


def test_schema_is_the_one_of_the_docstrings() -> None:
    assert article_schema() == build_schema(), (
        "run: python -m cleaners.schema > cleaners/article.schema.json"
    )


def test_schema_describes_every_field() -> None:
    properties = article_schema()["properties"]
    assert list(properties) == [field.name for field in dataclasses.fields(Article)]
    assert all(entry.get("description") for entry in properties.values())


def test_schema_refuses_a_wrong_date() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(article(published_at="1404/07/15").to_dict(), article_schema())


BODY = ["به گزارش ایلنا، نخستین دوره آغاز شد.", "وی افزود: ادامه دارد."]


def test_text_is_the_parts_parted_by_a_blank_line() -> None:
    text, _ = lay_out("روتیتر:", "تیتر", "لید خبر", BODY)
    assert text == "\n\n".join(["روتیتر:", "تیتر", "لید خبر", *BODY])


@pytest.mark.parametrize(
    ("lead", "repeated"),
    [
        ("به گزارش ایلنا نخستین دوره آغاز شد", True),
        ("به گزارش ايلنا، نخستين دوره  آغاز شد", True),
        ("یک دو سه چهار پنج شش هفت هشت نه ده", False),
    ],
)
def test_lead_that_the_body_contains_is_not_repeated(lead: str, *, repeated: bool) -> None:
    text, _ = lay_out(None, None, lead, BODY)
    assert (lead not in text.split("\n\n")) is repeated


def test_lead_with_one_word_in_ten_changed_is_contained() -> None:
    words = "مدیرکل آموزش فنی و حرفه‌ای استان از آغاز ثبت‌نام دوره‌های تازه خبر داد".split()
    changed = [*words[:-2], "سخن", words[-1]]
    text, _ = lay_out(None, None, " ".join(changed), [" ".join(words)])
    assert text == " ".join(words)


def test_fingerprint_sees_letters_and_digits_only() -> None:
    assert fingerprint("فنی و حرفه‌ای، ۱۴۰۴") == fingerprint("فني و حرفه اي 1404.")
    assert fingerprint("فنی") != fingerprint("فن")


def test_jsonl_readers_take_the_last_line_of_an_id(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    old, other, new = article(title="کهنه"), article(id="ilna:2"), article(title="نو")
    assert write_jsonl(path, [old, other, new]) == 3
    assert [a.title for a in read_jsonl(path)] == ["نو", None]


@pytest.mark.parametrize(
    ("name", "magic"),
    [("a.jsonl", b"{"), ("a.jsonl.gz", b"\x1f\x8b"), ("a.jsonl.zst", b"\x28\xb5\x2f\xfd")],
)
def test_the_ending_packs_what_is_written_and_the_content_tells_how_to_read(
    tmp_path: Path, name: str, magic: bytes
) -> None:
    path = tmp_path / name
    assert write_jsonl(path, [article(), article(id="ilna:2")]) == 2
    assert path.read_bytes().startswith(magic)
    renamed = path.rename(tmp_path / "renamed")
    assert [a.id for a in read_jsonl(renamed)] == ["ilna:1433816", "ilna:2"]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_a_packed_file_that_is_cut_off_is_not_taken_for_a_whole_one(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    write_jsonl(path, [article(id=f"ilna:{n}") for n in range(2000)])
    path.write_bytes(path.read_bytes()[:-3])
    with pytest.raises(ValueError, match=rf"{name} can't be read after line \d+: .*ended"):
        list(read_jsonl(path))


@pytest.mark.parametrize(
    ("name", "where"), [("a.jsonl.gz", 12), ("a.jsonl.gz", -8), ("a.jsonl.zst", 5)]
)
def test_a_packed_file_that_is_damaged_is_named(tmp_path: Path, name: str, where: int) -> None:
    path = tmp_path / name
    write_jsonl(path, [article(id=f"ilna:{n}") for n in range(2000)])
    content = bytearray(path.read_bytes())
    content[where : where + 3] = b"\xff\xff\xff"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=rf"{name} can't be read after line \d+: "):
        list(read_jsonl(path))


def test_without_zstandard_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_jsonl(tmp_path / "a.jsonl.zst", [article()])
    monkeypatch.setitem(sys.modules, "backports.zstd", None)
    monkeypatch.delattr("backports.zstd", raising=False)
    told = r"a\.jsonl\.zst needs Zstandard: pip install backports\.zstd"
    with pytest.raises(ImportError, match=told):
        list(read_jsonl(tmp_path / "a.jsonl.zst"))
    with pytest.raises(ImportError, match=told):
        write_jsonl(tmp_path / "a.jsonl.zst", [article()])


def test_jsonl_error_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(article().to_json() + '\n{"id": 1\n', "utf-8")
    with pytest.raises(ValueError, match=r"a\.jsonl, line 2"):
        list(read_jsonl(path))


@pytest.mark.parametrize("line", ["{", "[]", "{}"])
def test_jsonl_error_names_the_line_once(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{line}\n", "utf-8")
    with pytest.raises(ValueError) as told:  # noqa: PT011
        list(read_jsonl(path))
    assert str(told.value).count("line 1") == 1


def test_one_article_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="give a list of articles"):
        write_jsonl(tmp_path / "a.jsonl", article())  # type: ignore[arg-type]


def test_jsonl_error_counts_blank_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"\n{article().to_json()}\n  \n{{}}\n", "utf-8")
    with pytest.raises(ValueError, match=r"a\.jsonl, line 4"):
        list(read_jsonl(path))


def test_half_a_letter_of_json_can_be_written(tmp_path: Path) -> None:
    author = r'{"@type": "NewsArticle", "author": {"name": "رضا کریمی \ud83d"}}'
    head = f'<script type="application/ld+json">{author}</script>'
    html = f"<html><head>{head}</head><body><h1>{bare.TITLE}</h1>{bare.BODY}</body></html>"
    found = [
        clean_html(html, bare.URL),
        clean_text("\n".join([bare.TITLE, *bare.TEXT, "پل \ud83d است."])),
    ]
    assert write_jsonl(tmp_path / "a.jsonl", found) == 2


def test_failed_writing_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write_jsonl(path, [article()])

    def broken() -> object:
        yield article(id="ilna:2")
        raise RuntimeError("half-way")

    with pytest.raises(RuntimeError):
        write_jsonl(path, broken())  # type: ignore[arg-type]
    assert [a.id for a in read_jsonl(path)] == ["ilna:1433816"]
    assert [p.name for p in tmp_path.iterdir()] == ["a.jsonl"]


def test_library_does_not_load_scrapy_nor_the_heavy_ones() -> None:
    code = (
        "import sys, json, cleaners; cleaners.clean_html, cleaners.normalize, cleaners.Article; "
        "print(json.dumps(sorted({m.partition('.')[0] for m in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout))
    assert not loaded & {
        "scrapy",
        "twisted",
        "hazm",
        "trafilatura",
        "lxml",
        "spiders",
        "tvto_crawl",
    }


@pytest.mark.parametrize(
    ("fetched", "written"),
    [
        (datetime(2025, 1, 2, 3, 4, 5, 678901, UTC), "2025-01-02T03:04:05+00:00"),
        (datetime(2025, 1, 2, 3, 4, 5), "2025-01-02T03:04:05+00:00"),
        ("2025-01-02T03:04:05.5+03:30", "2025-01-02T03:04:05+03:30"),
        (None, None),
    ],
)
def test_moment_of_the_fetch(fetched: datetime | str | None, written: str | None) -> None:
    page = article_pages()[0]
    assert clean_html(page.read(), page.url, fetched_at=fetched).fetched_at == written


def test_moment_that_is_none() -> None:
    page = article_pages()[0]
    with pytest.raises(ValueError, match="ISO 8601"):
        clean_html(page.read(), page.url, fetched_at="yesterday")
