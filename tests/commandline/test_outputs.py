"""Where commands may write: never over what they read, nor, where they make none, in no folder."""

from pathlib import Path

import pytest

from tests.commandline.conftest import Run

INPUTS = {
    "clean": "<p>متن صفحه</p>",
    "report": '{"id": "a"}\n',
    "sample": '{"id": "a", "text": "متن"}\n',
    "inspect": "<p>متن صفحه</p>",
}


@pytest.mark.parametrize("command", INPUTS)
def test_what_is_read_is_not_written_over(tvto: Run, tmp_path: Path, command: str) -> None:
    given = tmp_path / "given"
    given.write_text(INPUTS[command], "utf-8")
    result = tvto(command, given, "-o", given)
    assert (result.exit_code, given.read_text("utf-8")) == (2, INPUTS[command])
    assert "write to another file" in result.output


def test_what_is_read_in_a_folder_is_not_written_over(tvto: Run, tmp_path: Path) -> None:
    given = tmp_path / "given.jsonl"
    given.write_text(INPUTS["sample"], "utf-8")
    assert tvto("sample", tmp_path, "-o", given).exit_code == 2
    assert given.read_text("utf-8") == INPUTS["sample"]


@pytest.mark.parametrize("command", [name for name in INPUTS if name != "clean"])
def test_folder_that_is_not_there_is_named(tvto: Run, tmp_path: Path, command: str) -> None:
    given = tmp_path / "given"
    given.write_text(INPUTS[command], "utf-8")
    result = tvto(command, given, "-o", tmp_path / "none" / "out.html")
    assert result.exit_code == 2
    assert "there is no folder" in result.output
