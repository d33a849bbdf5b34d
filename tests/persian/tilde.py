"""Persian as the tests of its repair write it: `~` for the half-space, which no editor shows."""

from cleaners.persian import Repairs, normalize

ZWNJ = "\u200c"


def mended(typed: str, **options: bool) -> str:
    return normalize(typed.replace("~", ZWNJ), Repairs(**options)).replace(ZWNJ, "~")
