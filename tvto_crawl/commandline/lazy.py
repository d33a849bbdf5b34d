"""A group of commands that are imported when they are called."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from tvto_crawl.commandline import COMMANDS
from tvto_crawl.commandline.faults import InputFault
from tvto_crawl.exit_codes import FAILED, IN_SHORT, INTERRUPTED, MEANINGS
from tvto_crawl.replacing import FULL
from tvto_crawl.terminal import open_closed_streams, say

__all__ = ["LazyGroup"]


class LazyGroup(click.Group):
    """A click group with the commands of `tvto_crawl.commandline.COMMANDS`.

    The help of each ends with the exit status in a line; what it means is the same for all.

    A command whose standard output is closed by its reader (`… | head`) ends silently with exit
    status 0. One that is interrupted (Ctrl-C, SIGTERM, the end of its terminal) deletes its
    temporary files and ends with 130, as is usual in shells.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, importing its module."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        command: Any = getattr(import_module(place.module), place.name)
        assert isinstance(command, click.Command)
        if IN_SHORT not in (command.epilog or ""):
            command.epilog = f"{command.epilog or ''}\n\n{IN_SHORT}"
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called; suggest one for a name that is mistyped."""
        if args[0] not in COMMANDS and (alike := get_close_matches(args[0], COMMANDS, n=1)):
            ctx.fail(f"No such command {args[0]!r}; did you mean {alike[0]!r}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name].summary) for name in self.list_commands(ctx)])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the exit status means."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(MEANINGS)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program; say so if its help or version can't be printed."""
        open_closed_streams()
        try:
            with _interrupted_by_signals():
                return super().main(*args, **kwargs)
        except OSError as error:
            if error.errno not in FULL:
                raise
            _drop_output()
            click.ClickException(_unwritten(error)).show()
            raise SystemExit(FAILED) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()  # errors of the interpreter's own last flush can't be caught
        except (OSError, click.ClickException) as error:
            if _is_broken_pipe(error):
                _drop_output()
                raise SystemExit(0) from None
            if isinstance(error, OSError) and error.errno in FULL:
                _drop_output()
                raise click.ClickException(_unwritten(error)) from error
            if isinstance(error, PermissionError) and error.filename:  # a folder on the way
                raise InputFault(f"{error.filename}: {error.strerror}") from error
            raise
        except KeyboardInterrupt:
            say("Stopped.")
            raise SystemExit(INTERRUPTED) from None
        return result


@contextmanager
def _interrupted_by_signals() -> Iterator[None]:
    """Let the signals that end a program act as Ctrl-C, unless somebody else handles them."""
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    numbers = [number for name in names if _is_free(number := getattr(signal, name))]
    for number in numbers:
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number in numbers:
            signal.signal(number, signal.SIG_DFL)


def _is_free(number: int) -> bool:
    in_main_thread = threading.current_thread() is threading.main_thread()
    return in_main_thread and signal.getsignal(number) is signal.SIG_DFL


def _unwritten(error: OSError) -> str:
    return f"{error.filename or 'the output'} can't be written: {error.strerror}"


def _drop_output() -> None:
    """Discard what is still buffered, since writing it at exit would fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _is_broken_pipe(error: BaseException | None) -> bool:
    """Return whether `error` is, or was caused by, a pipe that nobody reads any more."""
    while error is not None and not isinstance(error, BrokenPipeError):
        error = error.__cause__
    return error is not None
