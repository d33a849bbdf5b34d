"""`validate`, `stats`, `sample`, `schema`, `convert`: what people do with their articles."""

import codecs
import csv
import gzip
import json
import sys
from pathlib import Path

import pytest
from click import Context

from cleaners import clean_html
from cleaners.schema import article_schema
from tests.sample_pages import article_pages
from tvto_crawl.cli import main

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
    assert "6 of 6 lines are valid" in result.stderr


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"published_at": "1404/07/15"}, "published_at:"),
        ({"body": "one string"}, "body:"),
        ({"published_at": 7}, "published_at: must be string or null, but is 7"),
        ({"images": [{"url": "", "caption": None}]}, "images[0].url: must match pattern"),
        ({"surprise": 1}, "record: has unknown fields: surprise"),
        ({"fingerprint": "0" * 40}, "fingerprint: is not that of the text"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tvto, corpus, change, told):
    with corpus.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(ARTICLES[0].to_dict() | change) + "\n")
    result = tvto("validate", corpus)
    assert result.exit_code == 1
    assert f"articles.jsonl line 7: {told}" in result.stdout
    assert "6 of 7 lines are valid" in result.stderr


def test_a_fault_in_one_field_hides_none_in_another(tvto, tmp_path):
    record = ARTICLES[0].to_dict() | {"published_at": "1404/07/15", "tags": "one string"}
    del record["lead"]
    (tmp_path / "a.jsonl").write_text(json.dumps(record), "utf-8")
    told = tvto("validate", tmp_path / "a.jsonl").stdout.splitlines()
    fields = [line.split(": ")[1] for line in told]
    assert fields == ["record", "published_at", "tags"]
    assert told[0].endswith("record: lacks lead")
    assert '"1404/07/15"' in told[1]


def test_validate_needs_no_package_that_only_developers_have(tvto, corpus, monkeypatch):
    monkeypatch.setitem(sys.modules, "jsonschema", None)
    assert tvto("validate", corpus).exit_code == 0


def test_broken_lines_are_named_too(tvto):
    result = tvto("validate", "-", input='{"id": \n[]\n')
    assert result.stdout.splitlines() == [
        "standard input line 1: not a JSON object",
        "standard input line 2: not a JSON object",
    ]
    assert result.exit_code == 2


@pytest.mark.parametrize("command", ["validate", "stats", "sample"])
def test_a_missing_file_is_an_error(tvto, tmp_path, command):
    result = tvto(command, tmp_path / "nowhere.jsonl")
    assert result.exit_code == 2
    assert "there is no" in result.stderr


# --- stats, sample -----------------------------------------------------------------------------


def test_the_fullest_years_are_shown_in_their_order(tvto, tmp_path):
    years = [1390, 1400, 1403, 1403, 1404, 1404, 1404]
    lines = [
        json.dumps({"id": f"a:{n}", "text": "متن", "published_jalali": f"{year}-01-01"})
        for n, year in enumerate(years)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    shown = tvto("stats", tmp_path / "a.jsonl", "--top", 2).stdout
    table = shown.split("Jalali year\n")[1].split("\n\n")[0]
    assert [row.split()[-1] for row in table.splitlines()[:2]] == ["1403", "1404"]
    assert "… and 2 more" in table


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
    assert "1 line is not an article\n" in told
    assert "6 100.0%  ilna" in told


def test_a_sample_is_of_whole_lines_and_repeatable(tvto, corpus):
    first = tvto("sample", corpus, "-n", 3, "--seed", 5).stdout
    assert first == tvto("sample", corpus, "-n", 3, "--seed", 5).stdout
    lines = corpus.read_text("utf-8").splitlines()
    drawn = [lines.index(line) for line in first.splitlines()]
    assert len(drawn) == 3
    assert drawn == sorted(drawn)


@pytest.mark.parametrize("call", [["sample"], ["dedup", "-o", "-"]])
def test_a_byte_order_mark_of_a_file_does_not_come_between_lines(tvto, corpus, tmp_path, call):
    first, *others = corpus.read_bytes().splitlines(keepends=True)
    (tmp_path / "first.jsonl").write_bytes(first)
    (tmp_path / "others.jsonl").write_bytes(codecs.BOM_UTF8 + b"".join(others))
    told = tvto(*call, tmp_path / "first.jsonl", tmp_path / "others.jsonl").stdout
    assert [json.loads(line)["id"] for line in told.splitlines()]


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


def test_texts_of_ids_that_no_file_name_tells_apart(tvto, tmp_path):
    lines = [{"id": key, "text": key} for key in ("a:1/2", "a:1?2", "a:1/2")]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    result = tvto("convert", tmp_path / "a.jsonl", "-o", f"{tmp_path}/texts/")
    assert "2 articles" in result.stderr
    texts = {path.name: path.read_text() for path in (tmp_path / "texts").iterdir()}
    assert texts == {"a_1_2.txt": "a:1?2\n", "a_1_2-2.txt": "a:1/2\n"}


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


# --- Articles that were written again ----------------------------------------------------------


@pytest.fixture
def versions(tmp_path):
    """Two articles in three lines of two files: what the first said before is in another file."""
    older, newer = tmp_path / "2024.jsonl", tmp_path / "2025.jsonl"
    first = ARTICLES[0].to_dict()
    before = first | {"text": "پیش از این", "title": "پیش از این", "agency": "before"}
    older.write_text(json.dumps(before) + "\n" + ARTICLES[1].to_json() + "\n", "utf-8")
    newer.write_text("\n" + ARTICLES[0].to_json() + "\n", "utf-8")
    return older, newer


def test_the_last_line_of_an_id_is_converted(tvto, versions, tmp_path):
    result = tvto("convert", *versions, "-o", tmp_path / "a.csv")
    rows = csv.DictReader((tmp_path / "a.csv").read_text("utf-8-sig").splitlines(keepends=True))
    assert [row["title"] for row in rows] == [ARTICLES[1].title, ARTICLES[0].title]
    assert result.stderr == f"2 articles → {tmp_path / 'a.csv'}\n1 older line replaced\n"


def test_the_last_line_of_an_id_is_counted(tvto, versions):
    result = tvto("stats", *versions, "--json")
    assert json.loads(result.stdout)["by_agency"] == {"ilna": 2}
    assert result.stderr == "1 older line replaced\n"


def test_the_last_line_of_an_id_is_drawn(tvto, versions):
    result = tvto("sample", *versions, "-n", 9)
    drawn = [json.loads(line)["title"] for line in result.stdout.splitlines()]
    assert drawn == [ARTICLES[1].title, ARTICLES[0].title]
    assert result.stderr == "2 of 2 articles\n1 older line replaced\n"


def test_the_last_line_of_an_id_counts_in_standard_input_packed_or_not(tvto, versions):
    lines = b"".join(path.read_bytes() for path in versions)
    for given in (lines, gzip.compress(lines)):
        result = tvto("stats", "-", "--json", input=given)
        assert json.loads(result.stdout)["by_agency"] == {"ilna": 2}


# --- Without an article ------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["sample", "stats", "convert", "dedup", "report"])
@pytest.mark.parametrize("content", ["", '{"a": 1}\nno JSON\n'])
def test_input_without_an_article_is_an_error(tvto, tmp_path, command, content):
    (tmp_path / "pages.jsonl").write_text(content, "utf-8")
    endings = {"convert": "csv", "dedup": "jsonl", "report": "html"}
    options = ["-o", tmp_path / f"out.{endings[command]}"] if command in endings else []
    result = tvto(command, tmp_path / "pages.jsonl", *options)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["pages.jsonl"]


def test_what_is_wrong_with_the_first_line_is_told(tvto, tmp_path):
    (tmp_path / "pages.jsonl").write_text('{"a": 1}\nno JSON\n', "utf-8")
    told = tvto("sample", tmp_path / "pages.jsonl").stderr
    assert "none of 2 lines is an article; pages.jsonl line 1 has no id or no text" in told


ODD = [
    {"section": 5, "tags": "یک", "province": {"x": 1}, "warnings": 3, "repairs": ["x"]},
    {"agency": ["x"], "published_at": [1404], "duplicate_of": ["x"], "published_jalali": 1404},
    {"repairs": {"zwnj_restored": "many"}, "section": ["یک", 2], "language": 5},
    {"id": "a:\ud800", "text": "پل \ud83d", "tags": ["\ud800"], "repairs": {"\ud800": 1}},
    {"section": ["\ud800"], "agency": "\ud800", "published_at": "\ud800", "province": "\ud800"},
]


@pytest.mark.parametrize(
    "call",
    [
        ["stats"],
        ["stats", "--json"],
        ["sample", "--text"],
        ["validate"],
        ["dedup", "-o", "out.jsonl", "--groups", "groups.csv"],
        ["convert", "-o", "out.csv"],
        ["convert", "-o", "out.parquet"],
        ["convert", "-o", "texts/"],
        ["report", "-o", "out.html"],
    ],
)
@pytest.mark.parametrize("odd", ODD)
def test_odd_fields_of_other_programs_are_no_bug(tvto, tmp_path, monkeypatch, call, odd):
    monkeypatch.chdir(tmp_path)
    whole = ARTICLES[0].to_dict()
    lines = [whole, whole | {"id": "odd:1"} | odd, whole | {"id": "odd:2"} | odd]
    Path("in.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    result = tvto(*call, "in.jsonl")
    assert isinstance(result.exception, SystemExit | None), result.exception
    result.stdout_bytes.decode()
    if call[-1] == "out.parquet" and result.exit_code:
        assert "`tvto-crawl validate` names it" in result.stderr


def test_nothing_to_validate_is_an_error(tvto):
    assert tvto("validate", "-", input="\n").exit_code == 2


def test_a_sample_tells_the_lines_that_are_no_articles(tvto, corpus):
    with corpus.open("a") as stream:
        stream.write("{}\n")
    told = tvto("sample", corpus).stderr
    assert "6 of 6 articles\n1 line is not an article:\n  articles.jsonl line 7 has no id" in told


def test_files_of_one_name_are_told_apart(tvto, tmp_path):
    for folder in ("2024", "2025"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mehr.jsonl").write_text("no JSON\n", "utf-8")
    for given in ([tmp_path], [tmp_path / "2024", tmp_path / "2025"]):
        told = tvto("validate", *given).stdout.splitlines()
        assert [line.split(" line ")[0] for line in told] == ["2024/mehr.jsonl", "2025/mehr.jsonl"]


def test_a_file_counts_once(tvto, corpus):
    assert json.loads(tvto("stats", corpus, corpus.parent, "--json").stdout)["articles"] == 6


# --- The call ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "call", [("stats", "--top", -1), ("validate", "--show", -1), ("status", "--days", 0)]
)
def test_counts_below_nothing_are_errors(tvto, corpus, call):
    result = tvto(*call, corpus)
    assert result.exit_code == 2
    assert "is not in the range" in result.stderr


def test_the_list_of_commands_is_not_cut(tvto):
    listed = tvto("--help", env={"COLUMNS": "80"}).stdout
    assert "..." not in listed.partition("Commands:")[2]
    assert max(map(len, listed.splitlines())) <= 80


@pytest.mark.parametrize("name", main.list_commands(Context(main)))
def test_help_of_every_command_has_examples(tvto, name):
    assert f"  {name} " in tvto("--help").stdout
    told = tvto(name, "--help")
    assert told.exit_code == 0
    assert f"  Examples:\n    tvto-crawl {name}" in told.stdout
