"""Crawls as users run them."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from small_sites import ROOT, Crawl


@pytest.fixture
def crawl(tmp_path: Path) -> Crawl:
    """Run `scrapy crawl` in the checkout, its output in `tmp_path / "articles"`."""

    def run(
        spider: str, *arguments: str, cwd: Path = ROOT, file_size: int | None = None
    ) -> subprocess.CompletedProcess[str]:
        def limit_files() -> None:
            if file_size:
                resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))

        command = [sys.executable, "-m", "scrapy", "crawl", spider, *arguments]
        command += ["-s", f"ARTICLES={tmp_path / 'articles'}"]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), _path()])}
        return subprocess.run(
            command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120,
            preexec_fn=limit_files,
        )  # fmt: skip

    return run


def _path() -> str:
    return os.environ.get("PYTHONPATH", "")
