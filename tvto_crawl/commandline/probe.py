"""`tvto-crawl probe`: check a live site against what its rules expect."""

import re
from datetime import UTC, datetime
from pathlib import Path

import click

from tvto_crawl import __version__
from tvto_crawl.commandline.addresses import check_address
from tvto_crawl.exit_codes import INTERRUPTED

__all__ = ["probe"]


# How `scrapy crawl` names what are options here.
_AS_SETTING = re.compile(r"-s (CONTACT|SOURCE|RECORD)=")


@click.command(
    epilog="""\b
Examples:
  tvto-crawl probe mehr --contact me@example.org
  tvto-crawl probe irib https://www.iribnews.ir/fa/news/5612345
  tvto-crawl probe site -a domain=tabnak.ir
  tvto-crawl probe ilna --source sample
""",
)
@click.argument("spider")
@click.argument("urls", nargs=-1)
@click.option("--record", default="probes", show_default=True, help="Folder for the WARC.")
@click.option("--source", default="live", show_default=True, help="Like SOURCE in a crawl.")
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
    """Try every way of SPIDER to articles, clean three, and report what our rules got right.

    With URLS, only those pages are tried. If no article is extracted, the exit status is 1. The
    live sites could not be reached when this was written; the report and its WARC show what needs
    to be fixed.
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
    given = dict(map(_argument, arguments))
    for url in urls:
        check_address(url)
    if urls:
        given["urls"] = ",".join(urls)
    try:
        seen = run_probe(spider, given, settings)
    except UsageError as error:
        message = _AS_SETTING.sub(lambda option: f"--{option[1].lower()} ", str(error))
        raise click.UsageError(message) from error
    click.echo(
        f"probe of {spider}, tvto_crawl {__version__}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    )
    for line in seen.lines():
        click.echo(line)
    if seen.was_interrupted:
        raise SystemExit(INTERRUPTED)
    if not seen.works:
        raise click.ClickException("no article was extracted")


def _argument(given: str) -> tuple[str, str]:
    name, equals, value = given.partition("=")
    if not (name and equals):
        raise click.BadParameter(f"{given!r} is not NAME=VALUE, such as topic=all", param_hint="-a")
    return name, value
