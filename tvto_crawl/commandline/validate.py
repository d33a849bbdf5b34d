"""`tvto-crawl validate`: whether lines are what the schema says."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import click

from tvto_crawl.terminal import escaped, say

__all__ = ["validate"]

_PATH = click.Path(path_type=Path)


@click.command(
    epilog="""\b
Examples:
  tvto-crawl validate articles/
  zcat corpus.jsonl.gz | tvto-crawl validate -

Exit status: 0 when every line is a sound article, 1 when one is not.
"""
)
@click.argument("inputs", nargs=-1, required=True, type=_PATH, metavar="INPUT…")
@click.option("--show", default=20, show_default=True, help="How many problems to show.")
def validate(inputs: tuple[Path, ...], show: int) -> None:
    """Check every line of article JSONL: JSON, the schema, the fingerprint of its text.

    INPUT is files, plain or packed, folders of them, or - for standard input. Problems go to
    standard output, one a line: where, which field, what.
    """
    from tvto_crawl.corpus import CorpusError, decode, find_files, numbered_lines

    lines, bad = 0, 0
    problems: Counter[str] = Counter()
    ids: Counter[str] = Counter()
    try:
        for path in find_files(inputs):
            for place, line in numbered_lines(path):
                lines += 1
                record = decode(line)
                found = _problems(record)
                ids.update([str(record.get("id"))] if record else [])
                bad += bool(found)
                for field, what in found:
                    problems[field] += 1
                    if problems.total() <= show:
                        click.echo(escaped(f"{place}: {field}: {what}"))
    except CorpusError as error:
        raise click.UsageError(str(error)) from error
    if problems.total() > show:
        say(f"… and {problems.total() - show:,} more problems (--show)")
    again = sum(count - 1 for count in ids.values())
    if again:
        say(f"{again:,} lines have the id of an earlier line, which they replace")
    say(f"{lines - bad:,} of {lines:,} lines are sound articles")
    if bad:
        raise SystemExit(1)


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator

    from cleaners.schema import article_schema

    return Draft202012Validator(article_schema())


def _problems(record: dict[str, Any] | None) -> list[tuple[str, str]]:
    """Return what is wrong with a record, as field and sentence."""
    from cleaners.article import fingerprint

    if record is None:
        return [("line", "no JSON object")]
    problems = [
        (".".join(map(str, error.absolute_path)) or "record", error.message[:200])
        for error in _validator().iter_errors(record)
    ]
    if not problems and record["fingerprint"] != fingerprint(record["text"]):
        problems.append(("fingerprint", "is not that of the text"))
    return problems
