"""A file that is written anew: the old one stays until the new one is whole."""

import os
import threading
from pathlib import Path

import pytest

from tvto_crawl.replacing import replacing

if os.name != "nt":
    import fcntl


def test_the_old_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with replacing(path) as new:
        new.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def _write_half(path: Path, fault: type[BaseException]) -> None:
    with replacing(path) as new:
        new.write_text("half")
        raise fault


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt])
def test_work_that_fails_leaves_the_old_file_alone(
    tmp_path: Path, fault: type[BaseException]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(fault):
        _write_half(path, fault)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_names_the_file_that_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "none" / "a.txt"
    with pytest.raises(OSError, match=r"a\.txt'$") as raised, replacing(path) as new:
        new.write_text("new")
    assert raised.value.filename == str(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other locks")
def test_two_runs_do_not_write_one_file_at_the_same_time(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with replacing(path) as new:
        new.write_text("first")
        with (
            pytest.raises(BlockingIOError, match="another run is writing it") as raised,
            replacing(path) as other,
        ):
            other.write_text("second")
        assert raised.value.filename == str(path)
    assert path.read_text() == "first"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other locks")
def test_a_file_that_became_the_new_one_meanwhile_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a third run could lock the file that the second one writes without a lock."""
    path = tmp_path / "a.txt"
    real = fcntl.flock

    def end_of_another_run(*arguments: int) -> None:
        (tmp_path / "a.txt.partial").replace(path)
        real(*arguments)

    monkeypatch.setattr(fcntl, "flock", end_of_another_run)
    with (
        pytest.raises(BlockingIOError, match="another run is writing it"),
        replacing(path) as new,
    ):
        new.write_text("new")
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_run_left_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt.partial").write_text("a long half of it")
    with replacing(tmp_path / "a.txt") as new:
        new.write_text("new")
    assert (tmp_path / "a.txt").read_text() == "new"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_an_error_names_a_full_device() -> None:
    with (
        pytest.raises(OSError, match="No space left") as raised,
        replacing(Path("/dev/full")) as new,
        new.open("wb") as stream,
    ):
        stream.write(b"new")
    assert raised.value.filename == "/dev/full"


def test_what_a_link_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    path, link = tmp_path / "real" / "a.txt", tmp_path / "link.txt"
    path.write_text("old")
    link.symlink_to(path)
    with replacing(link) as new:
        new.write_text("new")
    assert link.is_symlink()
    assert path.read_text() == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_takes_what_is_written_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    with replacing(pipe) as new:
        new.write_text("new")
    reader.join(timeout=10)
    assert read == ["new"]
    assert pipe.is_fifo()
