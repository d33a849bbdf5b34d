"""The benchmark scores as it says, and runs."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "persian.py"


@pytest.fixture(scope="module")
def benchmark():
    spec = importlib.util.spec_from_file_location("persian_benchmark", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_right_text_scores_full(benchmark):
    gold = ["کتاب\u200cها می\u200cآیند."]
    score = benchmark.score(gold, gold)
    assert (score.precision, score.recall, score.wrong, score.lost) == (100, 100, 0, 0)


def test_missing_wrong_and_lost_are_told_apart(benchmark):
    gold = ["کتاب\u200cها می\u200cآیند این جا"]
    score = benchmark.score(gold, ["کتابها می\u200cآیند این\u200cجا"])
    assert (score.precision, score.recall) == (50, 50)
    assert score.wrong == 500  # one of two words that have none
    assert score.lost == 0
    assert benchmark.score(gold, ["کتابا می\u200cآیند این جا"]).lost == 1


def test_damage_is_the_same_every_time(benchmark):
    first = benchmark.Task.make({"a": ["کتاب\u200cها"] * 20})
    assert first == benchmark.Task.make({"a": ["کتاب\u200cها"] * 20})
    assert first.damaged["a/deleted"][0] == "کتابها"
    assert first.damaged["a/spaced"][0] == "کتاب ها"


def test_runs_and_prints_a_row():
    command = [sys.executable, SCRIPT, "--only", "this library", "virastar", "--markdown"]
    table = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    head, _, own, peer = table.splitlines()
    cells = dict(zip(head.strip("| ").split(" | "), own.strip("| ").split(" | "), strict=True))
    assert float(cells["deleted F1"]) > 92
    assert cells["letters lost"] == "0"
    assert cells["strings harmed"].startswith("0 of")
    assert "not run: no --virastar folder" in peer
