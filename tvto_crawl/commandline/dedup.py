"""`tvto-crawl dedup`: find the articles that repeat others."""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tvto_crawl.commandline.articles import sources_of
from tvto_crawl.commandline.bar import stages
from tvto_crawl.commandline.faults import InputFault
from tvto_crawl.commandline.outputs import (
    check_apart,
    check_folder,
    check_jsonl,
    check_not_read,
    check_output,
    name_of,
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
    help="A file (compressed if its name ends in .gz or .zst), a folder (FOLDER/) for one file per "
    "input with the same name, or - for standard output.",
)
@click.option("--drop", is_flag=True, help="Leave duplicates out instead of marking them.")
@click.option(
    "--groups",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write a table of duplicates, as CSV.",
)
def dedup(inputs: tuple[Path, ...], output: str, drop: bool, groups: Path | None) -> None:
    """Find the articles that repeat another: the same text, nearly the same, or an excerpt.

    Each gets as `duplicate_of` the id of the one that was published first; an excerpt gets the id
    of the longer article. INPUT is article JSONL, plain or compressed, or folders of it. Of several
    lines with the same id, the last counts, and --drop leaves out the others, too. The work is done
    on disk, so a corpus may be larger than memory. OUT may be the same as a single INPUT, which is
    replaced when everything is written.
    """
    from tvto_crawl.corpus import CorpusError, NoArticlesError
    from tvto_crawl.dedup.run import DedupJob, run_dedup

    job = DedupJob(inputs, Path(output), names_folder(output), drop, groups)
    _check_outputs(job, output)
    try:
        with writing(job.output), stages() as report:
            outcome = run_dedup(job, report)
    except (CorpusError, NoArticlesError) as error:
        raise InputFault(error) from error
    except sqlite3.OperationalError as error:  # of the index, beside the output
        raise click.ClickException(f"{job.output} can't be written: {error}") from error
    _report(outcome, job)


def _check_outputs(job: "DedupJob", output: str) -> None:
    """Raise UsageError if an output would overwrite an input, or be an input of the next run."""
    from tvto_crawl.bulk.streams import STDIO
    from tvto_crawl.dedup.run import target_of

    sources = sources_of(job.inputs)
    targets = [target_of(job, source) for source in sources]
    if job.output != STDIO:
        _check_targets(job, sources, targets)
    if job.to_folder:
        ours = [*targets, job.groups] if job.groups else targets
        check_folder(output, "files", lambda path: any(file.is_relative_to(path) for file in ours))
    if job.groups:
        check_apart(job.groups, targets)
        made = job.to_folder and job.groups.parent == job.output
        check = check_not_read if made else check_output
        check(job.groups, [source.path for source in sources])


def _check_targets(job: "DedupJob", sources: "list[Source]", targets: list[Path]) -> None:
    """Raise UsageError if a target is an input, or would be; but a file may replace itself."""
    from tvto_crawl.corpus import is_read_in

    if not job.to_folder:
        check_output(job.output, ())
        check_jsonl(job.output)
    folders = [path.resolve() for path in job.inputs if path.is_dir()]
    of_path = {source.path.resolve(): source for source in sources}
    for source, target in zip(sources, targets, strict=True):
        place = target.resolve()
        owner = of_path.get(place)
        name = escaped(str(target))
        if owner not in (None, source):
            raise click.UsageError(f"{name} is an input: write to another file")
        if owner is None and any(is_read_in(folder, place) for folder in folders):
            raise click.UsageError(
                f"{name} would become an input of the next run, in addition to the files it is made"
                " of: write it outside of the input folders"
            )


def _report(outcome: "DedupOutcome", job: "DedupJob") -> None:
    done = "dropped" if job.drop else "marked"
    written = f"{outcome.written:,} of {counted(outcome.lines, 'line')} written"
    articles = counted(outcome.articles, "article")
    say(f"{articles}, {written} → {name_of(job.output)}")
    if not outcome.kinds:
        say(f"{0:>9,} duplicates")
    for kind, count in outcome.kinds.items():
        say(f"{count:>9,} {done}: {kind} ({_KINDS[kind]})")
    if outcome.replaced:
        what = "left out, as" if job.drop else "written as well, though"
        _say_lines(outcome.replaced, f"{what} a later line with the same id counts")
    if outcome.foreign:
        _say_lines(outcome.foreign, "without id or text, left as they are")
    if outcome.broken:
        _say_lines(outcome.broken, "without a JSON object, left out")
    for name in outcome.named:
        say(f"          {name}")


def _say_lines(count: int, what: str) -> None:
    say(f"{count:>9,} {'line' if count == 1 else 'lines'} {what}")
