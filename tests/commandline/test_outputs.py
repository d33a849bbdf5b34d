"""Where commands may write: never over what they read or write besides, and in a folder."""

from pathlib import Path

import pytest

from tests.cleaners.test_profile import PAGES
from tests.commandline.archives import samples, write_warc
from tests.commandline.conftest import Run

ARTICLE = '{"id": "a", "agency": "x", "text": "متن"}\n'
INPUTS = {
    "clean": "<p>متن صفحه</p>",
    "report": ARTICLE,
    "sample": ARTICLE,
    "inspect": "<p>متن صفحه</p>",
    "learn": "<p>متن صفحه</p>",
}


@pytest.mark.parametrize("command", INPUTS)
def test_what_is_read_is_not_written_over(tvto: Run, tmp_path: Path, command: str) -> None:
    given = tmp_path / "given"
    given.write_text(INPUTS[command], "utf-8")
    result = tvto(command, given, "-o", given)
    assert (result.exit_code, given.read_text("utf-8")) == (2, INPUTS[command])
    assert "write to another file" in result.output


@pytest.mark.parametrize("command", ["report", "sample"])
def test_what_is_read_in_a_folder_is_not_written_over(
    tvto: Run, tmp_path: Path, command: str
) -> None:
    given = tmp_path / "given.jsonl"
    given.write_text(ARTICLE, "utf-8")
    assert tvto(command, tmp_path, "-o", given).exit_code == 2
    assert given.read_text("utf-8") == ARTICLE


def test_an_input_of_another_name_is_not_converted_in_its_place(tvto: Run, tmp_path: Path) -> None:
    given = tmp_path / "given.csv"
    given.write_text(ARTICLE, "utf-8")
    assert tvto("convert", given, "-o", given).exit_code == 2
    assert given.read_text("utf-8") == ARTICLE


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number, (body, _) in enumerate(PAGES):
        (folder / f"{number}.html").write_bytes(body)
    return folder


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("clean", ("-o", "pages/1.html")),
        ("clean", ("-o", "out.jsonl", "--rejects", "pages/1.html")),
        ("clean", ("-o", "shards/", "--rejects", "pages/1.html")),
        ("learn", ("-o", "pages/1.html", "--url", "https://news.example.ir/")),
    ],
)
def test_a_page_of_a_folder_is_not_written_over(
    tvto: Run, pages: Path, monkeypatch: pytest.MonkeyPatch, command: str, options: tuple[str, ...]
) -> None:
    monkeypatch.chdir(pages.parent)
    result = tvto(command, "pages", *options)
    assert result.exit_code == 2
    assert "pages/1.html is an input" in result.stderr
    assert (pages / "1.html").read_bytes() == PAGES[1][0]


def test_what_clean_wrote_into_the_folder_before_is_written_again(tvto: Run, pages: Path) -> None:
    options = ("-o", pages / "out.jsonl", "--rejects", pages / "left-out.jsonl")
    first = tvto("clean", pages, *options)
    written = (pages / "out.jsonl").read_bytes()
    again = tvto("clean", pages, *options)
    assert (first.exit_code, again.exit_code) == (0, 0), again.output
    assert (pages / "out.jsonl").read_bytes() == written


def test_texts_that_are_read_from_articles_are_not_written_over(tvto: Run, tmp_path: Path) -> None:
    given = tmp_path / "given.jsonl"
    given.write_text(ARTICLE, "utf-8")
    assert tvto("clean", tmp_path, "-o", given, "--column", "text").exit_code == 2
    assert given.read_text("utf-8") == ARTICLE


@pytest.mark.parametrize("command", ["clean", "inspect"])
def test_a_profile_is_not_written_over(tvto: Run, pages: Path, command: str) -> None:
    profile = pages.parent / "site.toml"
    profile.write_text('hosts = ["news.example.ir"]\n', "utf-8")
    result = tvto(command, pages / "1.html", "-o", profile, "--profile", profile)
    assert result.exit_code == 2
    assert profile.read_text("utf-8") == 'hosts = ["news.example.ir"]\n'


def test_an_archive_of_a_folder_is_not_written_over(tvto: Run, tmp_path: Path) -> None:
    archive = write_warc(tmp_path / "a.warc.gz", samples()[:1])
    before = archive.read_bytes()
    assert tvto("inspect", samples()[0][0], "--warc", tmp_path, "-o", archive).exit_code == 2
    assert archive.read_bytes() == before


def test_work_in_the_folder_of_unfinished_work_is_refused(tvto: Run, pages: Path) -> None:
    """It would be deleted with that folder."""
    parts = pages.rename(pages.parent / "out.jsonl.parts")
    assert tvto("clean", parts / "1.html", "-o", parts.parent / "out.jsonl").exit_code == 2
    assert (parts / "1.html").exists()


@pytest.mark.parametrize(
    "call",
    [
        "clean a.html -o out --rejects out",
        "clean a.html -o out --rejects ./out",
        "dedup a.jsonl -o out --groups out",
        "dedup a.jsonl -o out/ --groups out/a.jsonl",
        "dedup a.jsonl -o a.jsonl --groups a.jsonl",
    ],
)
def test_two_outputs_are_two_files(
    tvto: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_text(ARTICLE, "utf-8")
    Path("a.html").write_bytes(PAGES[0][0])
    result = tvto(*call.split())
    assert result.exit_code == 2
    assert "would be written twice" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "a.jsonl"]
    assert Path("a.jsonl").read_text("utf-8") == ARTICLE


@pytest.mark.parametrize(
    "call",
    [
        "dedup in/a.jsonl -o out.jsonl --groups in/a.jsonl",
        "dedup in/a.jsonl in/b.jsonl -o in/a.jsonl",
        "dedup in -o in/all.jsonl",
        "dedup in -o in/marked/",
        "dedup in -o out/ --groups in/a.jsonl",
    ],
)
def test_dedup_writes_neither_over_what_it_reads_nor_what_it_would_read_again(
    tvto: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for name in "ab":
        Path(f"in/{name}.jsonl").write_text(ARTICLE.replace('"a"', f'"{name}"'), "utf-8")
    result = tvto(*call.split())
    assert result.exit_code == 2
    assert "input" in result.stderr
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.jsonl", "b.jsonl", "in"]
    assert Path("in/a.jsonl").read_text("utf-8") == ARTICLE


@pytest.mark.parametrize("output", ["in/", "in/_marked/", "in/marked.txt"])
def test_dedup_of_a_folder_can_be_run_again(
    tvto: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.jsonl").write_text(ARTICLE, "utf-8")
    for _ in range(2):
        result = tvto("dedup", "in", "-o", output)
        assert result.exit_code == 0, result.output
        assert "1 of 1 line written" in result.stderr


ALL = INPUTS | {"convert": ARTICLE, "dedup": ARTICLE}


@pytest.mark.parametrize("command", ALL)
def test_folder_that_is_not_there_is_named(tvto: Run, tmp_path: Path, command: str) -> None:
    given = tmp_path / "given"
    given.write_text(ALL[command], "utf-8")
    result = tvto(command, given, "-o", tmp_path / "none" / "out.csv")
    assert result.exit_code == 2
    assert f"there is no folder {tmp_path / 'none'}" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["given"]


@pytest.mark.parametrize("command", ALL)
def test_a_file_where_the_folder_should_be_is_named(
    tvto: Run, tmp_path: Path, command: str
) -> None:
    given = tmp_path / "given"
    given.write_text(ALL[command], "utf-8")
    result = tvto(command, given, "-o", given / "out.csv")
    assert result.exit_code == 1
    assert f"nothing can be written in {given}: " in result.output


@pytest.mark.parametrize("command", ["clean", "dedup", "convert"])
def test_a_folder_for_the_output_is_made_but_not_in_the_place_of_a_file(
    tvto: Run, tmp_path: Path, command: str
) -> None:
    given = tmp_path / "given"
    given.write_text(ALL[command], "utf-8")
    assert tvto(command, given, "-o", f"{tmp_path}/new/er/").exit_code == 0
    assert (tmp_path / "new" / "er").is_dir()
    result = tvto(command, given, "-o", f"{given}/")
    assert result.exit_code == 2
    assert f"{given} is a file" in result.output


def test_a_second_output_may_go_into_the_folder_that_is_made(tvto: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(ARTICLE, "utf-8")
    out = tmp_path / "out"
    result = tvto("dedup", tmp_path / "a.jsonl", "-o", f"{out}/", "--groups", out / "g.csv")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in out.iterdir()) == ["a.jsonl", "g.csv"]


@pytest.mark.parametrize("command", ["report", "learn"])
def test_a_hyphen_is_standard_output(
    tvto: Run, pages: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(pages.parent)
    Path("a.jsonl").write_text(ARTICLE, "utf-8")
    given = {"report": ["a.jsonl"], "learn": ["pages", "--url", "https://news.example.ir/"]}
    printed = tvto(command, *given[command], "-o", "-")
    assert printed.exit_code == 0, printed.stderr
    assert not Path("-").exists()
    tvto(command, *given[command], "-o", "out")
    assert printed.stdout.strip() == Path("out").read_text("utf-8").strip()


@pytest.mark.parametrize("command", ["report", "sample", "convert", "dedup"])
def test_what_fails_while_it_is_written_names_the_file_that_was_asked_for(
    tvto: Run, tmp_path: Path, command: str
) -> None:
    (tmp_path / "a.jsonl").write_text(ARTICLE, "utf-8")
    out = tmp_path / ("out.csv" if command == "convert" else "out")
    (tmp_path / f"{out.name}.partial").mkdir()  # in the way of the unfinished file
    result = tvto(command, tmp_path / "a.jsonl", "-o", out)
    assert result.exit_code == 1
    assert result.stderr.strip() == f"Error: {out} can't be written: Is a directory"


@pytest.mark.parametrize("command", ["clean", "dedup", "sample"])
@pytest.mark.parametrize("name", ["out.csv", "out.PARQUET", "out.csv.gz"])
def test_jsonl_is_not_written_under_the_name_of_a_table(
    tvto: Run, tmp_path: Path, command: str, name: str
) -> None:
    given = tmp_path / "given"
    given.write_text(ALL.get(command, ARTICLE), "utf-8")
    result = tvto(command, given, "-o", tmp_path / name)
    assert result.exit_code == 2
    assert "`tvto-crawl convert`" in " ".join(result.stderr.split())
    assert [path.name for path in tmp_path.iterdir()] == ["given"]


@pytest.mark.parametrize("command", ["clean", "dedup", "convert"])
def test_files_come_among_others_only_if_a_slash_says_so(
    tvto: Run, tmp_path: Path, command: str
) -> None:
    given = tmp_path / "given"
    given.write_text(ALL[command], "utf-8")
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "thesis.doc").touch()
    refused = tvto(command, given, "-o", theirs)
    assert refused.exit_code == 2
    assert f"write {theirs}/" in "".join(refused.stderr.split("\n"))
    assert [path.name for path in theirs.iterdir()] == ["thesis.doc"]
    assert tvto(command, given, "-o", f"{theirs}/").exit_code == 0
    if command == "clean":  # its own shards are there now
        assert tvto(command, given, "-o", theirs).exit_code == 0


@pytest.mark.parametrize("call", ["clean given", "dedup given --groups out/g.csv", "convert given"])
def test_a_run_into_a_folder_can_be_run_again_without_the_slash(
    tvto: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("given").write_text(ALL[call.split()[0]], "utf-8")
    for out in ("out/", "out", "out"):
        result = tvto(*call.split(), "-o", out)
        assert result.exit_code == 0, result.output


def test_a_killed_run_into_a_folder_can_be_run_again_without_the_slash(
    tvto: Run, tmp_path: Path
) -> None:
    (tmp_path / "given").write_text(ARTICLE, "utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "given.partial").write_text("half of it")
    assert tvto("dedup", tmp_path / "given", "-o", tmp_path / "out").exit_code == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["given"]


@pytest.mark.parametrize("command", sorted(INPUTS.keys() - {"clean"}))
def test_a_folder_in_place_of_the_file_is_a_wrong_command(
    tvto: Run, tmp_path: Path, command: str
) -> None:
    given = tmp_path / "given"
    given.write_text(INPUTS[command], "utf-8")
    result = tvto(command, given, "-o", tmp_path)
    assert result.exit_code == 2
    assert "is a directory" in result.stderr


def test_an_address_is_no_file_to_clean(tvto: Run, tmp_path: Path) -> None:
    address = "https://www.ilna.ir/news-1"
    result = tvto("clean", address, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 2
    assert address in result.stderr
    assert "scrapy crawl site" in result.stderr
