"""The project's own settings: what they mean, and what is refused."""

import re

import pytest
from scrapy.exceptions import UsageError
from scrapy.settings import Settings
from small_sites import ROOT

import tvto_crawl.settings
from spiders.arguments import ARGUMENTS
from tvto_crawl.commands.crawl import Command
from tvto_crawl.setting_checks import SETTINGS
from tvto_crawl.sources import find_source


def test_every_setting_that_is_explained_is_one_and_is_in_the_document() -> None:
    document = (ROOT / "docs" / "crawling.md").read_text("utf-8")
    named = re.findall(r"^\| `([A-Z_]+)` \|", document, re.MULTILINE)
    assert named == list(SETTINGS)
    assert all(hasattr(tvto_crawl.settings, name) for name in SETTINGS)


def test_help_explains_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    class Process:
        class spider_loader:  # noqa: N801
            load = staticmethod(lambda name: None)

    command = Command()
    monkeypatch.setattr(command, "crawler_process", Process)
    shown = command._described("mehr")
    assert "each as -s NAME=VALUE" in shown
    for name, what in SETTINGS.items():
        assert re.search(rf"  {name} +{re.escape(what)}$", shown, re.MULTILINE)


def test_defaults_are_true_and_cannot_be_taken_for_examples() -> None:
    for name, what in SETTINGS.items():
        (told,) = re.findall(r"\(default: ([^;)]+)", what)
        usual = getattr(tvto_crawl.settings, name)
        assert str(usual or told) == told
    for what in [*SETTINGS.values(), *ARGUMENTS.values()]:
        plain = re.sub(r"\(default: [^)]+\)$", "", what)
        assert ": " not in plain


@pytest.mark.parametrize(
    "contact",
    [
        "me@example.org",
        "mailto:me@example.org",
        "https://example.org/bot?x=1",
        "www.example.org",
        "bot@lab.example.org, https://example.org/",
        "Lab of X; me@example.org",
    ],
)
def test_a_contact_is_an_address(contact: str) -> None:
    assert find_source(Settings({"CONTACT": contact}), "mehr").kind == "live"


@pytest.mark.parametrize("contact", ["foo", "me@localhost", "@", "https://", "نشانی"])
def test_a_contact_that_reaches_nobody_is_refused(contact: str) -> None:
    with pytest.raises(UsageError, match=r"-s CONTACT=me@example\.org"):
        find_source(Settings({"CONTACT": contact}), "mehr")


@pytest.mark.parametrize("name", ["irib.warc.gz", "warc/irib.warc"])
def test_a_recording_is_a_folder(name: str) -> None:
    with pytest.raises(UsageError, match="RECORD is a folder"):
        find_source(Settings({"RECORD": name}), "mehr")
