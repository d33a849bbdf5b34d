"""`tvto-crawl learn`: rules for a site from some of its pages."""

from pathlib import Path

import click

from tvto_crawl.wording import counted

__all__ = ["learn"]


@click.command(
    epilog="""\b
Examples:
  tvto-crawl learn pages/ -o example.toml
  tvto-crawl learn a.html b.html c.html --url https://www.example.ir/
""",
)
@click.argument("pages", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Rules file to write."
)
@click.option("--url", "base", help="Address of the site, where its pages do not tell it.")
def learn(pages: tuple[Path, ...], output: Path | None, base: str | None) -> None:
    """Learn from some article PAGES of one site (files or folders) what is no article there.

    Writes a rules file to look at and edit; without -o it is printed. Five pages are enough.
    """
    from cleaners import learn_boilerplate

    files = [file for page in pages for file in _html_files(page)]
    if not files:
        raise click.UsageError("no .html file among the pages: save some articles of the site")
    try:
        profile = learn_boilerplate([(file.read_bytes(), base) for file in files])
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    if output is None:
        click.echo(profile.to_toml())
        return
    profile.save(output)
    click.echo(
        f"{output}: {counted(len(profile.lines), 'recurring line')} of"
        f" {counted(profile.pages, 'article')} ({counted(len(files), 'file')} read)."
        " Look at it before you use it.",
        err=True,
    )


def _html_files(page: Path) -> list[Path]:
    if page.is_file():
        return [page]
    return sorted(file for file in page.rglob("*") if file.suffix.lower() in (".html", ".htm"))
