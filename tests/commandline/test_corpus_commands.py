"""`validate`, `stats`, `sample`, `schema`, `convert`: what people do with their articles."""

import csv
import gzip
import json

import pytest

from cleaners import clean_html
from cleaners.schema import article_schema
from tests.sample_pages import article_pages

ARTICLES = [clean_html(page.read(), page.url) for page in article_pages()[:6]]


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(article.to_json() + "\n" for article in ARTICLES), "utf-8")
    return path


# --- schema, validate --------------------------------------------------------------------------


def test_schema_is_the_shipped_one(tvto):
    assert json.loads(tvto("schema").stdout) == article_schema()


def test_sound_articles_pass(tvto, corpus):
    result = tvto("validate", corpus)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "6 of 6 lines are sound" in result.stderr


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"published_at": "1404/07/15"}, "published_at:"),
        ({"body": "one string"}, "body:"),
        ({"surprise": 1}, "record: Additional properties"),
        ({"fingerprint": "0" * 40}, "fingerprint: is not that of the text"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tvto, corpus, change, told):
    with corpus.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(ARTICLES[0].to_dict() | change) + "\n")
    result = tvto("validate", corpus)
    assert result.exit_code == 1
    assert f"articles.jsonl line 7: {told}" in result.stdout
    assert "6 of 7 lines are sound" in result.stderr


def test_broken_lines_are_named_too(tvto):
    result = tvto("validate", "-", input='{"id": \n[]\n')
    assert result.stdout.splitlines() == [
        "standard input line 1: line: no JSON object",
        "standard input line 2: line: no JSON object",
    ]
    assert result.exit_code == 1


@pytest.mark.parametrize("command", ["validate", "stats", "sample"])
def test_a_missing_file_is_an_error(tvto, tmp_path, command):
    result = tvto(command, tmp_path / "nowhere.jsonl")
    assert result.exit_code == 2
    assert "there is no" in result.stderr


# --- stats, sample -----------------------------------------------------------------------------


def test_stats_for_programs(tvto, corpus):
    told = json.loads(tvto("stats", corpus, "--json").stdout)
    assert told["articles"] == 6
    assert told["by_agency"] == {"ilna": 6}
    assert told["words"]["total"] == sum(len(article.text.split()) for article in ARTICLES)
    assert told["by_repairs"].get("zwnj_restored", 0) == sum(
        article.repairs.get("zwnj_restored", 0) for article in ARTICLES
    )
    assert told["by_missing"].get("kicker", 0) == sum(not a.kicker for a in ARTICLES)


def test_stats_for_people(tvto, corpus):
    with corpus.open("a") as stream:
        stream.write("{}\n")
    told = tvto("stats", corpus).stdout
    assert "6 articles, 0 of them marked as duplicates" in told
    assert "1 lines are no articles" in told
    assert "6 100.0%  ilna" in told


def test_a_sample_is_of_whole_lines_and_repeatable(tvto, corpus):
    first = tvto("sample", corpus, "-n", 3, "--seed", 5).stdout
    assert first == tvto("sample", corpus, "-n", 3, "--seed", 5).stdout
    lines = corpus.read_text("utf-8").splitlines()
    drawn = [lines.index(line) for line in first.splitlines()]
    assert len(drawn) == 3
    assert drawn == sorted(drawn)


def test_every_article_may_be_drawn(tvto, corpus):
    drawn = {
        json.loads(tvto("sample", corpus, "-n", 1, "--seed", seed).stdout)["id"]
        for seed in range(40)
    }
    assert drawn == {article.id for article in ARTICLES}


def test_a_sample_to_read(tvto, corpus):
    told = tvto("sample", corpus, "-n", 99, "--text").stdout
    assert all(article.text in told for article in ARTICLES)


# --- convert -----------------------------------------------------------------------------------


def test_parquet_has_every_field(tvto, corpus, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra `parquet` is not installed")
    assert tvto("convert", corpus, "-o", tmp_path / "a.parquet").exit_code == 0
    rows = parquet.read_table(tmp_path / "a.parquet").to_pylist()
    for row in rows:
        row["repairs"] = {item["kind"]: item["count"] for item in row["repairs"]}
    assert rows == [article.to_dict() for article in ARTICLES]


def test_csv_opens_in_spreadsheets(tvto, corpus, tmp_path):
    tvto("convert", corpus, "-o", tmp_path / "a.csv")
    raw = (tmp_path / "a.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines(keepends=True)))
    assert [row["text"].replace("\r\n", "\n") for row in rows] == [a.text for a in ARTICLES]
    assert [row["tags"] for row in rows] == [" | ".join(a.tags) for a in ARTICLES]


def test_texts_in_the_layout_of_the_seeds(tvto, corpus, tmp_path):
    tvto("convert", corpus, "-o", f"{tmp_path}/texts/")
    for article in ARTICLES:
        name = article.id.replace(":", "_")
        assert (tmp_path / "texts" / f"{name}.txt").read_text("utf-8") == f"{article.text}\n"


def test_packed_input_and_lines_that_are_none(tvto, corpus, tmp_path):
    packed = tmp_path / "more.jsonl.gz"
    packed.write_bytes(gzip.compress(corpus.read_bytes() + b"{}\n"))
    result = tvto("convert", packed, "-o", tmp_path / "a.csv")
    assert "6 articles" in result.stderr
    assert "more.jsonl.gz line 7" in result.stderr


def test_an_ending_that_says_nothing_is_an_error(tvto, corpus, tmp_path):
    result = tvto("convert", corpus, "-o", tmp_path / "a.xlsx")
    assert result.exit_code == 2
    assert ".parquet or .csv" in result.stderr


def test_help_of_every_command(tvto):
    from tvto_crawl.commandline import COMMANDS

    listed = tvto("--help").stdout
    for name in COMMANDS:
        assert f"  {name} " in listed
        assert tvto(name, "--help").exit_code == 0
