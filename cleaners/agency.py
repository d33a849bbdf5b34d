"""The agency that a caller names: by its key, or by a host or an address of the site."""

import re
from typing import Final

from cleaners.identity import agencies, agency_of

__all__ = ["agency_named"]

_HOST: Final = re.compile(r"[^\s/:.?#@\\\[\]]+(?:\.[^\s/:.?#@\\\[\]]+)+")


def agency_named(name: str) -> str:
    """Return the key of the agency that `name` stands for, as an address of the site would give it.

    Raises:
        ValueError: it is no key, and neither a host nor an address.
        TypeError: it is not a string.

    >>> agency_named("en.mehrnews.com"), agency_named("www.tabnak.ir")
    ('mehr', 'tabnak.ir')
    """
    if not isinstance(name, str):
        raise TypeError(f"agency is a str, not {type(name).__name__}")
    known = agencies()
    if name in known or name == "unknown":
        return name
    address = f"https://{name}/" if _HOST.fullmatch(name) else name
    key = agency_of(address) if address.startswith(("https://", "http://")) else "unknown"
    if key == "unknown":
        raise ValueError(
            f"there is no agency {name!r}; the keys are {', '.join(known)}, and other sites go by"
            " their host, such as tabnak.ir"
        )
    return key
