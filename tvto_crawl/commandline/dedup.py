"""`tvto-crawl dedup`: mark what repeats what."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tvto_crawl.commandline.bar import stages
from tvto_crawl.commandline.faults import InputFault
from tvto_crawl.terminal import escaped, say
from tvto_crawl.wording import counted

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
""",
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
    from tvto_crawl.corpus import CorpusError, NoArticlesError
    from tvto_crawl.dedup.run import DedupJob, run_dedup

    path = Path(output)
    to_folder = output != "-" and (output.endswith(("/", os.sep)) or path.is_dir())
    job = DedupJob(inputs, path, to_folder, drop, groups)
    try:
        with stages() as tell:
            outcome = run_dedup(job, tell)
    except CorpusError as error:
        raise InputFault(error) from error
    except (NoArticlesError, OSError) as error:
        raise click.ClickException(escaped(str(error), limit=1000)) from error
    _report(outcome, job)


def _report(outcome: "DedupOutcome", job: "DedupJob") -> None:
    done = "dropped" if job.drop else "marked"
    say(f"{outcome.written:,} of {counted(outcome.lines, 'line')} written → {job.output}")
    for kind, count in outcome.kinds.items():
        say(f"{count:>9,} {done}: {kind} ({_KINDS[kind]})")
    if outcome.replaced:
        _say_lines(outcome.replaced, "that a later line of the same id replaces")
    if outcome.foreign:
        _say_lines(outcome.foreign, "without id or text, left as found")
    if outcome.broken:
        _say_lines(outcome.broken, "without a JSON object, left out")
    for name in outcome.named:
        say(f"          {name}")


def _say_lines(count: int, what: str) -> None:
    say(f"{count:>9,} {'line' if count == 1 else 'lines'} {what}")
