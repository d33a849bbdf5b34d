"""`tvto-crawl learn`: learn a profile of a site from some of its pages."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO, Final, cast

import click

from tvto_crawl.commandline.addresses import check_address
from tvto_crawl.commandline.faults import InputFault
from tvto_crawl.commandline.outputs import check_kept, check_output, file_option, writing
from tvto_crawl.replacing import replacing
from tvto_crawl.terminal import say
from tvto_crawl.wording import counted

if TYPE_CHECKING:
    from cleaners import SiteProfile
    from tvto_crawl.bulk.entries import Entry
    from tvto_crawl.bulk.inputs import Input

__all__ = ["learn"]

# Lines that recur on fewer articles may belong to their subject rather than to the site.
_ENOUGH: Final = 5
# Further pages add nothing new, and all are kept in memory, some 5 MB each.
_MOST: Final = 100


@click.command(
    epilog="""\b
Examples:
  tvto-crawl learn pages/ -o example.toml
  tvto-crawl learn warc/ -o example.toml
  tvto-crawl learn a.html b.html c.html --url https://www.example.ir/
  tvto-crawl learn more-pages/ -o example.toml --force
""",
)
@click.argument(
    "pages", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="PAGES…"
)
@file_option("Profile to write; default stdout.")
@click.option("--url", "site", help="Address of the site, for pages that do not state theirs.")
@click.option("--force", is_flag=True, help="Replace a profile that may have been edited.")
def learn(pages: tuple[Path, ...], output: Path, site: str | None, force: bool) -> None:
    """Learn from some article PAGES of a site what does not belong to its articles.

    PAGES are HTML files, WARC files, or folders of these; pages without an article are skipped.
    The profile is written to a file, or printed, for you to check and edit; a file with another
    profile, which you may have edited, is not replaced. Five different articles are enough; of many
    pages, the first hundred are read.
    """
    from tvto_crawl.bulk.inputs import find_inputs
    from tvto_crawl.bulk.pipes import copied
    from tvto_crawl.bulk.streams import STDIO, is_stream

    if site is not None:
        check_address(site)
    inputs = find_inputs(pages).inputs
    check_output(output, [found.path for found in inputs])
    with (
        TemporaryDirectory(prefix="tvto-crawl-") as folder,
        copied(filter(is_stream, pages), Path(folder)) as copies,
    ):
        of_all = _pages(inputs + copies.inputs)
        read = [(entry.content, entry.url) for entry in islice(of_all, _MOST)]
    if not read:
        raise InputFault("no input is a page: save some articles of the site as HTML")
    profile = _profile(read, site)
    if output == STDIO:
        click.echo(profile.to_toml())
    else:
        if not force:
            check_kept(output, profile.to_toml())
        with writing(output), replacing(output) as new:
            profile.save(new)
    name = profile.host if output == STDIO else output
    say(
        f"{name}: {counted(len(profile.lines), 'recurring line')} in"
        f" {counted(profile.pages, 'article')} ({counted(len(read), 'page')} read)."
        " Check it before you use it."
    )
    if profile.pages < _ENOUGH:
        say(
            f"warning: {counted(profile.pages, 'different article')} can't show which lines are the"
            f" site's and which are its news; give {_ENOUGH} or more."
        )


def _profile(pages: list[tuple[bytes | str, str | None]], site: str | None) -> "SiteProfile":
    """Return what the pages teach about their site.

    Raises:
        InputFault: they teach nothing, or are not from one site.
    """
    from cleaners.learn import UnknownSiteError, learn_boilerplate

    try:
        return learn_boilerplate(pages, site=site)
    except UnknownSiteError as error:
        raise InputFault("the pages do not say which site they are from: add --url") from error
    except ValueError as error:
        raise InputFault(error) from error


def _pages(inputs: "list[Input]") -> Iterator["Entry"]:
    """Yield the pages among the inputs; name files that can't be read."""
    from tvto_crawl.bulk.entries import Entry, read_file
    from tvto_crawl.bulk.warcs import WarcReader

    for found in inputs:
        if found.kind == "warc":
            opened = cast("partial[BinaryIO]", partial(found.path.open, "rb"))
            yield from (e for e in WarcReader(opened, found.name) if isinstance(e, Entry))
        elif found.kind == "html":
            entry = read_file(found.path, found.name, is_html=True)
            if isinstance(entry, Entry):
                yield entry
            else:
                say(f"{found.name} can't be read: {entry.detail}")
