"""`tvto-crawl status`: show what each spider has written and left out."""

import sqlite3
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from tvto_crawl.terminal import escaped
from tvto_crawl.wording import counted

__all__ = ["status"]

# The ending of the names of ledgers of sample sites.
_OF_SAMPLE = ".sample"


@click.command(
    epilog="""\b
Examples:
  tvto-crawl status
  tvto-crawl status mehr ilna --days 30
  tvto-crawl status --articles ~/news/articles
""",
)
@click.argument("spiders", nargs=-1)
@click.option("--articles", type=click.Path(path_type=Path), help="Folder of the articles.")
@click.option(
    "--days", type=click.IntRange(1), default=7, show_default=True, help="How many days to show."
)
def status(spiders: tuple[str, ...], articles: Path | None, days: int) -> None:
    """Show what each spider has written, what it left out and why, and how its last runs went."""
    folder = articles or _default_folder()
    ledgers = sorted(folder.glob("*.ledger"))
    chosen = [path for path in ledgers if not spiders or _spider_of(path) in spiders]
    for path in chosen:
        try:
            lines = _status_lines(path, days)
        except sqlite3.DatabaseError as error:
            raise click.ClickException(_complaint_of(path, error)) from error
        for line in lines:
            click.echo(line)
    missing = [name for name in spiders if name not in map(_spider_of, chosen)]
    if missing or not chosen:
        names = ", ".join(missing) or "any spider"
        raise click.ClickException(
            f"{folder} has no ledger of {escaped(names)}; a crawl, such as `scrapy crawl mehr`,"
            " writes one"
        )


def _spider_of(ledger: Path) -> str:
    """Return the name of the spider, or for `site` the host, that a ledger belongs to."""
    return ledger.name.removesuffix(".ledger").removesuffix(_OF_SAMPLE)


def _complaint_of(path: Path, error: sqlite3.DatabaseError) -> str:
    from tvto_crawl.ledger import NewerLedger

    return str(error) if isinstance(error, NewerLedger) else f"{path} is not a ledger: {error}"


def _default_folder() -> Path:
    from scrapy.settings import Settings

    from tvto_crawl.places import articles_folder

    return articles_folder(Settings())


def _status_lines(path: Path, days: int) -> list[str]:
    from tvto_crawl.ledger import Ledger
    from tvto_crawl.skips import REASONS

    of_sample = path.name.endswith(f"{_OF_SAMPLE}.ledger")
    name = _spider_of(path) + (" (sample site)" if of_sample else "")
    with Ledger(path) as ledger:
        tally, runs = ledger.tally(), list(ledger.runs())
    written = sum(count for _, verdict, count in tally if verdict == "written")
    left_out = sum(count for _, verdict, count in tally if verdict != "written")
    lines = [f"{name}: {counted(written, 'article')} written, {counted(left_out, 'page')} left out"]
    shown = sorted({day for day, _, _ in tally}, reverse=True)[:days]
    for day in shown:
        lines.append(f"  {_jalali(day)} ({day})")
        for on, verdict, count in tally:
            if on == day:
                words = "written" if verdict == "written" else REASONS.get(verdict, verdict)
                lines.append(f"    {count:>7} {words}")
    lines += [_run_line(run) for run in runs[:3]]
    return lines


def _jalali(day: str) -> str:
    from cleaners.dates.jalali import jalali

    return jalali(date.fromisoformat(day)).replace("-", "/")


def _run_line(run: dict[str, Any]) -> str:
    from cleaners.dates.jalali import in_tehran

    started = in_tehran(datetime.fromisoformat(run["started"]))
    when = f"  run {_jalali(str(started.date()))} {started:%H:%M} Tehran time"
    account = run["account"]
    if account is None:
        return f"{when}: did not end by itself (killed, or still running)"
    known = account["known"].get("written", 0)
    new = f"{account['articles']} new, {known} already written"
    failed = f" · failed: {escaped(account['failed'])}" if account["failed"] else ""
    return f"{when}: {new}{failed}"
