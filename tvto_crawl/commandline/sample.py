"""`tvto-crawl sample`: draw a few articles to look at."""

import random
import sys
from contextlib import nullcontext
from pathlib import Path

import click

from tvto_crawl.commandline.articles import Articles
from tvto_crawl.commandline.outputs import check_jsonl, check_output, file_option, writing
from tvto_crawl.terminal import say
from tvto_crawl.wording import counted

__all__ = ["sample"]

_PATH = click.Path(path_type=Path)


@click.command(
    epilog="""\b
Examples:
  tvto-crawl sample articles/ -n 3 --text
  tvto-crawl sample corpus.jsonl.zst -n 1000 --seed 7 -o thousand.jsonl
""",
)
@click.argument("inputs", nargs=-1, required=True, type=_PATH, metavar="INPUT…")
@click.option(
    "-n",
    "--count",
    type=click.IntRange(1),
    default=10,
    show_default=True,
    help="How many articles to draw.",
)
@click.option("--seed", type=int, help="The same seed draws the same articles again.")
@click.option("--text", is_flag=True, help="Write the texts, for reading, instead of the records.")
@file_option("File to write, compressed if its name ends in .gz or .zst; default standard output.")
def sample(
    inputs: tuple[Path, ...], count: int, seed: int | None, text: bool, output: Path
) -> None:
    """Draw articles at random, each with the same chance.

    INPUT is article JSONL, plain or compressed, folders of it, or - for standard input. Of several
    lines with the same id, the last counts.
    """
    from tvto_crawl.bulk.streams import STDIO, whole_file

    articles = Articles(inputs)
    check_output(output, articles.files)
    check_jsonl(output)
    drawn: list[tuple[int, bytes]] = []
    draw = random.Random(seed)
    for record, line in articles:
        seen = articles.count
        shown = f"{record['id']}\n\n{record['text']}\n\n\n"
        content = shown.encode("utf-8", "replace") if text else line
        if len(drawn) < count:
            drawn.append((seen, content))
        elif (place := draw.randrange(seen)) < count:
            drawn[place] = (seen, content)
    opened = nullcontext(sys.stdout.buffer) if output == STDIO else whole_file(output)
    with writing(output), opened as stream:
        for _, content in sorted(drawn):
            stream.write(content if content.endswith(b"\n") else content + b"\n")
    say(f"{len(drawn):,} of {counted(articles.count, 'article')}")
    articles.report_others()
