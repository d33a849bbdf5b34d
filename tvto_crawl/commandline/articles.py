"""Read all articles of JSONL files, for the commands that work on them."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from tvto_crawl.commandline.faults import InputFault
from tvto_crawl.terminal import say
from tvto_crawl.wording import counted

if TYPE_CHECKING:
    from tvto_crawl.corpus import Source

__all__ = ["Articles", "sources_of"]

# Lines without an article that are named; further ones are only counted.
_NAMED: Final = 5


def sources_of(inputs: tuple[Path, ...]) -> "list[Source]":
    """Return the JSONL files that are named, and those in folders that are named.

    Raises:
        InputFault: one does not exist, or there is no file.
    """
    from tvto_crawl.corpus import CorpusError, find_sources

    try:
        return find_sources(inputs)
    except CorpusError as error:
        raise InputFault(error) from error


class Articles:
    """The articles in files, pipes, folders and `-` (standard input), with their lines.

    Of several lines with the same id, only the last is yielded. The files are read twice, so that
    only ids and line numbers are kept in memory, but no text.

    Lines without an article are counted. The program ends with a message and exit status 2 if a
    file is missing or damaged, or if there is no article at all.
    """

    def __init__(self, inputs: tuple[Path, ...]) -> None:
        self._inputs = inputs
        self._sources = sources_of(inputs)
        self.count = 0
        """Articles yielded so far."""
        self.replaced = 0
        """Lines replaced by a later line with the same id."""
        self.others = 0
        """Lines without an article."""
        self._named: list[str] = []

    @property
    def files(self) -> list[Path]:
        """The files that are read, including those in folders."""
        return [source.path for source in self._sources]

    def __iter__(self) -> Iterator[tuple[dict[str, Any], bytes]]:
        from tvto_crawl.corpus import CorpusError, NoArticlesError, on_disk

        try:
            with TemporaryDirectory(prefix="tvto-crawl-") as folder:
                yield from self._read(on_disk(self._sources, Path(folder)))
        except CorpusError as error:
            raise InputFault(error) from error
        if not self.count:
            raise InputFault(NoArticlesError(self._inputs, self.others, self._named))

    def _read(self, sources: "list[Source]") -> Iterator[tuple[dict[str, Any], bytes]]:
        """Yield the record and the line of the last line of each id.

        Raises:
            CorpusError: a file is damaged.
        """
        from tvto_crawl.corpus import decode, numbered_lines

        last = self._last_lines(sources)
        for of_source, source in enumerate(sources):
            for number, (_, line) in enumerate(numbered_lines(source)):
                if (of_source, number) in last and (record := decode(line)):
                    self.count += 1
                    yield record, line

    def _last_lines(self, sources: "list[Source]") -> set[tuple[int, int]]:
        """Return (source, line) numbers of the last line of each id; count all other lines.

        Raises:
            CorpusError: a file is damaged.
        """
        from tvto_crawl.corpus import numbered_lines, what_is_wrong

        last: dict[str, tuple[int, int]] = {}
        for of_source, source in enumerate(sources):
            for number, (place, line) in enumerate(numbered_lines(source)):
                record, wrong = what_is_wrong(line)
                if record is not None and wrong is None:
                    self.replaced += record["id"] in last
                    last[record["id"]] = (of_source, number)
                else:
                    self._count_other(f"{place} {wrong}")
        return set(last.values())

    def _count_other(self, complaint: str) -> None:
        self.others += 1
        if len(self._named) < _NAMED:
            self._named.append(complaint)

    def report_replaced(self) -> None:
        """Say how many lines were replaced by a later line with the same id."""
        if self.replaced:
            say(f"{counted(self.replaced, 'older line')} replaced")

    def report_others(self) -> None:
        """Say how many lines were replaced or hold no article; name the first of the latter."""
        self.report_replaced()
        if not self.others:
            return
        say(f"{counted(self.others, 'line is not an article', 'lines are not articles')}:")
        for complaint in self._named:
            say(f"  {complaint}")
        if self.others > len(self._named):
            say(f"  … and {self.others - len(self._named):,} more")
