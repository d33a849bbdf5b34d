"""Write what the cleaners extract from a folder of pages, one JSON line per page.

    python -m benchmarks.predictions FOLDER [-o OUT.jsonl] [--generic] [--normalize]

A line has `file, title, kicker, lead, body, published_at, news_code`, the format that
`score_pages.py` beside the real captures reads. A page without an article gets a line of nulls and
a note on stderr. Addresses come from `gold.jsonl` in the folder, or else from the page's own
`<link rel=canonical>` or `og:url`.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run by its path, uninstalled

from cleaners import NotAnArticle, clean_html
from cleaners.markup.page import open_page

__all__ = ["FIELDS", "main", "page_files", "predict", "predictions", "urls_of"]

FIELDS: Final = ("title", "kicker", "lead", "body", "published_at", "news_code")
_SUFFIXES: Final = (".html", ".htm", ".xhtml")


def page_files(folder: Path) -> list[Path]:
    """Return the HTML files directly in `folder`, sorted by name."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES)


def urls_of(folder: Path) -> dict[str, str]:
    """Return file name → address from `gold.jsonl` in the folder; empty if there is none."""
    gold = folder / "gold.jsonl"
    if not gold.is_file():
        return {}
    entries = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
    return {entry["file"]: entry["url"] for entry in entries if entry.get("url")}


def predict(
    file: str, html: bytes, url: str | None, *, rules: bool = True, normalize: bool = False
) -> dict[str, Any]:
    """Clean one page.

    Raises:
        NotAnArticle: the page holds no article.
    """
    if url is None:
        url = open_page(html).canonical
    article = clean_html(html, url, rules=rules, normalize=normalize).to_dict()
    return {"file": file, **{field: article[field] for field in FIELDS}}


def predictions(
    folder: Path, *, rules: bool = True, normalize: bool = False
) -> Iterator[tuple[dict[str, Any], NotAnArticle | None]]:
    """Yield a line for each page of `folder`, with the refusal if it holds no article."""
    urls = urls_of(folder)
    for path in page_files(folder):
        try:
            yield (
                predict(
                    path.name,
                    path.read_bytes(),
                    urls.get(path.name),
                    rules=rules,
                    normalize=normalize,
                ),
                None,
            )
        except NotAnArticle as refusal:
            yield {"file": path.name, **dict.fromkeys(FIELDS)}, refusal


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, help="default: standard output")
    parser.add_argument("--generic", action="store_true", help="ignore the rules of sites")
    parser.add_argument("--normalize", action="store_true", help="mend the Persian as well")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir() or not page_files(options.folder):
        parser.error(f"no pages (*.html) in {options.folder}")
    count = refused = 0
    with (
        options.output.open("w", encoding="utf-8")
        if options.output
        else nullcontext(sys.stdout) as out
    ):
        for line, refusal in predictions(
            options.folder, rules=not options.generic, normalize=options.normalize
        ):
            count += 1
            print(json.dumps(line, ensure_ascii=False), file=out)
            if refusal is not None:
                refused += 1
                print(f"{line['file']}: {refusal.reason}: {refusal}", file=sys.stderr)
    print(f"{count} pages, {refused} of them no article", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
