"""The articles of article JSONL, for commands that read it from end to end."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from tvto_crawl.commandline.faults import InputFault
from tvto_crawl.terminal import escaped, say
from tvto_crawl.wording import counted

__all__ = ["Articles"]

# So many lines that are no articles are named; the rest are counted.
_NAMED: Final = 5


class Articles:
    """The articles of files, folders and `-` (standard input), with their lines, one pass.

    Lines that are no articles are counted. The program ends with a sentence where a file is missing
    or damaged (exit status 2), and after the last line where there was not one article (1).
    """

    def __init__(self, inputs: tuple[Path, ...]) -> None:
        from tvto_crawl.corpus import CorpusError, find_sources

        self._inputs = inputs
        try:
            self._sources = find_sources(inputs)
        except CorpusError as error:
            raise InputFault(error) from error
        self.count = 0
        """Articles so far."""
        self.others = 0
        """Lines that are no articles."""
        self._named: list[str] = []

    @property
    def files(self) -> list[Path]:
        """The files that are read, those in folders too."""
        return [source.path for source in self._sources]

    def __iter__(self) -> Iterator[tuple[dict[str, Any], bytes]]:
        from tvto_crawl.corpus import CorpusError, NoArticlesError, numbered_lines, what_is_wrong

        try:
            for source in self._sources:
                for place, line in numbered_lines(source):
                    record, wrong = what_is_wrong(line)
                    if record is not None and wrong is None:
                        self.count += 1
                        yield record, line
                    else:
                        self._count_other(f"{place} {wrong}")
        except CorpusError as error:
            raise InputFault(error) from error
        if not self.count:
            none = NoArticlesError(self._inputs, self.others, self._named)
            raise click.ClickException(escaped(str(none), limit=1000))

    def _count_other(self, told: str) -> None:
        self.others += 1
        if len(self._named) < _NAMED:
            self._named.append(told)

    def tell_others(self) -> None:
        """Say how many lines are no articles, and name the first."""
        if not self.others:
            return
        say(f"{counted(self.others, 'line is no article', 'lines are no articles')}:")
        for told in self._named:
            say(f"  {told}")
        if self.others > len(self._named):
            say(f"  … and {self.others - len(self._named):,} more")
