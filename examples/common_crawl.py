"""Persian news from Common Crawl's CC-NEWS: WARC files in, deduplicated article JSONL out.

    python examples/common_crawl.py WARCS/ OUT/ [--hosts hosts.txt] [--executor local]

WARCS is a folder of CC-NEWS files (`CC-NEWS-*.warc.gz`), or any folder that fsspec can open, such
as s3://commoncrawl/crawl-data/CC-NEWS/2025/10/. Pages of the hosts in the list are kept, and pages
of other hosts if they are in Persian. These folders are written in OUT:

    articles/       one shard for each WARC
    deduplicated/   the same with `duplicate_of` filled in, or without duplicates (--drop)
    logs/           datatrove's logs, counts and markers of what is complete

If it is killed and run again, it continues with the WARCs that are not complete.
"""

import argparse
import os
from pathlib import Path
from typing import Any

from cleaners.identity import agencies

__all__ = ["main"]


def main() -> None:
    """Read the arguments and run both pipelines."""
    given = _arguments()
    try:
        from datatrove.io import get_datafolder

        from tvto_crawl.datatrove import cleaning_pipeline, dedup_pipeline
    except ModuleNotFoundError as error:
        raise SystemExit(f"{error}: pip install 'tvto-crawl[scale]'") from error
    archives = len(get_datafolder(given.warcs).list_files(glob_pattern="*.warc*"))
    if not archives:
        raise SystemExit(f"there is no WARC file in {given.warcs}")
    hosts = _hosts(given.hosts)
    articles, deduplicated = f"{given.out}/articles", f"{given.out}/deduplicated"
    cleaning = _executor(
        given,
        "clean",
        cleaning_pipeline(given.warcs, articles, hosts=hosts, other_hosts=not given.only_hosts),
        tasks=archives,
    )
    finding = _executor(
        given,
        "dedup",
        dedup_pipeline(articles, deduplicated, drop=given.drop),
        tasks=1,
        depends=cleaning,
    )
    finding.run()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("warcs", help="Folder of WARC files: a path, or s3://… and the like.")
    parser.add_argument("out", help="Folder to write articles/, deduplicated/ and logs/ in.")
    parser.add_argument("--hosts", type=Path, help="Hosts to keep, one per line; default: ours.")
    parser.add_argument("--only-hosts", action="store_true", help="Do not keep other hosts.")
    parser.add_argument("--drop", action="store_true", help="Drop duplicates instead of marking.")
    parser.add_argument(
        "--executor",
        choices=["local", "slurm", "ray"],
        default="local",
        help="What runs the tasks; default: local, on this machine.",
    )
    parser.add_argument(
        "--workers",
        type=int,
        default=os.cpu_count(),
        help="Tasks at a time; default: the number of cores.",
    )
    parser.add_argument("--partition", default="cpu", help="Slurm partition; default: cpu.")
    return parser.parse_args()


def _hosts(path: Path | None) -> list[str]:
    if path:
        return [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [host for agency in agencies().values() for host in agency.hosts]


def _executor(
    given: argparse.Namespace, name: str, pipeline: list[Any], *, tasks: int, depends: Any = None
) -> Any:
    """Return the executor that was asked for."""
    common = {
        "pipeline": pipeline,
        "tasks": tasks,
        "logging_dir": f"{given.out}/logs/{name}",
        "depends": depends,
    }
    workers = min(given.workers, tasks)
    if given.executor == "slurm":
        from datatrove.executor.slurm import SlurmPipelineExecutor

        return SlurmPipelineExecutor(
            **common,
            workers=given.workers,
            job_name=f"tvto-{name}",
            time="24:00:00",
            partition=given.partition,
            cpus_per_task=1,
            mem_per_cpu_gb=2,
        )
    if given.executor == "ray":
        from datatrove.executor.ray import RayPipelineExecutor

        return RayPipelineExecutor(**common, workers=workers, cpus_per_task=1, mem_per_cpu_gb=1)
    from datatrove.executor.local import LocalPipelineExecutor

    return LocalPipelineExecutor(**common, workers=workers)


if __name__ == "__main__":
    main()
