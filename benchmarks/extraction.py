"""Compare the cleaners with other extractors: what comes out, how fast, in how much memory.

    python -m benchmarks.extraction [FOLDER …] [--generated N] [--sites N]

Each FOLDER holds pages and `gold.jsonl`. Generated pages (`benchmarks.layouts`) are measured as
well, as a whole and by each trait of their layout. Every tool runs in a process of its own, one
after the other. `--install` first makes a virtual environment with the other tools and runs there.
`benchmarks/README.md` explains the columns.
"""

import argparse
import json
import logging
import os
import platform
import subprocess
import sys
import tempfile
import venv
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

_ROOT: Final = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(_ROOT))  # run by its path, uninstalled

from benchmarks import extraction_report  # noqa: E402
from benchmarks.disguises import write_disguised  # noqa: E402
from benchmarks.extraction_worker import measure  # noqa: E402
from benchmarks.layouts import GeneratedPage, generate, generate_sites  # noqa: E402
from benchmarks.peers import TOOLS  # noqa: E402

__all__ = ["main"]

_VENV: Final = _ROOT / "build" / "benchmark-venv"
_REAL: Final = _ROOT.parent / "shared" / "real_pages"
# Pages of each site from which its profile is learned.
_LEARNED_FROM: Final = 5
_PAGES_A_SITE: Final = 15


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    options = _parser().parse_args(arguments)
    logging.disable(logging.ERROR)  # the tools warn of every odd page
    if options.worker:
        return measure(options.worker, options.inputs, options.repeat)
    if options.install:
        return _run_installed(arguments if arguments is not None else sys.argv[1:])
    folders = options.folders or ([_REAL] if (_REAL / "gold.jsonl").is_file() else [])
    with tempfile.TemporaryDirectory() as temporary:
        inputs = Path(temporary)
        _lay_out_inputs(inputs, folders, options)
        rows = [
            _measured(tool.name, inputs, options) for tool in TOOLS if _wanted(tool.name, options)
        ]
    figures = {"about": _about(options), "tools": rows}
    if options.json:
        options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1), "utf-8")
    table = extraction_report.markdown(figures, by_trait=options.rows)
    if options.write:
        options.write.write_text(
            extraction_report.replaced(options.write.read_text("utf-8"), table), "utf-8"
        )
    print(table)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("folders", nargs="*", type=Path, help="default: ../shared/real_pages")
    parser.add_argument("--generated", type=int, default=200, help="number of generated pages")
    parser.add_argument("--sites", type=int, default=8, help="sites to learn profiles of")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--repeat", type=int, default=7, help="timed runs per page; the best counts"
    )
    parser.add_argument("--only", help="only tools whose name contains this text")
    parser.add_argument("--rows", action="store_true", help="also F1 by each trait of the layouts")
    parser.add_argument("--write", type=Path, help="also put the tables into this README")
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    parser.add_argument("--install", action="store_true", help="install the other tools first")
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    parser.add_argument("--inputs", type=Path, help=argparse.SUPPRESS)
    return parser


def _wanted(name: str, options: argparse.Namespace) -> bool:
    return not options.only or options.only in name


def _run_installed(arguments: list[str]) -> int:
    """Make the environment with the other tools, and run in it."""
    python = _VENV / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        venv.create(_VENV, with_pip=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--upgrade"]
    # Some releases of pip stumble over `lxml[html_clean]`, asked for by two of the tools.
    subprocess.run([*pip, "pip"], check=True)
    subprocess.run([*pip, "-e", f"{_ROOT}[bench]"], check=True)
    again = [argument for argument in arguments if argument != "--install"]
    command = [str(python), "-m", "benchmarks.extraction", *again]
    return subprocess.run(command, cwd=_ROOT, check=False).returncode


def _lay_out_inputs(inputs: Path, folders: list[Path], options: argparse.Namespace) -> None:
    """Write every page to be measured below `inputs`, one folder per set."""
    if folders:
        _gather(folders, inputs / "real")
        write_disguised(inputs / "real", inputs / "disguised")
    if options.generated:
        _write(inputs / "generated", list(generate(options.seed, options.generated)))
    for number, pages in enumerate(generate_sites(options.seed, options.sites, _PAGES_A_SITE)):
        _write(inputs / f"site-{number:03}", pages, learn=_LEARNED_FROM)


def _gather(folders: list[Path], target: Path) -> None:
    """Copy the pages of all folders into one, with one `gold.jsonl`."""
    target.mkdir()
    lines = []
    for number, folder in enumerate(folders):
        for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
            gold = json.loads(line)
            name = f"{number}-{gold['file']}"
            (target / name).write_bytes((folder / gold["file"]).read_bytes())
            lines.append(json.dumps({**gold, "file": name}, ensure_ascii=False))
    (target / "gold.jsonl").write_text("\n".join(lines), "utf-8")


def _write(folder: Path, pages: list[GeneratedPage], *, learn: int = 0) -> None:
    folder.mkdir()
    lines = []
    for index, page in enumerate(pages):
        (folder / page.file).write_bytes(page.html)
        line = {**page.gold, "traits": dict(page.traits), "learn": index < learn}
        lines.append(json.dumps(line, ensure_ascii=False))
    (folder / "gold.jsonl").write_text("\n".join(lines), "utf-8")


def _measured(name: str, inputs: Path, options: argparse.Namespace) -> dict[str, Any]:
    """Run one tool in a process of its own."""
    print(f"{name} …", file=sys.stderr)
    command = [sys.executable, "-m", "benchmarks.extraction", "--worker", name]
    command += ["--inputs", str(inputs), "--repeat", str(options.repeat)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    try:
        row: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        lines = done.stderr.strip().splitlines() or [f"exit status {done.returncode}"]
        row = {"missing": lines[-1]}
    return {"tool": name, **row}


def _about(options: argparse.Namespace) -> dict[str, Any]:
    packages = ("selectolax", *sorted({tool.package for tool in TOOLS if tool.package}))
    return {
        "date": date.today().isoformat(),
        "python": platform.python_version(),
        "machine": _machine(),
        "versions": {name: _version(name) for name in packages},
        "seed": options.seed,
    }


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _machine() -> str:
    """Return the kind of machine: processor and cores."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        lines = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        model = lines[0].partition(":")[2].strip() if lines else model
    return f"{model}, {os.cpu_count()} cores, {platform.system()}"


if __name__ == "__main__":
    sys.exit(main())
