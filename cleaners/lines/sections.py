"""Names of sections in breadcrumbs: without the marks between the steps, and which are none."""

import re
from functools import cache
from typing import Final

from cleaners.persian.folding import fold
from cleaners.tables import read_table

__all__ = ["is_front_page", "step_name"]

# Marks that lead from one step of a breadcrumb to the next, within the links of many sites.
_MARKS: Final = " \t\u00a0\u200c\u200e\u200f>›»«‹</\\|•·:،→←❯❮⟩⟨-–—"

# How many stories a section has: «اجتماعی (۱۲)».
_COUNT: Final = re.compile(r"\s*\(\d+\)$")


def step_name(text: str) -> str:
    """Return a step of a breadcrumb without the marks around it.

    >>> step_name("اجتماعی »"), step_name("/ آموزش")
    ('اجتماعی', 'آموزش')
    """
    return _COUNT.sub("", text.strip(_MARKS))


def is_front_page(name: str) -> bool:
    """Return whether a step of a breadcrumb is the front page or the list of all stories."""
    return fold(name) in _front_names()


@cache
def _front_names() -> frozenset[str]:
    return frozenset(map(fold, read_table("labels")["front"]["names"]))
