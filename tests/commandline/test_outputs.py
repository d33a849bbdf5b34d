"""Where `report` and `inspect` may write: never over what they read, nor where no folder is."""

from pathlib import Path

import pytest

from tests.commandline.conftest import Run

INPUTS = {"report": '{"id": "a"}\n', "inspect": "<p>متن صفحه</p>"}


@pytest.mark.parametrize("command", INPUTS)
def test_what_is_read_is_not_written_over(tvto: Run, tmp_path: Path, command: str) -> None:
    given = tmp_path / "given"
    given.write_text(INPUTS[command], "utf-8")
    result = tvto(command, given, "-o", given)
    assert (result.exit_code, given.read_text("utf-8")) == (2, INPUTS[command])
    assert "write to another file" in result.output


@pytest.mark.parametrize("command", INPUTS)
def test_folder_that_is_not_there_is_named(tvto: Run, tmp_path: Path, command: str) -> None:
    given = tmp_path / "given"
    given.write_text(INPUTS[command], "utf-8")
    result = tvto(command, given, "-o", tmp_path / "none" / "out.html")
    assert result.exit_code == 2
    assert "there is no folder" in result.output
