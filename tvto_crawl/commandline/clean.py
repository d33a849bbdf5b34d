"""`tvto-crawl clean`: pages and texts of any kind into articles."""

import os
import sys
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from tvto_crawl.commandline.faults import InputFault
from tvto_crawl.commandline.outputs import check_apart, check_output, names_folder
from tvto_crawl.commandline.profiles import profile_files, profile_option
from tvto_crawl.terminal import escaped, say
from tvto_crawl.wording import counted

if TYPE_CHECKING:
    from cleaners import SiteProfile
    from tvto_crawl.bulk.run import Job, Outcome, Progress

__all__ = ["clean"]

# So many files that are nothing to clean are named; the rest are counted.
_NAMED = 10

_PATH = click.Path(path_type=Path)


@click.command(
    epilog="""\b
Examples:
  tvto-crawl clean page.html -o article.jsonl
  tvto-crawl clean CC-NEWS-*.warc.gz -o news.jsonl.zst --rejects left-out.jsonl
  tvto-crawl clean crawls/ -o shards/
  tvto-crawl clean pages/ -o news.jsonl --profile example.toml
  zcat pages.jsonl.gz | tvto-crawl clean - -o -

Exit status: 0 when every input was read, whatever it held; 1 when the work
stopped (run the same command again: it goes on from there); 2 for inputs or
options that are wrong.
""",
)
@click.argument("inputs", nargs=-1, required=True, type=_PATH, metavar="INPUT…")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    help="A file (.gz and .zst are packed; an old one is replaced when the new is complete), a"
    " folder for shards (FOLDER/), or - for stdout.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1),
    default=lambda: os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count(),
    show_default="the cores",
    help="How many processes clean.",
)
@click.option(
    "--rejects",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="List what is left out, as JSONL.",
)
@click.option("--column", metavar="NAME", help="Column of JSONL that holds the page or the text.")
@click.option("--agency", metavar="KEY", help="Agency of texts that do not tell it: ilna, mehr …")
@click.option(
    "--compress",
    type=click.Choice(["gz", "zst"]),
    help="How to pack the shards of a folder.",
)
@click.option(
    "--normalize/--no-normalize", default=True, help="Mend the Persian, or leave it as it is."
)
@click.option("--rules/--no-rules", default=True, help="Use the rules of known sites.")
@profile_option
def clean(
    inputs: tuple[Path, ...],
    output: str,
    jobs: int,
    rejects: Path | None,
    column: str | None,
    agency: str | None,
    compress: Literal["gz", "zst"] | None,
    normalize: bool,
    rules: bool,
    profiles: "tuple[SiteProfile, ...]",
) -> None:
    """Take the articles out of pages and texts, as one JSONL.

    INPUT is any mix of HTML files, WARC files, JSONL with a column of pages or texts, text files,
    folders of these, and - for standard input; which is which is found out from the content, and
    all may be packed with gzip or Zstandard.

    What is complete is kept: a run that was killed goes on where it was when the same command is
    run again, and nothing is lost or doubled.
    """
    from tvto_crawl.bulk.cleaning import Options
    from tvto_crawl.bulk.run import Job

    to_folder = names_folder(output)
    if compress and not to_folder:
        raise click.UsageError("--compress is for folders; name the file .gz or .zst instead")
    job = Job(
        inputs,
        Path(output),
        to_folder,
        compress or "",
        rejects,
        jobs,
        Options(normalize, rules, agency, column, profiles),
    )
    _check_inputs(job)
    _check_outputs(job)
    _report(_run(job), job)


def _check_inputs(job: "Job") -> None:
    """Raise where an input is an address."""
    for path in job.inputs:
        if str(path).startswith(("http:/", "https:/")):
            raise InputFault(
                f"{str(path).replace(':/', '://', 1)} is no file: `clean` reads files;"
                " `scrapy crawl site -a domain=HOST -a urls=ADDRESS` fetches a page"
            )


def _check_outputs(job: "Job") -> None:
    """Raise where an output would take the place of what is read, or of the other."""
    from tvto_crawl.bulk.inputs import kind_of

    folders = [path.resolve() for path in job.inputs if path.is_dir()]
    files = [] if job.to_folder else [job.output]
    if job.rejects:
        check_apart(job.rejects, files)
        files.append(job.rejects)
    for file in files:
        if not (job.to_folder and file.parent == job.output):  # which is made
            check_output(file, (*job.inputs, *profile_files()))
        is_below = any(file.resolve().is_relative_to(folder) for folder in folders)
        # What an earlier run wrote there is nothing to clean, so that it is replaced by the next.
        if is_below and file.is_file() and kind_of(file, column=job.options.column):
            raise click.UsageError(f"{escaped(str(file))} is read: write to another file")


def _run(job: "Job") -> "Outcome":
    """Run `job`; end the program with a sentence where it can't be done."""
    from tvto_crawl.bulk.run import BulkError, UnwritableError, run

    again = "run the same command again to go on from there"
    try:
        with _progress() as progress:
            return run(job, progress)
    except BulkError as error:
        raise InputFault(error) from error
    except UnwritableError as error:
        raise click.ClickException(str(error)) from error
    except BrokenProcessPool as error:
        raise click.ClickException(
            f"a process was ended from outside (out of memory?); {again}"
        ) from error
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(f"{where}{error.strerror or error}; {again}") from error
    except KeyboardInterrupt:
        say(f"Stopped; {again}.")
        raise SystemExit(130) from None


def _progress() -> "AbstractContextManager[Progress | None]":
    """Return a bar for people at a terminal; what draws it is loaded for them alone."""
    if not sys.stderr.isatty():
        return nullcontext()
    from tvto_crawl.bulk.progress import ProgressBar

    return ProgressBar()


def _report(outcome: "Outcome", job: "Job") -> None:
    """Say what became of everything."""
    from tvto_crawl.bulk.cleaning import REASONS

    tally = outcome.tally
    if outcome.found_complete:
        say(
            f"{outcome.found_complete:,} of {counted(outcome.portions, 'portion')} complete already"
        )
    given = counted(tally.entries, "page or text", "pages and texts")
    say(f"{counted(tally.articles, 'article')} from {given} → {job.output}")
    for reason, count in tally.left_out.most_common():
        say(f"{count:>9,} left out: {reason} ({REASONS.get(reason, reason)})")
    if outcome.others:
        files = "file" if len(outcome.others) == 1 else "files"
        say(f"{len(outcome.others):>9,} other {files}, with nothing to clean:")
        for path in outcome.others[:_NAMED]:
            say(f"          {escaped(str(path))}")
        if len(outcome.others) > _NAMED:
            say(f"          … and {len(outcome.others) - _NAMED:,} more")
