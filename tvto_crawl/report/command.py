"""`tvto-crawl report`: show what a corpus looks like."""

from collections.abc import Callable
from pathlib import Path

import click

from tvto_crawl.commandline.articles import sources_of
from tvto_crawl.commandline.faults import InputFault
from tvto_crawl.commandline.outputs import check_output, name_of, writing
from tvto_crawl.terminal import has_live_line, say
from tvto_crawl.wording import counted

__all__ = ["report"]

# Bad lines that are named; further ones are only counted. The page names more.
_NAMED = 5
_EVERY = 1000


@click.command(
    epilog="""\b
Examples:
  tvto-crawl report articles/mehr.jsonl -o mehr.html
  tvto-crawl report articles/ -o report.html
  tvto-crawl report 2024.jsonl.gz 2025.jsonl.zst -o years.html --no-texts
""",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT.html",
    help="File to write, or - for standard output; an old one is replaced when the new one is"
    " complete.",
)
@click.option(
    "--texts/--no-texts",
    default=True,
    help="Include the articles' texts, or only figures and headings.",
)
def report(files: tuple[Path, ...], output: Path, texts: bool) -> None:
    """Make one HTML page that shows the articles in FILE…, with figures and texts.

    FILE is JSONL as the spiders and `clean` write it, compressed or not, a folder of such files, or
    - for standard input. Of several lines with the same id, the last counts; a line without an
    article is counted and named. The page needs no network and no other file: open it in any modern
    browser, or send it by mail.
    """
    from tvto_crawl.corpus import CorpusError
    from tvto_crawl.report.page import NoArticles, write_report

    check_output(output, [source.path for source in sources_of(files)])
    try:
        with writing(output):
            summary = write_report(files, output, texts=texts, on_article=_progress())
    except (CorpusError, NoArticles) as error:
        raise InputFault(error) from error
    for bad in summary.bad_lines[:_NAMED]:
        say(f"{bad.file} line {bad.line} left out: {bad.reason}")
    if summary.bad > _NAMED:
        say(f"… {summary.bad:,} bad lines in all; the page names them")
    replaced = (
        f", {counted(summary.superseded, 'older line')} replaced" if summary.superseded else ""
    )
    articles = counted(summary.articles, "article")
    say(f"{name_of(output)}: {articles}{replaced}, {summary.size / 1e6:,.1f} MB")


def _progress() -> Callable[[int], None] | None:
    """Return a function that shows the count of articles, or None without a terminal."""
    if not has_live_line():
        return None

    def show(read: int) -> None:
        if read % _EVERY == 0:
            click.echo(f"\r{read:,} articles read", nl=False, err=True)

    return show
