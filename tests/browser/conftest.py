"""A real browser: Chromium as the system has it, driven by playwright; without either, skipped."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cleaners.article import Article, fingerprint, lay_out
from tvto_crawl.report import write_report

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: takes a minute or more; run with -m slow")


def pytest_collection_modifyitems(config, items):
    if "slow" in config.option.markexpr:
        return
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason="slow: run with -m slow"))


# Not for the whole session: playwright's event loop would still run in the tests of other folders,
# where `asyncio.run` raises.
@pytest.fixture(scope="module")
def browser():
    api = pytest.importorskip(
        "playwright.sync_api", reason="no playwright here: pip install tvto-crawl[browser]"
    )
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if not found:
        pytest.skip("no Chromium here: apt-get install chromium")
    # Chromium refuses to sandbox what runs as root, as tests in a container do.
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=options)
        yield started
        started.close()


class Opened:
    """A page opened from disk, and what it did that it should not have."""

    def __init__(self, page, path: Path) -> None:
        self.page = page
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._on_console)
        page.on("request", self._on_request)
        page.goto(path.as_uri())
        page.wait_for_selector("body[data-state=ready]", timeout=20_000)

    def _on_console(self, message) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def _on_request(self, request) -> None:
        if not request.url.startswith(("file:", "data:")):
            self.requests.append(request.url)

    def count(self) -> str:
        return self.page.inner_text("#count")

    def titles(self) -> list[str]:
        return self.page.locator("#rows .cell.title b").all_inner_texts()

    def search(self, words: str) -> None:
        before = self.count()
        self.page.fill("#query", words)
        self.page.wait_for_selector(f"#count:not(:text-is('{before}'))")


@pytest.fixture
def open_page(browser) -> Iterator[Callable[..., Opened]]:
    contexts = []

    def open_at(path: Path, width: int = 1280, scheme: str = "light") -> Opened:
        context = browser.new_context(
            viewport={"width": width, "height": 850}, color_scheme=scheme, offline=True
        )
        contexts.append(context)
        return Opened(context.new_page(), path)

    yield open_at
    for context in contexts:
        context.close()


def article(code: int, title: str, **fields) -> Article:
    """An article of Mehr with a text of its own; `fields` replace what it has."""
    body = fields.pop("body", [f"متن خبر شماره {code} دربارهٔ {title} است."])
    values = {
        "id": f"mehr:{code}",
        "agency": "mehr",
        "agency_name": "خبرگزاری مهر",
        "url": f"https://www.mehrnews.com/news/{code}",
        "news_code": str(code),
        "title": title,
        "lead": f"لید خبر {code}",
        "body": body,
        "text": lay_out(None, title, None, body)[0],
        "published_at": f"2025-10-{code % 28 + 1:02}T14:18:00+03:30",
        "province": "همدان",
        "section": ["استان\u200cها", "همدان"],
        "tags": ["مهارت", "اشتغال"],
        "extractor": "nastooh/1",
        "repairs": {"zwnj_restored": 3, "spacing": 1},
        "fingerprint": fingerprint(title + str(code)),
    }
    return Article(**(values | fields))


@pytest.fixture
def report_of(tmp_path) -> Callable[..., Path]:
    """Return a function that writes articles, and the report of them."""

    def write(articles: list[Article], **options) -> Path:
        source = tmp_path / "articles.jsonl"
        # In ASCII: a lone surrogate can be spelt in JSON, but not in UTF-8.
        source.write_text("".join(json.dumps(a.to_dict()) + "\n" for a in articles), "utf-8")
        page = tmp_path / "report.html"
        write_report([source], page, **options)
        return page

    return write
