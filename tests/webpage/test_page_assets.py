"""The pages of one file: their scripts fit together, their words are said in both languages."""

import re

import pytest

from tvto_crawl.inspect.view import _ASSETS as INSPECT
from tvto_crawl.report.page import _ASSETS as REPORT
from tvto_crawl.webpage import fill, policy, to_json

PAGES = {"inspect": INSPECT, "report": REPORT}
MODULES = [(name, module) for name, page in PAGES.items() for module in page.scripts]
# Words that a script asks for by a value in the data: `field_` + name …
_IMPORTED = re.compile(r'import \{([^}]+)\} from "[./\w]*?(\w+)\.js"')
_EXPORTED = re.compile(r"^export (?:async )?(?:function|const) (\w+)", re.MULTILINE)


@pytest.mark.parametrize("name", PAGES)
def test_scripts_share_one_scope_without_clashes(name):
    declared = r"^(?:async )?(?:function|const|let|class) (\w+)"
    names = re.findall(declared, PAGES[name].script, re.MULTILINE)
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("name", "module"), MODULES)
def test_scripts_import_what_exists(name, module):
    page = PAGES[name]
    for names, other in _IMPORTED.findall(page.text(f"js/{module}.js")):
        assert other in page.scripts
        exported = set(_EXPORTED.findall(page.text(f"js/{other}.js")))
        assert {part.strip() for part in names.split(",")} - {""} <= exported


@pytest.mark.parametrize("name", PAGES)
def test_words_stand_in_both_languages(name):
    assert all(entry["fa"] and entry["en"] for entry in PAGES[name].words.values())


@pytest.mark.parametrize("name", PAGES)
def test_every_word_a_page_says_is_there(name):
    page = PAGES[name]
    said = set(re.findall(r'\bt\("([\w-]+)"', page.script))
    said |= set(re.findall(r'data-t(?:-\w+)?="([\w-]+)"', page.text("page.html")))
    assert said - set(page.words) == set()


def test_a_slot_is_never_read_for_slots_again():
    slots = {"one": lambda: ["<!--@two-->"], "two": lambda: ["2"]}
    assert "".join(fill("<!--@one--> <!--@two-->", slots)) == "<!--@two--> 2"


@pytest.mark.parametrize("text", ["</script>", "<!--<script>", "\ud800"])
def test_json_can_stand_in_a_script_element(text):
    told = to_json({"text": text})
    assert "<" not in told
    told.encode()


def test_the_policy_names_the_scripts_and_allows_no_request():
    told = policy("alert(1)")
    assert told.startswith("default-src 'none'; script-src 'sha256-")
    assert "'unsafe-inline'" not in told.partition("style-src")[0]
