"""`tvto-crawl validate`: check that lines are what the schema says."""

from collections import Counter
from pathlib import Path
from typing import Any

import click

from tvto_crawl.commandline.faults import InputFault
from tvto_crawl.exit_codes import FAILED
from tvto_crawl.terminal import escaped, say
from tvto_crawl.wording import counted

__all__ = ["validate"]

_PATH = click.Path(path_type=Path)


@click.command(
    epilog="""\b
Examples:
  tvto-crawl validate articles/
  zcat corpus.jsonl.gz | tvto-crawl validate -
""",
)
@click.argument("inputs", nargs=-1, required=True, type=_PATH, metavar="INPUT…")
@click.option(
    "--show",
    type=click.IntRange(0),
    default=20,
    show_default=True,
    help="How many problems to show.",
)
def validate(inputs: tuple[Path, ...], show: int) -> None:
    """Check every line of article JSONL: JSON, the schema, the fingerprint of its text.

    INPUT is files, plain or compressed, folders of them, or - for standard input. Problems go to
    standard output, one per line: place, field, problem.
    """
    from tvto_crawl.corpus import CorpusError, decode, find_sources, numbered_lines

    lines, objects, bad, problems = 0, 0, 0, 0
    ids: Counter[str] = Counter()
    try:
        for source in find_sources(inputs):
            for place, line in numbered_lines(source):
                lines += 1
                record = decode(line)
                found = _problems(record)
                objects += record is not None
                ids.update([str(record.get("id"))] if record else [])
                bad += bool(found)
                for what in found[: max(0, show - problems)]:
                    click.echo(escaped(f"{place}: {what}"))
                problems += len(found)
    except CorpusError as error:
        raise InputFault(error) from error
    if not lines:
        raise InputFault("there is no line to check")
    if problems > show:
        more = counted(problems - show, "more problem")
        say(f"… and {more}, see --show")
    again = sum(count - 1 for count in ids.values())
    if again:
        has = "line has the id of an earlier line, which it replaces"
        say(counted(again, has, "lines have the id of an earlier line, which they replace"))
    say(f"{lines - bad:,} of {counted(lines, 'line is valid', 'lines are valid')}")
    if not objects:
        raise InputFault("no line is a JSON object")
    if bad:
        raise SystemExit(FAILED)


def _problems(record: dict[str, Any] | None) -> list[str]:
    """Return what is wrong with a record: field and sentence."""
    from cleaners.article import fingerprint
    from tvto_crawl.complaints import complaints

    if record is None:
        return ["not a JSON object"]
    problems = [f"{field}: {what}" for field, what in complaints(record)]
    if not problems and record["fingerprint"] != fingerprint(record["text"]):
        problems.append("fingerprint: is not that of the text")
    return problems
