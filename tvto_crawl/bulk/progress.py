"""A progress bar for people at a terminal."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskProgressColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from tvto_crawl.bulk import run
from tvto_crawl.bulk.cleaning import Tally
from tvto_crawl.wording import counted

__all__ = ["ProgressBar"]


class _Rate(ProgressColumn):
    """Pages processed, articles found, and pages per second."""

    def render(self, task: Task) -> Text:
        through = task.fields["through"]
        seconds = task.elapsed or 0.0
        rate = f" · {through / seconds:,.0f}/s" if seconds > 1 else ""
        found = f"{counted(through, 'page')} · {counted(task.fields['articles'], 'article')}"
        return Text(f"{found}{rate}")


class ProgressBar(run.Progress):
    """A bar on standard error with speed and time to go."""

    def __init__(self) -> None:
        self._bar = Progress(
            SpinnerColumn(),
            BarColumn(bar_width=None),
            TaskProgressColumn(),
            _Rate(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("", total=None, through=0, articles=0)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def begin(self, size: int, done: int) -> None:
        """Set the length of the bar, in bytes."""
        self._bar.update(self._task, total=size, completed=done)

    def advance(self, size: int, tally: Tally) -> None:
        """Move the bar."""
        self._bar.update(self._task, advance=size, articles=tally.articles)

    def through(self, entries: int) -> None:
        """Show how many entries this run has processed."""
        self._bar.update(self._task, through=entries)
