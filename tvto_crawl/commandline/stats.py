"""`tvto-crawl stats`: what a corpus holds."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tvto_crawl.terminal import escaped

if TYPE_CHECKING:
    from tvto_crawl.corpus_stats import CorpusStats

__all__ = ["stats"]

_PATH = click.Path(path_type=Path)
_TITLES = {
    "by_agency": "agency",
    "by_year": "Jalali year",
    "by_province": "province",
    "by_section": "section",
    "by_tags": "tag",
    "by_extractor": "extractor",
    "by_warnings": "warning",
    "by_missing": "articles without",
    "by_repairs": "repairs, in all texts",
}


@click.command()
@click.argument("inputs", nargs=-1, required=True, type=_PATH, metavar="INPUT…")
@click.option("--json", "as_json", is_flag=True, help="All counts, for programs.")
@click.option("--top", default=10, show_default=True, help="How many rows of each table.")
def stats(inputs: tuple[Path, ...], as_json: bool, top: int) -> None:
    """Count what article JSONL holds: agencies, years, lengths, missing fields, warnings, repairs.

    INPUT is files, plain or packed, folders of them, or - for standard input.
    """
    counts = _count(inputs)
    told = counts.to_dict()
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    words: dict[str, int] = told["words"]
    click.echo(f"{counts.articles:,} articles, {counts.duplicates:,} of them marked as duplicates")
    if counts.not_articles:
        click.echo(f"{counts.not_articles:,} lines are no articles")
    spread = " · ".join(f"{name} {count:,}" for name, count in words.items() if name != "total")
    click.echo(f"{words['total']:,} words; words an article: {spread}")
    for name, title in _TITLES.items():
        _print_table(title, told[name], counts.articles, top, shares=name != "by_repairs")


def _count(inputs: tuple[Path, ...]) -> "CorpusStats":
    from tvto_crawl.corpus import CorpusError, decode, find_files, is_article, numbered_lines
    from tvto_crawl.corpus_stats import CorpusStats

    counts = CorpusStats()
    try:
        for path in find_files(inputs):
            for _, line in numbered_lines(path):
                record = decode(line)
                if record is None or not is_article(record):
                    counts.not_articles += 1
                else:
                    counts.add(record)
    except CorpusError as error:
        raise click.UsageError(str(error)) from error
    return counts


def _print_table(
    title: str, rows: dict[str, Any], articles: int, top: int, *, shares: bool
) -> None:
    if not rows:
        return
    click.echo(f"\n{title}")
    for name, count in list(rows.items())[:top]:
        share = f"{count / articles:>7.1%}" if shares and articles else ""
        click.echo(f"{count:>10,}{share}  {escaped(name)}")
    if len(rows) > top:
        click.echo(f"{'':>10}  … and {len(rows) - top:,} more")
