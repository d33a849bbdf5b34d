"""The commands of `tvto-crawl`, a module each; `COMMANDS` names them."""

from typing import Final, NamedTuple

__all__ = ["COMMANDS", "Place"]


class Place(NamedTuple):
    """Where a command is, and what the list of commands says of it."""

    module: str
    summary: str

    @property
    def name(self) -> str:
        """Name of the click command in its module, `status` of `tvto_crawl.commandline.status`."""
        words = self.module.split(".")
        return words[-2] if words[-1] == "command" else words[-1]


#: Each command is imported when it is asked for, so that no command waits for the libraries of
#: another, and the list of commands for none.
COMMANDS: Final[dict[str, Place]] = {
    place.name: place
    for place in (
        Place(
            "tvto_crawl.commandline.clean",
            "Take the articles out of pages and texts of any kind.",
        ),
        Place(
            "tvto_crawl.commandline.convert", "Write articles as Parquet, CSV or a text file each."
        ),
        Place("tvto_crawl.commandline.dedup", "Mark or drop articles that repeat another."),
        Place("tvto_crawl.inspect.command", "Show what became of every line of a page, and why."),
        Place("tvto_crawl.commandline.learn", "Learn rules for a site from some of its pages."),
        Place("tvto_crawl.commandline.probe", "See whether a live site is as its rules expect."),
        Place("tvto_crawl.report.command", "Make one HTML page to look at a corpus."),
        Place("tvto_crawl.commandline.sample", "Draw articles at random."),
        Place("tvto_crawl.commandline.schema", "Print the JSON Schema of an article record."),
        Place(
            "tvto_crawl.commandline.stats",
            "Count agencies, years, lengths, missing fields, warnings.",
        ),
        Place(
            "tvto_crawl.commandline.status",
            "Say what each spider has written and left out.",
        ),
        Place(
            "tvto_crawl.commandline.validate",
            "Check every line: JSON, the schema, the fingerprint.",
        ),
    )
}
