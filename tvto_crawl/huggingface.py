"""The features with which Hugging Face `datasets` can load article JSONL."""

from typing import TYPE_CHECKING, Any

from cleaners.schema import article_schema

if TYPE_CHECKING:
    from datasets import Features

__all__ = ["article_features"]


def article_features() -> "Features":
    """Return the columns of article JSONL, for `load_dataset("json", features=…)`.

    Without them the first block of a file decides the types: a column that is null throughout the
    block (`duplicate_of`, `kicker`) accepts no text afterwards, and loading fails. `repairs` stays
    a dictionary whose keys differ from row to row, and times stay text.

    Raises:
        ImportError: `datasets` is not installed, or too old to have the type `Json`.
    """
    from datasets import Features

    fields = article_schema()["properties"]
    return Features({name: _feature(name, rule["type"]) for name, rule in fields.items()})


def _feature(name: str, kind: str | list[str]) -> Any:
    from datasets import Json, List, Value

    text = Value("string")
    if name == "images":
        return List({"url": text, "caption": text})
    if kind == "object":
        return Json()
    return List(text) if kind == "array" else text
