"""What is wrong with a record, field by field."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import fastjsonschema

from cleaners.schema import article_schema

__all__ = ["complaints"]


def complaints(record: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what the schema finds wrong, as pairs of field (`images[0].url`) and sentence.

    At most one for each field; missing and unknown fields are reported under `record`.
    """
    checks = _checks()
    missing = [name for name in checks if name not in record]
    unknown = [name for name in record if name not in checks]
    found = [
        ("record", f"{what} {', '.join(names)}")
        for what, names in (("lacks", missing), ("has unknown fields:", unknown))
        if names
    ]
    for name, check in checks.items():
        if name in record:
            try:
                check(record[name])
            except fastjsonschema.JsonSchemaValueException as error:
                place = str(error.name).removeprefix("data")
                found.append((name + place, _sentence(error)))
    return found


@cache
def _checks() -> dict[str, Callable[[Any], object]]:
    """Return a check for each field, because fastjsonschema stops at the first fault it finds."""
    schema = article_schema()
    return {
        name: fastjsonschema.compile({**rule, "$defs": schema["$defs"]})
        for name, rule in schema["properties"].items()
    }


def _sentence(error: Any) -> str:
    demand = str(error.message).removeprefix(str(error.name)).strip()
    value = json.dumps(error.value, ensure_ascii=False)
    return f"{demand}, but is {value if len(value) <= 60 else value[:59] + '…'}"
