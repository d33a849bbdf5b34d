"""The words around the articles of generated pages, read from `words.toml`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["words"]


@cache
def words() -> dict[str, Any]:
    """Return the tables of `words.toml`."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
