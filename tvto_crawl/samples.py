"""Build the WARC of each sample site from its readable files.

`python -m tvto_crawl.samples` rebuilds `tests/fixtures/<agency>/site.warc.gz` from the folder's
`site.toml` and the files that it names. The same files always give the same bytes.
"""

import sys
import tomllib
import uuid
from collections.abc import Iterator
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tvto_crawl.places import sample_folder
from tvto_crawl.sources import SAMPLE_WARC

__all__ = ["build", "main", "warc_bytes"]

# When the sample pages were "fetched": after the last of them was "published".
_FETCHED: Final = "2025-12-15T08:00:00Z"


def build(folder: Path) -> Path:
    """Write the WARC of the sample site in `folder` and return its path.

    Raises:
        OSError: a file that site.toml names is missing.
        KeyError: an entry of site.toml lacks its `url`.
    """
    target = folder / SAMPLE_WARC
    target.write_bytes(warc_bytes(folder))
    return target


def warc_bytes(folder: Path) -> bytes:
    """Return the WARC of the sample site in `folder`."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="WARC/1.1")
    site = tomllib.loads((folder / "site.toml").read_text("utf-8"))
    fetched = str(site.get("fetched", _FETCHED))
    for page in site["page"]:
        writer.write_record(_record(writer, folder, page, fetched))
    return out.getvalue()


def _record(writer: WARCWriter, folder: Path, page: dict[str, Any], fetched: str) -> Any:
    body = (folder / page["file"]).read_bytes() if "file" in page else b""
    status = HTTPStatus(page.get("status", 302 if "redirect_to" in page else 200))
    return writer.create_warc_record(
        page["url"],
        "response",
        payload=BytesIO(body),
        length=len(body),
        http_headers=StatusAndHeaders(
            f"{status.value} {status.phrase}", list(_headers(page, body)), protocol="HTTP/1.1"
        ),
        warc_headers_dict={
            "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, page['url'])}>",
            "WARC-Date": str(page.get("fetched", fetched)),
        },
    )


def _headers(page: dict[str, Any], body: bytes) -> Iterator[tuple[str, str]]:
    if "content_type" in page:
        yield "Content-Type", page["content_type"]
    if "redirect_to" in page:
        yield "Location", page["redirect_to"]
    yield "Content-Length", str(len(body))


def main() -> int:
    """Rebuild the WARC of every sample site; return the exit status."""
    root = sample_folder()
    if root is None:
        print("the sample sites come with the source code; run this in a checkout", file=sys.stderr)
        return 1
    for toml in sorted(root.glob("*/site.toml")):
        path = build(toml.parent)
        print(f"{path.relative_to(root.parent.parent)}  {path.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
