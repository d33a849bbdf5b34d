"""`tvto-crawl status`: show what each spider has written and left out."""

import sqlite3
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tvto_crawl.commandline.faults import InputFault
from tvto_crawl.terminal import escaped, say
from tvto_crawl.wording import counted

if TYPE_CHECKING:
    from scrapy.settings import Settings

__all__ = ["status"]

# The ending of the names of ledgers of sample sites.
_OF_SAMPLE = ".sample"


@click.command(
    epilog="""\b
Examples:
  tvto-crawl status
  tvto-crawl status mehr ilna --days 30
  tvto-crawl status tabnak.ir
  tvto-crawl status --articles ~/news/articles
""",
)
@click.argument("spiders", nargs=-1)
@click.option("--articles", type=click.Path(path_type=Path), help="Folder of the articles.")
@click.option(
    "--days", type=click.IntRange(1), default=7, show_default=True, help="How many days to show."
)
def status(spiders: tuple[str, ...], articles: Path | None, days: int) -> None:
    """Show what each spider has written, what it left out and why, and how its last runs went.

    For the spider `site`, name the domain that was crawled, such as tabnak.ir.
    """
    folder = articles or _default_folder()
    if not folder.is_dir():
        raise InputFault(
            f"there is no folder {folder}; a crawl, such as `scrapy crawl mehr`, makes it"
        )
    ledgers = sorted(folder.glob("*.ledger"))
    wanted = list(map(_name_of, spiders))
    chosen = [path for path in ledgers if not wanted or _spider_of(path) in wanted]
    complaints = []
    for path in chosen:
        try:
            lines = _status_lines(path, days)
        except sqlite3.DatabaseError as error:  # the others can be shown all the same
            complaints.append(_complaint_of(path, error))
            continue
        for line in lines:
            click.echo(line)
    missing = [name for name in wanted if name not in map(_spider_of, chosen)]
    if missing or not chosen:
        for complaint in complaints:
            say(f"Error: {complaint}")
        raise _missing(folder, missing, [_spider_of(path) for path in ledgers])
    if complaints:
        raise click.ClickException("\n".join(complaints))


def _name_of(spider: str) -> str:
    """Return the name of the ledger that is meant: a spider's, or for `site` that of a domain."""
    from cleaners.identity import bare_host

    return bare_host(spider).replace(":", "-") if "." in spider else spider


def _missing(folder: Path, names: list[str], there: list[str]) -> click.ClickException:
    """Return the error that says which ledgers are missing, and what to type instead."""
    from scrapy.spiderloader import SpiderLoader

    complaint = f"{folder} has no ledger of {', '.join(names) or 'any spider'}"
    loader = SpiderLoader.from_settings(_settings())
    known = {name: getattr(loader.load(name), "own_arguments", {}) for name in loader.list()}
    if by_domain := [name for name in names if "domain" in known.get(name, ())]:
        domains = [name for name in there if name not in known]
        example = f"tvto-crawl status {domains[0] if domains else 'tabnak.ir'}"
        crawled = f" ({', '.join(domains)})" if domains else ""
        return InputFault(
            f"{complaint}: {by_domain[0]} has a ledger for each domain{crawled}, so name that:"
            f" {example}"
        )
    if unknown := [name for name in names if name not in known and "." not in name]:
        return InputFault(
            f"{complaint}; there is no spider {unknown[0]!r}; the spiders are"
            f" {', '.join(sorted(known))}"
        )
    return click.ClickException(
        escaped(f"{complaint}; a crawl, such as `scrapy crawl mehr`, writes one", limit=1000)
    )


def _spider_of(ledger: Path) -> str:
    """Return the name of the spider, or for `site` the host, that a ledger belongs to."""
    return ledger.name.removesuffix(".ledger").removesuffix(_OF_SAMPLE)


def _complaint_of(path: Path, error: sqlite3.DatabaseError) -> str:
    from tvto_crawl.ledger import NewerLedger, remedy_of
    from tvto_crawl.transactions import cause_of, is_broken

    if isinstance(error, NewerLedger):
        return str(error)
    if is_broken(error):
        remedy = remedy_of(path, path.with_name(f"{_spider_of(path)}.jsonl"))
        return f"{path} is not a ledger: {error}; {remedy}"
    return f"{path} can't be read: {cause_of(error, path)}"


def _default_folder() -> Path:
    from tvto_crawl.places import articles_folder

    return articles_folder(_settings())


def _settings() -> "Settings":
    from scrapy.settings import Settings

    settings = Settings()
    settings.setmodule("tvto_crawl.settings", priority="project")
    return settings


def _status_lines(path: Path, days: int) -> list[str]:
    from tvto_crawl.ledger import Ledger
    from tvto_crawl.skips import REASONS

    of_sample = path.name.endswith(f"{_OF_SAMPLE}.ledger")
    name = _spider_of(path) + (" (sample site)" if of_sample else "")
    with Ledger(path, read_only=True) as ledger:
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
