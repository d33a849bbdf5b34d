"""The JSON Schema of the record, made from the dataclass and its field docstrings.

`python -m cleaners.schema` prints the content of `cleaners/article.schema.json`;
`python -m cleaners.schema --markdown` prints the table of `docs/record.md`.
"""

import ast
import inspect
import json
import sys
from functools import cache
from importlib.resources import files
from typing import Any, Final

from cleaners import article as article_module
from cleaners.article import SCHEMA_VERSION

__all__ = ["article_schema", "build_schema", "reference"]

_MOMENT: Final = r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$"
# What the types of the dataclass cannot say.
_PATTERNS: Final[dict[str, str]] = {
    "id": r"^[^:\s]+:\S+$",
    "url": r"^https?://\S",
    "news_code": r"^[0-9A-Za-z_-]+$",
    "published_at": _MOMENT,
    "modified_at": _MOMENT,
    "fetched_at": _MOMENT,
    "published_jalali": r"^1[234]\d\d-\d\d-\d\d( \d\d:\d\d)?$",
    "fingerprint": r"^[0-9a-f]{40}$",
    "language": r"^[a-z]{2}$",
}


@cache
def article_schema() -> dict[str, Any]:
    """Return the shipped JSON Schema (draft 2020-12) of an article record."""
    schema: dict[str, Any] = json.loads(
        files("cleaners").joinpath("article.schema.json").read_text("utf-8")
    )
    return schema


def build_schema() -> dict[str, Any]:
    """Build the schema from the source of `cleaners.article`."""
    classes = {
        node.name: node
        for node in ast.parse(inspect.getsource(article_module)).body
        if isinstance(node, ast.ClassDef)
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Article",
        "schema_version": SCHEMA_VERSION,
        **_object(classes["Article"], patterns=_PATTERNS),
        "$defs": {"Image": _object(classes["Image"], patterns={"url": r"\S"})},
    }


def _object(node: ast.ClassDef, patterns: dict[str, str]) -> dict[str, Any]:
    """Describe a dataclass: every annotated field with the docstring that follows it."""
    properties: dict[str, Any] = {}
    for statement, following in zip(node.body, [*node.body[1:], None], strict=True):
        if not (isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)):
            continue
        name = statement.target.id
        described = _type(ast.unparse(statement.annotation))
        if name in patterns:
            described["pattern"] = patterns[name]
        properties[name] = {**described, "description": _docstring(following)}
    return {
        "type": "object",
        "description": inspect.cleandoc(ast.get_docstring(node) or "").splitlines()[0],
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _docstring(node: ast.stmt | None) -> str:
    assert isinstance(node, ast.Expr), "a field of the record has no docstring"
    assert isinstance(node.value, ast.Constant), "a field of the record has no docstring"
    return " ".join(str(node.value.value).split())


def _type(annotation: str) -> dict[str, Any]:
    if annotation.endswith(" | None"):
        inner = _type(annotation.removesuffix(" | None"))
        return {**inner, "type": [inner["type"], "null"]}
    simple: dict[str, dict[str, Any]] = {
        "str": {"type": "string"},
        "list[str]": {"type": "array", "items": {"type": "string"}},
        "list[Image]": {"type": "array", "items": {"$ref": "#/$defs/Image"}},
        "dict[str, int]": {"type": "object", "additionalProperties": {"type": "integer"}},
    }
    return dict(simple[annotation])


def reference() -> str:
    """Return the record's reference as a Markdown table, one row per field."""
    rows = [
        f"| `{name}` | {_type_in_words(entry)} | {entry['description']} |"
        for name, entry in build_schema()["properties"].items()
    ]
    return "\n".join(["| field | type | what |", "|---|---|---|", *rows, ""])


def _type_in_words(entry: dict[str, Any]) -> str:
    kind = entry["type"]
    if isinstance(kind, list):
        return f"{kind[0]} or null"
    if kind == "array":
        return "list of images" if "$ref" in entry["items"] else "list of strings"
    return "counts by kind" if kind == "object" else str(kind)


if __name__ == "__main__":
    if "--markdown" in sys.argv[1:]:
        sys.stdout.write(reference())
    else:
        json.dump(build_schema(), sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
