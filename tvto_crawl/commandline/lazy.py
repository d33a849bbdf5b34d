"""A group of commands that are imported when they are called."""

from importlib import import_module
from typing import Any

import click

from tvto_crawl.commandline import COMMANDS

__all__ = ["LazyGroup"]


class LazyGroup(click.Group):
    """A click group with the commands of `tvto_crawl.commandline.COMMANDS` and its own."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, importing its module."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: Any = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command
