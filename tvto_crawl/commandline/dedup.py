"""`tvto-crawl dedup`: mark what repeats what."""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tvto_crawl.commandline.articles import sources_of
from tvto_crawl.commandline.bar import stages
from tvto_crawl.commandline.faults import InputFault
from tvto_crawl.commandline.outputs import (
    check_apart,
    check_not_read,
    check_output,
    names_folder,
    writing,
)
from tvto_crawl.terminal import escaped, say
from tvto_crawl.wording import counted

if TYPE_CHECKING:
    from tvto_crawl.corpus import Source
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
@click.option(
    "--groups",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a table of duplicates, as CSV.",
)
def dedup(inputs: tuple[Path, ...], output: str, drop: bool, groups: Path | None) -> None:
    """Find the articles that repeat another: the same, nearly the same, or an excerpt of it.

    Each gets the id of the earliest published of its kind as `duplicate_of`; an excerpt gets that
    of the longer article. INPUT is article JSONL, plain or packed, or folders of it. Of several
    lines with one id the last counts, and with --drop the others go too. Works on disk: a corpus
    may be larger than memory. OUT may be the one INPUT: it is replaced when all is written.
    """
    from tvto_crawl.corpus import CorpusError, NoArticlesError
    from tvto_crawl.dedup.run import DedupJob, run_dedup

    job = DedupJob(inputs, Path(output), names_folder(output), drop, groups)
    _check_outputs(job)
    try:
        with writing(job.output), stages() as tell:
            outcome = run_dedup(job, tell)
    except CorpusError as error:
        raise InputFault(error) from error
    except NoArticlesError as error:
        raise click.ClickException(escaped(str(error), limit=1000)) from error
    except sqlite3.OperationalError as error:  # of the index, beside the output
        raise click.ClickException(f"{job.output} can't be written: {error}") from error
    _report(outcome, job)


def _check_outputs(job: "DedupJob") -> None:
    """Raise where an output takes the place of what is read, or would be read by the next run."""
    from tvto_crawl.bulk.streams import STDIO
    from tvto_crawl.dedup.run import target_of

    sources = sources_of(job.inputs)
    targets = [target_of(job, source) for source in sources]
    if job.output != STDIO:
        _check_targets(job, sources, targets)
    if job.groups:
        check_apart(job.groups, targets)
        made = job.to_folder and job.groups.parent == job.output
        check = check_not_read if made else check_output
        check(job.groups, [source.path for source in sources])


def _check_targets(job: "DedupJob", sources: "list[Source]", targets: list[Path]) -> None:
    """Raise where a target is, or would be, read; its own marks may take the place of a file."""
    from tvto_crawl.corpus import is_read_in

    if not job.to_folder:
        check_output(job.output, ())
    folders = [path.resolve() for path in job.inputs if path.is_dir()]
    of_path = {source.path.resolve(): source for source in sources}
    for source, target in zip(sources, targets, strict=True):
        place = target.resolve()
        owner = of_path.get(place)
        name = escaped(str(target))
        if owner not in (None, source):
            raise click.UsageError(f"{name} is read: write to another file")
        if owner is None and any(is_read_in(folder, place) for folder in folders):
            raise click.UsageError(
                f"{name} would be read by the next run, beside what it is made of: write it outside"
                " of the folders that are read"
            )


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
