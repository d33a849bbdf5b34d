"""`tvto-crawl schema`: print the schema of a record."""

import json

import click

__all__ = ["schema"]


@click.command(
    epilog="""\b
Examples:
  tvto-crawl schema
  tvto-crawl schema > article.schema.json
""",
)
def schema() -> None:
    """Print the JSON Schema (draft 2020-12) of an article record."""
    from cleaners.schema import article_schema

    click.echo(json.dumps(article_schema(), ensure_ascii=False, indent=2))
