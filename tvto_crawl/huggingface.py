"""What Hugging Face `datasets` needs to be told to load article JSONL."""

from typing import TYPE_CHECKING, Any

from cleaners.schema import article_schema

if TYPE_CHECKING:
    from datasets import Features

__all__ = ["article_features"]


def article_features() -> "Features":
    """Return the columns of article JSONL, for `load_dataset("json", features=…)`.

    Without them the first block of a file decides: a column that is null all through it
    (`duplicate_of`, `kicker`) takes no text any more, and loading fails. `repairs` stays a
    dictionary whose keys differ from row to row, moments stay text.

    Raises:
        ImportError: `datasets` is not installed, or too old to have the type `Json`.
    """
    from datasets import Features

    fields = article_schema()["properties"]
    return Features({name: _feature(name, told["type"]) for name, told in fields.items()})


def _feature(name: str, kind: str | list[str]) -> Any:
    from datasets import Json, List, Value

    text = Value("string")
    if name == "images":
        return List({"url": text, "caption": text})
    if kind == "object":
        return Json()
    return List(text) if kind == "array" else text
