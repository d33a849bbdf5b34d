"""The commands of `tvto-crawl`, a module each; `COMMANDS` names them."""

from typing import Final

__all__ = ["COMMANDS"]

#: Where each command is: `module:name of the click command`. Loaded when it is asked for.
COMMANDS: Final[dict[str, str]] = {
    "clean": "tvto_crawl.commandline.clean:clean",
    "learn": "tvto_crawl.commandline.learn:learn",
    "dedup": "tvto_crawl.commandline.dedup:dedup",
    "report": "tvto_crawl.report.command:report",
    "inspect": "tvto_crawl.inspect.command:inspect",
    "convert": "tvto_crawl.commandline.convert:convert",
    "sample": "tvto_crawl.commandline.sample:sample",
    "schema": "tvto_crawl.commandline.schema:schema",
    "stats": "tvto_crawl.commandline.stats:stats",
    "validate": "tvto_crawl.commandline.validate:validate",
}
