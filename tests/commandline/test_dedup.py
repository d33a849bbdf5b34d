"""`tvto-crawl dedup`: who repeats whom."""

import csv
import gzip
import json
import random

import pytest
from archives import records

from tests.sample_pages import article_pages
from tvto_crawl.dedup.index import NEVER, moment_of

TEXTS = list({"\n\n".join(page.expected()["body"]) for page in article_pages()})
LONG = max(TEXTS, key=len)
HALF = LONG[len(LONG) // 4 : len(LONG) * 3 // 4]


def article(name, text=LONG, published="2025-10-07T14:18:00+03:30", **more):
    return {
        "id": name,
        "agency": name.partition(":")[0],
        "text": text,
        "published_at": published,
        "duplicate_of": None,
        **more,
    }


@pytest.fixture
def dedup(tvto, tmp_path):
    """Give articles to `dedup`; return what is written, and the result of the command."""

    def run(articles, *options):
        source = tmp_path / "articles.jsonl"
        lines = (a if isinstance(a, str) else json.dumps(a, ensure_ascii=False) for a in articles)
        source.write_text("\n".join(lines) + "\n", "utf-8")
        result = tvto("dedup", source, "-o", tmp_path / "out.jsonl", *options)
        assert result.exit_code == 0, result.output
        return records(tmp_path / "out.jsonl"), result

    return run


def marks(written):
    return {record["id"]: record["duplicate_of"] for record in written}


# --- What is marked ----------------------------------------------------------------------------


def test_the_earliest_published_wins(dedup):
    written, _ = dedup(
        [
            article("a:1", published="2025-10-07T15:00:00+03:30"),
            article("b:1", LONG.replace("\u200c", " "), "2025-10-07T11:00:00Z"),
            article("c:1", f"{LONG}\n\nانتهای پیام", "2025-10-08T09:00:00+03:30"),
        ]
    )
    assert marks(written) == {"a:1": "b:1", "b:1": None, "c:1": "b:1"}


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2025-10-07T10:00:00+03:30", "2025-10-07T06:31:00Z"),
        ("2025-10-07T23:00:00+03:30", "2025-10-07"),
        ("2025-10-07", "2025-10-08T00:00:00+03:30"),
        ("2025-10-07", None),
        ("2021-07-01T00:10:00+04:30", "2021-07-01T00:10:00+03:30"),
    ],
)
def test_dates_are_moments_in_tehran(earlier, later):
    assert moment_of(earlier) < moment_of(later) <= NEVER


def test_the_first_in_the_input_wins_where_dates_tell_nothing(dedup):
    written, _ = dedup([article("a:1", published=None), article("b:1", published=None)])
    assert marks(written) == {"a:1": None, "b:1": "a:1"}


def test_an_excerpt_repeats_the_longer_article_even_when_earlier(dedup):
    written, result = dedup([article("a:1", HALF, "2025-10-01"), article("b:1")])
    assert marks(written) == {"a:1": "b:1", "b:1": None}
    assert "1 marked: contained" in result.stderr


def test_a_chain_points_to_its_head(dedup):
    """c is a copy of an excerpt of a copy of a."""
    copy = LONG.replace("\n\n", "\n\nبیشتر بخوانید\n\n", 3)
    written, _ = dedup(
        [
            article("c:1", f"{HALF} انتهای پیام", "2025-10-09"),
            article("b:1", HALF, "2025-10-08T12:00:00+03:30"),
            article("d:1", copy, "2025-10-08"),
            article("a:1"),
        ]
    )
    assert set(marks(written).values()) == {"a:1", None}
    assert marks(written)["a:1"] is None


def test_an_excerpt_of_two_articles_does_not_make_them_one(dedup):
    first, second = sorted(TEXTS, key=len)[-2:]
    shared = "\n\n".join([first[:700], second[:700]])
    both = [article("a:1", first), article("b:1", second), article("c:1", shared, "2025-10-09")]
    written, _ = dedup(both)
    assert marks(written)["a:1"] is None
    assert marks(written)["b:1"] is None


def test_different_articles_stay(dedup):
    written, _ = dedup([article(f"a:{n}", text) for n, text in enumerate(TEXTS)])
    assert set(marks(written).values()) == {None}


def test_short_texts_are_told_apart_by_nothing(dedup):
    written, _ = dedup([article("a:1", "عکس روز"), article("b:1", "عکس روز"), article("c:1", "")])
    assert set(marks(written).values()) == {None}


def test_it_says_the_same_in_any_order(dedup):
    random.seed(3)
    articles = [
        article(f"{kind}:{n}", text if kind == "a" else f"{text} {kind}", f"2025-10-{day:02}")
        for n, text in enumerate(TEXTS[:8])
        for day, kind in enumerate("abcd", 7)
    ]
    first, _ = dedup(articles)
    random.shuffle(articles)
    second, _ = dedup(articles)
    assert marks(first) == marks(second)


def test_it_says_the_same_of_its_own_output(dedup):
    first, _ = dedup([article("a:1"), article("b:1"), article("c:1", HALF), article("d:1", HALF)])
    second, _ = dedup(first)
    assert second == first


def test_a_mark_for_an_article_elsewhere_stays(dedup):
    written, _ = dedup(
        [article("a:1", duplicate_of="z:9"), article("b:1", HALF, duplicate_of="a:2")]
    )
    assert marks(written) == {"a:1": "z:9", "b:1": "a:1"}


def test_a_folder_that_may_not_be_written_in_is_named(tvto, tmp_path, monkeypatch):
    (tmp_path / "in.jsonl").write_text(json.dumps(article("a:1")), "utf-8")

    def refuse(**_):
        raise PermissionError(13, "Permission denied", "somewhere")

    monkeypatch.setattr("tvto_crawl.dedup.workplace.mkdtemp", refuse)
    result = tvto("dedup", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 1
    told = f"Error: {tmp_path / 'out.jsonl'} can't be written: Permission denied\n"
    assert result.stderr == told


def test_no_duplicates_is_told(dedup):
    _, result = dedup([article("a:1")])
    assert "1 article, 1 of 1 line written" in result.stderr
    assert "0 duplicates" in result.stderr


# --- What is written ---------------------------------------------------------------------------


def test_drop_leaves_the_heads(dedup):
    written, result = dedup([article("a:1"), article("b:1"), article("c:1", HALF)], "--drop")
    assert [record["id"] for record in written] == ["a:1"]
    assert "1 of 3 lines written" in result.stderr


def test_lines_without_a_mark_are_written_as_they_were(tvto, tmp_path):
    line = '{"text":' + json.dumps(HALF) + ', "id" : "a:1","x":[1, 2]}\n'
    (tmp_path / "in.jsonl").write_text(line, "utf-8")
    tvto("dedup", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl")
    assert (tmp_path / "out.jsonl").read_text("utf-8") == line


def test_of_one_id_the_last_line_counts(dedup):
    versions = [
        article("a:1", TEXTS[0]),
        article("a:1", TEXTS[1]),
        article("b:1", TEXTS[1], "2026-01-01"),
    ]
    written, result = dedup(versions)
    assert [record["duplicate_of"] for record in written] == [None, None, "a:1"]
    assert "2 articles, 3 of 3 lines written" in result.stderr
    assert "1 line written as well, though a later line with the same id counts" in result.stderr
    dropped, result = dedup(versions, "--drop")
    assert "1 line left out, as a later line with the same id counts" in result.stderr
    assert [(record["id"], record["text"]) for record in dropped] == [("a:1", TEXTS[1])]


def test_a_copy_of_what_an_article_said_before_repeats_nothing(dedup):
    versions = [
        article("a:1", TEXTS[0]),
        article("b:1", TEXTS[0], "2026-01-01"),
        article("c:1", TEXTS[0], "2026-01-02"),
        article("a:1", TEXTS[1]),
        article("d:1", TEXTS[0], "2026-01-03"),
        article("e:1", TEXTS[1], "2026-01-04"),
    ]
    written, _ = dedup(versions)
    assert [record["duplicate_of"] for record in written] == [
        None, None, "b:1", None, "b:1", "a:1",
    ]  # fmt: skip
    dropped, _ = dedup(versions, "--drop")
    assert [(record["id"], record["text"]) for record in dropped] == [
        ("b:1", TEXTS[0]),
        ("a:1", TEXTS[1]),
    ]


def test_a_copy_of_what_an_article_said_before_may_be_near_what_it_says_now(dedup):
    corrected = f"{LONG}\n\nاین خبر تصحیح شد."
    written, _ = dedup(
        [article("a:1"), article("b:1", LONG, "2026-01-01"), article("a:1", corrected)]
    )
    assert [record["duplicate_of"] for record in written] == [None, "a:1", None]


def test_an_article_that_takes_the_text_of_another_leaves_its_copies_with_each_other(dedup):
    versions = [
        article("a:1", TEXTS[0]),
        article("b:1", TEXTS[0], "2026-01-01"),
        article("c:1", TEXTS[1], "2025-01-01"),
        article("c:2", TEXTS[0], "2026-01-02"),
        article("a:1", TEXTS[1]),
    ]
    written, _ = dedup(versions)
    assert [record["duplicate_of"] for record in written] == ["c:1", None, None, "b:1", "c:1"]


def test_an_article_written_again_as_it_was_stays_the_original(dedup):
    same = [article("a:1"), article("b:1", LONG, "2026-01-01"), article("a:1")]
    written, _ = dedup([*same, article("c:1", HALF)])
    assert [record["duplicate_of"] for record in written] == [None, "a:1", None, "a:1"]


def test_an_article_that_goes_back_to_what_it_said_first_is_the_original_again(dedup):
    versions = [article("a:1", text) for text in (TEXTS[0], TEXTS[1], TEXTS[0])]
    written, _ = dedup([*versions, article("b:1", TEXTS[0], "2026-01-01")])
    assert [record["duplicate_of"] for record in written] == [None, None, None, "a:1"]
    with_copy = [*versions[:1], article("b:1", TEXTS[0], "2026-01-01"), *versions[1:]]
    written, _ = dedup([*with_copy, article("c:1", TEXTS[1], "2026-01-02")])
    assert marks(written) == {"a:1": None, "b:1": "a:1", "c:1": None}


def test_lines_that_are_no_articles_are_counted_and_named(dedup):
    written, result = dedup([article("a:1"), "{broken", '{"no": "id"}', article("b:1")])
    assert [record.get("id") for record in written] == ["a:1", None, "b:1"]
    assert written[2]["duplicate_of"] == "a:1"
    assert "articles.jsonl line 2 is not a JSON object" in result.stderr
    assert "articles.jsonl line 3 has no id or no text" in result.stderr


def test_groups_as_a_table(dedup, tmp_path):
    table = tmp_path / "groups.csv"
    dedup(
        [article("a:1"), article("b:1", published="2025-10-07T16:48:00+03:30")], "--groups", table
    )
    assert table.read_bytes()[:3] == b"\xef\xbb\xbf"  # spreadsheets need it
    [row] = csv.DictReader(table.read_text("utf-8-sig").splitlines())
    assert row["id"] == "b:1"
    assert row["duplicate_of"] == "a:1"
    assert row["kind"] == "exact"
    assert row["agency"] == "b"
    assert row["original_agency"] == "a"
    assert row["delay_hours"] == "2.5"


def test_several_packed_files_into_a_folder(tvto, tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        line = json.dumps(article(f"{name}:1"), ensure_ascii=False).encode()
        (tmp_path / "in" / f"{name}.jsonl.gz").write_bytes(gzip.compress(line))
    result = tvto("dedup", tmp_path / "in", "-o", f"{tmp_path}/out/")
    assert result.exit_code == 0, result.output
    second = gzip.decompress((tmp_path / "out" / "b.jsonl.gz").read_bytes())
    assert json.loads(second)["duplicate_of"] == "a:1"


def test_standard_input_and_output(tvto):
    lines = "".join(json.dumps(article(f"{name}:1")) + "\n" for name in "ab")
    result = tvto("dedup", "-", "-o", "-", input=lines)
    assert [json.loads(line)["duplicate_of"] for line in result.stdout.splitlines()] == [
        None,
        "a:1",
    ]


def test_a_file_can_be_replaced_by_its_own_marks(dedup, tvto, tmp_path):
    dedup([article("a:1"), article("b:1")])
    out = tmp_path / "articles.jsonl"
    tvto("dedup", out, "-o", out)
    assert [record["duplicate_of"] for record in records(out)] == [None, "a:1"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["articles.jsonl", "out.jsonl"]


def test_a_damaged_input_is_an_error_and_leaves_nothing(tvto, tmp_path):
    whole = gzip.compress(
        b"".join(json.dumps(article(f"a:{n}")).encode() + b"\n" for n in range(9))
    )
    (tmp_path / "in.jsonl.gz").write_bytes(whole[:-40])
    result = tvto("dedup", tmp_path / "in.jsonl.gz", "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 2
    assert "can't be read after line" in result.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["in.jsonl.gz"]


def test_files_of_one_name_stay_apart_in_a_folder(tvto, tmp_path):
    for folder in ("2024", "2025"):
        (tmp_path / "in" / folder).mkdir(parents=True)
        (tmp_path / "in" / folder / "mehr.jsonl").write_text(json.dumps(article(f"m:{folder}")))
    result = tvto("dedup", tmp_path / "in", "-o", f"{tmp_path}/out/")
    assert result.exit_code == 0, result.output
    written = {
        path.relative_to(tmp_path / "out").as_posix(): marks(records(path))
        for path in (tmp_path / "out").rglob("*.jsonl")
    }
    assert written == {
        "2024/mehr.jsonl": {"m:2024": None},
        "2025/mehr.jsonl": {"m:2025": "m:2024"},
    }
