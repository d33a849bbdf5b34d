"""Write the figures of the extraction benchmark as tables."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

__all__ = ["markdown", "replaced"]

_TITLES: Final = {
    "real": "Real pages",
    "disguised": "Real pages with what helps taken away",
    "generated": "Generated pages",
    "sites": "Generated sites, five pages of each given to learn from",
}
_HEAD: Final = (
    "| tool | P | R | F1 | F1z | leaks | title | kicker | lead | date | code |\n"
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
)
# (field that a tool extracts, name of its score), in the order of the columns.
_FIELD_SCORES: Final = (
    ("title", "title"),
    ("kicker", "kicker"),
    ("lead", "lead"),
    ("published_at", "published"),
    ("news_code", "code"),
)
_YARDSTICK: Final = "trafilatura"


_START: Final = "<!-- extraction benchmark: start -->"
_END: Final = "<!-- extraction benchmark: end -->"


def replaced(document: str, table: str) -> str:
    """Return `document` with `table` between the two marks.

    Raises:
        ValueError: the document has no such marks.
    """
    head, start, rest = document.partition(_START)
    _, end, tail = rest.partition(_END)
    if not start or not end:
        raise ValueError(f"no {_START} … {_END} in the document")
    return f"{head}{_START}\n\n{table}\n\n{_END}{tail}"


def markdown(figures: Mapping[str, Any], *, by_trait: bool = False) -> str:
    """Return the tables, with date, versions and machine."""
    rows = figures["tools"]
    parts = [_about(figures["about"])]
    parts += [_quality(rows, key) for key in _TITLES if any(key in row for row in rows)]
    parts.append(_speed(rows))
    if by_trait:
        parts.append(_traits(rows))
    parts += _notes(rows)
    return "\n\n".join(part for part in parts if part)


def _about(about: Mapping[str, Any]) -> str:
    versions = ", ".join(f"{name} {told}" for name, told in about["versions"].items() if told)
    return (
        f"Measured on {about['date']}: {about['machine']}; Python {about['python']}; {versions}. "
        f"Generated pages: seed {about['seed']}."
    )


def _quality(rows: Sequence[Mapping[str, Any]], key: str) -> str:
    told = [row for row in rows if key in row]
    pages = told[0][key]["pages"]
    lines = [f"{_TITLES[key]} ({pages} pages):", "", _HEAD]
    lines += [_quality_row(row, row[key]) for row in told]
    return "\n".join(lines)


def _quality_row(row: Mapping[str, Any], t: Mapping[str, Any]) -> str:
    scores = " | ".join(f"{t[k]:.4f}" for k in ("precision", "recall", "f1", "f1z"))
    fields = " | ".join(
        _share(t[score] if field in row["fields"] else None) for field, score in _FIELD_SCORES
    )
    return f"| {row['tool']} | {scores} | {t['leaks']}/{t['of_leaks']} | {fields} |"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.0f} %"


def _speed(rows: Sequence[Mapping[str, Any]]) -> str:
    timed = [row for row in rows if "ms" in row]
    if not timed:
        return ""
    yard = next((row["ms"] for row in timed if row["tool"] == _YARDSTICK), None)
    lines = [
        "Speed and memory:",
        "",
        "| tool | ms a page | × lexbor's parse | × faster than trafilatura | peak memory |",
        "|---|--:|--:|--:|--:|",
    ]
    for row in timed:
        faster = f"{yard / row['ms']:.1f}" if yard else "–"
        lines.append(
            f"| {row['tool']} | {row['ms']:.2f} | {row['ms'] / row['lexbor_ms']:.2f} | {faster} "
            f"| {row['peak_mb']:.0f} MB |"
        )
    return "\n".join(lines)


def _traits(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return F1 by trait, with one column per tool; the best value in a row is bold."""
    told = [row for row in rows if "traits" in row]
    if not told:
        return ""
    names = [row["tool"] for row in told]
    lines = [
        "F1 by layout:",
        "",
        f"| layout | {' | '.join(names)} |",
        "|---" + "|--:" * len(names) + "|",
    ]
    for axis, values in told[0]["traits"].items():
        for value in values:
            scores = [row["traits"][axis][value] for row in told]
            best = max(scores)
            cells = " | ".join(f"**{s:.3f}**" if s == best else f"{s:.3f}" for s in scores)
            lines.append(f"| {axis}: {value} | {cells} |")
    return "\n".join(lines)


def _notes(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return which tools could not be run, and on how many pages a tool failed."""
    notes = [f"Not run: {row['tool']} ({row['missing']})." for row in rows if "missing" in row]
    for row in rows:
        if failures := row.get("failures"):
            notes.append(f"{row['tool']} raised on {len(failures)} pages, the first {failures[0]}.")
    return notes
