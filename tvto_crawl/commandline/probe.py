"""`tvto-crawl probe`: whether a live site is as its rules expect."""

from datetime import UTC, datetime
from pathlib import Path

import click

from tvto_crawl import __version__

__all__ = ["probe"]


@click.command(
    epilog="""\b
Examples:
  tvto-crawl probe mehr --contact me@example.org
  tvto-crawl probe irib https://www.iribnews.ir/fa/news/5612345
  tvto-crawl probe site -a domain=tabnak.ir
  tvto-crawl probe ilna --source sample

Exit status: 0 when an article came out, 1 when none did, 2 for a wrong command.
""",
)
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

    from tvto_crawl.places import complaint_of_folder
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
        told = str(error).replace("-s CONTACT=", "--contact ")
        raise click.UsageError(told) from error
    click.echo(
        f"probe of {spider}, tvto_crawl {__version__}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    )
    for line in seen.lines():
        click.echo(line)
    if not seen.works:
        raise click.ClickException("no article came out")
