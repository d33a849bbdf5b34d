"""The option `--profile`, which names what `tvto-crawl learn` learned about a site."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from tvto_crawl.terminal import escaped, say
from tvto_crawl.wording import counted

if TYPE_CHECKING:
    from cleaners import SiteProfile
    from tvto_crawl.bulk.cleaning import Tally

__all__ = ["profile_files", "profile_option", "warn_of_profiles"]

# Hosts of pages that are named if a profile fits none of them.
_NAMED_HOSTS: Final = 5


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


def warn_of_profiles(tally: "Tally", profiles: "tuple[SiteProfile, ...]") -> None:
    """Say which profiles fit no page, were not needed, or name what no page has."""
    _warn_of_unused(tally, profiles)
    for host in dict.fromkeys(profile.host for profile in profiles):
        looked_at = tally.looked_at[host]
        if tally.by_rules[host] and not looked_at:
            say(
                f"warning: rules cover all articles from {host}, so its profile was not used"
                " (--no-rules uses it)"
            )
        idle = [key for key in tally.idle if key.startswith(f"{host} ")]
        never = [key.split()[1] for key in idle if tally.idle[key] == looked_at]
        if never:
            looked = counted(looked_at, "article")
            say(
                f"warning: the profile's {', '.join(never)} found nothing on {looked} from {host};"
                " `tvto-crawl inspect` shows the elements of a page"
            )


def _warn_of_unused(tally: "Tally", profiles: "tuple[SiteProfile, ...]") -> None:
    """Say which profiles fit no page, and from where the pages are."""
    unused = [known.host for known in profiles if not tally.with_profile[known.host]]
    if not unused:
        return
    counts = tally.with_profile + tally.without_profile
    hosts = sorted(filter(None, counts), key=lambda host: (-counts[host], host))
    named = [*hosts[:_NAMED_HOSTS], *(["…"] if len(hosts) > _NAMED_HOSTS else [])]
    pages = f"; the pages are from {', '.join(named)}" if named else ""
    which = "its profile was" if len(unused) == 1 else "their profiles were"
    text = f"warning: no page is from {', '.join(unused)}, so {which} not used{pages}"
    say(escaped(text, limit=1000))
