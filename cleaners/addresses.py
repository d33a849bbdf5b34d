"""How the parts of an address are spelled: in ASCII, as crawlers ask for them."""

import re
from typing import Final
from urllib.parse import quote

__all__ = ["ascii_host", "percent_encoded"]

# Besides letters and digits, what stays as it is in a path or a query.
_PLAIN: Final = "!$&()*+,;=:@/?%"
# An escape with a small letter; most have none, and replacing each costs more than all the rest.
_SMALL_ESCAPE: Final = re.compile(r"%(?:[a-f][0-9a-fA-F]|[0-9A-F][a-f])")


def percent_encoded(text: str) -> str:
    """Return a path or a query with one spelling of each percent-encoded character.

    >>> percent_encoded("/خبر/%d8%ae")
    '/%D8%AE%D8%A8%D8%B1/%D8%AE'
    """
    quoted = quote(text, safe=_PLAIN, errors="replace")
    return _SMALL_ESCAPE.sub(lambda found: found[0].upper(), quoted)


def ascii_host(host: str) -> str:
    """Return a host in lower case and in ASCII, as it is looked up, if it can be."""
    if host.isascii():  # asked for every link, and the codec is slow
        return host.lower()
    try:
        return host.lower().encode("idna").decode()
    except UnicodeError:  # a part is empty or too long
        return host.lower()
