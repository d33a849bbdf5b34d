"""`tvto-crawl convert`: write articles for other programs."""

from pathlib import Path

import click

from tvto_crawl.commandline.articles import Articles
from tvto_crawl.commandline.faults import InputFault
from tvto_crawl.commandline.outputs import check_folder, check_output, names_folder, writing
from tvto_crawl.terminal import say
from tvto_crawl.wording import counted

__all__ = ["convert"]

_PATH = click.Path(path_type=Path)
_FORMATS = {".parquet": "parquet", ".csv": "csv"}


@click.command(
    epilog="""\b
Examples:
  tvto-crawl convert corpus.jsonl.zst -o corpus.parquet
  tvto-crawl convert articles/ -o articles.csv
  tvto-crawl convert articles/ -o texts/
""",
)
@click.argument("inputs", nargs=-1, required=True, type=_PATH, metavar="INPUT…")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    help="OUT.parquet, OUT.csv, or a folder for texts (FOLDER/).",
)
def convert(inputs: tuple[Path, ...], output: str) -> None:
    """Write articles as Parquet (OUT.parquet), CSV (OUT.csv) or a text file each (FOLDER/).

    CSV has no `body` (its text is in `text`), `images` and `repairs`, and joins lists by " | ". A
    text file holds kicker, title, lead and paragraphs with a blank line between them. Of several
    lines with the same id, the last counts. Parquet needs the extra: pip install
    'tvto-crawl[parquet]'.
    """
    from tvto_crawl import conversion

    target = Path(output)
    form = "texts" if names_folder(output) else _FORMATS.get(target.suffix.lower())
    if form is None:
        raise click.UsageError("OUT must end in .parquet or .csv, or in / for text files")
    articles = Articles(inputs)
    if form == "texts":
        check_folder(output, "text files", lambda path: path.suffix == ".txt")
    else:
        check_output(target, articles.files)
    write = {
        "parquet": conversion.write_parquet,
        "csv": conversion.write_csv,
        "texts": conversion.write_texts,
    }[form]
    try:
        with writing(target):
            count = write((record for record, _ in articles), target)
    except conversion.MissingPackageError as error:
        raise InputFault(error) from error
    except conversion.ConversionError as error:
        raise click.ClickException(str(error)) from error
    say(f"{counted(count, 'article')} → {output}")
    articles.report_others()
