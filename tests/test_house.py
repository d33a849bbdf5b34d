"""Who may know whom: the arrows between the packages, and between their rooms."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("cleaners", "spiders", "tvto_crawl")


def imported(package: str) -> list[tuple[Path, str]]:
    """Return (file, module it imports) for every import in a package, inside functions too."""
    found = []
    for path in sorted((ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found += [(path, alias.name) for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.append((path, node.module))
    return found


@pytest.mark.parametrize(
    ("package", "unknown"),
    [
        ("cleaners", "scrapy"),
        ("cleaners", "twisted"),
        ("cleaners", "spiders"),
        ("cleaners", "tvto_crawl"),
        ("tvto_crawl", "spiders"),
    ],
)
def test_package_does_not_know(package: str, unknown: str) -> None:
    known = [
        str(path.relative_to(ROOT))
        for path, module in imported(package)
        if module.split(".")[0] == unknown
    ]
    assert known == []


def rooms(package: str = "cleaners") -> dict[str, set[str]]:
    """Return room of a package (a module, or a folder of them) → the rooms it imports."""
    home = ROOT / package
    found: dict[str, set[str]] = {}
    for path, module in imported(package):
        room = path.relative_to(home).parts[0].removesuffix(".py")
        parts = module.split(".")
        if room != "__init__" and parts[0] == package and len(parts) > 1:
            found.setdefault(room, set()).add(parts[1])
    return {room: others - {room} for room, others in found.items()}


def test_rooms_do_not_know_each_other_in_circles() -> None:
    assert list(TopologicalSorter(rooms()).static_order())  # a circle raises CycleError


def table() -> dict[str, set[str]]:
    """Return the rooms of `docs/house.md` → the rooms that they may know."""
    lines = (ROOT / "docs" / "house.md").read_text("utf-8").splitlines()
    rows = [line.split("|")[1:3] for line in lines if line.startswith("| `")]
    return {room.strip(" `"): set(re.findall(r"`(\w+)`", known)) for room, known in rows}


KNOWN_TO_ALL = {"errors", "tables", "article", "draft"}


@pytest.mark.parametrize("room", table())
def test_room_knows_what_the_table_says(room: str) -> None:
    assert rooms().get(room, set()) - KNOWN_TO_ALL == table()[room]


def machinery() -> dict[str, set[str]]:
    """Return crawl, corpora and tools → the modules of `tvto_crawl` in them, as the page says."""
    lines = (ROOT / "docs" / "house.md").read_text("utf-8").splitlines()
    found: dict[str, set[str]] = {"the crawl": set(), "archives and corpora": set(), "tools": set()}
    for line in lines:
        room = line.removeprefix("| ").split(" |")[0].partition(":")[0]
        if room in found:
            found[room] |= set(re.findall(r"`(\w+)`", line))
    return found


def test_every_module_of_the_machinery_has_its_room() -> None:
    home = ROOT / "tvto_crawl"
    there = {path.stem for path in home.glob("*.py")} | {
        path.parent.name for path in home.glob("*/__init__.py")
    }
    assert set.union(*machinery().values()) == there - {"__init__"}


@pytest.mark.parametrize(
    ("room", "known"),
    [
        ("tools", set()),
        ("archives and corpora", {"warc", "ledger", "skips", "places", "probe"}),
        ("the crawl", {"dedup"}),
    ],
)
def test_rooms_of_the_machinery_know_little_of_each_other(room: str, known: set[str]) -> None:
    modules, arrows = machinery(), rooms("tvto_crawl")
    own = modules[room] | modules["tools"]
    assert set.union(*(arrows.get(name, set()) for name in modules[room])) - own == known


def public_names(path: Path) -> set[str]:
    """Return what a module defines without an underscore: functions, classes, types, constants."""
    found = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        targets += [node.name] if isinstance(node, ast.TypeAlias) else []
        found |= {target.id for target in targets if isinstance(target, ast.Name)}
    return {name for name in found if not name.startswith("_")}


def listed_names(path: Path) -> set[str]:
    """Return the names in a module's `__all__`."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


@pytest.mark.parametrize("package", ["cleaners", "spiders", "tvto_crawl", "benchmarks", "scripts"])
def test_public_names_are_listed(package: str) -> None:
    settings = ROOT / "tvto_crawl" / "settings.py"  # Scrapy reads all its names
    unlisted = {
        str(path.relative_to(ROOT)): missing
        for path in sorted((ROOT / package).rglob("*.py"))
        if path != settings and (missing := public_names(path) - listed_names(path))
    }
    assert unlisted == {}
