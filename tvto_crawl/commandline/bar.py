"""A progress bar for work that goes through several named stages."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tvto_crawl.terminal import has_live_line

__all__ = ["stages"]


@contextmanager
def stages() -> Iterator[Callable[[str, float], None]]:
    """Yield a function that shows a stage and the share done; it is silent without a terminal."""
    if not has_live_line():
        yield lambda stage, share: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda stage, share: bar.update(task, description=stage, completed=share)
