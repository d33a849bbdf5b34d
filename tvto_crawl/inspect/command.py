"""`tvto-crawl inspect`: show what became of every line of a page."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import click

from tvto_crawl.commandline.addresses import check_address
from tvto_crawl.commandline.faults import InputFault
from tvto_crawl.commandline.outputs import check_output, writing
from tvto_crawl.commandline.profiles import profile_files, profile_option
from tvto_crawl.replacing import replacing
from tvto_crawl.terminal import escaped, say

if TYPE_CHECKING:
    from cleaners import SiteProfile
    from tvto_crawl.bulk.entries import Entry
    from tvto_crawl.inspect import Inspection

__all__ = ["inspect"]


@click.command(
    epilog="""\b
Examples:
  tvto-crawl inspect page.html --url https://www.example.ir/news/12
  tvto-crawl inspect https://www.example.ir/news/12 --warc crawl.warc.gz
  tvto-crawl inspect 1433816 --warc recordings/ -o page.html
  tvto-crawl inspect crawl.warc.gz
  tvto-crawl inspect page.html --profile example.toml
  curl https://… | tvto-crawl inspect - -o page.html
""",
)
@click.argument("page", metavar="PAGE")
@click.option(
    "--warc",
    "archives",
    multiple=True,
    metavar="PATH",
    help="WARC files, a folder or a glob where PAGE was captured; may be repeated.",
)
@click.option("--url", help="Address of the page; for a WARC, of the capture to show, or a part.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False),
    metavar="OUT.html",
    help="File to write, or - for standard output.  [default: PAGE.inspect.html, for a page of"
    " a WARC file the end of its address]",
)
@click.option("--rules/--no-rules", default=True, help="Use the rules of known sites.")
@profile_option
def inspect(
    page: str,
    archives: tuple[str, ...],
    url: str | None,
    output: str | None,
    rules: bool,
    profiles: "tuple[SiteProfile, ...]",
) -> None:
    """Show what became of every line of PAGE: kept or dropped, by which rule and why.

    PAGE is an HTML file or - for standard input; or, with --warc, an address that was captured, or
    a part of one that is unique, such as a news code. If PAGE is a WARC file, its pages are listed.

    The result is one HTML page that shows the extracted article beside the original page, and the
    record. It needs no network, and nothing of the inspected page is run or fetched.
    """
    from cleaners.errors import NotAnArticle
    from tvto_crawl.bulk.sites import profile_for
    from tvto_crawl.inspect import NoPage, UnreadablePage, inspect_page
    from tvto_crawl.warc import WarcError, expand_paths

    try:
        if output:
            warcs = [path for archive in archives for path in expand_paths(archive)]
            check_output(Path(output), [Path(page), *warcs, *profile_files()])
        entry = _find(page, archives, url)
        if entry is None:
            return
        profile = profile_for(entry, profiles)
        inspection = inspect_page(entry, rules=rules, profile=profile)
    except NotAnArticle as error:
        hint = "; `tvto-crawl clean` reads flattened text" if error.reason == "not-html" else ""
        raise InputFault(f"{page}: {error}{hint}") from error
    except NoPage as error:
        raise InputFault(error, lines=True) from error
    except (WarcError, UnreadablePage) as error:
        raise InputFault(error) from error
    except OSError as error:
        name, why = error.filename or page, error.strerror or error
        raise InputFault(f"{name} can't be read: {why}") from error
    # Several pages of one archive must not replace each other's views.
    name = _write(inspection, output, _stem(url if url and _is_archive(page) else page))
    lines = inspection.explanation.lines
    kept = sum(line.kept for line in lines)
    refusal = inspection.explanation.refusal
    verdict = f"no article, {refusal.reason}" if refusal else f"{kept} of {len(lines)} lines kept"
    extractor = f" by {inspection.article.extractor}" if inspection.article else ""
    if profiles and profile is None:
        hosts = ", ".join(known.host for known in profiles)
        say(f"no profile was used, because the page is not from {hosts}")
    say(f"{name}: {verdict}{extractor}")


def _find(page: str, archives: Sequence[str], url: str | None) -> "Entry | None":
    """Return the page that is meant, or None after listing the pages of an archive instead."""
    from tvto_crawl.bulk.entries import Entry
    from tvto_crawl.bulk.inputs import kind_of
    from tvto_crawl.bulk.streams import ClosedInputError, is_stream, standard_input
    from tvto_crawl.inspect import find_captured, read_page
    from tvto_crawl.warc import expand_paths

    if archives:
        warcs = [path for archive in archives for path in expand_paths(archive)]
        for warc in warcs:
            if is_stream(warc):
                raise InputFault(f"{warc} is a pipe: save the archive as a file")
            if kind_of(warc, named=True) != "warc":
                raise InputFault(f"{warc} is not a WARC file")
        return find_captured(page, warcs)
    path = Path(page)
    if page != "-":
        _check_is_file(path)
        if _is_archive(page):
            if url:
                return find_captured(url, [path])
            _list(path)
            return None
    if url is not None:
        check_address(url)
    if page == "-":
        try:
            raw = standard_input().read()
        except ClosedInputError as error:
            raise InputFault(f"{error.filename} can't be read: {error.strerror}") from error
        return Entry(raw, True, "standard input", source="text", url=url)
    entry = read_page(path)
    return replace(entry, url=url) if url else entry


def _check_is_file(path: Path) -> None:
    """Raise InputFault if the page is not a file."""
    if path.is_dir():
        raise InputFault(f"{path} is a folder: name a page, or give the folder with --warc")
    if not path.exists():
        if str(path).startswith(("http:/", "https:/")):
            raise InputFault("for an address, name the archive that holds it with --warc FILE")
        raise InputFault(f"there is no file or folder {path}")


def _is_archive(page: str) -> bool:
    from tvto_crawl.bulk.inputs import kind_of

    path = Path(page)
    return path.is_file() and kind_of(path, named=True) == "warc"


def _list(warc: Path) -> None:
    """Print the pages that an archive holds, one address per line."""
    from tvto_crawl.inspect import captured_pages

    count = 0
    for page in captured_pages([warc]):
        count += 1
        # Decoded, unless it could not be pasted back; `find_captured` accepts either spelling.
        readable = unquote(page.url)
        address = page.url if any(c.isspace() for c in readable) else readable
        click.echo(f"{escaped(address, limit=2000)}\t{escaped(page.title, limit=100)}")
    say(f"{warc}: {count:,} pages; choose one with --url and its address or a part of it")


def _stem(page: str) -> str:
    """Return the stem of the output's name: from a file's name or the last part of an address."""
    if page == "-":
        return "page"
    last = [step for step in unquote(page).partition("?")[0].split("/") if step][-1:] or ["page"]
    stem = Path(last[0]).stem if "." in last[0] else last[0]
    return "".join(c if c.isalnum() or c in "-_." else "-" for c in stem)[:60] or "page"


def _write(inspection: "Inspection", output: str | None, stem: str) -> str:
    """Write the view, replacing an old one when the new one is complete; return its name."""
    from tvto_crawl.inspect import write_view

    if output == "-":
        write_view(inspection, sys.stdout)
        return "standard output"
    out = Path(output or f"{stem}.inspect.html")
    with (
        writing(out),
        replacing(out) as new,
        new.open("w", encoding="utf-8", newline="\n") as stream,
    ):
        write_view(inspection, stream)
    return str(out)
