"""The example for many machines, without datatrove."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_example_explains_itself_without_datatrove() -> None:
    example = [sys.executable, str(ROOT / "examples" / "common_crawl.py")]
    told = subprocess.run([*example, "--help"], capture_output=True, text=True, check=True).stdout
    assert "Folder of WARC files" in told
    if find_spec("datatrove") is None:
        done = subprocess.run([*example, "in/", "out/"], capture_output=True, text=True)
        assert done.returncode == 1
        assert done.stderr.endswith("pip install 'tvto-crawl[scale]'\n")
        assert "Traceback" not in done.stderr
