"""Nothing is loaded before it is needed, and nothing heavy is loaded at all."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from cleaners.persian import lexicon as tables
from cleaners.persian.characters import NON_JOINING


def modules_after(code):
    script = f"import sys\n{code}\nprint(*sys.modules)"
    return subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    ).stdout.split()


@pytest.mark.parametrize("heavy", ["hazm", "scrapy", "numpy", "lzma"])
def test_import_loads_nothing_heavy(heavy):
    assert heavy not in modules_after("import cleaners.persian")


def test_normalize_does_not_need_hazm():
    loaded = modules_after("from cleaners.persian import normalize; normalize('می شود')")
    assert "hazm" not in loaded


def test_lexicon_is_small_and_loads_fast():
    data = Path(tables.__file__).parent / "data" / "lexicon.txt.xz"
    assert data.stat().st_size <= 1_000_000
    tables.lexicon.cache_clear()
    started = time.perf_counter()
    words = tables.lexicon()
    assert time.perf_counter() - started < 1.5  # 0.1 s on a quiet machine
    assert len(words.plain) > 50_000
    assert words.forms["میشود" if "میشود" in words.forms else "کمکهای"]


def test_lexicon_has_no_useless_half_spaces():
    for key, form in tables.lexicon().forms.items():
        assert key == form.replace("\u200c", "")
        assert "\u200c" in form
        assert not form.startswith("\u200c")
        assert not form.endswith("\u200c")
        before = {form[at - 1] for at, c in enumerate(form) if c == "\u200c"}
        assert not before & NON_JOINING, form
