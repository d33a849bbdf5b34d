"""The cleaners as steps of datatrove, for archives that need more than one machine.

Needs the extra: pip install 'tvto-crawl[scale]'. The steps run under datatrove's local, Slurm and
Ray executors; `examples/common_crawl.py` shows how to use them.
"""

import json
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from datatrove.data import Document
from datatrove.io import get_datafolder
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.extractors.base import BaseExtractor
from datatrove.pipeline.filters.base_filter import BaseFilter
from datatrove.pipeline.readers.base import BaseDiskReader
from datatrove.pipeline.writers.disk_base import DiskWriter
from datatrove.utils.typeshelper import StatHints

from cleaners.identity import bare_host, host_of
from tvto_crawl.bulk.cleaning import Options, clean_entry
from tvto_crawl.bulk.entries import Entry, LeftOut
from tvto_crawl.bulk.warcs import WarcReader

__all__ = [
    "ArchiveReader",
    "ArticleExtractor",
    "ArticleWriter",
    "Deduplicate",
    "PersianPages",
    "cleaning_pipeline",
    "dedup_pipeline",
]

# Letters that Persian has and Arabic lacks, and the Persian forms of yeh and kaf.
_PERSIAN_LETTERS = "پچژگیک"
# A page with fewer of them is hardly an article: a Persian article of 600 letters has some 90.
_ENOUGH = 60


class ArchiveReader(BaseDiskReader):  # type: ignore[misc]
    """Reads the pages of WARC files with FastWARC; datatrove's own reader needs three packages.

    A document is a page as it came. `text` holds its bytes, with invalid UTF-8 as surrogates
    (`text.encode("utf-8", "surrogateescape")` restores them). `metadata` has url, content_type,
    fetched_at, source and place. `folder` is any folder that fsspec can open.
    """

    name = "📰 WARC pages"

    def __init__(self, folder: str, glob_pattern: str = "*.warc*", **more: Any) -> None:
        super().__init__(folder, glob_pattern=glob_pattern, add_file_path=False, **more)

    def read_file(self, filepath: str) -> Iterator[Document]:
        """Yield the pages of a file; captures that are not pages are counted by reason."""
        open_file = cast("Callable[[], BinaryIO]", partial(self.data_folder.open, filepath, "rb"))
        for entry in WarcReader(open_file, Path(filepath).name):
            if isinstance(entry, LeftOut):
                self.stat_update(f"left_out_{entry.reason}")
                continue
            yield _document(entry)


def _document(entry: Entry) -> Document:
    assert isinstance(entry.content, bytes)
    at = entry.fetched_at
    metadata = {
        "url": entry.url,
        "content_type": entry.content_type,
        "fetched_at": at if isinstance(at, str | None) else at.isoformat(),
        "source": entry.source,
        "place": entry.place,
    }
    return Document(
        entry.content.decode("utf-8", "surrogateescape"), entry.place, metadata=metadata
    )


class PersianPages(BaseFilter):  # type: ignore[misc]
    """Keeps pages of the given hosts, and pages of other hosts that are written in Persian.

    A host includes its subdomains. The language is guessed from letters, in a few microseconds; the
    cleaners look more closely.
    """

    name = "🇮🇷 Persian pages"

    def __init__(self, hosts: Collection[str] = (), *, others: bool = True) -> None:
        super().__init__()
        self.hosts = frozenset(map(bare_host, hosts))
        self.others = others

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Return whether a page is kept; if not, with the reason."""
        labels = host_of(doc.metadata.get("url") or "").split(".")
        if any(".".join(labels[start:]) in self.hosts for start in range(len(labels))):
            return True
        if not self.others:
            return False, "other-host"
        if sum(map(doc.text.count, _PERSIAN_LETTERS)) < _ENOUGH:
            return False, "not-persian"
        return True


class ArticleExtractor(BaseExtractor):  # type: ignore[misc]
    """Extracts the article from each page: `text` becomes its text, `metadata` its record.

    Works on the documents of `ArchiveReader`, and of those datatrove readers that put an address
    into `metadata["url"]`. Pages without an article are counted by reason.
    """

    name = "✂ tvto_crawl cleaners"

    def __init__(self, options: Options | None = None) -> None:
        super().__init__()
        self.options = options or Options()

    def extract(self, text: str) -> str:
        """Return the text of the article in a page, or an empty string if there is none."""
        article = clean_entry(_entry(Document(text, "")), self.options)
        return "" if isinstance(article, LeftOut) else article.text

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Yield a document for every article."""
        for page in data:
            self.stat_update(StatHints.total)
            with self.track_time():
                article = clean_entry(_entry(page), self.options)
            if isinstance(article, LeftOut):
                self.stat_update(StatHints.dropped, f"left_out_{article.reason}")
                continue
            record = article.to_dict()
            document = Document(article.text, article.id, metadata=record)
            self.stat_update(StatHints.forwarded)
            self.update_doc_stats(document)
            yield document


def _entry(page: Document) -> Entry:
    metadata = page.metadata
    raw = page.text.encode("utf-8", "surrogateescape")
    return Entry(
        raw,
        True,
        place=str(metadata.get("place") or page.id),
        source=str(metadata.get("source") or Path(str(metadata.get("file_path") or "")).name),
        url=metadata.get("url"),
        content_type=metadata.get("content_type"),
        fetched_at=metadata.get("fetched_at") or metadata.get("date"),
    )


class ArticleWriter(DiskWriter):  # type: ignore[misc]
    """Writes the records of articles as JSONL, one file per task: `00000.jsonl.gz`."""

    name = "📝 articles"

    def __init__(self, folder: str, compression: str | None = "gzip") -> None:
        super().__init__(folder, "${rank}.jsonl", compression, adapter=_record, mode="wb")

    def _write(self, document: dict[str, Any], file_handler: IO[bytes], _filename: str) -> None:
        line = json.dumps(document, ensure_ascii=False) + "\n"
        file_handler.write(line.encode("utf-8", "replace"))


def _record(_writer: ArticleWriter, document: Document) -> dict[str, Any]:
    return dict(document.metadata)


class Deduplicate(PipelineStep):  # type: ignore[misc]
    """Marks or drops the duplicates in a folder of articles, as `tvto-crawl dedup` does.

    A single task does all the work; its memory does not grow with the corpus. Both folders must be
    on a file system that the task can see.
    """

    type = "🫂 - DEDUP"
    name = "tvto_crawl dedup"

    def __init__(self, articles: str, output: str, *, drop: bool = False) -> None:
        super().__init__()
        self.articles, self.output, self.drop = articles, output, drop

    def run(self, data: Any = None, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Read the one folder and write the other; yield nothing."""
        from tvto_crawl.dedup.run import DedupJob, run_dedup

        if rank == 0:
            source, target = (Path(get_datafolder(f).path) for f in (self.articles, self.output))
            with self.track_time("corpus"):
                outcome = run_dedup(DedupJob((source,), target, to_folder=True, drop=self.drop))
            self.stat_update(StatHints.total, value=outcome.lines)
            self.stat_update(StatHints.forwarded, value=outcome.written)
            for kind, count in outcome.kinds.items():
                self.stat_update(kind, value=count)
        yield from ()


def cleaning_pipeline(
    archives: str,
    articles: str,
    *,
    hosts: Collection[str] = (),
    other_hosts: bool = True,
    options: Options | None = None,
    glob_pattern: str = "*.warc*",
) -> list[PipelineStep]:
    """Return the steps from a folder of WARC files to a folder of article JSONL.

    Pages of `hosts` are kept whatever their language seems to be, other pages if they are Persian.
    Give the executor as many tasks as there are files: each task writes one shard.
    """
    return [
        ArchiveReader(archives, glob_pattern=glob_pattern),
        PersianPages(hosts, others=other_hosts),
        ArticleExtractor(options),
        ArticleWriter(articles),
    ]


def dedup_pipeline(articles: str, output: str, *, drop: bool = False) -> list[PipelineStep]:
    """Return the step that marks (or drops) duplicates: one task, to be run after the cleaning."""
    return [Deduplicate(articles, output, drop=drop)]
