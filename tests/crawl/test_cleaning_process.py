"""Pages that are cleaned beside the crawl."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

import cleaners
from tests.sample_pages import article_pages
from tvto_crawl.cleaning_process import CleaningFailedError, CleaningProcess, ProcessDiedError

PAGE = article_pages()[0]
HTML = PAGE.read()


def run(act: Callable[[CleaningProcess], Awaitable[None]]) -> None:
    """Act on a process that is ready, and end it."""

    async def whole() -> None:
        process = await CleaningProcess.start()
        try:
            while not process.ready:
                await asyncio.sleep(0.01)
            await act(process)
        finally:
            process.stop()

    asyncio.run(asyncio.wait_for(whole(), 30))


def test_an_article_is_what_the_cleaners_make_of_the_page() -> None:
    async def act(process: CleaningProcess) -> None:
        article = await process.clean(HTML, PAGE.url, {"source": "sample"})
        assert article == cleaners.clean_html(HTML, PAGE.url, source="sample")

    run(act)


def test_many_pages_are_answered_in_turn() -> None:
    async def act(process: CleaningProcess) -> None:
        pages = article_pages()
        asked = [process.clean(page.read(), page.url, {}) for page in pages]
        articles = await asyncio.gather(*asked)
        assert [a.title for a in articles] == [page.expected()["title"] for page in pages]
        assert process.waiting == 0

    run(act)


def test_a_refusal_comes_with_its_reason() -> None:
    async def act(process: CleaningProcess) -> None:
        with pytest.raises(cleaners.NotAnArticle) as refused:
            await process.clean(b"", PAGE.url, {})
        assert refused.value.reason == "empty"

    run(act)


def test_an_error_of_the_cleaners_is_told_and_the_process_goes_on() -> None:
    async def act(process: CleaningProcess) -> None:
        with pytest.raises(CleaningFailedError, match="TypeError"):
            await process.clean(HTML, PAGE.url, {"no_such_option": 1})
        assert (await process.clean(HTML, PAGE.url, {})).title

    run(act)


def test_a_process_that_dies_takes_only_the_page_at_hand_with_it() -> None:
    async def act(process: CleaningProcess) -> None:
        pid = process._process.pid
        os.kill(pid, signal.SIGSTOP)
        asked = [asyncio.ensure_future(process.clean(HTML, PAGE.url, {})) for _ in range(3)]
        await asyncio.sleep(0)
        os.kill(pid, signal.SIGKILL)
        ends = await asyncio.gather(*asked, return_exceptions=True)
        assert [type(end) for end in ends] == [
            CleaningFailedError, ProcessDiedError, ProcessDiedError,
        ]  # fmt: skip
        assert not process.ready

    run(act)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc")
def test_it_does_not_load_what_only_the_crawl_needs() -> None:
    async def act(process: CleaningProcess) -> None:
        maps = Path(f"/proc/{process._process.pid}/maps").read_text()
        assert "selectolax" in maps
        assert "lxml" not in maps  # which Scrapy loads

    run(act)
