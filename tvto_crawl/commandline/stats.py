"""`tvto-crawl stats`: count what a corpus holds."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleaners.persian.characters import well_formed
from tvto_crawl.commandline.articles import Articles
from tvto_crawl.terminal import escaped
from tvto_crawl.wording import counted

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


@click.command(
    epilog="""\b
Examples:
  tvto-crawl stats articles/
  tvto-crawl stats corpus.jsonl.zst --top 31
  tvto-crawl stats articles/mehr.jsonl --json > mehr.json
""",
)
@click.argument("inputs", nargs=-1, required=True, type=_PATH, metavar="INPUT…")
@click.option("--json", "as_json", is_flag=True, help="Print all counts as JSON.")
@click.option(
    "--top",
    type=click.IntRange(1),
    default=10,
    show_default=True,
    help="How many rows of each table to show.",
)
def stats(inputs: tuple[Path, ...], as_json: bool, top: int) -> None:
    """Count what article JSONL holds: agencies, years, lengths, missing fields, warnings, repairs.

    INPUT is files, plain or compressed, folders of them, or - for standard input. Of several lines
    with the same id, the last counts.
    """
    counts = _count(inputs)
    figures = counts.to_dict()
    if as_json:
        click.echo(well_formed(json.dumps(figures, ensure_ascii=False, indent=2)))
        return
    words: dict[str, int] = figures["words"]
    articles = counted(counts.articles, "article")
    click.echo(f"{articles}, {counts.duplicates:,} of them marked as duplicates")
    if counts.not_articles:
        click.echo(counted(counts.not_articles, "line is not an article", "lines are not articles"))
    spread = " · ".join(f"{name} {count:,}" for name, count in words.items() if name != "total")
    click.echo(f"{words['total']:,} words; words per article: {spread}")
    for name, title in _TITLES.items():
        _print_table(title, figures[name], counts.articles, top, shares=name != "by_repairs")


def _count(inputs: tuple[Path, ...]) -> "CorpusStats":
    from tvto_crawl.corpus_stats import CorpusStats

    counts = CorpusStats()
    articles = Articles(inputs)
    for record, _ in articles:
        counts.add(record)
    counts.not_articles = articles.others
    articles.report_replaced()
    return counts


def _print_table(
    title: str, rows: dict[str, Any], articles: int, top: int, *, shares: bool
) -> None:
    if not rows:
        return
    click.echo(f"\n{title}")
    fullest = set(sorted(rows, key=rows.__getitem__, reverse=True)[:top])
    for name, count in rows.items():
        if name not in fullest:  # years stand in their own order
            continue
        share = f"{count / articles:>7.1%}" if shares and articles else ""
        click.echo(f"{count:>10,}{share}  {escaped(name)}")
    if len(rows) > top:
        click.echo(f"{'':>10}  … and {len(rows) - top:,} more")
