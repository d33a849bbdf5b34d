"""`tvto-crawl convert`: articles for other programs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from tvto_crawl.terminal import say

__all__ = ["convert"]

_PATH = click.Path(path_type=Path)
_FORMATS = {".parquet": "parquet", ".csv": "csv"}


@click.command(
    epilog="""\b
Examples:
  tvto-crawl convert corpus.jsonl.zst -o corpus.parquet
  tvto-crawl convert articles/ -o articles.csv
  tvto-crawl convert articles/ -o texts/
"""
)
@click.argument("inputs", nargs=-1, required=True, type=_PATH, metavar="INPUT…")
@click.option("-o", "--output", required=True, metavar="OUT")
def convert(inputs: tuple[Path, ...], output: str) -> None:
    """Write articles as Parquet (OUT.parquet), CSV (OUT.csv) or a text file each (FOLDER/).

    A text file holds kicker, title, lead and paragraphs with a blank line between them. Parquet
    needs the extra: pip install 'tvto-crawl[parquet]'.
    """
    from tvto_crawl import conversion
    from tvto_crawl.corpus import CorpusError

    target = Path(output)
    to_texts = output.endswith("/") or target.is_dir()
    form = "texts" if to_texts else _FORMATS.get(target.suffix.lower())
    if form is None:
        raise click.UsageError("name OUT .parquet or .csv, or end it with / for text files")
    left_out: list[str] = []
    write = {
        "parquet": conversion.write_parquet,
        "csv": conversion.write_csv,
        "texts": conversion.write_texts,
    }[form]
    try:
        count = write(_articles(inputs, left_out), target)
    except CorpusError as error:
        raise click.UsageError(str(error)) from error
    except (OSError, conversion.ConversionError) as error:
        raise click.ClickException(str(error)) from error
    say(f"{count:,} articles → {output}")
    if left_out:
        say(f"{len(left_out):>9,} lines are no articles: {', '.join(left_out[:5])} …")


def _articles(inputs: tuple[Path, ...], left_out: list[str]) -> Iterator[dict[str, Any]]:
    from tvto_crawl.corpus import decode, find_files, is_article, numbered_lines

    for path in find_files(inputs):
        for place, line in numbered_lines(path):
            record = decode(line)
            if record is not None and is_article(record):
                yield record
            else:
                left_out.append(place)
