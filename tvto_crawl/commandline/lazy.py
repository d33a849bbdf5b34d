"""A group of commands that are imported when they are called."""

from importlib import import_module
from typing import Any

import click

from tvto_crawl.commandline import COMMANDS

__all__ = ["LazyGroup"]


class LazyGroup(click.Group):
    """A click group with the commands of `tvto_crawl.commandline.COMMANDS`."""

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
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, which needs none of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name].summary) for name in self.list_commands(ctx)])
