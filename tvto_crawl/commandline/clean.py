"""`tvto-crawl clean`: turn pages and texts of any kind into articles."""

import os
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from tvto_crawl.commandline.addresses import check_address
from tvto_crawl.commandline.faults import InputFault
from tvto_crawl.commandline.outputs import (
    check_apart,
    check_folder,
    check_jsonl,
    check_output,
    name_of,
    names_folder,
)
from tvto_crawl.commandline.profiles import profile_files, profile_option, warn_of_profiles
from tvto_crawl.exit_codes import INTERRUPTED
from tvto_crawl.terminal import escaped, has_live_line, say
from tvto_crawl.wording import counted

if TYPE_CHECKING:
    from cleaners import SiteProfile
    from tvto_crawl.bulk.run import Job, Outcome, Progress

__all__ = ["clean"]

# Files that were left out and are named; further ones are only counted.
_NAMED = 10

_PATH = click.Path(path_type=Path)


def _check_agency(
    context: click.Context, parameter: click.Parameter, key: str | None
) -> str | None:
    """Return the key of an agency that has one, or the host of another site, as in records."""
    from cleaners.agency import agency_named

    try:
        return None if key is None else agency_named(key)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command(
    epilog="""\b
Examples:
  tvto-crawl clean page.html -o article.jsonl --url https://www.example.ir/news/12
  tvto-crawl clean CC-NEWS-*.warc.gz -o news.jsonl.zst --rejects left-out.jsonl
  tvto-crawl clean crawls/ -o shards/
  tvto-crawl clean pages/ -o news.jsonl --profile example.toml
  zcat pages.jsonl.gz | tvto-crawl clean - -o -
""",
)
@click.argument("inputs", nargs=-1, required=True, type=_PATH, metavar="INPUT…")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    help="A file (compressed if its name ends in .gz or .zst; an old one is replaced when the new"
    " one is complete), a folder for shards (FOLDER/), or - for standard output.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1),
    default=lambda: os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count(),
    show_default="the number of cores",
    help="How many processes to use.",
)
@click.option(
    "--rejects",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="List what is left out and why, as JSONL.",
)
@click.option("--column", metavar="NAME", help="Column of JSONL that holds the page or the text.")
@click.option(
    "--agency",
    metavar="KEY",
    callback=_check_agency,
    help="Agency of pages and texts that have no address and do not name it: ilna, mehr … or a"
    " site's host.",
)
@click.option("--url", help="Address of the page, if INPUT is a single page or text.")
@click.option(
    "--compress",
    type=click.Choice(["gz", "zst"]),
    help="How to compress the shards in a folder.",
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
    url: str | None,
    compress: Literal["gz", "zst"] | None,
    normalize: bool,
    rules: bool,
    profiles: "tuple[SiteProfile, ...]",
) -> None:
    """Extract the articles from pages and texts, as JSONL.

    INPUT is any mix of HTML files, WARC files, JSONL with a column of pages or texts, text files,
    folders of these (without hidden files), pipes, and - for standard input. The kind of each is
    recognized from its content, and all may be compressed with gzip or Zstandard.

    If the run is killed or stops, run the same command again: it continues where it was, and
    nothing is lost or doubled.
    """
    from tvto_crawl.bulk.cleaning import Options
    from tvto_crawl.bulk.run import Job

    to_folder = names_folder(output)
    if to_folder:
        check_folder(output, "shards", lambda _: (Path(output) / "_done").is_dir())
    if url is not None:
        check_address(url)
    if compress and not to_folder:
        raise click.UsageError(
            "--compress is for folders; for a file, let OUT end in .gz or .zst instead"
        )
    job = Job(
        inputs,
        Path(output),
        to_folder,
        compress or "",
        rejects,
        jobs,
        Options(normalize, rules, agency, column, profiles, url),
    )
    _check_inputs(job)
    _check_outputs(job)
    _report(_run(job), job)


def _check_inputs(job: "Job") -> None:
    """Raise InputFault if an input is a web address."""
    for path in job.inputs:
        if str(path).startswith(("http:/", "https:/")):
            raise InputFault(
                f"{str(path).replace(':/', '://', 1)} is not a file: `clean` reads files only;"
                " to fetch a page, use `scrapy crawl site -a domain=HOST -a urls=ADDRESS`"
            )


def _check_outputs(job: "Job") -> None:
    """Raise UsageError if an output would overwrite an input or the other output."""
    from tvto_crawl.bulk.inputs import kind_of

    folders = [path.resolve() for path in job.inputs if path.is_dir()]
    files = [] if job.to_folder else [job.output]
    if job.rejects:
        check_apart(job.rejects, files)
        files.append(job.rejects)
    for file in files:
        if not (job.to_folder and file.parent == job.output):  # that folder will be created
            check_output(file, (*job.inputs, *profile_files()))
        is_below = any(file.resolve().is_relative_to(folder) for folder in folders)
        # The output of an earlier run has nothing to clean, so the next run may replace it.
        if is_below and file.is_file() and kind_of(file, column=job.options.column):
            raise click.UsageError(f"{escaped(str(file))} is an input: write to another file")
    if not job.to_folder:
        check_jsonl(job.output)


def _run(job: "Job") -> "Outcome":
    """Run `job`; end the program with a message if it can't be done."""
    from tvto_crawl.bulk.run import BulkError, UnwritableError, run

    again = "run the same command again to continue from there"
    try:
        with _progress() as progress:
            return run(job, progress)
    except BulkError as error:
        raise InputFault(error) from error
    except UnwritableError as error:
        raise click.ClickException(str(error)) from error
    except BrokenProcessPool as error:
        raise click.ClickException(
            f"something killed a process (was memory short?); {again}"
        ) from error
    except OSError as error:
        where = error.filename or name_of(job.output)  # a full disk names no file
        raise click.ClickException(f"{where}: {error.strerror or error}; {again}") from error
    except KeyboardInterrupt:
        say(f"Stopped; {again}.")
        raise SystemExit(INTERRUPTED) from None


def _progress() -> "AbstractContextManager[Progress | None]":
    """Return a progress bar if there is a terminal; its library is loaded only then."""
    if not has_live_line():
        return nullcontext()
    from tvto_crawl.bulk.progress import ProgressBar

    return ProgressBar()


def _report(outcome: "Outcome", job: "Job") -> None:
    """Say what became of all inputs."""
    from tvto_crawl.bulk.cleaning import REASONS

    tally = outcome.tally
    if outcome.found_complete:
        say(
            f"{outcome.found_complete:,} of {counted(outcome.portions, 'portion')} already complete"
        )
    given = counted(tally.entries, "page or text", "pages and texts")
    again = tally.again
    say(f"{counted(tally.articles - again, 'article')} from {given} → {name_of(job.output)}")
    if again:
        what = "line is another capture" if again == 1 else "lines are other captures"
        say(f"{again:>9,} more {what} of these articles; of each, the last line counts")
    for reason, count in tally.left_out.most_common():
        say(f"{count:>9,} left out: {reason} ({REASONS.get(reason, reason)})")
    files = "file" if len(outcome.others) == 1 else "files"
    _name(outcome.others, f"other {files} with nothing to clean")
    _name(outcome.unreadable, "can't be read (permission denied)")
    warn_of_profiles(tally, job.options.profiles)


def _name(paths: list[Path], what: str) -> None:
    """Say how many paths there are, what they are, and the first of them."""
    from tvto_crawl.bulk.streams import input_name

    if not paths:
        return
    say(f"{len(paths):>9,} {what}:")
    for path in paths[:_NAMED]:
        say(f"          {escaped(input_name(path))}")
    if len(paths) > _NAMED:
        say(f"          … and {len(paths) - _NAMED:,} more")
