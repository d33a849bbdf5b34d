"""The option `--profile`, which names what `tvto-crawl learn` learned about a site."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from cleaners import SiteProfile

__all__ = ["profile_files", "profile_option"]


def _load(
    context: click.Context, parameter: click.Parameter, files: tuple[Path, ...]
) -> "tuple[SiteProfile, ...]":
    """Read the profiles; end the program with a message if one is not valid."""
    context.meta[__name__] = files
    return tuple(_profile(file) for file in files)


def profile_files() -> tuple[Path, ...]:
    """Return the files that the option names, which the current command must not overwrite."""
    files: tuple[Path, ...] = click.get_current_context().meta[__name__]
    return files


def _profile(file: Path) -> "SiteProfile":
    from cleaners import SiteProfile

    try:
        return SiteProfile.load(file)
    except (OSError, ValueError) as error:
        raise click.BadParameter(str(error)) from error


#: The option; it passes `profiles`, a tuple of `cleaners.SiteProfile`, to the command.
profile_option: Final = click.option(
    "--profile",
    "profiles",
    multiple=True,
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    callback=_load,
    help="Profile of a site from `learn`, for those of its pages that no rule covers; may be"
    " repeated.",
)
