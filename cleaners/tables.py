"""The tables of `cleaners/data`: words, names and lines that the rules of this package go by."""

import tomllib
from importlib.resources import files
from typing import Any

__all__ = ["read_table"]


def read_table(name: str) -> dict[str, Any]:
    """Read `cleaners/data/<name>.toml`; whoever asks keeps what it makes of it."""
    return tomllib.loads(files("cleaners").joinpath(f"data/{name}.toml").read_text("utf-8"))
