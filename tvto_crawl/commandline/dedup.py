"""`tvto-crawl dedup`: mark what repeats what."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tvto_crawl.commandline.bar import stages
from tvto_crawl.terminal import say

if TYPE_CHECKING:
    from tvto_crawl.dedup.run import DedupJob, DedupOutcome

__all__ = ["dedup"]

_PATH = click.Path(path_type=Path)
_KINDS = {
    "exact": "the same text",
    "near": "nearly the same text",
    "contained": "excerpts of a longer article",
}


@click.command(
    epilog="""\b
Examples:
  tvto-crawl dedup articles/*.jsonl -o marked.jsonl
  tvto-crawl dedup shards/ -o corpus.jsonl.zst --drop
  tvto-crawl dedup articles/ -o marked/ --groups who-copied-whom.csv
"""
)
@click.argument("inputs", nargs=-1, required=True, type=_PATH, metavar="INPUT…")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    help="A file (.gz and .zst are packed), a folder (FOLDER/) for a file of each input's name, "
    "or - for stdout.",
)
@click.option("--drop", is_flag=True, help="Leave duplicates out instead of marking them.")
@click.option("--groups", type=_PATH, metavar="FILE", help="Write a table of duplicates, as CSV.")
def dedup(inputs: tuple[Path, ...], output: str, drop: bool, groups: Path | None) -> None:
    """Find the articles that repeat another: the same, nearly the same, or an excerpt of it.

    Each gets the id of the earliest published of its kind as `duplicate_of`; an excerpt gets that
    of the longer article. INPUT is article JSONL, plain or packed, or folders of it. Of several
    lines with one id the last counts, and with --drop the others go too. Works on disk: a corpus
    may be larger than memory.
    """
    from tvto_crawl.corpus import CorpusError
    from tvto_crawl.dedup.run import DedupJob, run_dedup

    path = Path(output)
    to_folder = output != "-" and (output.endswith(("/", os.sep)) or path.is_dir())
    job = DedupJob(inputs, path, to_folder, drop, groups)
    try:
        with stages() as tell:
            outcome = run_dedup(job, tell)
    except CorpusError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise click.ClickException(str(error)) from error
    _report(outcome, job)


def _report(outcome: "DedupOutcome", job: "DedupJob") -> None:
    done = "dropped" if job.drop else "marked"
    say(f"{outcome.written:,} of {outcome.lines:,} lines written → {job.output}")
    for kind, count in outcome.kinds.items():
        say(f"{count:>9,} {done}: {kind} ({_KINDS[kind]})")
    if outcome.replaced:
        say(f"{outcome.replaced:>9,} lines that a later line of the same id replaces")
    if outcome.foreign:
        say(f"{outcome.foreign:>9,} lines without id or text, left as they are")
    if outcome.broken:
        say(f"{outcome.broken:>9,} lines that are no JSON object, left out")
    for name in outcome.named:
        say(f"          {name}")
