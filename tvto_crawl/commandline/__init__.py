"""The commands of `tvto-crawl`, one module each; `COMMANDS` lists them."""

from typing import Final, NamedTuple

__all__ = ["COMMANDS", "Place"]


class Place(NamedTuple):
    """Where a command is, and its line in the list of commands."""

    module: str
    summary: str

    @property
    def name(self) -> str:
        """Name of the click command in its module: `status` in `tvto_crawl.commandline.status`."""
        words = self.module.split(".")
        return words[-2] if words[-1] == "command" else words[-1]


#: A command is imported only when it is called, so that no command loads the libraries of another,
#: and the list of commands loads none.
COMMANDS: Final[dict[str, Place]] = {
    place.name: place
    for place in (
        Place(
            "tvto_crawl.commandline.clean",
            "Extract the articles from pages and texts of any kind.",
        ),
        Place(
            "tvto_crawl.commandline.convert", "Write articles as Parquet, CSV or a text file each."
        ),
        Place("tvto_crawl.commandline.dedup", "Mark or drop articles that repeat others."),
        Place("tvto_crawl.inspect.command", "Show what became of every line of a page, and why."),
        Place("tvto_crawl.commandline.learn", "Learn a profile of a site from some of its pages."),
        Place("tvto_crawl.commandline.probe", "Check a live site against what its rules expect."),
        Place("tvto_crawl.report.command", "Make one HTML page that shows a corpus."),
        Place("tvto_crawl.commandline.sample", "Draw articles at random."),
        Place("tvto_crawl.commandline.schema", "Print the JSON Schema of an article record."),
        Place(
            "tvto_crawl.commandline.stats",
            "Count agencies, years, lengths, missing fields, warnings.",
        ),
        Place(
            "tvto_crawl.commandline.status",
            "Show what each spider has written and left out.",
        ),
        Place(
            "tvto_crawl.commandline.validate",
            "Check every line: JSON, the schema, the fingerprint.",
        ),
    )
}
