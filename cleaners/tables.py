"""The tables of `cleaners/data`: words, names and lines that this package works with."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["read_table"]


@cache  # several modules share a table
def read_table(name: str) -> dict[str, Any]:
    """Return `cleaners/data/<name>.toml`, which is read once; callers must not change it."""
    return tomllib.loads(files("cleaners").joinpath(f"data/{name}.toml").read_text("utf-8"))
