"""`tvto-crawl`: everything around the crawl, on the command line."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import click

from tvto_crawl import __version__
from tvto_crawl.commandline.lazy import LazyGroup
from tvto_crawl.places import articles_folder, complaint_of_folder
from tvto_crawl.skips import REASONS
from tvto_crawl.terminal import escaped
from tvto_crawl.wording import counted

__all__ = ["main"]


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tvto-crawl")
def main() -> None:
    """Work with what the spiders of tvto_crawl have written."""


_STATUS_EXAMPLES: Final = """\b
Examples:
  tvto-crawl status
  tvto-crawl status mehr ilna --days 30
  tvto-crawl status --articles ~/news/articles
"""
_PROBE_EXAMPLES: Final = """\b
Examples:
  tvto-crawl probe mehr --contact me@example.org
  tvto-crawl probe irib https://www.iribnews.ir/fa/news/5612345
  tvto-crawl probe site -a domain=tabnak.ir
  tvto-crawl probe ilna --source sample

Exit status: 0 when an article came out, 1 when none did, 2 for a wrong command.
"""


@main.command(epilog=_STATUS_EXAMPLES, short_help="Say what each spider has written and left out.")
@click.argument("spiders", nargs=-1)
@click.option("--articles", type=click.Path(path_type=Path), help="Folder of the articles.")
@click.option(
    "--days", type=click.IntRange(1), default=7, show_default=True, help="How many days to show."
)
def status(spiders: tuple[str, ...], articles: Path | None, days: int) -> None:
    """Say what each spider has written, what it left out and why, and how its last runs went."""
    folder = articles or _default_folder()
    ledgers = sorted(folder.glob("*.ledger"))
    chosen = [p for p in ledgers if not spiders or p.name.partition(".")[0] in spiders]
    if not chosen:
        names = ", ".join(spiders) or "any spider"
        raise click.ClickException(
            f"{folder} has no ledger of {names}: `scrapy crawl mehr` writes one"
        )
    for path in chosen:
        for line in _status_lines(path, days):
            click.echo(line)


@main.command(epilog=_PROBE_EXAMPLES, short_help="See whether a live site is as its rules expect.")
@click.argument("spider")
@click.argument("urls", nargs=-1)
@click.option("--record", default="probes", show_default=True, help="Folder for the WARC.")
@click.option("--source", default="live", show_default=True, help="As SOURCE of a crawl.")
@click.option("--contact", default="", help="Your e-mail or web address, for the user agent.")
@click.option("-a", "arguments", multiple=True, metavar="NAME=VALUE", help="Spider argument.")
def probe(
    spider: str,
    urls: tuple[str, ...],
    record: str,
    source: str,
    contact: str,
    arguments: tuple[str, ...],
) -> None:
    """Try every way of SPIDER to articles, clean three, and say what our rules got right.

    With URLS only those pages. Nobody could open the sites where this was written: the report and
    its WARC tell what to mend.
    """
    from scrapy.exceptions import UsageError
    from scrapy.settings import Settings

    from tvto_crawl.probe import run_probe

    settings = Settings()
    settings.setmodule("tvto_crawl.settings", priority="project")
    settings.setdict({"SOURCE": source, "CONTACT": contact}, priority="cmdline")
    if source == "live":
        settings.set("RECORD", record, priority="cmdline")
        if complaint := complaint_of_folder(Path(record).expanduser()):
            raise click.ClickException(complaint)
    given = dict(argument.partition("=")[::2] for argument in arguments)
    if urls:
        given["urls"] = ",".join(urls)
    try:
        seen = run_probe(spider, given, settings)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    click.echo(
        f"probe of {spider}, tvto_crawl {__version__}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    )
    for line in seen.lines():
        click.echo(line)
    if not seen.works:
        raise click.ClickException("no article came out")


def _default_folder() -> Path:
    from scrapy.settings import Settings

    return articles_folder(Settings())


def _status_lines(path: Path, days: int) -> list[str]:
    from tvto_crawl.ledger import Ledger

    name = path.name.removesuffix(".ledger").replace(".sample", " (sample site)")
    with Ledger(path) as ledger:
        tally, runs = ledger.tally(), list(ledger.runs())
    written = sum(count for _, verdict, count in tally if verdict == "written")
    left_out = sum(count for _, verdict, count in tally if verdict != "written")
    lines = [f"{name}: {counted(written, 'article')} written, {counted(left_out, 'page')} left out"]
    shown = sorted({day for day, _, _ in tally}, reverse=True)[:days]
    for day in shown:
        lines.append(f"  {day}")
        for on, verdict, count in tally:
            if on == day:
                words = "written" if verdict == "written" else REASONS.get(verdict, verdict)
                lines.append(f"    {count:>7} {words}")
    lines += [_run_line(run) for run in runs[:3]]
    return lines


def _run_line(run: dict[str, Any]) -> str:
    started = datetime.fromisoformat(run["started"]).astimezone(UTC)
    when = f"  run {started:%Y-%m-%d %H:%M} UTC"
    account = run["account"]
    if account is None:
        return f"{when}: did not end by itself (killed, or still running)"
    known = account["known"].get("written", 0)
    new = f"{account['articles']} new, {known} already written"
    failed = f" · failed: {escaped(account['failed'])}" if account["failed"] else ""
    return f"{when}: {new}{failed}"


if __name__ == "__main__":
    main()
